import type { MergeRule } from '../../core/strategy.js';
import { type Value } from '../../core/value.js';
/** What became of an item: its index before and after, `ABSENT` where it is not there. */
export interface Step {
    readonly before: number;
    readonly after: number;
}
export declare const ABSENT = -1;
/**
 * Lines up two lists so that few items count as different, in the order of `after`. Equal items in line give no step.
 * Named items (by the strategy's key, else by a usual one that tells all of them apart) are lined up by name, others by
 * equality; what is left between two hits is paired in order. Swapping the lists swaps the sides of the steps.
 */
export declare function align(before: readonly Value[], after: readonly Value[], rule?: MergeRule): Step[];
