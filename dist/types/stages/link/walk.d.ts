import type { Tokens } from '../../core/pointer.js';
import { type Value } from '../../core/value.js';
/** A text that holds `${cairn:`, and where it stands. */
export interface HoldingText {
    readonly tokens: Tokens;
    readonly text: string;
}
/** The texts in a value that hold references, in the order of the document. Keys are not looked at. */
export declare function textsIn(value: Value, at?: Tokens): HoldingText[];
/** The value with the texts that `textsIn` finds replaced, in its order. What holds none of them is shared. */
export declare function replaceTexts(value: Value, replacements: readonly Value[]): Value;
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
