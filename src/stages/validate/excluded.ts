import type { Related } from '../../core/finding.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import type { NearestBudget } from '../../core/nearest.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import type { RawIssue } from '../../core/validation.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'
import { conditionWords } from './conditions.ts'
import { FORMAT_WORDS } from './formats.ts'
import type { Problem } from './problem.ts'
import type { Subject } from './subject.ts'
import { itself, nearestOf, plural, typeNouns } from './words.ts'

/** What a `not` excludes; `undefined` where that has no short words. */
export function excludedProblem({ schema, keyword, tokens }: RawIssue, subject: Subject): Problem | undefined {
  const excluded = heldBy(schema, 'not')[0]?.[1]
  if (excluded === undefined || !isMapping(excluded.schema)) return undefined
  const keywords = Object.keys(excluded.schema)
  const problem = { rule: 'validate/not', schema, keyword } as const
  const required = excluded.keyword('required')
  if (isList(required) && keywords.every((one) => one === 'required' || one === 'type')) {
    const keys = required.filter((key) => typeof key === 'string')
    const last = keys.at(-1)
    if (last === undefined) return undefined
    const both = say`${list(keys.map(name))} exclude one another: only one of them may be set`
    const message = (): Message => keys.length === 1 ? say`${name(last)} may not be set here` : both
    const others = (): readonly Related[] =>
      keys.slice(0, -1).map((key) => ({ message: say`the other one`, place: subject.spotOf([...tokens, key], 'key').place }))
    return { ...problem, about: { the: 'key', tokens: [...tokens, last] }, message, related: others }
  }
  const about = { the: 'value', tokens } as const
  const type = excluded.keyword('type')
  if (type !== undefined && keywords.length === 1) {
    return { ...problem, about, message: () => say`this may not be ${typeNouns(isList(type) ? type : [type])}` }
  }
  if (excluded.keyword('const') !== undefined || excluded.keyword('enum') !== undefined) {
    return { ...problem, about, message: () => say`${itself(subject, tokens)} is not allowed here` }
  }
  const words = conditionWords(excluded, tokens, subject)
  return words === undefined ? undefined : { ...problem, about, message: () => say`this is not allowed where ${words}` }
}

/** A key or item whose schema is `false`. */
export function forbiddenProblem({ schema, tokens }: RawIssue): Problem {
  const key = tokens.at(-1)
  const message = (): Message => key === undefined ? say`nothing is allowed here` : say`${name(key)} is not allowed here`
  return { rule: 'validate/false', about: { the: 'key', tokens }, message, schema }
}

const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

/** What the schema of `propertyNames` asks of a name, for what people ask of names. */
export function nameRule({ schema, keyword }: RawIssue, key: string, budget: NearestBudget): Message | undefined {
  const asked = schema.keyword(keyword)
  switch (keyword) {
    case 'pattern':
      return say`keys must match the pattern ${name(textOf(asked))}`
    case 'enum': {
      const allowed = isList(asked) ? asked.filter((one) => typeof one === 'string') : []
      const near = nearestOf(key, allowed, budget)
      return near === undefined ? say`keys must be ${list(allowed.slice(0, 12).map(name), 'or')}` : say`did you mean ${name(near)}?`
    }
    case 'format':
      return say`keys must be ${FORMAT_WORDS.get(textOf(asked)) ?? name(textOf(asked))}`
    case 'minLength':
    case 'maxLength':
      return say`keys must have ${keyword === 'minLength' ? say`at least` : say`at most`} ${plural(Number(asked), say`character`, say`characters`)}`
    default:
      return undefined
  }
}
