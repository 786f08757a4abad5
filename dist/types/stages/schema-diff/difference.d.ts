import type { Message } from '../../core/message.js';
import type { Tokens } from '../../core/pointer.js';
import type { ChangeLevel } from '../../core/schema-change.js';
import type { SchemaNode } from '../../core/schema/schemas.js';
import type { Spot, View } from './view.js';
/** What is said differently of the values at one place. */
export interface Difference {
    readonly level: ChangeLevel;
    readonly keyword: string;
    readonly message: Message;
    readonly base?: Spot;
    readonly head?: Spot;
    /** From there to what it is about. */
    readonly below?: Tokens;
}
/** Questions that one part of the comparison has about another. */
export interface Asking {
    /** Whether every value that `narrow` accepts is accepted by `wide`; never true without that being certain. */
    readonly within: (narrow: View, wide: View) => boolean;
    /** Whether it is certain that no value is accepted by both. */
    readonly apart: (one: View, other: View) => boolean;
    /** Whether two schemas are written alike, except for what only people read. */
    readonly same: (one: SchemaNode, other: SchemaNode) => boolean;
}
/** The two sides that are told about, and what may be said of them. */
export interface Sides {
    readonly base: View;
    readonly head: View;
    /** Values that the schema names are under `x-secret`. */
    readonly hidden: boolean;
}
/** One thing that a schema can ask of values. */
export interface Aspect {
    /** Whether the one side asks something that the other does not guarantee: whether it may refuse what that accepts. */
    readonly asksMore: (to: View, from: View, asking: Asking) => boolean;
    /** What changes; at least one major difference where head asks more, and none where it does not. */
    readonly tell: (sides: Sides, asking: Asking) => readonly Difference[];
}
/** A spot on each side where there is one. */
export declare function spots(base: Spot | undefined, head: Spot | undefined): Pick<Difference, 'base' | 'head'>;
/** The first schema that says a keyword. */
export declare function saying(view: View, ...keywords: readonly string[]): Spot | undefined;
/** The schema that is nearest, where any is. */
export declare function nearestIn(view: View): Spot | undefined;
