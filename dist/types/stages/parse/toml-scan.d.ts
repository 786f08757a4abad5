/** The library keeps about two objects for each bracket, comma, sign, string and comment, of 1 kB each. */
export declare const MOST_MARKS = 100000;
/** A piece of the text; `end` exclusive. */
export interface Word {
    readonly start: number;
    readonly end: number;
}
/** What a look at the brackets, quotes and comments of a TOML text finds, without reading it. */
interface TomlScan {
    /** Offset of the first bracket that opens more than `MAX_DEPTH` levels; -1 where none does. */
    readonly tooDeep: number;
    /** Offset of the first mark of punctuation, string or comment that is one too many; -1 where none is. */
    readonly tooMany: number;
    /** Words too long for the library: quoted strings, and runs of digits. */
    readonly long: readonly Word[];
    /** Offset of the quote or the innermost bracket that is open at the end of the scan; -1 where none is. */
    readonly open: number;
}
/** Scans `text` up to `until`. Quotes of one line end with the line, as TOML's do. Linear in the text. */
export declare function scanToml(text: string, until?: number): TomlScan;
export declare function isQuote(char: string): boolean;
/** The offset after the string that starts at `at`: after its closing quotes, or where it breaks off. */
export declare function stringEnd(text: string, at: number): number;
export {};
