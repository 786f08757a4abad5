import { type AST } from 'toml-eslint-parser';
import { type Report } from '../../core/finding.js';
import type { Source } from '../../core/source.js';
import { type StandIn } from './toml-stand-ins.js';
/** The syntax tree of a TOML text. Its offsets and names go through `offset` and `standIn`. */
export interface TomlText {
    readonly body: AST.TOMLTopLevelTable['body'];
    /** The offset in the file of an offset of the syntax tree. */
    readonly offset: (at: number) => number;
    /** What a key or string that the syntax tree has at `at` stands for; `undefined` where it is what it says. */
    readonly standIn: (text: string, at: number) => StandIn | undefined;
}
/**
 * Reads TOML 1.0 with `toml-eslint-parser`; `undefined`, with a finding, where it cannot be read. The library stops at
 * the first duplicate key and overflows the stack on long strings and numbers; both are hidden from it by stand-ins.
 * What would cost it gigabytes is not given to it. No text of the library leaves this file and `toml-words.ts`.
 */
export declare function readToml(source: Source, report: Report): TomlText | undefined;
