import type { SnapshotEntry } from '../../core/ports.js';
/** What the mode of an index or tree entry says the file is, in octal as Git prints it (git-fast-import(1)). */
export declare function typeOfMode(mode: string): SnapshotEntry['type'];
