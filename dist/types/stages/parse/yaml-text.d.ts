/** The next offset from `from` on that is neither white space nor in a comment. */
export declare function skipBlank(text: string, from: number): number;
/** The offset after `indicator` (a character code) if it is what comes next, else `from`. */
export declare function afterIndicator(text: string, from: number, indicator: number): number;
/** The offset after the bracket that closes a flow collection whose last child ends at `from`; else `from`. */
export declare function afterFlow(text: string, from: number, closer: number): number;
/**
 * Where a block scalar's `|` or `>` stands.
 *
 * @param from an offset that no token before the header goes beyond: end of the key, tag or anchor.
 * @param content where the scalar's first line starts.
 */
export declare function blockHeader(text: string, from: number, content: number): number;
/** The end of the lines in `from`..`to` without the empty ones at their end. */
export declare function withoutEmptyLines(text: string, from: number, to: number): number;
/** Whether a line break stands between `from` and `to`. */
export declare function hasBreak(text: string, from: number, to: number): boolean;
/** Whether nothing but white space, or the `?` of an explicit key, stands before `at` on its line. */
export declare function startsLine(text: string, at: number): boolean;
/** Where the next `---` line from `from` on starts, `from` where there is none. */
export declare function documentMarker(text: string, from: number): number;
/** Where the line that holds `at` starts. */
export declare function lineStart(text: string, at: number): number;
