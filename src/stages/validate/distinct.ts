import { pointer } from '../../core/pointer.ts'
import type { RuleId } from '../../core/rules.ts'
import type { Problem } from './problem.ts'

/** Of several problems of one value, the first of these is the mistake; the others follow from it or come after it. */
const ORDER: readonly RuleId[] = [
  'validate/false', 'validate/type', 'validate/const', 'validate/enum', 'validate/one-of', 'validate/any-of',
  'validate/range', 'validate/length', 'validate/format', 'validate/pattern', 'validate/not',
]

/** One problem for each value and each key, however many schemas find it. */
export function distinct(problems: readonly Problem[]): readonly Problem[] {
  const kept = new Map<string, Problem>()
  for (const problem of problems) {
    const { about } = problem
    const at = `${about.the} ${pointer(about.tokens)} ${about.the === 'missing' ? about.keys.join(' ') : about.the === 'key' ? problem.rule : ''}`
    const other = kept.get(at)
    if (other === undefined || rank(problem) < rank(other)) kept.set(at, problem)
  }
  return [...kept.values()]
}

function rank({ rule }: Problem): number {
  const at = ORDER.indexOf(rule)
  return at < 0 ? ORDER.length : at
}
