import type { Search } from '../../core/ports.js';
/**
 * Begins to look for files of a commit that hold one of the texts: `git grep` unpacks contents without handing them
 * over. One thread of it is faster than several, since they wait for one another.
 *
 * @param root the directory; paths are relative to it
 * @param commit an object id
 */
export declare function searchCommit(root: string, commit: string): Search;
