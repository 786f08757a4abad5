import type { SnapshotEntry } from '../core/ports.js';
/** The files of a tree, sorted by path (UTF-16 order), found by path. */
export declare class Listing<E extends SnapshotEntry> {
    #private;
    readonly entries: readonly E[];
    /**
     * Takes the entries over; of several with one path the first counts.
     *
     * @param like a listing that has the same paths; what is found by path there need not be gone through again
     */
    constructor(entries: readonly E[], like?: Listing<E>);
    get(path: string): E | undefined;
    /** Whether a file lies below a path; the root is a directory even when it is empty. */
    isDirectory(path: string): boolean;
}
