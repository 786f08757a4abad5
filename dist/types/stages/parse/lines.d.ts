/** Helpers for formats that are read line by line. Lines end as in `Source`: `\n`, `\r\n` or a lone `\r`. */
/** The offset at which the line of `from` ends: that of its line break, or the end of the text. */
export declare function lineEnd(text: string, from: number): number;
/** The offset at which the line after the one that ends at `end` starts. */
export declare function nextLine(text: string, end: number): number;
/** The first offset in `from`..`to` that is neither space nor tab; `to` where there is none. */
export declare function skipBlanks(text: string, from: number, to: number): number;
/** The offset after the last character in `from`..`to` that is neither space nor tab; `from` where there is none. */
export declare function trimBlanks(text: string, from: number, to: number): number;
export declare function isBlank(code: number): boolean;
