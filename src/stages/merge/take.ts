import { isList, isMapping, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'
import { ElementCheck, hasKeyedLists, isRemoval, listKey } from './elements.ts'
import type { Folding } from './folding.ts'
import { ruleFor } from './rule.ts'
import { itemSpot, keySpot, type Spot } from './spot.ts'
import type { Trace } from './trace.ts'

/** Nulls in mappings are values in a first layer and under `!replace`; elsewhere they remove what is not there. */
export type Nulls = 'keep' | 'drop'

/**
 * What a layer says where nothing lies below that it could be merged with. Returned as it is wherever possible, so that
 * the result shares it; copied only on the way to nulls and `$remove` elements that fall away.
 */
export function take(value: Value, spot: Spot, run: Folding, nulls: Nulls): Value {
  if (typeof value !== 'object' || value === null) return value
  const literal = nulls === 'keep' || isList(value)
  if (literal && spot.tags === undefined && !hasKeyedLists(spot.strategy)) return value
  if (isList(value)) return takeList(value, spot, run)
  return isMapping(value) ? takeMapping(value, spot, run, nulls) : value
}

function takeMapping(value: Mapping, spot: Spot, run: Folding, nulls: Nulls): Mapping {
  let copy: MutableMapping | undefined
  for (const key of Object.keys(value)) {
    const said = value[key] as Value
    const taken = typeof said === 'object' || spot.tags !== undefined ? takeKey(said, key, spot, run, nulls) : said
    if (taken !== said) copy ??= upTo(value, key)
    if (copy !== undefined && taken !== undefined) put(copy, key, taken)
  }
  if (copy !== undefined) run.owned.add(copy)
  return copy ?? value
}

function takeKey(said: Value, key: string, parent: Spot, run: Folding, nulls: Nulls): Value | undefined {
  const spot = keySpot(parent, key, undefined)
  const rule = ruleFor(said, spot, run.complaints)
  const kept = spot.tags?.tag === '!replace'
  if (said === null && nulls === 'drop' && !kept) {
    parent.trace?.kid(key, false)
    run.complaints?.removesNothing(spot)
    return undefined
  }
  const trace = parent.trace?.kid(key, true)
  return take(said, trace === undefined ? spot : { ...spot, trace }, run, rule === 'replace' ? 'keep' : nulls)
}

function takeList(value: readonly Value[], spot: Spot, run: Folding): readonly Value[] {
  const key = listKey(spot.strategy)
  const check = key === undefined ? undefined : new ElementCheck(key, run.complaints)
  const traces = spot.trace?.itemTraces(value.length)
  const taken: Value[] = []
  const takenTraces: Trace[] = []
  let changed = false
  for (let i = 0; i < value.length; i++) {
    const item = value[i] as Value
    const child = itemSpot(spot, i, taken.length, traces?.[i])
    ruleFor(item, child, run.complaints)
    const id = check?.next(item, i, child)
    if (key !== undefined && isRemoval(item)) {
      if (id !== undefined) run.complaints?.removesNoElement(item, key, child)
      changed = true
      continue
    }
    const now = take(item, child, run, 'keep')
    if (now !== item) changed = true
    taken.push(now)
    if (traces !== undefined) takenTraces.push(traces[i] as Trace)
  }
  if (spot.trace !== undefined) spot.trace.items = takenTraces
  return changed ? taken : value
}

/** A copy of the entries before `key`. */
function upTo(value: Mapping, key: string): MutableMapping {
  const copy: MutableMapping = {}
  for (const before of Object.keys(value)) {
    if (before === key) break
    put(copy, before, value[before] as Value)
  }
  return copy
}
