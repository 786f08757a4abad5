import type { Pointer } from './pointer.js';
import type { Value, ValueKind } from './value.js';
declare const messageBrand: unique symbol;
declare const nameBrand: unique symbol;
declare const shownBrand: unique symbol;
/** Text for people. Only `say` makes one, so no message can hold a value that was not shown on purpose. */
export type Message = string & {
    readonly [messageBrand]: true;
};
/** A name from the repository: a file, key, environment, kind, document or tag; escaped and of bounded length. */
export type Name = string & {
    readonly [nameBrand]: true;
};
/** A value that may be seen: neither opaque nor under `x-secret`; escaped, at most 80 code points. */
export type Shown = string & {
    readonly [shownBrand]: true;
};
type Sayable = Message | Name | Shown | Pointer | ValueKind | number;
/**
 * Makes a message from pointers, names, kinds of values, numbers, shown values and other messages. A raw string does
 * not compile: whatever comes from a file has to pass `name` or `shown` first.
 */
export declare function say(fixed: TemplateStringsArray, ...parts: readonly Sayable[]): Message;
/** Joins messages or names: `a, b and c`. */
export declare function list(parts: readonly (Message | Name)[], last?: 'and' | 'or'): Message;
/** A name from the repository as it may stand in a message. */
export declare function name(text: string): Name;
/**
 * A leaf as it may stand in a message: strings in quotes, scalars as JSON. `undefined` for what must not be shown:
 * opaque leaves, collections, and whatever the caller knows to be under `x-secret` (it does not call this).
 */
export declare function shown(value: Value): Shown | undefined;
export declare function escapeControls(text: string): string;
export {};
