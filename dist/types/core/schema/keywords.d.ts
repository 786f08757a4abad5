import type { SchemaNode } from './node.js';
/**
 * The keywords that hold schemas, and how, of 2020-12 and draft-07 alike. `items` may be a list in draft-07, and
 * entries of `dependencies` may be lists of names.
 */
export declare const HOLDERS: ReadonlyMap<string, 'schema' | 'list' | 'map'>;
/** Keywords whose schemas are there for others to refer to. */
export declare const DEFINITIONS: ReadonlySet<string>;
/** The schemas that stand directly below a keyword of a schema, with their tokens; the keyword itself has none. */
export declare function heldBy(node: SchemaNode, keyword: string): readonly (readonly [token: string, node: SchemaNode])[];
/** A schema and every schema that is written below it, in the order of the text. References are not followed. */
export declare function schemasBelow(root: SchemaNode): Generator<SchemaNode>;
