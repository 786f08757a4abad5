/** The order of a lineage, highest precedence first, and the names whose order could not be kept. */
export interface Linearization {
    readonly order: readonly string[];
    /** Names of which each has to come before the next one, and the last before the first. */
    readonly conflict?: readonly string[];
}
/**
 * C3's merge: one list with every name once, in which the parents' lineages and the parents themselves keep their order
 * (Barrett et al., "A Monotonic Superclass Linearization for Dylan", 1996). Earlier lineages win where the order is
 * free. Where none keeps everything, the lineages are joined one after the other and each name stays at its last place,
 * so that what is shared lies lowest.
 *
 * @param lineages of the parents, highest precedence first, each with its parent at its head
 */
export declare function mergeLineages(lineages: readonly (readonly string[])[]): Linearization;
