import type { SchemaNode } from '../../core/schema/node.js';
import { type DynamicScope } from './dynamic-scope.js';
import type { Mode } from './mode.js';
/** A schema that is referred to: each is one function in what ajv generates. */
export interface Target {
    readonly uri: string;
    readonly node: SchemaNode;
    readonly mode: Mode;
    readonly scope: DynamicScope;
}
/** @param from the scope of the schema that refers to it. */
export declare function targetOf(node: SchemaNode, mode: Mode, from: DynamicScope): Target;
