import type { Secret } from './opaque.ts'
import { plaintextOf } from './vault.ts'

/**
 * The plaintext of a secret. Its importers are listed in the import rules (`.dependency-cruiser.cjs`); nobody else may
 * turn a secret into text.
 */
export function reveal(secret: Secret): string {
  return plaintextOf(secret)
}
