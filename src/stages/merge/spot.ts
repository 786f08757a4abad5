import type { Layer } from '../../core/layer.ts'
import type { Tokens } from '../../core/pointer.ts'
import { strategyAtKey, type Strategy } from '../../core/strategy.ts'
import type { TagTree } from '../../core/tree.ts'
import type { Path } from './path.ts'
import type { Trace } from './trace.ts'

/** Where the merge stands in the layer that it folds in, and what applies there. */
export interface Spot extends Path {
  readonly up: Spot | undefined
  /** The token in the value so far; differs from `token` for elements of keyed lists. */
  readonly lowToken: string
  readonly strategy: Strategy | undefined
  readonly tags: TagTree | undefined
  readonly trace: Trace | undefined
}

export function rootSpot(layer: Layer, strategy: Strategy | undefined, trace: Trace | undefined): Spot {
  const tags = layer.from === 'file' ? layer.tags : undefined
  return { up: undefined, token: '', lowToken: '', strategy, tags, trace }
}

export function keySpot(parent: Spot, key: string, trace: Trace | undefined): Spot {
  return {
    up: parent,
    token: key,
    lowToken: key,
    strategy: parent.strategy && strategyAtKey(parent.strategy, key),
    tags: parent.tags?.children.get(key),
    trace,
  }
}

/** @param low index of the element that this one is merged with or stands beside, in the value so far. */
export function itemSpot(parent: Spot, index: number, low: number, trace: Trace | undefined): Spot {
  const token = String(index)
  return {
    up: parent,
    token,
    lowToken: String(low),
    strategy: parent.strategy?.items,
    tags: parent.tags?.children.get(token),
    trace,
  }
}

/** A spot's tokens in the value so far; `tokensTo` gives those in the layer. */
export function lowTokensTo(spot: Spot): Tokens {
  const tokens: string[] = []
  for (let at = spot; at.up !== undefined; at = at.up) tokens.push(at.lowToken)
  return tokens.reverse()
}
