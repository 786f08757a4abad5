import { type Value } from '../value.js';
import type { SchemaNode } from './node.js';
import type { Scope } from './scope.js';
/** What the schemas that apply at one pointer say with one keyword. */
export interface Decision {
    /** The schema that counts. */
    readonly node: SchemaNode;
    readonly value: Value;
    /** Another schema that says something else and has as much right to. */
    readonly rival?: SchemaNode;
}
/**
 * Which schema decides about a keyword that can count only once, such as `default`. A schema overrides those that it
 * refers to, of the same value and of what is below: what stands beside a `$ref` or an `allOf` is said on purpose.
 * Others that differ are rivals.
 */
export declare function decide(scope: Scope, keyword: string): Decision | undefined;
