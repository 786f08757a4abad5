import { referencesAt, type Linked, type Origin, type ReferenceTarget } from './effective.ts'
import type { Related } from './finding.ts'
import { placeIn } from './layer.ts'
import { say, type Message } from './message.ts'
import { inEnvironment, type Place } from './place.ts'
import type { Tokens } from './pointer.ts'
import { placeOfSchema } from './schema/schemas.ts'
import { isMapping, valueAt } from './value.ts'

/** What is asked of the rest of the repository about the values that a document has from elsewhere. */
export interface Provenance {
  /** Where what a reference leads to is set; `below` leads on from its target. */
  readonly targetPlace?: (target: ReferenceTarget, below: Tokens) => Place | undefined
  /** Whether that is under `x-secret` where it is set; as long as nobody says, it is taken for a secret. */
  readonly targetIsSecret?: (target: ReferenceTarget, below: Tokens) => boolean
}

/** Where something stands, and where else to look. */
export interface Spot {
  readonly place: Place
  readonly related: readonly Related[]
}

/** Layers below that are named with a finding. */
const MOST_SHADOWS = 3

/**
 * Answers where the values of an effective document are to be edited: in the layer that supplied them, at the reference
 * that brought them, or in the schema whose default they are.
 */
export class Spots {
  readonly #linked: Linked
  readonly #provenance: Provenance

  constructor(linked: Linked, provenance: Provenance) {
    this.#linked = linked
    this.#provenance = provenance
  }

  /** A value, or the key that it stands at, in the layer that supplied it. */
  spotOf(tokens: Tokens, part: 'key' | 'value'): Spot {
    return this.#spotOfReferred(tokens, part) ?? this.#spotOfFilled(tokens) ?? this.#spotOfSet(tokens, part)
  }

  /** Where keys belong that a mapping lacks: at the null that took one away, else at the key of the mapping. */
  spotOfMissing(parent: Tokens, keys: readonly string[]): Spot {
    const aside = this.#spotOfReferred(parent, 'value') ?? this.#spotOfFilled(parent)
    if (aside !== undefined) return aside
    for (const key of keys) {
      const { removedBy } = this.#linked.effective.originsAt([...parent, key])
      if (removedBy !== undefined) return { place: placeIn(removedBy.layer, removedBy.tokens, 'value'), related: [] }
    }
    const { contributors } = this.#linked.effective.originsAt(parent)
    const main = mostOf(contributors)
    if (main === undefined) return this.#spotOfSet(parent, 'key')
    const others = contributors.filter((origin) => origin !== main)
    return { place: placeOf(main, 'key'), related: relatedTo(others, say`this is merged into it`, 'key') }
  }

  /** Whether nobody wrote a value: a default was filled in. */
  isFilled(tokens: Tokens): boolean {
    return this.#linked.effective.filledBy?.(tokens) !== undefined
  }

  /** Whether a null took away what a mapping lacks. */
  isRemoved(tokens: Tokens): boolean {
    return this.#linked.effective.originsAt(tokens).removedBy !== undefined
  }

  /** A value that came through a reference is told at the reference; of a text with several, at the text. */
  #spotOfReferred(tokens: Tokens, part: 'key' | 'value'): Spot | undefined {
    const references = referencesAt(this.#linked.references, part === 'key' ? tokens.slice(0, -1) : tokens)
    const [first] = references
    if (first === undefined) return undefined
    const below = tokens.slice(first.tokens.length)
    const related: Related[] = []
    for (const { target } of references) {
      const place = this.#provenance.targetPlace?.(target, below)
      if (place !== undefined) related.push({ message: say`this is what the reference leads to`, place })
    }
    return { place: references.length === 1 ? first.place : this.#spotOfSet(first.tokens, 'value').place, related }
  }

  #spotOfFilled(tokens: Tokens): Spot | undefined {
    const node = this.#linked.effective.filledBy?.(tokens)
    if (node === undefined) return undefined
    const parent = this.#spotOfSet(tokens.slice(0, -1), 'key')
    return { place: placeOfSchema(node, 'default'), related: [{ message: say`this default is filled in here`, place: parent.place }] }
  }

  #spotOfSet(tokens: Tokens, part: 'key' | 'value'): Spot {
    for (let depth = tokens.length; depth >= 0; depth--) {
      const { winner, shadows } = this.#linked.effective.originsAt(tokens.slice(0, depth))
      if (winner === undefined) continue
      const whole = depth === tokens.length
      return {
        place: placeOf(winner, whole ? part : 'key'),
        related: whole ? relatedTo(shadows, say`this is the value below it`, part) : [],
      }
    }
    return { place: inEnvironment(this.#linked.effective.environment.name), related: [] }
  }
}

function placeOf({ layer, tokens }: Origin, part: 'key' | 'value'): Place {
  return placeIn(layer, tokens, part)
}

function relatedTo(origins: readonly Origin[], message: Message, part: 'key' | 'value'): Related[] {
  return origins.slice(0, MOST_SHADOWS).map((origin) => ({ message, place: placeOf(origin, part) }))
}

/**
 * Of the layers that a mapping is merged from, the one that says most of it: what is missing most likely belongs there.
 * Of several the one of highest precedence.
 */
function mostOf(contributors: readonly Origin[]): Origin | undefined {
  let best: Origin | undefined
  let most = -1
  for (const origin of contributors) {
    const value = valueAt(origin.layer.value, origin.tokens)
    const keys = isMapping(value) ? Object.keys(value).length : 0
    if (keys > most) [best, most] = [origin, keys]
  }
  return best
}
