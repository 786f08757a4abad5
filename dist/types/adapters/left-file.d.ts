/** What stands in the names of files that are being written. */
export declare const MARK = ".cairn-";
/** Whether a path is that of a file which a run is writing, or was when it was killed. */
export declare function isLeft(path: string): boolean;
