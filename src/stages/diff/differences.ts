import type { ChangeKind } from '../../core/change.ts'
import type { Tokens } from '../../core/pointer.ts'
import { holdsSecret, strategyAtKey, type Strategy } from '../../core/strategy.ts'
import { isList, isMapping, own, sameValue, type Mapping, type Value } from '../../core/value.ts'
import { ABSENT, align } from './align.ts'

/** One difference of two values. */
export interface Difference {
  readonly kind: ChangeKind
  /** Where it stands, or would stand (see `Change.tokens`), on either side. */
  readonly beforeTokens: Tokens
  readonly tokens: Tokens
  readonly before: Value | undefined
  readonly after: Value | undefined
  /** In a list, the side that lacks the value may have another item at its index. */
  readonly inside: 'mapping' | 'list'
  readonly secret: boolean
}

/** A collection with more differences than this counts as one: nobody reads them, and each would be looked up. */
const MOST_DIFFERENCES = 5_000

interface Walk {
  readonly found: Difference[]
  readonly before: string[]
  readonly after: string[]
  secret: boolean
}

/**
 * The differences of two values, few rather than many: mappings by key, lists as `align` lines them up, a subtree that
 * came or went as one. A hole equals holes only: nobody knows what it stands for, so that it may hide a change to or
 * from anything else. In the order of `after`; what is gone stands before its next sibling that stayed.
 */
export function differences(before: Value, after: Value, strategy?: Strategy): Difference[] {
  const walk: Walk = { found: [], before: [], after: [], secret: false }
  compare(before, after, strategy, walk)
  return walk.found
}

function compare(before: Value, after: Value, strategy: Strategy | undefined, walk: Walk): void {
  const outer = walk.secret
  const first = walk.found.length
  walk.secret ||= strategy?.secret === true
  if (isMapping(before) && isMapping(after)) compareMappings(before, after, strategy, walk)
  else if (isList(before) && isList(after)) compareLists(before, after, strategy, walk)
  else if (!sameValue(before, after)) note(before, after, strategy, walk)
  if (walk.found.length - first > MOST_DIFFERENCES) {
    walk.found.length = first
    note(before, after, strategy, walk)
  }
  walk.secret = outer
}

function compareMappings(before: Mapping, after: Mapping, strategy: Strategy | undefined, walk: Walk): void {
  if (before === after) return
  const left = Object.keys(before)
  const right = Object.keys(after)
  if (!sameKeys(left, right)) return compareKeys(before, after, strategy, walk)
  for (const key of right) {
    if (before[key] !== after[key]) compareKey(before, after, key, strategy, walk)
  }
}

/** By far the most mappings have the keys that they had, in the order that they had. */
function sameKeys(left: readonly string[], right: readonly string[]): boolean {
  if (left.length !== right.length) return false
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false
  return true
}

function compareKeys(before: Mapping, after: Mapping, strategy: Strategy | undefined, walk: Walk): void {
  const gone = goneBefore(before, after)
  for (const key of Object.keys(after)) {
    for (const lost of gone.get(key) ?? []) compareKey(before, after, lost, strategy, walk)
    compareKey(before, after, key, strategy, walk)
  }
  for (const lost of gone.get(undefined) ?? []) compareKey(before, after, lost, strategy, walk)
}

/** Keys that are gone, by the key before which they stood and which stayed; `undefined` for the end. */
function goneBefore(before: Mapping, after: Mapping): ReadonlyMap<string | undefined, string[]> {
  const gone = new Map<string | undefined, string[]>()
  let waiting: string[] = []
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) waiting.push(key)
    else if (waiting.length > 0) {
      gone.set(key, waiting)
      waiting = []
    }
  }
  return gone.set(undefined, waiting)
}

function compareKey(before: Mapping, after: Mapping, key: string, strategy: Strategy | undefined, walk: Walk): void {
  const was = own(before, key)
  const is = own(after, key)
  enter(walk, key, key)
  if (was === undefined || is === undefined) note(was, is, strategyAtKey(strategy, key), walk)
  else compare(was, is, strategyAtKey(strategy, key), walk)
  leave(walk)
}

type List = readonly Value[]

function compareLists(before: List, after: List, strategy: Strategy | undefined, walk: Walk): void {
  if (before === after) return
  for (const step of align(before, after, strategy?.merge)) {
    const was = before[step.before]
    const is = after[step.after]
    const from = step.before === ABSENT ? step.after : step.before
    const to = step.after === ABSENT ? step.before : step.after
    enter(walk, String(from), String(to))
    if (was === undefined || is === undefined) note(was, is, strategy?.items, walk, 'list')
    else compare(was, is, strategy?.items, walk)
    leave(walk)
  }
}

function enter(walk: Walk, before: string, after: string): void {
  walk.before.push(before)
  walk.after.push(after)
}

function leave(walk: Walk): void {
  walk.before.pop()
  walk.after.pop()
}

function note(
  before: Value | undefined,
  after: Value | undefined,
  strategy: Strategy | undefined,
  walk: Walk,
  inside: Difference['inside'] = 'mapping',
): void {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  const secret = walk.secret || holdsSecret(before, strategy) || holdsSecret(after, strategy)
  const [beforeTokens, tokens] = [walk.before.slice(), walk.after.slice()]
  walk.found.push({ kind, beforeTokens, tokens, before, after, inside, secret })
}
