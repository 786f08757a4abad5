import type { Report } from '../../core/finding.js';
import type { TreeBuilder } from './tree-builder.js';
/**
 * Reports every key that a mapping gives more than once, at each place after the first. A second `<<` is none: people
 * write them, every parser takes them, and each brings what those before it have not.
 *
 * @param node the mapping's node, its entries closed.
 */
export declare function reportDuplicates(builder: TreeBuilder, node: number, report: Report): void;
