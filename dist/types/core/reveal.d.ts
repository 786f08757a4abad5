import type { Secret } from './opaque.js';
/**
 * The plaintext of a secret. Its importers are listed in the import rules (`.dependency-cruiser.cjs`); nobody else may
 * turn a secret into text.
 *
 * @throws TypeError for a secret of type `bytes`, which is no text
 */
export declare function reveal(secret: Secret): string;
/** The bytes of a secret; of a text its UTF-8. */
export declare function revealBytes(secret: Secret): Uint8Array;
