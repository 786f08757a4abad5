import type { SchemaNode } from '../../core/schema/node.js';
import { type Value } from '../../core/value.js';
/**
 * Whether a value is certainly valid, and no part of it deprecated. Most documents are: for them nothing has to be
 * compiled, and ajv is not even loaded. What is not told here in a few lines (opaque leaves, draft-07, what schemas
 * leave unevaluated) is left to ajv, as is everything that is invalid. Property tests hold the two together.
 */
export declare function accepts(schema: SchemaNode, value: Value): boolean;
/**
 * Whether a value is what one keyword of a schema asks for; `undefined` where only ajv can tell. Nothing is compiled:
 * this is how values that were opened with a key are judged.
 *
 * @param value without opaque leaves
 */
export declare function fits(node: SchemaNode, keyword: string, value: Value): boolean | undefined;
/** The keywords of a schema that look at a value itself. */
export declare function leafKeywordsOf({ schema }: SchemaNode): readonly string[];
