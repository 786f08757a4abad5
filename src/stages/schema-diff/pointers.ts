import type { Tokens } from '../../core/pointer.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import type { Pair } from './walk.ts'

interface Visit {
  readonly pair: Pair
  readonly tokens: Tokens
  /** The pairs on the way here: recursive schemas are followed around once. */
  readonly above: Visit | undefined
}

/** Visits in all: the first pointers are the short ones. */
const MOST_VISITS = 100_000

/** Where in documents each pair counts: the shortest pointers, at most so many; one at least. */
export function pointersOf(pairs: readonly Pair[], most: number): ReadonlyMap<Pair, readonly Tokens[]> {
  const found = new Map<Pair, Tokens[]>(pairs.map((pair) => [pair, []]))
  const [root] = pairs
  const visits: Visit[] = root === undefined ? [] : [{ pair: root, tokens: [], above: undefined }]
  for (const visit of visits) {
    const { pair, tokens } = visit
    const known = found.get(pair)
    if (known === undefined || known.length >= most) continue
    known.push(tokens)
    if (visits.length > MOST_VISITS || tokens.length > MAX_DEPTH) continue
    for (const { token, to } of pair.steps) {
      const there = token === undefined ? tokens : [...tokens, token]
      if (!isOnTheWay(to, visit)) visits.push({ pair: to, tokens: there, above: visit })
    }
  }
  for (const [pair, pointers] of found) if (pointers.length === 0) pointers.push(shortest(pair))
  return found
}

function shortest(pair: Pair): Tokens {
  const tokens: string[] = []
  for (let { from } = pair; from !== undefined; { from } = from.pair) {
    if (from.token !== undefined) tokens.push(from.token)
  }
  return tokens.reverse()
}

function isOnTheWay(pair: Pair, visit: Visit): boolean {
  for (let at: Visit | undefined = visit; at !== undefined; at = at.above) if (at.pair === pair) return true
  return false
}
