import type { SchemaNode } from './node.js';
import type { Scope } from './scope.js';
/**
 * Whether the schemas that may apply at a pointer put what is there under `x-secret`, or might for all that can be read
 * of them: more of them apply than are looked at, or one is wrong in a way that may hide an `x-secret`. What is hidden
 * without need costs less than what is shown.
 *
 * @param scope entered with the reach `maybe`
 */
export declare function isSecretScope(scope: Scope): boolean;
/** The same of schemas that apply to one value, and all that may apply with them. */
export declare function isSecretUnder(schemas: ReadonlySet<SchemaNode>): boolean;
/** Whether what a schema applies to, or anything in it, may be under `x-secret`. */
export declare const mayHoldSecret: (node: SchemaNode) => boolean;
