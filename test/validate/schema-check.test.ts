import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { locate, showLocation } from '../../src/core/place.ts'
import { createSchemaCheck } from '../../src/stages/validate/validate.ts'
import { SCHEMA, schemasOf } from './documents.ts'
import { schemaOf } from './schemas.ts'

interface Checked {
  readonly usable: boolean
  readonly findings: readonly Finding[]
}

function check(files: string | Readonly<Record<string, string>>): Checked {
  const root = schemasOf(typeof files === 'string' ? { [SCHEMA]: files } : files).root(SCHEMA)
  if (root === undefined) throw new Error('there is no schema')
  const findings: Finding[] = []
  return { usable: createSchemaCheck((found) => findings.push(found))(root), findings }
}

const told = ({ findings }: Checked): readonly string[] =>
  findings.map(({ place, rule, message }) => `${showLocation(locate(place))} ${rule} ${message}`)

const DRAFT7 = '$schema: http://json-schema.org/draft-07/schema#\n'

test.each([
  ['a misspelt type', 'type: ▶strnig', 'type must be one of string, integer, number, boolean, object, array, null, or a list of them, and "strnig" is not; did you mean "string"?'],
  ['a misspelt type in a list', 'type: [integer, ▶nul]', 'type must be one of string, integer, number, boolean, object, array, null, or a list of them, and "nul" is not; did you mean "null"?'],
  ['a required key that is no list', 'properties: {a: {required: ▶true}}', 'required must be a list of names, each once, and true is not'],
  ['a number that is none', 'maximum: ▶"10"', 'maximum must be a number, and "10" is not'],
  ['a negative length', 'properties:\n  a: {minLength: ▶-1}', 'minLength must be a whole number that is not negative, and -1 is not'],
  ['an empty enum', 'enum: ▶[]', 'enum must be a list of at least one value'],
  ['a schema that is none', 'properties: {▶a: string}', 'properties must be a mapping from names to schemas, and "string" is not'],
  ['a branch that is no schema', 'oneOf: [{type: string}, ▶null]', 'oneOf must be a list of schemas, and null is not'],
  ['a multiple of nothing', 'multipleOf: ▶0', 'multipleOf must be a number above 0, and 0 is not'],
  ['a list of items in 2020-12', 'items: ▶[{type: string}]', 'items must be a schema: a mapping, true or false ("prefixItems" is for a list of them)'],
  ['a pattern that does not parse', 'pattern: ▶"["', 'the pattern [ cannot be used: it is no regular expression of ECMA-262, or one that is too large'],
  ['a pattern with look-ahead', 'pattern: ▶^(?=a)b', 'the pattern ^(?=a)b cannot be used: look-ahead and look-behind are not supported: they can take endless time'],
  ['a pattern with a back-reference', 'pattern: ▶(a)\\1', 'the pattern (a)\\1 cannot be used: references back to a group are not supported: they can take endless time'],
  ['a key that is no pattern', 'patternProperties: {▶"(": true}', 'the pattern ( cannot be used: it is no regular expression of ECMA-262, or one that is too large'],
  ['an unknown dialect', '$schema: ▶http://json-schema.org/draft-04/schema#', 'this dialect is not known here: use https://json-schema.org/draft/2020-12/schema or http://json-schema.org/draft-07/schema'],
  ['a schema that is a list', '▶- type: string', 'a schema is a mapping, true or false'],
  ['a wrong keyword in a definition that nothing uses', '$defs:\n  a:\n    allOf: ▶[]', 'allOf must be a list of schemas'],
])('%s', (_what, text, message) => {
  const at = text.indexOf('▶')
  const lines = text.slice(0, at).split('\n')
  const checked = check(text.replace('▶', ''))
  expect(told(checked)).toEqual([`${SCHEMA}:${lines.length}:${(lines.at(-1) ?? '').length + 1} schema/keyword-value ${message}`])
  expect(checked.usable).toBe(false)
})

test('draft-07 has keywords of its own, and ignores those that came later', () => {
  expect(told(check(`${DRAFT7}items: [{type: string}]\nadditionalItems: false\nunevaluatedProperties: 7\n`))).toEqual([])
  expect(told(check(`${DRAFT7}$ref: '#/definitions/a'\nmaximum: beside a reference nothing counts\ndefinitions: {a: true}\n`))).toEqual([])
})

test('unknown keywords and formats are left alone', () => {
  expect(check('discriminator: {propertyName: kind}\nnullable: 7\nx-anything: [1]\nformat: iri\n')).toEqual({ usable: true, findings: [] })
})

test('a reference that leads nowhere makes the schema unusable; somebody else tells', () => {
  expect(check('$ref: "#/$defs/nothing"\n')).toEqual({ usable: false, findings: [] })
  expect(check('$ref: https://example.com/schema.json\n')).toEqual({ usable: false, findings: [] })
})

test('a $dynamicRef that leads nowhere is told', () => {
  expect(told(check('items: {$dynamicRef: "#nothing"}\n'))).toEqual([`${SCHEMA}:1:22 schema/unknown-reference "#nothing" leads nowhere`])
})

test('a schema at a place where JSON Schema has none is checked where a reference leads to it', () => {
  const files = { [SCHEMA]: '$ref: other.yaml#/components/port\n', 'other.yaml': 'components:\n  port: {type: intger}\n  unused: {type: intger}\n' }
  expect(told(check(files)).map((one) => one.split(' ')[0])).toEqual(['other.yaml:2:16'])
  expect(told(check('$ref: "#/parts/a"\nparts: {a: {maximum: x}}\n')).map((one) => one.split(' ')[0])).toEqual([`${SCHEMA}:2:22`])
})

test('a mistake in a file that is referred to makes both unusable, and is told once', () => {
  const set = schemasOf({ [SCHEMA]: '$ref: other.yaml', 'second.yaml': '$ref: other.yaml', 'other.yaml': 'type: text', 'fine.yaml': 'type: string' })
  const findings: Finding[] = []
  const usable = createSchemaCheck((found) => findings.push(found))
  const of = (path: string) => {
    const root = set.root(path)
    return root === undefined ? undefined : usable(root)
  }
  expect([of(SCHEMA), of('second.yaml'), of('fine.yaml')]).toEqual([false, false, true])
  expect(findings.map(({ place }) => showLocation(locate(place)))).toEqual(['other.yaml:1:7'])
})

test.each([
  ['itself', '▶$ref: "#"'],
  ['through allOf', '$ref: "#/$defs/a"\n$defs:\n  a:\n    allOf:\n      - $ref: ▶"#/$defs/b"\n  b:\n    anyOf: [{$ref: "#/$defs/a"}]\n'],
  ['through a condition', '$defs: {a: {if: {$ref: ▶"#/$defs/a"}}}'],
])('a schema that applies to a value because it applies to it: %s', (_what, text) => {
  const checked = check(text.replace('▶', ''))
  expect(checked.findings.map(({ rule }) => rule)).toEqual(['schema/too-complex'])
  expect(checked.usable).toBe(false)
})

test('a schema may refer to itself for what is inside of a value', () => {
  expect(check('properties: {child: {$ref: "#"}, children: {items: {$ref: "#"}}}\n').usable).toBe(true)
})

test('a schema of 5 MB is not read any further', () => {
  const text = JSON.stringify({ enum: Array.from({ length: 250_000 }, (_, i) => `some value ${i}`) })
  const root = schemaOf(JSON.parse(text))
  const findings: Finding[] = []
  expect(createSchemaCheck((found) => findings.push(found))(root)).toBe(false)
  expect(findings.map(({ rule, place }) => [rule, place.in])).toEqual([['schema/too-complex', 'span']])
})

/** Values that keywords might hold by mistake. */
const anything = fc.oneof(
  fc.constantFrom('string', 'a', 1, -1, 1.5, 0, true, null, [], {}, ['a'], ['a', 'a'], [1], [{}], { a: {} }, { a: 1 }, { a: ['b'] }, [true], 'integer', ['string', 'null']),
)
const KEYWORDS = [
  'type', 'const', 'maximum', 'exclusiveMinimum', 'multipleOf', 'minLength', 'maxItems', 'minProperties', 'required', 'properties',
  'patternProperties', 'additionalProperties', 'propertyNames', 'items', 'contains', 'uniqueItems', 'allOf', 'anyOf', 'not', 'if', 'then',
  '$defs', 'definitions', 'title', 'examples', 'format', 'readOnly', 'dependencies', 'prefixItems', 'dependentRequired', 'dependentSchemas',
  'unevaluatedItems', 'minContains', 'deprecated', '$comment', 'contentMediaType', 'additionalItems',
]

test.each([
  ['2020-12', 'https://json-schema.org/draft/2020-12/schema', new Ajv2020({ strict: false })],
  ['draft-07', 'http://json-schema.org/draft-07/schema#', new Ajv({ strict: false })],
] as const)('what is refused is what the meta-schema of %s refuses', (_dialect, $schema, ajv) => {
  fc.assert(
    fc.property(fc.constantFrom(...KEYWORDS), anything, (keyword, value) => {
      const findings: Finding[] = []
      createSchemaCheck((found) => findings.push(found))(schemaOf({ $schema, [keyword]: value }))
      expect(findings.length === 0).toBe(ajv.validateSchema({ $schema, [keyword]: value }))
    }),
    { numRuns: 1500 },
  )
})
