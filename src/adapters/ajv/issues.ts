import type { ErrorObject } from 'ajv/dist/2020.js'
import { pointer, tokensOf } from '../../core/pointer.ts'
import type { RawIssue } from '../../core/validation.ts'
import type { CopyOrigin } from './copy.ts'
import type { Note } from './instance.ts'
import { OWN } from './writing.ts'

/** Most issues that are told of one value. */
const MOST = 1_000

/** The parameters of ajv's errors that are names of keys, of the schema or the value. No other parameter leaves. */
const KEYS: Readonly<Record<string, string>> = {
  required: 'missingProperty',
  dependentRequired: 'missingProperty',
  additionalProperties: 'additionalProperty',
  [`${OWN}unevaluatedProperties`]: 'key',
  propertyNames: 'propertyName',
}

/** What ajv found, stripped of everything that could be or quote a value. */
export function issuesOf(errors: readonly ErrorObject[], origins: WeakMap<object, CopyOrigin>): readonly RawIssue[] {
  const issues: RawIssue[] = []
  for (const error of errors) {
    if (issues.length === MOST) break
    const origin = typeof error.parentSchema === 'object' ? origins.get(error.parentSchema) : undefined
    if (origin === undefined) throw new TypeError(`ajv reported ${error.keyword} for a schema that is not a copy`)
    const keyword = origin.says ?? (error.keyword.startsWith(OWN) ? error.keyword.slice(OWN.length) : error.keyword)
    const tokens = tokensOf(error.instancePath) ?? []
    const key: unknown = KEYS[error.keyword] === undefined ? undefined : error.params[KEYS[error.keyword] as string]
    issues.push({ keyword, tokens, schema: origin.node, ...(typeof key === 'string' ? { key } : {}) })
  }
  return issues
}

/** The issues that are not among the others. */
export function without(issues: readonly RawIssue[], others: readonly RawIssue[]): readonly RawIssue[] {
  const known = new Set(others.map(identity))
  return issues.filter((issue) => !known.has(identity(issue)))
}

function identity({ keyword, tokens, schema, key }: RawIssue): string {
  return `${String(schema.id)} ${keyword} ${pointer(tokens)} ${key ?? ''}`
}

export function deprecations(notes: readonly Note[]): readonly RawIssue[] {
  const issues: RawIssue[] = []
  for (const { at, schema } of notes.slice(0, MOST)) {
    if (schema !== undefined) issues.push({ keyword: 'deprecated', tokens: tokensOf(at) ?? [], schema })
  }
  return issues
}
