import { HOLE } from '../../core/opaque.ts'
import { isList, isMapping, own, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'
import { foldKeyed } from './keyed.ts'
import { addItems, type ListRule } from './lists.ts'
import { checkReplaced } from './replaced.ts'
import { ruleFor } from './rule.ts'
import { keySpot, type Spot } from './spot.ts'
import { take } from './take.ts'
import { siteOf, type Folding } from './folding.ts'

/** Folds what a layer says at a spot into what the layers below say there (RFC 7396, tags and list strategies). */
export function fold(low: Value | undefined, high: Value, spot: Spot, run: Folding): Value {
  const rule = ruleFor(high, spot, run.complaints)
  if (run.layer.from === 'variables' && isList(low) && isMapping(high)) {
    run.complaints?.intoList(spot)
    return low
  }
  if (low !== undefined && rule !== 'replace') {
    if (isMapping(low) && isMapping(high)) return foldMapping(low, high, spot, run)
    if (rule !== undefined && isList(low) && isList(high)) return foldList(low, high, rule, spot, run)
  }
  spot.trace?.replacedBy(siteOf(spot, run))
  if (low !== undefined) checkReplaced(low, high, spot, run)
  // Over a hole nothing can be said about what is below: it has its finding.
  const quiet = low === HOLE && run.complaints !== undefined ? { ...run, complaints: undefined } : run
  return take(high, spot, quiet, rule === 'replace' ? 'keep' : 'drop')
}

function foldMapping(low: Mapping, high: Mapping, spot: Spot, run: Folding): Mapping {
  spot.trace?.joined.push(siteOf(spot, run))
  const out = run.owned.has(low) ? low : { ...low }
  run.owned.add(out)
  const bare = spot.trace === undefined && spot.tags === undefined
  for (const key of Object.keys(high)) {
    const said = high[key] as Value
    // Quicker than asking for an own key: what is inherited is a function, or an object that takes the long way.
    if (bare && typeof said !== 'object' && typeof out[key] !== 'object') put(out, key, said)
    else foldKey(out, key, said, spot, run)
  }
  return out
}

function foldKey(out: MutableMapping, key: string, said: Value, parent: Spot, run: Folding): void {
  const low = own(out, key)
  const spot = keySpot(parent, key, parent.trace?.kid(key, low !== undefined))
  if (said !== null || spot.tags?.tag === '!replace') {
    put(out, key, fold(low, said, spot, run))
    return
  }
  ruleFor(said, spot, run.complaints)
  if (low === undefined) {
    run.complaints?.removesNothing(spot)
  } else {
    Reflect.deleteProperty(out, key)
    spot.trace?.removedBy(siteOf(spot, run))
  }
}

type List = readonly Value[]

function foldList(low: List, high: List, rule: ListRule, spot: Spot, run: Folding): List {
  const merged =
    typeof rule === 'object'
      ? foldKeyed(low, high, rule.key, { spot, run, fold })
      : addItems(low, high, rule, { spot, run })
  spot.trace?.joined.push(siteOf(spot, run))
  return merged
}
