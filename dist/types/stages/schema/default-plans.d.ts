import type { Tokens } from '../../core/pointer.js';
import { type Decision } from '../../core/schema/decide.js';
import { type SchemaNode, type Scope } from '../../core/schema/schemas.js';
import type { Value } from '../../core/value.js';
/** What is filled in for one absent key of the mappings in a scope. */
export interface Plan {
    readonly key: string;
    /** Who says so, and whom that contradicts. */
    readonly decision: Decision;
    /** The scope of what is filled in. */
    readonly scope: Scope;
    /** Whether `type`, `enum` or `const` refuses the default. */
    readonly refused: boolean;
    /** What the defaults below it make of the default, once that has been asked for; see `completed`. */
    complete?: Completed | 'endless';
}
/** A default with the defaults below it. */
export interface Completed {
    readonly value: Value;
    /** What was filled in below it, by pointers from there. */
    readonly fills: readonly Fill[];
    /** How many defaults stand in one another, this one included. */
    readonly height: number;
}
export interface Fill {
    readonly tokens: Tokens;
    readonly node: SchemaNode;
}
/** The defaults for keys of the mappings in a scope, in the order of the schema. */
export declare function plansOf(scope: Scope): readonly Plan[];
/** The value that a plan starts from: a hole for a default that its own schema refuses, which is a finding there. */
export declare function startOf({ decision, refused }: Plan): Value;
/** Whether anything can be filled in at or below the values in a scope. */
export declare function mayFill(scope: Scope): boolean;
