import { describe, expect, test } from 'vitest'
import { locate, showLocation } from '../../src/core/place.ts'
import { applicable, enter, isSecretAt, placeOfSchema } from '../../src/core/schema/schemas.ts'
import type { Value } from '../../src/core/value.ts'
import { refTo, rootOf, schemaOf, schemas, tokens } from './support.ts'

interface Case {
  readonly what: string
  readonly schema: string
  readonly other?: string
  readonly at: string
  readonly value?: unknown
  readonly gives: readonly string[]
}

const ANIMALS = `
oneOf:
  - {properties: {type: {const: cat}, lives: {type: integer}}, required: [type]}
  - {properties: {type: {enum: [dog, wolf]}, bark: {type: string}}, required: [type]}
`
const OLD = '$schema: http://json-schema.org/draft-07/schema#\n'

const CASES: readonly Case[] = [
  { what: 'the whole value', schema: 'type: object', at: '', value: {}, gives: ['#'] },
  { what: 'a property', schema: 'properties: {a: {type: string}}', at: '/a', value: { a: 1 }, gives: ['#/properties/a'] },
  { what: 'a property that the value lacks', schema: 'properties: {a: {type: string}}', at: '/a', value: {}, gives: ['#/properties/a'] },
  { what: 'a property of nothing', schema: 'properties: {a: {properties: {b: true}}}', at: '/a/b', gives: ['#/properties/a/properties/b'] },
  { what: 'a key that nothing speaks of', schema: 'properties: {a: true}', at: '/b', value: { b: 1 }, gives: [] },
  { what: 'below a key that nothing speaks of', schema: 'properties: {a: true}', at: '/b/c/d', value: { b: { c: { d: 1 } } }, gives: [] },
  { what: 'boolean schemas', schema: 'properties: {a: false}', at: '/a', value: {}, gives: ['#/properties/a'] },
  { what: 'a reference and what stands beside it, nearest first', schema: 'properties: {a: {$ref: "#/$defs/x", default: 1}}\n$defs: {x: {$ref: "#/$defs/y"}, y: {type: integer}}', at: '/a', value: {}, gives: ['#/properties/a', '#/$defs/x', '#/$defs/y'] },
  { what: 'draft-07: a reference alone', schema: OLD + 'properties: {a: {$ref: "#/definitions/x", default: 1}}\ndefinitions: {x: {type: integer}}', at: '/a', value: {}, gives: ['#/definitions/x'] },
  { what: 'a reference that leads nowhere', schema: 'properties: {a: {$ref: "#/$defs/x"}}', at: '/a', value: {}, gives: ['#/properties/a'] },
  { what: 'allOf in allOf', schema: 'allOf: [{allOf: [{properties: {a: true}}]}, {properties: {a: {}}}]', at: '/a', value: {}, gives: ['#/allOf/1/properties/a', '#/allOf/0/allOf/0/properties/a'] },
  { what: 'each schema once', schema: 'allOf: [{$ref: "#/$defs/x"}, {$ref: "#/$defs/x"}]\n$defs: {x: {}}', at: '', value: {}, gives: ['#', '#/allOf/0', '#/allOf/1', '#/$defs/x'] },
  { what: 'a schema that is a part of itself', schema: 'allOf: [{$ref: "#"}]', at: '', value: {}, gives: ['#', '#/allOf/0'] },
  { what: 'a recursive schema, deep down', schema: 'properties: {next: {$ref: "#"}, a: {type: string}}', at: '/next/next/next/a', value: {}, gives: ['#/properties/a'] },
  { what: 'patterns beside properties', schema: 'properties: {ab: {}}\npatternProperties: {^a: {}, b$: {}, ^c: {}}\nadditionalProperties: {}', at: '/ab', value: {}, gives: ['#/properties/ab', '#/patternProperties/^a', '#/patternProperties/b$'] },
  { what: 'a pattern that is none', schema: 'patternProperties: {"(": {}}\nadditionalProperties: {}', at: '/ab', value: {}, gives: ['#/additionalProperties'] },
  { what: 'additional properties', schema: 'properties: {a: {}}\npatternProperties: {^b: {}}\nadditionalProperties: {}', at: '/c', value: {}, gives: ['#/additionalProperties'] },
  { what: 'additional properties know only their own siblings', schema: 'allOf: [{properties: {a: {}}}, {additionalProperties: {}}]', at: '/a', value: {}, gives: ['#/allOf/0/properties/a', '#/allOf/1/additionalProperties'] },
  { what: 'items', schema: 'items: {type: string}', at: '/7', value: [], gives: ['#/items'] },
  { what: 'prefixItems', schema: 'prefixItems: [{}, {}]\nitems: {}', at: '/1', value: [1, 2, 3], gives: ['#/prefixItems/1'] },
  { what: 'items after prefixItems', schema: 'prefixItems: [{}, {}]\nitems: {}', at: '/2', value: [1, 2, 3], gives: ['#/items'] },
  { what: 'tuples of different lengths', schema: 'allOf: [{prefixItems: [{}, {}]}, {prefixItems: [{}], items: {}}]', at: '/1', value: [1, 2], gives: ['#/allOf/0/prefixItems/1', '#/allOf/1/items'] },
  { what: 'draft-07: a list of items', schema: OLD + 'items: [{}, {}]\nadditionalItems: {}', at: '/1', value: [1, 2], gives: ['#/items/1'] },
  { what: 'draft-07: additional items', schema: OLD + 'items: [{}, {}]\nadditionalItems: {}', at: '/2', value: [1, 2, 3], gives: ['#/additionalItems'] },
  { what: 'no item at something that is no index', schema: 'items: {}', at: '/01', value: [1, 2], gives: [] },
  { what: 'keys of a mapping that look like indexes', schema: 'items: {}\nproperties: {"0": {}}', at: '/0', value: { 0: 1 }, gives: ['#/properties/0'] },
  { what: 'an index in nothing may be a key and an index', schema: 'items: {}\nproperties: {"0": {}}', at: '/0', gives: ['#/properties/0', '#/items'] },
  { what: 'nothing of conditions', schema: 'anyOf: [{properties: {a: {}}}]\nif: {properties: {a: {}}}\nthen: {properties: {a: {}}}\nelse: {properties: {a: {}}}\nnot: {properties: {a: {}}}\ndependentSchemas: {b: {properties: {a: {}}}}', at: '/a', value: { a: 1 }, gives: [] },
  { what: 'nothing of contains and unevaluated items', schema: 'contains: {}\nunevaluatedItems: {}', at: '/0', value: [1], gives: [] },
  { what: 'a branch by its tag', schema: ANIMALS, at: '/lives', value: { type: 'cat' }, gives: ['#/oneOf/0/properties/lives'] },
  { what: 'a branch by one of its tags', schema: ANIMALS, at: '/type', value: { type: 'wolf' }, gives: ['#/oneOf/1/properties/type'] },
  { what: 'no branch without a tag', schema: ANIMALS, at: '/lives', value: {}, gives: [] },
  { what: 'no branch by an unknown tag', schema: ANIMALS, at: '/lives', value: { type: 'cow' }, gives: [] },
  { what: 'no branch by a tag that is no scalar', schema: ANIMALS, at: '/lives', value: { type: ['cat'] }, gives: [] },
  { what: 'no branch where not all are tagged', schema: ANIMALS + '  - {type: "null"}', at: '/lives', value: { type: 'cat' }, gives: [] },
  { what: 'no branch where the tag is not required', schema: ANIMALS.replace('required: [type]', 'title: x'), at: '/lives', value: { type: 'cat' }, gives: [] },
  { what: 'no branch where the tag is not required in another', schema: ANIMALS + '  - {properties: {type: {const: cow}}}', at: '/lives', value: { type: 'cat' }, gives: [] },
  { what: 'no branch where tags overlap', schema: ANIMALS.replace('wolf', 'cat'), at: '/type', value: { type: 'dog' }, gives: [] },
  { what: 'a discriminator with overlapping tags: no branch by those', schema: 'discriminator: {propertyName: type}\n' + ANIMALS.trim().replace('wolf', 'cat'), at: '/type', value: { type: 'cat' }, gives: [] },
  { what: 'a discriminator with overlapping tags: a branch by another', schema: 'discriminator: {propertyName: type}\n' + ANIMALS.trim().replace('wolf', 'cat'), at: '/type', value: { type: 'dog' }, gives: ['#/oneOf/1/properties/type'] },
  { what: 'a property that tells, where another does not', schema: 'oneOf:\n  - {required: [v, k], properties: {v: {const: 1}, k: {const: 1}, a: {}}}\n  - {required: [v, k], properties: {v: {const: 1}, k: {const: 2}, a: {}}}', at: '/a', value: { v: 1, k: 2 }, gives: ['#/oneOf/1/properties/a'] },
  { what: 'tags of other types are other tags', schema: 'oneOf:\n  - {required: [v], properties: {v: {const: 1}, a: {}}}\n  - {required: [v], properties: {v: {const: "1"}, a: {}}}', at: '/a', value: { v: '1' }, gives: ['#/oneOf/1/properties/a'] },
  { what: 'a discriminator, in anyOf too, without required', schema: 'discriminator: {propertyName: k}\nanyOf:\n  - {properties: {k: {const: 1}, a: {}}}\n  - {properties: {k: {const: 2}, a: {}}}', at: '/a', value: { k: 2 }, gives: ['#/anyOf/1/properties/a'] },
  { what: 'a discriminator with a branch that has no tag', schema: 'discriminator: {propertyName: k}\noneOf:\n  - {properties: {k: {const: 1}, a: {}}}\n  - {properties: {a: {}}}', at: '/a', value: { k: 1 }, gives: ['#/oneOf/0/properties/a'] },
  { what: 'branches by reference, tags by reference', schema: 'oneOf: [{$ref: "#/$defs/x"}, {$ref: "#/$defs/y"}]\n$defs:\n  x: {allOf: [{$ref: "#/$defs/tagged"}], properties: {k: {const: x}, a: {}}}\n  y: {allOf: [{$ref: "#/$defs/tagged"}], properties: {k: {$ref: "#/$defs/isY"}, a: {}}}\n  tagged: {required: [k]}\n  isY: {const: y}', at: '/a', value: { k: 'y' }, gives: ['#/$defs/y/properties/a'] },
  { what: 'a union in a branch of a union', schema: 'oneOf:\n  - required: [k]\n    properties: {k: {const: 1}}\n    oneOf:\n      - {required: [l], properties: {l: {const: 1}, a: {}}}\n      - {required: [l], properties: {l: {const: 2}, a: {}}}\n  - {required: [k], properties: {k: {const: 2}}}', at: '/a', value: { k: 1, l: 2 }, gives: ['#/oneOf/0/oneOf/1/properties/a'] },
  { what: 'two unions at one pointer', schema: 'allOf:\n  - oneOf: [{required: [k], properties: {k: {const: 1}, a: {}}}, {required: [k], properties: {k: {const: 2}}}]\n  - oneOf: [{required: [l], properties: {l: {const: 1}}}, {required: [l], properties: {l: {const: 2}, a: {}}}]', at: '/a', value: { k: 1, l: 2 }, gives: ['#/allOf/0/oneOf/0/properties/a', '#/allOf/1/oneOf/1/properties/a'] },
  { what: 'a union of the items of a list, each by its own tag', schema: `items:\n  ${ANIMALS.trim().replaceAll('\n', '\n  ')}`, at: '/1/bark', value: [{ type: 'cat' }, { type: 'dog' }], gives: ['#/items/oneOf/1/properties/bark'] },
  { what: 'another file', schema: 'properties: {a: {$ref: "other.yaml#/$defs/x"}}', other: '$defs: {x: {$ref: "#/$defs/y"}, y: {}}', at: '/a', value: {}, gives: ['#/properties/a', 'schemas/other.yaml#/$defs/x', 'schemas/other.yaml#/$defs/y'] },
  { what: '__proto__ as the name of a property', schema: 'properties: {__proto__: {properties: {polluted: {}}}}', at: '/__proto__/polluted', value: {}, gives: ['#/properties/__proto__/properties/polluted'] },
  { what: 'names of what every object has', schema: 'properties: {a: {}}\nadditionalProperties: {}', at: '/constructor', value: {}, gives: ['#/additionalProperties'] },
  { what: 'nothing for what every object has', schema: 'properties: {a: {}}', at: '/toString', value: {}, gives: [] },
  { what: 'a keyword that holds something else', schema: 'properties: [1]\nallOf: {}\nitems: 3\noneOf: 1\n$ref: 4', at: '/a', value: {}, gives: [] },
]

describe('applicable', () => {
  test.each(CASES.map((one) => [one.what, one] as const))('%s', (_what, { schema, other, at, value, gives }) => {
    const set = schemas({ 'schemas/test.yaml': schema, ...(other === undefined ? {} : { 'schemas/other.yaml': other }) })
    expect(applicable(rootOf(set), tokens(at), value as Value | undefined).map(refTo)).toEqual(gives)
  })
})

describe('scopes', () => {
  test('the same schemas are the same scope', () => {
    const root = rootOf(schemas('properties: {next: {$ref: "#/$defs/n"}}\n$defs: {n: {properties: {next: {$ref: "#/$defs/n"}}}}'))
    const one = enter(root).atKey('next').atKey('next')
    expect(one.atKey('next')).toBe(one)
    expect(enter(root)).toBe(enter(root))
  })

  test('keys that no schema names share a scope, and none is kept for each', () => {
    const scope = enter(rootOf(schemas('additionalProperties: {type: string}')))
    expect(scope.atKey('a')).toBe(scope.atKey('b'))
  })

  test('keys have schemas, too', () => {
    const root = rootOf(schemas('propertyNames: {$ref: "#/$defs/name"}\nallOf: [{propertyNames: {minLength: 1}}]\n$defs: {name: {pattern: a}}'))
    expect(enter(root).ofKeys().nodes.map(refTo)).toEqual(['#/propertyNames', '#/allOf/0/propertyNames', '#/$defs/name'])
  })

  test('sets of schemas are apart', () => {
    const [a, b] = [rootOf(schemas('type: string')), rootOf(schemas('type: string'))]
    expect(enter(a)).not.toBe(enter(b))
  })
})

describe('isSecretAt', () => {
  const root = rootOf(schemas(`
properties:
  a: {x-secret: true}
  b: {anyOf: [{properties: {c: {x-secret: true}}}, {type: string}]}
  d: {if: {properties: {e: {const: 1}}}, then: {properties: {f: {x-secret: true}}}}
  g: {prefixItems: [{}, {x-secret: true}]}
  h: {not: {x-secret: true}}
  i: {x-secret: false}
  j: {unevaluatedProperties: {x-secret: true}}
`))
  test.each([
    ['/a', true], ['/a/below/0', true], ['', false], ['/b', false], ['/b/c', true], ['/d/f', true], ['/d/e', false],
    ['/g/1', true], ['/g/0', false], ['/h', false], ['/i', false], ['/j/any', true],
  ])('%s: %s', (at, secret) => {
    expect(isSecretAt(root, tokens(at))).toBe(secret)
  })
})

describe('placeOfSchema', () => {
  const root = rootOf(schemas('type: object\nproperties:\n  port: {type: integer, default: 80}\nallOf:\n  - title: x\n'))
  const [port] = applicable(root, ['port'], {})
  const [all] = applicable(root, [], {}).slice(1)
  test.each([
    ['the schema of a property: its name', () => port && placeOfSchema(port), '3:3'],
    ['a keyword: what it says', () => port && placeOfSchema(port, 'default'), '3:34'],
    ['a keyword: that it is there', () => port && placeOfSchema(port, 'default', 'key'), '3:25'],
    ['a keyword that is not there: the schema', () => port && placeOfSchema(port, 'minimum'), '3:3'],
    ['a schema in a list', () => all && placeOfSchema(all), '5:5'],
    ['the whole file', () => placeOfSchema(root), '1:1'],
  ])('%s', (_what, place, expected) => {
    const found = place()
    expect(found && showLocation(locate(found))).toBe(`schemas/test.yaml:${expected}`)
  })

  test('a schema without a text has a place, too', () => {
    expect(placeOfSchema(schemaOf({ type: 'string' }), 'type')).toMatchObject({ in: 'span', start: 0 })
  })
})
