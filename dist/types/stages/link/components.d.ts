import type { Node } from './nodes.js';
export interface Visitor {
    /** Works out what a node needs to know first. */
    readonly expand: (node: Node) => readonly Node[];
    /** Called once for each node or circle of nodes, when all that it needs besides itself is done. */
    readonly done: (members: readonly Node[]) => void;
}
/**
 * Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), with a stack of its own: chains of references may
 * be longer than the call stack. One walker for all walks over a graph: what is done is not visited again.
 */
export declare class ComponentWalker {
    #private;
    constructor(visitor: Visitor);
    /** Visits a node and all that it needs. */
    walk(start: Node): void;
}
