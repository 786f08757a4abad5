import { describe, expect, test } from 'vitest'
import { render } from '../../src/queries/render.ts'
import { checkFiles, openFiles } from '../helpers/memory.ts'

/** A guard against running away, not a measurement: ten times what the slowest takes. */
const SOON = 60_000

const DOCUMENT = 'environments/dev/services/bad.json'
const SCHEMA = 'schemas/services.json'
const GOOD = { 'schemas/jobs.yaml': 'properties: {port: {type: integer}}\n', 'environments/dev/jobs/good.yaml': 'port: eighty\n' }

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)
const keyed = (length: number, each: (i: number) => readonly [string, unknown]): Record<string, unknown> => Object.fromEntries(range(length).map(each))
const definitions = (length: number, each: (i: number) => unknown): Record<string, unknown> => keyed(length, (i) => [`d${i}`, each(i)])
/** Each definition uses the one before twice. */
const doubling = (first: unknown, each: (before: unknown) => unknown): unknown =>
  ({ $ref: '#/$defs/d60', $defs: definitions(61, (i) => (i === 0 ? first : each({ $ref: `#/$defs/d${i - 1}` }))) })
const nested = (depth: number, open: string, inside: string, close: string): string => open.repeat(depth) + inside + close.repeat(depth)

interface Case {
  readonly what: string
  /** Of the kind `services`; text is taken as it is. */
  readonly schema: unknown
  readonly document?: unknown
  /** The rules of what is found, each once, that a document is large left out. */
  readonly finds: readonly string[]
}

const FORMATS = ['hostname', 'email', 'uri', 'uri-template', 'date-time', 'regex', 'ipv6', 'uuid', 'json-pointer', 'duration']

const CASES: readonly Case[] = [
  // patterns
  {
    what: 'exponential patterns',
    schema: { properties: { a: { pattern: '^(a+)+$' }, b: { pattern: '(x*)*(x*)*y$' } }, patternProperties: { '^(k|k)*$': { type: 'integer' } } },
    document: { a: `${'a'.repeat(100_000)}!`, b: 'x'.repeat(50_000), ['k'.repeat(10_000)]: 'v' },
    finds: ['validate/pattern', 'validate/type'],
  },
  { what: 'a pattern of 100 KB', schema: { properties: { a: { pattern: '(a|b)'.repeat(20_000) } } }, document: { a: 'x' }, finds: ['schema/keyword-value'] },
  { what: 'repetitions of repetitions', schema: { properties: { a: { pattern: '^((a{1,100}){1,100}){1,100}$' } } }, document: { a: 'x' }, finds: ['validate/pattern'] },
  {
    what: '10,000 patternProperties',
    schema: { patternProperties: keyed(10_000, (i) => [`^x${i}$`, { type: 'integer' }]) },
    document: keyed(10_000, (i) => [`x${i}`, 'no']),
    finds: ['schema/too-complex'],
  },
  {
    what: '1,000 patternProperties, and 10,000 keys that are wrong',
    schema: { patternProperties: keyed(1_000, (i) => [`^x${i}$`, { type: 'integer' }]) },
    document: keyed(10_000, (i) => [`x${i}`, 'no']),
    finds: ['schema/too-complex'],
  },
  { what: 'texts of 900 KB and formats', schema: { properties: keyed(FORMATS.length, (i) => [FORMATS[i] ?? '', { format: FORMATS[i] }]) }, document: keyed(FORMATS.length, (i) => [FORMATS[i] ?? '', `${'a'.repeat(900_000)}.`]), finds: ['validate/format'] },

  // depth and references
  { what: 'a schema 100,000 deep', schema: nested(100_000, '{"properties":{"a":', '{}', '}}'), finds: ['parse/too-deep'] },
  { what: 'a recursive schema on a deep document', schema: { properties: { a: { $ref: '#' }, n: { type: 'integer' } } }, document: nested(98, '{"a":', '{"n":"x"}', '}'), finds: ['validate/type'] },
  { what: 'a chain of 5,000 references', schema: { $ref: '#/$defs/d0', $defs: definitions(5_000, (i) => (i === 4_999 ? { type: 'integer' } : { $ref: `#/$defs/d${i + 1}` })) }, finds: ['schema/too-complex'] },
  { what: 'a circle of 100 references', schema: { $ref: '#/$defs/d0', $defs: definitions(100, (i) => ({ allOf: [{ $ref: `#/$defs/d${(i + 1) % 100}` }] })) }, finds: ['schema/too-complex'] },
  { what: 'a remote reference', schema: { $ref: 'https://example.com/schema.json' }, finds: ['schema/unknown-reference'] },
  { what: 'a dynamic reference to itself', schema: { $dynamicAnchor: 'n', properties: { c: { $dynamicRef: '#n' } }, type: 'object' }, document: nested(90, '{"c":', '1', '}'), finds: ['validate/type'] },
  { what: '10,000 identifiers and anchors', schema: { $defs: definitions(10_000, (i) => ({ $id: `https://example.com/${i}`, $anchor: `a${i}`, $ref: `${i - 1}#a${i - 1}` })) }, finds: ['schema/unknown-reference', 'schema/too-complex'] },

  // unions, and names that are near
  { what: '900 branches for each of 50,000 items', schema: { properties: { l: { items: { oneOf: range(900).map((i) => ({ required: [`k${i}`] })) } } } }, document: { l: range(50_000).map(() => ({})) }, finds: ['schema/too-complex'] },
  { what: '300 closed branches for each of 3,000 items', schema: { properties: { l: { items: { oneOf: range(300).map((i) => ({ additionalProperties: false, properties: { [`k${i}`]: {} } })) } } } }, document: { l: range(3_000).map((i) => ({ [`x${i}`]: i })) }, finds: ['validate/one-of', 'validate/too-many'] },
  { what: 'values near to 6,000 long names', schema: { properties: { l: { items: { enum: range(6_000).map((i) => `${i}`.padEnd(300, 'a')) } } } }, document: { l: range(900).map((i) => `${i}`.padEnd(299, 'a')) }, finds: ['validate/enum', 'validate/too-many'] },
  { what: 'keys near to 500 keys', schema: { additionalProperties: false, properties: keyed(500, (i) => [`${i}`.padEnd(90, 'a'), {}]) }, document: keyed(900, (i) => [`${i}`.padEnd(89, 'a'), i]), finds: ['validate/unknown-key', 'validate/too-many'] },

  // size
  { what: 'an enum of 5 MB', schema: { properties: { a: { enum: range(250_000).map((i) => `value number ${i}`) } } }, document: { a: 1 }, finds: ['schema/too-complex'] },
  { what: 'an enum of 1.9 MB', schema: { properties: { a: { enum: range(90_000).map((i) => `value number ${i}`) } } }, document: { a: 'value numbr 5' }, finds: ['validate/enum'] },
  { what: '100,000 properties', schema: { additionalProperties: false, properties: keyed(100_000, (i) => [`p${i}`, {}]) }, document: { ...keyed(100_000, (i) => [`p${i}`, i]), q: 1 }, finds: ['schema/too-complex'] },
  { what: '100,000 required keys', schema: { required: range(100_000).map((i) => `k${i}`) }, finds: ['validate/missing-key'] },
  { what: '100,000 keys that may not be called so', schema: { propertyNames: { pattern: '^x' } }, document: keyed(100_000, (i) => [`p${i}`, i]), finds: ['validate/key-name', 'validate/too-many'] },
  { what: '100,000 wrong items', schema: { properties: { l: { items: { type: 'string' } } } }, document: { l: range(100_000) }, finds: ['validate/too-many', 'validate/type'] },
  { what: '50,000 items that must differ', schema: { properties: { l: { uniqueItems: true } } }, document: { l: [...range(50_000).map((i) => ({ i, x: [i] })), { i: 0, x: [0] }] }, finds: ['validate/unique'] },
  { what: '10,000 branches', schema: { oneOf: range(10_000).map((i) => ({ properties: { a: { const: i } }, required: ['a', `b${i}`] })) }, document: { a: -1 }, finds: ['schema/too-complex'] },

  // defaults
  { what: 'defaults that double', schema: doubling({ default: {} }, (before) => ({ default: {}, properties: { a: before, b: before } })), finds: ['schema/default-endless'] },
  { what: 'a default that brings in itself', schema: { properties: { a: { $ref: '#', default: {} } } }, finds: ['schema/default-endless'] },
  { what: '2,000 defaults in 1,000 items', schema: { properties: { l: { items: { properties: keyed(2_000, (i) => [`k${i}`, { default: i }]) } } } }, document: { l: range(1_000).map(() => ({})) }, finds: ['schema/too-complex'] },

  // combinations
  { what: 'allOf × allOf', schema: doubling({ type: 'integer' }, (before) => ({ allOf: [before, before] })), finds: ['schema/too-complex'] },
  { what: 'anyOf × anyOf', schema: doubling({ type: 'integer' }, (before) => ({ anyOf: [before, before] })), finds: ['schema/too-complex'] },
  { what: 'oneOf × not', schema: doubling({ type: 'integer' }, (before) => ({ oneOf: [before, { not: before }] })), finds: ['schema/too-complex'] },
  {
    what: 'each level by a property and by allOf',
    schema: { $ref: '#/$defs/d30', $defs: definitions(31, (i) => (i === 0 ? { type: 'integer' } : { properties: { a: { $ref: `#/$defs/d${i - 1}` } }, allOf: [{ properties: { a: { $ref: `#/$defs/d${i - 1}` } } }] })) },
    document: nested(30, '{"a":', '"x"', '}'),
    finds: ['schema/too-complex'],
  },
  { what: 'conditions in conditions', schema: range(45).reduce<unknown>((inner) => ({ if: { required: ['a'] }, then: true, else: inner }), { type: 'integer' }), finds: ['validate/type'] },
]

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

describe('a hostile schema is a finding in time, and the rest is checked', () => {
  test.each(CASES.map((one) => [one.what, one] as const))('%s', async (_what, { schema, document = {}, finds }) => {
    const files = { ...GOOD, [SCHEMA]: asText(schema), [DOCUMENT]: asText(document) }
    const started = performance.now()
    const { findings } = await checkFiles(files)
    expect(performance.now() - started).toBeLessThan(SOON)
    const rules = findings.filter(({ location }) => location.file === SCHEMA || location.file === DOCUMENT).map(({ rule }) => rule)
    expect(new Set(rules.filter((rule) => rule !== 'consistency/large-document'))).toEqual(new Set(finds))
    expect(rules.filter((rule) => rule.startsWith('validate/')).length).toBeLessThan(102)
    expect(findings.filter(({ location }) => location.file === 'environments/dev/jobs/good.yaml')).toHaveLength(1)
    for (const { message } of findings) expect(message.length).toBeLessThan(10_000)
  }, 2 * SOON)
})

test('names of prototypes are names like any other, in schemas, documents and defaults', async () => {
  const schema = `{
    "required": ["valueOf"],
    "dependentRequired": {"toString": ["__proto__"]},
    "properties": {
      "__proto__": {"type": "object", "default": {}, "properties": {"polluted": {"default": true}}},
      "constructor": {"default": {}, "properties": {"prototype": {"default": {}, "properties": {"polluted": {"default": true}}}}},
      "toString": {"type": "string"},
      "hasOwnProperty": {"const": 1}
    },
    "additionalProperties": {"x-secret": true}
  }`
  const files = { [SCHEMA]: schema, [DOCUMENT]: '{"toString": 5, "hasOwnProperty": 2, "valueOf": {"__proto__": {"polluted": 1}}}' }
  const { findings } = await checkFiles(files)
  expect(findings.map(({ rule, location: { column } }) => [rule, column])).toEqual([
    ['validate/type', 14], ['validate/const', 35], ['secret/plain', 76],
  ])
  const { workspace, collector } = await openFiles(files)
  for await (const { value } of render(workspace, { selection: {}, collector })) {
    expect(JSON.stringify(value)).toBe(
      '{"toString":5,"hasOwnProperty":2,"valueOf":{"__proto__":{"polluted":1}},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    )
  }
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
