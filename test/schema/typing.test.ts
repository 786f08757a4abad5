import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { Sealed } from '../../src/core/opaque.ts'
import { locate, showLocation } from '../../src/core/place.ts'
import { placeIn, type FileLayer, type Layer } from '../../src/core/layer.ts'
import { ROOT } from '../../src/core/tree.ts'
import type { Value } from '../../src/core/value.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { typeStrings } from '../../src/stages/schema/typing.ts'
import { deepFreeze, legible, rootOf, schemas } from './support.ts'

interface Typed {
  readonly value: unknown
  readonly told: readonly string[]
}

function typed(schema: string, layer: Layer, below?: Value): Typed {
  const findings: Finding[] = []
  const value = typeStrings(deepFreeze(layer.value), rootOf(schemas(schema)), {
    placeAt: (tokens) => placeIn(layer, tokens, 'value'),
    report: (found) => findings.push(found),
    ...(below === undefined ? {} : { below }),
  })
  return { value: legible(value), told: findings.map(({ place, rule, message }) => `${showLocation(locate(place))} ${rule} ${message}`) }
}

function layerOf(path: string, text: string): FileLayer {
  const [tree] = parseFile(path, Buffer.from(text), { stream: false, tags: new Map() }, ({ message }) => { throw new Error(message) })
  if (tree === undefined) throw new Error('no document')
  return { from: 'file', tree, node: ROOT, value: tree.value, environment: null, encrypted: false }
}

const dotenv = (text: string): FileLayer => layerOf('layer.env', text)

describe('one text', () => {
  test.each<[schema: string, text: string, gives: unknown]>([
    ['true', '1', '1'],
    ['{}', '1', '1'],
    ['{description: x}', 'true', 'true'],
    ['{type: string}', '1', '1'],
    ['{type: [integer, string]}', '1', '1'],
    ['{type: integer}', '1', 1],
    ['{type: integer}', '-17', -17],
    ['{type: integer}', '+17', 17],
    ['{type: integer}', '007', 7],
    ['{type: integer}', '1.0', 1],
    ['{type: integer}', '1e3', 1000],
    ['{type: integer}', '9007199254740991', 9007199254740991],
    ['{type: number}', '1.5', 1.5],
    ['{type: number}', '.5', 0.5],
    ['{type: number}', '5.', 5],
    ['{type: number}', '-1.5E-3', -0.0015],
    ['{type: number}', '0e999', 0],
    ['{type: boolean}', 'true', true],
    ['{type: boolean}', 'false', false],
    ['{type: "null"}', 'null', null],
    ['{type: [integer, "null"]}', '', null],
    ['{type: [integer, "null"]}', '~', null],
    ['{type: [integer, "null"]}', '5', 5],
    ['{type: [boolean, integer]}', '1', 1],
    ['{type: [boolean, integer]}', 'true', true],
    ['{enum: [80, 443]}', '80', 80],
    ['{const: true}', 'true', true],
    ['{enum: [auto, 1, 2]}', '2', 2],
    ['{enum: [auto, 1, 2]}', 'auto', 'auto'],
    ['{enum: [auto, 1, "1"]}', '1', '1'],
    ['{enum: [auto, 1]}', '3', '3'],
    ['{allOf: [{type: [string, integer]}, {type: [integer, boolean]}]}', '5', 5],
    ['{$ref: "#/$defs/port"}', '5', 5],
    ['{anyOf: [{type: integer}, {type: "null"}]}', '5', 5],
    ['{oneOf: [{$ref: "#/$defs/port"}, {type: string}]}', '5', '5'],
    ['{anyOf: [{type: integer}, {minLength: 1}]}', '5', '5'],
    ['{$ref: "#/$defs/loop"}', '5', '5'],
    ['{allOf: [{type: string}, {type: integer}]}', '5', '5'],
    ['{type: integer}', '${cairn:services/db#/port}', '${cairn:services/db#/port}'],
    ['{type: integer}', '1${cairn:var#X}', '1${cairn:var#X}'],
    ['{type: array, x-split: ","}', 'a,b', ['a', 'b']],
    ['{type: array, x-split: ","}', '', []],
    ['{type: array, x-split: ","}', ',', ['', '']],
    ['{type: array, x-split: ", "}', 'a, b,c', ['a', 'b,c']],
    ['{type: array, x-split: ",", items: {type: integer}}', '1,2', [1, 2]],
    ['{type: array, x-split: ",", prefixItems: [true], items: {type: integer}}', '1,2', ['1', 2]],
    ['{type: array, x-split: ";", items: {type: array, x-split: ",", items: {type: integer}}}', '1,2;3', [[1, 2], [3]]],
    ['{type: [array, string], x-split: ","}', 'a,b', ['a', 'b']],
    ['{items: {type: integer}, x-split: ","}', '1,2', [1, 2]],
    ['{anyOf: [{type: array, x-split: ","}, {type: "null"}]}', 'a,b', ['a', 'b']],
    ['{type: array, x-split: ","}', '${cairn:services/a,b#/x,y},b', ['${cairn:services/a,b#/x,y}', 'b']],
    ['{type: array, x-split: ","}', 'a,${cairn:b,c', ['a', '${cairn:b', 'c']],
  ])('%s: "%s" gives %j', (schema, text, gives) => {
    const layer: Layer = { from: 'variables', value: { a: text }, names: new Map([['a', 'A']]), environment: null, encrypted: false }
    const result = typed(`properties: {a: ${schema}}\n$defs: {port: {type: integer}, loop: {anyOf: [{$ref: "#/$defs/loop"}, {type: integer}]}}`, layer)
    expect(result).toEqual({ value: { a: gives }, told: [] })
  })
})

describe('type/misfit', () => {
  test.each<[schema: string, text: string, message: string]>([
    ['{type: integer}', 'x', '/A takes an integer, and "x" is none'],
    ['{type: integer}', '', '/A takes an integer, and "" is none'],
    ['{type: integer}', '1.5', '/A takes an integer, and "1.5" is none'],
    ['{type: integer}', "' 5'", '/A takes an integer, and " 5" is none: the blanks around it count, take them away'],
    ['{type: integer}', '0x1F', '/A takes an integer, and "0x1F" is none: write it in decimal'],
    ['{type: integer}', '0o17', '/A takes an integer, and "0o17" is none: write it in decimal'],
    ['{type: integer}', '1_000', '/A takes an integer, and "1_000" is none'],
    ['{type: integer}', '9007199254740993', '/A takes an integer, and "9007199254740993" is none: it is beyond ±9007199254740991 and would be rounded'],
    ['{type: number}', '1e999', '/A takes a number, and "1e999" is none: a double cannot hold it'],
    ['{type: number}', '1e-999', '/A takes a number, and "1e-999" is none: a double cannot hold it'],
    ['{type: number}', '.inf', '/A takes a number, and ".inf" is none: infinity and NaN are no JSON numbers'],
    ['{type: number}', 'NaN', '/A takes a number, and "NaN" is none: infinity and NaN are no JSON numbers'],
    ['{type: boolean}', 'True', '/A takes a boolean, and "True" is none: write true or false'],
    ['{type: boolean}', 'yes', '/A takes a boolean, and "yes" is none: write true or false'],
    ['{type: boolean}', '1', '/A takes a boolean, and "1" is none'],
    ['{type: [integer, "null"]}', 'none', '/A takes an integer or null, and "none" is none'],
    ['{type: [boolean, number]}', 'x', '/A takes a number or a boolean, and "x" is none'],
    ['{type: array}', 'a', '/A takes a list, and this is one text: say with "x-split" in the schema what separates the items, or set it in a YAML, JSON or TOML file'],
    ['{type: object}', 'a', '/A takes a mapping, and this is one text: set the keys below it'],
    ['{type: array, x-split: ",", items: {type: integer}}', '"1, 2"', '/A/1 takes an integer, and " 2" is none: the blanks around it count, take them away'],
    ['{type: integer, x-secret: true}', 'hunter2', '/A takes an integer, and this text is none'],
    ['{allOf: [{type: integer}, {oneOf: [{x-secret: true}, {}]}]}', 'hunter2', '/A takes an integer, and this text is none'],
  ])('%s: %s', (schema, text, message) => {
    expect(typed(`properties: {A: ${schema}}`, dotenv(`# first line\nA=${text}\n`))).toEqual({
      value: { A: schema.includes('items:') ? [1, '<hole>'] : '<hole>' },
      told: [`layer.env:2:3 type/misfit ${message}`],
    })
  })

  test('in the layers of all string-only sources', () => {
    const schema = 'properties: {db: {properties: {port: {type: integer}, ssl: {type: boolean}}}}'
    expect(typed(schema, layerOf('layer.ini', '[db]\nport = many\nssl = true\n'))).toEqual({
      value: { db: { port: '<hole>', ssl: true } },
      told: ['layer.ini:2:8 type/misfit /db/port takes an integer, and "many" is none'],
    })
    const variables: Layer = { from: 'variables', value: { db: { port: 'x' } }, names: new Map([['db\u0000port', 'DB_PORT']]), environment: null, encrypted: false }
    expect(typed(schema, variables).told).toEqual(['variable DB_PORT type/misfit /db/port takes an integer, and "x" is none'])
  })

  test('a text where the document should be', () => {
    const layer: Layer = { from: 'variables', value: 'x', names: new Map([['', 'ALL']]), environment: null, encrypted: false }
    expect(typed('type: object', layer)).toEqual({
      value: '<hole>',
      told: ['variable ALL type/misfit the document takes a mapping, and this is one text: set the keys below it'],
    })
  })
})

describe('branches', () => {
  const SCHEMA = `
properties:
  server:
    oneOf:
      - {required: [kind], properties: {kind: {const: tcp}, port: {type: integer}}}
      - {required: [kind], properties: {kind: {const: pipe}, port: {type: boolean}}}
      - {required: [kind], properties: {kind: {const: 3}, port: {type: number}}}
  pool:
    anyOf: [{$ref: "#/$defs/pool"}, {type: "null"}]
$defs:
  pool: {type: object, properties: {size: {type: integer}}}
`
  const ini = (text: string): FileLayer => layerOf('layer.ini', text)

  test.each<[what: string, text: string, below: Value | undefined, gives: unknown]>([
    ['the layer has the tag', '[server]\nkind = tcp\nport = 1', undefined, { server: { kind: 'tcp', port: 1 } }],
    ['a number is the tag', '[server]\nkind = 3\nport = 1.5', undefined, { server: { kind: 3, port: 1.5 } }],
    ['a layer below has the tag', '[server]\nport = true', { server: { kind: 'pipe' } }, { server: { port: true } }],
    ['the layer says otherwise than the one below', '[server]\nkind = tcp\nport = 1', { server: { kind: 'pipe' } }, { server: { kind: 'tcp', port: 1 } }],
    ['nobody has the tag', '[server]\nport = 1', undefined, { server: { port: '1' } }],
    ['one branch alone takes a mapping', '[pool]\nsize = 5', undefined, { pool: { size: 5 } }],
  ])('%s', (_what, text, below, gives) => {
    expect(typed(SCHEMA, ini(text), below)).toEqual({ value: gives, told: [] })
  })
})

test('what is no text stays what it is', () => {
  const sealed = new Sealed('str', 'ENC[…]')
  const value: Value = { a: sealed, b: 1, c: null }
  const context = { placeAt: () => ({ in: 'file', file: 'x' }) as const, report: () => { throw new Error('a finding') } }
  expect(typeStrings(value, rootOf(schemas('additionalProperties: {type: integer}')), context)).toBe(value)
})

test('names of the prototype are keys like any other', () => {
  const layer: Layer = { from: 'variables', value: JSON.parse('{"__proto__": {"a": "1"}}') as Value, names: new Map(), environment: null, encrypted: false }
  const value = typeStrings(layer.value, rootOf(schemas('properties: {__proto__: {properties: {a: {type: integer}}}}')), { placeAt: () => placeIn(layer, [], 'value'), report: () => undefined })
  expect(JSON.stringify(value)).toBe('{"__proto__":{"a":1}}')
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
})
