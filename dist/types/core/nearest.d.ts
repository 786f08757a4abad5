import { type Message } from './message.js';
/** Longer names are near to nothing: comparing takes time by the square of the length, and nobody types them. */
export declare const LONGEST_COMPARED = 100;
/**
 * Counts the work of looking for near names, in characters that are compared. Whoever looks for many shares one among
 * them: when it is used up, nothing is near any more.
 */
export declare class NearestBudget {
    #private;
    constructor(most?: number);
    get left(): number;
    /** Whether there was anything left for it. */
    spend(work: number): boolean;
}
/**
 * The candidate that a mistyped name most likely meant, or `undefined` where none is near: about a third of the
 * letters may differ, three at most. Ties go to the first in the given order.
 */
export declare function nearest(wanted: string, candidates: Iterable<string>, budget?: NearestBudget): string | undefined;
/** The slips between two names: Levenshtein's distance, but two letters that changed places are one. */
export declare function slips(wanted: string, candidate: string): number;
/** The end of a sentence about a name that is not known: the nearest that is, or nothing. */
export declare function didYouMean(wanted: string, candidates: Iterable<string>): Message;
/** The same for what was found to be near. */
export declare function suggestion(near: string | undefined): Message;
