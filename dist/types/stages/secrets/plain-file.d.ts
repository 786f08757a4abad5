import { type Report } from '../../core/finding.js';
import type { RegExpPort } from '../../core/schema/types.js';
import type { CreationRule } from '../../core/sops/creation-rules.js';
import { type SopsDocument } from '../../core/sops/document.js';
import type { Source } from '../../core/source.js';
/**
 * Whether all that a rule matches has to be encrypted: where its expression is about some paths. One like `\.yaml$`
 * only says how.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export declare function asksForEncryption({ pathRegex }: CreationRule, regexp: RegExpPort): boolean;
export interface PlainFile {
    readonly source: Source;
    /** In SOPS's terms. */
    readonly documents: readonly SopsDocument[];
    readonly rule: CreationRule;
    /** The path of the rules. */
    readonly rules: string;
    /** Whether a protected environment has it. */
    readonly protected: boolean;
}
/** Reports a file in clear of which a rule would have values encrypted, at the first of them. */
export declare function checkPlainFile(file: PlainFile, run: {
    readonly regexp: RegExpPort;
    readonly report: Report;
}): void;
