import type { Workspace } from '../workspace.js';
import { documentsNamedIn } from '../stages/link/named-in.js';
import { type Selection } from './selection.js';
/**
 * The documents (`kind/name`, sorted) that may differ between two snapshots: all of them where the structure changed,
 * else those with a file that changed, and those that refer to one of them, directly or through others.
 *
 * @param files answers what files say on both sides, where somebody knows without reading them
 */
export declare function affectedDocuments(base: Workspace, head: Workspace, selection: Selection, files?: FileComparison): Promise<string[]>;
/** What a file refers to. */
export type Targets = ReturnType<typeof documentsNamedIn>;
/** Whether a kind has the same schema on both sides. */
export declare function hasSameSchema(kind: string, base: Workspace, head: Workspace): boolean;
/** Answers about one file on both sides. */
export interface FileComparison {
    /** Whether it has the same content: by object ids where both are known, by one id and bytes, or by bytes. */
    readonly same: (path: string) => boolean;
    /** The documents that a file of the head may refer to. */
    readonly names: (path: string) => Targets;
}
/** The comparison of two workspaces, which remembers its answers: several questions are asked of the same files. */
export declare function comparisonOf(base: Workspace, head: Workspace): FileComparison;
/** What tells a reference is ASCII, which stands in UTF-8 as it stands in Latin-1. */
export declare function namesIn(bytes: Buffer): Targets;
