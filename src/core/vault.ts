import { Secret, type SealedType } from './opaque.ts'

/**
 * Plaintext by secret: a text, or bytes that are no text. A module-level WeakMap: nothing that inspects, clones or
 * serialises a Secret can reach it.
 */
const plaintexts = new WeakMap<Secret, string | Uint8Array>()
let issued = 0

/** Puts an opened value into the vault and returns the opaque token that stands for it in trees. */
export function keep(plaintext: string | Uint8Array, type: SealedType): Secret {
  const secret = new Secret(++issued, type)
  plaintexts.set(secret, plaintext)
  return secret
}

/** For `reveal.ts` alone (the import rules say so): the plaintext of a secret of this process. */
export function plaintextOf(secret: Secret): string | Uint8Array {
  const plaintext = plaintexts.get(secret)
  if (plaintext === undefined) throw new TypeError('this secret was not made by the vault of this process')
  return plaintext
}
