import { finding, type Report } from '../../core/finding.ts'
import { list, name, say, type Name } from '../../core/message.ts'
import { didYouMean } from '../../core/nearest.ts'
import type { Place } from '../../core/place.ts'
import { badValue, fieldsOf, isBlank, itemsOf, keyOf, placeOf, readList, wrongType, type Fields, type Setting } from '../../core/setting.ts'
import type { RuleKey } from '../../core/sops/creation-rules.ts'
import { HOLE } from '../../core/opaque.ts'
import { keyName, writtenKeyName } from '../../core/sops/key-name.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'

/** The lists of keys of a rule or a key group, by what SOPS's metadata calls them. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['age', 'age'],
  ['pgp', 'pgp'],
  ['kms', 'kms'],
  ['gcp_kms', 'gcp_kms'],
  ['hckms', 'hckms'],
  ['azure_keyvault', 'azure_kv'],
  ['hc_vault_transit_uri', 'hc_vault'],
  ['hc_vault', 'hc_vault'],
])
export const RULE_KEY_FIELDS: readonly string[] = [...TYPES.keys()]
const GROUP_FIELDS = [...RULE_KEY_FIELDS, 'merge']

/** What rules call fields of a key otherwise than a file's metadata do. */
const FIELDS: Readonly<Record<string, string>> = { vault_url: 'vaultUrl', name: 'key' }

export interface RuleKeys {
  readonly groups: readonly (readonly RuleKey[])[]
  readonly place: Place | undefined
  /** Whether something was left out, which has been reported. */
  readonly wrong: boolean
}

/** The keys of a rule: those of its `key_groups`, where it has any; else one group of all its flat lists. */
export function readRuleKeys(fields: Fields, report: Report): RuleKeys {
  let wrong = false
  const watched: Report = (found) => {
    wrong ||= found.severity === 'error'
    report(found)
  }
  const grouped = fields.get('key_groups')
  const flat = RULE_KEY_FIELDS.flatMap((field) => fields.get(field) ?? [])
  if (grouped === undefined) {
    const keys = RULE_KEY_FIELDS.flatMap((field) => readKeys(field, fields.get(field), watched))
    return { groups: [keys], place: flat[0] && placeOf(flat[0]), wrong }
  }
  for (const ignored of flat) {
    watched(finding('config/bad-value', keyOf(ignored), say`SOPS ignores this beside \`key_groups\``, { severity: 'warning' }))
  }
  const items = readList(grouped, say`a list of groups such as {age: […]}`, watched) ?? []
  const groups = items.map((item) => withoutRepeats(readGroup(item, watched)))
  const place = placeOf(grouped)
  if (groups.length > 1) reportEmpty(items, groups, watched)
  return { groups: groups.length === 0 ? [[]] : groups, place, wrong }
}

function reportEmpty(items: readonly Setting[], groups: readonly (readonly RuleKey[])[], report: Report): void {
  for (const [i, item] of items.entries()) {
    if (groups[i]?.length === 0 && isMapping(item.value) && !hasHole(item.value)) badValue(item, say`nobody is in this key group`, report)
  }
}

/** Whether something of a value could not be read, which has been reported. */
export function hasHole(value: Value): boolean {
  if (isList(value)) return value.some(hasHole)
  return isMapping(value) ? Object.values(value).some(hasHole) : value === HOLE
}

/** What `merge` names comes first, as in SOPS. */
function readGroup(item: Setting, report: Report): RuleKey[] {
  if (!isMapping(item.value)) wrongType(item, say`a group such as {age: […]}`, report)
  const fields = new Map([...fieldsOf(item)].filter(([, field]) => !isBlank(field)))
  for (const [key, field] of fields) {
    if (GROUP_FIELDS.includes(key)) continue
    const near = didYouMean(key, GROUP_FIELDS)
    const hint = near === '' ? say`; known here: ${list(GROUP_FIELDS.map(name))}` : near
    report(finding('config/unknown-key', keyOf(field), say`unknown key ${name(key)}${hint}`))
  }
  const merged = fields.get('merge')
  const before = merged === undefined ? [] : (readList(merged, say`a list of groups`, report) ?? []).flatMap((one) => readGroup(one, report))
  return [...before, ...RULE_KEY_FIELDS.flatMap((field) => readKeys(field, fields.get(field), report))]
}

function withoutRepeats(keys: readonly RuleKey[]): readonly RuleKey[] {
  const known = new Set<string>()
  return keys.filter(({ type, name: named }) => {
    const key = `${type} ${named}`
    return !known.has(key) && known.add(key)
  })
}

/** A text with commas, or a list of texts or mappings. */
function readKeys(field: string, setting: Setting | undefined, report: Report): RuleKey[] {
  if (setting === undefined || isBlank(setting)) return []
  const type = TYPES.get(field) ?? field
  const { value } = setting
  const items = isList(value) ? itemsOf(setting) : [setting]
  return items.flatMap((item) => {
    if (typeof item.value === 'string') return readNames(type, item, item.value, report)
    if (type !== 'age' && isMapping(item.value)) return [{ type, name: nameOf(type, item), place: placeOf(item) }]
    wrongType(item, type === 'age' ? say`a recipient of age, or a list of them` : say`a key, or a list of keys`, report)
    return []
  })
}

function readNames(type: string, setting: Setting, text: string, report: Report): RuleKey[] {
  const names = text.split(',').map((part) => part.trim()).filter((part) => part !== '')
  return names.flatMap((named) => {
    if (type === 'age' && !isRecipient(setting, named, report)) return []
    return [{ type, name: writtenKeyName(type, named), place: placeOf(setting) }]
  })
}

const PRIVATE_KEY = /AGE-(?:SECRET-KEY|PLUGIN)-/i
const RECIPIENT = /^age1[02-9ac-hj-np-z]{6,}$/
const PLUGIN_OR_SSH = /^age1[a-z0-9-]+1[02-9ac-hj-np-z]+$|^ssh-(?:ed25519|rsa) \S/

/** Whether a text has the form of a recipient; what has not is never shown, as it may be anything. */
function isRecipient(setting: Setting, text: string, report: Report): boolean {
  if (RECIPIENT.test(text) || PLUGIN_OR_SSH.test(text)) return true
  if (PRIVATE_KEY.test(text)) {
    badValue(setting, say`a private key stands here, for everybody to read: make a new one with ${KEYGEN}, replace this one everywhere, and change what it could open`, report)
  } else badValue(setting, say`this is no recipient of age: they start with ${AGE_START}`, report)
  return false
}

const KEYGEN: Name = name('cairn secrets keygen')
const AGE_START: Name = name('age1')

function nameOf(type: string, setting: Setting): string {
  const fields = fieldsOf(setting)
  const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')
  const context = fields.get('context')?.value
  const pairs = isMapping(context) ? Object.entries(context) : []
  const named = new Map(pairs.map(([key, value]) => [key, textOf(value)]))
  return keyName(type, (field) => textOf(fields.get(FIELDS[field] ?? field)?.value), named)
}
