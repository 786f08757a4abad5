import { Opaque, Sealed, Secret, Unresolved } from '../../core/opaque.ts'
import { reveal } from '../../core/reveal.ts'
import { plainOf } from '../../core/sops/scalars.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isList, isMapping, put, type MutableMapping, type Value } from '../../core/value.ts'

/** What is known of ciphertext. */
export type SecretsByEnvelope = ReadonlyMap<string, Secret>

/**
 * A value in clear: secrets in the places of what is sealed. One of the few importers of `reveal`; whoever calls this
 * hands out plaintext, and nothing but `cairn render --reveal` does.
 *
 * @param missing called with each leaf that no secret is known for, or that no plain value can hold; it is left out
 */
export function revealed(
  value: Value,
  secrets: SecretsByEnvelope,
  missing: (tokens: Tokens) => void,
): Value | undefined {
  const visit = (at: Value, tokens: Tokens): Value | undefined => {
    if (at instanceof Opaque) {
      const plain = plainLeaf(at, secrets)
      if (plain === undefined) missing(tokens)
      return plain
    }
    if (isList(at)) return at.flatMap((item, i) => visit(item, [...tokens, String(i)]) ?? [])
    if (!isMapping(at)) return at
    const copy: MutableMapping = {}
    for (const key of Object.keys(at)) {
      const child = visit(at[key] as Value, [...tokens, key])
      if (child !== undefined) put(copy, key, child)
    }
    return copy
  }
  return visit(value, [])
}

function plainLeaf(leaf: Opaque, secrets: SecretsByEnvelope): string | number | boolean | undefined {
  if (leaf instanceof Unresolved) return leaf.assemble((part) => textOf(part, secrets))
  const secret = secretOf(leaf, secrets)
  if (secret === undefined || secret.type === 'bytes' || secret.type === 'comment') return undefined
  return plainOf({ type: secret.type, text: reveal(secret) })
}

function secretOf(leaf: Opaque, secrets: SecretsByEnvelope): Secret | undefined {
  if (leaf instanceof Secret) return leaf
  return leaf instanceof Sealed ? leaf.lookUp(secrets) : undefined
}

/** As it stands within a text. */
function textOf(part: Opaque, secrets: SecretsByEnvelope): string | undefined {
  const plain = plainLeaf(part, secrets)
  return plain === undefined ? undefined : String(plain)
}
