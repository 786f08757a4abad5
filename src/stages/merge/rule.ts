import type { MergeRule } from '../../core/strategy.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import type { Complaints } from './complaints.ts'
import type { Spot } from './spot.ts'

/**
 * How the value that a layer has at a spot is merged: as its YAML tag says, else as the schema says. A tag that cannot
 * apply is a finding and counts as absent.
 */
export function ruleFor(high: Value, spot: Spot, complaints: Complaints | undefined): MergeRule | undefined {
  const tag = spot.tags?.tag
  const fromSchema = spot.strategy?.merge
  switch (tag) {
    case '!replace':
      return 'replace'
    case '!append':
    case '!prepend':
      if (isList(high)) return tag === '!append' ? 'append' : 'prepend'
      break
    case '!merge':
      if (isMapping(high)) return undefined
      if (isList(high) && typeof fromSchema === 'object') return fromSchema
      break
    default:
      return fromSchema
  }
  complaints?.tagMisplaced(tag, high, spot)
  return fromSchema
}
