import type { Related } from '../../core/finding.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { enter, placeOfSchema, scopeAt, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import type { RawIssue } from '../../core/validation.ts'
import { isList, isMapping, own, type Value } from '../../core/value.ts'
import type { Problem } from './problem.ts'
import type { Subject } from './subject.ts'
import { keyHint, nearestOf } from './words.ts'

const MISSING = new Set(['required', 'dependentRequired', 'dependencies'])
const UNKNOWN = new Set(['additionalProperties', 'unevaluatedProperties'])

/** Whether an issue is about a key that is missing or not allowed. */
export function isAboutKey({ keyword, key }: RawIssue): boolean {
  return key !== undefined && (MISSING.has(keyword) || UNKNOWN.has(keyword))
}

/** What is wrong with the keys of one mapping. A key that is missing because it is misspelt is one mistake, not two. */
export function keyProblems(issues: readonly RawIssue[], subject: Subject): readonly Problem[] {
  const problems: Problem[] = []
  const missing = new Set(issues.filter(({ keyword }) => MISSING.has(keyword)).map(({ key }) => key as string))
  for (const issue of issues) {
    if (!UNKNOWN.has(issue.keyword)) continue
    const near = nearestOf(issue.key as string, lackedOf(issue, missing, subject), subject.budget)
    if (near !== undefined) missing.delete(near)
    problems.push(unknownKey(issue, near, subject))
  }
  const absent: RawIssue[] = []
  for (const issue of issues) {
    if (!MISSING.has(issue.keyword) || !missing.has(issue.key as string)) continue
    const special = specialAbsence(issue, subject)
    if (special !== undefined) problems.push(special)
    else absent.push(issue)
  }
  return absent.length === 0 ? problems : [...problems, absence(absent)]
}

/** @param required a key that is missing and that this one looks like. */
function unknownKey(issue: RawIssue, required: string | undefined, subject: Subject): Problem {
  const { schema, keyword, tokens, key = '' } = issue
  const hint = (): Message => {
    if (required !== undefined) return say`; did you mean ${name(required)}, which is missing?`
    return keyHint(key, knownKeys(issue, subject), subject.budget)
  }
  return {
    rule: 'validate/unknown-key',
    about: { the: 'key', tokens: [...tokens, key] },
    message: () => say`unknown key ${name(key)}${hint()}`,
    schema,
    keyword,
  }
}

/** Of the keys that are missing, those that would be allowed where one is not. */
function lackedOf(issue: RawIssue, missing: ReadonlySet<string>, subject: Subject): readonly string[] {
  if (missing.size === 0 || subject.budget.left === 0) return []
  const known = new Set(knownKeys(issue, subject))
  return [...missing].filter((key) => known.has(key))
}

/** The keys that would be allowed where one is not. */
function knownKeys({ schema, keyword, tokens }: RawIssue, subject: Subject): readonly string[] {
  if (keyword === 'additionalProperties') return heldBy(schema, 'properties').map(([key]) => key)
  const value = subject.valueAt(tokens)
  return [...new Set([...enter(schema, value).names, ...enter(schema, value, 'maybe').names])]
}

/** A key that is missing for a reason, or that was probably meant by another one. */
function specialAbsence(issue: RawIssue, subject: Subject): Problem | undefined {
  const { schema, keyword, tokens, key = '' } = issue
  const trigger = triggerOf(issue, subject.valueAt(tokens))
  const rule = trigger === undefined ? 'validate/missing-key' : 'validate/dependent'
  const about = { the: 'missing', tokens, keys: [key] } as const
  if (subject.isRemoved([...tokens, key])) {
    const why = trigger === undefined ? say`it is required` : say`it is needed where ${name(trigger)} is set`
    return { rule, about, message: () => say`this takes ${name(key)} away, and ${why}`, schema, keyword }
  }
  if (trigger !== undefined) {
    const message = () => say`${name(key)} is missing, and it is needed where ${name(trigger)} is set`
    return { rule, about, message, schema, keyword }
  }
  const meant = misspelling(tokens, key, subject)
  return meant && { rule, ...meant, schema, keyword }
}

/** All that a mapping lacks, whichever schemas ask for it. */
function absence(issues: readonly RawIssue[]): Problem {
  const { schema, keyword, tokens } = issues[0] as RawIssue
  const keys = [...new Set(issues.map(({ key }) => key as string))]
  const message = (): Message => say`${namesOf(keys)} ${keys.length === 1 ? say`is` : say`are`} missing`
  const others = new Set(issues.map((issue) => issue.schema).filter((other) => other !== schema))
  const related = (): readonly Related[] =>
    Array.from(others).slice(0, MOST_RELATED).map((other) => ({ message: ALSO, place: placeOfSchema(other, 'required', 'key') }))
  return { rule: 'validate/missing-key', about: { the: 'missing', tokens, keys }, message, schema, keyword, related }
}

const ALSO = say`this schema asks for some of them`
const MOST_RELATED = 3
const MOST_NAMED = 12

function namesOf(keys: readonly string[]): Message {
  const more = keys.length - MOST_NAMED
  const named: Message[] = keys.slice(0, MOST_NAMED).map((key) => say`${name(key)}`)
  return list(more > 0 ? [...named, say`${more} others`] : named)
}

/** A key that no schema knows and that looks like one that is missing: that is where to look. */
export function misspelling(tokens: Tokens, key: string, subject: Subject): Pick<Problem, 'about' | 'message'> | undefined {
  const value = subject.valueAt(tokens)
  if (!isMapping(value)) return undefined
  const { names, nodes } = scopeAt(subject.root, tokens, subject.valueAt([]))
  const maybe = possibleAt(subject.root, tokens).names
  const unknown = Object.keys(value).filter((present) => !names.has(present) && !maybe.has(present))
  const like = nearestOf(key, unknown, subject.budget)
  if (like === undefined || nodes.some((node) => namesIn(node.keyword('required')).includes(like))) return undefined
  const message = (): Message => say`${name(key)} is missing; is ${name(like)} meant to be it?`
  return { about: { the: 'key', tokens: [...tokens, like] }, message }
}

/** Whatever might apply there: a key that some branch knows is none that nobody knows. */
function possibleAt(root: SchemaNode, tokens: Tokens): Scope {
  return tokens.reduce((scope, token) => scope.at(token, undefined), enter(root, undefined, 'maybe'))
}

const namesIn = (value: Value | undefined): readonly Value[] => (isList(value) ? value : [])

/** The key that is there and asks for one that is not. */
function triggerOf({ schema, keyword, key }: RawIssue, value: Value | undefined): string | undefined {
  if (keyword === 'required') {
    const [above, name] = schema.tokens.slice(-2)
    return above === 'dependentSchemas' && name !== undefined ? name : undefined
  }
  const dependent = schema.keyword(keyword)
  if (!isMapping(dependent) || !isMapping(value)) return undefined
  return Object.keys(dependent).find((trigger) => {
    const needed = own(dependent, trigger)
    return own(value, trigger) !== undefined && isList(needed) && needed.includes(key ?? '')
  })
}

/** A name that a mapping may not use for a key. */
export function keyNameProblem({ schema, keyword, tokens, key = '' }: RawIssue, why: () => Message): Problem {
  return {
    rule: 'validate/key-name',
    about: { the: 'key', tokens: [...tokens, key] },
    message: () => say`${name(key)} may not be a key here: ${why()}`,
    schema,
    keyword,
  }
}
