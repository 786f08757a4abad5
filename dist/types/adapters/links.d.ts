import type { ReadProblem } from '../core/ports.js';
/** What a tree has at a path (relative to the repository's top level), as far as following links needs to know. */
export type LinkStep = 'file' | 'directory' | 'submodule' | {
    readonly target: string;
} | undefined;
export type Resolved = {
    readonly path: string;
    readonly problem?: undefined;
} | {
    readonly problem: ReadProblem;
    readonly path?: undefined;
};
/**
 * Follows a symbolic link through a tree, the same way in a working tree and in a commit: only what the tree lists
 * counts, so a link to an ignored file, into `.git`, into a submodule, to an absolute path or above the top level is
 * never followed, on whatever machine.
 *
 * @param link the link's path, relative to the top level
 * @param at what the tree has at such a path
 * @returns the file that the link leads to, or why there is none
 */
export declare function resolveLink(link: string, at: (path: string) => LinkStep): Resolved;
/** A file as seen from a directory: what both are called from the top level. Starts with `../` where it is outside. */
export declare function seenFrom(directory: string, file: string): string;
