import type { SchemaNode } from '../../core/schema/node.js';
import { type DynamicScope } from './dynamic-scope.js';
import { type Mode } from './mode.js';
import { type Target } from './target.js';
/**
 * Which keys and items a schema counts as evaluated (2020-12 §11): what `unevaluatedProperties` and `unevaluatedItems`
 * leave alone. ajv's own bookkeeping of this fails where branches are tried out, so it is not used.
 */
export interface Evaluation {
    readonly everyKey: boolean;
    readonly names: ReadonlySet<string>;
    readonly patterns: ReadonlySet<string>;
    readonly everyItem: boolean;
    /** Items from the first on. */
    readonly prefix: number;
    /** Items that hold what one of these asks. */
    readonly containing: ReadonlySet<Target>;
    /** What counts besides where a condition holds. */
    readonly parts: ReadonlySet<Part>;
}
export interface Part {
    /** A schema that the value must satisfy, or must not, or a key that it must have. */
    readonly when: {
        readonly schema: Target;
        readonly holds: boolean;
    } | {
        readonly key: string;
    };
    readonly evaluation: Evaluation;
}
/** Says what schemas evaluate, each worked out once. */
export declare class Evaluations {
    #private;
    /** What the keywords of a schema evaluate, itself no `unevaluated…`. */
    besides(node: SchemaNode, mode: Mode, scope: DynamicScope): Evaluation;
}
/** What deciding about keys and items takes. */
export interface World {
    readonly matches: (pattern: string, key: string) => boolean;
    readonly holds: (schema: Target, data: unknown) => boolean;
}
/** The keys of a mapping that nothing evaluates. */
export declare function keysLeft(evaluation: Evaluation, data: object, world: World): readonly string[];
/** The indexes of a list that nothing evaluates. */
export declare function itemsLeft(evaluation: Evaluation, data: readonly unknown[], world: World): readonly number[];
