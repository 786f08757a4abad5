import { describe, expect, test } from 'vitest'
import { compareSchemas } from '../../src/stages/schema-diff/compare.ts'
import { schemaOf } from '../validate/schemas.ts'

type Json = Readonly<Record<string, unknown>>

const LAST = 'd0'
/** Definitions of which each uses the next one. */
function chain(length: number, link: (next: Json) => Json, end: Json): Json {
  const links = Array.from({ length }, (_, i) => [`d${length - i}`, i + 1 < length ? link({ $ref: `#/$defs/d${length - i - 1}` }) : link({ $ref: `#/$defs/${LAST}` })])
  return { $ref: `#/$defs/d${length}`, $defs: { ...Object.fromEntries(links), [LAST]: end } }
}

const both = (next: Json): Json => ({ anyOf: [{ properties: { a: next } }, { properties: { b: next } }], not: { required: ['c'], properties: { d: next } } })

const words = Array.from({ length: 50_000 }, (_, i) => `v${i}`)
const branches = (count: number) => ({ oneOf: Array.from({ length: count }, (_, i) => ({ type: 'object', required: ['k'], properties: { k: { const: i } } })) })
const patterns = (count: number) => ({ patternProperties: Object.fromEntries(Array.from({ length: count }, (_, i) => [`^p${i}`, { type: 'string' }])) })

const CASES: readonly (readonly [string, Json, Json])[] = [
  ['an enum of 50,000 values', { enum: words }, { enum: words.slice(1) }],
  ['a chain of 10,000 references', chain(10_000, (next) => ({ properties: { a: next } }), {}), chain(10_000, (next) => ({ properties: { a: next } }), { type: 'string' })],
  ['alternatives of alternatives', chain(1_000, both, {}), chain(1_000, both, { type: 'string' })],
  ['500 alternatives', branches(500), branches(499)],
  ['3,000 patterns', patterns(3_000), patterns(3_001)],
  ['a schema of itself', { properties: { a: { $ref: '#' } }, anyOf: [{ items: { $ref: '#' } }, { type: 'string' }] }, { properties: { a: { $ref: '#' } }, anyOf: [{ items: { $ref: '#' } }, { type: 'integer' }] }],
]

describe('schemas made to be costly', () => {
  test.each(CASES)('%s ends, and the same twice is no change', (_what, before, after) => {
    const began = performance.now()
    compareSchemas(schemaOf(before), schemaOf(after))
    expect(compareSchemas(schemaOf(before), schemaOf(structuredClone(before)))).toEqual([])
    expect(performance.now() - began).toBeLessThan(25_000)
  })

  test('what is not compared is said, and taken for the worst', () => {
    const changes = compareSchemas(schemaOf(chain(1_000, both, {})), schemaOf(chain(1_000, both, { type: 'string' })))
    expect(changes.map(({ level, message }) => `${level} ${message}`)).toContain('major the schemas are too large to be compared further: what was not looked at is taken for the worst')
  })
})
