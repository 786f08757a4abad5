import type { SealedType } from '../opaque.ts'
import type { Clear } from './document.ts'

/**
 * The text of a decrypted scalar in SOPS's one spelling, which its MAC hashes; `undefined` where the text is none of
 * its type. What Go reads is read: `+5` and `007` are ints, `1e3` a float, `t` a bool (strconv, time.Parse).
 */
export function canonical(type: SealedType, text: string): string | undefined {
  switch (type) {
    case 'int':
      return canonicalInt(text)
    case 'float':
      return canonicalFloat(text)
    case 'bool':
      return BOOLS.get(text)
    case 'time':
      return canonicalTime(text)
    default:
      return text
  }
}

const TRUE = 'True'
const FALSE = 'False'
const BOOLS: ReadonlyMap<string, string> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', TRUE].map((text) => [text, TRUE] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', FALSE].map((text) => [text, FALSE] as const),
])

const INT = /^[-+]?[0-9]+$/
const MAX_INT = 2n ** 63n - 1n
const MIN_INT = -(2n ** 63n)
/** Digits of any 64-bit integer, leading zeros aside; a longer text is not worth a BigInt. */
const LONGEST_INT = 400

function canonicalInt(text: string): string | undefined {
  if (text.length > LONGEST_INT || !INT.test(text)) return undefined
  return fitsInt(BigInt(text.startsWith('+') ? text.slice(1) : text))
}

/** The decimal digits of an integer; `undefined` beyond 64 bits with a sign. */
export function fitsInt(value: bigint): string | undefined {
  return value >= MIN_INT && value <= MAX_INT ? String(value) : undefined
}

const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const SPECIAL = /^([-+]?)inf(?:inity)?$/i

function canonicalFloat(text: string): string | undefined {
  if (FLOAT.test(text)) {
    const value = Number(text)
    return Number.isFinite(value) ? floatText(value) : undefined
  }
  const special = SPECIAL.exec(text)
  if (special !== null) return special[1] === '-' ? '-Inf' : '+Inf'
  return text.toLowerCase() === 'nan' ? 'NaN' : undefined
}

/** A float as Go's `FormatFloat(f, 'f', -1, 64)`: the shortest digits that round-trip, never an exponent. */
export function floatText(value: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'
  if (Object.is(value, -0)) return '-0'
  const text = String(value)
  const at = text.indexOf('e')
  if (at < 0) return text
  const sign = text.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = text.slice(sign.length, at).split('.')
  const exponent = Number(text.slice(at + 1))
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${fraction}`
  return sign + whole + fraction.padEnd(exponent, '0')
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/

/** Parts of a point in time, as texts of digits. */
export interface TimeParts {
  readonly date: readonly [year: string, month: string, day: string]
  readonly time: readonly [hour: string, minute: string, second: string]
  readonly fraction: string
  /** `Z` or an offset such as `+02:00`. */
  readonly zone: string
}

/** RFC 3339 as Go writes it: nanoseconds at most, no trailing zeros, `Z` for UTC; `undefined` for no such time. */
export function timeText({ date, time, fraction, zone }: TimeParts): string | undefined {
  const [year, month, day] = date.map(Number) as [number, number, number]
  const [hour, minute, second] = time.map(Number) as [number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const [zoneHour, zoneMinute] = zone === 'Z' ? [0, 0] : [Number(zone.slice(1, 3)), Number(zone.slice(4))]
  if (zoneHour > 24 || zoneMinute > 59) return undefined
  const digits = fraction.slice(0, 9).replace(/0+$/, '')
  const two = (number: number) => String(number).padStart(2, '0')
  const clock = `${two(hour)}:${two(minute)}:${two(second)}${digits === '' ? '' : `.${digits}`}`
  const offset = zoneHour === 0 && zoneMinute === 0 ? 'Z' : zone
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clock}${offset}`
}

function daysOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

function canonicalTime(text: string): string | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = ''] = match
  return timeText({ date: [year, month, day], time: [hour, minute, second], fraction, zone })
}

/**
 * `lastmodified` as SOPS authenticates it with the MAC: the time that it reads, in whole seconds. Other offsets than
 * UTC are kept; `undefined` where it is no time.
 */
export function wholeSeconds(text: string): string | undefined {
  return canonicalTime(text)?.replace(/\.\d+/, '')
}

/** A scalar as the JSON that a document's value holds; `undefined` for a number that JSON cannot hold exactly. */
export function plainOf({ type, text }: Clear): string | number | boolean | undefined {
  if (type === 'bool') return text === TRUE
  if (type === 'int') return Number.isSafeInteger(Number(text)) ? Number(text) : undefined
  if (type === 'float') return Number.isFinite(Number(text)) ? Number(text) : undefined
  return text
}
