import type { Concern } from '../../core/concern.ts'
import type { Environment } from '../../core/environment.ts'
import { say, shown, type Message } from '../../core/message.ts'
import { pointer, type Tokens } from '../../core/pointer.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import { environmentFact, stageNamed, stageOf } from './environment-facts.ts'
import { UNKNOWN, type Texts } from './facts.ts'
import { concernsOf, spotOf, type Rule, type Subject } from './rule.ts'

/** A value that is no name of its environment, and may be the name of another one. */
interface Doubtful {
  readonly subject: Subject
  readonly tokens: Tokens
  readonly text: string
}

/** Values that contradict the environment of their document: its labels, or its name. */
export function environmentField(config: RuleConfig<'consistency/environment'>): Rule {
  const { kinds, fields } = config.settings
  const concern = concernsOf('consistency/environment', config)
  const concerns: Concern[] = []
  const doubtful: Doubtful[] = []
  /** Of the environments that documents were seen in, and of those that they inherit from. */
  const names = new Set<string>()
  const concernAt = (subject: Subject, tokens: Tokens, message: Message): Concern => {
    const discreet = say`${pointer(tokens)} is not what its environment says`
    return concern({ message, discreet, at: spotOf(subject, tokens) })
  }
  const compare = (subject: Subject, { field, sources, text }: Said, texts: Texts): void => {
    const { environment } = subject
    for (const source of sources) {
      const expected = environmentFact(environment, source)
      if (expected === undefined) continue
      if (source[0] === 'name') {
        const verdict = byName(environment, text)
        const message = contradictsName(field, text)
        if (verdict === 'contradicts') concerns.push(concernAt(subject, field, message))
        else if (verdict === 'unclear') doubtful.push({ subject, tokens: field, text: texts.kept(text) })
      } else if (expected !== UNKNOWN && !isSame(text, String(expected))) {
        // Without the label's own value: the same mistake in several environments is one finding.
        const told = say`${pointer(field)} is ${shown(text) ?? say``}, and not the environment's ${pointer(source)}`
        concerns.push(concernAt(subject, field, told))
      }
      return
    }
  }
  return {
    prepare: (table) => {
      if (!kinds.includes(table.kind)) return undefined
      const { texts } = table
      const slots = fields.map(({ field, sources }) => ({ field, sources, slot: table.slot(field) }))
      return (subject, facts) => {
        if (!names.has(subject.environment.name)) for (const one of subject.environment.lineage) names.add(one)
        for (const { field, sources, slot } of slots) {
          const fact = facts[slot]
          if (fact !== undefined && fact !== UNKNOWN) compare(subject, { field, sources, text: String(fact) }, texts)
        }
      }
    },
    concerns: () => {
      const others = doubtful.filter(({ text }) => names.has(text))
      return [...concerns, ...others.map(({ subject, tokens, text }) => {
        return concernAt(subject, tokens, contradictsName(tokens, text))
      })]
    },
  }
}

interface Said {
  readonly field: Tokens
  readonly sources: readonly Tokens[]
  readonly text: string
}

function isSame(text: string, expected: string): boolean {
  const stage = stageNamed(text)
  return text === expected || (stage !== undefined && stage === stageNamed(expected))
}

function byName(environment: Environment, text: string): 'agrees' | 'contradicts' | 'unclear' {
  if (environment.lineage.includes(text)) return 'agrees'
  const [said, meant] = [stageNamed(text), stageOf(environment)]
  if (said === undefined || meant === undefined) return 'unclear'
  return said === meant ? 'agrees' : 'contradicts'
}

function contradictsName(field: Tokens, text: string): Message {
  return say`${pointer(field)} is ${shown(text) ?? say``}, and this is another environment`
}
