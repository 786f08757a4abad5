import type { Origin, Origins } from '../../core/effective.ts'
import type { Tokens } from '../../core/pointer.ts'
import { valueAt } from '../../core/value.ts'
import { tokensTo } from './path.ts'
import type { Site, Trace } from './trace.ts'

/** Reads from a recorded merge where the value at a pointer comes from. */
export function answer(trace: Trace, tokens: Tokens): Origins {
  const { counting, removed, shadowed } = sayings(trace, tokens)
  const contributors = counting.map(originOf)
  const shadows = shadowed.sort((a, b) => b.index - a.index).map(originOf)
  const origins: Origins = { contributors, shadows, ...(contributors[0] && { winner: contributors[0] }) }
  return removed === undefined ? origins : { ...origins, removedBy: originOf(removed) }
}

interface Sayings {
  /** Who made what counts, highest precedence first. */
  readonly counting: readonly Site[]
  readonly removed?: Site
  /** In no particular order. */
  readonly shadowed: Site[]
}

function sayings(root: Trace, tokens: Tokens): Sayings {
  const shadowed: Site[] = []
  let trace = root
  for (let depth = 0; ; depth++) {
    if (trace.under !== undefined) {
      const { counting, removed, shadowed: deeper } = sayings(trace.under, tokens.slice(depth))
      for (const site of counting) shadowed.push(site)
      if (removed !== undefined) shadowed.push(removed)
      for (const site of deeper) shadowed.push(site)
    }
    const token = tokens[depth]
    if (token === undefined) return { ...countingAt(trace), shadowed }
    const next = below(trace, token)
    if (next === undefined) return { ...countingInside(trace, tokens.slice(depth), shadowed), shadowed }
    trace = next
  }
}

function below(trace: Trace, token: string): Trace | undefined {
  return (LIST_INDEX.test(token) ? trace.items?.[Number(token)] : undefined) ?? trace.kids?.get(token)
}

const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/

function countingAt({ set, joined, removed }: Trace): Omit<Sayings, 'shadowed'> {
  const counting = set === undefined ? [] : [...joined.toReversed(), set]
  return removed === undefined ? { counting } : { counting, removed }
}

/** Below a trace without traces of its own: all of it comes from who set it, or went with what took it away. */
function countingInside({ set, items, removed }: Trace, rest: Tokens, shadowed: readonly Site[]): Omit<Sayings, 'shadowed'> {
  if (removed !== undefined) return shadowed.length === 0 ? { counting: [] } : { counting: [], removed }
  if (set === undefined || items !== undefined) return { counting: [] }
  let path = set.path
  for (const token of rest) path = { up: path, token }
  return { counting: valueAt(set.layer.value, tokensTo(path)) === undefined ? [] : [{ ...set, path }] }
}

function originOf({ layer, path }: Site): Origin {
  return { layer, tokens: tokensTo(path) }
}
