import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { Source } from '../../src/core/source.ts'
import { findNode, keyPlace, tagsAt, valuePlace, type Tree } from '../../src/core/tree.ts'
import { parseIni } from '../../src/stages/parse/ini.ts'
import { parseJson } from '../../src/stages/parse/json.ts'
import { splitKeys } from '../../src/stages/parse/unflatten.ts'
import { parseYaml } from '../../src/stages/parse/yaml.ts'
import { checkMap, cut, leavesOf, loadParsers, plain, read, show, span, textAt } from './formats.ts'
import { mappingOf, type Json } from './writers.ts'

beforeAll(loadParsers)

function split(tree: Tree, separator = '.') {
  const findings: Finding[] = []
  const opened = splitKeys(tree, separator, (found) => findings.push(found))
  if (opened !== tree) checkMap(opened)
  return { tree: opened, value: plain(opened.value), places: findings.map(show), findings }
}

const yaml = (text: string, separator?: string) => split(read(parseYaml, text, 'a.yaml').tree, separator)

describe('flat keys', () => {
  it.each<[string, unknown]>([
    ['a.b.c: 1', { a: { b: { c: 1 } } }],
    ['a.b: 1\na.c: 2\nd: 3', { a: { b: 1, c: 2 }, d: 3 }],
    ['a:\n  b.c: 1\n  d: 2\na.b.e: 3', { a: { b: { c: 1, e: 3 }, d: 2 } }],
    ['a.b.e: 3\na:\n  b.c: 1\n  d: 2', { a: { b: { e: 3, c: 1 }, d: 2 } }],
    ['a.b: {c: 1}\na: {b: {d: 2}, e: {}}\na.e.f: 4', { a: { b: { c: 1, d: 2 }, e: { f: 4 } } }],
    ['l:\n- a.b: 1\n- [{c.d: 2}]', { l: [{ a: { b: 1 } }, [{ c: { d: 2 } }]] }],
    ['a.b: [x.y, {z: 1}]\nc: d.e', { a: { b: ['x.y', { z: 1 }] }, c: 'd.e' }],
    ['a..b: 1\n.c: 2\nd.: 3\n".": 4\ne.f: 5', { 'a..b': 1, '.c': 2, 'd.': 3, '.': 4, e: { f: 5 } }],
    ['a[0].b: 1\na.[c.d]: 2\ne.f: 3', { 'a[0].b': 1, 'a.[c.d]': 2, e: { f: 3 } }],
    ['a.__proto__.b: 1\n__proto__.c: 2', JSON.parse('{"a":{"__proto__":{"b":1}},"__proto__":{"c":2}}')],
    ['a.b: null\na.c: ~', { a: { b: null, c: null } }],
    ['x: &x {a.b: 1}\ny: *x\nz: {<<: *x, a.c: 2}', { x: { a: { b: 1 } }, y: { a: { b: 1 } }, z: { a: { b: 1, c: 2 } } }],
    ['x: &x {a.b: 1, a.c: 2, d: 1}\ny: {<<: *x, a: {b: 3}, d.e: 4}', { x: { a: { b: 1, c: 2 }, d: 1 }, y: { a: { b: 3, c: 2 }, d: { e: 4 } } }],
    ['x: &x {a.b: 1}\ny: {<<: *x, a: 2}\nz: {<<: *x, a.b.c: 3}', { x: { a: { b: 1 } }, y: { a: 2 }, z: { a: { b: { c: 3 } } } }],
    ['x: &x {a: {b: 1}}\ny: &y {a.c: 2}\nz: {<<: [*x, *y]}', { x: { a: { b: 1 } }, y: { a: { c: 2 } }, z: { a: { b: 1, c: 2 } } }],
  ])('%j', (text, value) => {
    const opened = yaml(text)
    expect(opened.places).toEqual([])
    expect(opened.value).toEqual(value)
  })

  it('are split by any text', () => {
    expect(yaml('a__b__c: 1\na.d: 2', '__').value).toEqual({ a: { b: { c: 1 } }, 'a.d': 2 })
    expect(yaml('a/b: 1', '/').value).toEqual({ a: { b: 1 } })
    expect(yaml('a<b: 1\nx: &x {c: 1}\ny: {<<: *x}', '<').value).toEqual({ a: { b: 1 }, x: { c: 1 }, y: { c: 1 } })
  })

  it('nest the sections of an INI file', () => {
    const { tree } = read(parseIni, '[a]\nx = 1\n[a.b]\ny.z = 2\n[a]\nw = 3')
    expect(split(tree).value).toEqual({ a: { x: '1', b: { y: { z: '2' } }, w: '3' } })
  })

  it('cost nothing where there are none', () => {
    for (const text of ['', 'a: {b: [1, 2]}', 'a: b.c', 'a..b: 1', 'x: &x {a: 1}\ny: {<<: *x}', 'a[0].b: 1']) {
      const { tree } = read(parseYaml, text)
      expect(split(tree).tree).toBe(tree)
    }
    const { tree } = read(parseYaml, 'a.b: 1')
    expect(split(tree, '').tree).toBe(tree)
  })

  it('keep what a document is', () => {
    const { tree } = read(parseYaml, 'a.b: 1')
    expect(split({ ...tree, encrypted: true }).tree.encrypted).toBe(true)
    expect(split(tree).tree.source).toBe(tree.source)
  })

  it('keep their places', () => {
    const { tree } = yaml('server.port: 8080\nserver:\n  address: "::"\nx: &x {p.q: [1]}\ny: *x\n')
    const key = (...tokens: string[]) => cut(keyPlace(tree, findNode(tree, tokens)))
    expect(key('server', 'port')).toBe('port')
    expect(key('server', 'address')).toBe('address')
    expect(key('server')).toBe('server')
    expect(textAt(tree, 'server')).toBe('server.port: 8080')
    expect(textAt(tree, 'server', 'address')).toBe('"::"')
    expect(span(valuePlace(tree, findNode(tree, ['y', 'p', 'q', '0'])))).toBe('4:14-4:15')
    expect(key('y')).toBe('y')
  })

  it('have a place for each part, where they are written letter by letter', () => {
    const at = (tree: Tree, ...tokens: string[]) => span(keyPlace(tree, findNode(tree, tokens)))
    const ini = split(read(parseIni, '[a__b]\nc__d__e = 1', 'a.ini').tree, '__').tree
    expect([at(ini, 'a'), at(ini, 'a', 'b'), at(ini, 'a', 'b', 'c', 'd'), at(ini, 'a', 'b', 'c', 'd', 'e')]).toEqual(['1:2-1:3', '1:5-1:6', '2:4-2:5', '2:7-2:8'])
    const { tree } = yaml('"a.b": 1\n"c\\u002Ed": 2\ne.f: {g: 1}\n')
    expect([at(tree, 'a'), at(tree, 'a', 'b'), at(tree, 'c', 'd'), at(tree, 'e', 'f'), at(tree, 'e', 'f', 'g')]).toEqual(['1:2-1:3', '1:4-1:5', '2:1-2:11', '3:3-3:4', '3:7-3:8'])
  })

  it('take their tags along', () => {
    const { tree } = yaml('a.b: !append [1]\nc:\n- d.e: !replace {f: 1}\nx: &x {g.h: !prepend [2]}\ny: *x\nz: {<<: *x}\na: !merge {q: 1}')
    const tag = (...tokens: string[]) => tagsAt(tree.tags, tokens)?.tag
    expect(tag('a', 'b')).toBe('!append')
    expect(tag('a')).toBe('!merge')
    expect(tag('c', '0', 'd', 'e')).toBe('!replace')
    expect([tag('x', 'g', 'h'), tag('y', 'g', 'h'), tag('z', 'g', 'h')]).toEqual(['!prepend', '!prepend', '!prepend'])
    expect(tagsAt(tree.tags, ['a.b'])).toBeUndefined()
    const merged = yaml('x: &x {a: !replace {c: 1}}\ny: {<<: *x, a.b: 2}').tree
    expect(plain(merged.value)).toMatchObject({ y: { a: { b: 2, c: 1 } } })
    expect(tagsAt(merged.tags, ['y', 'a'])).toBeUndefined()
  })
})

describe('flat keys that clash', () => {
  it.each<[string, string[], unknown]>([
    ['a: 1\na.b: 2', ['2:1-2:4 parse/flat-key < 1:1'], { a: { b: 2 } }],
    ['a.b: 2\na: 1', ['2:1-2:2 parse/flat-key < 1:1'], { a: 1 }],
    ['a: [1]\nx: 1\na.b.c: 2', ['3:1-3:6 parse/flat-key < 1:1'], { a: { b: { c: 2 } }, x: 1 }],
    ['a.b: {c: 1}\na: {b: 2}', ['2:5-2:6 parse/flat-key < 1:3'], { a: { b: 2 } }],
    ['a:\na.b: 2', ['2:1-2:4 parse/flat-key < 1:1'], { a: { b: 2 } }],
    ['a.b: 1\na: {b: 2}', ['2:5-2:6 parse/duplicate-key < 1:3'], { a: { b: 2 } }],
    ['a: {b: [1]}\na.b: [2]', ['2:1-2:4 parse/duplicate-key < 1:5'], { a: { b: [2] } }],
    ['a: {b.c: {d: 1}}\na.b: {c.d: 2}\na.b.c: {d: 3}', ['2:7-2:10 parse/duplicate-key < 1:11', '3:9-3:10 parse/duplicate-key < 2:9'], { a: { b: { c: { d: 3 } } } }],
    ['l: [{a: 1, a.b: 2}, {a.b: 1}]', ['1:12-1:15 parse/flat-key < 1:6'], { l: [{ a: { b: 2 } }, { a: { b: 1 } }] }],
  ])('%j', (text, places, value) => {
    const opened = yaml(text)
    expect(opened.places).toEqual(places)
    expect(opened.value).toEqual(value)
  })

  it('are not told twice, and not of holes', () => {
    expect(yaml('a.b: 1\na.b: 2\na.c: 3')).toMatchObject({ places: [], value: { a: { b: 2, c: 3 } } })
    expect(yaml('a: !unknown x\na.b: 2')).toMatchObject({ places: [], value: { a: { b: 2 } } })
    expect(yaml('a.b: 9007199254740993\na: {b: 2}')).toMatchObject({ places: [], value: { a: { b: 2 } } })
  })

  it('say which path it is', () => {
    const [found] = yaml('management.endpoints: all\nmanagement.endpoints.web: 2').findings
    expect(found?.message).toContain('management.endpoints cannot be a mapping as well')
  })
})

describe('limits', () => {
  it('gives a document up that opens too deep', () => {
    expect(yaml(`${'a.'.repeat(99)}a: 1`).places).toEqual([])
    expect(yaml(`b: 1\n${'a.'.repeat(100)}a: 1`)).toMatchObject({ places: ['2:1-2:202 parse/too-deep'], value: '!hole' })
    expect(yaml(`b: 1\n${'a.'.repeat(99)}a: {}`)).toMatchObject({ places: ['2:1-2:200 parse/too-deep'], value: '!hole' })
  })

  it('gives a document up that opens too wide', () => {
    const keys = Array.from({ length: 12_000 }, (_, i) => `k${i}${'.a'.repeat(90)}: 1`)
    expect(yaml(keys.join('\n')).places.map((place) => place.replace(/.* /, ''))).toEqual(['parse/too-many-nodes'])
  })

  it('expands aliases and merge keys in bounded time', () => {
    const bomb = ['a0: &a0 {k.k: 1}', ...Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}], x${i}.y: 1}`)]
    const start = performance.now()
    yaml(bomb.join('\n'))
    yaml(Array.from({ length: 50_000 }, (_, i) => `k: &a${i} {${i === 0 ? 'p.q: 1' : `<<: *a${i - 1}`}}`).join('\n'))
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

describe('properties', () => {
  const name = fc.oneof(fc.constantFrom('a', 'b', 'c', '__proto__', '0'), fc.stringMatching(/^[^.[\]\p{C}]{1,3}$/u))
  const { tree: nested } = fc.letrec<{ tree: { [key: string]: Json }; node: Json }>((tie) => ({
    tree: mappingOf(tie('node'), name),
    node: fc.oneof({ depthSize: 'small' }, fc.integer(), fc.string(), fc.array(tie('node'), { maxLength: 2 }), tie('tree')),
  }))

  it('opening what was flattened gives the nested document again', () => {
    fc.assert(
      fc.property(nested, fc.infiniteStream(fc.boolean()), (value, coins) => {
        const text = written(flattened(value, coins))
        const source = new Source('a.json', text)
        const { tree, places } = split(parseJson(source, { stream: false, tags: new Map() }, () => {})[0] as Tree)
        expect(places).toEqual([])
        expect(tree.value).toEqual(value)
        for (const leaf of leavesOf(tree)) expect(JSON.parse(leaf.text)).toEqual(leaf.value)
      }),
      { numRuns: 500 },
    )
  })

  it('never throws, and opens nothing twice', () => {
    const pieces = fc.constantFrom('a', 'b', '.', 'a.b', ': ', '1', '\n', '  ', '- ', '{', '}', '[', ']', ', ', '&x ', '*x', '<<: ', '!append ', '""', 'a.b.c: 1\n')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const { tree } = read(parseYaml, parts.join(''))
        const once = split(tree)
        const twice = split(once.tree)
        expect(twice.places).toEqual([])
        expect(twice.value).toEqual(once.value)
      }),
      { numRuns: 1000 },
    )
  })
})

type Flat = Map<string, Json | Flat>

/** A mapping with some of the entries of its mappings under flat keys instead, in the same order. */
function flattened(value: { readonly [key: string]: Json }, coins: Iterator<boolean>): Flat {
  const flat: Flat = new Map()
  const coin = () => coins.next().value === true
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null || Array.isArray(child)) {
      flat.set(key, child)
      continue
    }
    const below = [...flattened(child as { readonly [key: string]: Json }, coins)]
    const opened = below.slice(0, coin() ? below.length : coin() ? below.length >> 1 : 0)
    for (const [inner, leaf] of opened) flat.set(`${key}.${inner}`, leaf)
    if (opened.length === 0 || opened.length < below.length) flat.set(key, new Map(below.slice(opened.length)))
  }
  return flat
}

function written(flat: Flat): string {
  const entry = ([key, value]: [string, Json | Flat]) => `${JSON.stringify(key)}: ${value instanceof Map ? written(value) : JSON.stringify(value)}`
  return `{${[...flat].map(entry).join(', ')}}`
}
