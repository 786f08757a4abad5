import { type Message } from '../../core/message.js';
import { type Dialect } from '../../core/schema/types.js';
import { type Value } from '../../core/value.js';
/** What a keyword of JSON Schema must hold (2020-12 and draft-07 meta-schemas). */
export interface Shape {
    readonly fits: (value: Value, dialect: Dialect) => boolean;
    readonly words: Message;
}
export declare const TYPE_NAMES: readonly ["string", "integer", "number", "boolean", "object", "array", "null"];
/** The keywords of a dialect, and what each must hold; others mean nothing to it. */
export declare const SHAPES: Readonly<Record<Dialect, ReadonlyMap<string, Shape>>>;
