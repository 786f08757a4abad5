import type { ErrorObject } from 'ajv/dist/2020.js';
import type { SchemaNode } from '../../core/schema/node.js';
import type { Home } from '../../core/schema/types.js';
import { type CopyOrigin } from './copy.js';
import { type Note } from './instance.js';
import type { Mode } from './mode.js';
export interface Answer {
    readonly valid: boolean;
    readonly errors: readonly ErrorObject[];
    readonly notes: readonly Note[];
}
/** Compiles the schemas of one set, each when it is first asked for, and runs them. */
export declare class Engine {
    #private;
    readonly origins: WeakMap<object, CopyOrigin>;
    constructor(home: Home);
    /** `undefined` where the schema asks for too much work, be it to compile it or to validate the value. */
    run(schema: SchemaNode, mode: Mode, data: unknown): Answer | undefined;
}
