import { GlobSet } from '../../core/glob.ts'
import { say } from '../../core/message.ts'
import { ruleConfig } from '../../core/rule-settings.ts'
import { Opaque } from '../../core/opaque.ts'
import { changedValues } from './changed-values.ts'
import type { FindDangers } from './input.ts'
import { dangerAt, subjectOf, told, type Danger } from './found.ts'

/** Security levels that are lower than they were, or gone. */
export const securityLevel: FindDangers<'danger/security-level'> = ({ changes }, { fields, levels }, rules) => {
  const { settings: consistency } = ruleConfig(rules, 'consistency/encryption-off')
  const globs = new GlobSet([consistency.level, ...fields])
  const dangers: Danger[] = []
  for (const value of changedValues(changes)) {
    const { before, after, tokens } = value
    const was = typeof before === 'string' ? levels.indexOf(before) : -1
    if (was < 0 || after instanceof Opaque || !globs.matches(tokens)) continue
    const is = typeof after === 'string' ? levels.indexOf(after) : -1
    const isGone = after === undefined || after === null
    if (!isGone && (is < 0 || is >= was)) continue
    const end = isGone ? say`is gone, and was ${told(before ?? null, value)}` : undefined
    const message = end ?? say`is lowered from ${told(before ?? null, value)} to ${told(after ?? null, value)}`
    dangers.push(dangerAt('danger/security-level', value, say`${subjectOf(value)} ${message}`))
  }
  return dangers
}
