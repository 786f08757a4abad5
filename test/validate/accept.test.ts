import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accepts } from '../../src/adapters/ajv/accept.ts'
import { createValidator as createAjv } from '../../src/adapters/ajv/validator.ts'
import { createValidator } from '../../src/adapters/validator.ts'
import { NotLoaded } from '../../src/core/lazy.ts'
import { Sealed } from '../../src/core/opaque.ts'
import type { Value } from '../../src/core/value.ts'
import { documents, values } from './arbitraries.ts'
import { schemaOf } from './schemas.ts'

const ajv = createAjv()

describe('what is accepted without ajv', () => {
  test('is what ajv finds valid, and most of what it finds valid', () => {
    let [accepted, valid] = [0, 0]
    fc.assert(
      fc.property(documents, values, (json, value) => {
        const root = schemaOf(json)
        const { definite, undecided, deprecated, exhausted } = ajv.validate(root, value)
        const isValid = !exhausted && definite.length + undecided.length + deprecated.length === 0
        const isAccepted = accepts(root, value)
        if (isAccepted) expect(isValid).toBe(true)
        if (isValid) valid++
        if (isAccepted) accepted++
      }),
      { numRuns: 1500 },
    )
    expect(valid).toBeGreaterThan(300)
    // The arbitrary schemas are full of what is left to ajv; those that people write are not.
    expect(accepted).toBeGreaterThan(valid / 2)
  })

  const sealed: Value = new Sealed('str', 'ENC[]')
  test.each<readonly [string, unknown, Value, boolean]>([
    ['nothing is asked', {}, { a: [1, null] }, true],
    ['an opaque value that anything may be', true, sealed, true],
    ['an opaque value that must be something', { type: 'string' }, sealed, false],
    ['an opaque value below', { properties: { a: { minLength: 1 } } }, { a: sealed }, false],
    ['an opaque value of which nothing is asked', { properties: { a: {} }, required: ['a'] }, { a: sealed }, true],
    ['an opaque item of an enumerated list', { const: ['a'] }, [sealed], false],
    ['a deprecated value', { properties: { a: { deprecated: true } } }, { a: 1 }, false],
    ['a deprecated value that is not there', { properties: { a: { deprecated: true } } }, { b: 1 }, true],
    ['draft-07', { $schema: 'http://json-schema.org/draft-07/schema#', type: 'string' }, 'a', false],
    ['an astral character counted as one', { maxLength: 1 }, '\u{1f600}', true],
    ['two of them', { maxLength: 1 }, '\u{1f600}\u{1f600}', false],
    ['a schema that refers to itself', { properties: { a: { $ref: '#' } }, additionalProperties: false }, { a: { a: {} } }, true],
    ['a key of every object', { properties: { constructor: { type: 'string' } } }, {}, true],
    ['that is asked for', { required: ['constructor'] }, {}, false],
    ['an exact decimal', { multipleOf: 0.1 }, 0.3, true],
    ['a format', { format: 'ipv4' }, '10.0.0.300', false],
    ['items after a prefix', { prefixItems: [{ type: 'string' }], items: { type: 'integer' } }, ['a', 1], true],
    ['wrong ones', { prefixItems: [{ type: 'string' }], items: { type: 'integer' } }, ['a', 'b'], false],
  ])('%s', (_title, schema, value, expected) => {
    expect(accepts(schemaOf(schema), value)).toBe(expected)
  })
})

test('ajv is asked for only where something is not accepted', async () => {
  const validator = createValidator()
  const schema = schemaOf({ type: 'string' })
  expect(validator.validate(schema, 'a').definite).toEqual([])
  let missing: unknown
  try {
    validator.validate(schema, 1)
  } catch (error) {
    missing = error
  }
  expect(missing).toBeInstanceOf(NotLoaded)
  await (missing as NotLoaded).load()
  expect(validator.validate(schema, 1).definite.map(({ keyword }) => keyword)).toEqual(['type'])
})
