import type { Change, ShadowedEdit } from '../../core/change.js';
/** What one environment has; an environment may come several times, with a document each time. */
export interface PerEnvironment<Item> {
    readonly environment: string;
    readonly changes: Iterable<Item>;
}
/**
 * Folds the changes of many environments: what is the same in several (values, origins and what they shadow) becomes
 * one change with all of their names. By document; in it by pointer, in the order of the documents; then by the first
 * environment. The order of the input counts only within an environment.
 */
export declare function foldChanges(perEnvironment: Iterable<PerEnvironment<Change>>): Change[];
/** Folds shadowed edits likewise: the same edit, without effect for the same reason. */
export declare function foldShadowedEdits(perEnvironment: Iterable<PerEnvironment<ShadowedEdit>>): ShadowedEdit[];
