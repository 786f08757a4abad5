import { KIND, type Kinds } from '../../core/schema/allowed.ts'
import type { Value } from '../../core/value.ts'

/** Why a text is nothing but a text. */
export type NoValue = 'unsafe-integer' | 'out-of-range' | 'not-finite' | 'not-decimal' | 'blanks' | 'boolean-word' | 'text'

export type ReadText =
  | { readonly value: Value; readonly no?: undefined }
  | { readonly value?: undefined; readonly no: NoValue }

const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/
const INTEGER = /^[-+]?[0-9]+$/
const NOT_FINITE = /^[-+]?\.?(?:inf|infinity|nan)$/i
const NOT_DECIMAL = /^[-+]?0[xob][0-9a-f]+$/i
const BOOLEAN_WORD = /^(?:true|false|yes|no|on|off|y|n|t|f)$/i

/**
 * What a text of a string-only source means where no string is allowed: what YAML's core schema (1.2.2 §10.3) makes of
 * it, of its forms only decimal numbers, `true`, `false`, and for null `null`, `~` and nothing. Nothing is trimmed and
 * nothing rounded.
 *
 * @param allowed what may come out; a text that means something else is told why it does not.
 */
export function readText(text: string, allowed: Kinds): ReadText {
  if ((allowed & KIND.null) !== 0 && (text === '' || text === '~' || text === 'null')) return { value: null }
  if ((allowed & KIND.boolean) !== 0 && (text === 'true' || text === 'false')) return { value: text === 'true' }
  if ((allowed & (KIND.integer | KIND.fraction)) !== 0 && NUMBER.test(text)) return readNumber(text, allowed)
  if (text.trim() !== text && text.trim() !== '') return { no: 'blanks' }
  if ((allowed & KIND.boolean) !== 0 && BOOLEAN_WORD.test(text)) return { no: 'boolean-word' }
  if ((allowed & (KIND.integer | KIND.fraction)) === 0) return { no: 'text' }
  if (NOT_FINITE.test(text)) return { no: 'not-finite' }
  return { no: NOT_DECIMAL.test(text) ? 'not-decimal' : 'text' }
}

function readNumber(text: string, allowed: Kinds): ReadText {
  const value = Number(text)
  if (INTEGER.test(text) && !Number.isSafeInteger(value)) return { no: 'unsafe-integer' }
  if (!Number.isFinite(value) || (value === 0 && NON_ZERO.test(text))) return { no: 'out-of-range' }
  const kind = Number.isInteger(value) ? KIND.integer : KIND.fraction
  return (allowed & kind) === 0 ? { no: 'text' } : { value }
}

/** A digit before the exponent that is not 0. */
const NON_ZERO = /^[^eE]*[1-9]/
