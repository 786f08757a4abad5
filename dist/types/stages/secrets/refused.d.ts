import { type Report } from '../../core/finding.js';
import type { Severity } from '../../core/rules.js';
import type { SopsProblem } from '../../core/sops/problem.js';
import type { Source } from '../../core/source.js';
import { type SealedFile } from '../../core/sops/sealed-file.js';
/** Reports why SOPS's format could not be read. */
export declare function reportUnreadable(source: Source, problems: readonly SopsProblem[], report: Report): void;
/** Reports why a file could not be opened, or is not to be believed. */
export declare function reportUnopened(file: SealedFile, problems: readonly SopsProblem[], report: Report): void;
type LockedFile = Pick<SealedFile, 'source' | 'metadata'> & {
    /** Absent: a note. */
    readonly severity: Severity | undefined;
};
/** Reports that none of the identities is a recipient of a file, if that is why it was not opened. */
export declare function reportLocked({ source, metadata, severity }: LockedFile, problems: readonly SopsProblem[], report: Report): void;
export {};
