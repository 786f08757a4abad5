import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/adapters/ajv/formats.ts'
import { locate } from '../../src/core/place.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { SchemaChange } from '../../src/core/schema-change.ts'
import { compareSchemas } from '../../src/stages/schema-diff/compare.ts'
import { CHECKED_FORMATS } from '../../src/stages/schema-diff/texts.ts'
import { PATH, rootOf, schemas } from '../schema/support.ts'

type Files = string | Readonly<Record<string, string>>

/** `major maximum /port: message`, with what the change is reserved by. */
function told({ level, keyword, pointers, part, conditional, message }: SchemaChange): string {
  const places = pointers.map((tokens) => pointer(tokens) || '/').join(' ')
  return `${level} ${keyword || '-'} ${part === 'key' ? 'keys of ' : ''}${places}${conditional === true ? '?' : ''}: ${message}`
}

function changes(before: Files, after: Files): readonly SchemaChange[] {
  return compareSchemas(rootOf(schemas(before)), rootOf(schemas(after)))
}

const SAME: readonly (readonly [what: string, before: Files, after: Files])[] = [
  ['the order of keys', 'type: string\nminLength: 1', 'minLength: 1\ntype: string'],
  ['const for enum', 'const: a', 'enum: [a]'],
  ['an integer above 0', 'type: integer\nminimum: 1', 'type: integer\nexclusiveMinimum: 0'],
  ['a limit that says nothing', 'type: [string, array]', 'type: [string, array]\nminLength: 0\nminItems: 0'],
  ['a limit of values that there cannot be', 'type: string', 'type: string\nmaximum: 3'],
  ['a limit that the listed values keep', 'enum: [1, 2]', 'enum: [1, 2]\nmaximum: 2'],
  ['a type that the listed values have', 'enum: [a, b]', 'enum: [a, b]\ntype: string'],
  ['alternatives in another order', 'anyOf: [{type: string}, {type: integer}]', 'anyOf: [{type: integer}, {type: string}]'],
  ['exclusive alternatives in another order', 'oneOf: [{type: string}, {type: integer}]', 'oneOf: [{type: integer}, {type: string}]'],
  ['definitions that nobody uses', 'type: string\n$defs: {a: {type: string}}', 'type: string\n$defs: {a: {type: integer}}'],
  ['a definition under another name', '$ref: "#/$defs/a"\n$defs: {a: {type: string}}', '$ref: "#/$defs/b"\n$defs: {b: {type: string}}'],
  [
    'a recursive definition under another name',
    '$ref: "#/$defs/a"\n$defs: {a: {properties: {below: {items: {$ref: "#/$defs/a"}}}}}',
    '$ref: "#/$defs/b"\n$defs: {b: {properties: {below: {items: {$ref: "#/$defs/b"}}}}}',
  ],
  ['a definition in another file', 'properties: {a: {type: string, minLength: 2}}', { [PATH]: 'properties: {a: {$ref: common.yaml#/$defs/a}}', 'schemas/common.yaml': '$defs: {a: {type: string, minLength: 2}}' }],
  ['constraints split over allOf', 'type: string\nminLength: 2', 'allOf: [{type: string}, {minLength: 2}]'],
  ['draft-07 items', '$schema: http://json-schema.org/draft-07/schema\nitems: [{type: string}]\nadditionalItems: {type: integer}', '$schema: http://json-schema.org/draft-07/schema\nallOf: [{items: [{type: string}]}, {items: [true], additionalItems: {type: integer}}]'],
  ['conditions as they were', 'if: {required: [a]}\nthen: {required: [b]}', 'allOf: [{if: {required: [a]}, then: {required: [b]}}]'],
  ['replace where lists replace one another anyhow', 'properties: {a: {type: array}}', 'properties: {a: {type: array, x-merge: replace}}'],
]

const CHANGES: readonly (readonly [what: string, before: Files, after: Files, ...told: string[]])[] = [
  ['type narrowed', 'type: [string, integer]', 'type: string', 'major type /: an integer is no longer accepted'],
  ['type widened', 'type: integer', 'type: number', 'minor type /: a number is accepted too'],
  ['a string becomes possible', 'type: integer', 'type: [integer, string]', 'minor type /: a string is accepted too, so texts of INI, dotenv and variables stay texts'],
  ['type changed', 'type: string', 'type: integer', 'major type /: an integer is accepted now, and no longer a string'],
  ['enum widened', 'enum: [a]', 'enum: [a, b]', 'minor enum /: "b" is accepted too'],
  ['enum narrowed', 'enum: [a, b, c]', 'enum: [a]', 'major enum /: "b" and "c" are no longer accepted'],
  ['enum added', 'type: string', 'type: string\nenum: [a]', 'major enum /: only "a" is accepted now'],
  ['enum removed', 'type: string\nenum: [a]', 'type: string', 'minor enum /: other values than those listed are accepted too'],
  ['maximum lowered', 'maximum: 9', 'maximum: 8', 'major maximum /: the maximum changes from 9 to 8'],
  ['maximum raised', 'maximum: 9', 'maximum: 10', 'minor maximum /: the maximum changes from 9 to 10'],
  ['minimum no longer included', 'type: number\nminimum: 0', 'type: number\nexclusiveMinimum: 0', 'major exclusiveMinimum /: the minimum changes from 0 to 0 (left out)'],
  ['length limit gone', 'maxLength: 3', '{type: [string, "null", integer, number, boolean, array, object]}', 'minor maxLength /: the greatest length of 3 is gone'],
  ['a limit that listed values break', 'enum: [1, 5]', 'enum: [1, 5]\nmaximum: 4', 'major maximum /: the maximum is 4 now; there was none'],
  ['pattern changed', 'pattern: ^a', 'pattern: ^b', 'major pattern /: the pattern "^b" is asked for now, and no longer the pattern "^a"'],
  ['pattern removed', 'type: string\npattern: ^a', 'type: string', 'minor pattern /: the pattern "^a" is no longer asked for'],
  ['format added', 'type: string', 'type: string\nformat: uri', 'major format /: the format uri is asked for now'],
  ['format that is not checked', 'type: string', 'type: string\nformat: colour', 'patch format /: a format that is not checked changes'],
  ['multipleOf loosened', 'multipleOf: 4', 'multipleOf: 2', 'minor multipleOf /: a multiple of 4 is no longer asked for'],
  ['items have to differ', 'type: array', 'type: array\nuniqueItems: true', 'major uniqueItems /: that items differ is asked for now'],
  ['required added and removed', 'required: [a]', 'required: [b]', 'major required /b: b is required now', 'minor required /a: a is no longer required'],
  ['a key in a closed mapping', 'properties: {a: true}\nadditionalProperties: false', 'properties: {a: true, b: {type: string}}\nadditionalProperties: false', 'minor properties /b: this key is allowed now'],
  ['a key with a default', 'additionalProperties: false', 'properties: {b: {default: 3}}\nadditionalProperties: false', 'minor properties /b: this key is allowed now', 'minor default /b: the default is 3 now; there was none, so documents that leave it out gain it'],
  ['a key gone from a closed mapping', 'properties: {a: true}\nadditionalProperties: false', 'additionalProperties: false', 'major properties /a: this key is no longer allowed'],
  ['a key gone from an open mapping', 'type: object\nproperties: {a: {type: string}}', 'type: object', 'minor - /a: it is no longer described: any value is accepted'],
  ['a key in an open mapping', 'type: object', 'type: object\nproperties: {a: {type: string}}', 'major - /a: it is checked now; before, any value was accepted'],
  ['a key in an open mapping that may be anything', 'type: object', 'type: object\nproperties: {a: {default: 1}}', 'minor - /a: it is described now, and accepted as before', 'minor default /a: the default is 1 now; there was none, so documents that leave it out gain it'],
  ['mapping closed', 'type: object\nproperties: {a: true}', 'type: object\nproperties: {a: true}\nadditionalProperties: false', 'major additionalProperties /*: other keys are no longer allowed'],
  ['mapping opened', 'properties: {a: true}\nadditionalProperties: false', 'properties: {a: true}\ntype: [object, string, number, boolean, "null", array]', 'minor additionalProperties /*: other keys are allowed now'],
  ['unevaluated keys', 'allOf: [{properties: {a: true}}]\nunevaluatedProperties: false', 'allOf: [{properties: {b: true}}]\nunevaluatedProperties: false', 'major properties /a: this key is no longer allowed', 'minor properties /b: this key is allowed now'],
  ['a pattern of keys', 'patternProperties: {^x-: true}\nadditionalProperties: false', 'patternProperties: {^y-: true}\nadditionalProperties: false', 'major patternProperties /*: keys that match "^x-" are no longer allowed', 'minor patternProperties /*: keys that match "^y-" are allowed now'],
  ['names of keys', 'propertyNames: {maxLength: 5}', 'propertyNames: {maxLength: 4}', 'major maxLength keys of /: the greatest length changes from 5 to 4'],
  ['keys that bring along others', 'type: object', 'type: object\ndependentRequired: {a: [b]}', 'major dependentRequired /b: b is required now where there is a'],
  ['items', 'items: {type: string}', 'items: {type: string, minLength: 1}', 'major minLength /*: the least length is 1 now; there was none'],
  ['further items', 'prefixItems: [{type: string}]', 'prefixItems: [{type: string}]\nitems: false', 'major items /*: further items are no longer allowed'],
  ['what a list contains', 'contains: {type: string}', 'contains: {type: string}\nminContains: 2', 'major contains /: something else is asked for of what the list contains'],
  ['an alternative gone', 'oneOf: [{type: string}, {type: integer}]', 'oneOf: [{type: string}]', 'major oneOf /: an alternative is gone'],
  ['an alternative more, apart from the others', 'oneOf: [{type: string}]', 'oneOf: [{type: string}, {type: integer, title: count}]', 'minor oneOf /: an alternative is new: count'],
  ['an alternative more that overlaps', 'oneOf: [{type: number}, {type: string}]', 'oneOf: [{type: number}, {type: string}, {type: integer}]', 'major oneOf /: a value may meet more than one of the alternatives now'],
  ['inside an alternative', 'anyOf: [{type: string}, {type: integer}]', 'anyOf: [{type: string, maxLength: 3}, {type: integer}]', 'major maxLength /?: the greatest length is 3 now; there was none'],
  ['a condition added', 'type: object', 'type: object\nif: {required: [a]}\nthen: {required: [b]}', 'major if /: a condition is new or another one: documents that meet it have to meet what follows from it'],
  ['what follows from a condition', 'if: {required: [a]}\nthen: {required: [b]}', 'if: {required: [a]}\nthen: {required: [b, c]}', 'major required /c?: c is required now'],
  ['a condition that changes', 'if: {required: [a]}\nthen: {required: [b]}', 'if: {required: [b]}\nthen: {required: [b]}', 'major if /: a condition is new or another one: documents that meet it have to meet what follows from it', 'minor if /: a condition is gone or another one'],
  ['less excluded', 'not: {required: [a]}', 'not: {required: [a, b]}', 'minor not /: less is excluded by "not"'],
  ['more excluded', 'not: {required: [a, b]}', 'not: {required: [a]}', 'major not /: what "not" excludes is new or another thing'],
  ['merge rule', 'properties: {a: {x-merge: append}}', 'properties: {a: {x-merge: {key: name}}}', 'major x-merge /a: layers are put together in another way: append before, by the key name now'],
  ['reference added', 'type: string', 'type: string\nx-ref: models', 'major x-ref /: it has to name a document of models now'],
  ['reference widened', 'x-ref: models', 'x-ref: {kind: [models, services]}', 'minor x-ref /: less is asked of the document that it names: of models or services'],
  ['separator', 'type: array\nx-split: ","', 'type: array\nx-split: ";"', 'major x-split /: texts of INI, dotenv and variables are split at ";" now, and no longer at ","'],
  ['secret no longer', 'type: string\nx-secret: true', 'type: string', 'major x-secret /: it is no longer secret: its values are shown in messages, differences and explanations'],
  ['secret now', 'type: string', 'type: string\nx-secret: true', 'major x-secret /: it is secret now: a plain value over an encrypted one becomes an error, and values are no longer shown'],
  ['unit given', 'type: integer', 'type: integer\nx-unit: s', 'patch x-unit /: the unit is given: s'],
  ['unit changed', 'type: integer\nx-unit: s', 'type: integer\nx-unit: ms', 'major x-unit /: the unit changes from s to ms, so the same number means something else'],
  ['reload', 'type: integer\nx-reload: hot', 'type: integer\nx-reload: restart', 'minor x-reload /: what a consumer does about a new value changes from taken over while it runs to a restart'],
  ['deprecated', 'type: integer', 'type: integer\ndeprecated: true', 'minor deprecated /: it is deprecated now: documents that have it get a warning'],
  ['texts for people', 'type: integer\ndescription: a', 'type: integer\ndescription: b\ntitle: c', 'patch title /: the title is new', 'patch description /: the description changes'],
  ['default changed', 'type: string\ndefault: a', 'type: string\ndefault: b', 'minor default /: the default changes from "a" to "b"'],
  ['default gone', 'type: string\ndefault: a', 'type: string', 'major default /: the default of "a" is gone: documents that leave it out lack it now'],
  ['a default that does not count', 'anyOf: [{type: string, default: a}, true]', 'anyOf: [{type: string, default: b}, true]'],
  ['dynamic references', '$defs: {a: {$dynamicAnchor: x}}\n$dynamicRef: "#x"', '$defs: {a: {$dynamicAnchor: x, type: string}}\n$dynamicRef: "#x"', 'major $dynamicRef /: $dynamicRef is there with something else around it, and what that comes to is not compared: taken for the worst'],
]

describe('compareSchemas', () => {
  test.each(SAME)('is no change: %s', (_what, before, after) => {
    expect([...changes(before, after), ...changes(after, before)].map(told)).toEqual([])
  })

  test.each(CHANGES)('%s', (_what, before, after, ...expected) => {
    expect(changes(before, after).map(told)).toEqual(expected)
  })

  test('a change of a definition is one change, wherever it is used, with its place on both sides', () => {
    const of = (maximum: number) => `properties:\n  a: {$ref: '#/$defs/port'}\n  b: {$ref: '#/$defs/port', x-reload: hot}\n  c: {items: {$ref: '#/$defs/port'}}\n$defs:\n  port: {type: integer, maximum: ${maximum}}\n`
    const [change, ...others] = changes(of(10), of(9))
    expect(others).toEqual([])
    expect(told(change as SchemaChange)).toBe('major maximum /a /b /c/*: the maximum changes from 10 to 9')
    expect([change?.base, change?.head].map((place) => place && locate(place))).toMatchObject([{ file: PATH, line: 6, column: 25 }, { file: PATH, line: 6, column: 25 }])
  })

  test('of many places the first are named, and that there are more', () => {
    const of = (maximum: number) => `properties: {${[...'abcdefg'].map((key) => `${key}: {$ref: "#/$defs/x"}`).join(', ')}}\n$defs: {x: {maximum: ${maximum}}}`
    const [change] = changes(of(2), of(1))
    expect(change).toMatchObject({ pointers: [['a'], ['b'], ['c'], ['d'], ['e']], elsewhere: true })
  })

  test('what is said where is told of the side that says it', () => {
    const [added, removed] = [changes('type: string', 'type: string\npattern: a'), changes('type: string\npattern: a', 'type: string')]
    expect(added[0]?.base).toBeUndefined()
    expect(added[0]?.head && locate(added[0].head)).toMatchObject({ line: 2, column: 1 })
    expect(removed[0]?.head).toBeUndefined()
  })

  test('discriminated alternatives are told apart by their tags', () => {
    const of = (...branches: string[]) => `type: object\nrequired: [type]\ndiscriminator: {propertyName: type}\noneOf:\n${branches.map((one) => `  - ${one}\n`).join('')}`
    const docker = '{type: object, additionalProperties: false, required: [image], properties: {type: {const: docker}, image: {type: string}}}'
    const systemd = '{type: object, additionalProperties: false, required: [unit], properties: {type: {const: systemd}, unit: {type: string}}}'
    const told2 = changes(of(docker, systemd), of(systemd, docker.replace('image: {type: string}', 'image: {type: string, default: x}'))).map(told)
    expect(told2).toEqual(['minor default /image: the default is "x" now; there was none, so documents that leave it out gain it'])
  })

  test('values under x-secret are not shown, there and below', () => {
    const of = (values: string) => `properties: {a: {x-secret: true, properties: {b: {enum: [${values}], default: hunter}}}}`
    const text = [...changes(of('hunter'), of('hunter, other')), ...changes(of('hunter, other'), of('hunter')), ...changes(of('a').replace('default: hunter', 'x-unit: u'), of('a'))]
      .map(({ message }) => message).join()
    expect(text).not.toMatch(/hunter|other"/)
    expect(text).toContain('a value is accepted too')
  })

  test('a kind that has a schema on one side only', () => {
    const root = rootOf(schemas('type: object'))
    expect(compareSchemas(undefined, root).map(told)).toEqual(['major - /: there is a schema now: documents were not checked before'])
    expect(compareSchemas(root, undefined).map(told)).toEqual(['major - /: there is no schema any more: documents are not checked, and what it said of defaults, merging and secrets is gone'])
    expect(compareSchemas(undefined, undefined)).toEqual([])
  })

  test('knows the formats that are checked', () => {
    expect([...CHECKED_FORMATS.keys()].sort()).toEqual([...FORMATS.keys()].sort())
  })
})
