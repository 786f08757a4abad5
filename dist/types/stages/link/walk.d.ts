import type { Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
/** A text that holds `${cairn:`, and where it stands. */
export interface HoldingText {
    readonly tokens: Tokens;
    readonly text: string;
}
/**
 * The texts in a value that hold references, in the order of the document. Keys are not looked at.
 *
 * @param at tokens that lead to the value; those of the texts start with them
 */
export declare function textsIn(value: Value, at?: Tokens): HoldingText[];
/** A value that is to be put where a text was found. */
export interface Replacement {
    readonly tokens: Tokens;
    readonly value: Value;
}
/**
 * The value with others in the place of its texts. Copies only what lies on the way to them.
 *
 * @param replacements in the order of `textsIn`
 * @param depth number of tokens that lead to the value
 */
export declare function replaceTexts(value: Value, replacements: readonly Replacement[], depth?: number): Value;
export type Arrival = {
    readonly is: 'value';
    readonly value: Value;
}
/** A text with references stands at the first `depth` tokens: what is further down is in what it resolves to. */
 | {
    readonly is: 'reference';
    readonly text: string;
    readonly depth: number;
}
/** The first `depth` tokens lead to `parent`, which has no such child. */
 | {
    readonly is: 'missing';
    readonly parent: Value;
    readonly depth: number;
};
/** Follows a pointer into a value. Into a hole it leads to that hole: what is inside is not known. */
export declare function follow(root: Value, tokens: Tokens): Arrival;
