import { describe, expect, test } from 'vitest'
import { resolve } from '../../src/core/schema/schemas.ts'
import { refTo, rootOf, schemas } from './support.ts'

const SET = schemas({
  'schemas/test.yaml': `
$defs:
  a/b: {type: string}
  "c~d": {type: string}
  "per%cent": {type: string}
  anchored: {$anchor: here}
  dynamic: {$dynamicAnchor: there}
  inner:
    $id: https://example.com/inner.json
    $defs: {x: {$anchor: deep}}
    properties: {p: {$ref: "#/$defs/x"}}
properties: {id: {const: 1}}
notASchema: 5
enum: [{$anchor: notAnAnchor}]
`,
  'schemas/common.yaml': '$defs: {port: {type: integer}}\n$anchor: top',
  'schemas/deep/er/one.yaml': '$defs: {x: true}',
  'schemas/größe und.yaml': 'type: integer',
  'schemas/named.yaml': '$id: https://example.com/schemas/named.json\n$defs: {x: {}}',
  'schemas/relative.yaml': '$id: sub/moved.yaml\n$defs: {x: {}}',
  'schemas/old.json': '{"$schema": "http://json-schema.org/draft-07/schema#", "definitions": {"a": {"$id": "#old"}, "b": {"$ref": "#old", "$id": "ignored"}}}',
  'schemas/twin.yaml': '$id: https://example.com/schemas/named.json\ntitle: comes second',
  'cairn:service': '$ref: "cairn:common#/$defs/port"',
  'cairn:common': '$defs: {port: {type: integer}}',
})

const TEST = 'schemas/test.yaml'

describe('resolve', () => {
  test.each<[from: string, reference: string, leads: string]>([
    [TEST, '#', '#'],
    [TEST, '', '#'],
    [TEST, '#/properties/id', '#/properties/id'],
    [TEST, '#/$defs/a~1b', '#/$defs/a~1b'],
    [TEST, '#/$defs/c~0d', '#/$defs/c~0d'],
    [TEST, '#/%24defs/a~1b', '#/$defs/a~1b'],
    [TEST, '#/$defs/per%25cent', '#/$defs/per%cent'],
    [TEST, '#here', '#/$defs/anchored'],
    [TEST, '#there', '#/$defs/dynamic'],
    [TEST, 'common.yaml', 'schemas/common.yaml#'],
    [TEST, './common.yaml#/$defs/port', 'schemas/common.yaml#/$defs/port'],
    [TEST, 'common.yaml#top', 'schemas/common.yaml#'],
    [TEST, '/schemas/common.yaml', 'schemas/common.yaml#'],
    [TEST, 'deep/er/one.yaml#/$defs/x', 'schemas/deep/er/one.yaml#/$defs/x'],
    ['schemas/deep/er/one.yaml', '../../common.yaml#/$defs/port', 'schemas/common.yaml#/$defs/port'],
    ['schemas/deep/er/one.yaml', '../../../../../schemas/common.yaml', 'schemas/common.yaml#'],
    [TEST, 'größe und.yaml', 'schemas/größe und.yaml#'],
    [TEST, 'gr%C3%B6%C3%9Fe%20und.yaml', 'schemas/größe und.yaml#'],
    [TEST, 'cairn:service', 'cairn:service#'],
    ['cairn:service', 'common#/$defs/port', 'cairn:common#/$defs/port'],
    ['cairn:service', 'cairn:common#/$defs/port', 'cairn:common#/$defs/port'],
    [TEST, 'https://example.com/inner.json#deep', '#/$defs/inner/$defs/x'],
    [TEST, 'https://example.com/schemas/named.json#/$defs/x', 'schemas/named.yaml#/$defs/x'],
    [TEST, 'named.yaml#/$defs/x', 'schemas/named.yaml#/$defs/x'],
    ['schemas/named.yaml', '#/$defs/x', 'schemas/named.yaml#/$defs/x'],
    ['schemas/named.yaml', 'named.json', 'schemas/named.yaml#'],
    ['schemas/named.yaml', '../inner.json', '#/$defs/inner'],
    ['schemas/named.yaml', 'common.yaml#/$defs/port', 'schemas/common.yaml#/$defs/port'],
    [TEST, 'sub/moved.yaml#/$defs/x', 'schemas/relative.yaml#/$defs/x'],
    ['schemas/old.json', '#old', 'schemas/old.json#/definitions/a'],
    ['schemas/old.json', '#/definitions/a', 'schemas/old.json#/definitions/a'],
  ])('%s: %s leads to %s', (from, reference, leads) => {
    const { node } = resolve(rootOf(SET, from), reference)
    expect(node && refTo(node)).toBe(leads)
  })

  test('# below an $id is the schema that has it', () => {
    const inner = resolve(rootOf(SET), '#/$defs/inner/properties/p').node
    expect(inner && refTo(resolve(inner, '#/$defs/x').node ?? inner)).toBe('#/$defs/inner/$defs/x')
  })

  test.each<[from: string, reference: string, problem: string, nearest?: string]>([
    [TEST, '#/$defs/a', 'no-place'],
    [TEST, '#/$defs/anchord', 'no-place', '#/$defs/anchored'],
    [TEST, '#/$def/anchored', 'no-place', '#/$defs/anchored'],
    [TEST, '#/properties/id/toString', 'no-place'],
    [TEST, '#/properties/__proto__', 'no-place'],
    [TEST, '#/notASchema', 'no-schema'],
    [TEST, '#/enum/0/$anchor', 'no-schema'],
    [TEST, '#her', 'no-anchor', '#here'],
    [TEST, '#notAnAnchor', 'no-anchor'],
    [TEST, '#/$defs/a~2b', 'no-place'],
    [TEST, 'comon.yaml#/$defs/port', 'no-document', 'common.yaml#/$defs/port'],
    [TEST, 'common.yaml#/$defs/prot', 'no-place', 'common.yaml#/$defs/port'],
    ['schemas/deep/er/one.yaml', '../../comon.yaml', 'no-document', '../../common.yaml'],
    [TEST, 'cairn:servic', 'no-document', 'cairn:service'],
    [TEST, '../../../etc/passwd', 'no-document'],
    [TEST, 'file:///etc/passwd', 'no-document'],
    [TEST, 'https://example.com/other.json', 'remote'],
    [TEST, 'HTTP://example.com/other.json#x', 'remote'],
    [TEST, '%E0%A4%A#', 'no-document'],
    ['schemas/old.json', 'ignored', 'no-document'],
  ])('%s: %s leads nowhere: %s', (from, reference, problem, nearest) => {
    expect(resolve(rootOf(SET, from), reference)).toEqual({ problem, ...(nearest === undefined ? {} : { nearest }) })
  })
})
