import type { Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
/**
 * Reads a dotenv file: one document, a flat mapping of strings. The grammar is what Docker Compose and the dotenv
 * packages have in common:
 *
 * - `NAME=value`, `export NAME=value`, `NAME: value`; blanks around the name and the value do not count. A name has
 *   letters, digits, `_`, `.` and `-`, and starts with a letter or `_`.
 * - A value without quotes ends before ` #` or with the line; nothing in it is an escape.
 * - `'…'` is taken as it is, up to the next `'`. In `"…"` the escapes `\n`, `\r`, `\t`, `\"`, `\\` and `\$` are read
 *   and any other backslash is text. Both may span lines; line breaks become `\n`. Only a comment may follow them.
 * - Nothing is ever expanded: `${X}` and `$(command)` stay as they are written.
 * - A name that is set twice is an error at the second place; the last value counts.
 *
 * A line that is none of these is `parse/syntax`, and the document is a hole; the next lines are still looked at,
 * except in a merge conflict.
 */
export declare function parseDotenv(source: Source, _options: FormatOptions, report: Report): readonly Tree[];
