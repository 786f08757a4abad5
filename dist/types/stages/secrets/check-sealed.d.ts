import { type Report } from '../../core/finding.js';
import type { RegExpPort } from '../../core/schema/types.js';
import type { CreationRule } from '../../core/sops/creation-rules.js';
import { type Due } from './check-age.js';
import { type SealedFile } from '../../core/sops/sealed-file.js';
export interface SealedRun {
    /** RE2 as Go has it. */
    readonly regexp: RegExpPort;
    readonly report: Report;
    /** What `.sops.yaml` says of the file: its rule, or that none covers it. Absent where there is no such file. */
    readonly expected?: {
        readonly rules: string;
        readonly rule: CreationRule | undefined;
    };
    /** The day it is, `2027-01-31`, and after how many days a file is due. Absent: no file is. */
    readonly due?: Due;
}
/**
 * Checks an encrypted file as far as that takes no key: every value that should be sealed is, and no other; it has a
 * MAC; who can open it is who should; it is not older than it may be. Damaged envelopes are the parser's business.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export declare function checkSealed(file: SealedFile, run: SealedRun): void;
