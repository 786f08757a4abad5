import { HOLE, Opaque, Sealed, Secret } from '../../core/opaque.ts'
import { isList, isMapping, own, type Value } from '../../core/value.ts'
import type { Folding } from './folding.ts'
import { itemSpot, keySpot, type Spot } from './spot.ts'

/** Reports what a reviewer should know about a value that takes another one's place: a changed kind, a bared secret. */
export function checkReplaced(low: Value, high: Value, spot: Spot, run: Folding): void {
  if (typeof low !== 'object' && typeof high !== 'object') return
  if (low === HOLE || high === HOLE) return
  const complaints = run.complaints
  if (complaints === undefined) return
  if ((low instanceof Sealed || low instanceof Secret) && !run.layer.encrypted && bares(high)) {
    complaints.secretExposed(high, spot)
  } else if (isPlaceholder(low) || isPlaceholder(high)) {
    return
  } else if (isMapping(low) !== isMapping(high) || isList(low) !== isList(high)) {
    complaints.kindChange(low, high, spot)
  } else {
    checkSecretsBelow(low, high, spot, run)
  }
}

/** Where a whole list or mapping is replaced, secrets are compared at the pointers that both have. */
function checkSecretsBelow(low: Value, high: Value, spot: Spot, run: Folding): void {
  if (isList(low) && isList(high)) {
    const both = Math.min(low.length, high.length)
    for (let i = 0; i < both; i++) {
      const below = low[i] as Value
      if (typeof below === 'object') checkSecrets(below, high[i] as Value, itemSpot(spot, i, i, undefined), run)
    }
  } else if (isMapping(low) && isMapping(high)) {
    for (const key of Object.keys(high)) {
      const below = own(low, key)
      if (typeof below === 'object') checkSecrets(below, high[key] as Value, keySpot(spot, key, undefined), run)
    }
  }
}

function checkSecrets(low: Value, high: Value, spot: Spot, run: Folding): void {
  if (low instanceof Opaque) checkReplaced(low, high, spot, run)
  else checkSecretsBelow(low, high, spot, run)
}

/** Whether a value that takes a secret's place can be read by anybody. Empty collections say nothing. */
function bares(high: Value): boolean {
  return high !== null && !(high instanceof Opaque) && !(typeof high === 'object' && Object.keys(high).length === 0)
}

/** Null and empty values stand for what is still to come: any kind may take their place, and they any other's. */
function isPlaceholder(value: Value): boolean {
  if (value === null || value === '') return true
  if (isList(value)) return value.length === 0
  return isMapping(value) && Object.keys(value).length === 0
}
