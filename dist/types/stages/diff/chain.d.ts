import { type Value } from '../../core/value.js';
/** An item before and the item after that it is. */
export interface Match {
    readonly before: number;
    readonly after: number;
}
/**
 * The items that are on both sides in the same order, as many as there can be: equal ones, or with `idOf` the ones of
 * the same id. Swapping the lists swaps the sides of the matches. None where finding them would take too long.
 */
export declare function chain(left: readonly Value[], right: readonly Value[], idOf?: (item: Value) => Value): Match[];
