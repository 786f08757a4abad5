import { getScalarValue, SCALAR_STYLE, type DocumentDirective, type ScalarEvent } from 'js-yaml'
import { finding, type Report } from '../../core/finding.ts'
import { say, type Message } from '../../core/message.ts'
import { HOLE } from '../../core/opaque.ts'
import { inSpan } from '../../core/place.ts'
import type { RuleId } from '../../core/rules.ts'
import type { Source } from '../../core/source.ts'
import type { Value } from '../../core/value.ts'
import type { FormatOptions } from './options.ts'
import { BadNumber, badText, plainScalar } from './scalars.ts'
import { meaningOf, type CoreType } from './yaml-tags.ts'

/** A scalar event; `text` where the parser that gave it has decoded it already. */
export type YamlScalar = ScalarEvent & { readonly text?: string }

/** What the meaning of a document's scalars depends on. */
export interface ScalarRun {
  readonly source: Source
  readonly options: FormatOptions
  readonly report: Report
  /** `%TAG` lines of the document. */
  directives: readonly DocumentDirective[]
}

/** The text of a scalar: quotes, escapes, folding and indentation resolved. */
export function textOf(source: string, event: YamlScalar): string {
  if (event.fast) return source.slice(event.valueStart, event.valueEnd)
  return event.text ?? getScalarValue(source, event)
}

/** Whether a scalar is written with escapes, the only way for characters that no file can hold. */
export function hasEscapes(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast
}

/**
 * The value of a scalar without a tag, or a hole where it has none that can be kept.
 *
 * @param start where the scalar starts in the text, its quotes included.
 */
export function scalarValue(event: YamlScalar, text: string, start: number, run: ScalarRun): Value {
  if (event.style === SCALAR_STYLE.PLAIN) return checked(plainScalar(text), event, start, run)
  if (!hasEscapes(event)) return text
  const bad = badText(text) ?? beyondUnicode(run.source.text.slice(event.valueStart, event.valueEnd))
  if (bad === undefined) return text
  tell(run, 'parse/encoding', start, event.valueEnd + 1, bad)
  return HOLE
}

/** The value of a scalar with a tag, and the tag if it is one that says how the scalar is merged. */
export function taggedScalar(event: YamlScalar, text: string, start: number, run: ScalarRun): TaggedScalar {
  const raw = run.source.text.slice(event.tagStart, event.tagEnd)
  const meaning = meaningOf(raw, run.directives, run.options.tags)
  switch (meaning.is) {
    case 'non-specific':
      return { value: text, merge: '' }
    case 'merge':
      return { value: scalarValue(event, text, start, run), merge: meaning.name }
    case 'allowed':
      return { value: meaning.as === 'string' ? text : scalarValue(event, text, start, run), merge: '' }
    case 'unknown':
      tell(run, 'parse/unknown-tag', event.tagStart, event.tagEnd, meaning.message)
      return { value: HOLE, merge: '' }
    case 'core':
      return { value: coreScalar(event, meaning.type, text, start, run), merge: '' }
  }
}

export interface TaggedScalar {
  readonly value: Value
  /** `!append`, `!replace` …; empty where the tag is none of them. */
  readonly merge: string
}

function coreScalar(event: YamlScalar, type: CoreType, text: string, start: number, run: ScalarRun): Value {
  const value = type === 'str' ? text : plainScalar(text)
  if (value instanceof BadNumber ? type === 'int' || type === 'float' : fits(value, type)) {
    return checked(value, event, start, run)
  }
  tell(run, 'parse/tag', event.tagStart, event.tagEnd, say`this value is not what its tag says: ${typeName(type)}`)
  return HOLE
}

function fits(value: string | number | boolean | null, type: CoreType): boolean {
  switch (type) {
    case 'str':
      return typeof value === 'string'
    case 'int':
      return Number.isInteger(value)
    case 'float':
      return typeof value === 'number'
    case 'bool':
      return typeof value === 'boolean'
    case 'null':
      return value === null
    default:
      return false
  }
}

const TYPE_NAMES: Readonly<Record<CoreType, Message>> = {
  str: say`a string`,
  int: say`an integer`,
  float: say`a number`,
  bool: say`true or false`,
  null: say`null`,
  map: say`a mapping`,
  seq: say`a list`,
}

/** The words for what a core tag asks for. */
export function typeName(type: CoreType): Message {
  return TYPE_NAMES[type]
}

function checked(value: string | number | boolean | null | BadNumber, event: ScalarEvent, start: number, run: ScalarRun): Value {
  if (!(value instanceof BadNumber)) return value
  const end = event.style === SCALAR_STYLE.PLAIN ? event.valueEnd : event.valueEnd + 1
  tell(run, 'parse/number', start, end, value.message)
  return HOLE
}

/** `\U` with more than Unicode has: parsers make some other character of it. */
function beyondUnicode(escaped: string): Message | undefined {
  let at = escaped.indexOf('\\')
  while (at >= 0) {
    if (escaped[at + 1] === 'U' && parseInt(escaped.slice(at + 2, at + 10), 16) > 0x10ffff) {
      return say`this escape is beyond the last character of Unicode, U+10FFFF`
    }
    at = escaped.indexOf('\\', at + 2)
  }
  return undefined
}

function tell(run: ScalarRun, rule: RuleId, start: number, end: number, message: Message): void {
  run.report(finding(rule, inSpan(run.source, start, end), message))
}
