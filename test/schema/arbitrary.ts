import fc from 'fast-check'
import type { Value } from '../../src/core/value.ts'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonSchema = boolean | { [keyword: string]: Json }

const NAMES = ['a', 'b', 'ab', 'k', '0', '__proto__'] as const
const scalar: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(1, 2, 1.5, 'x', '1', '', null, true)

/** An object with some of the given entries, `__proto__` as an own key like any other. */
function entries<T extends Json>(keys: readonly string[], value: fc.Arbitrary<T>, most = 3): fc.Arbitrary<{ [key: string]: T }> {
  return fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key, maxLength: most }).map((pairs) => {
    const made: { [key: string]: T } = {}
    for (const [key, one] of pairs) Object.defineProperty(made, key, { value: one, enumerable: true, configurable: true, writable: true })
    return made
  })
}

/** Values that the schemas below may say something about. */
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'value' },
    { weight: 2, arbitrary: scalar },
    { weight: 5, arbitrary: entries(NAMES, tie('value')) },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
  ),
})).value

/** Mappings of texts, as dotenv and INI files are. */
export const texts: fc.Arbitrary<Value> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    { weight: 2, arbitrary: fc.constantFrom('1', '1.5', 'x', 'true', 'null', '', '~') },
    { weight: 3, arbitrary: entries(NAMES, tie('value')) },
  ),
})).value

const tag = fc.constantFrom<Json[]>(1, 2, '1', 'x', true)

function schemasOf(names: readonly string[], references: readonly string[]): fc.Arbitrary<JsonSchema> {
  return fc.letrec<{ schema: JsonSchema; tagged: JsonSchema; keywords: { [keyword: string]: Json } }>((tie) => {
    const one = tie('schema')
    const some = fc.array(one, { minLength: 1, maxLength: 2 })
    const keyword: fc.Arbitrary<{ [keyword: string]: Json }> = fc.oneof(
      ...[1, 2, 3, 4, 5].map(() => entries(names, one, 5).map((properties) => ({ properties }))),
      entries(['^a', 'b$', '_'], one, 2).map((patternProperties) => ({ patternProperties })),
      one.map((additionalProperties) => ({ additionalProperties })),
      one.map((items) => ({ items })),
      some.map((prefixItems) => ({ prefixItems })),
      some.map((allOf) => ({ allOf })),
      some.map((anyOf) => ({ anyOf })),
      some.map((oneOf) => ({ oneOf })),
      fc.array(tie('tagged'), { minLength: 1, maxLength: 3 }).map((oneOf) => ({ oneOf })),
      fc.record({ if: one, then: one }),
      fc.constantFrom(...references).map(($ref) => ({ $ref })),
      fc.constantFrom('#/$defs/x', '#/$defs/y').map(($ref) => ({ $ref })),
      scalar.map((found) => ({ default: found })),
      entries(NAMES, scalar, 2).map((found) => ({ default: found })),
      fc.constantFrom<Json[]>('string', 'integer', 'object', ['integer', 'null'], ['object', 'array'], 'boolean').map((type) => ({ type })),
      fc.constantFrom('append', 'replace', 'concat').map((rule) => ({ 'x-merge': rule })),
      fc.constantFrom(true, false).map((secret) => ({ 'x-secret': secret })),
    )
    return {
      schema: fc.oneof(
        { maxDepth: 4, depthIdentifier: 'schema' },
        { weight: 1, arbitrary: fc.constantFrom<JsonSchema[]>(true, {}, { type: 'integer' }, { default: 1 }, { default: 'x' }, { default: {} }, { 'x-secret': true }) },
        { weight: 5, arbitrary: tie('keywords') },
      ),
      tagged: fc.record({ k: fc.oneof(tag.map((value) => ({ const: value })), fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }).map((value) => ({ enum: value }))), below: entries(['a', 'b'], one, 2) })
        .map(({ k, below }) => ({ required: ['k'], properties: { ...below, k } })),
      keywords: fc.array(keyword, { minLength: 1, maxLength: 3 }).map((all) => Object.assign({}, ...all) as { [keyword: string]: Json }),
    }
  }).schema
}

/** Whole schemas, with definitions that references lead to. */
function documentsOf(names: readonly string[], references: readonly string[]): fc.Arbitrary<{ [keyword: string]: Json }> {
  const one = schemasOf(names, references)
  return fc.tuple(one, one, one).map(([root, x, y]) => ({ ...(typeof root === 'boolean' ? {} : root), $defs: { x, y } }))
}

const LEADING = ['#', '#/$defs/x', '#/$defs/y']

export const documents = documentsOf(NAMES, [...LEADING, '#/$defs/none'])

/** Those that ajv understands, too: it looks at no property `__proto__`, and refuses references that lead nowhere. */
export const documentsForAjv = documentsOf(NAMES.filter((name) => name !== '__proto__'), LEADING)

export const OLD_DIALECT = { $schema: 'http://json-schema.org/draft-07/schema#' }

/** The pointers of a value, and some that it lacks. */
export function pointersOf(value: Value): string[][] {
  const pointers: string[][] = [[]]
  const visit = (at: Value, tokens: string[]): void => {
    if (typeof at !== 'object' || at === null) return
    for (const key of [...Object.keys(at), 'a', '9']) pointers.push([...tokens, key])
    for (const [key, child] of Object.entries(at)) visit(child as Value, [...tokens, key])
  }
  visit(value, [])
  return pointers
}
