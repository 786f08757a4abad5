import { GlobSet } from '../../core/glob.ts'
import { say } from '../../core/message.ts'
import { ruleConfig } from '../../core/rule-settings.ts'
import type { Value } from '../../core/value.ts'
import { changedValues } from './changed-values.ts'
import type { FindDangers } from './input.ts'
import { dangerAt, subjectOf, told, type Danger } from './found.ts'

/** TLS, encryption or a check of certificates that was on and is off. */
export const encryptionOff: FindDangers<'danger/encryption-off'> = ({ changes }, settings, rules) => {
  const { settings: consistency } = ruleConfig(rules, 'consistency/encryption-off')
  const switches = new GlobSet([...consistency.switches, ...settings.switches])
  const openings = new GlobSet(settings.openings)
  const stateOf = stateBy(settings.off)
  const dangers: Danger[] = []
  for (const value of changedValues(changes)) {
    const { before, after, tokens } = value
    const [was, is] = [stateOf(before), stateOf(after)]
    if (was === 'on' && is !== 'on' && is !== 'unknown' && switches.matches(tokens)) {
      const end = after === undefined || after === null ? say`is gone` : say`is ${told(after, value)} now`
      const message = say`${subjectOf(value)} ${end}, and it was ${told(before ?? null, value)}`
      dangers.push(dangerAt('danger/encryption-off', value, message))
    } else if (is === 'on' && was !== 'on' && was !== 'unknown' && openings.matches(tokens)) {
      dangers.push(dangerAt('danger/encryption-off', value, say`${subjectOf(value)} is ${told(after ?? null, value)} now`))
    }
  }
  return dangers
}

type State = 'on' | 'off' | 'unsaid' | 'unknown'

/** What a switch says; texts that are none of the words for off are modes of being on. */
function stateBy(words: readonly string[]): (value: Value | undefined) => State {
  const off = new Set(['false', ...words])
  return (value) => {
    if (value === undefined || value === null) return 'unsaid'
    if (typeof value === 'boolean') return value ? 'on' : 'off'
    if (typeof value === 'string') return off.has(value.toLowerCase()) ? 'off' : 'on'
    return 'unknown'
  }
}
