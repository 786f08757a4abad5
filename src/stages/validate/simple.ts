import type { Related } from '../../core/finding.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import type { RuleId } from '../../core/rules.ts'
import { isList, isMapping, sameValue, type Value } from '../../core/value.ts'
import type { RawIssue } from '../../core/validation.ts'
import { FORMAT_WORDS } from './formats.ts'
import type { Problem } from './problem.ts'
import type { Subject } from './subject.ts'
import { differenceWords } from './difference.ts'
import { choices, itself, plural, saidBySchema, typeNouns, whatIs } from './words.ts'

type Teller = (issue: RawIssue, subject: Subject) => Message

/** What keywords find wrong with a value by itself. */
const TELLERS: ReadonlyMap<string, readonly [rule: RuleId, tell: Teller]> = new Map<string, readonly [RuleId, Teller]>([
  ['type', ['validate/type', tellType]],
  ['enum', ['validate/enum', tellEnum]],
  ['const', ['validate/const', tellConst]],
  ['maximum', range((limit) => say`above ${limit}`)],
  ['minimum', range((limit) => say`below ${limit}`)],
  ['exclusiveMaximum', range((limit) => say`not below ${limit}`)],
  ['exclusiveMinimum', range((limit) => say`not above ${limit}`)],
  ['multipleOf', range((limit) => say`no multiple of ${limit}`)],
  ['maxLength', ['validate/length', (issue, subject) => characters(issue, subject, say`at most`)]],
  ['minLength', ['validate/length', (issue, subject) => characters(issue, subject, say`at least`)]],
  ['maxItems', ['validate/length', (issue, subject) => size(issue, subject, say`at most`)]],
  ['minItems', ['validate/length', (issue, subject) => size(issue, subject, say`at least`)]],
  ['maxProperties', ['validate/length', (issue, subject) => size(issue, subject, say`at most`)]],
  ['minProperties', ['validate/length', (issue, subject) => size(issue, subject, say`at least`)]],
  ['pattern', ['validate/pattern', tellPattern]],
  ['format', ['validate/format', tellFormat]],
])

/** The problem that a keyword is about which looks at one value alone; `undefined` for other keywords. */
export function simpleProblem(issue: RawIssue, subject: Subject): Problem | undefined {
  const teller = TELLERS.get(issue.keyword)
  if (teller === undefined) return undefined
  const [rule, tell] = teller
  const message = (): Message => tell(issue, subject)
  return { rule, message, about: { the: 'value', tokens: issue.tokens }, schema: issue.schema, keyword: issue.keyword }
}

function said({ schema, keyword }: RawIssue): Value | undefined {
  return schema.keyword(keyword)
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

function tellType(issue: RawIssue, subject: Subject): Message {
  const type = said(issue)
  const types = isList(type) ? type : [type ?? null]
  const message = say`expected ${typeNouns(types)}, found ${whatIs(subject, issue.tokens)}`
  // Quotes around a reference change nothing.
  const hint = subject.isWritten(issue.tokens) ? quotingHint(types, subject.valueAt(issue.tokens)) : say``
  return say`${message}${hint}`
}

const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,20})?$/

function quotingHint(types: readonly Value[], value: Value | undefined): Message {
  const scalar = typeof value === 'number' || typeof value === 'boolean'
  if (types.includes('string') && scalar) return say`; quote it to make it a string`
  if (typeof value !== 'string') return say``
  const number = NUMBER.test(value) && (types.includes('number') || (types.includes('integer') && !value.includes('.')))
  const boolean = types.includes('boolean') && /^(?:true|false)$/.test(value)
  if (number || boolean) return say`; without quotes it would be one`
  if (types.includes('boolean') && /^(?:yes|no|on|off)$/i.test(value)) return say`; write ${name(/^(?:yes|on)$/i.test(value) ? 'true' : 'false')}`
  return say``
}

function tellEnum(issue: RawIssue, subject: Subject): Message {
  const allowed = said(issue)
  return choices(isList(allowed) ? allowed : [], subject, issue.tokens)
}

function tellConst(issue: RawIssue, subject: Subject): Message {
  const wanted = said(issue) ?? null
  return differenceWords(wanted, subject, issue.tokens) ?? choices([wanted], subject, issue.tokens)
}

function range(words: (limit: Message) => Message): readonly [RuleId, Teller] {
  const tell: Teller = (issue, subject) => {
    const limit = say`${saidBySchema(said(issue) ?? null)}${unitOf(issue)}`
    return say`${itself(subject, issue.tokens)} is ${words(limit)}`
  }
  return ['validate/range', tell]
}

function unitOf({ schema }: RawIssue): Message {
  const unit = schema.keyword('x-unit')
  return typeof unit === 'string' ? say` ${name(unit)}` : say``
}

function characters(issue: RawIssue, subject: Subject, bound: Message): Message {
  const value = subject.valueAt(issue.tokens)
  const limit = Number(said(issue))
  const wanted = say`${bound} ${plural(limit, say`character`, say`characters`)}`
  if (typeof value !== 'string' || subject.isHidden(issue.tokens)) return say`this must have ${wanted}`
  if (value === '') return say`this is empty, and must have ${wanted}`
  const has = plural(Array.from(value).length, say`character`, say`characters`)
  return say`${itself(subject, issue.tokens)} has ${has}, and must have ${wanted}`
}

function size(issue: RawIssue, subject: Subject, bound: Message): Message {
  const value = subject.valueAt(issue.tokens)
  const limit = Number(said(issue))
  const nouns = isList(value) ? ([say`item`, say`items`] as const) : ([say`key`, say`keys`] as const)
  const count = isList(value) ? value.length : isMapping(value) ? Object.keys(value).length : 0
  const has = count === 0 ? say`this is empty` : say`this has ${plural(count, ...nouns)}`
  return say`${has}, and must have ${bound} ${plural(limit, ...nouns)}`
}

function tellPattern(issue: RawIssue, subject: Subject): Message {
  return say`${itself(subject, issue.tokens)} does not match the pattern ${name(textOf(said(issue)))}`
}

function tellFormat(issue: RawIssue, subject: Subject): Message {
  const format = textOf(said(issue))
  const words = FORMAT_WORDS.get(format) ?? say`of the format ${name(format)}`
  return say`${itself(subject, issue.tokens)} is not ${words}`
}

/** What is wrong with a list as a whole. */
export function listProblem(issue: RawIssue, subject: Subject): Problem | undefined {
  const { schema, keyword, tokens } = issue
  const value = subject.valueAt(tokens)
  const items = isList(value) ? value : []
  const at = (index: number) => ({ the: 'value', tokens: [...tokens, String(index)] }) as const
  if (keyword === 'uniqueItems') {
    const [first, second] = twins(items)
    const related = (): readonly Related[] => [{ message: say`the first one`, place: subject.spotOf([...tokens, String(first)], 'value').place }]
    const message = (): Message => say`this item is the same as item ${first + 1} of the list, and each may occur once`
    return { rule: 'validate/unique', about: at(second), message, schema, keyword, related }
  }
  if (keyword === 'items' || keyword === 'additionalItems' || keyword === 'unevaluatedItems') {
    const known = schema.keyword('prefixItems') ?? schema.keyword('items')
    const count = isList(known) ? known.length : 0
    const most = count === 0 ? say`no items` : say`at most ${plural(count, say`item`, say`items`)}`
    const message = (): Message => say`this list must have ${most}, and has ${items.length}`
    return { rule: 'validate/length', about: at(count), message, schema, keyword }
  }
  return keyword === 'contains' ? containsProblem(issue) : undefined
}

function containsProblem({ schema, keyword, tokens }: RawIssue): Problem {
  const min = schema.keyword('minContains') ?? 1
  const max = schema.keyword('maxContains')
  const wanted = [
    ...(typeof min === 'number' && min > 0 ? [say`at least ${min}`] : []),
    ...(typeof max === 'number' ? [say`at most ${max}`] : []),
  ]
  const message = (): Message => say`of the items of this list, ${list(wanted)} must be what the schema describes`
  return { rule: 'validate/contains', about: { the: 'value', tokens }, message, schema, keyword }
}

/** The first two items that are equal, found in time that the length allows. */
function twins(items: readonly Value[]): readonly [number, number] {
  for (let second = 1; second < Math.min(items.length, MOST_COMPARED); second++) {
    for (let first = 0; first < second; first++) {
      if (sameValue(items[first] as Value, items[second] as Value)) return [first, second]
    }
  }
  return [0, Math.max(0, items.length - 1)]
}

const MOST_COMPARED = 2_000
