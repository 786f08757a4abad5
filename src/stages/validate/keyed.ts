import type { Tokens } from '../../core/pointer.ts'
import { decide } from '../../core/schema/decide.ts'
import { mergeRule } from '../../core/schema/extensions.ts'
import { scopeAt } from '../../core/schema/schemas.ts'
import type { RawIssue } from '../../core/validation.ts'
import { isList, isMapping, own } from '../../core/value.ts'
import type { Subject } from './subject.ts'
import { nearestOf } from './words.ts'

/**
 * Whether an issue is what the merge has reported already: in a list that is merged by a key, an item that has no
 * scalar there (`merge/key-missing`).
 */
export function isToldByMerge({ tokens, key }: RawIssue, subject: Subject): boolean {
  const lacking = lackingKey(tokens, subject)
  if (lacking !== undefined) {
    if (key === undefined) return !isMapping(subject.valueAt(tokens))
    return nearestOf(key, [lacking], subject.budget) !== undefined
  }
  return key === undefined && tokens.length > 0 && lackingKey(tokens.slice(0, -1), subject) === tokens.at(-1)
}

/** The key that items of a list are told apart by, where an item that a layer wrote lacks a scalar there. */
function lackingKey(item: Tokens, subject: Subject): string | undefined {
  const list = item.slice(0, -1)
  if (item.length === 0 || !isList(subject.valueAt(list)) || !subject.isWritten(item)) return undefined
  const rule = mergeRule(decide(scopeAt(subject.root, list, undefined), 'x-merge')?.value)
  if (typeof rule !== 'object') return undefined
  const value = subject.valueAt(item)
  const id = isMapping(value) ? own(value, rule.key) : undefined
  return id === undefined || typeof id === 'object' ? rule.key : undefined
}
