import type { Tokens } from '../pointer.js';
import { type SopsMapping } from './document.js';
import { type Selector } from './select.js';
/** Where SOPS keeps its metadata: a key (YAML, JSON, binary), a section (INI), a prefix with `_` (dotenv). */
export declare const METADATA_KEY = "sops";
/** A key that the data key, or a share of it, was encrypted to. */
export interface SopsKey {
    /** A type of SOPS, or the name of a list that this version does not know. */
    readonly type: string;
    /** What names it, see `keyName`: an age recipient, a fingerprint, an address; empty where the file does not say. */
    readonly name: string;
    /** The encrypted data key: for age an armored age file. */
    readonly enc: string;
    readonly start: number;
    readonly end: number;
}
/** The keys of a group; any one of them opens it. */
export interface KeyGroup {
    readonly keys: readonly SopsKey[];
}
/** What the `sops` block of a file says. Fields that are not known stay in the file's text. */
export interface SopsMetadata {
    /** One group, or those of `key_groups`. */
    readonly groups: readonly KeyGroup[];
    /** Whether the groups stand in `key_groups`. */
    readonly grouped: boolean;
    /** How many groups are needed; as many as there are where the file does not say. */
    readonly threshold: number;
    readonly selector: Selector;
    /** Whether the MAC covers encrypted values alone. */
    readonly macOnlyEncrypted: boolean;
    /** The time of the last change as the file has it, and as the MAC is authenticated with it. */
    readonly lastModified: string;
    readonly lastModifiedSeconds: string;
    /** The encrypted MAC; `undefined` where the file has none. */
    readonly mac: string | undefined;
    readonly version: string | undefined;
}
/**
 * Reads the metadata of any version of SOPS. Texts count as numbers and booleans where SOPS reads them so. Lists of
 * keys of a type that is not known make keys too: what opens a file is not lost from sight.
 *
 * @throws SopsRefusal `bad-metadata`, `no-keys`, `several-selectors`
 */
export declare function readMetadata(block: SopsMapping): SopsMetadata;
/** Tokens of a flattened name such as `age__list_0__map_enc`. Source: SOPS `stores/flatten.go`. */
export declare function unflattenName(name: string): Tokens;
/** The flattened name of a path into metadata; texts are keys, numbers list indexes. */
export declare function flattenName(path: readonly (string | number)[]): string;
