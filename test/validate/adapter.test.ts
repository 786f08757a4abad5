import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import { HOLE, Sealed, Unresolved } from '../../src/core/opaque.ts'
import { put, type MutableMapping, type Value } from '../../src/core/value.ts'
import { keep } from '../../src/core/vault.ts'
import { documents, values } from './arbitraries.ts'
import { schemaOf, told } from './schemas.ts'

const validator = createValidator()
const issues = (schema: unknown, value: Value): readonly string[] => validator.validate(schemaOf(schema), value).definite.map(told)
const isValid = (schema: unknown, value: Value): boolean => issues(schema, value).length === 0

/** References that lead in circles make ajv throw. */
function orUndefined<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

describe('what is told of a value', () => {
  test('the keyword, the pointer and the schema, through references of any kind', () => {
    const schema = {
      properties: { a: { $ref: '#/$defs/port' }, b: { items: { $ref: 'other.json#port' } } },
      $defs: { port: { type: 'integer' } },
    }
    const root = schemaOf(schema, { 'other.json': { $defs: { x: { $anchor: 'port', maximum: 3 } } } })
    const { definite } = validator.validate(root, { a: 'x', b: [1, 9] })
    expect(definite.map((issue) => `${told(issue)} in ${issue.schema.document.path}`)).toEqual([
      'type at /a by /$defs/port in schema.json',
      'maximum at /b/1 by /$defs/x in other.json',
    ])
  })

  test('keys are named, and the mapping is where they are missing or unknown', () => {
    const schema = {
      required: ['a/b'],
      properties: { 'a/b': true },
      additionalProperties: false,
      propertyNames: { maxLength: 4 },
      dependentRequired: { c: ['d'] },
    }
    expect([...issues(schema, { c: 1, '~long': 2 })].sort()).toEqual([
      'additionalProperties at  (c) by ',
      'additionalProperties at  (~long) by ',
      'dependentRequired at  (d) by ',
      'propertyNames at  (~long) by ',
      'required at  (a/b) by ',
    ])
    expect(issues({ properties: { 'x/y': { properties: { '~': { type: 'null' } } } } }, { 'x/y': { '~': 1 } })).toEqual([
      'type at /x~1y/~0 by /properties/x~1y/properties/~0',
    ])
  })

  test('a keyword that tries schemas out is one issue, whatever they say', () => {
    const inner = { $ref: '#/$defs/a' }
    const $defs = { a: { type: 'object', required: ['x', 'y'], properties: { z: { anyOf: [{ type: 'string' }, { type: 'null' }] } } } }
    const value = { z: 1 }
    expect(issues({ oneOf: [inner, { type: 'string' }], $defs }, value)).toEqual(['oneOf at  by '])
    expect(issues({ anyOf: [inner, { allOf: [inner] }], $defs }, value)).toEqual(['anyOf at  by '])
    expect(issues({ if: { type: 'object' }, then: inner, $defs }, value)).toEqual(['if at  by '])
    expect(issues({ contains: inner, $defs }, [value])).toEqual(['contains at  by '])
    expect(issues({ not: { type: 'object' } }, value)).toEqual(['not at  by '])
    expect(issues({ allOf: [inner], $defs }, value)).toHaveLength(3)
  })

  test('what is no schema but false is told as such', () => {
    expect(issues({ properties: { a: false } }, { a: 1 })).toEqual(['false at /a by /properties/a'])
    expect(issues(false, 1)).toEqual(['false at  by '])
    expect(issues({ items: false }, [1, 2])).toEqual(['items at  by '])
    expect(issues({ prefixItems: [true], items: false }, [1, 2])).toEqual(['items at  by '])
  })

  test('any subschema can be asked', () => {
    const root = schemaOf({ oneOf: [{ required: ['a'] }, { required: ['b'] }] })
    const branch = root.child('oneOf')?.child('1')
    expect(branch && validator.validate(branch, {}).definite.map(told)).toEqual(['required at  (b) by /oneOf/1'])
  })

  test('deprecated values are noted where they are, and not in branches that do not fit', () => {
    const schema = {
      properties: { a: { deprecated: true }, list: { items: { oneOf: [{ type: 'string', deprecated: true }, { type: 'integer' }] } } },
      if: { properties: { a: { const: 1, deprecated: true } }, required: ['a'] },
    }
    const noted = (value: Value) => validator.validate(schemaOf(schema), value).deprecated.map(told).sort()
    expect(noted({ b: 1 })).toEqual([])
    expect(noted({ a: 2, list: [1, 'x'] })).toEqual(['deprecated at /a by /properties/a', 'deprecated at /list/1 by /properties/list/items/oneOf/0'])
    expect(noted({ a: new Sealed('str', 'x') })).toEqual(['deprecated at /a by /properties/a'])
  })
})

describe('what keywords mean', () => {
  test('is what they mean to ajv', () => {
    let compared = 0
    fc.assert(
      fc.property(documents, values, (document, value) => {
        // These ajv gets wrong where branches are tried out; the suite has the last word on them.
        const schema = JSON.parse(JSON.stringify(document), (key, said: unknown) => (key.startsWith('unevaluated') ? undefined : said)) as object
        const ajv = new Ajv2020({ strict: false, allErrors: true })
        ajv.opts.unevaluated = false
        const theirs = orUndefined(() => ajv.validate(schema, value))
        const ours = validator.validate(schemaOf(schema), value)
        if (theirs === undefined || ours.exhausted) return
        compared++
        expect(ours.definite.length === 0).toBe(theirs)
      }),
      { numRuns: 1000 },
    )
    expect(compared).toBeGreaterThan(500)
  })

  test.each([
    [0.1, 0.3, true],
    [0.01, 4.35, true],
    [0.01, 1.005, false],
    [0.5, 1.25, false],
    [1e-7, 0.0000003, true],
    [6361, 9007199254740991, true],
    [0.1, 1e300, true],
    [7, 0, true],
  ])('a multiple of %d: %d is %s', (multipleOf, value, valid) => {
    expect(isValid({ multipleOf }, value)).toBe(valid)
  })

  test('multiples of decimals are multiples of their integers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 100000 }), fc.integer({ min: 0, max: 6 }), (divisor, value, shift) => {
        const scaled = (n: number): number => Number(`${n}e-${shift}`)
        expect(isValid({ multipleOf: scaled(divisor) }, scaled(value))).toBe(value % divisor === 0)
      }),
    )
  })

  test('unique items of any kind, in any order of keys', () => {
    const schema = { uniqueItems: true }
    expect(isValid(schema, [1, '1', true, 'true', null, 'null', [1], ['1'], { a: 1 }, { a: '1' }, {}, []])).toBe(true)
    expect(isValid(schema, [{ a: 1, b: 2 }, { b: 2, a: 1 }])).toBe(false)
    expect(isValid(schema, ['a', 'b', 'a'])).toBe(false)
    expect(isValid(schema, ['"1', 1])).toBe(true)
  })

  test('draft-07 in a set with 2020-12, each by its own rules', () => {
    const old = { $schema: 'http://json-schema.org/draft-07/schema#', items: [{ type: 'string' }], additionalItems: { type: 'integer' } }
    const root = schemaOf({ properties: { a: { $ref: 'old.json' } }, unevaluatedProperties: false }, { 'old.json': old })
    expect(validator.validate(root, { a: ['x', 1, 'y'] }).definite.map(told)).toEqual(['type at /a/2 by /additionalItems'])
    expect(isValid({ ...old, unevaluatedItems: false }, ['x', 1])).toBe(true)
    expect(isValid({ $schema: old.$schema, $ref: '#/definitions/a', maxLength: 1, definitions: { a: { type: 'string' } } }, 'long')).toBe(true)
  })

  test('keywords that do not hold what they should are ignored', () => {
    const nonsense = { type: 'strnig', maximum: '3', required: true, properties: 7, items: [], pattern: '(', enum: 1, format: 'toString', $ref: 7, not: null }
    expect(issues(nonsense, 'anything')).toEqual([])
    expect(issues(nonsense, { a: 1 })).toEqual([])
    expect(issues({ $ref: 'https://example.com/remote.json' }, 1)).toEqual([])
    expect(issues({ patternProperties: { '(': false, a: false } }, { b: 1, a: 1 })).toEqual(['false at /a by /patternProperties/a'])
  })
})

describe('names that every object inherits', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']

  test('are keys like any other', () => {
    const properties: MutableMapping = {}
    for (const name of names) put(properties, name, { type: 'integer' })
    const schema = { required: names, properties: properties as unknown, additionalProperties: false }
    expect(issues(schema, {})).toHaveLength(4)
    const value: MutableMapping = {}
    for (const name of names) put(value, name, 'x')
    expect([...issues(schema, value)].sort()).toEqual(names.map((name) => `type at /${name} by /properties/${name}`).sort())
    expect(isValid({ additionalProperties: false }, value)).toBe(false)
    expect(isValid({ unevaluatedProperties: false, properties: properties as unknown, patternProperties: {} }, {})).toBe(true)
  })

  test('and touch no prototype, whatever a schema or a value holds', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "properties": {"__proto__": {"default": {"polluted": 1}}}, "$defs": {"__proto__": {}}}') as unknown
    issues(hostile, JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}') as Value)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('values and schemas are left as they are', () => {
  const deepFrozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
      Object.freeze(value)
      for (const entry of Object.values(value)) deepFrozen(entry)
    }
    return value
  }
  const schema = {
    type: 'object',
    properties: {
      a: { type: 'integer', default: 1 },
      b: { type: 'array', items: { type: 'string', default: 'x' }, uniqueItems: true },
      c: { oneOf: [{ type: 'string' }, { $ref: '#/$defs/c' }] },
    },
    additionalProperties: false,
    unevaluatedProperties: false,
    $defs: { c: { properties: { d: { const: { e: 1 } } }, required: ['d'] } },
  }

  test('nothing is filled in, coerced or removed', () => {
    const plain = deepFrozen({ a: '1', b: [1, 1], c: { d: { e: 2 } }, more: true })
    const aware = deepFrozen({ a: '1', b: [new Sealed('str', 'x')], c: HOLE, more: [new Unresolved()] })
    const frozen = deepFrozen(schema)
    for (const value of [plain, aware]) {
      expect(issues(frozen, value as Value).length).toBeGreaterThan(0)
      issues(frozen, value)
    }
    expect(plain).toEqual({ a: '1', b: [1, 1], c: { d: { e: 2 } }, more: true })
  })
})

test('no value leaves the adapter, neither plain nor opaque', () => {
  const canary = 'hunter2-canary'
  const values: Value[] = [canary, [canary, canary], { a: canary, b: { c: [canary] } }, { a: keep(canary, 'str'), b: new Sealed('str', canary) }]
  const everything = {
    enum: ['a'], const: 'b', minLength: 99, pattern: '^x', format: 'date', type: 'integer', uniqueItems: true, minItems: 9, maxProperties: 0,
    contains: { const: 1 }, items: { type: 'null' }, not: {}, if: true, then: false, oneOf: [{ const: 1 }, { const: 2 }], anyOf: [false],
    required: ['z'], additionalProperties: { type: 'null' }, discriminator: { propertyName: 'a' }, propertyNames: { maxLength: 0 },
  }
  for (const value of values) {
    const outcome = validator.validate(schemaOf(everything), value)
    const seen = [...outcome.definite, ...outcome.undecided].map((issue) => [issue.keyword, issue.tokens, issue.key, Object.keys(issue).sort()])
    expect(seen.length).toBeGreaterThan(3)
    expect(JSON.stringify(seen)).not.toContain(canary)
    for (const [, , , keys] of seen) expect([['keyword', 'schema', 'tokens'], ['key', 'keyword', 'schema', 'tokens']]).toContainEqual(keys)
  }
})

describe('hostile schemas and values', () => {
  const nested = (depth: number): Value => (depth === 0 ? 1 : { a: nested(depth - 1) })
  const doubling = (keyword: string) => {
    const $defs: Record<string, unknown> = { d50: { type: 'integer' } }
    for (let i = 0; i < 50; i++) $defs[`d${i}`] = { [keyword]: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] }
    return { $ref: '#/$defs/d0', $defs }
  }
  const chain = (length: number) => {
    const $defs: Record<string, unknown> = {}
    for (let i = 0; i < length; i++) $defs[`d${i}`] = { $ref: `#/$defs/d${i + 1}` }
    return { $ref: '#/$defs/d0', $defs: { ...$defs, [`d${length}`]: true } }
  }
  const self = { $ref: '#/$defs/t' }
  const many = (count: number, of: unknown) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, of]))

  test.each<readonly [string, unknown, Value]>([
    ['a schema that is itself', { $ref: '#' }, 1],
    ['references that double at every step', doubling('allOf'), 1],
    ['branches that double at every step, none of which fits', doubling('anyOf'), 'x'],
    ['branches that double at every step, of which one must', doubling('oneOf'), 1],
    ['unevaluated keys of branches that double', { ...doubling('anyOf'), unevaluatedProperties: false }, { a: 1 }],
    ['references that double at every level of a value', { ...self, $defs: { t: { allOf: [{ properties: { a: self } }, { properties: { a: self } }] } } }, nested(90)],
    ['a chain of 20,000 references', chain(20_000), 1],
    ['a circle of 3,000 schemas', { $ref: '#/$defs/key0', $defs: many(3000, { properties: { a: { $ref: '#' } } }) , properties: many(12_000, {}) }, { a: 1 }],
    ['a schema of 50,000 keys', { properties: many(50_000, { type: 'string' }) }, { key1: 1 }],
    ['a thousand patterns for 50,000 keys', { patternProperties: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`^k.*${i}x$`, false])) }, many(50_000, 1) as Value],
    ['five thousand demands on half a million items', { items: { allOf: Array.from({ length: 5000 }, () => ({ type: 'string' })) } }, Array.from({ length: 500_000 }, () => 'x')],
  ])('%s: given up in time', (_what, schema, value) => {
    const root = schemaOf(schema)
    const started = performance.now()
    expect(validator.validate(root, value)).toEqual({ definite: [], undecided: [], deprecated: [], exhausted: true })
    // Again: what was given up is not tried again, or only as long.
    expect(validator.validate(root, value).exhausted).toBe(true)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test.each<readonly [string, unknown, Value, boolean]>([
    ['a pattern that backtracks', { pattern: '^(a+)+$' }, `${'a'.repeat(50_000)}!`, false],
    ['a recursive schema and a deep value', { properties: { a: { $ref: '#' } } }, nested(99), true],
    ['an enum of 100,000 values', { enum: Array.from({ length: 100_000 }, (_, i) => `value ${i}`) }, 'value 99999', true],
    ['200,000 mappings that must differ', { uniqueItems: true }, Array.from({ length: 200_000 }, (_, i) => ({ a: { b: i } })), true],
    ['a schema of 5,000 keys', { additionalProperties: false, properties: many(5000, { type: 'string', minLength: 1 }) }, { key1: 'x' }, true],
    ['a number that no double holds as a multiple', { multipleOf: 1e-300 }, 1e300, false],
  ])('%s: decided in time', (_what, schema, value, valid) => {
    const started = performance.now()
    const { definite, exhausted } = validator.validate(schemaOf(schema), value)
    expect([definite.length === 0, exhausted]).toEqual([valid, false])
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('what one schema costs is not charged to the next', () => {
    const root = schemaOf({ allOf: [doubling('allOf')].map(({ $ref }) => ({ $ref })), $defs: doubling('allOf').$defs })
    expect(validator.validate(root, 1).exhausted).toBe(true)
    expect(isValid({ type: 'integer' }, 1)).toBe(true)
  })

  test('a schema that takes too much work on some values is soon let be', () => {
    const root = schemaOf({ ...self, $defs: { t: { allOf: [{ properties: { a: self } }, { properties: { a: self } }] } } })
    expect(validator.validate(root, 1).exhausted).toBe(false)
    for (let i = 0; i < 3; i++) expect(validator.validate(root, nested(90)).exhausted).toBe(true)
    expect(validator.validate(root, 1).exhausted).toBe(true)
  })

  test('a value with a thousand mistakes and more', () => {
    expect(issues({ items: { type: 'string' } }, Array.from({ length: 5000 }, () => 1))).toHaveLength(1000)
  })
})
