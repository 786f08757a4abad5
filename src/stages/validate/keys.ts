import { name, say, type Message } from '../../core/message.ts'
import type { RuleId } from '../../core/rules.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { enter, scopeAt } from '../../core/schema/schemas.ts'
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
  const meant = new Set<string>()
  for (const issue of issues) {
    if (!UNKNOWN.has(issue.keyword)) continue
    const known = knownKeys(issue, subject)
    const near = nearestOf(issue.key as string, known.filter((key) => missing.has(key)))
    if (near !== undefined) meant.add(near)
    problems.push(unknownKey(issue, near, known))
  }
  for (const issue of issues) {
    if (MISSING.has(issue.keyword) && !meant.has(issue.key as string)) problems.push(missingKey(issue, subject))
  }
  return problems
}

/** @param required a key that is missing and that this one looks like. */
function unknownKey(issue: RawIssue, required: string | undefined, known: readonly string[]): Problem {
  const { schema, keyword, tokens, key = '' } = issue
  const hint = required === undefined ? keyHint(key, known) : say`; did you mean ${name(required)}, which is missing?`
  return {
    rule: 'validate/unknown-key',
    about: { the: 'key', tokens: [...tokens, key] },
    message: say`unknown key ${name(key)}${hint}`,
    schema,
    keyword,
  }
}

/** The keys that would be allowed where one is not. */
function knownKeys({ schema, keyword, tokens }: RawIssue, subject: Subject): readonly string[] {
  if (keyword === 'additionalProperties') return heldBy(schema, 'properties').map(([key]) => key)
  const value = subject.valueAt(tokens)
  return [...new Set([...enter(schema, value).names, ...enter(schema, value, 'maybe').names])]
}

function missingKey(issue: RawIssue, subject: Subject): Problem {
  const { schema, keyword, tokens, key = '' } = issue
  const trigger = triggerOf(issue, subject.valueAt(tokens))
  const rule: RuleId = trigger === undefined ? 'validate/missing-key' : 'validate/dependent'
  const about = { the: 'missing', tokens, key } as const
  const why = trigger === undefined ? say`` : say`, and it is needed where ${name(trigger)} is set`
  if (subject.isRemoved([...tokens, key])) {
    const message = say`this takes ${name(key)} away, and it ${trigger === undefined ? say`is required` : say`is needed where ${name(trigger)} is set`}`
    return { rule, about, message, schema, keyword }
  }
  const like = trigger === undefined ? lookalike(key, tokens, subject) : undefined
  const hint = like === undefined ? say`` : say`; is ${name(like)} meant to be it?`
  const place = like === undefined ? undefined : subject.spotOf([...tokens, like], 'key').place
  const related = place === undefined ? [] : [{ message: say`this key looks like it`, place }]
  const message = say`${name(key)} is missing${why}${hint}`
  return { rule, about, message, schema, keyword, related }
}

/** The key that is there and asks for one that is not. */
function triggerOf({ schema, keyword, key }: RawIssue, value: Value | undefined): string | undefined {
  const dependent = schema.keyword(keyword)
  if (keyword === 'required' || !isMapping(dependent) || !isMapping(value)) return undefined
  return Object.keys(dependent).find((trigger) => {
    const needed = own(dependent, trigger)
    return own(value, trigger) !== undefined && isList(needed) && needed.includes(key ?? '')
  })
}

/** A key that no schema knows, and that looks like one that is missing. */
function lookalike(key: string, tokens: RawIssue['tokens'], subject: Subject): string | undefined {
  const value = subject.valueAt(tokens)
  if (!isMapping(value)) return undefined
  const { names } = scopeAt(subject.root, tokens, subject.valueAt([]))
  return nearestOf(key, Object.keys(value).filter((present) => !names.has(present)))
}

/** A name that a mapping may not use for a key. */
export function keyNameProblem({ schema, keyword, tokens, key = '' }: RawIssue, why: Message): Problem {
  return {
    rule: 'validate/key-name',
    about: { the: 'key', tokens: [...tokens, key] },
    message: say`${name(key)} may not be a key here: ${why}`,
    schema,
    keyword,
  }
}
