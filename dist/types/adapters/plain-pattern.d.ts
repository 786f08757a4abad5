/** A regular expression of plain form. Sets of characters are bits: one for each of ASCII, and one for all others. */
export type PlainPattern = {
    readonly is: 'character';
    readonly set: bigint;
} | {
    readonly is: 'anchor';
} | {
    readonly is: 'sequence';
    readonly parts: readonly PlainPattern[];
} | {
    readonly is: 'alternatives';
    readonly parts: readonly PlainPattern[];
} | {
    readonly is: 'repeated';
    readonly part: PlainPattern;
    readonly least: number;
    readonly most: number;
};
/**
 * Reads a pattern of plain form: literals, classes, groups, alternatives, anchors at its ends and greedy repetitions.
 * `undefined` for every other one: look-around, references back, word boundaries, lazy or very large repetitions, and
 * what is no pattern.
 */
export declare function readPlain(pattern: string): PlainPattern | undefined;
