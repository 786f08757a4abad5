import { KIND } from '../../core/schema/allowed.ts'
import { viewAtKey } from './entries.ts'
import type { View } from './view.ts'

/** How deep it is looked for what tells values apart, and how many keys are tried. */
const DEEPEST = 2
const MOST_TRIED = 32

/** Whether it is certain that no value is accepted by both: by kind, by the values listed, or by what a key holds. */
export function areApart(one: View, other: View, depth = DEEPEST): boolean {
  const common = one.kinds & other.kinds
  if (common === 0) return true
  if (one.choice !== undefined && other.choice !== undefined && !one.choice.values.some(other.choice.has)) return true
  if (common !== KIND.mapping || depth === 0) return false
  let tried = 0
  for (const key of [...one.required.keys(), ...other.required.keys()]) {
    if (++tried > MOST_TRIED) return false
    if (areApart(viewAtKey(one, key), viewAtKey(other, key), depth - 1)) return true
  }
  return false
}
