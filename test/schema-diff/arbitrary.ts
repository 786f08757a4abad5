import fc from 'fast-check'
import type { Json } from '../schema/arbitrary.ts'

type Schema = boolean | { [keyword: string]: Json }

const VALUES: readonly Json[] = [0, 1, 2, 3, 5, 1.5, 'a', 'b', 'ab', 'xs', '', true, false, null]
const scalar = fc.constantFrom(...VALUES)
const KEYS = ['a', 'b', 'ad']

/** Values that have something to do with the schemas below. */
export const values: fc.Arbitrary<Json> = fc.letrec<{ value: Json; mapping: Json }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, { weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) }, { weight: 4, arbitrary: tie('mapping') }),
  mapping: fc.dictionary(fc.constantFrom(...KEYS, 'z'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
})).value

const small = fc.integer({ min: 0, max: 3 })
const TYPES: readonly Json[] = ['string', 'integer', 'number', 'object', 'array', 'boolean', 'null', ['string', 'object'], ['integer', 'null'], ['object', 'array'], ['string', 'number']]

/** One keyword, in proportion to what decides most. */
function keywordOf(schema: fc.Arbitrary<Schema>, keyword: string): fc.Arbitrary<Json> {
  const some = fc.array(schema, { minLength: 1, maxLength: 3 })
  const byKey = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), schema, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
  switch (keyword) {
    case 'type': return fc.constantFrom(...TYPES)
    case 'enum': return fc.array(scalar, { minLength: 1, maxLength: 4 })
    case 'const': return fc.oneof(scalar, fc.dictionary(fc.constantFrom(...KEYS), scalar, { maxKeys: 1, noNullPrototype: true }))
    case 'required': return fc.subarray(KEYS)
    case 'dependentRequired': return fc.dictionary(fc.constantFrom(...KEYS), fc.subarray(KEYS), { maxKeys: 2, noNullPrototype: true })
    case 'pattern': return fc.constantFrom('^a', 's$', 'b')
    case 'format': return fc.constantFrom('ipv4', 'int32', 'colour')
    case 'multipleOf': return fc.constantFrom(1, 2, 4, 0.5, 3)
    case 'uniqueItems': return fc.boolean()
    case 'properties': case 'dependentSchemas': return byKey(KEYS)
    case 'patternProperties': return byKey(['^a', 'd$'])
    case 'allOf': case 'anyOf': case 'oneOf': case 'prefixItems': return some
    case '$ref': return fc.constantFrom('#/$defs/one', '#/$defs/two')
    case 'minimum': case 'maximum': case 'exclusiveMinimum': case 'exclusiveMaximum': case 'minLength': case 'maxLength': case 'minItems':
    case 'maxItems': case 'minProperties': case 'maxProperties': case 'minContains': case 'maxContains': return small
    default: return schema
  }
}

const KEYWORDS = [
  'type', 'type', 'type', 'enum', 'enum', 'const', 'required', 'required', 'properties', 'properties', 'properties', 'additionalProperties', 'additionalProperties',
  'patternProperties', 'propertyNames', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minLength', 'maxLength', 'pattern', 'format',
  'multipleOf', 'items', 'prefixItems', 'contains', 'minContains', 'maxContains', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties',
  'dependentRequired', 'dependentSchemas', 'allOf', 'anyOf', 'anyOf', 'oneOf', 'oneOf', 'not', 'if', 'then', 'else', '$ref', 'unevaluatedProperties', 'unevaluatedItems',
]

export const schema: fc.Arbitrary<Schema> = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 1, arbitrary: fc.constantFrom<Schema[]>(true, false, {}, { type: 'integer' }, { type: 'string' }, { type: 'object' }) },
    {
      weight: 5,
      arbitrary: fc.uniqueArray(fc.constantFrom(...KEYWORDS), { minLength: 1, maxLength: 4 }).chain((keywords) => {
        const entries = Object.fromEntries(keywords.map((keyword) => [keyword, keywordOf(tie('schema'), keyword)]))
        return fc.record(entries)
      }),
    },
  ),
})).schema

const OLD = 'http://json-schema.org/draft-07/schema#'

/** Documents with definitions that references lead to, now and then of draft-07. */
export const documents = fc.record({ root: schema, one: schema, two: schema, old: fc.nat(4) }).map(({ root, one, two, old }) => ({
  ...(old === 0 ? { $schema: OLD } : {}), allOf: [root], $defs: { one, two },
}))

/** One step from a schema to another one: a keyword that is added, taken away or changed somewhere in it. */
export function edited(document: Json): fc.Arbitrary<Json> {
  const places = placesIn(document, [])
  return fc.record({ at: fc.constantFrom(...places), keyword: fc.constantFrom(...KEYWORDS), how: fc.constantFrom('remove', 'set', 'set', 'replace') })
    .chain(({ at, keyword, how }) => {
      const current = valueAt(document, at)
      if (how === 'replace') return schema.map((other) => put(document, at, other))
      if (typeof current !== 'object' || current === null || Array.isArray(current)) return schema.map((other) => put(document, at, other))
      const present = Object.keys(current)
      if (how === 'remove' && present.length > 0) {
        return fc.constantFrom(...present).map((gone) => put(document, at, Object.fromEntries(Object.entries(current).filter(([key]) => key !== gone))))
      }
      const changed = present.length > 0 ? fc.oneof(fc.constantFrom(...present), fc.constant(keyword)) : fc.constant(keyword)
      return changed.chain((key) => keywordOf(schema, key).map((said) => put(document, at, { ...current, [key]: said })))
    })
}

const MAPS = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas'])
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems'])
const ONES = new Set(['additionalProperties', 'propertyNames', 'items', 'contains', 'not', 'if', 'then', 'else', 'unevaluatedProperties', 'unevaluatedItems'])

function placesIn(value: Json, at: readonly string[]): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at]
  const places: (readonly string[])[] = at.length === 0 ? [] : [at]
  for (const [keyword, said] of Object.entries(value)) {
    if (ONES.has(keyword)) places.push(...placesIn(said, [...at, keyword]))
    else if ((MAPS.has(keyword) || LISTS.has(keyword)) && typeof said === 'object' && said !== null) {
      for (const [token, below] of Object.entries(said)) places.push(...placesIn(below, [...at, keyword, token]))
    }
  }
  return places
}

function valueAt(value: Json, at: readonly string[]): Json {
  return at.reduce<Json>((found, token) => (found as { [key: string]: Json })[token] as Json, value)
}

function put(value: Json, at: readonly string[], what: Json): Json {
  const [token, ...rest] = at
  if (token === undefined) return what
  const below = put((value as { [key: string]: Json })[token] as Json, rest, what)
  if (Array.isArray(value)) return value.map((one, i) => (String(i) === token ? below : one))
  return { ...(value as { [key: string]: Json }), [token]: below }
}
