import { say, type Message } from '../../core/message.ts'
import { ruleConfig } from '../../core/rule-settings.ts'
import { Opaque } from '../../core/opaque.ts'
import type { Value } from '../../core/value.ts'
import { changedValues } from './changed-values.ts'
import { FieldSet } from './fields.ts'
import type { FindDangers } from './input.ts'
import { dangerAt, subjectOf, told, type ChangedValue, type Danger } from './found.ts'

/** Security levels that are lower than they were, or gone. */
export const securityLevel: FindDangers<'danger/security-level'> = (input, { fields, levels }, rules) => {
  const { settings: consistency } = ruleConfig(rules, 'consistency/encryption-off')
  const globs = new FieldSet([consistency.level, ...fields])
  const dangers: Danger[] = []
  for (const value of changedValues(input)) {
    const { before, after, tokens } = value
    const was = levelIn(levels, before)
    if (was < 0 || after instanceof Opaque || !globs.matches(tokens)) continue
    const is = levelIn(levels, after)
    const isGone = after === undefined || after === null
    // Nothing is lower than the lowest level; what is no level at all may be lower than any other.
    if (!isGone && (is >= was || (is < 0 && was === 0))) continue
    const message = endOf(value, { isGone, isLevel: is >= 0 })
    dangers.push(dangerAt('danger/security-level', value, say`${subjectOf(value)} ${message}`))
  }
  return dangers
}

function levelIn(levels: readonly string[], value: Value | undefined): number {
  const text = typeof value === 'string' ? value.toLowerCase() : undefined
  return levels.findIndex((level) => level.toLowerCase() === text)
}

interface Now {
  readonly isGone: boolean
  readonly isLevel: boolean
}

function endOf(value: ChangedValue, { isGone, isLevel }: Now): Message {
  const [was, is] = [told(value.before ?? null, value), told(value.after ?? null, value)]
  if (isGone) return say`is gone, and was ${was}`
  return isLevel ? say`is lowered from ${was} to ${is}` : say`is ${is} now, which is no level that is known, and was ${was}`
}
