import type { Edge } from './edge.js';
/** A document that speaks of another one, or of one that does so. */
export interface Dependent {
    /** `kind/name`. */
    readonly document: string;
    /** What leads from it to the document asked about, that one last: of several ways a shortest. */
    readonly way: readonly string[];
    /** Where it speaks of the first document of the way. */
    readonly edges: readonly Edge[];
}
/**
 * The documents of one environment that depend on one, by names and references alike: those that speak of it first,
 * then those that speak of these, and so on; each once, sorted within the same distance.
 *
 * @param document `kind/name`
 */
export declare function dependentsOf(edges: Iterable<Edge>, document: string): readonly Dependent[];
