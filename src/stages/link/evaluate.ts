import type { ReferenceTarget } from '../../core/effective.ts'
import { numberText } from '../../core/number-text.ts'
import { HOLE, Opaque, Unresolved } from '../../core/opaque.ts'
import { MAX_DEPTH } from '../../core/ports.ts'
import { kindOf, type Value } from '../../core/value.ts'
import { MAX_BROUGHT, MAX_TEXT } from './limits.ts'
import type { Measure } from './measure.ts'
import type { Failure, Outcome, Problem, TextNode, TextResult } from './nodes.ts'
import { isReference, soleReference, type Part } from './syntax.ts'

export interface Evaluation {
  readonly measure: Measure
  /** Asked once for each reference of the text, in order. */
  readonly outcomeOf: (target: ReferenceTarget) => Outcome
}

/**
 * What a text resolves to. A text that is one reference takes the target's value, whatever its type; elsewhere scalars
 * are written into the text: opaque ones make all of it opaque, holes make it a hole.
 */
export function evaluateText(node: TextNode, { measure, outcomeOf }: Evaluation): TextResult {
  const problems: Problem[] = []
  const fail: Fail = (part, failure) => {
    problems.push({ part, failure })
    return HOLE
  }
  const values = node.parts.map((part, i): Value => {
    if (typeof part === 'string') return part
    if (part.is === 'malformed') return fail(i, { is: 'malformed', why: part.why })
    const outcome = outcomeOf(part.target)
    return 'value' in outcome ? outcome.value : fail(i, outcome.failure)
  })
  if (soleReference(node.parts) === undefined) return { value: join(node.parts, values, fail), problems }
  const value = values[0] as Value
  const { size, depth } = measure.of(value)
  if (size > MAX_BROUGHT) return { value: fail(0, { is: 'too-large' }), problems }
  if (node.tokens.length + depth > MAX_DEPTH) return { value: fail(0, { is: 'too-deep' }), problems }
  return { value, problems }
}

type Fail = (part: number, failure: Failure) => Value

function join(parts: readonly Part[], values: readonly Value[], fail: Fail): Value {
  const pieces: (string | Opaque)[] = []
  let text = ''
  let length = 0
  let hole = false
  for (const [i, value] of values.entries()) {
    if (value === HOLE) {
      hole = true
    } else if (value instanceof Opaque) {
      pieces.push(text, value)
      text = ''
    } else if (typeof value === 'object') {
      fail(i, { is: 'not-scalar', kind: kindOf(value) })
      hole = true
    } else {
      const said = typeof value === 'number' ? numberText(value) : String(value)
      text += said
      length += said.length
    }
    if (length > MAX_TEXT && isReference(parts[i])) return fail(i, { is: 'too-large' })
  }
  if (hole) return HOLE
  return pieces.length === 0 ? text : new Unresolved([...pieces, text])
}
