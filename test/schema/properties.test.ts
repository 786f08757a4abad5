import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { HOLE } from '../../src/core/opaque.ts'
import { pointer, type Tokens } from '../../src/core/pointer.ts'
import { mergeRule } from '../../src/core/schema/extensions.ts'
import { applicable, isSecretAt, type SchemaNode } from '../../src/core/schema/schemas.ts'
import { strategyAtKey, type Strategy } from '../../src/core/strategy.ts'
import { isMapping, sameValue, valueAt, type Value } from '../../src/core/value.ts'
import { checkSchemas } from '../../src/stages/schema/check.ts'
import { fillDefaults } from '../../src/stages/schema/defaults.ts'
import { strategyOf } from '../../src/stages/schema/strategy.ts'
import { typeStrings } from '../../src/stages/schema/typing.ts'
import { documents, documentsForAjv, OLD_DIALECT, pointersOf, texts, values, type Json } from './arbitrary.ts'
import { naiveApplicable } from './naive.ts'
import { deepFreeze, schemaOf } from './support.ts'

const RUNS = { numRuns: 1_500 }

const dialects = fc.tuple(documents, fc.boolean()).map(([document, old]) => (old ? { ...OLD_DIALECT, ...document } : document))

describe('applicable', () => {
  test('agrees with a brute-force reading of its contract', () => {
    fc.assert(fc.property(dialects, values, (document, value) => {
      const root = schemaOf(deepFreeze(document))
      for (const tokens of pointersOf(value)) {
        for (const known of [value, undefined]) {
          const found = applicable(root, tokens, known).map((node) => pointer(node.tokens))
          expect(new Set(found)).toEqual(new Set(naiveApplicable(document, tokens, known)))
          expect(new Set(found).size).toBe(found.length)
        }
      }
    }), RUNS)
  })

  test('what applies to a part of a valid value, that part fits', () => {
    let parts = 0
    fc.assert(fc.property(documentsForAjv, values, (document, value) => {
      const valid = validator(document)
      if (valid?.('', value) !== true) return
      const root = schemaOf(document)
      for (const tokens of pointersOf(value)) {
        const part = valueAt(value, tokens)
        if (part === undefined) continue
        for (const node of applicable(root, tokens, value)) {
          if (node.tokens.length > 0) parts++
          const fits = valid(pointer(node.tokens), part) ?? true
          expect([pointer(tokens), pointer(node.tokens), fits]).toEqual([pointer(tokens), pointer(node.tokens), true])
        }
      }
    }), RUNS)
    expect(parts).toBeGreaterThan(100)
  })
})

/** Validates by a subschema; `undefined` where ajv cannot tell. */
function validator(document: { [keyword: string]: Json }): ((at: string, value: Value) => boolean | undefined) | undefined {
  const ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false })
  try {
    ajv.addSchema({ ...document, $id: 'https://example.com/root' })
    ajv.compile({ $ref: 'https://example.com/root' })
  } catch {
    return undefined
  }
  return (at, value) => {
    try {
      const fragment = at.split('/').map(encodeURIComponent).join('/')
      return ajv.compile({ $ref: `https://example.com/root#${fragment}` })(value)
    } catch (error) {
      // `allOf: [{$ref: '#'}]` has no end for ajv, and it loses track of some properties beside `oneOf`.
      if (error instanceof RangeError || error instanceof TypeError) return undefined
      throw error
    }
  }
}

interface Filled {
  readonly value: Value
  readonly fills: readonly (readonly [tokens: Tokens, node: SchemaNode])[]
}

function fill(value: Value, root: SchemaNode): Filled {
  const fills: (readonly [Tokens, SchemaNode])[] = []
  return { value: fillDefaults(value, root, (tokens, node) => fills.push([tokens, node])), fills }
}

describe('fillDefaults', () => {
  const cases = fc.tuple(dialects, values).map(([document, value]) => deepFreeze({ document, value }))

  test('filling twice fills nothing more', () => {
    fc.assert(fc.property(cases, ({ document, value }) => {
      const root = schemaOf(document)
      const once = deepFreeze(fillDefaults(value, root))
      const again = fill(once, root)
      expect(again.fills).toEqual([])
      expect(again.value).toBe(once)
    }), RUNS)
  })

  test('what is filled in was absent, its parent was not, and a schema that applies says so', () => {
    let count = 0
    fc.assert(fc.property(cases, ({ document, value }) => {
      const root = schemaOf(document)
      const { value: full, fills } = fill(value, root)
      const before = new Set<string>()
      for (const [tokens, node] of fills) {
        count++
        expect(valueAt(value, tokens)).toBeUndefined()
        const parent = tokens.slice(0, -1)
        expect(valueAt(value, parent) !== undefined || before.has(pointer(parent))).toBe(true)
        before.add(pointer(tokens))
        expect(applicable(root, tokens, full)).toContain(node)
        expect(extendsValue(valueAt(full, tokens), node.keyword('default') as Value)).toBe(true)
      }
    }), RUNS)
    expect(count).toBeGreaterThan(50)
  })

  test('nothing else changes', () => {
    fc.assert(fc.property(cases, ({ document, value }) => {
      const { value: full, fills } = fill(value, schemaOf(document))
      expect(sameValue(without(full, new Set(fills.map(([tokens]) => pointer(tokens))), []), value)).toBe(true)
      if (fills.length === 0) expect(full).toBe(value)
    }), RUNS)
  })

  test('nothing is left out but what never ends', () => {
    fc.assert(fc.property(cases, ({ document, value }) => {
      const root = schemaOf(document)
      const full = fillDefaults(value, root)
      const findings: Finding[] = []
      checkSchemas({ documents: [root.document], root: () => root }, (found) => findings.push(found))
      if (findings.some(({ rule }) => rule === 'schema/default-endless')) return
      for (const tokens of pointersOf(full)) {
        if (!isMapping(valueAt(full, tokens.slice(0, -1))) || valueAt(full, tokens) !== undefined) continue
        // A key that only a pattern or `additionalProperties` speaks of has no default of its own.
        const named = applicable(root, tokens.slice(0, -1), full).some((node) => isMapping(node.keyword('properties')) && node.child('properties')?.child(tokens.at(-1) ?? '') !== undefined)
        if (named) expect(applicable(root, tokens, full).filter((node) => node.keyword('default') !== undefined)).toEqual([])
      }
    }), RUNS)
  })
})

/** Whether a value is a default, or a hole instead, or the default with more filled into it. */
function extendsValue(value: Value | undefined, from: Value): boolean {
  if (value === undefined) return false
  if (value === HOLE || sameValue(value, from)) return true
  if (!isMapping(value) || !isMapping(from)) return false
  return Object.keys(from).every((key) => extendsValue(valueAt(value, [key]), valueAt(from, [key]) as Value))
}

function without(value: Value, gone: ReadonlySet<string>, tokens: readonly string[]): Value {
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => !gone.has(pointer([...tokens, key])))
  const below = kept.map(([key, child]) => [key, without(child as Value, gone, [...tokens, key])] as const)
  return Array.isArray(value) ? below.map(([, child]) => child) : Object.fromEntries(below)
}

describe('strategyOf', () => {
  test('says of each pointer what the schemas that apply there say', () => {
    fc.assert(fc.property(documents, fc.array(fc.array(fc.constantFrom('a', 'b', 'ab', 'k', '__proto__', 'z'), { maxLength: 4 })), (document, paths) => {
      const root = schemaOf(document)
      for (const path of paths) {
        let strategy: Strategy | undefined = strategyOf(root)
        for (const key of path) strategy = strategyAtKey(strategy, key)
        const rules = applicable(root, path, undefined).map((node) => mergeRule(node.keyword('x-merge'))).filter((rule) => rule !== undefined)
        // Where what is nearest says nothing that can be meant, nothing is said.
        if (strategy?.merge !== undefined) expect(rules).toContainEqual(strategy.merge)
        else if (applicable(root, path, undefined).every((node) => node.keyword('x-merge') !== 'concat')) expect(rules).toEqual([])
        expect(strategy?.secret === true).toBe(isSecretAt(root, path))
      }
    }), RUNS)
  })
})

describe('typeStrings', () => {
  const context = { placeAt: () => ({ in: 'file', file: 'x' }) as const, report: () => undefined }

  test('what is valid as text stays text', () => {
    let count = 0
    fc.assert(fc.property(documentsForAjv, texts, (document, value) => {
      if (validator(document)?.('', value) !== true) return
      count++
      expect(typeStrings(deepFreeze(value), schemaOf(document), context)).toBe(value)
    }), RUNS)
    expect(count).toBeGreaterThan(50)
  })

  const leafOf = <T extends Json>(schema: Json, value: fc.Arbitrary<T>, write: (one: T) => string = String) =>
    value.map((one) => ({ schema, value: one === 0 ? 0 : one, text: write(one) }))
  const exact = (one: number): boolean => !Number.isInteger(one) || Number.isSafeInteger(one) || String(one).includes('e')
  const leaf = fc.oneof(
    leafOf({ type: 'integer' }, fc.maxSafeInteger()),
    leafOf({ type: 'number' }, fc.double({ noNaN: true, noDefaultInfinity: true }).filter(exact)),
    leafOf({ type: 'boolean' }, fc.boolean()),
    leafOf({ type: ['null', 'boolean'] }, fc.constant(null)),
    ...[{ type: 'string' }, true, { type: ['string', 'integer'] }].map((schema) => leafOf(schema, fc.string())),
    leafOf({ 'type': 'array', 'x-split': ';', 'items': { type: 'integer' } }, fc.array(fc.maxSafeInteger()), (all) => all.join(';')),
  )
  const records = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), leaf)

  test('what is written as text is read as what it was', () => {
    fc.assert(fc.property(records, (record) => {
      const of = (what: 'schema' | 'text' | 'value') => Object.fromEntries(Object.entries(record).map(([key, one]) => [key, one[what]]))
      const findings: Finding[] = []
      const read = typeStrings(of('text'), schemaOf({ properties: of('schema') }), { ...context, report: (found) => findings.push(found) })
      expect(findings).toEqual([])
      expect(read).toEqual(of('value'))
    }), RUNS)
  })
})
