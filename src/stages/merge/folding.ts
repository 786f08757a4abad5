import type { Layer } from '../../core/layer.ts'
import type { Mapping, Value } from '../../core/value.ts'
import type { Complaints } from './complaints.ts'
import type { Spot } from './spot.ts'
import type { Site } from './trace.ts'

/** One layer being folded into the value so far. */
export interface Folding {
  readonly layer: Layer
  /** Its position among the layers. */
  readonly index: number
  /** The mappings that this merge has made itself and may therefore change; all others belong to layers. */
  readonly owned: Set<Mapping>
  /** Absent where nobody asked for findings. */
  readonly complaints: Complaints | undefined
}

/** Folds what a layer says at a spot into what the layers below say there. */
export type Fold = (low: Value | undefined, high: Value, spot: Spot, run: Folding) => Value

export function siteOf(spot: Spot, { layer, index }: Folding): Site {
  return { layer, index, path: spot }
}
