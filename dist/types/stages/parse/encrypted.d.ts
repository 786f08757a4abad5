import { type Report } from '../../core/finding.js';
import { type Tree } from '../../core/tree.js';
/** A document, and whether it is one of a SOPS file. */
export interface Recognised {
    readonly tree: Tree;
    readonly encrypted: boolean;
    /** Whether envelopes stand in it without metadata, which has been reported. */
    readonly strays: boolean;
}
/**
 * Recognises a document of a SOPS file by its metadata, whatever its name: a top-level mapping `sops` (YAML, JSON, INI
 * `[sops]`), or top-level keys `sops_…` (dotenv), with at least two of `mac`, `lastmodified` and `version`. In a stream
 * every document has them. The metadata is left out of the value and stays in the source map; each envelope becomes a
 * `Sealed`, and what SOPS left in clear stays as it is. Encrypted comments in lists are no items and are left out. A
 * binary SOPS file (`data` and `sops`) is the mapping of one `Sealed` that it looks like.
 *
 * An envelope that cannot be read is `parse/damaged-envelope`; one in a document without metadata, which nothing could
 * open, is `parse/stray-envelope`, be it whole or damaged: a value that starts like an envelope is never plain text.
 * All become holes; there is one finding a document, at the first.
 *
 * A text without `sops` and without envelopes costs two searches. Source: SOPS 3.13.2, `stores/` and `aes/cipher.go`.
 */
export declare function recogniseEncrypted(tree: Tree, report: Report): Recognised;
/**
 * Reports `parse/encrypted-name` where the file's name says that it is encrypted (`db.sops.yaml`) and its content is
 * not. The other way round is no mistake: SOPS files may have any name. Documents that hold nothing, those that could
 * not be read, and those with stray envelopes are not judged; `.sops.yaml` is the configuration of SOPS itself.
 */
export declare function checkEncryptedName({ tree, encrypted, strays }: Recognised, report: Report): void;
