import { type Outcome } from '../../core/sops/problem.js';
import { type WrappedKey } from './metadata-node.js';
import { type SopsFile } from './read.js';
/** Who can open a file from now on. */
export interface NewKeys {
    /** By key group; each key holds the data key, or its group's share. */
    readonly groups: readonly (readonly WrappedKey[])[];
    readonly threshold?: number;
}
/**
 * Gives a file other age recipients: lines of keys that stay are not touched, nor is anything outside the metadata.
 * Values, `mac` and `lastmodified` stay, as with `sops updatekeys`: the data key is the same. Keys of other types stay.
 *
 * @returns the new text; or `read-only` (INI), `bad-metadata` where the block stands in no form that can be edited
 */
export declare function setKeys(file: SopsFile, keys: NewKeys): Outcome<string>;
