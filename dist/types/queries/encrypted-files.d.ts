import type { EncryptedFileChange } from '../core/encrypted-file.js';
import type { Workspace } from '../workspace.js';
/** Who can open which of the files that differ otherwise than before. Nobody loses what a file that is gone had. */
export declare function encryptedFileChanges(paths: readonly string[], { base, head }: {
    readonly base: Workspace;
    readonly head: Workspace;
}): readonly EncryptedFileChange[];
