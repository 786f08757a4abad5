import type { LayoutEntry } from '../../core/config.js';
import type { EnvironmentDefinition } from '../../core/environment.js';
import { type Report } from '../../core/finding.js';
import { type Message } from '../../core/message.js';
import { type Tokens } from '../../core/pointer.js';
import { type Setting } from '../../core/setting.js';
/** What stands in `at` for every entry, taking the entry's key as the document's name. */
export declare const NAME_TOKEN = "{name}";
/** What stands in `at` for every entry. */
export declare const EVERY_TOKEN = "*";
/** The name of a layer of every document of its kind. */
export declare const EVERY_DOCUMENT = "*";
/**
 * Reads an entry of `layout`; `undefined` where it is not clear which files are layers of what. All of it is read
 * first: no mistake hides another.
 *
 * @param listed the environments that `cairn.yaml` lists, if any
 */
export declare function readLayoutEntry(setting: Setting, { index, listed }: {
    readonly index: number;
    readonly listed: readonly EnvironmentDefinition[];
}, report: Report): LayoutEntry | undefined;
/** Says what is wrong with the name of a kind. */
export declare function kindProblem(kind: string): Message | undefined;
/** The tokens of a JSON Pointer. */
export declare function readTokens(setting: Setting, report: Report): Tokens | undefined;
