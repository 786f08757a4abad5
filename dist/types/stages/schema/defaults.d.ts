import type { Tokens } from '../../core/pointer.js';
import { type SchemaNode } from '../../core/schema/schemas.js';
import { type Value } from '../../core/value.js';
import { type Plan } from './default-plans.js';
/** Told of each value that was filled in, and of the schema whose `default` it is. */
export type Filled = (tokens: Tokens, node: SchemaNode) => void;
/** Told of the schema at whose `default` the filling stopped: a document would grow by more than `MAX_NODES`. */
export type TooMany = (node: SchemaNode) => void;
/**
 * Fills the defaults of a schema into a value: for keys that a mapping lacks, where the mapping is there; a default
 * that was filled in may bring in further ones. Lists grow no items. Conditions (`if`, `anyOf`, undiscriminated
 * `oneOf`) contribute none; a discriminated branch does once its tag is there, be that by default. Pure: the value is
 * copied only on the way to what is filled in. Filling twice fills nothing more.
 *
 * A default that `checkDefaults` finds invalid is filled in as a hole; one that would never end is not filled in.
 */
export declare function fillDefaults(value: Value, root: SchemaNode, filled?: Filled, tooMany?: TooMany): Value;
/** Whether a default never ends. */
export declare function isEndless(plan: Plan): boolean;
