import { Ajv2020 } from 'ajv/dist/2020.js';
import type { SchemaNode } from '../../core/schema/node.js';
import type { Home } from '../../core/schema/types.js';
import type { Budget } from './budget.js';
import type { CopyOrigin } from './copy.js';
import { type World } from './evaluation.js';
/** A place where a value is present that is deprecated; collected while a value is validated. */
export interface Note {
    /** The pointer, as ajv writes it. */
    readonly at: string;
    readonly schema: SchemaNode | undefined;
}
export interface InstanceOptions {
    readonly home: Home;
    readonly origins: WeakMap<object, CopyOrigin>;
    readonly budget: Budget;
    readonly notes: Note[];
    /** Whether a schema finds a value valid. */
    readonly holds: World['holds'];
}
/**
 * An ajv that knows the keywords of our copies (`copy.ts`) and nothing of the world: no meta-schema, no logger, no
 * `$data`, no defaults, no coercion, expressions through the given engine.
 */
export declare function createInstance(options: InstanceOptions): Ajv2020;
