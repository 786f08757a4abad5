import { escapeControls } from '../core/message.ts'
import { Opaque, Sealed, Withheld } from '../core/opaque.ts'
import { isList, isMapping, type Mapping, type MutableMapping, put, type Value } from '../core/value.ts'

const LONGEST = 160

/** What is shown of a text in clear that goes by the name of a secret. */
export const NAMED_LIKE_SECRET = '(not shown: named like a secret)'

/**
 * A value on one line for people, at most 160 code points: JSON, with what is opaque in words. Only for the values that
 * a command was asked to show; messages use `shown`.
 */
export function showValue(value: Value | undefined): string {
  if (value === undefined) return '(none)'
  const points = Array.from(escapeControls(inline(value)))
  return points.length <= LONGEST ? points.join('') : points.slice(0, LONGEST - 1).join('') + '…'
}

function inline(value: Value): string {
  if (value instanceof Opaque) return opaqueWords(value)
  if (isList(value)) return value.length === 0 ? '[]' : `[${value.map(inline).join(', ')}]`
  if (!isMapping(value)) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, child]) => `${JSON.stringify(key)}: ${inline(child)}`)
  return entries.length === 0 ? '{}' : `{${entries.join(', ')}}`
}

function opaqueWords(value: Opaque): string {
  if (value instanceof Sealed) return `(sealed ${value.type})`
  if (value instanceof Withheld) return NAMED_LIKE_SECRET
  return value.opaque === 'hole' ? '(could not be determined)' : `(${value.opaque})`
}

/** A value that was asked about, and whether the schema forbids to show it. */
export interface Explained {
  readonly value?: Value | undefined
  readonly secret?: true | undefined
}

/** What was asked about, as `showValue` shows it; of what is under `x-secret` only that it is there. */
export function showExplained({ value, secret }: Explained): string {
  return secret === true && value !== undefined ? '(secret)' : showValue(value)
}

/** `integer, minimum 1, maximum 64 (How many copies run.)`: what a schema says of a value, on one line. */
export function showKeywords({ type, description, ...others }: Mapping): string {
  const words = Object.entries(others).map(([keyword, value]) => `${escapeControls(keyword)} ${unquoted(value)}`)
  if (type !== undefined) words.unshift(isList(type) ? type.map(unquoted).join(' or ') : unquoted(type))
  const said = words.join(', ')
  if (description === undefined) return said
  return said === '' ? unquoted(description) : `${said} (${unquoted(description)})`
}

function unquoted(value: Value): string {
  return typeof value === 'string' ? escapeControls(value) : showValue(value)
}

/** A value as JSON data; what is opaque becomes `{"$opaque": "sealed", "type": "str"}`. */
export function plainValue(value: Value): unknown {
  if (value instanceof Sealed) return { $opaque: value.opaque, type: value.type }
  if (value instanceof Opaque) return { $opaque: value.opaque }
  if (isList(value)) return value.map(plainValue)
  if (!isMapping(value)) return value
  return mapValues(value, plainValue)
}

function mapValues(value: Mapping, change: (child: Value) => unknown): unknown {
  const out: MutableMapping = {}
  for (const key of Object.keys(value)) put(out, key, change(value[key] as Value) as Value)
  return out
}

/** A commit shortened as Git does; `working tree` as it is. */
export function showSnapshot(label: string): string {
  return /^[0-9a-f]{40,64}$/.test(label) ? label.slice(0, 12) : label
}
