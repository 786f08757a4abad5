/**
 * Brings contents that a partial clone left out (gitglossary(7), promisor), as Git itself does when it needs one, but
 * all in one go: asked for a list of contents, `git cat-file` would fetch each by itself.
 *
 * @returns the ids that the clone has now; all of them unless `GIT_NO_LAZY_FETCH` says that nothing may be fetched
 * @throws Failure where the remote does not give them
 */
export declare function fetchPromised(root: string, oids: readonly string[]): readonly string[];
/** Packs from a remote that keeps what they lack are marked as such (gitformat-pack(5)). */
export declare function isPartial(root: string): boolean;
