import type { Value } from '../../core/value.js';
import { type Fold, type Folding } from './folding.js';
import { type Spot } from './spot.js';
interface KeyedContext {
    readonly spot: Spot;
    readonly run: Folding;
    readonly fold: Fold;
}
/**
 * Merges a list whose elements are told apart by a key. The order of `low` is kept: an element of `high` is merged with
 * the one that has its key, appended as written where there is none, and with `$remove` takes it away.
 */
export declare function foldKeyed(low: readonly Value[], high: readonly Value[], key: string, { spot, run, fold }: KeyedContext): readonly Value[];
export {};
