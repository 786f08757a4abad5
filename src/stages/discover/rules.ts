import type { Config } from '../../core/config.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { didYouMean, nearest } from '../../core/nearest.ts'
import {
  CONFIGURABLE, defaultsOf, RULE_SETTINGS, type ConfigurableRule, type RuleConfigs, type SettingSpecs,
} from '../../core/rule-settings.ts'
import { RULES, SEVERITIES, type Severity } from '../../core/rules.ts'
import { isMapping } from '../../core/value.ts'
import { readValue } from './rule-values.ts'
import { fieldsOf, keyOf, readChoice, readFields, wrongType, type Fields, type Setting } from '../../core/setting.ts'

/** Kinds that rules are to look at, and where `cairn.yaml` names them. */
type NamedKinds = Config['ruleKinds']

const SWITCH = ['off', ...SEVERITIES] as const

/** Reads `rules` of `cairn.yaml`: what is wrong is left out, so that the rule stays as it is by default. */
export function readRules(setting: Setting | undefined, report: Report): Pick<Config, 'rules' | 'ruleKinds'> {
  const rules: Partial<Record<ConfigurableRule, unknown>> = {}
  const ruleKinds: NamedKinds[number][] = []
  if (setting === undefined) return { rules: {}, ruleKinds }
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from rules to off, a severity or settings`, report)
  for (const [rule, field] of fieldsOf(setting)) {
    if (!isConfigurable(rule)) report(finding('config/unknown-key', keyOf(field), notConfigurable(rule)))
    else rules[rule] = readRule(field, { specs: RULE_SETTINGS[rule], kinds: ruleKinds }, report)
  }
  // Each was read by the specification of its own rule.
  return { rules: rules as RuleConfigs, ruleKinds }
}

interface RuleInput {
  readonly specs: SettingSpecs
  /** Where the kinds that are named go. */
  readonly kinds: NamedKinds[number][]
}

interface RawRule {
  readonly severity?: Severity | 'off'
  readonly settings: Readonly<Record<string, unknown>>
}

function readRule(setting: Setting, { specs, kinds }: RuleInput, report: Report): RawRule {
  if (!isMapping(setting.value)) {
    const severity = readSwitch(setting, report)
    return { ...(severity === undefined ? {} : { severity }), settings: defaultsOf(specs) }
  }
  const fields = readFields(setting, ['severity', ...Object.keys(specs)], report)
  const chosen = fields.get('severity')
  const severity = chosen && readChoice(chosen, SWITCH, report)
  return {
    ...(severity === undefined ? {} : { severity }),
    settings: readSettings(fields, { specs, kinds }, report),
  }
}

/** A rule in one word. */
function readSwitch(setting: Setting, report: Report): Severity | 'off' | undefined {
  if (typeof setting.value === 'string') return readChoice(setting, SWITCH, report)
  wrongType(setting, say`off, a severity (note, warning, error) or a mapping of settings`, report)
  return undefined
}

function readSettings(fields: Fields, { specs, kinds }: RuleInput, report: Report): Readonly<Record<string, unknown>> {
  const settings: Record<string, unknown> = { ...defaultsOf(specs) }
  for (const [key, spec] of Object.entries(specs)) {
    const field = fields.get(key)
    if (field === undefined) continue
    if (spec.is === 'group') {
      const inner = readFields(field, Object.keys(spec.settings), report)
      settings[key] = readSettings(inner, { specs: spec.settings, kinds }, report)
    } else {
      const value = readValue(field, spec, (kind, place) => { kinds.push({ kind, place }) }, report)
      if (value !== undefined) settings[key] = value
    }
  }
  return settings
}

function isConfigurable(rule: string): rule is ConfigurableRule {
  return Object.hasOwn(RULE_SETTINGS, rule)
}

function notConfigurable(rule: string): Message {
  if (Object.hasOwn(RULES, rule)) return say`the rule ${name(rule)} cannot be configured or switched off`
  const groupless = CONFIGURABLE.find((known) => known.endsWith(`/${rule}`)) ?? nearestGroupless(rule)
  if (groupless !== undefined) return say`there is no rule ${name(rule)}; did you mean ${name(groupless)}?`
  return say`there is no rule ${name(rule)}${didYouMean(rule, CONFIGURABLE)}`
}

/** The rule that a name without its group most likely meant. */
function nearestGroupless(rule: string): string | undefined {
  if (rule.includes('/')) return undefined
  const near = nearest(rule, CONFIGURABLE.map((known) => known.slice(known.indexOf('/') + 1)))
  return CONFIGURABLE.find((known) => near !== undefined && known.endsWith(`/${near}`))
}

/** Kinds that a rule is to look at and that nothing in the repository is of, so that the rule would look at nothing. */
export function reportUnknownKinds(named: NamedKinds, known: ReadonlySet<string>, report: Report): void {
  for (const { kind, place } of named) {
    if (known.has(kind)) continue
    const message = say`there is no document of the kind ${name(kind)}${didYouMean(kind, known)}`
    report(finding('config/bad-value', place, message))
  }
}
