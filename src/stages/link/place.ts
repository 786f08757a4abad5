import type { Effective, Origin } from '../../core/effective.ts'
import { placeIn } from '../../core/layer.ts'
import { inEnvironment, type Place } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { placeOfSchema } from '../../core/schema/schemas.ts'
import { OPEN } from './syntax.ts'
import type { HoldingText } from './walk.ts'

/** Where the nearest thing that exists at or above a pointer is set. */
export function placeNear(effective: Effective, tokens: Tokens, part: 'key' | 'value' = 'value'): Place {
  const filled = effective.filledBy?.(tokens)
  if (filled !== undefined) return placeOfSchema(filled, 'default')
  const origin = originNear(effective, tokens)
  return origin === undefined ? inEnvironment(effective.environment.name) : placeIn(origin.layer, origin.tokens, part)
}

function originNear(effective: Effective, tokens: Tokens): Origin | undefined {
  for (let depth = tokens.length; depth >= 0; depth--) {
    const { winner } = effective.originsAt(tokens.slice(0, depth))
    if (winner !== undefined) return winner
  }
  return undefined
}

/** Offsets of a part in its text; it starts with `${cairn:`. */
export interface PartSpan {
  readonly start: number
  readonly end: number
}

/**
 * Answers where the parts of a text stand in its file. Where the file has the text in another form (escapes, folded
 * lines), a part cannot be told exactly, and its place is that of the whole scalar. Works on the first question only.
 */
export class PartPlaces {
  readonly #effective: Effective
  readonly #holding: HoldingText
  #scalar: { readonly place: Place; readonly offsets: ReadonlyMap<number, number> } | undefined

  constructor(effective: Effective, holding: HoldingText) {
    this.#effective = effective
    this.#holding = holding
  }

  /** The place of a part; of the whole scalar where none is given. */
  of(span?: PartSpan): Place {
    const { place, offsets } = (this.#scalar ??= this.#look())
    const at = span && offsets.get(span.start)
    if (place.in !== 'span' || span === undefined || at === undefined) return place
    const start = place.start + at
    const part = this.#holding.text.slice(span.start, span.end)
    return place.source.text.startsWith(part, start) ? { ...place, start, end: start + part.length } : place
  }

  #look(): { readonly place: Place; readonly offsets: ReadonlyMap<number, number> } {
    const { tokens, text } = this.#holding
    const place = placeNear(this.#effective, tokens)
    const offsets = new Map<number, number>()
    if (place.in === 'span') {
      const inText = occurrences(text)
      const inFile = occurrences(place.source.text.slice(place.start, place.end))
      if (inFile.length === inText.length) for (const [i, at] of inText.entries()) offsets.set(at, inFile[i] as number)
    }
    return { place, offsets }
  }
}

function occurrences(text: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(OPEN); at >= 0; at = text.indexOf(OPEN, at + OPEN.length)) found.push(at)
  return found
}
