import { DEFAULT_MAX_AGE_DAYS, type RecipientAlias, type SecretSettings } from '../../core/config.ts'
import type { Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { badValue, fieldsOf, isBlank, keyOf, readFields, readString, wrongType, type Setting } from '../../core/setting.ts'
import { isMapping } from '../../core/value.ts'

const MAX_AGE = /^([1-9][0-9]{0,4})d$/

/** `recipients`: names for the recipients of age. A recipient has one name. */
export function readRecipients(setting: Setting | undefined, report: Report): ReadonlyMap<string, RecipientAlias> {
  const aliases = new Map<string, RecipientAlias>()
  if (setting === undefined) return aliases
  if (!isMapping(setting.value)) wrongType(setting, say`a mapping from names to recipients of age`, report)
  const known = new Map<string, string>()
  for (const [alias, field] of fieldsOf(setting)) {
    if (field.value === HOLE) continue
    const recipient = readString(field, say`a recipient of age`, report)
    if (recipient === undefined) continue
    const earlier = known.get(recipient)
    if (!/^(?:age1|ssh-)/.test(recipient)) {
      // What stands here may be anything, a private key too: it is not shown.
      badValue(field, say`this is no recipient of age: they start with ${name('age1')}`, report)
    } else if (earlier !== undefined) {
      badValue(field, say`${name(earlier)} is the same recipient, and a recipient has one name`, report)
    } else {
      known.set(recipient, alias)
      aliases.set(alias, { recipient, place: keyOf(field) })
    }
  }
  return aliases
}

/** `secrets`: after how many days values are due for rotation. */
export function readSecretSettings(setting: Setting | undefined, report: Report): SecretSettings {
  const fields = setting === undefined || isBlank(setting) ? undefined : readFields(setting, ['max-age'], report)
  const given = fields?.get('max-age')
  const text = given && readString(given, say`a number of days such as 90d`, report)
  if (given === undefined || text === undefined) return { maxAgeDays: DEFAULT_MAX_AGE_DAYS }
  const days = MAX_AGE.exec(text)?.[1]
  if (days !== undefined) return { maxAgeDays: Number(days) }
  badValue(given, say`${name(text)} is no number of days; write it as 90d`, report)
  return { maxAgeDays: DEFAULT_MAX_AGE_DAYS }
}

