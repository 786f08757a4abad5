import { isIPv4, isIPv6 } from 'node:net'
import { fullFormats, type FormatName } from 'ajv-formats/dist/formats.js'

/** A format that is checked, and the type of JSON that it speaks of. */
export type Format =
  | { readonly type: 'string'; readonly validate: (text: string) => boolean }
  | { readonly type: 'number'; readonly validate: (value: number) => boolean }

/** Formats of ajv-formats whose expressions take time in proportion to the text. A test times all of them. */
const BORROWED = [
  'date', 'time', 'date-time', 'iso-time', 'iso-date-time', 'duration', 'uri', 'uri-reference', 'uri-template',
  'hostname', 'uuid', 'json-pointer', 'json-pointer-uri-fragment', 'relative-json-pointer',
] as const satisfies readonly FormatName[]

/**
 * The formats that are checked; every other one is an annotation. Where ajv-formats backtracks, or is too strict for
 * configuration (its `url` refuses private addresses, its `email` refuses `root@localhost`), they are our own.
 */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ...BORROWED.map((name) => [name, text(borrowed(name))] as const),
  ['url', text(isUrl)],
  ['email', text(isEmail)],
  ['ipv4', text(isIPv4)],
  ['ipv6', text((address) => isIPv6(address) && !address.includes('%'))],
  ['regex', text(isRegex)],
  ['byte', text(isBase64)],
  ['int32', { type: 'number', validate: (value) => value === (value | 0) }],
  ['int64', { type: 'number', validate: Number.isInteger }],
])

function text(validate: (text: string) => boolean): Format {
  return { type: 'string', validate }
}

/** Longer texts are none of these formats: the engine of JavaScript keeps a stack for each character of some. */
const LONGEST = 65_536

function borrowed(name: FormatName): (text: string) => boolean {
  const format: unknown = fullFormats[name]
  const validate: unknown = typeof format === 'object' && format !== null && 'validate' in format ? format.validate : format
  if (validate instanceof RegExp) return (text) => text.length <= LONGEST && validate.test(text)
  const check = validate as (text: string) => boolean
  return (text) => text.length <= LONGEST && check(text)
}

const isUri = borrowed('uri')

function isUrl(text: string): boolean {
  return /^(?:https?|ftp):\/\/[^/?#]/i.test(text) && isUri(text)
}

const isHostname = borrowed('hostname')

/** A mailbox of RFC 5321 §4.1.2 without quoted local parts. */
function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@')
  if (at < 1 || at > 64 || !LOCAL_PART.test(text.slice(0, at))) return false
  const domain = text.slice(at + 1)
  const literal = /^\[(?:IPv6:)?([^[\]]+)\]$/.exec(domain)?.[1]
  return literal === undefined ? isHostname(domain) && !domain.endsWith('.') : isIPv4(literal) || isIPv6(literal)
}

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/

function isRegex(text: string): boolean {
  if (text.length > LONGEST) return false
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}

/** RFC 4648 §4, padded. */
function isBase64(text: string): boolean {
  if (text.length % 4 !== 0) return false
  const end = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length
  return !/[^A-Za-z0-9+/]/.test(text.slice(0, end))
}
