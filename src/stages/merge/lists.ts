import type { MergeRule } from '../../core/strategy.ts'
import type { Value } from '../../core/value.ts'
import { siteOf, type Folding } from './folding.ts'
import type { Spot } from './spot.ts'
import { take } from './take.ts'
import { Trace } from './trace.ts'
import { unseen } from './unseen.ts'

/** What may be done with two lists besides replacing the lower one. */
export type ListRule = Exclude<MergeRule, 'replace'>
type Addition = Exclude<ListRule, object>

/** Adds the items of a layer, as they are written, to a list. */
export function addItems(
  low: readonly Value[],
  high: readonly Value[],
  rule: Addition,
  { spot, run }: { readonly spot: Spot; readonly run: Folding },
): readonly Value[] {
  const trace = spot.trace && new Trace(siteOf(spot, run))
  const taken = take(high, { ...spot, trace }, run, 'keep') as readonly Value[]
  const isNew = rule === 'unique' ? unseen(low, taken) : undefined
  const added = isNew === undefined ? taken : taken.filter((_, i) => isNew[i])
  if (spot.trace !== undefined && trace !== undefined) {
    const lowTraces = spot.trace.itemTraces(low.length)
    const allTraces = trace.itemTraces(taken.length)
    const addedTraces = isNew === undefined ? allTraces : allTraces.filter((_, i) => isNew[i])
    spot.trace.items = inOrder(lowTraces, addedTraces, rule)
  }
  return inOrder(low, added, rule)
}

function inOrder<T>(low: readonly T[], added: readonly T[], rule: Addition): T[] {
  return rule === 'prepend' ? [...added, ...low] : [...low, ...added]
}
