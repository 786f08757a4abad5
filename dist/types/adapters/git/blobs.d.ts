/** Contents of a repository's blobs, shared by all snapshots of one command: what two of them hold is fetched once. */
export interface Blobs {
    /** Announces a blob; the next read that needs Git fetches all that was announced, in one go. */
    readonly announce: (oid: string, size: number) => void;
    /** The content. Never written to: it is a view into what Git printed, kept for later reads. */
    readonly read: (oid: string, size: number) => Buffer;
}
/** @param root any directory of the repository */
export declare function createBlobs(root: string): Blobs;
