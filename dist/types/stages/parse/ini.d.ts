import type { Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
/**
 * Reads an INI file: one document, a mapping of sections and of the keys before the first section. INI has no standard;
 * these are the rules, chosen so that what readers disagree about never loses a character:
 *
 * - `[name]` opens a section. The name, without blanks around it, is one key: `[a.b]` nests only through `splitKeys`.
 *   A section that comes back goes on. `[DEFAULT]` is a section like any other.
 * - `key = value` and `key: value`; the first `=` or `:` of the line counts, as for Python's configparser and the
 *   reader that SOPS uses. Keys keep their case.
 * - Every value is a string. A pair of quotes, double or single, around a value that holds no other such quote is
 *   removed; backslashes and `%(name)s` are text. A value in `"""` may go over lines, as SOPS 3.13.0 writes them.
 * - A line that starts with `;` or `#`, blanks aside, is a comment. There are no others: `a = 1 ; b` is `1 ; b`, as for
 *   configparser and systemd.
 * - A line indented deeper than the key above it continues that key's value after a line break, as for configparser;
 *   blank lines between count, comments do not. A backslash at the end of a line continues nothing.
 * - A key that a section already has is an error at the second place; the last value counts.
 *
 * A line that is none of these is `parse/syntax`, and the document is a hole; the next lines are still looked at,
 * except in a merge conflict.
 */
export declare function parseIni(source: Source, _options: FormatOptions, report: Report): readonly Tree[];
