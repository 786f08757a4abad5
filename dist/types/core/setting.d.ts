import { type Report } from './finding.js';
import { type Message } from './message.js';
import { type Tree } from './tree.js';
import type { SpanPlace } from './place.js';
import { type Value } from './value.js';
/** A value of `cairn.yaml` or of an environment file, and the node where it stands. */
export interface Setting {
    readonly tree: Tree;
    readonly node: number;
    readonly value: Value;
}
/** What a mapping of settings holds, by key. */
export type Fields = ReadonlyMap<string, Setting>;
export declare function rootOf(tree: Tree): Setting;
export declare function placeOf(setting: Setting): SpanPlace;
/** The key of a mapping's entry; the whole item in a list. */
export declare function keyOf(setting: Setting): SpanPlace;
/** True for what says nothing: null, or a hole whose finding has been reported. */
export declare function isBlank(setting: Setting): boolean;
/** Every entry of a mapping by key; empty for anything else. */
export declare function fieldsOf(setting: Setting): Fields;
/** The items of a list; empty for anything else. */
export declare function itemsOf(setting: Setting): readonly Setting[];
export declare function wrongType(setting: Setting, expected: Message, report: Report): void;
export declare function badValue(setting: Setting, message: Message, report: Report): void;
/**
 * The fields of a mapping that are known and say something. Unknown keys are findings; a key with null is a key that
 * was left empty, and counts as absent.
 */
export declare function readFields(setting: Setting, known: readonly string[], report: Report): Fields;
/** Whether a key that is missing is there under a name that `readFields` has reported as a slip of it. */
export declare function isMistyped(setting: Setting, missing: string, known: readonly string[]): boolean;
/** A string that is not empty; `undefined` with a finding for anything else. */
export declare function readString(setting: Setting, expected: Message, report: Report): string | undefined;
export declare function readBoolean(setting: Setting, report: Report): boolean | undefined;
/** The items of a list; `undefined` with a finding for anything else. */
export declare function readList(setting: Setting, expected: Message, report: Report): readonly Setting[] | undefined;
/** One of a few words. */
export declare function readChoice<T extends string>(setting: Setting, choices: readonly T[], report: Report): T | undefined;
/** What has a name of its own. */
export type Named = 'environment' | 'kind' | 'document';
/** Says what is wrong with a name of an environment, kind or document; `undefined` where it can be written. */
export declare function nameProblem(text: string, of: Named): Message | undefined;
