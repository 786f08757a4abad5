import type { MergeRule } from '../../core/strategy.ts'
import { isMapping, own, sameValue, type Mapping, type Value } from '../../core/value.ts'
import { chain } from './chain.ts'

/** What became of an item: its index before and after, `ABSENT` where it is not there. */
export interface Step {
  readonly before: number
  readonly after: number
}

export const ABSENT = -1

/** Keys by which people tell items of a list apart, most telling first. They describe a change, they never merge. */
const NAMING_KEYS = ['name', 'id', 'key']

/**
 * Lines up two lists so that few items count as different, in the order of `after`. Equal items in line give no step.
 * Named items (by the strategy's key, else by a usual one that tells all of them apart) are lined up by name, others by
 * equality; what is left between two hits is paired in order. Swapping the lists swaps the sides of the steps.
 */
export function align(before: readonly Value[], after: readonly Value[], rule?: MergeRule): Step[] {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && sameValue(before[start] as Value, after[start] as Value)) start++
  if (start === before.length && start === after.length) return []
  let beforeEnd = before.length
  let afterEnd = after.length
  while (beforeEnd > start && afterEnd > start) {
    if (!sameValue(before[beforeEnd - 1] as Value, after[afterEnd - 1] as Value)) break
    beforeEnd--
    afterEnd--
  }
  const steps = lineUp(before.slice(start, beforeEnd), after.slice(start, afterEnd), rule)
  return start === 0 ? steps : steps.map((step) => shift(step, start))
}

function shift({ before, after }: Step, by: number): Step {
  return { before: before === ABSENT ? ABSENT : before + by, after: after === ABSENT ? ABSENT : after + by }
}

function lineUp(left: readonly Value[], right: readonly Value[], rule: MergeRule | undefined): Step[] {
  const oneSided = left.length === 0 || right.length === 0
  const key = oneSided ? undefined : namingKey(left, right, rule)
  const pairs = pairing(key, rule)
  const idOf = key === undefined ? undefined : (item: Value) => (item as Mapping)[key] as Value
  const matches = oneSided ? [] : chain(left, right, idOf)
  const steps: Step[] = []
  let i = 0
  let j = 0
  for (const match of [...matches, { before: left.length, after: right.length }]) {
    for (; i < match.before && j < match.after; i++, j++) {
      if (pairs(left[i] as Value, right[j] as Value)) steps.push({ before: i, after: j })
      else steps.push({ before: i, after: ABSENT }, { before: ABSENT, after: j })
    }
    for (; i < match.before; i++) steps.push({ before: i, after: ABSENT })
    for (; j < match.after; j++) steps.push({ before: ABSENT, after: j })
    if (key !== undefined && i < left.length) steps.push({ before: i, after: j })
    i++
    j++
  }
  return steps
}

/** The key that tells all items of both lists apart: the strategy's own, else the first usual one that does. */
function namingKey(left: readonly Value[], right: readonly Value[], rule: MergeRule | undefined): string | undefined {
  const keys = typeof rule === 'object' ? [rule.key, ...NAMING_KEYS] : NAMING_KEYS
  return keys.find((key) => tellsApart(left, key) && tellsApart(right, key))
}

function tellsApart(items: readonly Value[], key: string): boolean {
  const seen = new Set<Value>()
  for (const item of items) {
    const id = isMapping(item) ? own(item, key) : undefined
    if (id === undefined || typeof id === 'object' || seen.has(id)) return false
    seen.add(id)
  }
  return true
}

/**
 * Whether two items that stand in the same gap are one item that changed. Under a strategy's key another name is
 * another item; under a usual one it is a new name, where half of what the item says stayed.
 */
function pairing(key: string | undefined, rule: MergeRule | undefined): (before: Value, after: Value) => boolean {
  if (key === undefined) return () => true
  if (typeof rule === 'object' && rule.key === key) return () => false
  return (before, after) => halfEqual(before as Mapping, after as Mapping)
}

function halfEqual(before: Mapping, after: Mapping): boolean {
  const keys = Object.keys(before)
  let equal = 0
  for (const key of keys) {
    const other = own(after, key)
    if (other !== undefined && sameValue(before[key] as Value, other)) equal++
  }
  return 2 * equal + 1 >= Math.max(keys.length, Object.keys(after).length)
}
