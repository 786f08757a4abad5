import { Opaque } from './opaque.js';
/** What a layer or an effective document holds: JSON, and opaque leaves. Never mutated once a stage has returned it. */
export type Value = null | boolean | number | string | Opaque | readonly Value[] | Mapping;
export interface Mapping {
    readonly [key: string]: Value;
}
/** A mapping under construction. */
export type MutableMapping = Record<string, Value>;
/** True for mappings only: not for lists, null or opaque leaves. */
export declare function isMapping(value: Value | undefined): value is Mapping;
export declare function isList(value: Value | undefined): value is readonly Value[];
/** Sets a key as an own property, `__proto__` included: no key of a document ever touches a prototype. */
export declare function put(mapping: MutableMapping, key: string, value: Value): void;
/** The own value of a key, `undefined` where there is none; `__proto__` and `constructor` are keys like any other. */
export declare function own(mapping: Mapping, key: string): Value | undefined;
/** The value at a pointer's tokens, `undefined` where the path leads nowhere. List items are reached by index. */
export declare function valueAt(value: Value, tokens: readonly string[]): Value | undefined;
/** The word a person uses for what a value is. */
export type ValueKind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'mapping' | Opaque['opaque'];
export declare function kindOf(value: Value): ValueKind;
/**
 * Deep equality of values. Two holes are equal, two sealed leaves by ciphertext, two unresolved ones by their parts,
 * two secrets only if the same one.
 */
export declare function sameValue(a: Value, b: Value): boolean;
