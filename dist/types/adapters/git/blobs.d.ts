/** Contents of a repository's blobs, shared by all snapshots of one command: what two of them hold is fetched once. */
export interface Blobs {
    /** Announces a blob; the next read that needs Git fetches all that was announced, in one go. */
    readonly announce: (oid: string) => void;
    /**
     * The content. Never written to: it is a view into what Git printed, kept for later reads. What is larger than files
     * may be is not loaded.
     *
     * @throws Failure where the clone lacks it
     */
    readonly read: (oid: string) => BlobResult;
}
type BlobResult = {
    readonly bytes: Buffer;
    readonly problem?: undefined;
} | {
    readonly problem: 'too-large';
    readonly bytes?: undefined;
};
/** @param root any directory of the repository */
export declare function createBlobs(root: string): Blobs;
export {};
