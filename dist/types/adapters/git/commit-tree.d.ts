import type { Snapshot } from '../../core/ports.js';
import { type Blobs } from './blobs.js';
export interface CommitTreeOptions {
    /** Where contents are kept; hand one to all snapshots of a command, so that they share it. */
    readonly blobs?: Blobs;
    /** Another commit of the same directory: where both have the same files it is not listed once more. */
    readonly like?: Snapshot;
}
/**
 * A directory as it is in a commit. Nothing is checked out: `git ls-tree` lists it, `git cat-file` brings all contents
 * that were announced: once their sizes, once the contents themselves. Links are followed within the commit.
 *
 * @param root the directory; what it holds is listed relative to it
 * @param commitish any revision; a whole object id is taken at its word
 * @throws Failure where there is no such commit, or Git refuses
 */
export declare function commitTree(root: string, commitish: string, options?: CommitTreeOptions): Snapshot;
