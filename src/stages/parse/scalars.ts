import { say, type Message } from '../../core/message.ts'

/** A number as text that JavaScript cannot hold as it is written. It becomes a finding and a hole, never a rounding. */
export class BadNumber {
  readonly message: Message

  constructor(message: Message) {
    this.message = message
  }
}

const UNSAFE_INTEGER = new BadNumber(
  say`this integer is beyond ±${Number.MAX_SAFE_INTEGER} and would be rounded: quote it to keep it as text`,
)
export const NOT_FINITE = new BadNumber(
  say`infinity and NaN are no JSON numbers: give a finite number, or quote it to keep it as text`,
)
const TOO_LARGE = new BadNumber(say`this number is too large and would become infinity: quote it to keep it as text`)
const TOO_SMALL = new BadNumber(say`this number is too small and would become 0: quote it to keep it as text`)

const INTEGER = /^[-+]?[0-9]+$/
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const OCTAL_OR_HEX = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/
const NOT_A_FINITE_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const NON_ZERO_DIGIT = /[1-9]/

/** What a plain (unquoted) scalar means in the core schema of YAML 1.2.2 (§10.3.2). */
export function plainScalar(text: string): string | number | boolean | null | BadNumber {
  switch (text.charCodeAt(0)) {
    case 0x2b: // +
    case 0x2d: // -
    case 0x2e: // .
    case 0x30: // 0
    case 0x31:
    case 0x32:
    case 0x33:
    case 0x34:
    case 0x35:
    case 0x36:
    case 0x37:
    case 0x38:
    case 0x39: // 9
      return numberOf(text) ?? text
    case 0x7e: // ~
      return text === '~' ? null : text
    case 0x6e: // n
    case 0x4e: // N
      return text === 'null' || text === 'Null' || text === 'NULL' ? null : text
    case 0x74: // t
    case 0x54: // T
      return text === 'true' || text === 'True' || text === 'TRUE' ? true : text
    case 0x66: // f
    case 0x46: // F
      return text === 'false' || text === 'False' || text === 'FALSE' ? false : text
    default:
      return text === '' ? null : text
  }
}

/** The number that a text is in YAML's core schema; `undefined` where it is none. */
function numberOf(text: string): number | BadNumber | undefined {
  if (INTEGER.test(text)) return integerOf(text)
  if (FLOAT.test(text)) return floatOf(text)
  if (OCTAL_OR_HEX.test(text)) return integerOf(text)
  return NOT_A_FINITE_NUMBER.test(text) ? NOT_FINITE : undefined
}

/** The value of a text that is known to be an integer in a form that `Number` reads (decimal, `0o`, `0x`). */
export function integerOf(text: string): number | BadNumber {
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : UNSAFE_INTEGER
}

/** The value of a text that is known to be a decimal number with a fraction or an exponent. */
export function floatOf(text: string): number | BadNumber {
  const value = Number(text)
  if (!Number.isFinite(value)) return TOO_LARGE
  return value === 0 && NON_ZERO_DIGIT.test(mantissaOf(text)) ? TOO_SMALL : value
}

function mantissaOf(text: string): string {
  const exponent = text.search(/[eE]/)
  return exponent < 0 ? text : text.slice(0, exponent)
}

/** Half of a UTF-16 surrogate pair, which no UTF-8 text can hold; the `u` flag keeps whole pairs out. */
const LONE_SURROGATE = /\p{Surrogate}/u

/** What is wrong with a text that was written with escapes; only escapes can bring these characters in. */
export function badText(text: string): Message | undefined {
  return LONE_SURROGATE.test(text) ? say`this escape is half of a surrogate pair: give both halves` : undefined
}

/** What is wrong with a key that was written with escapes. */
export function badKey(key: string): Message | undefined {
  return key.includes('\u0000') ? say`a key cannot hold the character U+0000` : badText(key)
}
