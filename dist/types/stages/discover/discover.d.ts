import type { Config, LayoutEntry } from '../../core/config.js';
import type { Discovery } from '../../core/discovery.js';
import { type Report } from '../../core/finding.js';
import type { SnapshotEntry } from '../../core/ports.js';
import type { Tree } from '../../core/tree.js';
/** Reads and parses a file; its problems are reported by whoever parses, and stand in the trees as holes. */
export type ParseFile = (path: string, how: Pick<LayoutEntry, 'stream' | 'separator'>) => readonly Tree[];
export interface DiscoverInput {
    /** Sorted by path. */
    readonly entries: readonly SnapshotEntry[];
    readonly config: Config;
    /** Called only for environment files, and for files whose layers the layout tells by their content. */
    readonly parse: ParseFile;
}
/**
 * Finds out which files are layers of which documents, and which environments there are (DESIGN §2). Every file under
 * the layout's roots is used, ignored by name, or reported. Files are read only where the layout looks into them.
 */
export declare function discover(input: DiscoverInput, report: Report): Discovery;
