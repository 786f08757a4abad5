import { type Message } from '../../core/message.js';
import { type Shape } from './match.js';
/**
 * Reads a glob of `ignore`: `*`, `?` and `**` as in a layout, `{a,b}` for either, a slash at the end for all of a
 * folder. Names that start with a dot are names like others. All else is literal. Its mistake goes to `wrong`.
 */
export declare function compileGlob(text: string, wrong: (problem: Message) => void): readonly Shape[];
/** Whether one of the globs matches a path. */
export declare function isIgnored(globs: readonly Shape[], path: string): boolean;
/**
 * How many literal characters of a path are what Cairn ignores without being told; -1 for a path that is not ignored.
 * A layout entry that spells out more of the path than that takes the file all the same.
 */
export declare function ignoredByName(path: string): number;
