import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HOLE, Sealed } from '../../src/core/opaque.ts'
import { decide } from '../../src/core/schema/decide.ts'
import { documentReference } from '../../src/core/schema/extensions.ts'
import { scopeAt } from '../../src/core/schema/schemas.ts'
import { isList, isMapping, put, type MutableMapping, type Value } from '../../src/core/value.ts'
import { namesIn, type DocumentName } from '../../src/stages/refer/names.ts'
import { namesKnownTo } from '../../src/stages/refer/plans.ts'
import { schemaOf } from '../schema/support.ts'
import { legible } from './support.ts'

const found = (schema: unknown, value: Value) => namesIn(value, schemaOf(schema)).map(legible)

const SERVICE = {
  properties: {
    model: { 'x-ref': 'models' },
    needs: {
      properties: {
        services: { items: { 'x-ref': { kind: 'services', acyclic: true } } },
        first: { prefixItems: [{ 'x-ref': 'a' }, true], items: { 'x-ref': 'b' } },
      },
    },
    upstreams: { propertyNames: { 'x-ref': 'services' }, additionalProperties: { properties: { model: { $ref: '#/properties/model' } } } },
    file: { 'x-ref': { kind: ['models', 'adapters'], by: 'path' } },
  },
  patternProperties: { '^x-model': { 'x-ref': 'models' } },
}

describe('names are found', () => {
  const cases: readonly (readonly [what: string, schema: unknown, value: Value, names: readonly string[]])[] = [
    ['in a property', SERVICE, { model: 'a', other: 'b' }, ['/model a models']],
    ['in a list', SERVICE, { needs: { services: ['a', 1, 'b'] } }, ['/needs/services/0 a services acyclic', '/needs/services/2 b services acyclic']],
    ['by the place in a list', SERVICE, { needs: { first: ['x', 'y', 'z', 'q'] } }, ['/needs/first/0 x a', '/needs/first/2 z b', '/needs/first/3 q b']],
    ['in keys, and below them through $ref', SERVICE, { upstreams: { r: { model: 'm' }, s: {} } }, ['/upstreams/r r services key', '/upstreams/r/model m models', '/upstreams/s s services key']],
    ['by path, of several kinds', SERVICE, { file: './m.yaml' }, ['/file ./m.yaml models|adapters by path']],
    ['under patterns', SERVICE, { 'x-model-a': 'a', 'x-moderl': 'b' }, ['/x-model-a a models']],
    ['as the whole document', { 'x-ref': 'models' }, 'm', [' m models']],
    ['in texts that are empty or odd', SERVICE, { model: '' }, ['/model  models']],
    ['under a key that touches no prototype', { propertyNames: { 'x-ref': 'k' }, additionalProperties: { 'x-ref': 'v' } }, proto('p'), ['/__proto__ __proto__ k key', '/__proto__ p v']],
    ['below a schema that refers to itself', { properties: { m: { 'x-ref': 'k' }, next: { $ref: '#' } } }, { next: { next: { m: 'a' } } }, ['/next/next/m a k']],
    ['where allOf and $ref both say something: the nearest', { $ref: '#/$defs/k', 'x-ref': 'a', $defs: { k: { 'x-ref': 'b' } } }, 'm', [' m a']],
    ['in the branch that a tag chooses', UNION(), { is: 'b', ref: 'x' }, ['/ref x of-b']],
    ['in the branch that alone allows a string', { anyOf: [{ type: 'null' }, { type: 'string', 'x-ref': 'k' }] }, 'x', [' x k']],
    ['in the branch that alone allows a mapping', { anyOf: [{ type: 'string' }, { type: 'object', properties: { m: { 'x-ref': 'k' } } }] }, { m: 'x' }, ['/m x k']],
    ['in the branch that alone allows a key', { propertyNames: { anyOf: [{ type: 'string', 'x-ref': 'k' }, { type: 'integer' }] } }, { x: 1 }, ['/x x k key']],
    ['in the tag of a branch inside a branch', { anyOf: [{ type: 'null' }, { type: 'object', ...UNION() }] }, { is: 'a', ref: 'x' }, ['/ref x of-a']],
  ]
  test.each(cases)('%s', (_what, schema, value, names) => {
    expect(found(schema, value)).toEqual(names)
  })
})

describe('what is no name', () => {
  const cases: readonly (readonly [what: string, schema: unknown, value: Value])[] = [
    ['what an if may say', { if: { type: 'string' }, then: { 'x-ref': 'k' } }, 'x'],
    ['one of two branches that allow a string', { anyOf: [{ type: 'string', 'x-ref': 'k' }, { type: 'string' }] }, 'x'],
    ['a branch of another tag', UNION(), { is: 'c', ref: 'x' }],
    ['a branch that no tag chooses', UNION(), { ref: 'x' }],
    ['what is not there', SERVICE, {}],
    ['numbers, null and what is under them', SERVICE, { model: 5, file: null, needs: { services: { a: 'x' } } }],
    ['opaque leaves', SERVICE, { model: HOLE, file: new Sealed('str', 'ENC[]'), needs: HOLE }],
    ['a list where a string belongs', SERVICE, { model: ['x'] }],
    ['an x-ref that says nothing', { 'x-ref': { kind: 'models', by: 'hand' } }, 'x'],
    ['anything below false', false, { a: 'x' }],
    ['what `not` and `contains` say', { not: { 'x-ref': 'k' }, contains: { 'x-ref': 'k' } }, ['x']],
  ]
  test.each(cases)('%s', (_what, schema, value) => {
    expect(found(schema, value)).toEqual([])
  })
})

function UNION(): object {
  const branch = (tag: string) => ({ required: ['is'], properties: { is: { const: tag }, ref: { 'x-ref': `of-${tag}` } } })
  return { oneOf: [branch('a'), branch('b')] }
}

function proto(value: Value): Value {
  const mapping: MutableMapping = {}
  put(mapping, '__proto__', value)
  return mapping
}

test('a schema tells every sort of name that it knows, in any branch', () => {
  const schema = { if: { properties: { a: { 'x-ref': 'x' } } }, anyOf: [{ 'x-ref': 'y' }], propertyNames: { 'x-ref': 'z' }, $ref: '#/$defs/u', $defs: { u: { items: { 'x-ref': 'u' } }, unused: { 'x-ref': 'v' } } }
  expect(namesKnownTo(schemaOf(schema)).flatMap(({ kinds }) => kinds).sort()).toEqual(['u', 'x', 'y', 'z'])
})

describe('the walk agrees with asking at every pointer', () => {
  const kinds = fc.constantFrom('p', 'q')
  const keys = fc.constantFrom('a', 'b', 'ab', '__proto__')
  const schemas = fc.letrec<{ schema: unknown; keywords: object }>((tie) => ({
    schema: fc.oneof({ maxDepth: 4 }, { weight: 2, arbitrary: kinds.map((kind) => ({ 'x-ref': kind })) }, { weight: 3, arbitrary: tie('keywords') }),
    keywords: fc
      .array(
        fc.oneof(
          fc.array(fc.tuple(keys, tie('schema')), { maxLength: 3 }).map((entries) => ({ properties: Object.fromEntries(entries) })),
          tie('schema').map((schema) => ({ patternProperties: { '^a': schema } })),
          tie('schema').map((additionalProperties) => ({ additionalProperties })),
          tie('schema').map((items) => ({ items })),
          tie('schema').map((schema) => ({ prefixItems: [schema] })),
          tie('schema').map((schema) => ({ allOf: [schema] })),
          kinds.map((kind) => ({ propertyNames: { 'x-ref': kind } })),
          fc.constant({ $ref: '#' }),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((all): object => Object.assign({}, ...all) as object),
  })).schema
  const values = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      { weight: 1, arbitrary: fc.constantFrom<Value[]>('s', 1, null) },
      { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
      { weight: 4, arbitrary: fc.array(fc.tuple(keys, tie('value')), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)) },
    ),
  })).value

  test('property', () => {
    let named = 0
    fc.assert(
      fc.property(schemas, values, (schema, value) => {
        const root = schemaOf({ ...(schema as object) })
        const names = namesIn(value, root).map(legible).sort()
        named += names.length
        expect(names).toEqual(byAsking(value, root).map(legible).sort())
      }),
      { numRuns: 2000 },
    )
    expect(named).toBeGreaterThan(100)
  })
})

/** Every string and key, each asked for from the root on. */
function byAsking(value: Value, root: ReturnType<typeof schemaOf>, tokens: readonly string[] = [], at: Value = value): DocumentName[] {
  const scope = scopeAt(root, tokens, value)
  const names: DocumentName[] = []
  const say = (where: DocumentName['tokens'], part: 'key' | 'value', text: string, of: typeof scope) => {
    const reference = documentReference(decide(of, 'x-ref')?.value)
    if (reference !== undefined) names.push({ tokens: where, part, text, reference })
  }
  if (typeof at === 'string') say(tokens, 'value', at, scope)
  if (isMapping(at)) for (const key of Object.keys(at)) say([...tokens, key], 'key', key, scope.ofKeys())
  const children = isList(at) || isMapping(at) ? Object.entries(at) : []
  for (const [token, child] of children) names.push(...byAsking(value, root, [...tokens, token], child))
  return names
}
