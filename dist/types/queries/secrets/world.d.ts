import type { Keyring, OpenedDataKey } from '../../core/sops/keyring.js';
import { type Outcome } from '../../core/sops/problem.js';
import { type OpenedFile, type SopsRun } from '../../stages/sops/open.js';
import { type SopsFile } from '../../stages/sops/read.js';
import type { NewKeys } from '../../stages/sops/recipients.js';
/** What the commands about secrets need of the world. */
export interface SecretsWorld {
    readonly run: SopsRun;
    readonly keys: Keyring;
    /** RFC 3339 in UTC and whole seconds. */
    readonly now: string;
}
/** A file as it was read: where, and its text without a byte order mark. */
export interface SecretText {
    /** Its name tells the format. */
    readonly path: string;
    readonly text: string;
}
/** A file that was opened, its MAC verified, and what its key groups hold. */
export interface OpenedSecret {
    readonly opened: OpenedFile;
    readonly keys: OpenedDataKey;
}
/** Reads an encrypted file, without a key. */
export declare function readSecret({ path, text }: SecretText): Outcome<SopsFile>;
/** Reads and opens an encrypted file, and verifies its MAC. */
export declare function openSecret(secret: SecretText, world: SecretsWorld): Promise<Outcome<OpenedSecret>>;
/** Who is to hold a data key: recipients of age by group, and how many groups it takes. */
export interface Recipients {
    readonly groups: readonly (readonly string[])[];
    readonly threshold: number;
}
/**
 * Gives a data key to recipients.
 *
 * @returns or `unsupported-key`, the recipient that cannot be used as its token
 */
export declare function wrapDataKey(parts: OpenedDataKey['shares'], { groups, threshold }: Recipients, keys: Keyring): Promise<Outcome<NewKeys>>;
/**
 * Proves that a text that is about to be written opens with the data key that it was made with.
 *
 * @throws Error where it does not, which is a mistake of this program; nothing has been written then
 */
export declare function proveOpens({ path, text }: SecretText, dataKey: OpenedDataKey['dataKey'], world: SecretsWorld): OpenedFile;
