import { HOLE } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { valueAt, type Value } from '../../core/value.ts'
import type { Outcome } from './nodes.ts'

/**
 * What is at `inside` in a value in which nothing is left to resolve; a hole for whatever is in a hole.
 *
 * @param above tokens that lead to the value, for the failure to name
 */
export function descend(value: Value, above: Tokens, inside: Tokens): Outcome {
  let parent = value
  for (const [depth, token] of inside.entries()) {
    if (parent === HOLE) break
    const child = valueAt(parent, [token])
    if (child === undefined) return { failure: { is: 'no-value', tokens: [...above, ...inside.slice(0, depth)], token, parent } }
    parent = child
  }
  return { value: parent }
}
