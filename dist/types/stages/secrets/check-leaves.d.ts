import { type Report } from '../../core/finding.js';
import type { RegExpPort } from '../../core/schema/types.js';
import { type SopsLeaf } from '../../core/sops/document.js';
import { type Selector } from '../../core/sops/select.js';
import { type SealedFile } from '../../core/sops/sealed-file.js';
export interface LeavesRun {
    readonly regexp: RegExpPort;
    readonly report: Report;
    /** What the rule for the file selects, and the file that says so. */
    readonly wanted?: Selector;
    readonly rules?: string;
}
/** Says which values stand in clear and should not, and which are sealed and will not be opened. */
export declare function checkLeaves(file: SealedFile, run: LeavesRun): void;
/**
 * The values in clear that a selector selects and that of the file leaves out.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export declare function leftOut(file: SealedFile, selector: Selector, regexp: RegExpPort): readonly SopsLeaf[];
