import type { SchemaNode } from './node.js';
import { type Home } from './types.js';
/** Where a reference leads. */
export type Resolution = {
    readonly node: SchemaNode;
    readonly problem?: undefined;
} | {
    readonly node?: undefined;
    readonly problem: ReferenceProblem;
    readonly nearest?: string;
};
/**
 * Why a `$ref` leads nowhere. `remote`: a URI that no schema here has as its `$id`; nothing is ever fetched.
 * `nearest` is then the whole reference that was probably meant.
 */
export type ReferenceProblem = 'remote' | 'no-document' | 'no-anchor' | 'no-place' | 'no-schema';
/** Makes the documents of a set known to the references in them. */
export declare function connect(home: Home, roots: ReadonlyMap<string, SchemaNode>): void;
/**
 * Where a reference leads that is written in `from`: `#/$defs/x`, `#anchor`, `common.yaml#/$defs/port`, `cairn:name`,
 * or a URI that some schema of the set has as its `$id`. Relative ones are resolved against the `$id` in force, and
 * where nothing has that URI, against the folder of the file. Never to anything outside the set.
 */
export declare function resolve(from: SchemaNode, reference: string): Resolution;
/**
 * The schemas that a `$dynamicRef` may lead to, depending on the way on which evaluation comes to it: what it leads to
 * by itself, and every schema of the set that has a dynamic anchor of that name.
 */
export declare function dynamicTargets(from: SchemaNode, reference: string): readonly SchemaNode[];
/** A schema with an `$id` that another one has already, or that is the path of another file: it leads to that one. */
export interface RepeatedId {
    readonly node: SchemaNode;
    readonly first: SchemaNode;
}
/** Every `$id` of a set that is not the first one with its URI. */
export declare function repeatedIds(home: Home): readonly RepeatedId[];
