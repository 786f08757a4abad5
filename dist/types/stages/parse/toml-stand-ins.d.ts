import { type Word } from './toml-scan.js';
/** What stands in the library's text for a word of the file that it would choke on. */
export interface StandIn extends Word {
    /** The key or string that it stands for, or a number's digits. */
    readonly means: string;
    readonly is: 'second key' | 'long string' | 'long number';
}
/**
 * Whether a long word means what it says: digits, or a closed string without escapes and control characters.
 */
export declare function isVerbatim(text: string, { start, end }: Word): boolean;
/** What stands for a long word, which is verbatim. */
export declare function longWord(text: string, { start, end }: Word): StandIn;
/** What stands for the part of a key at `start`, so that it is another key to the library. */
export declare function secondKey(text: string, start: number): StandIn;
/** The start of the name of every stand-in: characters that the text has nowhere in this number. */
export declare function unusedMark(text: string): string;
/** A text with stand-ins, and the way from its offsets to those of the text without. */
interface Patched {
    readonly text: string;
    readonly offset: (at: number) => number;
}
/** The text with each stand-in as a quoted name: the mark and its index. */
export declare function withStandIns(text: string, standIns: readonly StandIn[], mark: string): Patched;
export {};
