import { type Report } from '../../core/finding.js';
/**
 * Reports the files under the layout's roots that nothing uses: one finding for each topmost folder in which no file is
 * used, and one for the rest of a folder in which some are. It is told at the first of the files.
 *
 * @param used the files that are used
 * @param roots the folders to account for, each with its slash; the empty one is the whole repository
 */
export declare function reportUnused(unused: readonly string[], { used, roots }: {
    readonly used: readonly string[];
    readonly roots: readonly string[];
}, report: Report): void;
