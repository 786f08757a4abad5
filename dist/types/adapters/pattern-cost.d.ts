/** How long the engine of JavaScript, which goes back and tries again, can take for a pattern. */
export interface PatternCost {
    /** Ways to go on that do not depend on the text's length. */
    readonly choices: number;
    /** Repetitions that may end at any character, and one for the start where the pattern is not anchored. */
    readonly repetitions: number;
    /** Whether what is repeated can itself be split in several ways: time may then double with each character. */
    readonly nested: boolean;
}
/** What a pattern can cost; `undefined` for one of which the form is not plain (`readPlain`). */
export declare function costOf(pattern: string): PatternCost | undefined;
/**
 * The most ways to match that can be tried on a text: repetitions share its characters out among them, which can be
 * done in a binomial number of ways.
 */
export declare function waysFor({ choices, repetitions, nested }: PatternCost, length: number): number;
