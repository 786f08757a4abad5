export interface Repository {
    /** The top level of the working tree, an absolute path without symbolic links. */
    readonly top: string;
    /** The directory that was asked about, relative to the top level, with `/`; empty for the top level itself. */
    readonly prefix: string;
}
/**
 * The repository that a directory lies in, found as Git finds it (gitrepository-layout(5)), without starting Git.
 *
 * @throws Failure where there is no such directory, no repository, or a bare one
 */
export declare function repositoryOf(directory: string): Repository;
/**
 * Where a repository's objects and its list of cut-off commits are: `.git`, or for a linked worktree or a submodule the
 * directory that its `.git` file leads to (gitrepository-layout(5)).
 *
 * @param top a top level as `repositoryOf` gives it
 */
export declare function commonDirectory(top: string): string;
/** Where the index of a working tree is: `.git`, or the directory that a `.git` file leads to. */
export declare function gitDirectory(top: string): string;
