/**
 * A pattern of ECMA-262 in the words of RE2, as far as `RE2JS.translateRegExp` does not see to it: `\s` is all white
 * space of Unicode, `.` stops at every line terminator, properties have long names. `undefined` where RE2 has no word.
 */
export declare function asRe2(pattern: string): string | undefined;
