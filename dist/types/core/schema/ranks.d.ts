import type { SchemaNode } from './node.js';
/** For schemas that override others, which. */
export type Ranks = ReadonlyMap<SchemaNode, ReadonlySet<SchemaNode>>;
export declare const NO_RANKS: Ranks;
/** Whether one schema overrides another. */
export type Outranks = (one: SchemaNode, other: SchemaNode) => boolean;
export declare function ranksOf(nodes: ReadonlySet<SchemaNode>, outranks: Outranks): Ranks;
/** The schemas that always apply with one, itself included. */
export declare function alwaysFrom(node: SchemaNode): ReadonlySet<SchemaNode>;
