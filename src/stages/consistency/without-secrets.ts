import type { Linked, Reference } from '../../core/effective.ts'
import { HOLE } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import type { Provenance } from '../../core/spots.ts'
import { isList, isMapping, put, valueAt, type MutableMapping, type Value } from '../../core/value.ts'

export type TargetIsSecret = Required<Provenance>['targetIsSecret']

/**
 * What rules may know of a document: its value with holes where references brought secrets. A rule that compared one
 * would tell, by what it finds or not, whether somebody guessed it. Everything else is shared with the value.
 */
export function withoutSecrets({ value, references }: Linked, targetIsSecret: TargetIsSecret): Value {
  let masked = value
  const copied = new Set<Value>()
  for (const reference of references) {
    const { target, tokens } = reference
    if (target.of !== 'document' || !targetIsSecret(target, [])) continue
    const at = valueAt(masked, tokens)
    if (at === undefined) continue
    const by = withHoles(at, [], (below) => targetIsSecret(target, below))
    masked = replaced(masked, { tokens, by, copied }, 0)
  }
  return masked
}

/** A hidden value without what is secret of it; a hole where nothing else is left, since keys may be secret too. */
function withHoles(value: Value, tokens: Tokens, isHidden: (below: Tokens) => boolean): Value {
  const below = (token: string, item: Value): Value => {
    const at = [...tokens, token]
    return isHidden(at) ? withHoles(item, at, isHidden) : item
  }
  if (isList(value)) {
    const items = value.map((item, index) => below(String(index), item))
    return items.every(isHole) ? HOLE : items
  }
  if (!isMapping(value)) return HOLE
  const mapping: MutableMapping = {}
  for (const [key, item] of Object.entries(value)) put(mapping, key, below(key, item))
  return Object.values(mapping).every(isHole) ? HOLE : mapping
}

const isHole = (value: Value): boolean => value === HOLE

interface Replacement {
  readonly tokens: Reference['tokens']
  readonly by: Value
  /** The lists and mappings that are copies already, which nobody else has. */
  readonly copied: Set<Value>
}

/** A value with another one at a pointer; the way there is copied, once for all replacements. */
function replaced(value: Value, replacement: Replacement, depth: number): Value {
  const token = replacement.tokens[depth]
  if (token === undefined) return replacement.by
  const copy = copyOf(value, replacement.copied)
  const below = valueAt(copy, [token])
  if (below === undefined) return copy
  const by = replaced(below, replacement, depth + 1)
  if (isList(copy)) (copy as Value[])[Number(token)] = by
  else put(copy as MutableMapping, token, by)
  return copy
}

function copyOf(value: Value, copied: Set<Value>): Value {
  if (copied.has(value) || (!isList(value) && !isMapping(value))) return value
  let copy: Value = value
  if (isList(value)) copy = [...value]
  else {
    const mapping: MutableMapping = {}
    for (const [key, item] of Object.entries(value)) put(mapping, key, item)
    copy = mapping
  }
  copied.add(copy)
  return copy
}
