import type { SchemaNode } from './node.js';
/** For schemas that nothing leads to in a way in which `x-merge` counts: the keyword through which something does. */
export type Uncounted = ReadonlyMap<SchemaNode, string>;
/**
 * Which schemas are used, from the given ones on, but nowhere where `x-merge` counts. What is never used (a definition
 * that waits for a `$ref`) is not among them.
 */
export declare function uncountedFrom(roots: Iterable<SchemaNode>): Uncounted;
