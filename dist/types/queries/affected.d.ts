import type { Workspace } from '../workspace.js';
import { type Selection } from './selection.js';
/**
 * The documents (`kind/name`, sorted) that may differ between two snapshots: all of them where the structure changed,
 * else those with a file that changed, and, if there are any, those with references, since a target may have changed.
 */
export declare function affectedDocuments(base: Workspace, head: Workspace, selection: Selection): string[];
/** Whether a kind has the same schema on both sides. */
export declare function hasSameSchema(kind: string, base: Workspace, head: Workspace): boolean;
/** Answers about one file on both sides. */
export interface FileComparison {
    /** Whether it has the same content: by object ids where both are known, by one id and bytes, or by bytes. */
    readonly same: (path: string) => boolean;
    /** Whether a file that is the same may hold references. */
    readonly refers: (path: string) => boolean;
}
/** The comparison of two workspaces, which remembers its answers: several questions are asked of the same files. */
export declare function comparisonOf(base: Workspace, head: Workspace): FileComparison;
