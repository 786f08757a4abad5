import type { Place } from '../place.js';
import type { RegExpPort } from '../schema/types.js';
import type { Selector } from './select.js';
/** The file that says who can open which file, and what of it is encrypted. SOPS reads `.sops.yml` no more. */
export declare const CREATION_RULES_FILE = ".sops.yaml";
/** Whether a path is that of creation rules, in whatever folder. */
export declare function isRulesFile(path: string): boolean;
/** `.sops.yaml` as read, its mistakes reported. */
export interface CreationRules {
    /** Whether it was read without an error; SOPS refuses to encrypt where not, and so do the commands that write. */
    readonly sound: boolean;
    /** In order: the first that matches a path counts. `undefined` where the file has no `creation_rules` at all. */
    readonly rules: readonly CreationRule[] | undefined;
}
/** What holds for the files whose path it matches. */
export interface CreationRule {
    /** RE2, searched anywhere in the path below the folder of `.sops.yaml`; `undefined` matches every path. */
    readonly pathRegex: string | undefined;
    /** Who can open: one group, or those of `key_groups`. */
    readonly groups: readonly (readonly RuleKey[])[];
    /** As `shamir_threshold` says; as many as there are groups where it says nothing. */
    readonly threshold: number;
    readonly selector: Selector;
    readonly macOnlyEncrypted: boolean;
    /** Where the rule stands. */
    readonly place: Place;
    /** Where its keys stand: its `age` or `key_groups`, else the rule. */
    readonly keysPlace: Place;
    /** Where its selector stands; the rule where it has none. */
    readonly selectorPlace: Place;
}
/** A key that the data key is to be encrypted to. */
export interface RuleKey {
    /** `age`, or how SOPS's metadata calls the list of another type (`pgp`, `kms`, `hc_vault` …). */
    readonly type: string;
    /** An age recipient; of another type what names it as far as it is known. */
    readonly name: string;
    readonly place: Place;
}
/**
 * The rule for a file: the first that matches.
 *
 * @param path relative to the folder of `.sops.yaml`, with `/`
 * @throws NotLoaded from the engine of expressions, once
 */
export declare function ruleFor({ rules }: CreationRules, path: string, regexp: RegExpPort): CreationRule | undefined;
/**
 * The folder whose `.sops.yaml` counts for a file: the nearest above it that has one, empty for the root; `undefined`
 * where there is none. (SOPS looks from the current folder up, so that the same file may get other rules.)
 *
 * @param has whether there is a file of that path
 */
export declare function rulesFolderOf(path: string, has: (path: string) => boolean): string | undefined;
/** The age recipients of a rule, by group. */
export declare function ageRecipientsOf({ groups }: CreationRule): readonly (readonly string[])[];
