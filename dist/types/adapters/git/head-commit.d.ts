/** The commit that is checked out, as the commit itself says: a shallow clone tells its parents, too. */
export interface HeadCommit {
    readonly commit: string;
    /** Object ids, the branch that was merged into first. They need not be in this clone. */
    readonly parents: readonly string[];
}
/** `undefined` where there is no commit yet. */
export declare function headCommit(root: string): HeadCommit | undefined;
/**
 * Whether a commit is in this clone. Fetches nothing (`git rev-list` is the one command that looks for objects without
 * fetching them, in every version of Git).
 *
 * @param commit an object id
 */
export declare function hasCommit(root: string, commit: string): boolean;
