import { type SchemaNode } from '../../core/schema/schemas.js';
/**
 * Whether two schemas ask the same in the same words: keyword by keyword, references by what they lead to. Linear in
 * what is reached.
 */
export declare function isWrittenAlike(one: SchemaNode, other: SchemaNode): boolean;
/** Whether two schemas, with all files that they lead to, are the same to the letter. */
export declare function areSameFiles(one: SchemaNode, other: SchemaNode): boolean;
