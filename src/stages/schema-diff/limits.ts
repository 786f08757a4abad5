import { KIND, kindsOf, type Kinds } from '../../core/schema/allowed.ts'
import { say, type Message } from '../../core/message.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { spots, type Aspect, type Difference } from './difference.ts'
import type { Spot, View } from './view.ts'

/** A limit of a size: of numbers themselves, of lengths, of counts. */
interface Limit {
  readonly keyword: string
  /** The keyword of the same limit that leaves the value itself out. */
  readonly exclusive?: string
  readonly end: 'lower' | 'upper'
  readonly kinds: Kinds
  readonly words: Message
  readonly sizeOf: (value: Value) => number
}

const NUMBERS = KIND.integer | KIND.fraction
const numberOf = (value: Value): number => Number(value)
const lengthOf = (value: Value): number => (typeof value === 'string' ? Array.from(value).length : 0)
const itemsOf = (value: Value): number => (isList(value) ? value.length : 0)
const keysOf = (value: Value): number => (isMapping(value) ? Object.keys(value).length : 0)

const LIMITS: readonly Limit[] = [
  { keyword: 'minimum', exclusive: 'exclusiveMinimum', end: 'lower', kinds: NUMBERS, words: say`the minimum`, sizeOf: numberOf },
  { keyword: 'maximum', exclusive: 'exclusiveMaximum', end: 'upper', kinds: NUMBERS, words: say`the maximum`, sizeOf: numberOf },
  { keyword: 'minLength', end: 'lower', kinds: KIND.string, words: say`the least length`, sizeOf: lengthOf },
  { keyword: 'maxLength', end: 'upper', kinds: KIND.string, words: say`the greatest length`, sizeOf: lengthOf },
  { keyword: 'minItems', end: 'lower', kinds: KIND.list, words: say`the least number of items`, sizeOf: itemsOf },
  { keyword: 'maxItems', end: 'upper', kinds: KIND.list, words: say`the greatest number of items`, sizeOf: itemsOf },
  { keyword: 'minProperties', end: 'lower', kinds: KIND.mapping, words: say`the least number of keys`, sizeOf: keysOf },
  { keyword: 'maxProperties', end: 'upper', kinds: KIND.mapping, words: say`the greatest number of keys`, sizeOf: keysOf },
]

interface Bound {
  readonly at: number
  /** Whether the value itself is left out. */
  readonly exclusive: boolean
  readonly spot: Spot
}

/** The bound that counts, of all that are said. */
function boundOf(view: View, limit: Limit): Bound | undefined {
  let bound: Bound | undefined
  for (const node of view.nodes) {
    for (const [keyword, exclusive] of [[limit.keyword, false], [limit.exclusive, true]] as const) {
      const at = keyword === undefined ? undefined : node.keyword(keyword)
      if (keyword === undefined || typeof at !== 'number' || (limit.kinds !== NUMBERS && !(Number.isInteger(at) && at >= 0))) continue
      const other = { at, exclusive, spot: { node, keyword } }
      if (bound === undefined || isTighter(other, bound, limit)) bound = other
    }
  }
  return bound === undefined || (limit.kinds !== NUMBERS && limit.end === 'lower' && bound.at === 0) ? undefined : bound
}

function isTighter(one: Bound, other: Bound, { end }: Limit): boolean {
  if (one.at === other.at) return one.exclusive && !other.exclusive
  return end === 'lower' ? one.at > other.at : one.at < other.at
}

/** The bound as integers meet it. */
function amongIntegers({ at, exclusive, spot }: Bound, { end }: Limit): Bound {
  if (end === 'lower') return { at: exclusive ? Math.floor(at) + 1 : Math.ceil(at), exclusive: false, spot }
  return { at: exclusive ? Math.ceil(at) - 1 : Math.floor(at), exclusive: false, spot }
}

function holds(size: number, { at, exclusive }: Bound, { end }: Limit): boolean {
  if (size === at) return !exclusive
  return end === 'lower' ? size > at : size < at
}

function asksMore(to: View, from: View, limit: Limit): boolean {
  const bound = boundOf(to, limit)
  if (bound === undefined || (from.kinds & limit.kinds) === 0) return false
  const before = boundOf(from, limit)
  if (from.choice !== undefined) {
    const sizes = from.choice.values.filter((value) => (kindsOf(value) & limit.kinds) !== 0).map(limit.sizeOf)
    return sizes.some((size) => !holds(size, bound, limit) && (before === undefined || holds(size, before, limit)))
  }
  if (before === undefined) return true
  if ((from.kinds & limit.kinds) !== KIND.integer) return isTighter(bound, before, limit)
  return isTighter(amongIntegers(bound, limit), amongIntegers(before, limit), limit)
}

/** `minimum`, `maxLength`, `minItems` and their like: sizes. */
export const limits: Aspect = {
  asksMore: (to, from) => LIMITS.some((limit) => asksMore(to, from, limit)),
  tell: ({ base, head }) => {
    const differences: Difference[] = []
    for (const limit of LIMITS) {
      const tighter = asksMore(head, base, limit)
      if (!tighter && !asksMore(base, head, limit)) continue
      const [before, after] = [boundOf(base, limit), boundOf(head, limit)]
      const keyword = (after ?? before)?.spot.keyword ?? limit.keyword
      const message = limitMessage(limit, before, after)
      differences.push({ level: tighter ? 'major' : 'minor', keyword, message, ...spots(before?.spot, after?.spot) })
    }
    return differences
  },
}

function limitMessage({ words }: Limit, before: Bound | undefined, after: Bound | undefined): Message {
  if (after === undefined) return before === undefined ? words : say`${words} of ${boundWords(before)} is gone`
  if (before === undefined) return say`${words} is ${boundWords(after)} now; there was none`
  return say`${words} changes from ${boundWords(before)} to ${boundWords(after)}`
}

function boundWords({ at, exclusive }: Bound): Message {
  return exclusive ? say`${at} (left out)` : say`${at}`
}
