import type { FileChange } from '../../core/danger.js';
/**
 * Which of some paths are there in a commit, as files or folders. Trees alone are read.
 *
 * @param paths seen from the top of the repository
 * @returns those that are files, and with `/` at the end those that are folders; a link may be either. `undefined`
 *   where Git does not have the commit
 */
export declare function pathsIn(directory: string, commit: string, paths: readonly string[]): ReadonlySet<string> | undefined;
/**
 * The files of a repository that two commits do not have alike and that lie outside of a folder, seen from that folder:
 * `../.github/workflows/ci.yaml`. Trees alone are read (git-diff-tree(1)).
 *
 * @returns none for the top of the repository; `undefined` where Git does not have both commits
 */
export declare function changedOutside(folder: string, base: string, head: string): readonly FileChange[] | undefined;
