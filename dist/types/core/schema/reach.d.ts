import type { SchemaNode } from './node.js';
/** The schemas that one schema leads to. */
export type Edges = (node: SchemaNode) => Iterable<SchemaNode>;
/**
 * Answers whether any schema that can be reached from one, itself included, has a property. Linear in the schemas that
 * are reached, all in all: what is found out about one is kept.
 */
export declare function reaching(edges: Edges, has: (node: SchemaNode) => boolean): (node: SchemaNode) => boolean;
/** Where `x-merge` counts: wherever it is certain, from the schema alone, that a schema applies. */
export declare function mergeEdges(node: SchemaNode): Generator<SchemaNode>;
/** Everything that a value or a part of it may have to fit, in any branch. */
export declare function allEdges(node: SchemaNode): Generator<SchemaNode>;
/** The same by whatever reading of the schema: see `possibleApplicatorsOf`. */
export declare function possibleEdges(node: SchemaNode): Generator<SchemaNode>;
