import { type Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
/**
 * Reads a TOML 1.0 file: one document. Tables may be written in any order and places; the tree is that of the value,
 * and a table's place is its header and what stands below it. A table that only a dotted name implies has the place of
 * what follows its part of the name.
 *
 * Dates and times are strings as they are written. Integers that a double cannot hold, `inf` and `nan` are
 * `parse/number`. A key that is given twice is an error at the second place; the last value counts. A text that is not
 * TOML is one `parse/syntax`, and the document is a hole.
 */
export declare function parseToml(source: Source, _options: FormatOptions, report: Report): readonly Tree[];
