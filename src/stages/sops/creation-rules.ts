import { finding, type Report } from '../../core/finding.ts'
import { list, name, say } from '../../core/message.ts'
import { didYouMean, nearest } from '../../core/nearest.ts'
import type { RegExpPort } from '../../core/schema/types.ts'
import {
  badValue, fieldsOf, isBlank, keyOf, placeOf, readBoolean, readList, readString, rootOf, wrongType, type Fields,
  type Setting,
} from '../../core/setting.ts'
import type { CreationRule, CreationRules, RuleKey } from '../../core/sops/creation-rules.ts'
import { DEFAULT_SELECTOR, isValidSelector, SELECTOR_KINDS, type Selector, type SelectorKind } from '../../core/sops/select.ts'
import type { Tree } from '../../core/tree.ts'
import { isList, isMapping } from '../../core/value.ts'
import { hasHole, readRuleKeys, RULE_KEY_FIELDS } from './rule-keys.ts'

const TOP_KEYS = ['creation_rules', 'destination_rules', 'stores']
/** `kms` and others have settings beside them. */
const BESIDE_KEYS = ['aws_profile', 'name']
const RULE_FIELDS = [
  'path_regex', 'key_groups', 'shamir_threshold', 'mac_only_encrypted',
  ...SELECTOR_KINDS, ...RULE_KEY_FIELDS, ...BESIDE_KEYS,
]

/**
 * Reads `.sops.yaml`, of any version of SOPS. What SOPS would refuse is an error; what it ignores in silence, such as a
 * key that is mistyped, is told too. Destination rules and stores are left to SOPS. Keys at the top that nobody knows
 * are fine: people keep the anchors of their recipients there.
 *
 * @throws NotLoaded from the engine of expressions, once
 */
export function readCreationRules(tree: Tree, regexp: RegExpPort, report: Report): CreationRules {
  const root = rootOf(tree)
  let sound = !hasHole(root.value)
  const watched: Report = (found) => {
    sound &&= found.severity !== 'error'
    report(found)
  }
  if (!isBlank(root) && !isMapping(root.value)) wrongType(root, say`a mapping with \`creation_rules\``, watched)
  const fields = fieldsOf(root)
  reportSlips(fields, TOP_KEYS, watched)
  const listed = fields.get('creation_rules')
  if (listed === undefined || isBlank(listed)) return { sound, rules: undefined }
  const items = readList(listed, say`a list of rules such as {path_regex: …, age: …}`, watched) ?? []
  if (isList(listed.value) && items.length === 0) badValue(listed, say`no rules: nothing could be encrypted`, watched)
  const rules = items.flatMap((item) => readRule(item, regexp, watched) ?? [])
  return { sound, rules }
}

function reportSlips(fields: Fields, known: readonly string[], report: Report): void {
  for (const [key, field] of fields) {
    if (known.includes(key) || nearest(key, known) === undefined) continue
    report(finding('config/unknown-key', keyOf(field), say`unknown key ${name(key)}${didYouMean(key, known)}`))
  }
}

function readRule(item: Setting, regexp: RegExpPort, report: Report): CreationRule | undefined {
  if (!isMapping(item.value)) {
    wrongType(item, say`a rule such as {path_regex: …, age: …}`, report)
    return undefined
  }
  const fields = new Map([...fieldsOf(item)].filter(([, field]) => !isBlank(field)))
  reportUnknown(fields, report)
  const keys = readRuleKeys(fields, report)
  if (keys.groups.every((group) => group.length === 0) && !keys.wrong && !hasHole(item.value)) {
    report(finding('config/missing-key', placeOf(item), say`nobody could open a file of this rule: it has no \`age\` with a recipient`))
  }
  const selector = readSelector(fields, regexp, report)
  const place = placeOf(item)
  const onlyEncrypted = fields.get('mac_only_encrypted')
  return {
    pathRegex: readPathRegex(fields.get('path_regex'), regexp, report),
    groups: keys.groups,
    threshold: readThreshold(fields.get('shamir_threshold'), keys.groups, report),
    selector: selector?.selector ?? DEFAULT_SELECTOR,
    macOnlyEncrypted: onlyEncrypted !== undefined && readBoolean(onlyEncrypted, report) === true,
    place,
    keysPlace: keys.place ?? place,
    selectorPlace: selector === undefined ? place : placeOf(selector.setting),
  }
}

/** An error where it is a slip; what only another version of SOPS may know is a warning. */
function reportUnknown(fields: Fields, report: Report): void {
  for (const [key, field] of fields) {
    if (RULE_FIELDS.includes(key)) continue
    const near = didYouMean(key, RULE_FIELDS)
    const severity = near === '' ? 'warning' : 'error'
    const hint = near === '' ? say`, which SOPS ignores` : near
    report(finding('config/unknown-key', keyOf(field), say`unknown key ${name(key)}${hint}`, { severity }))
  }
}

/** An expression that is none matches no path: SOPS stops there, and so does whoever asks whether all was sound. */
function readPathRegex(setting: Setting | undefined, regexp: RegExpPort, report: Report): string | undefined {
  if (setting === undefined || setting.value === '') return undefined
  const pattern = readString(setting, say`an expression that is searched in paths`, report)
  if (pattern === undefined) return NOTHING
  if (regexp.test(pattern, '') !== undefined) return pattern
  badValue(setting, say`this is no expression of RE2, so that SOPS refuses the file`, report)
  return NOTHING
}

/** Found in no text. */
const NOTHING = '[^\\x00-\\x{10FFFF}]'

function readSelector(
  fields: Fields,
  regexp: RegExpPort,
  report: Report,
): { readonly selector: Selector; readonly setting: Setting } | undefined {
  const given = SELECTOR_KINDS.flatMap((kind) => {
    const setting = fields.get(kind)
    return setting === undefined || setting.value === '' ? [] : [{ kind, setting }]
  })
  const [first, second] = given
  if (first === undefined) return undefined
  if (second !== undefined) {
    const names = list(given.map(({ kind }) => name(kind)))
    report(finding('config/bad-value', keyOf(second.setting), say`a rule has one selector at most, and this has ${names}`))
  }
  const pattern = readString(first.setting, said(first.kind), report)
  if (pattern === undefined) return undefined
  const selector = { kind: first.kind, pattern }
  if (!isValidSelector(selector, regexp)) {
    badValue(first.setting, say`this is no expression of RE2: SOPS takes it for one that matches nothing, in silence`, report)
  }
  return { selector, setting: first.setting }
}

const said = (kind: SelectorKind) => (kind.endsWith('_suffix') ? say`a suffix of keys` : say`an expression of RE2`)

function readThreshold(setting: Setting | undefined, groups: readonly (readonly RuleKey[])[], report: Report): number {
  const count = groups.length
  if (setting === undefined || setting.value === 0 || count < 2) return count
  const { value } = setting
  if (typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= count) return value
  if (typeof value === 'number') badValue(setting, say`with ${count} key groups this is a number from 2 to ${count}`, report)
  else wrongType(setting, say`a number of key groups`, report)
  return count
}
