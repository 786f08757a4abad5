import fc from 'fast-check'
import type { Value } from '../../src/core/value.ts'

const KEYS = ['a', 'b', 'kind'] as const
const scalar = fc.oneof(fc.constantFrom('x', 'yes', 'tls', ''), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0.5, true, false, null))

const { value, mapping } = fc.letrec<{ value: Value; list: Value; mapping: Value }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalar, tie('list'), tie('mapping')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  mapping: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 3, noNullPrototype: true }),
}))

type Json = Readonly<Record<string, unknown>> | boolean

const keyword = <T>(name: string, of: fc.Arbitrary<T>): fc.Arbitrary<readonly [string, unknown]> => of.map((said) => [name, said] as const)

/** Schemas of every keyword that validates, over the same few keys and values, with references (recursive ones too). */
const { schema } = fc.letrec<{ schema: Json; keyword: readonly [string, unknown] }>((tie) => {
  const mapOfSchemas = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), tie('schema'), { minKeys: 1, maxKeys: 2, noNullPrototype: true })
  const schemas = fc.array(tie('schema'), { minLength: 1, maxLength: 3 })
  return {
    schema: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { arbitrary: fc.boolean(), weight: 1 },
      { arbitrary: fc.uniqueArray(tie('keyword'), { minLength: 1, maxLength: 4, selector: ([name]) => name }).map(Object.fromEntries) as fc.Arbitrary<Json>, weight: 8 },
    ),
    keyword: fc.oneof(
      keyword('type', fc.oneof(fc.constantFrom('string', 'integer', 'number', 'object', 'array', 'boolean', 'null'), fc.constant(['string', 'object']))),
      keyword('enum', fc.array(scalar, { minLength: 1, maxLength: 3 })),
      keyword('const', fc.oneof(scalar, fc.dictionary(fc.constantFrom(...KEYS), scalar, { maxKeys: 2, noNullPrototype: true }))),
      keyword('minimum', fc.integer({ min: 0, max: 2 })),
      keyword('minLength', fc.integer({ min: 0, max: 3 })),
      keyword('pattern', fc.constantFrom('^x', 's$')),
      keyword('multipleOf', fc.constantFrom(2, 0.5)),
      keyword('required', fc.subarray([...KEYS])),
      keyword('properties', mapOfSchemas(KEYS)),
      keyword('properties', mapOfSchemas(KEYS)),
      keyword('patternProperties', mapOfSchemas(['^a', 'd$'])),
      keyword('additionalProperties', tie('schema')),
      keyword('unevaluatedProperties', tie('schema')),
      keyword('propertyNames', tie('schema')),
      keyword('maxProperties', fc.integer({ min: 0, max: 2 })),
      keyword('dependentRequired', fc.dictionary(fc.constantFrom(...KEYS), fc.subarray([...KEYS]), { maxKeys: 1, noNullPrototype: true })),
      keyword('dependentSchemas', mapOfSchemas(KEYS)),
      keyword('items', tie('schema')),
      keyword('prefixItems', schemas),
      keyword('unevaluatedItems', tie('schema')),
      keyword('contains', tie('schema')),
      keyword('minContains', fc.integer({ min: 0, max: 2 })),
      keyword('maxContains', fc.integer({ min: 0, max: 2 })),
      keyword('uniqueItems', fc.boolean()),
      keyword('allOf', schemas),
      keyword('anyOf', schemas),
      keyword('oneOf', schemas),
      keyword('not', tie('schema')),
      keyword('if', tie('schema')),
      keyword('then', tie('schema')),
      keyword('else', tie('schema')),
      keyword('$ref', fc.constantFrom('#/$defs/one', '#/$defs/two')),
    ),
  }
})

/** Schema documents with a few random schemas in them. */
export const documents = fc.record({ root: schema, a: schema, b: schema, one: schema, two: schema }).map(({ root, a, b, one, two }) => ({
  allOf: [root, { properties: { a, b } }],
  $defs: { one, two },
}))

/** Values that have something to do with such schemas. */
export const values: fc.Arbitrary<Value> = fc.oneof(mapping, mapping, value)
