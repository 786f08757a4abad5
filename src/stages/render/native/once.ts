import { pointer } from '../../../core/pointer.ts'
import type { Tell } from '../problem.ts'

/** What is the deployment's is read for each service, and told for the first. */
export function once(tell: Tell): Tell {
  const told = new Set<string>()
  return (problem) => {
    const key = `${pointer(problem.tokens)} ${problem.said}`
    if (!told.has(key)) tell(problem)
    told.add(key)
  }
}
