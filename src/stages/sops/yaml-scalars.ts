import type { Clear } from '../../core/sops/document.ts'
import { fitsInt, floatText, timeText } from '../../core/sops/scalars.ts'

/**
 * What an unquoted YAML scalar means to SOPS, which reads with go-yaml 3: a mix of YAML 1.1 and 1.2. `null` for null;
 * `undefined` for what SOPS cannot hold (integers of 64 bits without room for a sign, times that are none).
 * `yes` and `1:30` are texts, `0777` and `0o777` octal, `1_000` an integer, `2001-01-01` a time.
 * Source: go-yaml v3.0.4, `resolve.go`.
 */
export function plainYaml(text: string): Clear | null | undefined {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  if (!NUMERIC_START.test(text)) return { type: 'str', text }
  const time = timeOf(text)
  if (time !== undefined) return time
  const number = numberOf(text.replaceAll('_', ''), text)
  return number === BEYOND ? undefined : (number ?? { type: 'str', text })
}

/** Whether a text needs quotes to stay a text, in go-yaml or in readers of YAML 1.1. */
export function isAmbiguous(text: string): boolean {
  const plain = plainYaml(text)
  return plain === null || plain?.type !== 'str' || OLD_BOOL.test(text) || BASE_60.test(text) || text === '<<' || text === '='
}

const OLD_BOOL = /^(?:y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/

const clear = (type: Clear['type'], text: string): Clear => ({ type, text })
const WORDS: ReadonlyMap<string, Clear | null> = new Map<string, Clear | null>([
  ...['', '~', 'null', 'Null', 'NULL'].map((text) => [text, null] as const),
  ...['true', 'True', 'TRUE'].map((text) => [text, clear('bool', 'True')] as const),
  ...['false', 'False', 'FALSE'].map((text) => [text, clear('bool', 'False')] as const),
  ...['.nan', '.NaN', '.NAN'].map((text) => [text, clear('float', 'NaN')] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map((text) => [text, clear('float', '+Inf')] as const),
  ...['-.inf', '-.Inf', '-.INF'].map((text) => [text, clear('float', '-Inf')] as const),
])

const NUMERIC_START = /^[-+.0-9]/
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const FRACTION = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/
/** Longest text that is looked at as a number. */
const LONGEST_NUMBER = 1000
const MAX_UNSIGNED = 2n ** 64n - 1n

/** An integer of 64 bits without room for a sign: SOPS has no type for it and refuses the file. */
const BEYOND = 'beyond'

function numberOf(digits: string, text: string): Clear | typeof BEYOND | undefined {
  if (text.length > LONGEST_NUMBER) return undefined
  if (text.startsWith('.')) return FRACTION.test(text) ? floatOf(text) : undefined
  const integer = integerOf(digits)
  if (integer !== undefined) {
    const fitting = fitsInt(integer)
    if (fitting !== undefined) return clear('int', fitting)
    if (integer > 0n && integer <= MAX_UNSIGNED && !digits.startsWith('+')) return BEYOND
  }
  return FLOAT.test(digits) ? floatOf(digits) : undefined
}

function floatOf(text: string): Clear | undefined {
  const value = Number(text)
  return Number.isFinite(value) ? clear('float', floatText(value)) : undefined
}

const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|([0-9]+))$/

/** Go's `ParseInt(text, 0, …)`: a leading 0 means octal; `08` is no integer. */
function integerOf(digits: string): bigint | undefined {
  const match = INTEGER.exec(digits)
  if (match === null) return undefined
  const [, sign, hex, binary, octal, decimal = ''] = match
  if (decimal.length > 1 && decimal.startsWith('0')) return undefined
  const value = BigInt(hex !== undefined ? `0x${hex}` : binary !== undefined ? `0b${binary}` : octal !== undefined ? `0o${octal}` : decimal)
  return sign === '-' ? -value : value
}

const TIME = /^(\d{4})-(\d\d?)-(\d\d?)(?:([Tt ])(\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?(Z|[-+]\d\d:\d\d)?)?$/

function timeOf(text: string): Clear | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const [, year = '', month = '', day = '', separator, hour = '0', minute = '0', second = '0', fraction = '', zone] = match
  if (separator !== undefined && (separator === ' ') === (zone !== undefined)) return undefined
  const time = timeText({ date: [year, month, day], time: [hour, minute, second], fraction, zone: zone ?? 'Z' })
  return time === undefined ? undefined : clear('time', time)
}
