import type { Change, ShadowedEdit } from '../../core/change.js';
import type { Effective } from '../../core/effective.js';
/** One document in one environment, before and after, with all of its changes there. */
export interface ShadowedOptions {
    readonly before: Effective | undefined;
    readonly after: Effective | undefined;
    /** What `diffLinked` says of the two. */
    readonly changes: readonly Change[];
}
/**
 * The edited leaves of a document's layers that change nothing in an environment, each with who decides instead. Only
 * what is merged to the very same value counts as such an edit: one that a reference makes come out the same is neither
 * a change nor without effect, and neither is one where a hole stays a hole. Origins are asked for only where there is
 * such an edit.
 */
export declare function shadowedEdits({ before, after, changes }: ShadowedOptions): ShadowedEdit[];
