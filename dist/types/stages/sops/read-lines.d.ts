import type { SopsDocument } from '../../core/sops/document.js';
/**
 * Reads a dotenv file as SOPS does: lines end with `\n` alone, a key goes to the first `=`, nothing is trimmed, quotes
 * and `export` belong to value and key; the two characters `\n` in a value are a line break.
 *
 * @param mark what the first line begins with that the text does not have: a byte order mark
 * @throws SopsRefusal `bad-content` for a line without `=`
 */
export declare function readDotenv(text: string, mark?: string): readonly SopsDocument[];
/**
 * Reads an INI file as SOPS does, by the rules of go-ini: a mapping of sections, of which several may have the same
 * name; keys before the first one are in `DEFAULT`. All values are texts; a pair of quotes around one is removed, and
 * what follows `#` or `;` is a comment. Comments stand behind their key.
 *
 * @throws SopsRefusal `bad-content` for a line that is neither section nor key
 */
export declare function readIni(text: string): readonly SopsDocument[];
