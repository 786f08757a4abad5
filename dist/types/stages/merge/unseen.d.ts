import { type Value } from '../../core/value.js';
/**
 * Which of `items` are neither in `low` nor earlier in `items`. Items that hold anything opaque are always new: whether
 * two of them are equal is not known. Linear in the size of both.
 */
export declare function unseen(low: readonly Value[], items: readonly Value[]): readonly boolean[];
