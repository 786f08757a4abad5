import { type Report } from '../../core/finding.js';
import { type CreationRule } from '../../core/sops/creation-rules.js';
import { type SealedFile } from '../../core/sops/sealed-file.js';
/** What of the rule is compared besides its recipients. */
export interface RuleRun {
    readonly rule: CreationRule;
    /** The path of the rules. */
    readonly rules: string;
    readonly report: Report;
    /** Whether a value in clear has told already that the selector is another. */
    readonly isSelectorTold: boolean;
}
/**
 * Reports where a file was encrypted otherwise than its rule says now: what of it is encrypted, what its MAC covers,
 * and how its recipients are grouped. An encrypted file keeps all of these from the day that it was made, so that a
 * value which the rule would encrypt is written into it in clear. Selectors that could differ for keys which are not
 * there yet are told, too; those that are the same in other words are not.
 */
export declare function checkRule(file: SealedFile, run: RuleRun): void;
