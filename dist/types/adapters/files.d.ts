import { type Snapshot } from '../core/ports.js';
/**
 * The files below a directory as they are on disk: those that Git tracks, and untracked ones that it does not ignore.
 * What a sparse checkout leaves out is read from the index. Reading is synchronous through one buffer, which is the
 * fastest there is for many small files. No object ids are given: a checkout may have changed line endings, so that an
 * equal id would not mean equal bytes.
 *
 * @param within the files and folders that matter, where that is known beforehand: Git then walks no others. Links may
 *   lead anywhere, so where there is one everything is listed.
 * @throws Failure where the directory is in no repository, or Git refuses
 */
export declare function workingTree(root: string, within?: readonly string[]): Snapshot;
