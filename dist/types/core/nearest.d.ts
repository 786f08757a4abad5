/**
 * The candidate that a mistyped name most likely meant, or `undefined` where none is near: about a third of the
 * letters may differ, three at most. Ties go to the first in the given order.
 */
export declare function nearest(wanted: string, candidates: Iterable<string>): string | undefined;
