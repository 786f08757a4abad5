/** The folder of a file, empty for the root of the repository. */
export declare function folderOf(path: string): string;
/** The last part of a path. */
export declare function baseOf(path: string): string;
/**
 * Where a relative path leads from a folder (empty for the root of the repository); `undefined` for an absolute one,
 * and for one that leads out of the repository.
 */
export declare function pathFrom(folder: string, path: string): string | undefined;
