import { describe, expect, test } from 'vitest'
import { locate, showLocation } from '../../src/core/place.ts'
import { pointer } from '../../src/core/pointer.ts'
import { HOLE } from '../../src/core/opaque.ts'
import { placeOfSchema } from '../../src/core/schema/schemas.ts'
import type { Value } from '../../src/core/value.ts'
import { fillDefaults } from '../../src/stages/schema/defaults.ts'
import { deepFreeze, legible, refTo, rootOf, schemas } from './support.ts'

const OLD = '$schema: http://json-schema.org/draft-07/schema#\n'

interface Case {
  readonly what: string
  readonly schema: string
  readonly value: unknown
  readonly gives: unknown
  /** `pointer < schema`, in the order in which they are told. */
  readonly fills: readonly string[]
}

const TAGGED = `
properties: {kind: {default: a}}
oneOf:
  - {required: [kind], properties: {kind: {const: a}, port: {default: 1}}}
  - {required: [kind], properties: {kind: {const: b}, port: {default: 2}, tls: {default: true}}}
`

const CASES: readonly Case[] = [
  { what: 'what is absent', schema: 'properties: {a: {default: 1}, b: {default: 2}}', value: { b: 3 }, gives: { b: 3, a: 1 }, fills: ['/a < #/properties/a'] },
  { what: 'nothing where nothing is absent', schema: 'properties: {a: {default: 1}}', value: { a: null }, gives: { a: null }, fills: [] },
  { what: 'null, false and nothing at all are defaults', schema: 'properties: {a: {default: null}, b: {default: false}, c: {default: ""}}', value: {}, gives: { a: null, b: false, c: '' }, fills: ['/a < #/properties/a', '/b < #/properties/b', '/c < #/properties/c'] },
  { what: 'only where the parent exists', schema: 'properties: {a: {properties: {b: {default: 1}}}}', value: {}, gives: {}, fills: [] },
  { what: 'in a parent that is there', schema: 'properties: {a: {properties: {b: {default: 1}}}}', value: { a: {} }, gives: { a: { b: 1 } }, fills: ['/a/b < #/properties/a/properties/b'] },
  { what: 'in a parent that is filled in', schema: 'properties: {a: {default: {c: 2}, properties: {b: {default: 1}}}}', value: {}, gives: { a: { c: 2, b: 1 } }, fills: ['/a < #/properties/a', '/a/b < #/properties/a/properties/b'] },
  { what: 'not in a parent that is something else', schema: 'properties: {a: {properties: {b: {default: 1}}}}', value: { a: [{}] }, gives: { a: [{}] }, fills: [] },
  { what: 'not in null', schema: 'properties: {a: {properties: {b: {default: 1}}}}', value: { a: null }, gives: { a: null }, fills: [] },
  { what: 'in the items of lists', schema: 'properties: {l: {items: {properties: {a: {default: 1}}}}}', value: { l: [{}, 5, { a: 2 }, {}] }, gives: { l: [{ a: 1 }, 5, { a: 2 }, { a: 1 }] }, fills: ['/l/0/a < #/properties/l/items/properties/a', '/l/3/a < #/properties/l/items/properties/a'] },
  { what: 'in tuples, which grow no items', schema: 'prefixItems: [{properties: {a: {default: 1}}}, {default: {}}]', value: [{}], gives: [{ a: 1 }], fills: ['/0/a < #/prefixItems/0/properties/a'] },
  { what: 'in the entries of maps', schema: 'additionalProperties: {properties: {a: {default: 1}}}', value: { x: {}, y: {} }, gives: { x: { a: 1 }, y: { a: 1 } }, fills: ['/x/a < #/additionalProperties/properties/a', '/y/a < #/additionalProperties/properties/a'] },
  { what: 'by patterns', schema: 'patternProperties: {^x: {properties: {a: {default: 1}}}}', value: { x: {}, y: {} }, gives: { x: { a: 1 }, y: {} }, fills: ['/x/a < #/patternProperties/^x/properties/a'] },
  { what: 'through references and allOf', schema: 'allOf: [{$ref: "#/$defs/x"}]\n$defs: {x: {properties: {a: {$ref: "#/$defs/y"}}}, y: {default: 1}}', value: {}, gives: { a: 1 }, fills: ['/a < #/$defs/y'] },
  { what: 'beside a reference before what it leads to', schema: 'properties: {a: {$ref: "#/$defs/y", default: 2}}\n$defs: {y: {default: 1}}', value: {}, gives: { a: 2 }, fills: ['/a < #/properties/a'] },
  { what: 'draft-07: not beside a reference', schema: OLD + 'properties: {a: {$ref: "#/definitions/y", default: 2}}\ndefinitions: {y: {default: 1}}', value: {}, gives: { a: 1 }, fills: ['/a < #/definitions/y'] },
  { what: 'the first of two that conflict', schema: 'allOf: [{properties: {a: {default: 1}}}, {properties: {a: {default: 2}}}]', value: {}, gives: { a: 1 }, fills: ['/a < #/allOf/0/properties/a'] },
  { what: 'of recursive schemas, as deep as the value goes', schema: 'properties: {a: {default: 1}, next: {$ref: "#"}}', value: { next: { next: {} } }, gives: { next: { next: { a: 1 }, a: 1 }, a: 1 }, fills: ['/a < #/properties/a', '/next/a < #/properties/a', '/next/next/a < #/properties/a'] },
  { what: 'nothing of conditions', schema: 'anyOf: [{properties: {a: {default: 1}}}]\noneOf: [{properties: {a: {default: 1}}}]\nif: {properties: {a: {default: 1}}}\nthen: {properties: {a: {default: 1}}}\nelse: {properties: {a: {default: 1}}}\ndependentSchemas: {b: {properties: {a: {default: 1}}}}', value: { b: 1 }, gives: { b: 1 }, fills: [] },
  { what: 'the branch that a tag chooses', schema: TAGGED, value: { kind: 'b' }, gives: { kind: 'b', port: 2, tls: true }, fills: ['/port < #/oneOf/1/properties/port', '/tls < #/oneOf/1/properties/tls'] },
  { what: 'the branch that a default chooses', schema: TAGGED, value: {}, gives: { kind: 'a', port: 1 }, fills: ['/kind < #/properties/kind', '/port < #/oneOf/0/properties/port'] },
  { what: 'no branch by an unknown tag', schema: TAGGED, value: { kind: 'c' }, gives: { kind: 'c' }, fills: [] },
  { what: 'in a branch further down, and nowhere else', schema: 'properties: {server: {oneOf: [{required: [kind], properties: {kind: {const: b}, port: {default: 2}}}]}}', value: { server: { kind: 'b' } }, gives: { server: { kind: 'b', port: 2 } }, fills: ['/server/port < #/properties/server/oneOf/0/properties/port'] },
  { what: 'a branch inside a default', schema: 'properties: {server: {default: {kind: b}, oneOf: [{required: [kind], properties: {kind: {const: b}, port: {default: 2}}}]}}', value: {}, gives: { server: { kind: 'b', port: 2 } }, fills: ['/server < #/properties/server', '/server/port < #/properties/server/oneOf/0/properties/port'] },
  { what: 'a hole for a default that its schema refuses', schema: 'properties: {a: {type: integer, default: "1"}}', value: {}, gives: { a: '<hole>' }, fills: ['/a < #/properties/a'] },
  { what: 'nothing that never ends, and the rest', schema: 'properties: {child: {$ref: "#", default: {}}, port: {default: 1}}', value: { child: {} }, gives: { child: { port: 1 }, port: 1 }, fills: ['/port < #/properties/port', '/child/port < #/properties/port'] },
  { what: 'nothing that never ends, in a circle of two', schema: 'properties: {a: {$ref: "#/$defs/a"}}\n$defs:\n  a: {default: {}, properties: {b: {$ref: "#/$defs/b"}}}\n  b: {default: {}, properties: {a: {$ref: "#/$defs/a"}}}', value: {}, gives: {}, fills: [] },
]

describe('fillDefaults', () => {
  test.each(CASES.map((one) => [one.what, one] as const))('%s', (_what, { schema, value, gives, fills }) => {
    const told: string[] = []
    const given = deepFreeze(structuredClone(value)) as Value
    const filled = fillDefaults(given, rootOf(schemas(schema)), (tokens, node) => told.push(`${pointer(tokens)} < ${refTo(node)}`))
    expect(legible(filled)).toEqual(gives)
    expect(told).toEqual(fills)
    if (fills.length === 0) expect(filled).toBe(given)
  })

  test('the origin of a default is its place in the schema', () => {
    const places: string[] = []
    const set = schemas({ 'schemas/a.yaml': 'properties:\n  port: {$ref: b.yaml}', 'schemas/b.yaml': 'type: integer\ndefault: 80' })
    fillDefaults({}, rootOf(set, 'schemas/a.yaml'), (_tokens, node) => places.push(showLocation(locate(placeOfSchema(node, 'default')))))
    expect(places).toEqual(['schemas/b.yaml:2:10'])
  })

  test('names of the prototype are keys like any other', () => {
    const schema = rootOf(schemas('properties:\n  __proto__: {properties: {polluted: {default: true}}, default: {}}\n  constructor: {default: 1}\n  toString: {default: 2}'))
    const filled = fillDefaults({}, schema) as Record<string, Value>
    expect(Object.keys(filled)).toEqual(['__proto__', 'constructor', 'toString'])
    expect(Object.getPrototypeOf(filled)).toBe(Object.prototype)
    expect(Object.getOwnPropertyDescriptor(filled, '__proto__')?.value).toEqual({ polluted: true })
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(fillDefaults(filled, schema)).toBe(filled)
  })

  test('what is opaque stays as it is', () => {
    const schema = rootOf(schemas('properties: {a: {properties: {b: {default: 1}}}}'))
    const value = { a: HOLE }
    expect(fillDefaults(value, schema)).toBe(value)
    expect(fillDefaults(HOLE, schema)).toBe(HOLE)
  })

  test('what nothing is filled into is shared', () => {
    const value = deepFreeze({ a: { x: {} }, b: { x: {} } }) as unknown as Record<string, Value>
    const filled = fillDefaults(value, rootOf(schemas('properties: {a: {properties: {y: {default: 1}}}}'))) as Record<string, Value>
    expect(filled['b']).toBe(value['b'])
    expect((filled['a'] as Record<string, Value>)['x']).toBe((value['a'] as Record<string, Value>)['x'])
  })

  test('whether a default ends does not depend on what was filled before', () => {
    const chain = (length: number): string =>
      `properties: {${[...Array(length).keys()].map((i) => `s${i}: {$ref: "#/$defs/d${i}"}`).join(', ')}}\n$defs:\n` +
      [...Array(length).keys()].map((i) => `  d${i}: {default: {}, properties: {next: ${i === 0 ? 'true' : `{$ref: "#/$defs/d${i - 1}"}`}}}`).join('\n')
    const keys = [...Array(60).keys()].map((i) => `s${i}`)
    const filledIn = (order: readonly string[]): string[] => {
      const schema = rootOf(schemas(chain(60)))
      // Each key alone first, in this order: all others are there.
      for (const key of order) fillDefaults(Object.fromEntries(keys.filter((one) => one !== key).map((one) => [one, 1])), schema)
      return Object.keys(fillDefaults({}, schema) as object)
    }
    expect(filledIn(keys)).toEqual(keys.slice(0, 32))
    expect(filledIn([...keys].reverse())).toEqual(keys.slice(0, 32))
  })
})
