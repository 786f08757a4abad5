/** A node of a graph, with Tarjan's bookkeeping in it. */
export interface Walked {
    /** Order of discovery; 0 for a node that was not visited yet. */
    order: number;
    /** The lowest order that can be reached from it. */
    low: number;
    /** Whether the component that it belongs to is not complete yet. */
    open: boolean;
}
export interface Visitor<N extends Walked> {
    /** Works out what a node needs to know first. */
    readonly expand: (node: N) => readonly N[];
    /** Called once for each node or circle of nodes, when all that it needs besides itself is done. */
    readonly done: (members: readonly N[]) => void;
}
/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own: chains of references may
 * be longer than the call stack. One walker for all walks over a graph: what is done is not visited again.
 */
export declare class ComponentWalker<N extends Walked> {
    #private;
    constructor(visitor: Visitor<N>);
    /** Visits a node and all that it needs. */
    walk(start: N): void;
}
/**
 * A shortest way from a node that is in a circle back to itself: first and last are the node. The node alone where
 * there is none.
 *
 * @param needs the nodes that one leads to, among those of the circle
 */
export declare function wayRound<N>(start: N, needs: (node: N) => Iterable<N>): readonly N[];
