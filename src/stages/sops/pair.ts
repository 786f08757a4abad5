import { Sealed, Secret } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { parseEnvelope } from '../../core/sops/envelope.ts'
import type { OpenedFile, OpenLeaf } from './open.ts'
import { MERGE_KEY } from './refuse-twice.ts'

/**
 * The secrets of the sealed leaves of a parsed document: what a late stage puts in the places of ciphertext. Leaves
 * keep their identity through merge and link, so that the map serves for effective values as well as for a layer's.
 *
 * A leaf is found by its path and taken only if its ciphertext is the one that was opened.
 *
 * @param value of the document as the parse stage has it, before flat keys were split
 * @param document which one of the file's, counted from 0
 */
export function pairSealed(value: Value, opened: OpenedFile, document = 0): ReadonlyMap<Sealed, Secret> {
  const known = new Map<string, OpenLeaf>()
  for (const leaf of opened.leaves) {
    if (leaf.document !== document || !(leaf.value instanceof Secret)) continue
    known.set(keyOf(parsedTokens(leaf.tokens, opened)), leaf)
  }
  const pairs = new Map<Sealed, Secret>()
  collect(value, [], known, pairs)
  return pairs
}

const keyOf = (tokens: Tokens) => tokens.join('\u0000')

/** Where the parse stage has what SOPS has elsewhere: merged keys, top-level INI keys, dotenv keys with `export`. */
function parsedTokens(tokens: Tokens, { file }: OpenedFile): Tokens {
  if (file.format === 'yaml') return tokens.filter((token) => token !== MERGE_KEY)
  if (file.format === 'ini') return tokens[0] === 'DEFAULT' ? tokens.slice(1) : tokens
  return file.format === 'env' ? tokens.map((token) => token.trim().replace(/^export\s+/, '')) : tokens
}

function collect(value: Value, tokens: Tokens, known: ReadonlyMap<string, OpenLeaf>, pairs: Map<Sealed, Secret>): void {
  if (value instanceof Sealed) {
    const leaf = known.get(keyOf(tokens))
    if (leaf?.value instanceof Secret && isSame(value, leaf)) pairs.set(value, leaf.value)
  } else if (isList(value)) {
    for (const [i, item] of value.entries()) collect(item, [...tokens, String(i)], known, pairs)
  } else if (isMapping(value)) {
    for (const key of Object.keys(value)) collect(value[key] as Value, [...tokens, key], known, pairs)
  }
}

function isSame(sealed: Sealed, { leaf }: OpenLeaf): boolean {
  const { value } = leaf
  if (value === null || value instanceof Secret) return false
  const envelope = parseEnvelope(value.text)
  return envelope !== undefined && sealed.sameCiphertext(new Sealed(envelope.type, value.text))
}
