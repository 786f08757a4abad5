import type { MergeRule } from '../../core/strategy.js';
import type { Value } from '../../core/value.js';
import { type Folding } from './folding.js';
import type { Spot } from './spot.js';
/** What may be done with two lists besides replacing the lower one. */
export type ListRule = Exclude<MergeRule, 'replace'>;
type Addition = Exclude<ListRule, object>;
/** Adds the items of a layer, as they are written, to a list. */
export declare function addItems(low: readonly Value[], high: readonly Value[], rule: Addition, { spot, run }: {
    readonly spot: Spot;
    readonly run: Folding;
}): readonly Value[];
export {};
