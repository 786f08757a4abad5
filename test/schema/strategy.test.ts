import { describe, expect, test } from 'vitest'
import { strategyAtKey, type Strategy } from '../../src/core/strategy.ts'
import { mergeLayers } from '../../src/stages/merge/merge.ts'
import { hasKeyedLists } from '../../src/stages/merge/elements.ts'
import { strategyOf } from '../../src/stages/schema/strategy.ts'
import { layer, legible } from '../merge/layers.ts'
import { HOLE } from '../../src/core/opaque.ts'
import { createSchemas, isSecretAt } from '../../src/core/schema/schemas.ts'
import { Source } from '../../src/core/source.ts'
import { check, regexp, rootOf, schemas } from './support.ts'

const OLD = '$schema: http://json-schema.org/draft-07/schema#\n'

function strategy(schema: string): Strategy | undefined {
  return strategyOf(rootOf(schemas(schema)))
}

function at(schema: string, ...keys: readonly string[]): Strategy | undefined {
  let found = strategy(schema)
  for (const key of keys) found = key === '[]' ? found?.items : strategyAtKey(found, key)
  return found
}

describe('strategyOf', () => {
  test.each([
    ['a schema that says nothing', 'properties: {a: {type: array, items: {type: string}}}'],
    ['values that cannot be meant', 'properties: {a: {x-merge: concat}}'],
    ['a reference that leads somewhere', 'properties: {a: {$ref: "#/$defs/a"}}\n$defs: {a: {type: string}}'],
    ['what is wrong where it hides nothing', 'properties: {a: {not: {$ref: "#/none"}, type: text, required: yes}}'],
    ['1,200 branches that hide nothing', `oneOf: [${'{type: integer},'.repeat(1_200)}]`],
    ['x-merge in a branch', 'oneOf: [{properties: {a: {x-merge: append}}}]'],
    ['a discriminated branch, too', 'oneOf: [{required: [k], properties: {k: {const: 1}, a: {x-merge: append}}}]'],
    ['x-secret: false', 'x-secret: false'],
    ['a definition that nothing uses', '$defs: {a: {x-merge: append, x-secret: true}}'],
    ['a recursive schema', 'properties: {a: {$ref: "#"}}'],
  ])('undefined for %s', (_what, schema) => {
    expect(strategy(schema)).toBeUndefined()
  })

  test.each([
    ['properties', 'properties: {a: {x-merge: append}}', ['a']],
    ['patternProperties', 'patternProperties: {^a: {x-merge: append}}', ['abc']],
    ['additionalProperties', 'properties: {b: true}\nadditionalProperties: {x-merge: append}', ['a']],
    ['items', 'items: {x-merge: append}', ['[]']],
    ['items after prefixItems', 'prefixItems: [true]\nitems: {x-merge: append}', ['[]']],
    ['$ref', 'properties: {a: {$ref: "#/$defs/a"}}\n$defs: {a: {x-merge: append}}', ['a']],
    ['allOf', 'allOf: [{allOf: [{properties: {a: {x-merge: append}}}]}]', ['a']],
    ['a recursive $ref', 'properties: {a: {$ref: "#"}, l: {x-merge: append}}', ['a', 'a', 'a', 'l']],
    ['__proto__', 'properties: {__proto__: {properties: {a: {x-merge: append}}}}', ['__proto__', 'a']],
  ])('x-merge below %s', (_what, schema, keys) => {
    expect(at(schema, ...keys)?.merge).toBe('append')
  })

  test.each([
    ['a key that the schema does not name', 'properties: {a: {x-merge: append}}', ['b']],
    ['a pattern that does not match', 'patternProperties: {^a: {x-merge: append}}', ['b']],
    ['what every object has', 'properties: {a: {x-merge: append}}', ['constructor']],
    ['below a list', 'properties: {a: {x-merge: append}}', ['a', '[]']],
  ])('nothing for %s', (_what, schema, keys) => {
    expect(at(schema, ...keys)).toBeUndefined()
  })

  test('what stands beside a reference overrides what it leads to', () => {
    expect(at('properties: {a: {$ref: "#/$defs/a", x-merge: unique}}\n$defs: {a: {x-merge: append}}', 'a')?.merge).toBe('unique')
  })

  test.each([
    ['the same value', 'allOf: [{x-merge: append}]\nx-merge: unique', []],
    ['a key', 'allOf: [{properties: {a: {x-merge: append}}}]\nproperties: {a: {x-merge: unique}}', ['a']],
    ['a key, behind references', 'allOf: [{$ref: "#/$defs/x"}]\nproperties: {a: {$ref: "#/$defs/y"}}\n$defs:\n  x: {properties: {a: {$ref: "#/$defs/z"}}}\n  y: {x-merge: unique}\n  z: {x-merge: append}', ['a']],
    ['a key of a key, behind references', 'allOf: [{$ref: "#/$defs/x"}]\nproperties: {a: {$ref: "#/$defs/y"}}\n$defs:\n  x: {properties: {a: {properties: {b: {x-merge: append}}}}}\n  y: {properties: {b: {x-merge: unique}}}', ['a', 'b']],
    ['other keys and items', 'allOf: [{additionalProperties: {items: {x-merge: append}}}]\nadditionalProperties: {items: {x-merge: unique}}', ['a', '[]']],
  ])('what stands beside an allOf overrides what that brings in: of %s', (_what, schema, keys) => {
    expect(at(schema, ...keys)?.merge).toBe('unique')
    expect(check(schemas(schema)).map(({ rule }) => rule)).toEqual([])
  })

  test('members of one allOf do not override one another, nor does what is reached by both', () => {
    const both = 'allOf: [{properties: {a: {x-merge: append}}}, {properties: {a: {x-merge: unique}}}]'
    const shared = 'allOf: [{$ref: "#/$defs/x"}]\nproperties: {a: {allOf: [{x-merge: unique}, {$ref: "#/$defs/y"}]}}\n$defs:\n  x: {properties: {a: {$ref: "#/$defs/y"}}}\n  y: {x-merge: append}'
    for (const schema of [both, shared]) expect(check(schemas(schema)).map(({ rule }) => rule)).toEqual(['schema/keyword-conflict'])
  })

  test('x-secret counts in any branch and for everything below', () => {
    const schema = 'properties: {a: {anyOf: [{x-secret: true}, {type: integer}]}, b: {prefixItems: [{x-secret: true}]}}'
    expect(at(schema)?.secret).toBe(false)
    expect(at(schema, 'a')?.secret).toBe(true)
    expect(at(schema, 'a', 'x', '[]', 'y')?.secret).toBe(true)
    expect(at(schema, 'b')?.secret).toBe(false)
    expect(at(schema, 'b', '[]')?.secret).toBe(true)
  })

  test.each([
    ['a value of x-secret that cannot be meant', 'properties: {a: {x-secret: "yes"}}'],
    ['a dynamic reference to a schema above', 'properties: {a: {$dynamicRef: "#node"}}\nif: {$dynamicAnchor: node, x-secret: true}'],
    ['a dynamic reference, by any of its anchors', 'properties: {a: {$dynamicRef: "#node"}}\n$defs:\n  x: {$dynamicAnchor: node}\n  y: {$id: y, $dynamicAnchor: node, x-secret: true}'],
    ['a dynamic anchor where no schema is looked for', 'properties: {a: {$dynamicRef: "#node"}}\n$defs: {x: {$dynamicAnchor: node}}\nlibrary: [{y: {$dynamicAnchor: node, x-secret: true}}]'],
    ['a dynamic reference by a pointer', 'properties: {a: {$dynamicRef: "#/$defs/x"}}\n$defs: {x: {x-secret: true}}'],
    ['a recursive reference of 2019-09', 'anyOf: [{properties: {a: {$recursiveRef: "#"}}}, {properties: {b: {x-secret: true}}}]', 'b'],
    ['beside a reference of draft-07', `${OLD}properties: {a: {$ref: "#/definitions/x", x-secret: true}}\ndefinitions: {x: {type: string}}`],
    ['below what stands beside a reference of draft-07', `${OLD}$ref: "#/definitions/x"\nproperties: {a: {x-secret: true}}\ndefinitions: {x: {type: object}}`],
    ['a reference that leads nowhere', 'properties: {a: {$ref: "#/$defs/none"}}'],
    ['a dynamic reference that leads nowhere', 'properties: {a: {$dynamicRef: "#none"}}'],
    ['a reference that is none', 'properties: {a: {$ref: [x]}}'],
    ['schemas that cannot be read', 'properties: {a: {allOf: {x-secret: true}}}'],
    ['a list of patterns', 'properties: {a: {patternProperties: [{x-secret: true}]}}'],
    ['a pattern that the engine refuses', 'patternProperties: {"[": {x-secret: true}}'],
    ['what is beyond what is looked at', `allOf: [${'{},'.repeat(1_200)} {properties: {a: {x-secret: true}}}]`],
    ['beyond it, in branches', `oneOf: [${'{},'.repeat(1_200)} {properties: {a: {x-secret: true}}}]`],
  ])('x-secret counts by whatever reading: %s', (_what, schema, key = 'a') => {
    expect(at(schema, key)?.secret).toBe(true)
    expect(isSecretAt(rootOf(schemas(schema)), [key])).toBe(true)
  })

  test.each([
    ['damaged', { properties: {} }, { damaged: true }],
    ['a hole', HOLE, {}],
    ['null', null, {}],
    ['a list', [], {}],
  ])('everything is hidden by a schema that is %s', (_what, value, more) => {
    const tree = { source: new Source('schemas/test.yaml', ''), value, keys: [null], spans: new Int32Array([-1, -1, 0, 0, 1]) }
    const root = rootOf(createSchemas([{ path: 'schemas/test.yaml', tree, ...more }], regexp))
    expect(strategyAtKey(strategyOf(root), 'a')?.secret).toBe(true)
    expect(isSecretAt(root, ['a'])).toBe(true)
  })

  test('below a secret, lists merge as they did', () => {
    const schema = 'properties: {a: {x-secret: true, properties: {l: {x-merge: {key: id}}}}}'
    expect(at(schema, 'a', 'l')).toMatchObject({ secret: true, merge: { key: 'id' } })
    expect(hasKeyedLists(at(schema, 'a'))).toBe(true)
    expect(hasKeyedLists(at(schema, 'a', 'other'))).toBe(false)
  })

  test('whether lists are keyed is known without a search', () => {
    expect(hasKeyedLists(strategy('properties: {a: {$ref: "#"}, l: {x-merge: {key: id}}}'))).toBe(true)
    expect(hasKeyedLists(strategy('properties: {a: {$ref: "#"}, l: {x-merge: append}}'))).toBe(false)
  })

  test('the same place is the same strategy', () => {
    const schema = rootOf(schemas('properties: {a: {$ref: "#"}, l: {x-merge: append}}'))
    expect(strategyOf(schema)).toBe(strategyOf(schema))
    const root = strategyOf(schema)
    expect(strategyAtKey(strategyAtKey(root, 'a'), 'a')).toBe(strategyAtKey(root, 'a'))
  })
})

describe('merging by a schema', () => {
  const SCHEMA = `
properties:
  hosts: {type: array, x-merge: unique}
  containers:
    x-merge: {key: name}
    items: {properties: {args: {x-merge: append}, env: {x-merge: {key: name}}}}
  limits: {x-merge: replace}
  password: {x-secret: true}
patternProperties:
  ^list: {x-merge: prepend}
`
  const environment = { name: 'production', protected: false }

  test('lists and mappings as it says', () => {
    const layers = [
      layer('base.yaml', 'hosts: [a, b]\nlimits: {cpu: 1, memory: 2}\nlistA: [1]\ncontainers:\n  - {name: x, args: [1], env: [{name: A, value: 1}]}\n  - {name: y}\nother: [1]'),
      layer('top.yaml', 'hosts: [b, c]\nlimits: {cpu: 2}\nlistA: [0]\ncontainers:\n  - {name: x, args: [2], env: [{name: A, value: 2}]}\n  - {name: y, $remove: true}\nother: [2]'),
    ]
    expect(mergeLayers(layers, strategy(SCHEMA), { environment })).toEqual({
      hosts: ['a', 'b', 'c'],
      limits: { cpu: 2 },
      listA: [0, 1],
      containers: [{ name: 'x', args: [1, 2], env: [{ name: 'A', value: 2 }] }],
      other: [2],
    })
  })

  test('a plain value over a sealed one, where the schema says that it is secret', () => {
    const findings: string[] = []
    const layers = [layer('base.yaml', 'password: !sealed x'), layer('top.yaml', 'password: plain')]
    const report = ({ rule, severity }: { rule: string; severity: string }) => findings.push(`${severity} ${rule}`)
    expect(legible(mergeLayers(layers, strategy(SCHEMA), { environment, report }))).toEqual({ password: 'plain' })
    expect(findings).toEqual(['error merge/secret-exposed'])
  })
})
