import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createValidator } from '../../src/adapters/ajv/validator.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { SchemaNode } from '../../src/core/schema/schemas.ts'
import type { Value } from '../../src/core/value.ts'
import { bundle } from '../../src/stages/schema-bundle/bundle.ts'
import { createSchemaCheck } from '../../src/stages/validate/validate.ts'
import { PATH, rootOf, schemas } from '../schema/support.ts'
import { schema, values } from '../schema-diff/arbitrary.ts'
import { openFiles } from '../helpers/memory.ts'
import { referenceRepository } from '../reference/repository-files.ts'
import { schemaOf } from '../validate/schemas.ts'

function bundled(root: SchemaNode): Value {
  const made = bundle(root)
  if (made.problem !== undefined) throw new Error(made.problem)
  return made.schema
}

const verdict = (root: SchemaNode, value: Value) => createValidator().validate(root, value).definite.map(({ keyword, tokens }) => `${keyword} ${pointer(tokens)}`)

describe('bundle', () => {
  test('puts what references lead to into one schema', () => {
    const set = schemas({
      [PATH]: 'properties: {port: {$ref: common.yaml#/$defs/port}, own: {$ref: "#/$defs/own"}}\n$defs: {own: {type: string}, common.port: true}\n',
      'schemas/common.yaml': '$id: https://example.com/common\n$defs: {port: {$ref: "#/$defs/number", maximum: 9}, number: {$id: "urn:n", type: integer, enum: [{$ref: no}]}}\n',
    })
    expect(bundled(rootOf(set))).toEqual({
      properties: { port: { $ref: '#/$defs/common.port.2' }, own: { $ref: '#/$defs/own' } },
      $defs: {
        'own': { type: 'string' },
        'common.port': true,
        'common.port.2': { $ref: '#/$defs/common.number', maximum: 9 },
        'common.number': { type: 'integer', enum: [{ $ref: 'no' }] },
      },
    })
  })

  test('leaves a schema as it is that needs no other', () => {
    const root = rootOf(schemas('$id: x\ntype: object\nproperties: {a: {$ref: "#"}, $ref: {type: string}}\n'))
    expect(bundled(root)).toEqual(root.schema)
  })

  test.each([
    ['dynamic references', { [PATH]: '$dynamicRef: "#a"\n$dynamicAnchor: a\n' }],
    ['another dialect', { [PATH]: '$ref: old.yaml', 'schemas/old.yaml': '$schema: http://json-schema.org/draft-07/schema\ntype: string\n' }],
  ])('says why it cannot: %s', (_what, files) => {
    expect(bundle(rootOf(schemas(files))).problem).toMatch(/it (?:uses|refers)/)
  })

  test('accepts what the schema accepts', () => {
    fc.assert(fc.property(schema, schema, schema, fc.array(values, { minLength: 10, maxLength: 10 }), (root, one, two, tried) => {
      const other = { $defs: { one, two } }
      const inOther = (text: string) => text.replaceAll('#/$defs/', 'other.json#/$defs/')
      const before = schemaOf(JSON.parse(inOther(JSON.stringify({ allOf: [root] }))), { 'other.json': other })
      fc.pre(createSchemaCheck(() => {})(before))
      const after = schemaOf(bundled(before))
      for (const value of tried as Value[]) expect(verdict(after, value)).toEqual(verdict(before, value))
    }), { numRuns: 300 })
  })

  test('the schemas of the reference repository find the same when bundled', async () => {
    const { workspace } = await openFiles(referenceRepository())
    for (const kind of ['services', 'models', 'deployments', 'integrations']) {
      const root = workspace.schemas.of(kind)?.root as SchemaNode
      const alone = schemaOf(bundled(root))
      expect(createSchemaCheck(() => {})(alone)).toBe(true)
      for (const value of [{}, { service_type: 'ai_model', resources: 5, x: 1 }, { network: { port: 99999 }, provider: 'oidc' }, 'text']) {
        expect(verdict(alone, value)).toEqual(verdict(root, value))
      }
    }
  })
})
