import { type Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import type { Tree } from '../../core/tree.js';
import type { FormatOptions } from './options.js';
/**
 * Reads a JSON text (RFC 8259): one document; an empty text is null, as in YAML. What a person can be told and whose
 * meaning is plain (a comment, a comma before a closing bracket, a tab in a string) is a finding and the reading goes
 * on; a bad escape or number makes a hole of its value. Anything else ends the reading, and the document is a hole.
 *
 * Integers beyond the safe ones are `parse/number`, half a surrogate pair is `parse/encoding`; `1.0` is the number 1.
 */
export declare function parseJson(source: Source, _options: FormatOptions, report: Report): readonly Tree[];
