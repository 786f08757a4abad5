import { type Walked } from '../../core/components.js';
import type { Edge } from './edge.js';
/** A document in the graph that edges make. */
export interface GraphNode extends Walked {
    readonly document: string;
    /** The first edge to each document that it speaks of, by that document's name. */
    readonly edges: readonly Edge[];
    /** The documents that it speaks of. */
    readonly needs: readonly GraphNode[];
}
/**
 * The graph of some edges, and of documents that may have none; by `kind/name`. The same edges make the same graph, in
 * whatever order they come.
 */
export declare function graphOf(edges: Iterable<Edge>, documents?: Iterable<string>): ReadonlyMap<string, GraphNode>;
/**
 * The documents in groups, each after what it needs: alone, or in a circle of documents that need one another. A
 * document that needs itself is a circle of one.
 */
export declare function groupsOf(graph: ReadonlyMap<string, GraphNode>): readonly (readonly GraphNode[])[];
export declare function isCircle(group: readonly GraphNode[]): boolean;
