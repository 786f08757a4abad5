import { type Value } from '../value.js';
import type { SchemaNode } from './node.js';
import type { Scope } from './scope.js';
/** Kinds of values, as a set of bits. */
export type Kinds = number;
export declare const KIND: {
    readonly string: 1;
    readonly integer: 2;
    readonly fraction: 4;
    readonly boolean: 8;
    readonly null: 16;
    readonly list: 32;
    readonly mapping: 64;
};
export declare const ANY: Kinds;
export declare const SCALARS: Kinds;
/** The kind of a value; all of them for an opaque one. */
export declare function kindsOf(value: Value): Kinds;
/**
 * The kinds of values that the schemas at a pointer allow, as far as `type`, `enum` and `const` tell, there and in the
 * branches of `anyOf` and `oneOf`. Never too few.
 */
export declare function kindsAt(scope: Scope): Kinds;
/** The kinds of values that one schema allows, with those that always apply with it; see `kindsAt`. */
export declare function kindsUnder(node: SchemaNode): Kinds;
/**
 * A schema at a pointer that refuses a value by `type`, `enum` or `const` alone; none where that is not certain, as for
 * a text with a reference: what that is, its target says.
 */
export declare function refusing(scope: Scope, value: Value): SchemaNode | undefined;
/** The values that a schema allows, where it lists them. */
export declare function choiceOf(node: SchemaNode): readonly Value[] | undefined;
