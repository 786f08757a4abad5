import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import { EXTENSIONS, mayBe } from '../../src/core/schema/extensions.ts'
import type { Value } from '../../src/core/value.ts'
import { schemaOf } from '../validate/schemas.ts'

const validator = createValidator()
const keywords = schemaOf(parse(readFileSync('schemas/meta/keywords.yaml', 'utf8')))
const isValid = (schema: unknown): boolean => validator.validate(keywords, schema as Value).definite.length === 0

describe('schemas/meta/keywords.yaml', () => {
  const files = readdirSync('schemas', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'))

  test.each(files)('finds nothing wrong with schemas/%s', (file) => {
    expect(isValid(parse(readFileSync(`schemas/${file}`, 'utf8')))).toBe(true)
  })

  test('takes of a keyword what Cairn takes, wherever it stands', () => {
    const said = fc.oneof(
      fc.constantFrom<Value>('', 'append', 'unique', 'hot', 'restart', 'models', true, false, null, 1, []),
      fc.constantFrom<Value>({ key: 'name' }, { key: '' }, { key: 1 }, { key: 'a', x: 1 }, {}),
      fc.record(
        {
          kind: fc.constantFrom<Value>('models', '', [], ['a', 'b'], ['a', ''], 1),
          by: fc.constantFrom<Value>('name', 'path', 'file'),
          acyclic: fc.constantFrom<Value>(true, false, 'yes'),
        },
        { requiredKeys: [] },
      ),
    )
    const around = fc.constantFrom<(schema: unknown) => unknown>(
      (schema) => schema,
      (schema) => ({ properties: { a: schema } }),
      (schema) => ({ items: { allOf: [schema] } }),
      (schema) => ({ $defs: { a: { patternProperties: { '^a': schema } } } }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...EXTENSIONS), said, around, (keyword, value, wrap) => {
        expect(isValid(wrap({ [keyword]: value }))).toBe(mayBe(keyword, value))
      }),
      { numRuns: 2000 },
    )
  })

  test('finds a keyword that is misspelt', () => {
    expect(isValid({ 'x-secrets': true })).toBe(false)
    expect(isValid({ properties: { 'x-secrets': { type: 'string' } } })).toBe(true)
  })
})
