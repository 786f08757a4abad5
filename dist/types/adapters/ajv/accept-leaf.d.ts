import type { SchemaNode } from '../../core/schema/node.js';
import { type Value } from '../../core/value.js';
/** Whether a value that is not opaque fits what one keyword says; `undefined` where only ajv can tell. */
export type LeafTest = (value: Value) => boolean | undefined;
/** Makes the test of a keyword; `undefined` where it asks nothing. */
type Maker = (said: Value, node: SchemaNode) => LeafTest | undefined;
/** What a keyword says that it should not say: ajv's copy of the schema has an answer to that. */
export declare const UNTOLD: () => undefined;
/** The keywords that look at a value itself rather than at what is in it. */
export declare const LEAF_TESTS: ReadonlyMap<string, Maker>;
export {};
