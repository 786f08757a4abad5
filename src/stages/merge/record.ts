import type { Origins } from '../../core/effective.ts'
import type { Layer } from '../../core/layer.ts'
import type { Tokens } from '../../core/pointer.ts'
import type { Strategy } from '../../core/strategy.ts'
import { answer } from './answer.ts'
import { foldLayers } from './fold-layers.ts'
import { Trace } from './trace.ts'

/** Notes during a merge which layer says what, and answers from its notes afterwards. */
export class Recorder {
  readonly trace = new Trace()

  originsAt(tokens: Tokens): Origins {
    return answer(this.trace, tokens)
  }
}

/**
 * Answers where the values of a merged document come from, by running the same merge again with a recorder: on the
 * first question, once. Until then it costs nothing.
 */
export function recordMerge(
  layers: readonly Layer[],
  strategy: Strategy | undefined,
): { readonly originsAt: (tokens: Tokens) => Origins } {
  let recorder: Recorder | undefined
  return {
    originsAt: (tokens) => {
      if (recorder === undefined) {
        recorder = new Recorder()
        foldLayers(layers, strategy, { trace: recorder.trace })
      }
      return recorder.originsAt(tokens)
    },
  }
}
