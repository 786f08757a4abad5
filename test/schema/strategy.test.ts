import { describe, expect, test } from 'vitest'
import { strategyAtKey, type Strategy } from '../../src/core/strategy.ts'
import { mergeLayers } from '../../src/stages/merge/merge.ts'
import { hasKeyedLists } from '../../src/stages/merge/elements.ts'
import { strategyOf } from '../../src/stages/schema/strategy.ts'
import { layer, legible } from '../merge/layers.ts'
import { rootOf, schemas } from './support.ts'

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
    ['values that cannot be meant', 'properties: {a: {x-merge: concat, x-secret: "yes"}}'],
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

  test('x-secret counts in any branch and for everything below', () => {
    const schema = 'properties: {a: {anyOf: [{x-secret: true}, {type: integer}]}, b: {prefixItems: [{x-secret: true}]}}'
    expect(at(schema)?.secret).toBe(false)
    expect(at(schema, 'a')?.secret).toBe(true)
    expect(at(schema, 'a', 'x', '[]', 'y')?.secret).toBe(true)
    expect(at(schema, 'b')?.secret).toBe(false)
    expect(at(schema, 'b', '[]')?.secret).toBe(true)
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
