import type { Change } from '../../core/change.ts'
import { isList, isMapping, own, type Value } from '../../core/value.ts'
import type { ChangedValue } from './found.ts'

/**
 * The leaves of what changed, one by one: a collection that came, went or became something else is looked into.
 * Documents that came or went as a whole are left out: what they say was never said otherwise.
 */
export function* changedValues(changes: readonly Change[]): Generator<ChangedValue> {
  for (const change of changes) {
    if (change.whole === true) continue
    const { tokens, beforeTokens = tokens } = change
    yield* leavesOf({ change, tokens, beforeTokens, before: change.before?.value, after: change.after?.value })
  }
}

function* leavesOf(changed: ChangedValue): Generator<ChangedValue> {
  const { change, tokens, beforeTokens, before, after } = changed
  const keys = keysOf(before, after)
  if (keys === undefined) {
    yield changed
    return
  }
  for (const key of keys) {
    const [was, is] = [childOf(before, key), childOf(after, key)]
    const below = { tokens: [...tokens, key], beforeTokens: [...beforeTokens, key] }
    yield* leavesOf({ change, ...below, before: was, after: is })
  }
}

/** The keys of both sides where neither is a leaf; `undefined` where there is nothing to look into. */
function keysOf(before: Value | undefined, after: Value | undefined): Iterable<string> | undefined {
  const [left, right] = [ownKeys(before), ownKeys(after)]
  if (left === undefined) return before === undefined ? right : undefined
  if (right === undefined) return after === undefined ? left : undefined
  return new Set([...left, ...right])
}

function ownKeys(value: Value | undefined): readonly string[] | undefined {
  if (isList(value)) return value.map((_, index) => String(index))
  return isMapping(value) ? Object.keys(value) : undefined
}

function childOf(value: Value | undefined, key: string): Value | undefined {
  if (isMapping(value)) return own(value, key)
  return isList(value) ? value[Number(key)] : undefined
}
