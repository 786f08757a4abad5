import type { Side } from '../../core/change.ts'
import { targetText, type Linked, type Reference } from '../../core/effective.ts'
import { locate, type Location } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { placeOfSchema } from '../../core/schema/schemas.ts'
import type { Value } from '../../core/value.ts'
import { whereOf } from './places.ts'

/** Says of the values of one document where they come from; only asked where something changed. */
export interface Sides {
  side(tokens: Tokens, value: Value): Side
  /** The null that takes away what layers below say at a pointer. */
  removedBy(tokens: Tokens): Location | undefined
}

export function sidesOf(linked: Linked): Sides {
  const { effective } = linked
  let references: ReadonlyMap<string, readonly Reference[]> | undefined
  return {
    side(tokens, value) {
      references ??= byPointer(linked.references)
      const through = references.size === 0 ? [] : nearestAbove(references, tokens)
      const [via] = through
      const at = via?.tokens ?? tokens
      const { winner, shadows } = effective.originsAt(at)
      const filled = effective.filledBy?.(at)
      return {
        value,
        ...(filled === undefined ? {} : { location: locate(placeOfSchema(filled, 'default')), byDefault: true as const }),
        ...(filled !== undefined || winner === undefined ? {} : { location: whereOf(winner) }),
        ...(via === undefined ? {} : { via: locate(via.place), targets: through.map((one) => targetText(one.target)) }),
        shadowed: shadows.map(whereOf),
      }
    },
    removedBy(tokens) {
      const by = effective.originsAt(tokens).removedBy
      return by && whereOf(by)
    },
  }
}

const keyOf = (tokens: Tokens): string => tokens.join('\u0000')

function byPointer(references: readonly Reference[]): ReadonlyMap<string, readonly Reference[]> {
  const found = new Map<string, Reference[]>()
  for (const reference of references) {
    const key = keyOf(reference.tokens)
    const known = found.get(key)
    if (known === undefined) found.set(key, [reference])
    else known.push(reference)
  }
  return found
}

/** The references in the text at a pointer or above it: one that is all of a text may stand for a whole collection. */
function nearestAbove(references: ReadonlyMap<string, readonly Reference[]>, tokens: Tokens): readonly Reference[] {
  for (let depth = tokens.length; depth >= 0; depth--) {
    const found = references.get(keyOf(tokens.slice(0, depth)))
    if (found !== undefined) return found
  }
  return []
}
