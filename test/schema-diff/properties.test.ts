import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import type { SchemaNode } from '../../src/core/schema/schemas.ts'
import type { Value } from '../../src/core/value.ts'
import { compareSchemas } from '../../src/stages/schema-diff/compare.ts'
import { createSchemaCheck } from '../../src/stages/validate/validate.ts'
import { schemaOf } from '../validate/schemas.ts'
import { documents, edited, schema, values } from './arbitrary.ts'

const RUNS = { numRuns: 500 }

const isUsable = (root: SchemaNode): boolean => createSchemaCheck(() => {})(root)
const told = (before: SchemaNode, after: SchemaNode): string[] => compareSchemas(before, after).map(({ level, message }) => `${level} ${message}`)

describe('compareSchemas', () => {
  test('finds nothing in a schema that stays as it is', () => {
    fc.assert(fc.property(documents, (document) => {
      const [before, after] = [schemaOf(document), schemaOf(structuredClone(document))]
      fc.pre(isUsable(before))
      expect(told(before, after)).toEqual([])
    }), RUNS)
  })

  test('finds nothing where a schema moves behind a reference, or into an allOf', () => {
    fc.assert(fc.property(schema, schema, fc.boolean(), (moved, other, byReference) => {
      const before = { properties: { a: moved, b: moved, c: other }, $defs: { one: other, two: moved } }
      const behind = byReference ? { $ref: '#/$defs/moved' } : { allOf: [moved] }
      const after = { properties: { a: behind, b: behind, c: other }, $defs: { one: other, two: moved, moved } }
      const sides = [schemaOf(before), schemaOf(after)] as const
      fc.pre(sides.every(isUsable))
      expect(told(...sides)).toEqual([])
    }), RUNS)
  })

  const steps = documents.chain((before) => fc.tuple(fc.constant(before), edited(before), fc.array(values, { minLength: 30, maxLength: 30 })))
  const pairs = fc.tuple(documents, documents, fc.array(values, { minLength: 30, maxLength: 30 }))

  test.each([['one step', steps], ['two schemas', pairs]] as const)('what is not major refuses nothing that was accepted: %s', (what, cases) => {
    const count = { major: 0, less: 0, accepted: 0 }
    fc.assert(fc.property(cases as typeof steps, ([old, now, tried]) => {
      const [before, after] = [schemaOf(old), schemaOf(now)]
      fc.pre(isUsable(before) && isUsable(after))
      const changes = compareSchemas(before, after)
      if (changes.some(({ level }) => level === 'major')) {
        count.major++
        return
      }
      count.less++
      const validator = createValidator()
      for (const value of tried as readonly Value[]) {
        if (validator.validate(before, value).definite.length > 0) continue
        count.accepted++
        expect({ value, issues: validator.validate(after, value).definite.map(({ keyword }) => keyword) }).toEqual({ value, issues: [] })
      }
    }), RUNS)
    expect(count.accepted).toBeGreaterThan(200)
    expect(what === 'two schemas' || count.less > count.major / 10).toBe(true)
  })
})
