import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import type { Effective } from '../../src/core/effective.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { Finding } from '../../src/core/finding.ts'
import { inFile, locate } from '../../src/core/place.ts'
import type { Value } from '../../src/core/value.ts'
import { recordMerge } from '../../src/stages/merge/merge.ts'
import type { Provenance } from '../../src/core/spots.ts'
import { validateDocument } from '../../src/stages/validate/validate.ts'
import { layersOf, validated } from './documents.ts'
import { documents, values } from './arbitraries.ts'
import { schemaOf } from './schemas.ts'

const validator = createValidator()

const environment: Environment = {
  name: 'production', abstract: false, protected: false, lineage: ['production'], labels: {}, variables: {},
  definition: { name: 'production', inherits: [], abstract: false, protected: false, labels: {}, variables: {}, without: [], place: inFile('environment.yaml') },
}

function findingsOf(schema: unknown, value: Value, provenance: Provenance = {}): { readonly findings: readonly Finding[]; readonly definite: number } {
  const layers = layersOf({ 'base.json': JSON.stringify(value) })
  const { originsAt } = recordMerge(layers, undefined)
  const effective: Effective = { document: { kind: 'a', name: 'b' }, environment, layers, value, originsAt }
  const findings: Finding[] = []
  const root = schemaOf(schema)
  validateDocument({ effective, value, references: [] }, root, { validator, report: (found) => findings.push(found), provenance })
  return { findings, definite: validator.validate(root, value).definite.length }
}

test('whatever a schema finds wrong is told, at a place in the document, in words', () => {
  let told = 0
  fc.assert(
    fc.property(documents, values, (schema, value) => {
      const { findings, definite } = findingsOf(schema, value)
      expect(findings.some(({ rule }) => rule !== 'validate/deprecated' && rule !== 'schema/too-complex')).toBe(definite > 0)
      for (const { message, place, rule, related } of findings) {
        told++
        expect(message).toMatch(/^[^\n]{5,}$/)
        expect(message).not.toMatch(/undefined|\[object|NaN/)
        if (rule === 'schema/too-complex') continue
        expect([locate(place).file, place.in]).toEqual(['base.json', 'span'])
        expect(related.length).toBeGreaterThan(0)
      }
    }),
    { numRuns: 800 },
  )
  expect(told).toBeGreaterThan(300)
})

test('one mistake makes one finding: no two at one place say the same', () => {
  fc.assert(
    fc.property(documents, values, (schema, value) => {
      const { findings } = findingsOf(schema, value)
      const seen = findings.map(({ rule, message, place }) => JSON.stringify([rule, message, locate(place)]))
      // Several keys may be missing from one mapping, and two of them may look alike only by name.
      expect(new Set(seen).size).toBe(seen.length)
    }),
    { numRuns: 300 },
  )
})

test('no message and no related place tells a value under x-secret', () => {
  const canary = 'canary-7f3a'
  fc.assert(
    fc.property(documents, (schema) => {
      const secret = { 'x-secret': true, ...schema }
      for (const value of [canary, [canary], { a: canary, b: [canary] }, { a: { kind: canary } }] as const) {
        for (const { message, related } of findingsOf(secret, value).findings) {
          expect([message, ...related.map((one) => one.message)].join('\n')).not.toContain(canary)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('a document with very many problems is told up to a hundred, and how many more there are', () => {
  const list = Array.from({ length: 150 }, (_, i) => i)
  const { findings } = findingsOf({ items: { type: 'string' } }, list)
  expect(findings).toHaveLength(101)
  expect(findings.at(-1)).toMatchObject({ rule: 'validate/too-many', message: 'this document has at least 50 more problems than the 100 that are told' })
})

test('a schema that takes too much work is told at the schema, with the document let be', () => {
  const $defs: Record<string, unknown> = { d40: true }
  for (let i = 0; i < 40; i++) $defs[`d${i}`] = { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] }
  const { findings } = findingsOf({ $ref: '#/$defs/d0', $defs }, { a: 1 })
  expect(findings.map(({ rule }) => rule)).toEqual(['schema/too-complex'])
})

test('the value of another document is shown where that says that it is no secret', () => {
  const input = { schema: 'properties: {port: {maximum: 10}}', layers: { 'a.yaml': 'port: ${cairn:services/db#/port}\n' }, others: { 'services/db': 'port: 99\n' } }
  expect(validated(input).findings.map(({ message }) => message)).toEqual(['this value is above 10'])
  expect(validated({ ...input, targetIsSecret: () => false }).findings.map(({ message }) => message)).toEqual(['99 is above 10'])
})
