import type { Concern } from '../../core/concern.ts'
import { say, shown } from '../../core/message.ts'
import { pointer } from '../../core/pointer.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import { environmentFact } from './environment-facts.ts'
import { truthOf } from './requests.ts'
import { concernsOf, spotOf, type Rule } from './rule.ts'

/** TLS or encryption that is switched off where the security level asks for it. */
export function encryptionOff(config: RuleConfig<'consistency/encryption-off'>): Rule {
  const { kinds, level, levels, switches, 'environment-level': environmentLevel } = config.settings
  const asking = new Set(levels.map((one) => one.toLowerCase()))
  const concern = concernsOf('consistency/encryption-off', config)
  const concerns: Concern[] = []
  return {
    prepare: (table) => {
      if (!kinds.includes(table.kind)) return undefined
      const levelSlot = table.slot(level)
      const slots = switches.map((tokens) => ({ tokens, slot: table.slot(tokens) }))
      return (subject, facts) => {
        for (const { tokens, slot } of slots) {
          if (truthOf(facts[slot]) !== false) continue
          const own = facts[levelSlot]
          const at = own ?? environmentFact(subject.environment, environmentLevel)
          const told = typeof at === 'string' && asking.has(at.toLowerCase()) ? shown(at) : undefined
          if (told === undefined) continue
          const whose = own === undefined ? say`the environment's security level` : say`the security level`
          const message = say`${pointer(tokens)} is off, and ${whose} is ${told}`
          const related = own === undefined ? [] : [{ message: say`the security level`, at: spotOf(subject, level) }]
          const discreet = say`${pointer(tokens)} is off at this security level`
          concerns.push(concern({ message, discreet, at: spotOf(subject, tokens), related }))
        }
      }
    },
    concerns: () => concerns,
  }
}
