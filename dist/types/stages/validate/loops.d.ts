import { type SchemaNode } from '../../core/schema/schemas.js';
/**
 * A schema in a file that applies to a value because it already applies to it: validating would never end. It is the
 * schema whose reference closes the circle.
 */
export declare function findLoop(root: SchemaNode): SchemaNode | undefined;
