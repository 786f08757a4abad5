import { KIND, kindsOf, type Kinds } from '../../core/schema/allowed.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import type { Value } from '../../core/value.ts'
import { spots, type Aspect } from './difference.ts'
import type { Spot, View } from './view.ts'

/** A keyword of which several may apply, each by itself: what one asks another one need not. */
interface Demand {
  readonly keyword: string
  readonly kinds: Kinds
  readonly words: (asked: string) => Message
  /** What a schema asks, as text; `undefined` where that is nothing. */
  readonly read: (value: Value) => string | undefined
  /** Whether what is asked guarantees something else. */
  readonly implies?: (from: readonly string[], to: string, kinds: Kinds) => boolean
  /** Whether a value does as asked, where that can be told here. */
  readonly holds?: (asked: string, value: Value, view: View) => boolean
}

/** Formats that are checked, and the kinds of values that they speak of; all others are notes for people. */
export const CHECKED_FORMATS: ReadonlyMap<string, Kinds> = new Map([
  ...[
    'date', 'time', 'date-time', 'iso-time', 'iso-date-time', 'duration', 'uri', 'uri-reference', 'uri-template', 'url', 'email',
    'hostname', 'ipv4', 'ipv6', 'uuid', 'json-pointer', 'json-pointer-uri-fragment', 'relative-json-pointer', 'regex', 'byte',
  ].map((format) => [format, KIND.string] as const),
  ['int32', KIND.integer | KIND.fraction],
  ['int64', KIND.integer | KIND.fraction],
])

const DEMANDS: readonly Demand[] = [
  {
    keyword: 'pattern',
    kinds: KIND.string,
    words: (pattern) => say`the pattern "${name(pattern)}"`,
    read: (value) => (typeof value === 'string' ? value : undefined),
    holds: (pattern, value, { nodes }) => typeof value === 'string' && nodes[0]?.home.regexp.test(pattern, value) === true,
  },
  {
    keyword: 'format',
    kinds: KIND.string | KIND.integer | KIND.fraction,
    words: (format) => say`the format ${name(format)}`,
    read: (value) => (typeof value === 'string' && CHECKED_FORMATS.has(value) ? value : undefined),
    implies: (_from, to, kinds) => ((CHECKED_FORMATS.get(to) ?? 0) & kinds) === 0,
  },
  {
    keyword: 'multipleOf',
    kinds: KIND.integer | KIND.fraction,
    words: (step) => say`a multiple of ${Number(step)}`,
    read: (value) => (typeof value === 'number' && value > 0 ? String(value) : undefined),
    implies: (from, to, kinds) => {
      return (to === '1' && (kinds & KIND.fraction) === 0) || from.some((step) => isMultiple(Number(step), Number(to)))
    },
  },
  {
    keyword: 'uniqueItems',
    kinds: KIND.list,
    words: () => say`that items differ`,
    read: (value) => (value === true ? '' : undefined),
  },
]

function isMultiple(one: number, other: number): boolean {
  return Number.isSafeInteger(one) && Number.isSafeInteger(other) && one % other === 0
}

function asked(view: View, { keyword, read }: Demand): ReadonlyMap<string, Spot> {
  const found = new Map<string, Spot>()
  for (const node of view.nodes) {
    const value = node.keyword(keyword)
    const text = value === undefined ? undefined : read(value)
    if (text !== undefined && !found.has(text)) found.set(text, { node, keyword })
  }
  return found
}

/** What the one side asks and the other does not guarantee. */
function added(to: View, from: View, demand: Demand): readonly string[] {
  const wanted = asked(to, demand)
  if (wanted.size === 0 || (from.kinds & demand.kinds) === 0) return []
  const given = asked(from, demand)
  return [...wanted.keys()].filter((one) => {
    if (given.has(one) || holdsForAll(one, to, from, demand)) return false
    return demand.implies?.([...given.keys()], one, from.kinds) !== true
  })
}

function holdsForAll(one: string, to: View, { choice }: View, { holds, kinds }: Demand): boolean {
  if (holds === undefined || choice === undefined) return false
  return choice.values.every((value) => (kindsOf(value) & kinds) === 0 || holds(one, value, to))
}

function demandAspect(demand: Demand): Aspect {
  const { keyword, words } = demand
  return {
    asksMore: (to, from) => added(to, from, demand).length > 0,
    tell: ({ base, head }) => {
      const [more, less] = [added(head, base, demand), added(base, head, demand)]
      if (more.length === 0 && less.length === 0) return []
      const [before, after] = [asked(base, demand), asked(head, demand)]
      const [all, none] = [list(more.map(words)), list(less.map(words))]
      const message =
        more.length === 0 ? say`${none} ${is(less)} no longer asked for`
          : less.length === 0 ? say`${all} ${is(more)} asked for now`
            : say`${all} ${is(more)} asked for now, and no longer ${none}`
      const places = spots(before.get(less[0] ?? '') ?? before.values().next().value, after.get(more[0] ?? '') ?? after.values().next().value)
      return [{ level: more.length === 0 ? 'minor' : 'major', keyword, message, ...places }]
    },
  }
}

function is(some: readonly string[]): Message {
  return some.length === 1 ? say`is` : say`are`
}

/** `pattern`, `format`, `multipleOf` and `uniqueItems`. */
export const demands: readonly Aspect[] = DEMANDS.map(demandAspect)
