import type { Environment } from '../../core/environment.ts'
import type { Report } from '../../core/finding.ts'
import { placeIn, type Layer } from '../../core/layer.ts'
import type { Strategy } from '../../core/strategy.ts'
import type { Value } from '../../core/value.ts'
import { Complaints } from './complaints.ts'
import { foldLayers, type Watchers } from './fold-layers.ts'
import { recordMerge, type Recorder } from './record.ts'

export { recordMerge, Recorder } from './record.ts'

export interface MergeRun {
  /** Absent: nobody wants findings. */
  readonly report?: Report
  /** Absent: nobody will ask for origins. Used for one merge. */
  readonly recorder?: Recorder
  /** Where the document is merged for. */
  readonly environment: Pick<Environment, 'name' | 'protected'>
}

/**
 * Folds the layers of one document into its value in one environment, lowest precedence first: RFC 7396, the schema's
 * list strategies and the layers' YAML tags. Pure: mutates no layer; the result shares their untouched subtrees. Given
 * a recorder, the same fold also notes which layer set each value and what it shadows.
 *
 * A layer whose root is null (an empty file) says nothing; where all are, the document is null. A layer whose root is a
 * hole makes the document a hole. What is wrong with the layers is reported, and the best value is still returned.
 */
export function mergeLayers(layers: readonly Layer[], strategy: Strategy | undefined, run: MergeRun): Value {
  const { report, recorder } = run
  const watchers: Watchers = {
    ...(recorder === undefined ? {} : { trace: recorder.trace }),
    ...(report === undefined ? {} : { complaintsAbout: complaintsOf(layers, strategy, run.environment, report) }),
  }
  return foldLayers(layers, strategy, watchers)
}

/** The fast path keeps no provenance: the place below is asked of a replay of the layers below, once for each layer. */
function complaintsOf(
  layers: readonly Layer[],
  strategy: Strategy | undefined,
  environment: MergeRun['environment'],
  report: Report,
): NonNullable<Watchers['complaintsAbout']> {
  return (layer, index) => {
    let below: ReturnType<typeof recordMerge> | undefined
    return new Complaints({
      layer,
      environment,
      report,
      placeBelow: (tokens) => {
        below ??= recordMerge(layers.slice(0, index), strategy)
        const { winner } = below.originsAt(tokens)
        return winner && placeIn(winner.layer, winner.tokens, 'value')
      },
    })
  }
}
