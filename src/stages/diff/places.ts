import type { Origin } from '../../core/effective.ts'
import { placeIn, type Layer } from '../../core/layer.ts'
import { locate, type Location } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isList, isMapping, valueAt } from '../../core/value.ts'

/** Where a layer says something: a collection at its key (in YAML it starts a line later), a leaf at its value. */
export function whereIn(layer: Layer, tokens: Tokens): Location {
  const value = valueAt(layer.value, tokens)
  return locate(placeIn(layer, tokens, isMapping(value) || isList(value) ? 'key' : 'value'))
}

export const whereOf = (origin: Origin): Location => whereIn(origin.layer, origin.tokens)
