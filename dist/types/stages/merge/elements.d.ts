import type { Strategy } from '../../core/strategy.js';
import { type Value } from '../../core/value.js';
import type { Complaints } from './complaints.js';
import type { Spot } from './spot.js';
/** The key of a list that is merged by one. */
export declare function listKey(strategy: Strategy | undefined): string | undefined;
/** What identifies an element. 1 and "1" are different. */
export type ElementId = string | number | boolean;
/** The id of an element; `undefined` where it has none that can be compared. */
export declare function idOf(element: Value, key: string): ElementId | undefined;
/** Whether an element says that the one with its key is to go: `{name: x, $remove: true}`. */
export declare function isRemoval(element: Value): boolean;
/** Checks the elements that one layer gives to a keyed list: each must have a key, and one of its own. */
export declare class ElementCheck {
    #private;
    constructor(key: string, complaints: Complaints | undefined);
    /** The id of the next element; what is wrong with it is reported. */
    next(element: Value, index: number, spot: Spot): ElementId | undefined;
}
/** Whether a strategy has a keyed list anywhere. */
export declare function hasKeyedLists(strategy: Strategy | undefined): boolean;
