import type { Linked } from '../../core/effective.ts'
import { finding, type Report } from '../../core/finding.ts'
import { name, say } from '../../core/message.ts'
import type { NearestBudget } from '../../core/nearest.ts'
import { Opaque } from '../../core/opaque.ts'
import { pointer } from '../../core/pointer.ts'
import { branchOf, enter, placeOfSchema, unionsOf, type SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, isList, type Value } from '../../core/value.ts'
import type { RawIssue, Undecided, Validator } from '../../core/validation.ts'
import { Subject, type Knowledge } from './subject.ts'
import { tellAll } from './tell-all.ts'
import { Telling } from './telling.ts'

export { createSchemaCheck } from './check-schema.ts'

export interface ValidateRun {
  readonly validator: Validator
  readonly report: Report
  readonly provenance?: Knowledge
  /** For names that are near: one for all the documents of a run. */
  readonly budget?: NearestBudget
}

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
    // That more schemas apply than are looked at has been reported.
    if (!enter(root).cut) run.report(finding('schema/too-complex', placeOfSchema(root), TOO_COMPLEX))
    return NONE
  }
  if (definite.length + undecided.length + deprecated.length === 0) return NONE
  const subject = new Subject(linked, root, run.provenance ?? {}, run.budget)
  const telling = new Telling(subject, run.validator)
  if (definite.length > 0) tellAll(telling.problems(definite), subject, run.report)
  for (const issue of deprecated) tellDeprecated(issue, subject, run)
  return openQuestions(undecided.flatMap((issue) => inBranch(issue, telling)), subject)
}

const TOO_COMPLEX = say`validating a document against this schema takes too much work: it is not used`

function tellDeprecated({ tokens, schema }: RawIssue, subject: Subject, { report }: ValidateRun): void {
  // Nobody wrote what a default filled in.
  if (subject.isFilled(tokens)) return
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

/** What the branch leaves open that the tag of a union chooses. */
function inBranch(issue: RawIssue, telling: Telling): readonly RawIssue[] {
  const { schema, keyword, tokens } = issue
  const value = telling.subject.valueAt(tokens)
  const union = unionsOf(schema).find((one) => one.keyword === keyword)
  const branch = union && branchOf(union, value)
  const { undecided = [] } = branch === undefined ? {} : telling.ask(branch, tokens)
  return undecided.length === 0 ? [issue] : undecided.flatMap((inside) => inBranch(inside, telling))
}

/** One question for each value: a key answers all of them. */
function openQuestions(undecided: readonly RawIssue[], subject: Subject): readonly Undecided[] {
  const byPlace = new Map<string, RawIssue[]>()
  for (const issue of undecided) {
    const at = pointer(issue.tokens)
    const known = byPlace.get(at)
    if (known !== undefined) known.push(issue)
    else if (needsKey(subject.valueAt(issue.tokens))) byPlace.set(at, [issue])
  }
  return Array.from(byPlace.values(), (asks) => openQuestion(asks, subject))
}

function openQuestion(asks: readonly RawIssue[], subject: Subject): Undecided {
  const { tokens, keyword, schema } = asks[0] as RawIssue
  return {
    message: say`only a key would decide whether this is what ${name(keyword)} asks for in ${name(schema.document.path)}`,
    asks,
    get place() {
      return subject.spotOf(tokens, 'value').place
    },
  }
}
