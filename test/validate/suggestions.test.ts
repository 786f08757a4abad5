import { expect, test } from 'vitest'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { Finding } from '../../src/core/finding.ts'
import { NearestBudget } from '../../src/core/nearest.ts'
import { inFile } from '../../src/core/place.ts'
import { recordMerge } from '../../src/stages/merge/merge.ts'
import { validateDocument } from '../../src/stages/validate/validate.ts'
import { layersOf, SCHEMA as PATH, validated } from './documents.ts'
import { schemaOf } from './schemas.ts'

const validator = createValidator()
const environment: Environment = {
  name: 'production', abstract: false, protected: false, lineage: ['production'], labels: {}, variables: {},
  definition: { name: 'production', inherits: [], abstract: false, protected: false, labels: {}, variables: {}, without: [], place: inFile('environment.yaml') },
}

const NAMES = Array.from({ length: 1_000 }, (_, i) => `name-${String(i).padStart(4, '0')}`)
const SCHEMA = { items: { enum: NAMES } }
/** What looking at every name once may cost. */
const ONE_SEARCH = NAMES.length * 22

function told(count: number, budget: NearestBudget): readonly string[] {
  const value = NAMES.slice(0, count).map((text) => `${text}x`)
  const layers = layersOf({ 'base.json': JSON.stringify(value) })
  const { originsAt } = recordMerge(layers, undefined)
  const findings: Finding[] = []
  const linked = { effective: { document: { kind: 'a', name: 'b' }, environment, layers, value, originsAt }, value, references: [] }
  validateDocument(linked, schemaOf(SCHEMA), { validator, report: (found) => findings.push(found), budget })
  return findings.map(({ message }) => message)
}

test('only for what is told a near name is looked for', () => {
  const budget = new NearestBudget()
  const before = budget.left
  expect(told(900, budget).filter((message) => message.includes('did you mean'))).toHaveLength(100)
  expect(before - budget.left).toBeGreaterThan(0)
  expect(before - budget.left).toBeLessThanOrEqual(100 * ONE_SEARCH)
})

test('what one document has used up, the next ones lack; they are told all the same', () => {
  const budget = new NearestBudget(5_000)
  const first = told(10, budget)
  expect(first[0]).toContain('did you mean "name-0000"?')
  expect(budget.left).toBe(0)
  const second = told(10, budget)
  expect(second).toHaveLength(10)
  expect(second.join()).not.toContain('did you mean')
})

test('of a mapping that has to be another one it is told what differs, but not beside a secret', () => {
  const schema = (secret: string): string => `properties: {a: {const: {b: 1, c: 2}, properties: {b: {${secret}}}}}`
  const messages = (secret: string): readonly string[] =>
    validated({ schema: { [PATH]: schema(secret) }, layers: { 'a.yaml': 'a: {b: 1, c: 7}' } }).findings.map(({ message }) => message)
  expect(messages('').join()).toContain('found the number 7 instead of 2 at c')
  expect(messages('x-secret: true')).toEqual(['expected {"b":1,"c":2}, found a mapping'])
})
