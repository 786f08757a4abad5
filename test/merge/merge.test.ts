import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import type { Layer } from '../../src/core/layer.ts'
import type { MergeRule, Strategy } from '../../src/core/strategy.ts'
import { mergeLayers } from '../../src/stages/merge/merge.ts'
import { layer, legible, told, variables } from './layers.ts'

interface Case {
  readonly name: string
  /** YAML by path, lowest precedence first; `.sops.` files are encrypted. */
  readonly layers: Readonly<Record<string, string>>
  readonly more?: readonly Layer[]
  readonly strategy?: Strategy
  readonly protected?: boolean
  readonly value: unknown
  readonly findings?: readonly string[]
}

function check(test: Case): void {
  const files = Object.entries(test.layers)
  const layers = files.map(([path, text]) => layer(path, text, { encrypted: path.includes('.sops.') }))
  const found: Finding[] = []
  const environment = { name: 'production', protected: test.protected ?? false }
  const all = [...layers, ...(test.more ?? [])]
  const value = mergeLayers(all, test.strategy, { report: (f) => found.push(f), environment })
  expect(legible(value)).toEqual(test.value)
  expect(told(found)).toEqual(test.findings ?? [])
  for (const { environment: name } of found) expect(name).toBe('production')
}

const at = (key: string, strategy: Strategy): Strategy => ({ properties: { [key]: strategy } })
const list = (merge: MergeRule): Strategy => at('list', { merge })
const keyed = list({ key: 'name' })

const mappings: Case[] = [
  {
    name: 'later layers win, key by key',
    layers: { 'a.yaml': 'a: 1\nm: {x: 1, y: 2}', 'b.yaml': 'm: {y: 3, z: 4}', 'c.yaml': 'a: 5' },
    value: { a: 5, m: { x: 1, y: 3, z: 4 } },
  },
  { name: 'lists replace', layers: { 'a.yaml': 'l: [1, 2]', 'b.yaml': 'l: [3]' }, value: { l: [3] } },
  { name: 'a null removes', layers: { 'a.yaml': 'a: 1\nb: 2', 'b.yaml': 'a: null' }, value: { b: 2 } },
  { name: 'a null removes a null', layers: { 'a.yaml': 'a: null\nb: 2', 'b.yaml': 'a: null' }, value: { b: 2 } },
  {
    name: 'nulls of the first layer are values',
    layers: { 'a.yaml': 'a: null\nb: {c: null}' },
    value: { a: null, b: { c: null } },
  },
  {
    name: 'nulls in literal lists are values',
    layers: { 'a.yaml': '{}', 'b.yaml': 'l: [null, {a: null}]' },
    value: { l: [null, { a: null }] },
  },
  {
    name: 'removing what is not there',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': 'a: 2\nport: null' },
    value: { a: 2 },
    findings: ['b.yaml:2:7 warning merge/removes-nothing this removes /port, which nothing below sets'],
  },
  {
    name: 'nulls of a mapping that is new fall away, at any depth',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': 'm:\n  x: 1\n  y: null\n  n: {z: ~}\n  k: 2' },
    value: { a: 1, m: { x: 1, n: {}, k: 2 } },
    findings: [
      'b.yaml:3:6 warning merge/removes-nothing this removes /m/y, which nothing below sets',
      'b.yaml:4:10 warning merge/removes-nothing this removes /m/n/z, which nothing below sets',
    ],
  },
  {
    name: 'removed by one layer and by the next',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': 'a: null', 'c.yaml': 'a: null' },
    value: {},
    findings: ['c.yaml:1:4 warning merge/removes-nothing this removes /a, which nothing below sets'],
  },
  {
    name: 'removed, then set again without what was there',
    layers: { 'a.yaml': 'm: {x: 1}', 'b.yaml': 'm: null', 'c.yaml': 'm: {y: 2}' },
    value: { m: { y: 2 } },
  },
  {
    name: 'an empty file says nothing',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': '', 'c.yaml': '# only a comment' },
    value: { a: 1 },
  },
  {
    name: 'after an empty file the next is the first',
    layers: { 'a.yaml': '', 'b.yaml': 'a: null' },
    value: { a: null },
  },
  { name: 'empty files alone', layers: { 'a.yaml': '', 'b.yaml': '' }, value: null },
  { name: 'no layer', layers: {}, value: null },
  {
    name: 'prototype keys are ordinary',
    layers: {
      'a.yaml': '{"__proto__": {a: 1}, constructor: 1, toString: 2}',
      'b.yaml': '{"__proto__": {b: 2}, constructor: null, hasOwnProperty: null}',
    },
    value: Object.fromEntries([['__proto__', { a: 1, b: 2 }], ['toString', 2]]),
    findings: ['b.yaml:1:58 warning merge/removes-nothing this removes /hasOwnProperty, which nothing below sets'],
  },
  { name: 'a root that is a list', layers: { 'a.yaml': '[1]', 'b.yaml': '[2]' }, value: [2] },
  {
    name: 'a run variable on top',
    layers: { 'a.yaml': 'db: {port: 1}' },
    more: [variables({ '/db/port': ['DB_PORT', 2] })],
    value: { db: { port: 2 } },
  },
  {
    name: 'a key that a pointer escapes',
    layers: { 'a.yaml': '{}', 'b.yaml': '"a/b~c": null' },
    value: {},
    findings: ['b.yaml:1:10 warning merge/removes-nothing this removes /a~1b~0c, which nothing below sets'],
  },
]

const kinds: Case[] = [
  {
    name: 'a scalar over a mapping',
    layers: { 'a.yaml': 'db:\n  host: x', 'b.yaml': 'a: 1\ndb: y' },
    value: { a: 1, db: 'y' },
    findings: [
      'b.yaml:2:5 warning merge/kind-change /db is a mapping below and a scalar here',
      '  a.yaml:2:3 replaces the value set here',
    ],
  },
  {
    name: 'a mapping over a list',
    layers: { 'a.yaml': 'l: [1]', 'b.yaml': 'l: {x: 1, y: null}' },
    value: { l: { x: 1 } },
    findings: [
      'b.yaml:1:4 warning merge/kind-change /l is a list below and a mapping here',
      '  a.yaml:1:4 replaces the value set here',
      'b.yaml:1:14 warning merge/removes-nothing this removes /l/y, which nothing below sets',
    ],
  },
  {
    name: 'a list over a scalar, below a layer that says nothing of it',
    layers: { 'a.yaml': 'l: x', 'b.yaml': 'm: 1', 'c.yaml': 'l: [1]' },
    value: { l: [1], m: 1 },
    findings: [
      'c.yaml:1:4 warning merge/kind-change /l is a scalar below and a list here',
      '  a.yaml:1:4 replaces the value set here',
    ],
  },
  {
    name: 'the document itself',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': '[1]' },
    value: [1],
    findings: [
      'b.yaml:1:1 warning merge/kind-change the document is a mapping below and a list here',
      '  a.yaml:1:1 replaces the value set here',
    ],
  },
  {
    name: 'scalar types may change',
    layers: { 'a.yaml': 'a: "1"\nb: true', 'b.yaml': 'a: 1\nb: x' },
    value: { a: 1, b: 'x' },
  },
  {
    name: 'null and empty values are placeholders',
    layers: {
      'a.yaml': 'a: null\nb: {}\nc: []\nd: ""\ne: 1\nf: [1]\ng: {x: 1}\nh: {}',
      'b.yaml': 'a: {x: 1}\nb: 1\nc: {x: 1}\nd: [1]\ne: {}\nf: ""\ng: []\nh: []',
    },
    value: { a: { x: 1 }, b: 1, c: { x: 1 }, d: [1], e: {}, f: '', g: [], h: [] },
  },
  {
    name: 'by a run variable',
    layers: { 'a.yaml': 'db: {port: 1}' },
    more: [variables({ '/db': ['DB', 'x'] })],
    value: { db: 'x' },
    findings: [
      'DB warning merge/kind-change /db is a mapping below and a scalar here',
      '  a.yaml:1:5 replaces the value set here',
    ],
  },
  {
    name: 'by run variables that point into lists, which stay as they are',
    layers: { 'a.yaml': 'l: [1]\nm: {n: [{x: 1}], o: []}' },
    more: [variables({ '/l/0': ['A', 'x'], '/l/name': ['B', 'x'], '/m/n/0/x': ['C', 'x'], '/m/o/0': ['D', 'x'], '/m/p/0': ['E', 'x'] })],
    value: { l: [1], m: { n: [{ x: 1 }], o: [], p: { 0: 'x' } } },
    findings: [
      'A error config/bad-value A is to set /l/0, and /l is a list: run variables set keys of mappings, never items of a list',
      '  a.yaml:1:4 the list',
      'B error config/bad-value B is to set /l/name, and /l is a list: run variables set keys of mappings, never items of a list',
      '  a.yaml:1:4 the list',
      'C error config/bad-value C is to set /m/n/0/x, and /m/n is a list: run variables set keys of mappings, never items of a list',
      '  a.yaml:2:8 the list',
      'D error config/bad-value D is to set /m/o/0, and /m/o is a list: run variables set keys of mappings, never items of a list',
      '  a.yaml:2:21 the list',
    ],
  },
  {
    name: 'by a run variable that points into a document that is a list',
    layers: { 'a.yaml': '[1]' },
    strategy: { merge: 'replace' },
    more: [variables({ '/0': ['A', 'x'] })],
    value: [1],
    findings: [
      'A error config/bad-value A is to set /0, and the document is a list: run variables set keys of mappings, never items of a list',
      '  a.yaml:1:1 the list',
    ],
  },
  {
    name: 'under an alias, with the anchor as the place below',
    layers: { 'a.yaml': 'x: &x [1]\ny: *x', 'b.yaml': 'y: 1' },
    value: { x: [1], y: 1 },
    findings: [
      'b.yaml:1:4 warning merge/kind-change /y is a list below and a scalar here',
      '  a.yaml:1:7 replaces the value set here',
    ],
  },
]

const tags: Case[] = [
  { name: '!append', layers: { 'a.yaml': 'l: [1]', 'b.yaml': 'l: !append [2, null]' }, value: { l: [1, 2, null] } },
  { name: '!prepend', layers: { 'a.yaml': 'l: [1]', 'b.yaml': 'l: !prepend [2, 3]' }, value: { l: [2, 3, 1] } },
  { name: '!append to nothing', layers: { 'a.yaml': '{}', 'b.yaml': 'm: {l: !append [2]}' }, value: { m: { l: [2] } } },
  {
    name: '!append to a scalar',
    layers: { 'a.yaml': 'l: 1', 'b.yaml': 'l: !append [2]' },
    value: { l: [2] },
    findings: [
      'b.yaml:1:12 warning merge/kind-change /l is a scalar below and a list here',
      '  a.yaml:1:4 replaces the value set here',
    ],
  },
  {
    name: '!replace',
    layers: { 'a.yaml': 'm: {x: 1}', 'b.yaml': 'm: !replace {y: 2, z: null}' },
    value: { m: { y: 2, z: null } },
  },
  {
    name: '!replace null sets null',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': 'a: !replace null\nb: !replace' },
    value: { a: null, b: null },
  },
  {
    name: '!replace below a new mapping',
    layers: { 'a.yaml': '{}', 'b.yaml': 'm: {n: !replace {x: null}}' },
    value: { m: { n: { x: null } } },
  },
  { name: '!replace of the document', layers: { 'a.yaml': 'a: 1', 'b.yaml': '!replace\nb: null' }, value: { b: null } },
  {
    name: '!replace beats the schema',
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: !replace [2]' },
    strategy: list('append'),
    value: { list: [2] },
  },
  {
    name: '!append beats the schema',
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: !append [1]' },
    strategy: list('unique'),
    value: { list: [1, 1] },
  },
  {
    name: '!merge beats the schema',
    layers: { 'a.yaml': 'list: {x: 1}', 'b.yaml': 'list: !merge {y: 2}' },
    strategy: list('replace'),
    value: { list: { x: 1, y: 2 } },
  },
  {
    name: 'a tag counts for its layer only',
    layers: { 'a.yaml': 'l: [1]', 'b.yaml': 'l: !append [2]', 'c.yaml': 'l: [3]' },
    value: { l: [3] },
  },
  {
    name: '!merge of a keyed list',
    layers: { 'a.yaml': 'list: [{name: a, x: 1}]', 'b.yaml': 'list: !merge [{name: a, y: 2}]' },
    strategy: keyed,
    value: { list: [{ name: 'a', x: 1, y: 2 }] },
  },
  {
    name: '!merge of a list without a key',
    layers: { 'a.yaml': 'l: [1]', 'b.yaml': 'l: !merge [2]' },
    value: { l: [2] },
    findings: [
      'b.yaml:1:11 error merge/tag-misplaced !merge cannot merge /l: the schema names no key (x-merge) for this list; use !append, !prepend or !replace',
    ],
  },
  {
    name: 'tags where they cannot apply, in any layer and at any depth',
    layers: {
      'a.yaml': 'a: !append {x: 1}',
      'b.yaml': 'a: !prepend 1\nn: {o: [!merge 2]}',
      'c.yaml': 'a: !append null',
    },
    value: { n: { o: ['2'] } },
    findings: [
      'a.yaml:1:12 error merge/tag-misplaced !append is for lists, and /a is a mapping',
      'b.yaml:1:13 error merge/tag-misplaced !prepend is for lists, and /a is a string',
      'b.yaml:2:16 error merge/tag-misplaced !merge is for mappings and keyed lists, and /n/o/0 is a string',
      'c.yaml:1:12 error merge/tag-misplaced !append is for lists, and /a is null',
    ],
  },
]

const lists: Case[] = [
  {
    name: 'append',
    strategy: list('append'),
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: [2, 1]' },
    value: { list: [1, 2, 1] },
  },
  {
    name: 'prepend',
    strategy: list('prepend'),
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: [2]', 'c.yaml': 'list: [3, 4]' },
    value: { list: [3, 4, 2, 1] },
  },
  {
    name: 'unique, by deep equality',
    strategy: list('unique'),
    layers: {
      'a.yaml': 'list: [1, 1, {a: 1, b: [2]}]',
      'b.yaml': 'list: ["1", {b: [2], a: 1}, {b: [[2]], a: 1}, 3, 3]',
    },
    value: { list: [1, 1, { a: 1, b: [2] }, '1', { b: [[2]], a: 1 }, 3] },
  },
  {
    name: 'unique never calls opaque items equal',
    strategy: list('unique'),
    layers: { 'a.yaml': 'list: [!hole x, !sealed a]', 'b.yaml': 'list: [!hole x, !sealed a]' },
    value: { list: ['<hole>', '<sealed>', '<hole>', '<sealed>'] },
  },
  {
    name: 'an empty list adds nothing',
    strategy: list('append'),
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: []' },
    value: { list: [1] },
  },
  {
    name: 'a null removes a merged list',
    strategy: list('append'),
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: null', 'c.yaml': 'list: [2]' },
    value: { list: [2] },
  },
  {
    name: 'replace of a mapping',
    strategy: list('replace'),
    layers: { 'a.yaml': 'list: {x: 1}', 'b.yaml': 'list: {y: null}' },
    value: { list: { y: null } },
  },
  {
    name: 'keys without a strategy of their own',
    strategy: { rest: { merge: 'append' } },
    layers: { 'a.yaml': 'x: [1]', 'b.yaml': 'x: [2]' },
    value: { x: [1, 2] },
  },
  {
    name: 'a key named like a prototype property has no strategy by accident',
    strategy: { properties: {}, rest: { merge: 'append' } },
    layers: { 'a.yaml': 'constructor: [1]', 'b.yaml': 'constructor: [2]' },
    value: { constructor: [1, 2] },
  },
]

const keyedLists: Case[] = [
  {
    name: 'base order kept, new elements appended as written, nulls remove in old ones only',
    strategy: keyed,
    layers: {
      'a.yaml': 'list: [{name: a, x: 1}, {name: b, x: 1}]',
      'b.yaml': 'list: [{name: c, y: null}, {name: b, x: null, z: 2}]',
    },
    value: { list: [{ name: 'a', x: 1 }, { name: 'b', z: 2 }, { name: 'c', y: null }] },
  },
  {
    name: '$remove',
    strategy: keyed,
    layers: {
      'a.yaml': 'list: [{name: a}, {name: b}, {name: c}]',
      'b.yaml': 'list: [{name: b, $remove: true, x: 1}, {name: d}]',
    },
    value: { list: [{ name: 'a' }, { name: 'c' }, { name: 'd' }] },
  },
  {
    name: '$remove of what is not there',
    strategy: keyed,
    layers: { 'a.yaml': 'list: [{name: a}]', 'b.yaml': 'list:\n  - {name: b, $remove: true}' },
    value: { list: [{ name: 'a' }] },
    findings: ['b.yaml:2:5 warning merge/removes-nothing no element below has "name" "b", so this removes nothing'],
  },
  {
    name: '$remove where there is no list below: it never reaches the output',
    strategy: keyed,
    layers: {
      'a.yaml': 'list: [{name: a, $remove: true}, {name: b}]',
      'b.yaml': 'list: !replace [{name: b, $remove: true}]',
      'c.yaml': 'list: !append [{name: c, $remove: true}]',
    },
    value: { list: [] },
    findings: [
      'a.yaml:1:8 warning merge/removes-nothing no element below has "name" "a", so this removes nothing',
      'b.yaml:1:17 warning merge/removes-nothing no element below has "name" "b", so this removes nothing',
      'c.yaml:1:16 warning merge/removes-nothing no element below has "name" "c", so this removes nothing',
    ],
  },
  {
    name: 'only true removes',
    strategy: keyed,
    layers: { 'a.yaml': 'list: [{name: a}]', 'b.yaml': 'list: [{name: a, $remove: false}]' },
    value: { list: [{ name: 'a', $remove: false }] },
  },
  {
    name: 'removed and added anew in one layer',
    strategy: keyed,
    layers: {
      'a.yaml': 'list: [{name: a, x: 1}, {name: b}]',
      'b.yaml': 'list: [{name: a, $remove: true}, {name: a, y: 2}]',
    },
    value: { list: [{ name: 'b' }, { name: 'a', y: 2 }] },
  },
  {
    name: 'elements without the key',
    strategy: keyed,
    layers: {
      'a.yaml': 'list: [{name: a}, {x: 1}]',
      'b.yaml': 'list: [{y: 2}, text, {name: [1]}, {name: null}, {name: !sealed s}, {$remove: true}]',
    },
    value: { list: [{ name: 'a' }, { x: 1 }, { y: 2 }, 'text', { name: [1] }, { name: null }, { name: '<sealed>' }] },
    findings: [
      'a.yaml:1:19 error merge/key-missing /list/1 has no "name"; this list is merged by "name", so every item needs it',
      'b.yaml:1:8 error merge/key-missing /list/0 has no "name"; this list is merged by "name", so every item needs it',
      'b.yaml:1:16 error merge/key-missing /list/1 is a string; this list is merged by "name", so its items must be mappings that have it',
      'b.yaml:1:22 error merge/key-missing "name" of /list/2 is a list; this list is merged by "name", so it must be a plain scalar',
      'b.yaml:1:35 error merge/key-missing "name" of /list/3 is null; this list is merged by "name", so it must be a plain scalar',
      'b.yaml:1:49 error merge/key-missing "name" of /list/4 is a sealed value; this list is merged by "name", so it must be a plain scalar',
      'b.yaml:1:68 error merge/key-missing /list/5 has no "name"; this list is merged by "name", so every item needs it',
    ],
  },
  {
    name: 'two elements with one key in a layer',
    strategy: keyed,
    layers: { 'a.yaml': 'list:\n  - {name: a, x: 1}\n  - {name: a, x: 2}', 'b.yaml': 'list: [{name: a, y: 3}]' },
    value: { list: [{ name: 'a', x: 1, y: 3 }, { name: 'a', x: 2 }] },
    findings: [
      'a.yaml:3:5 error merge/key-duplicate two elements of this layer have "name" "a"; layers above reach only the first',
      '  a.yaml:2:12 first used here',
    ],
  },
  {
    name: 'a key under x-secret is not shown',
    strategy: at('list', { merge: { key: 'pin' }, items: { properties: { pin: { secret: true } } } }),
    layers: { 'a.yaml': 'list: [{pin: 1234}, {pin: 1234}]' },
    value: { list: [{ pin: 1234 }, { pin: 1234 }] },
    findings: [
      'a.yaml:1:21 error merge/key-duplicate two elements of this layer have the same "pin"; layers above reach only the first',
      '  a.yaml:1:14 first used here',
    ],
  },
  {
    name: '1 and "1" are different keys',
    strategy: keyed,
    layers: { 'a.yaml': 'list: [{name: 1, x: 1}]', 'b.yaml': 'list: [{name: "1", y: 1}]' },
    value: { list: [{ name: 1, x: 1 }, { name: '1', y: 1 }] },
  },
  {
    name: 'findings inside an element point into it; the place below follows its key, not its position',
    strategy: keyed,
    layers: { 'a.yaml': 'list:\n  - {name: a}\n  - {name: b, x: [1]}', 'b.yaml': 'list:\n  - {name: b, x: 2}' },
    value: { list: [{ name: 'a' }, { name: 'b', x: 2 }] },
    findings: [
      'b.yaml:2:18 warning merge/kind-change /list/0/x is a list below and a scalar here',
      '  a.yaml:3:18 replaces the value set here',
    ],
  },
  {
    name: 'lists in lists, a replaced element',
    strategy: at('list', { merge: { key: 'name' }, items: { properties: { env: { merge: { key: 'k' } } } } }),
    layers: {
      'a.yaml': 'list: [{name: a, env: [{k: x, v: 1}, {k: y, v: 2}]}, {name: b, z: 1}]',
      'b.yaml': 'list: [{name: a, env: [{k: y, v: 3}, {k: z, v: 4}]}, !replace {name: b, q: null}]',
    },
    value: {
      list: [{ name: 'a', env: [{ k: 'x', v: 1 }, { k: 'y', v: 3 }, { k: 'z', v: 4 }] }, { name: 'b', q: null }],
    },
  },
  {
    name: 'a recursive strategy',
    strategy: recursive(),
    layers: {
      'a.yaml': 'list: [{name: a, list: [{name: b, x: 1}]}]',
      'b.yaml': 'list: [{name: a, list: [{name: b, y: 2}, {name: c, $remove: true}]}]',
    },
    value: { list: [{ name: 'a', list: [{ name: 'b', x: 1, y: 2 }] }] },
    findings: ['b.yaml:1:42 warning merge/removes-nothing no element below has "name" "c", so this removes nothing'],
  },
]

function recursive(): Strategy {
  const items: { properties?: Record<string, Strategy> } = {}
  items.properties = { list: { merge: { key: 'name' }, items } }
  return items
}

const opaque: Case[] = [
  {
    name: 'a plain scalar over a secret',
    layers: { 'a.sops.yaml': 'user: x\npassword: !sealed ENC', 'b.yaml': 'password: hunter2' },
    value: { user: 'x', password: 'hunter2' },
    findings: [
      'b.yaml:1:11 warning merge/secret-exposed /password is a secret below and a plain scalar here',
      '  a.sops.yaml:2:19 replaces the value set here',
    ],
  },
  {
    name: 'in a protected environment it is an error',
    protected: true,
    layers: { 'a.sops.yaml': 'password: !secret opened', 'b.yaml': 'password: hunter2' },
    value: { password: 'hunter2' },
    findings: [
      'b.yaml:1:11 error merge/secret-exposed /password is a secret below and a plain scalar here',
      '  a.sops.yaml:1:19 replaces the value set here',
    ],
  },
  {
    name: 'under x-secret it is an error',
    strategy: at('password', { secret: true }),
    layers: { 'a.sops.yaml': 'password: !sealed ENC', 'b.yaml': 'password: 1' },
    value: { password: 1 },
    findings: [
      'b.yaml:1:11 error merge/secret-exposed /password is a secret below and a plain scalar here',
      '  a.sops.yaml:1:19 replaces the value set here',
    ],
  },
  {
    name: 'in a replaced list or mapping, at the same pointer',
    layers: {
      'a.sops.yaml': 'keys: [!sealed a, {k: !sealed b}]\nm: {k: !sealed c, n: !sealed d}',
      'b.yaml': 'keys: [x, {k: y}, z]\nm: !replace {k: w, o: v}',
    },
    value: { keys: ['x', { k: 'y' }, 'z'], m: { k: 'w', o: 'v' } },
    findings: [
      'b.yaml:1:8 warning merge/secret-exposed /keys/0 is a secret below and a plain scalar here',
      '  a.sops.yaml:1:16 replaces the value set here',
      'b.yaml:1:15 warning merge/secret-exposed /keys/1/k is a secret below and a plain scalar here',
      '  a.sops.yaml:1:31 replaces the value set here',
      'b.yaml:2:17 warning merge/secret-exposed /m/k is a secret below and a plain scalar here',
      '  a.sops.yaml:2:16 replaces the value set here',
    ],
  },
  {
    name: 'a plain mapping over a secret',
    layers: { 'a.sops.yaml': 'a: !sealed ENC', 'b.yaml': 'a: {x: 1}' },
    value: { a: { x: 1 } },
    findings: [
      'b.yaml:1:4 warning merge/secret-exposed /a is a secret below and a plain mapping here',
      '  a.sops.yaml:1:12 replaces the value set here',
    ],
  },
  {
    name: 'by a run variable',
    layers: { 'a.sops.yaml': 'a: !sealed ENC' },
    more: [variables({ '/a': ['A', 'x'] })],
    value: { a: 'x' },
    findings: [
      'A warning merge/secret-exposed /a is a secret below and a plain scalar here',
      '  a.sops.yaml:1:12 replaces the value set here',
    ],
  },
  {
    name: 'a secret over a secret, a removed one, one that an encrypted file leaves plain',
    layers: {
      'a.sops.yaml': 'a: !sealed A\nb: !sealed B\nc: !sealed C',
      'b.yaml': 'b: null',
      'c.sops.yaml': 'a: !sealed D\nc: plain',
    },
    value: { a: '<sealed>', c: 'plain' },
  },
  {
    name: 'a secret over a plain value',
    layers: { 'a.yaml': 'a: x', 'b.sops.yaml': 'a: !sealed D' },
    value: { a: '<sealed>' },
  },
  {
    name: 'a sealed leaf counts as a scalar',
    layers: { 'a.yaml': 'a: {x: 1}', 'b.sops.yaml': 'a: !sealed D' },
    value: { a: '<sealed>' },
    findings: [
      'b.sops.yaml:1:12 warning merge/kind-change /a is a mapping below and a scalar here',
      '  a.yaml:1:4 replaces the value set here',
    ],
  },
  {
    name: 'holes pass in silence, on either side',
    layers: {
      'a.yaml': 'a: !hole x\nb: {x: 1}\nc: !hole x\nd: !hole x\ne: [!hole x]',
      'b.yaml': 'a: {y: 1, z: null}\nb: !hole x\nc: null\nd: [1]\ne: [1]',
    },
    value: { a: { y: 1 }, b: '<hole>', d: [1], e: [1] },
  },
  {
    name: 'a layer that is a hole makes the document one, in silence',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': '!hole x', 'c.yaml': '[1]' },
    value: '<hole>',
  },
  {
    name: 'a hole as an element of a keyed list',
    strategy: keyed,
    layers: { 'a.yaml': 'list: [{name: a}]', 'b.yaml': 'list: [!hole x, {name: !hole y}]' },
    value: { list: [{ name: 'a' }, '<hole>', { name: '<hole>' }] },
  },
]

const groups = { mappings, kinds, tags, lists, 'keyed lists': keyedLists, 'opaque leaves': opaque }
for (const [group, cases] of Object.entries(groups)) {
  describe(group, () => it.each(cases.map((test) => [test.name, test] as const))('%s', (_name, test) => check(test)))
}

describe('where the layout reads names', () => {
  const below = layer('a.yaml', 'on: [dev, prod]\nmeta: {name: a}\nother: [1]')
  const above = (text: string) => layer('b.yaml', text, { namedAt: [['on'], ['meta', 'name']] })
  it.each<[string, readonly string[]]>([
    ['on: dev\nmeta: {name: {x: 1}}\nother: [2]', []],
    ['on: null\nmeta: {name: null}', []],
    ['other: 1', ['b.yaml:1:8 warning merge/kind-change /other is a list below and a scalar here', '  a.yaml:3:8 replaces the value set here']],
    ['meta: [a]', ['b.yaml:1:7 warning merge/kind-change /meta is a mapping below and a list here', '  a.yaml:2:7 replaces the value set here']],
    ['meta: {on: null}', ['b.yaml:1:12 warning merge/removes-nothing this removes /meta/on, which nothing below sets']],
  ])('layers differ as they must, and elsewhere are told: %j', (text, findings) => {
    const found: Finding[] = []
    const run = { report: (one: Finding) => found.push(one), environment: { name: 'p', protected: false } }
    mergeLayers([below, above(text)], undefined, run)
    expect(told(found)).toEqual(findings)
  })

  it('what nothing below says may be null there', () => {
    const found: Finding[] = []
    const run = { report: (one: Finding) => found.push(one), environment: { name: 'p', protected: false } }
    expect(mergeLayers([layer('a.yaml', 'x: 1'), above('on: null\nmeta: {name: null}')], undefined, run)).toEqual({ x: 1, meta: {} })
    expect(told(found)).toEqual([])
  })
})

describe('prototypes', () => {
  it('are touched by no key', () => {
    const text = '{"__proto__": {polluted: 1}, constructor: {prototype: {polluted: 1}}}'
    const environment = { name: 'production', protected: false }
    for (const strategy of [undefined, keyed, list('replace')]) {
      const merged = mergeLayers([layer('a.yaml', text), layer('b.yaml', text)], strategy, { environment }) as object
      expect(Object.getPrototypeOf(merged)).toBe(Object.prototype)
      expect(Object.keys(merged)).toEqual(['__proto__', 'constructor'])
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    }
  })
})

describe('sharing', () => {
  const environment = { name: 'production', protected: false }
  it('shares what only one layer speaks of', () => {
    const low = layer('a.yaml', 'a: {x: 1}\nb: {y: [1]}')
    const high = layer('b.yaml', 'a: {z: 1}\nc: {w: {v: 1}}')
    const merged = mergeLayers([low, high], undefined, { environment }) as Record<string, unknown>
    expect(merged['b']).toBe((low.value as Record<string, unknown>)['b'])
    expect(merged['c']).toBe((high.value as Record<string, unknown>)['c'])
    expect(mergeLayers([low], keyed, { environment })).toBe(low.value)
  })

  it('does not change one use of an anchor through another', () => {
    const low = layer('a.yaml', 'a: &x {n: {k: 1}}\nb: *x')
    const merged = mergeLayers([low, layer('b.yaml', 'a: {n: {k: 2}}')], undefined, { environment })
    expect(merged).toEqual({ a: { n: { k: 2 } }, b: { n: { k: 1 } } })
  })

  it('survives documents far deeper than any parser lets through', () => {
    const deep = (leaf: number) => {
      let value: Record<string, unknown> = { leaf }
      for (let i = 0; i < 1_500; i++) value = { a: value, [`only${leaf}`]: { b: null } }
      return layer('a.yaml', '', { value: value as never })
    }
    expect(() => mergeLayers([deep(1), deep(2)], keyed, { environment })).not.toThrow()
  })
})
