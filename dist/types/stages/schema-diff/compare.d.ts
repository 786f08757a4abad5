import { type SchemaChange } from '../../core/schema-change.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
/**
 * Compares what the schema of a kind asks at two states, wherever and however it is written down, and says what that
 * means for documents. Both schemas have to be usable (`createSchemaCheck`); `undefined` where the kind has none.
 *
 * What is not major can be relied on: no value that base accepts is refused by head. The reverse does not hold: what
 * cannot be told from the schemas alone counts as major, and the message says so.
 *
 * @returns the changes, the gravest first
 */
export declare function compareSchemas(base: SchemaNode | undefined, head: SchemaNode | undefined): readonly SchemaChange[];
