import { type Value } from '../../core/value.js';
/** An item before and the item after that it is. */
export interface Match {
    readonly before: number;
    readonly after: number;
}
/**
 * The items that are on both sides in the same order, as many as there can be: those of the same name, and of what has
 * none the equal ones. Swapping the lists swaps the sides of the matches. None where finding them would take too long.
 */
export declare function chain(left: readonly Value[], right: readonly Value[], nameOf: (item: Value) => Value | undefined): Match[];
