import { name, say, type Message } from '../../core/message.ts'
import { ruleConfig, type RuleConfigs, type SettingsOf } from '../../core/rule-settings.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { changedValues } from './changed-values.ts'
import { isWeaker } from './encryption-modes.ts'
import { FieldSet } from './fields.ts'
import type { FindDangers } from './input.ts'
import { dangerAt, subjectOf, told, type ChangedValue, type Danger } from './found.ts'
import { lostInUrl, type LostInUrl } from './urls.ts'

/** TLS, encryption or a check of certificates that was on and is off, or asks for less. */
export const encryptionOff: FindDangers<'danger/encryption-off'> = (input, settings, rules) => {
  const look = lookFor(settings, rules)
  const dangers: Danger[] = []
  for (const value of changedValues(input)) {
    const danger = lossOf(value, look)
    if (danger !== undefined) dangers.push(danger)
  }
  return dangers
}

function lossOf(value: ChangedValue, look: Look): Danger | undefined {
  const inValue = switchedOff(value, look) ?? weakened(value, look) ?? sectionGone(value, look)
  return inValue ?? opened(value, look) ?? inUrl(value, look)
}

interface Look {
  readonly switches: FieldSet
  readonly openings: FieldSet
  readonly stateOf: (value: Value | undefined) => State
}

function lookFor(settings: SettingsOf<'danger/encryption-off'>, rules: RuleConfigs): Look {
  const { settings: consistency } = ruleConfig(rules, 'consistency/encryption-off')
  return {
    switches: new FieldSet([...consistency.switches, ...settings.switches]),
    openings: new FieldSet(settings.openings),
    stateOf: stateBy(settings.off),
  }
}

function switchedOff(value: ChangedValue, { switches, stateOf }: Look): Danger | undefined {
  const { after, leafAfter, tokens } = value
  // `tls: true` that became `tls: {enabled: false}` was on.
  const before = value.before === undefined && value.leafBefore === true ? true : value.before
  const is = stateOf(after)
  if (stateOf(before) !== 'on' || is === 'on' || is === 'unknown' || !switches.matches(tokens)) return undefined
  // `tls: {enabled: true}` that became `tls: true` is on.
  if (after === undefined && leafAfter === true) return undefined
  const end = after === undefined || after === null ? say`is gone` : say`is ${told(after, value)} now`
  return dangerAt('danger/encryption-off', value, say`${subjectOf(value)} ${end}, and it was ${told(before ?? null, value)}`)
}

/** `sslmode: require` that was `verify-full`. */
function weakened(value: ChangedValue, { switches }: Look): Danger | undefined {
  const { before, after, tokens } = value
  if (!isWeaker(before, after) || !switches.matches(tokens)) return undefined
  const message = say`${subjectOf(value)} asks for less: it changes from ${told(before ?? null, value)} to ${told(after ?? null, value)}`
  return dangerAt('danger/encryption-off', value, message)
}

/** `tls: [{secretName: x}]` that is gone. Where it holds a switch, that one tells. */
function sectionGone(value: ChangedValue, { switches }: Look): Danger | undefined {
  const { before, after, tokens } = value
  if (after !== undefined && after !== null) return undefined
  if (!(isMapping(before) || isList(before)) || !switches.matches(tokens)) return undefined
  const keys = Object.keys(before)
  if (keys.length === 0 || keys.some((key) => switches.matches([...tokens, key]))) return undefined
  return dangerAt('danger/encryption-off', value, say`${subjectOf(value)} is gone, with all that it said`)
}

function opened(value: ChangedValue, { openings, stateOf }: Look): Danger | undefined {
  const { before, after, tokens } = value
  const was = stateOf(before)
  if (stateOf(after) !== 'on' || was === 'on' || was === 'unknown' || !openings.matches(tokens)) return undefined
  return dangerAt('danger/encryption-off', value, say`${subjectOf(value)} is ${told(after ?? null, value)} now`)
}

/** What a URL says of it: its scheme, and its parameters that are called as switches are. Its text is not shown. */
function inUrl(value: ChangedValue, { switches, stateOf }: Look): Danger | undefined {
  const { before, after } = value
  if (typeof before !== 'string' || typeof after !== 'string') return undefined
  const lossOfParameter = (key: string, was: string, is: string) => {
    if (!switches.matches([key]) || stateOf(was) !== 'on') return undefined
    return stateOf(is) !== 'on' ? 'off' : isWeaker(was, is) ? 'weaker' : undefined
  }
  const lost = lostInUrl(before, after, lossOfParameter)
  if (lost === undefined) return undefined
  return dangerAt('danger/encryption-off', value, say`${subjectOf(value)} ${lossText(lost)}`)
}

function lossText(lost: LostInUrl): Message {
  if (lost.of === 'scheme') return say`goes over ${name(lost.after)} now, and went over ${name(lost.before)}`
  if (lost.is === 'weaker') return say`has a ${name(lost.key)} that asks for less`
  return say`has no ${name(lost.key)} that is on any more`
}

type State = 'on' | 'off' | 'unsaid' | 'unknown'

/** What a switch says; texts that are none of the words for off are modes of being on. */
function stateBy(words: readonly string[]): (value: Value | undefined) => State {
  const off = new Set(['false', ...words])
  return (value) => {
    if (value === undefined || value === null) return 'unsaid'
    if (typeof value === 'boolean') return value ? 'on' : 'off'
    if (typeof value === 'number') return value === 0 ? 'off' : 'on'
    if (typeof value === 'string') return off.has(value.trim().toLowerCase()) ? 'off' : 'on'
    return 'unknown'
  }
}
