import { type Message } from './message.js';
/**
 * The candidate that a mistyped name most likely meant, or `undefined` where none is near: about a third of the
 * letters may differ, three at most. Ties go to the first in the given order.
 */
export declare function nearest(wanted: string, candidates: Iterable<string>): string | undefined;
/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
export declare function didYouMean(wanted: string, candidates: Iterable<string>): Message;
/** The same for what was found to be near. */
export declare function suggestion(near: string | undefined): Message;
