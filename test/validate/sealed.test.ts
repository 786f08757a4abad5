import { expect, test } from 'vitest'
import { HOLE, Sealed, Unresolved, type SealedType } from '../../src/core/opaque.ts'
import { locate, showLocation } from '../../src/core/place.ts'
import { put, type MutableMapping, type Value } from '../../src/core/value.ts'
import { keep } from '../../src/core/vault.ts'
import { layersOf, validated } from './documents.ts'

const SCHEMA = `
type: object
required: [user]
additionalProperties: false
properties:
  user: {type: string}
  password: {type: string, minLength: 12, pattern: '^[!-~]+$'}
  pin: {type: integer, minimum: 1000}
  token: {type: string}
  tls: {type: object, required: [cert]}
  mode: {type: string}
  size: {enum: [1, 2]}
  hosts: {type: array, uniqueItems: true, items: {type: string}}
if: {properties: {mode: {const: strict}}, required: [mode]}
then: {required: [token]}
`

/** `base.yaml` with opaque leaves in the place of some values. */
function withLeaves(text: string, leaves: Readonly<Record<string, Value>>): ReturnType<typeof validated> {
  const layers = layersOf({ 'base.yaml': text }).map((layer) => {
    const value: MutableMapping = { ...(layer.value as MutableMapping) }
    for (const [key, leaf] of Object.entries(leaves)) put(value, key, leaf)
    return { ...layer, value }
  })
  return validated({ schema: SCHEMA, layers })
}

const sealed = (type: SealedType): Sealed => new Sealed(type, 'ENC[AES256_GCM,data:…]')

const told = ({ findings, undecided }: ReturnType<typeof validated>): readonly string[] => [
  ...findings.map(({ rule, place, message }) => `${showLocation(locate(place))} ${rule} ${message}`),
  ...undecided.map(({ place, message }) => `${showLocation(locate(place))} ? ${message}`),
]

const TEXT = 'user: a\npassword: x\npin: x\ntoken: x\nmode: x\n'

test('a sealed leaf of the right type is all right as far as its type goes', () => {
  expect(told(withLeaves('user: a\ntoken: x\n', { token: sealed('str') }))).toEqual([])
})

test('a sealed leaf of a wrong type is wrong whatever it holds', () => {
  expect(told(withLeaves('user: a\npin: x\n', { pin: sealed('str') }))).toEqual([
    'base.yaml:2:6 validate/type expected an integer, found a sealed string',
  ])
  expect(told(withLeaves('user: a\ntls: x\n', { tls: sealed('str') }))).toEqual(['base.yaml:2:6 validate/type expected a mapping, found a sealed string'])
  expect(told(withLeaves('user: a\nsize: x\n', { size: sealed('bool') }))).toEqual(['base.yaml:2:7 validate/enum expected 1 or 2, found a sealed value'])
})

test('what only a key would decide is announced, once, at the leaf', () => {
  expect(told(withLeaves(TEXT.replace('mode: x\n', ''), { password: sealed('str'), pin: sealed('int') }))).toEqual([
    'base.yaml:2:11 ? only a key would decide whether this is what minLength asks for in schema.yaml',
    'base.yaml:3:6 ? only a key would decide whether this is what minimum asks for in schema.yaml',
  ])
})

test('what a condition on a sealed leaf asks is announced, not told', () => {
  expect(told(withLeaves('user: a\nmode: x\n', { mode: sealed('str') }))).toEqual([
    'base.yaml:1:1 ? only a key would decide whether this is what if asks for in schema.yaml',
  ])
  expect(told(withLeaves('user: a\nmode: x\ntoken: y\n', { mode: sealed('str') }))).toEqual([])
})

test('what is wrong beside sealed leaves is told', () => {
  expect(told(withLeaves('usr: a\npassword: x\n', { password: sealed('str') }))).toEqual([
    'base.yaml:1:1 validate/unknown-key unknown key usr; did you mean user, which is missing?',
    'base.yaml:2:11 ? only a key would decide whether this is what minLength asks for in schema.yaml',
  ])
})

test('a hole has been told: it is neither wrong nor announced', () => {
  for (const key of ['password', 'pin', 'tls', 'size', 'mode', 'user']) {
    expect(told(withLeaves(`user: a\n${key === 'user' ? '' : `${key}: x\n`}`, { [key]: HOLE }))).toEqual([])
  }
})

test('an opened secret is no more shown than a sealed leaf, and a text with one may be anything', () => {
  expect(told(withLeaves('user: a\npin: x\n', { pin: keep('hunter2', 'str') }))).toEqual(['base.yaml:2:6 validate/type expected an integer, found a secret'])
  expect(told(withLeaves('user: a\npin: x\n', { pin: new Unresolved(['a', sealed('str')]) }))).toEqual([
    'base.yaml:2:6 ? only a key would decide whether this is what minimum asks for in schema.yaml',
  ])
})

test('items that may be the same are announced', () => {
  const layers = layersOf({ 'base.yaml': 'user: a\nhosts: [x, y]\n' }).map((layer) => ({ ...layer, value: { user: 'a', hosts: ['x', sealed('str')] } }))
  expect(told(validated({ schema: SCHEMA, layers }))).toEqual(['base.yaml:2:8 ? only a key would decide whether this is what uniqueItems asks for in schema.yaml'])
})
