import { Hole } from '../../core/opaque.ts'
import type { MergeRule } from '../../core/strategy.ts'
import { isList, isMapping, own, sameValue, type Mapping, type Value } from '../../core/value.ts'
import { chain, type Match } from './chain.ts'

/** What became of an item: its index before and after, `ABSENT` where it is not there. */
export interface Step {
  readonly before: number
  readonly after: number
}

export const ABSENT = -1

/** Keys by which people tell items of a list apart, most telling first. They describe a change, they never merge. */
const NAMING_KEYS = ['name', 'id', 'key']

type Items = readonly Value[]

/**
 * Lines up two lists so that few items count as different, in the order of `after`. Equal items in line give no step.
 * Mappings are lined up by name (the strategy's key, else a usual one that tells all of them apart), all else by
 * equality; of what is left between two hits, items of one sort are paired in order. Swapping the lists swaps the sides
 * of the steps.
 */
export function align(before: Items, after: Items, rule?: MergeRule): Step[] {
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
  return start === 0 ? steps : steps.map((step) => shift(step, start, start))
}

function shift({ before, after }: Step, by: number, byAfter: number): Step {
  return { before: before === ABSENT ? ABSENT : before + by, after: after === ABSENT ? ABSENT : after + byAfter }
}

function lineUp(left: Items, right: Items, rule: MergeRule | undefined): Step[] {
  const oneSided = left.length === 0 || right.length === 0
  const key = oneSided ? undefined : namingKey(left, right, rule)
  const nameOf = (item: Value): Value | undefined => (key !== undefined && isMapping(item) ? item[key] : undefined)
  const hits = oneSided ? [] : chain(left, right, nameOf)
  const mayBeOne = pairing(key, rule)
  const steps: Step[] = []
  let i = 0
  let j = 0
  for (const hit of [...hits, { before: left.length, after: right.length }]) {
    const gap = fillGap(left.slice(i, hit.before), right.slice(j, hit.after), mayBeOne)
    for (const step of gap) steps.push(shift(step, i, j))
    const named = hit.before < left.length && nameOf(left[hit.before] as Value) !== undefined
    if (named) steps.push(hit) // the rest of what it says may differ
    i = hit.before + 1
    j = hit.after + 1
  }
  return steps
}

/** The key that tells all mappings of both lists apart: the strategy's own, else the first usual one that does. */
function namingKey(left: Items, right: Items, rule: MergeRule | undefined): string | undefined {
  const keys = typeof rule === 'object' ? [rule.key, ...NAMING_KEYS] : NAMING_KEYS
  return keys.find((key) => tellsApart(left, key) && tellsApart(right, key))
}

function tellsApart(items: Items, key: string): boolean {
  const seen = new Set<Value>()
  for (const item of items) {
    if (!isMapping(item)) continue
    const id = own(item, key)
    if (id === undefined || typeof id === 'object' || seen.has(id)) return false
    seen.add(id)
  }
  return true
}

type MayBeOne = (before: Value, after: Value) => boolean

/**
 * Whether two items of one sort that stand in the same gap are one item that changed. Of mappings, under a strategy's
 * key another name is another item; under a usual one it is a new name, where half of what the item says stayed.
 */
function pairing(key: string | undefined, rule: MergeRule | undefined): MayBeOne {
  if (key === undefined) return () => true
  const strict = typeof rule === 'object' && rule.key === key
  return (before, after) => {
    if (!isMapping(before) || !isMapping(after)) return true
    return !strict && halfEqual(before, after)
  }
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

/** The steps between two hits, where no item is on both sides. */
function fillGap(left: Items, right: Items, mayBeOne: MayBeOne): Step[] {
  const steps: Step[] = []
  let i = 0
  let j = 0
  for (const pair of pairsOf(left, right)) {
    while (i < pair.before) steps.push({ before: i++, after: ABSENT })
    while (j < pair.after) steps.push({ before: ABSENT, after: j++ })
    if (mayBeOne(left[i] as Value, right[j] as Value)) steps.push({ before: i, after: j })
    else steps.push({ before: i, after: ABSENT }, { before: ABSENT, after: j })
    i++
    j++
  }
  while (i < left.length) steps.push({ before: i++, after: ABSENT })
  while (j < right.length) steps.push({ before: ABSENT, after: j++ })
  return steps
}

/** Items of one sort, in order: one by one where that fits all, else as many as there can be. */
function pairsOf(left: Items, right: Items): readonly Match[] {
  const inOrder: Match[] = []
  const shorter = Math.min(left.length, right.length)
  for (let i = 0; i < shorter; i++) {
    if (sameSort(left[i] as Value, right[i] as Value)) inOrder.push({ before: i, after: i })
  }
  if (inOrder.length === shorter) return inOrder
  const most = chain(left, right, sortOf)
  return most.length > inOrder.length ? most : inOrder
}

/** Nobody knows what stands for a hole. */
function sameSort(before: Value, after: Value): boolean {
  return before instanceof Hole || after instanceof Hole || sortOf(before) === sortOf(after)
}

/** Scalars of all types are one sort: `80` that becomes `'80'` is the same item. */
function sortOf(item: Value): string {
  if (isMapping(item)) return 'mapping'
  return isList(item) ? 'list' : 'scalar'
}
