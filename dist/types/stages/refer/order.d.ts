import type { Edge } from './edge.js';
/** In which order documents start. */
export interface StartOrder {
    /** What is in a level needs what is in levels before it and nothing else: it can start together. Sorted. */
    readonly levels: readonly (readonly string[])[];
    /** Documents that need one another, each circle sorted: none of them can be the first. */
    readonly circles: readonly (readonly string[])[];
    /** Documents that need one in a circle, sorted. */
    readonly waiting: readonly string[];
}
/**
 * The order in which the documents of one environment can start, what each needs (names that are `acyclic`) before it.
 *
 * @param documents those to put in order, `kind/name`; what they need comes with them
 */
export declare function startOrder(edges: Iterable<Edge>, documents: Iterable<string>): StartOrder;
