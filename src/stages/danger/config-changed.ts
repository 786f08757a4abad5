import { CONFIG_FILE, type Config } from '../../core/config.ts'
import { name, say, shown, type Message } from '../../core/message.ts'
import { inBase, locate, type Location } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { ruleConfig, type ConfigurableRule, RULE_SETTINGS } from '../../core/rule-settings.ts'
import { RULES, SEVERITIES } from '../../core/rules.ts'
import { isSameSilence } from '../../core/silence.ts'
import { findNode, keyPlace, type Tree } from '../../core/tree.ts'
import { isMapping, sameValue, valueAt, type Value } from '../../core/value.ts'
import type { DangerInput, FindDangers } from './input.ts'
import type { Danger } from './found.ts'

/** What of `cairn.yaml` judges; the rest says how the repository is laid out and changes with it. */
const JUDGING = ['rules', 'variables', 'publish', 'recipients', 'secrets'] as const

/** Changes of what judges changes: it counts from the next change on, when nobody looks at it any more. */
export const configChanged: FindDangers<'danger/config-changed'> = (input) => {
  const { base, head } = input
  if (base.configTree === undefined) return []
  if (head.configTree === undefined) {
    const message = say`${name(CONFIG_FILE)} is gone, and with it what it says of rules`
    return [{ rule: 'danger/config-changed', message, location: inBase({ file: CONFIG_FILE }) }]
  }
  const trees = { base: base.configTree, head: head.configTree }
  return [...JUDGING.flatMap((key) => changesOf(key, trees, input)), ...newSilences(input)]
}

interface Trees {
  readonly base: Tree
  readonly head: Tree
}

function changesOf(key: (typeof JUDGING)[number], { base, head }: Trees, input: DangerInput): readonly Danger[] {
  const [before, after] = [valueAt(base.value, [key]), valueAt(head.value, [key])]
  const dangers: Danger[] = []
  for (const tokens of placesIn(key, before, after)) {
    const [was, is] = [valueAt(base.value, tokens), valueAt(head.value, tokens)]
    if (was === undefined ? is === undefined : is !== undefined && sameValue(was, is)) continue
    const location = is === undefined ? inBase(placeOf(base, tokens)) : placeOf(head, tokens)
    const isBoth = was !== undefined && is !== undefined
    const related = isBoth ? [{ message: say`the base says it here`, location: inBase(placeOf(base, tokens)) }] : []
    const message = key === 'rules' ? ruleMessage(tokens, input) : said(tokens, { was, is })
    if (message === undefined) continue
    const [, rule = ''] = tokens
    const accepts = key === 'rules' && isConfigurable(rule) ? { accepts: rule } : {}
    dangers.push({ rule: 'danger/config-changed', message, location, related, ...accepts })
  }
  return dangers
}

/** Each entry of a mapping on either side; all of it where there is none. */
function placesIn(key: string, before: Value | undefined, after: Value | undefined): readonly Tokens[] {
  const keys = new Set([before, after].flatMap((value) => (isMapping(value) ? Object.keys(value) : [])))
  return keys.size === 0 ? [[key]] : [...keys].map((one) => [key, one])
}

function placeOf(tree: Tree, tokens: Tokens): Location {
  const node = findNode(tree, tokens)
  return node < 0 ? { file: tree.source.path } : locate(keyPlace(tree, node))
}

/** What becomes of a rule; `undefined` where it stays what it is, however it is written. */
function ruleMessage([, rule = '']: Tokens, { base, head }: DangerInput): Message | undefined {
  if (!isConfigurable(rule)) return rule === '' ? undefined : say`what is said of the rule ${name(rule)} changes`
  const [was, is] = [severityIn(base.config, rule), severityIn(head.config, rule)]
  if (was === is) return say`the settings of ${name(rule)} change`
  const verb = rankOf(is) < rankOf(was) ? say`is weakened` : say`is tightened`
  return say`${name(rule)} ${verb} from ${name(was)} to ${name(is)}`
}

function isConfigurable(rule: string): rule is ConfigurableRule {
  return Object.hasOwn(RULE_SETTINGS, rule)
}

function severityIn({ rules }: Config, rule: ConfigurableRule): 'off' | (typeof SEVERITIES)[number] {
  return ruleConfig(rules, rule).severity ?? RULES[rule].severity
}

function rankOf(severity: ReturnType<typeof severityIn>): number {
  return severity === 'off' ? -1 : SEVERITIES.length - SEVERITIES.indexOf(severity)
}

interface Values {
  readonly was: Value | undefined
  readonly is: Value | undefined
}

/** What the entries of a mapping are. */
const CALLED: Readonly<Record<string, Message>> = { variables: say`the run variable`, recipients: say`the recipient` }

function said(tokens: Tokens, { was, is }: Values): Message {
  const subject = tokens.map((token) => name(token))
  const [key = name(''), entry] = subject
  const called = entry === undefined ? undefined : CALLED[key]
  const what = called === undefined || entry === undefined ? say`${entry ?? key} of ${name(CONFIG_FILE)}` : say`${called} ${entry}`
  const seen = is === undefined ? undefined : shown(is)
  const now = seen === undefined ? say`` : say`: ${seen}`
  if (was === undefined) return say`${what} is new${now}`
  return is === undefined ? say`${what} is gone` : say`${what} changes${now}`
}

function newSilences({ base, head }: DangerInput): readonly Danger[] {
  const fresh = head.config.silences.filter((one) => !base.config.silences.some((known) => isSameSilence(one, known)))
  return fresh.map((silence) => {
    const message = say`${name(silence.rule)} is silenced for ${name(silence.path)}`
    return { rule: 'danger/config-changed', message, location: locate(silence.place), accepts: silence }
  })
}
