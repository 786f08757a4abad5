import type { Change } from '../../core/change.ts'
import { Opaque } from '../../core/opaque.ts'
import { isList, isMapping, own, type Value } from '../../core/value.ts'
import type { ChangedValue } from './found.ts'
import type { DangerInput } from './input.ts'

/**
 * The leaves of what changed, one by one: a collection that came, went or became something else is looked into, and one
 * that is gone or became a leaf comes itself, too. Documents that came or went as a whole are left out: what they say
 * was never said otherwise. One that is called otherwise now is compared with what it was (`movedDocuments`).
 */
export function* changedValues({ changes, moved = [] }: Pick<DangerInput, 'changes' | 'moved'>): Generator<ChangedValue> {
  for (const change of changes) if (change.whole !== true) yield* leavesOf(valueOf(change))
  for (const { from, change } of moved) yield* leavesOf({ ...valueOf(change), documentBefore: from })
}

function valueOf(change: Change): ChangedValue {
  const { tokens, beforeTokens = tokens, before, after } = change
  return { change, tokens, beforeTokens, before: before?.value, after: after?.value }
}

function* leavesOf(changed: ChangedValue): Generator<ChangedValue> {
  const { tokens, beforeTokens, before, after } = changed
  const [left, right] = [ownKeys(before), ownKeys(after)]
  const isTurned = (left === undefined) !== (right === undefined) && before !== undefined && after !== undefined
  if (isTurned || right === undefined) yield changed
  // What became of each part of something encrypted nobody knows.
  if ((left ?? right) === undefined || (isTurned && (before instanceof Opaque || after instanceof Opaque))) return
  const leafBefore = isTurned && left === undefined ? before : undefined
  const leafAfter = isTurned && right === undefined ? after : undefined
  for (const key of new Set([...(left ?? []), ...(right ?? [])])) {
    const [was, is] = [childOf(before, key), childOf(after, key)]
    const below = { tokens: [...tokens, key], beforeTokens: [...beforeTokens, key] }
    yield* leavesOf({ ...changed, ...below, before: was, after: is, leafBefore, leafAfter })
  }
}

function ownKeys(value: Value | undefined): readonly string[] | undefined {
  if (isList(value)) return value.map((_, index) => String(index))
  return isMapping(value) ? Object.keys(value) : undefined
}

function childOf(value: Value | undefined, key: string): Value | undefined {
  if (isMapping(value)) return own(value, key)
  return isList(value) ? value[Number(key)] : undefined
}
