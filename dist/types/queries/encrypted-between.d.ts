import type { EncryptedFileChange } from '../core/encrypted-file.js';
import type { Workspace } from '../workspace.js';
/**
 * Tells who can open the encrypted files whose values count in no environment, and could not before, or no more. Files
 * alone that are not the same on both sides are read.
 *
 * @returns sorted by path
 */
export declare function encryptedFilesBetween(base: Workspace, head: Workspace): Promise<readonly EncryptedFileChange[]>;
