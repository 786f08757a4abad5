import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { applicable, createSchemas, enter, isSecretAt, type SchemaNode } from '../../src/core/schema/schemas.ts'
import { MAX_APPLICABLE } from '../../src/core/schema/closure.ts'
import { kindsAt } from '../../src/core/schema/allowed.ts'
import { strategyAtKey } from '../../src/core/strategy.ts'
import type { Value } from '../../src/core/value.ts'
import { hasKeyedLists } from '../../src/stages/merge/elements.ts'
import { checkSchemas } from '../../src/stages/schema/check.ts'
import { fillDefaults } from '../../src/stages/schema/defaults.ts'
import { strategyOf } from '../../src/stages/schema/strategy.ts'
import { typeStrings } from '../../src/stages/schema/typing.ts'
import { regexp, schemaOf } from './support.ts'

/** Far more than anything here takes, far less than anything exponential would. */
const SOON = 10_000

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)
const definitions = (length: number, each: (i: number) => unknown): Record<string, unknown> =>
  Object.fromEntries(range(length).map((i) => [`d${i}`, each(i)]))

/** Everything that reads a schema, on a value. */
function everything(root: SchemaNode, value: Value): { rules: Set<string>; filled: Value } {
  const findings: Finding[] = []
  checkSchemas({ documents: root.home.documents, root: (path) => (path === root.document.path ? root : undefined) }, (found) => findings.push(found))
  typeStrings(value, root, { placeAt: () => ({ in: 'file', file: 'x' }), report: () => undefined })
  hasKeyedLists(strategyAtKey(strategyOf(root), 'a'))
  isSecretAt(root, ['a', 'a'])
  kindsAt(enter(root, value))
  applicable(root, ['a', 'a', '0'], value)
  return { rules: new Set(findings.map(({ rule }) => rule)), filled: fillDefaults(value, root) }
}

const HEAVY = { 'x-merge': { key: 'id' }, 'x-secret': true, 'default': 1 }

const CASES: readonly (readonly [what: string, schema: unknown, rules: readonly string[]])[] = [
  ['a reference to itself', { $ref: '#' }, []],
  ['references in a circle', { $ref: '#/$defs/d0', $defs: definitions(3, (i) => ({ $ref: `#/$defs/d${(i + 1) % 3}` })) }, []],
  ['a chain of 100,000 allOf by reference', { $ref: '#/$defs/d0', $defs: definitions(100_000, (i) => ({ allOf: [{ $ref: `#/$defs/d${i + 1}` }], ...HEAVY })) }, ['schema/too-complex', 'schema/unknown-reference']],
  ['a chain of 20,000 properties by reference', { $ref: '#/$defs/d0', $defs: definitions(20_000, (i) => ({ properties: { a: { $ref: `#/$defs/d${(i + 1) % 20_000}` } }, ...HEAVY })) }, []],
  ['a chain of 20,000 branches by reference', { $ref: '#/$defs/d0', $defs: definitions(20_000, (i) => ({ anyOf: [{ $ref: `#/$defs/d${i + 1}` }, { type: 'null' }] })) }, ['schema/unknown-reference']],
  ['3,000 schemas that each apply together with 990 others', { $defs: definitions(3_000, (i) => ({ allOf: i % 990 === 0 ? [] : [{ $ref: `#/$defs/d${i - 1}` }], ...HEAVY })) }, ['schema/too-complex']],
  ['each definition refers to the one before twice, at once', { $ref: '#/$defs/d60', $defs: definitions(61, (i) => (i === 0 ? HEAVY : { allOf: [{ $ref: `#/$defs/d${i - 1}` }, { $ref: `#/$defs/d${i - 1}` }] })) }, []],
  ['each definition refers to the one before twice, for keys', { $ref: '#/$defs/d60', $defs: definitions(61, (i) => (i === 0 ? HEAVY : { properties: { a: { $ref: `#/$defs/d${i - 1}` }, b: { $ref: `#/$defs/d${i - 1}` } } })) }, []],
  ['each default brings in the one before twice', { $ref: '#/$defs/d60', $defs: definitions(61, (i) => ({ default: {}, properties: i === 0 ? {} : { a: { $ref: `#/$defs/d${i - 1}` }, b: { $ref: `#/$defs/d${i - 1}` } } })) }, ['schema/default-endless']],
  ['each definition is a union of the one before, twice', { $ref: '#/$defs/d60', $defs: definitions(61, (i) => (i === 0 ? { type: 'string' } : { oneOf: [{ $ref: `#/$defs/d${i - 1}` }, { $ref: `#/$defs/d${i - 1}` }] })) }, []],
  ['every subset of 20 schemas is a combination', {
    allOf: range(20).map((i) => ({ $ref: `#/$defs/d${i}` })),
    $defs: definitions(20, (i) => ({ additionalProperties: { $ref: `#/$defs/d${i}` }, properties: { [`k${i}`]: true, list: { 'x-merge': { key: 'id' } }, value: { default: 1 } } })),
  }, []],
  ['2,000 schemas that apply together', { allOf: range(2_000).map(() => ({ properties: { a: HEAVY } })) }, ['schema/too-complex']],
  ['a union of 20,000 branches', { oneOf: range(20_000).map((i) => ({ required: ['k'], properties: { k: { const: i }, a: { default: i } } })) }, []],
  ['a list of 20,000 items with schemas of their own', { prefixItems: range(20_000).map(() => ({ 'x-secret': true })) }, []],
  ['20,000 patterns', { patternProperties: Object.fromEntries(range(20_000).map((i) => [`^x${i}$`, {}])) }, []],
  ['an enum of 5 MB', { properties: { a: { enum: range(250_000).map((i) => `value number ${i}`), default: 'none' } } }, ['schema/default-invalid']],
  ['a separator that splits what it makes', { 'items': { $ref: '#' }, 'type': 'array', 'x-split': ',' }, []],
  ['10,000 identifiers and anchors', { $defs: definitions(10_000, (i) => ({ $id: `https://example.com/${i}`, $anchor: `a${i}`, $ref: `${i - 1}#a${i - 1}` })) }, ['schema/too-complex', 'schema/unknown-reference']],
]

describe('schemas that are made to be costly', () => {
  test.each(CASES)('%s', (_what, schema, rules) => {
    const started = performance.now()
    const { rules: found } = everything(schemaOf(schema), { a: { a: ['text'], k1: { k2: { k3: {} } } }, k: 19_999 })
    expect([...found].sort()).toEqual(rules)
    expect(performance.now() - started).toBeLessThan(SOON)
  })

  test('an allOf inside an allOf, 100,000 deep', () => {
    let schema: Value = { properties: { a: { default: 1 } } }
    for (let i = 0; i < 100_000; i++) schema = { allOf: [schema] }
    const started = performance.now()
    const root = schemaOf(schema)
    expect(enter(root)).toMatchObject({ cut: true })
    expect(enter(root).nodes).toHaveLength(MAX_APPLICABLE)
    expect(performance.now() - started).toBeLessThan(SOON)
  })

  test('a splitting that never ends', () => {
    const root = schemaOf({ 'items': { $ref: '#' }, 'type': 'array', 'x-split': ',' })
    const findings: Finding[] = []
    let depth = 0
    let value = typeStrings('a,b', root, { placeAt: () => ({ in: 'file', file: 'x' }), report: (found) => findings.push(found) })
    for (; Array.isArray(value); depth++) value = value[0] as Value
    expect([depth, findings.length, findings[0]?.rule]).toEqual([100, 2, 'type/misfit'])
  })

  test('a text that opens 100,000 references', () => {
    const root = schemaOf({ 'type': 'array', 'x-split': ',' })
    const started = performance.now()
    const text = '${cairn:,'.repeat(100_000)
    expect(typeStrings(text, root, { placeAt: () => ({ in: 'file', file: 'x' }), report: () => undefined })).toHaveLength(100_001)
    expect(performance.now() - started).toBeLessThan(SOON)
  })

  test('more defaults than a document may hold', () => {
    const names = Object.fromEntries(range(2_000).map((i) => [`k${i}`, { default: i }]))
    const root = schemaOf({ items: { properties: names } })
    const stopped: SchemaNode[] = []
    let count = 0
    const filled = fillDefaults(range(1_000).map(() => ({})), root, () => count++, (node) => stopped.push(node))
    expect(count).toBe(1_000_000)
    expect(stopped).toHaveLength(1)
    expect(Object.keys((filled as Value[])[999] as object)).toEqual([])
  })

  test('keys without end are not all kept', () => {
    const root = schemaOf({ patternProperties: { '^a': { type: 'string' } }, additionalProperties: {} })
    const scope = enter(root)
    for (let i = 0; i < 20_000; i++) scope.atKey(`${i % 2 === 0 ? 'a' : 'b'}${i}`)
    expect(scope.atKey('a1').nodes.map(({ tokens }) => tokens)).toEqual([['patternProperties', '^a']])
    expect(scope.atKey('b1').nodes.map(({ tokens }) => tokens)).toEqual([['additionalProperties']])
  })

  test('two documents with one path: the first counts', () => {
    const [a, b] = [schemaOf({ title: 'a' }), schemaOf({ title: 'b' })]
    const set = createSchemas([a.document, b.document], regexp)
    expect(set.root('schemas/test.yaml')?.schema).toEqual({ title: 'a' })
  })
})
