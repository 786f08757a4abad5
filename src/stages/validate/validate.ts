import type { Linked } from '../../core/effective.ts'
import { finding, type Related, type Report } from '../../core/finding.ts'
import { name, say, type Message } from '../../core/message.ts'
import { Opaque } from '../../core/opaque.ts'
import type { Place } from '../../core/place.ts'
import { pointer } from '../../core/pointer.ts'
import { placeOfSchema, type SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, isList, type Value } from '../../core/value.ts'
import type { RawIssue, Validator } from '../../core/validation.ts'
import type { Problem } from './problem.ts'
import { Subject, type Provenance, type Spot } from './subject.ts'
import { Telling } from './telling.ts'

export { createSchemaCheck } from './check-schema.ts'
export type { Provenance } from './subject.ts'

export interface ValidateRun {
  readonly validator: Validator
  readonly report: Report
  readonly provenance?: Provenance
}

/** Something that only a key would decide. */
export interface Undecided {
  readonly message: Message
  /** Costs a replay of the merge: worked out when it is asked for. */
  readonly place: Place
}

/** Findings of one document; past them it says how many more there are. */
const MOST_TOLD = 100
const NONE: readonly Undecided[] = []

/**
 * Validates an effective document and reports what is wrong with it: each mistake once, at the place in the layer that
 * made it, in the words of a person. What the opaque leaves leave open is returned, for the run to say that a key would
 * decide it; what holes leave open is not, for their findings have been reported.
 *
 * @param root a schema that `createSchemaCheck` found usable.
 */
export function validateDocument(linked: Linked, root: SchemaNode, run: ValidateRun): readonly Undecided[] {
  const { definite, undecided, deprecated, exhausted } = run.validator.validate(root, linked.value)
  if (exhausted) {
    run.report(finding('schema/too-complex', placeOfSchema(root), TOO_COMPLEX))
    return NONE
  }
  if (definite.length + undecided.length + deprecated.length === 0) return NONE
  const subject = new Subject(linked, root, run.provenance ?? {})
  if (definite.length > 0) tellAll(new Telling(subject, run.validator).problems(definite), subject, run.report)
  for (const issue of deprecated) tellDeprecated(issue, subject, run)
  return openQuestions(undecided, subject)
}

const TOO_COMPLEX = say`validating a document against this schema takes too much work: it is not used`

function tellAll(problems: readonly Problem[], subject: Subject, report: Report): void {
  const { environment } = subject
  for (const problem of problems.slice(0, MOST_TOLD)) {
    const { place, related } = spotOf(problem, subject)
    const all = [...related, ...(problem.related ?? []), saidHere(problem)]
    report(finding(problem.rule, place, problem.message, { related: all, environment }))
  }
  if (problems.length <= MOST_TOLD) return
  const message = say`this document has ${problems.length - MOST_TOLD} more problems than the ${MOST_TOLD} that are told`
  report(finding('validate/too-many', subject.spotOf([], 'value').place, message, { environment }))
}

function spotOf({ about }: Problem, subject: Subject): Spot {
  return about.the === 'missing' ? subject.spotOfMissing(about.tokens, about.keys) : subject.spotOf(about.tokens, about.the)
}

function saidHere({ schema, keyword }: Problem): Related {
  return { message: say`the schema says so here`, place: placeOfSchema(schema, keyword, 'key') }
}

function tellDeprecated({ tokens, schema }: RawIssue, subject: Subject, { report, provenance }: ValidateRun): void {
  // Nobody wrote what a default filled in.
  if (provenance?.filledBy?.(tokens) !== undefined) return
  const key = tokens.at(-1)
  const description = schema.keyword('description')
  const advice = typeof description === 'string' ? say`: ${name(description)}` : say``
  const message = say`${key === undefined ? say`this` : name(key)} is deprecated${advice}`
  const { place } = subject.spotOf(tokens, 'key')
  const related = [{ message: say`the schema says so here`, place: placeOfSchema(schema, 'deprecated', 'key') }]
  report(finding('validate/deprecated', place, message, { related, environment: subject.environment }))
}

/** Whether a value has an opaque leaf that a key would open. */
function needsKey(value: Value | undefined): boolean {
  if (value instanceof Opaque) return value.opaque !== 'hole'
  if (isList(value)) return value.some(needsKey)
  return isMapping(value) && Object.values(value).some(needsKey)
}

/** One question for each value: a key answers all of them. */
function openQuestions(undecided: readonly RawIssue[], subject: Subject): readonly Undecided[] {
  const questions = new Map<string, Undecided>()
  for (const issue of undecided) {
    const at = pointer(issue.tokens)
    if (!questions.has(at) && needsKey(subject.valueAt(issue.tokens))) questions.set(at, openQuestion(issue, subject))
  }
  return [...questions.values()]
}

function openQuestion({ tokens, keyword, schema }: RawIssue, subject: Subject): Undecided {
  return {
    message: say`only a key would decide whether this is what ${name(keyword)} asks for in ${name(schema.document.path)}`,
    get place() {
      return subject.spotOf(tokens, 'value').place
    },
  }
}
