import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import { HOLE, Sealed, Unresolved, type SealedType } from '../../src/core/opaque.ts'
import type { Value } from '../../src/core/value.ts'
import type { RawIssue } from '../../src/core/validation.ts'
import { schemaOf, told } from './schemas.ts'

const validator = createValidator()
const KEYS = ['a', 'b', 'kind'] as const
const scalar = fc.oneof(fc.constantFrom('x', 'yes', 'tls', ''), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0.5, true, false, null))

const { value, mapping } = fc.letrec<{ value: Value; list: Value; mapping: Value }>((tie) => ({
  value: fc.oneof({ maxDepth: 3, withCrossShrink: true }, scalar, tie('list'), tie('mapping')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  mapping: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 3 }),
}))

type Json = Readonly<Record<string, unknown>> | boolean

const keyword = <T>(name: string, of: fc.Arbitrary<T>): fc.Arbitrary<readonly [string, unknown]> => of.map((said) => [name, said] as const)

/** Schemas of every keyword that validates, over the same few keys and values, with references (recursive ones too). */
const { schema } = fc.letrec<{ schema: Json; keyword: readonly [string, unknown] }>((tie) => {
  const mapOfSchemas = (keys: readonly string[]) => fc.dictionary(fc.constantFrom(...keys), tie('schema'), { minKeys: 1, maxKeys: 2 })
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
      keyword('const', fc.oneof(scalar, fc.dictionary(fc.constantFrom(...KEYS), scalar, { maxKeys: 2 }))),
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
      keyword('dependentRequired', fc.dictionary(fc.constantFrom(...KEYS), fc.subarray([...KEYS]), { maxKeys: 1 })),
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

const document = fc.record({ root: schema, a: schema, b: schema, one: schema, two: schema }).map(({ root, a, b, one, two }) => ({
  allOf: [root, { properties: { a, b } }],
  $defs: { one, two },
}))

/** The value with some of its leaves sealed, as a file that is encrypted in part has them. */
function sealed(of: Value, choose: () => number): Value {
  if (typeof of === 'object' && of !== null) {
    if (choose() > 0.95) return new Unresolved()
    if (Array.isArray(of)) return (of as readonly Value[]).map((item) => sealed(item, choose))
    return Object.fromEntries(Object.entries(of).map(([key, item]) => [key, sealed(item as Value, choose)]))
  }
  const chosen = choose()
  if (chosen < 0.6 || of === null) return of
  if (chosen > 0.9) return HOLE
  return new Sealed(typeOf(of), 'ENC[]')
}

function typeOf(value: Value): SealedType {
  if (typeof value === 'string') return 'str'
  return typeof value === 'boolean' ? 'bool' : Number.isInteger(value) ? 'int' : 'float'
}

/** Whether an undecided issue covers another: the same or anything at or below its pointer. */
const covers = (undecided: RawIssue, issue: RawIssue): boolean =>
  undecided.tokens.length <= issue.tokens.length && undecided.tokens.every((token, i) => issue.tokens[i] === token)

test('what is found without a key is a part of what is found with it, and the rest was announced', () => {
  let definite = 0
  let undecided = 0
  fc.assert(
    fc.property(document, fc.oneof(mapping, mapping, value), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (json, plain, stream) => {
      const root = schemaOf(json)
      const hidden = sealed(plain, () => stream.next().value as number)
      const withKey = validator.validate(root, plain)
      const without = validator.validate(root, hidden)
      fc.pre(!withKey.exhausted && !without.exhausted)
      definite += without.definite.length
      undecided += without.undecided.length
      const known = new Set(withKey.definite.map(told))
      expect(without.definite.map(told).filter((issue) => !known.has(issue))).toEqual([])
      const announced = (issue: RawIssue) =>
        without.definite.some((found) => told(found) === told(issue)) || without.undecided.some((open) => covers(open, issue))
      expect(withKey.definite.filter((issue) => !announced(issue)).map(told)).toEqual([])
    }),
    { numRuns: 1000 },
  )
  // The property must have had something to say.
  expect({ definite: definite > 200, undecided: undecided > 30 }).toEqual({ definite: true, undecided: true })
})
