import { compareText } from '../../core/collector.ts'
import type { DangerResult, SilencedDanger } from '../../core/danger.ts'
import type { SettledFinding } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { inBase, locate } from '../../core/place.ts'
import { ruleConfig, type ConfigurableRule, type RuleConfigs } from '../../core/rule-settings.ts'
import { RULES } from '../../core/rules.ts'
import { hasEnded, isAbout, type DangerRule, type Silence } from '../../core/silence.ts'
import { judge } from './accepted.ts'
import { becamePlain } from './became-plain.ts'
import { breadth } from './breadth.ts'
import { configChanged } from './config-changed.ts'
import { documentRemoved } from './document-removed.ts'
import { encryptionOff } from './encryption-off.ts'
import { policyChanged, workflowChanged } from './files.ts'
import { silenceableOf, type Danger } from './found.ts'
import { hiddenCharacters } from './hidden-characters.ts'
import type { DangerInput, FindDangers } from './input.ts'
import { recipientAdded, recipientRemoved } from './recipients.ts'
import { movedDocuments } from './moved-documents.ts'
import { relabelled } from './relabelled.ts'
import { reparented } from './reparented.ts'
import { resources } from './resources.ts'
import { schemaWeakened } from './schema-weakened.ts'
import { secretRolledBack } from './secret-rolled-back.ts'
import { secretWeakened } from './secret-weakened.ts'
import { securityLevel } from './security-level.ts'
import { selfSilenced, type SelfSilenced } from './self-silenced.ts'
import { unprotected } from './unprotected.ts'

/**
 * What is dangerous about a change, judged by the base's `cairn.yaml`: what its rules say, and what it silences. Where
 * base has none the head's rules count, but never its silences: no change accepts its own dangers.
 */
export function dangersOf(given: DangerInput): DangerResult {
  const input = { ...given, moved: given.moved ?? movedDocuments(given) }
  const { rules } = (input.base.config.given ? input.base : input.head).config
  const found = RUNS.flatMap((run) => run(input, rules))
  const accepted = input.base.config.given ? input.base.config.silences : []
  const counting = accepted.filter((silence) => !hasEnded(silence, input.today))
  const loud: Danger[] = []
  const silenced: SilencedDanger[] = []
  for (const { danger, silence } of found.flatMap((one) => judge(one, counting, input))) {
    if (silence === undefined) loud.push(danger)
    else silenced.push(silencedBy(silence, settledAs(danger, rules)))
  }
  const own = isOn('danger/self-silenced', rules) ? selfSilenced(input, loud) : NOTHING
  const told = loud.filter(({ accepts }) => accepts === undefined || !own.told.has(accepts))
  const findings = [...together(told), ...own.dangers].map((danger) => {
    return settledAs(withEnded(danger, accepted.filter((one) => hasEnded(one, input.today))), rules)
  })
  return {
    findings: findings.sort(byPlace),
    silenced: silenced.sort((a, b) => byPlace(a.finding, b.finding)),
    judgedBy: input.base.config.given ? 'base' : 'head',
  }
}

function run<R extends ConfigurableRule & DangerRule>(rule: R, find: FindDangers<R>) {
  return (input: DangerInput, rules: RuleConfigs): readonly Danger[] => {
    return isOn(rule, rules) ? find(input, ruleConfig(rules, rule).settings, rules) : []
  }
}

const RUNS = [
  run('danger/became-plain', becamePlain),
  run('danger/recipient-added', recipientAdded),
  run('danger/recipient-removed', recipientRemoved),
  run('danger/secret-weakened', secretWeakened),
  run('danger/secret-rolled-back', secretRolledBack),
  run('danger/encryption-off', encryptionOff),
  run('danger/security-level', securityLevel),
  run('danger/schema-weakened', schemaWeakened),
  run('danger/policy-changed', policyChanged),
  run('danger/config-changed', configChanged),
  run('danger/hidden-character', hiddenCharacters),
  run('danger/workflow-changed', workflowChanged),
  run('danger/breadth', breadth),
  run('danger/resources', resources),
  run('danger/reparented', reparented),
  run('danger/relabelled', relabelled),
  run('danger/unprotected', unprotected),
  run('danger/document-removed', documentRemoved),
]

function isOn(rule: ConfigurableRule, rules: RuleConfigs): boolean {
  return ruleConfig(rules, rule).severity !== 'off'
}

function settledAs(danger: Danger, rules: RuleConfigs): SettledFinding {
  const { rule, message, location, related = [], environments = [] } = danger
  const { severity } = ruleConfig(rules, rule)
  return {
    rule,
    severity: severity === undefined || severity === 'off' ? RULES[rule].severity : severity,
    message,
    location,
    related,
    environments: [...environments].sort(compareText),
  }
}

function silencedBy(silence: Silence, finding: SettledFinding): SilencedDanger {
  const { reason, until, place } = silence
  return { finding, reason, location: inBase(locate(place)), ...(until === undefined ? {} : { until }) }
}

const NOTHING: SelfSilenced = { dangers: [], told: new Set() }

const ENDED = say`this silenced it, and has ended`

/** Says which silence would have covered a danger, had it not ended. */
function withEnded(danger: Danger, ended: readonly Silence[]): Danger {
  const silence = ended.find((one) => isAbout(one, silenceableOf(danger)))
  if (silence === undefined) return danger
  const ending = { message: ENDED, location: inBase(locate(silence.place)) }
  return { ...danger, related: [...(danger.related ?? []), ending] }
}

/** Places beside the first one that are named of dangers that are told as one. */
const MOST_ALIKE = 3

/** What is said of many files alike is said once, at the first of them. */
function together(dangers: readonly Danger[]): readonly Danger[] {
  const groups = new Map<string | Danger, Danger[]>()
  for (const danger of dangers) {
    const key = danger.alike === undefined ? danger : `${danger.rule} ${danger.alike.key}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [danger])
    else group.push(danger)
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first?.alike === undefined || others.length === 0) return first ?? []
    const also = others.slice(0, MOST_ALIKE).map(({ location }) => ({ message: say`and here`, location }))
    const environments = new Set([first, ...others].flatMap((one) => one.environments ?? []))
    return {
      ...first,
      message: first.alike.told(others.length + 1),
      related: [...(first.related ?? []), ...also],
      environments: [...environments],
    }
  })
}

function byPlace(a: SettledFinding, b: SettledFinding): number {
  return (
    compareText(a.location.file ?? '', b.location.file ?? '') ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    (a.location.column ?? 0) - (b.location.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  )
}
