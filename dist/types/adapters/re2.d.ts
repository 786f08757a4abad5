import { RE2JS } from 're2js';
import type { RegExpPort } from '../core/schema/types.js';
/** The engine itself, for who reads patterns otherwise. */
export { RE2JS };
/**
 * A regular expression engine whose time grows with the text and never with the pattern's ambiguity (RE2). Patterns are
 * read as JSON Schema asks: as ECMA-262 has them, without look-around and back-references, which RE2 does not have.
 * What RE2 would take and ECMA-262 would not (`(?i)`, `\A`) is refused too: editors could not check it.
 */
export declare function createRegExp(): RegExpPort;
