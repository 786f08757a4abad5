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

/** The value if it can be kept; a hole (reported) for a number that cannot. */
export function checked(value: Value | BadNumber, event: ScalarEvent, start: number, run: ScalarRun): Value {
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

/** Reports a finding in the file. */
export function tell(run: ScalarRun, rule: RuleId, start: number, end: number, message: Message): void {
  run.report(finding(rule, inSpan(run.source, start, end), message))
}
