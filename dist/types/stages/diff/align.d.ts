import type { MergeRule } from '../../core/strategy.js';
import { type Value } from '../../core/value.js';
/** What became of an item: its index before and after, `ABSENT` where it is not there. */
export interface Step {
    readonly before: number;
    readonly after: number;
}
export declare const ABSENT = -1;
type Items = readonly Value[];
/**
 * Lines up two lists so that few items count as different, in the order of `after`. Equal items in line give no step.
 * Mappings are lined up by name (the strategy's key, else a usual one that tells all of them apart), all else by
 * equality; of what is left between two hits, items of one sort are paired in order. Swapping the lists swaps the sides
 * of the steps.
 */
export declare function align(before: Items, after: Items, rule?: MergeRule): Step[];
export {};
