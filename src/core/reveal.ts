import { Buffer } from 'node:buffer'
import type { Secret } from './opaque.ts'
import { plaintextOf } from './vault.ts'

/**
 * The plaintext of a secret. Its importers are listed in the import rules (`.dependency-cruiser.cjs`); nobody else may
 * turn a secret into text.
 *
 * @throws TypeError for a secret of type `bytes`, which is no text
 */
export function reveal(secret: Secret): string {
  const plaintext = plaintextOf(secret)
  if (typeof plaintext !== 'string') throw new TypeError('this secret is bytes, not text')
  return plaintext
}

/** The bytes of a secret; of a text its UTF-8. */
export function revealBytes(secret: Secret): Uint8Array {
  const plaintext = plaintextOf(secret)
  return typeof plaintext === 'string' ? Buffer.from(plaintext, 'utf8') : plaintext
}
