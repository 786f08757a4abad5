import { beforeAll, describe, expect, it } from 'vitest'
import { findNode, valuePlace, type TagTree } from '../../src/core/tree.ts'
import { checkMap, cut, fixture, leavesOf, loadParsers, span, textAt } from './formats.ts'
import { readYaml } from './yaml-help.ts'

beforeAll(loadParsers)

describe('what a YAML text says', () => {
  it.each<[string, unknown]>([
    // YAML 1.2 core schema
    ['[null, Null, NULL, ~]', [null, null, null, null]],
    ['[true, True, TRUE, false, False, FALSE]', [true, true, true, false, false, false]],
    ['[yes, no, on, off, y, n, nULL, tRUE]', ['yes', 'no', 'on', 'off', 'y', 'n', 'nULL', 'tRUE']],
    ['[0, -0, +1, 010, 0o10, 0x1F, -12]', [0, -0, 1, 10, 8, 31, -12]],
    ['[1.0, .5, 1., -1e3, 1E-2, +.5e+1]', [1, 0.5, 1, -1000, 0.01, 5]],
    ['[0b11, 1_000, 1:30, -0x1F, 0o8, 1e, ., +, 0x]', ['0b11', '1_000', '1:30', '-0x1F', '0o8', '1e', '.', '+', '0x']],
    ['[2001-12-14, 12:30:45, =, <<]', ['2001-12-14', '12:30:45', '=', '<<']],
    ['[9007199254740991, -9007199254740991]', [9007199254740991, -9007199254740991]],
    ['["12", \'true\', "", \'\']', ['12', 'true', '', '']],
    // scalars over lines
    ['a: b\n  c\n\n  d', { a: 'b c\nd' }],
    ['a: "b\\\n  c\\ud83d\\ude00 \\U0001F600 \\x41\\0"', { a: 'bc😀 😀 A\u0000' }],
    ['a: |\n  b\n   c\n\nd: >-\n  e\n  f\n\n  g\n', { a: 'b\n c\n', d: 'e f\ng' }],
    ['a: |+\n  b\n\nc: |2-\n    d', { a: 'b\n\n', c: '  d' }],
    // documents
    ['', null],
    ['# nothing\n', null],
    ['---\n', null],
    ['---\n# nothing\n...\n', null],
    ['--- a', 'a'],
    ['%YAML 1.2\n---\na: 1\n...\n', { a: 1 }],
    ['%YAML 1.1\n---\nyes\n', 'yes'],
    ['a: 1\n---\n', { a: 1 }],
    ['a: 1\n...\n# end\n', { a: 1 }],
    // line ends, tabs, white space
    ['a:\r\n  - b\r\n  - |\r\n    c\r\n    d\r\n', { a: ['b', 'c\nd\n'] }],
    ['a: 1\rb: 2\r', { a: 1, b: 2 }],
    ['a:\t1\nb: [\t1,\t2 ]\t# c\n', { a: 1, b: [1, 2] }],
    // flow
    ['{a, b: , c: [d: e, f: ], "g":1, h: [ ] }', { a: null, b: null, c: [{ d: 'e' }, { f: null }], g: 1, h: [] }],
    ['[? a : b, ? c, : d]', [{ a: 'b' }, { c: null }, { '': 'd' }]],
    ['a: [\n  1, # one\n  2, # two\n  ]\n', { a: [1, 2] }],
    // anchors
    ['a: &x [1, &y 2]\nb: *x\nc: *y\n*y : d', { a: [1, 2], b: [1, 2], c: 2, 2: 'd' }],
    ['a: &x 1\nb: &x 2\nc: *x\n', { a: 1, b: 2, c: 2 }],
    ['&k a: *k', { a: 'a' }],
    ['? &k a\n: 1\nb: *k\n', { a: 1, b: 'a' }],
  ])('%j', (text, value) => {
    const { values, places, trees } = readYaml(text)
    expect(places).toEqual([])
    expect(values).toEqual([value])
    for (const tree of trees) checkMap(tree)
  })

  it('keeps the order of keys', () => {
    expect(JSON.stringify(readYaml('b: 1\na: 2\nc: {z: 1, y: 2}').values[0])).toBe('{"b":1,"a":2,"c":{"z":1,"y":2}}')
  })

  it('has __proto__ and constructor as ordinary keys, in merged mappings too', () => {
    const { trees, places } = readYaml('a: &a {__proto__: {x: 1}, constructor: 2}\nb: {<<: *a, toString: 3}')
    expect(places).toEqual([])
    const [tree] = trees
    expect(JSON.stringify(tree?.value)).toBe(
      '{"a":{"__proto__":{"x":1},"constructor":2},"b":{"__proto__":{"x":1},"constructor":2,"toString":3}}',
    )
    expect(({} as { x?: number }).x).toBeUndefined()
  })
})

describe('keys', () => {
  it.each<[string, unknown]>([
    ['1: a\n1.0: b\n0x1F: c\n010: d\n-0: e', { 1: 'a', '1.0': 'b', '0x1F': 'c', '010': 'd', '-0': 'e' }],
    ['null: a\n~: b\ntrue: c\n1e999: d\n.inf: e', { null: 'a', '~': 'b', true: 'c', '1e999': 'd', '.inf': 'e' }],
    [': a', { '': 'a' }],
    ['"": a', { '': 'a' }],
    ['!!str 1: a\n!!int 2: b\n! 3: c', { 1: 'a', 2: 'b', 3: 'c' }],
    ['? |\n  a\n  b\n: c', { 'a\nb\n': 'c' }],
    ['"a\\tb": c', { 'a\tb': 'c' }],
    ['? a\n? b\n: c', { a: null, b: 'c' }],
  ])('are the text that stands in the file: %j', (text, value) => {
    expect(readYaml(text)).toMatchObject({ values: [value], places: [] })
  })
})

describe('merge keys', () => {
  const base = 'a: &a {x: 1, y: 2}\nb: &b {x: 3, z: 4}\n'
  it.each<[string, unknown]>([
    ['c: {<<: *a, y: 5}', { x: 1, y: 5 }],
    ['c: {y: 5, <<: *a}', { y: 5, x: 1 }],
    ['c: {<<: [*a, *b]}', { x: 1, y: 2, z: 4 }],
    ['c: {<<: [*b, *a]}', { x: 3, z: 4, y: 2 }],
    ['c: {<<: {x: 0, <<: *b}}', { x: 0, z: 4 }],
    ['c: {!!merge <<: *a}', { x: 1, y: 2 }],
    ['c: {<<: []}', {}],
    ['c: {<<: *a, <<: *b}', { x: 1, y: 2, z: 4 }],
    ['c: {"<<": 1}', { '<<': 1 }],
    ['c: {! <<: 1}', { '<<': 1 }],
  ])('%j', (text, value) => {
    const { trees, places } = readYaml(base + text)
    expect(places).toEqual([])
    const [tree] = trees
    expect(JSON.stringify((tree?.value as { c: unknown }).c)).toBe(JSON.stringify(value))
  })

  it('lead from an inherited value to its place', () => {
    const [tree] = readYaml(`${base}c: {<<: [*b, *a], y: 5}\n`).trees
    expect(textAt(tree as never, 'c', 'x')).toBe('3')
    expect(textAt(tree as never, 'c', 'y')).toBe('5')
    expect(span(valuePlace(tree as never, findNode(tree as never, ['c', 'z'])))).toBe('2:17-2:18')
  })
})

describe('tags', () => {
  it.each<[string, unknown]>([
    ['[!!str 1, !!int "1", !!float 1, !!bool "true", !!null "", !!null ~, ! 1]', ['1', 1, 1, true, null, null, '1']],
    ['[!!str , !!seq [], !!map {}, ! [a], ! {b: 1}]', ['', [], {}, ['a'], { b: 1 }]],
    ['[!<tag:yaml.org,2002:int> "3", !%61ppend 1]', [3, 1]],
    ['%TAG !y! tag:yaml.org,2002:\n---\n[!y!str 1]', ['1']],
  ])('of YAML itself are followed: %j', (text, value) => {
    expect(readYaml(text)).toMatchObject({ values: [value], places: [] })
  })

  it('that `tags` allows make a string, or nothing at all', () => {
    const tags = new Map<string, 'string' | 'keep'>([['!vault', 'string'], ['!env', 'keep'], ['!!timestamp', 'string']])
    expect(readYaml('[!vault 1, !env 1, !env [1], !!timestamp 2001-12-14, !vault "x"]', { tags })).toMatchObject({
      values: [['1', 1, [1], '2001-12-14', 'x']],
      places: [],
    })
    expect(readYaml('[!vault [1], !other 1]', { tags })).toMatchObject({
      values: [['!hole', '!hole']],
      places: ['1:2-1:8 parse/tag', '1:14-1:20 parse/unknown-tag'],
    })
  })

  it('that say how a value is merged stand beside the value, at their paths', () => {
    const text = [
      'a: !append [1, {b: !replace {c: 1}}]',
      'd: &d {e: !prepend [2], f: 1}',
      'g: *d',
      'h: {<<: *d, e: [3]}',
      'i: {<<: [{x: 1}, *d]}',
      'j: !merge {}',
    ].join('\n')
    const { trees, places } = readYaml(text)
    expect(places).toEqual([])
    const e = { e: ['!prepend'] }
    const a = ['!append', { 1: { b: ['!replace'] } }]
    expect(flat(trees[0]?.tags)).toEqual({ a, d: e, g: e, i: e, j: ['!merge'] })
  })

  it('are none where there are none', () => {
    expect(readYaml('a: [1]').trees[0]).not.toHaveProperty('tags')
  })
})

function flat(tags: TagTree | undefined): unknown {
  const children = Object.fromEntries([...(tags?.children ?? [])].map(([key, child]) => [key, flat(child)]))
  if (tags === undefined || tags.tag === '') return children
  return Object.keys(children).length > 0 ? [tags.tag, children] : [tags.tag]
}

describe('streams', () => {
  it('give one tree a document, empty ones in the middle included', () => {
    const { values, places } = readYaml('---\n---\na: &a 1\n---\n# c\n---\n- 2\n...\n---\n', { stream: true })
    expect(places).toEqual([])
    expect(values).toEqual([null, { a: 1 }, null, [2]])
  })

  it('have anchors and tag handles for each document', () => {
    const { places } = readYaml('%TAG !e! tag:yaml.org,2002:\n---\n!e!str &a 1\n---\n- *a\n', { stream: true })
    expect(places).toEqual(['5:3-5:5 parse/unknown-anchor'])
  })

  it.each([
    ['a: 1\n---\nb: 2\n---\nc: *x\n', '2:1-2:4 parse/stream'],
    ['a: 1\n# ---\n...\n\nb: 2\n', '5:1-5:1 parse/stream'],
    ['a: |\n  ---\n--- &a b\n', '3:1-3:4 parse/stream'],
    ['--- a\n--- b', '2:1-2:4 parse/stream'],
  ])('are refused where one document is expected, and the first is kept: %j', (text, place) => {
    const { trees, places } = readYaml(text)
    expect(places).toEqual([place])
    expect(trees).toHaveLength(1)
  })
})

describe('places', () => {
  const text = fixture('yaml/places.yaml')

  it('are those of values and keys, quotes and brackets included', () => {
    const [tree] = readYaml(text).trees
    if (tree === undefined) throw new Error('no tree')
    checkMap(tree)
    const leaves = leavesOf(tree).map((leaf) => {
      return `/${leaf.tokens.join('/')} ${JSON.stringify(leaf.key)} ${JSON.stringify(leaf.text)}`
    })
    expect(`${leaves.join('\n')}\n`).toBe(fixture('yaml/places.leaves.txt'))
    expect(textAt(tree, 'flow')).toBe('{ a: 1, "b": [ x, y: z, ], }')
    expect(textAt(tree, 'list')).toMatch(/^- one.*null at end\n-$/s)
  })

  it('of an alias are those of its anchor, with the alias as the way there', () => {
    const [tree] = readYaml('a: &a {b: 1}\nc: [*a]\n').trees
    if (tree === undefined) throw new Error('no tree')
    const place = valuePlace(tree, findNode(tree, ['c', '0']))
    expect([cut(place), span(place), place.alias && span(place.alias)]).toEqual(['{b: 1}', '1:7-1:13', '2:5-2:7'])
    expect(textAt(tree, 'c', '0', 'b')).toBe('1')
  })
})
