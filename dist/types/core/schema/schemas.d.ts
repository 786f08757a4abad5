import type { Place } from '../place.js';
import type { Tokens } from '../pointer.js';
import { type Value } from '../value.js';
import { SchemaNode } from './node.js';
import { type Scope } from './scope.js';
import type { Dialect, RegExpPort, SchemaDocument } from './types.js';
export type { SchemaNode } from './node.js';
export { repeatedIds, resolve, type ReferenceProblem } from './resolve.js';
export { enter, type Scope } from './scope.js';
export type { Dialect, RegExpPort, SchemaDocument } from './types.js';
export { branchOf, unionsOf, type Union } from './union.js';
/** The schemas of a repository and the built-in ones: all that a `$ref` can lead to (`resolve`). */
export interface SchemaSet {
    readonly documents: readonly SchemaDocument[];
    /** The schema that a document is as a whole, by its path; `undefined` where there is no such document. */
    readonly root: (path: string) => SchemaNode | undefined;
}
/** Puts schemas together that may refer to one another. Of two documents with one path the first counts. */
export declare function createSchemas(documents: readonly SchemaDocument[], regexp: RegExpPort): SchemaSet;
/** The dialect that a schema's `$schema` names; `undefined` for one that is not known. */
export declare function dialectOf(schema: Value): Dialect | undefined;
/**
 * The subschemas that apply unconditionally at a pointer of a value, nearest first: through `$ref`, `allOf`,
 * `properties`, `patternProperties`, `additionalProperties`, `items` and `prefixItems`, and the branch of a
 * discriminated union whose tag the value has. Boolean schemas are among them. What `anyOf`, `if` and other `oneOf` say
 * is not: it may not hold. Whoever walks a value asks `enter` once and then steps (`Scope`).
 *
 * @param value the whole value that `root` is the schema of; the pointer may lead to nothing in it.
 */
export declare function applicable(root: SchemaNode, tokens: Tokens, value: Value | undefined): readonly SchemaNode[];
/** The scope at a pointer of a value: see `applicable`. */
export declare function scopeAt(root: SchemaNode, tokens: Tokens, value: Value | undefined): Scope;
/**
 * Whether the schema puts what is at a pointer under `x-secret`, there or above, in any branch that might apply; or
 * might, for all that can be read of it (`isSecretScope`).
 */
export declare function isSecretAt(root: SchemaNode, tokens: Tokens): boolean;
/**
 * Where a schema, or one of its keywords, stands in its file; the nearest place above where it has none of its own.
 *
 * @param part of the keyword: the `value` (what it says) or the `key` (that it is there). A schema is at its key.
 */
export declare function placeOfSchema(node: SchemaNode, keyword?: string, part?: 'key' | 'value'): Place;
