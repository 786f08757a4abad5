import type { Layer } from '../../core/layer.ts'
import { HOLE } from '../../core/opaque.ts'
import type { Strategy } from '../../core/strategy.ts'
import type { Mapping, Value } from '../../core/value.ts'
import type { Complaints } from './complaints.ts'
import { fold } from './fold.ts'
import { siteOf, type Folding } from './folding.ts'
import { ruleFor } from './rule.ts'
import { rootSpot, type Spot } from './spot.ts'
import { take } from './take.ts'
import type { Trace } from './trace.ts'

/** Who watches a merge. None of them changes its result. */
export interface Watchers {
  readonly trace?: Trace
  readonly complaintsAbout?: (layer: Layer, index: number) => Complaints
}

/** The one walk over a document's layers: the merge, its findings and its provenance all come from here. */
export function foldLayers(layers: readonly Layer[], strategy: Strategy | undefined, watchers: Watchers): Value {
  const { trace, complaintsAbout } = watchers
  const base = baseOf(layers)
  const owned = new Set<Mapping>()
  let merged: Value = null
  for (let index = base; index < layers.length; index++) {
    const layer = layers[index] as Layer
    const spot = rootSpot(layer, strategy, trace)
    const run = { layer, index, owned, complaints: complaintsAbout?.(layer, index) }
    if (index === base) merged = first(layer.value, spot, run)
    else if (layer.value !== null) merged = fold(merged, layer.value, spot, run)
    if (layer.value === HOLE) break
  }
  return merged
}

/**
 * The layer to start from. Where one is a hole nothing is known of the document: that one, and it ends there. Else the
 * first that says something, for an empty file says nothing; the last where none does.
 */
function baseOf(layers: readonly Layer[]): number {
  const hole = layers.findIndex(({ value }) => value === HOLE)
  if (hole >= 0) return hole
  const speaking = layers.findIndex(({ value }) => value !== null)
  return speaking >= 0 ? speaking : Math.max(0, layers.length - 1)
}

/** The first layer that says something is taken as it is: its nulls are values. */
function first(value: Value, spot: Spot, run: Folding): Value {
  spot.trace?.replacedBy(siteOf(spot, run))
  ruleFor(value, spot, run.complaints)
  return take(value, spot, run, 'keep')
}
