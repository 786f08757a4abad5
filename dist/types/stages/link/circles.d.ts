import type { Node } from './nodes.js';
/** A shortest way from a node that is in a circle back to itself: first and last are the node. */
export declare function wayBack(start: Node): readonly Node[];
/** The texts on a way; and the targets where they are not themselves the next text, but hold it. */
export declare function stations(way: readonly Node[]): readonly Node[];
