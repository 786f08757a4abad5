import { finding, type Related, type Report } from '../../core/finding.ts'
import { say } from '../../core/message.ts'
import { placeOfSchema } from '../../core/schema/schemas.ts'
import type { Spot } from '../../core/spots.ts'
import type { Problem } from './problem.ts'
import type { Subject } from './subject.ts'

/** Findings of one document; past them it says how many more there are. */
const MOST_TOLD = 100

/** Reports the problems of one document, each at its place. */
export function tellAll(problems: readonly Problem[], subject: Subject, report: Report): void {
  const { environment } = subject
  for (const problem of problems.slice(0, MOST_TOLD)) {
    const { place, related } = spotOf(problem, subject)
    const all = [...related, ...(problem.related?.() ?? []), saidHere(problem)]
    report(finding(problem.rule, place, problem.message(), { related: all, environment }))
  }
  if (problems.length <= MOST_TOLD) return
  const message = say`this document has at least ${problems.length - MOST_TOLD} more problems than the ${MOST_TOLD} that are told`
  report(finding('validate/too-many', subject.spotOf([], 'value').place, message, { environment }))
}

function spotOf({ about }: Problem, subject: Subject): Spot {
  return about.the === 'missing' ? subject.spotOfMissing(about.tokens, about.keys) : subject.spotOf(about.tokens, about.the)
}

function saidHere({ schema, keyword }: Problem): Related {
  return { message: say`the schema says so here`, place: placeOfSchema(schema, keyword, 'key') }
}
