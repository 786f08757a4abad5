import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseToml } from '../../src/stages/parse/toml.ts'
import { checkMap, fixture, leavesOf, read, textAt } from './formats.ts'
import { mutations, toml, tomlKey, tomlValue } from './writers.ts'

const toml1 = (text: string) => read(parseToml, text)

describe('what a TOML text says', () => {
  it('is the value that its tables make, wherever they stand', () => {
    const { value, findings, tree } = toml1(fixture('formats/gateway.toml'))
    expect(findings).toEqual([])
    expect(value).toEqual(JSON.parse(fixture('formats/gateway.json')))
    checkMap(tree)
  })

  it.each<[string, unknown]>([
    ['', {}],
    ['# nothing\n', {}],
    ['a = 1', { a: 1 }],
    ['a = -0\nb = +7', { a: -0, b: 7 }],
    ['a = 0xFF\nb = 0o17\nc = 0b101\nd = 1_000', { a: 255, b: 15, c: 5, d: 1000 }],
    ['a = 1.5\nb = 1e3\nc = -0.25E-2\nd = 9_0.0_1', { a: 1.5, b: 1000, c: -0.0025, d: 90.01 }],
    ['a = 9007199254740991', { a: 9007199254740991 }],
    ['a = 1979-05-27', { a: '1979-05-27' }],
    ['a = 07:32:00.999', { a: '07:32:00.999' }],
    ['a = 1979-05-27 07:32:00Z', { a: '1979-05-27 07:32:00Z' }],
    ['a = 1979-05-27t07:32:00.5-07:00', { a: '1979-05-27t07:32:00.5-07:00' }],
    ['a = "\\u00e9\\t\\"\\\\"', { a: 'é\t"\\' }],
    ["a = 'C:\\dir'", { a: 'C:\\dir' }],
    ['a = """\nx\\\n   y"""', { a: 'xy' }],
    ["a = '''\r\nx\r\n'''", { a: 'x\n' }],
    ['a.b.c = 1\na.b.d = 2\na.e = 3', { a: { b: { c: 1, d: 2 }, e: 3 } }],
    ['"a.b" . "" = 1', { 'a.b': { '': 1 } }],
    ['[a.b]\nx = 1\n[c]\n[a]\ny = 2\n[a.d]', { a: { b: { x: 1 }, y: 2, d: {} }, c: {} }],
    ['[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\n[a.b.c]\ny = 2\n[[a]]', { a: [{ b: [{ x: 1 }, { c: { y: 2 } }] }, {}] }],
    ['a = [ 1, [ "x", ], { b.c = 2 } ] # list', { a: [1, ['x'], { b: { c: 2 } }] }],
    ['a = {}', { a: {} }],
    ['[ a . "b" ]\nc = true', { a: { b: { c: true } } }],
    ['constructor = 1\ntoString.valueOf = 2', { constructor: 1, toString: { valueOf: 2 } }],
  ])('%j', (text, value) => {
    const read1 = toml1(text)
    expect(read1.places).toEqual([])
    expect(read1.value).toEqual(value)
    checkMap(read1.tree)
  })

  it('keeps __proto__ an ordinary key', () => {
    const { tree } = toml1('[__proto__]\n__proto__ = 1\n[a.__proto__.b]\nc.__proto__ = 2')
    expect(JSON.stringify(tree.value)).toBe('{"__proto__":{"__proto__":1},"a":{"__proto__":{"b":{"c":{"__proto__":2}}}}}')
    expect(Object.getPrototypeOf(tree.value)).toBe(Object.prototype)
  })

  it('has the place of every value, of what it implies too', () => {
    const { tree } = toml1(fixture('formats/gateway.toml'))
    expect(textAt(tree, 'limits')).toBe('requests = 1_000')
    expect(textAt(tree, 'limits', 'burst')).toBe('0x10')
    expect(textAt(tree, 'server', 'tls')).toBe('{ enabled = true, min_version = "1.3" }')
    expect(textAt(tree, 'server', 'weights', '1')).toBe('0.25')
    expect(textAt(tree, 'server', 'headers')).toBe('[server.headers]\n"x-request-id" = "on"')
    expect(textAt(tree, 'route', '1', 'path')).toBe('"/v1/embed"')
    expect(textAt(tree, 'route', '0')).toBe('[[route]]\npath = "/v1/chat"\nmodels = [ "mixtral-8x7b", "llama-3-70b" ]')
    expect(textAt(tree, 'route', '1', 'retry', 'message')).toBe('"""\nThe model is busy, \\\n  try again."""')
    expect(textAt(tree)).toBe(tree.source.text)
  })
})

describe('what is wrong with a TOML text', () => {
  it.each<[string, string[]]>([
    ['a', ['1:2-1:2 parse/syntax']],
    ['a = ', ['1:4-1:4 parse/syntax']],
    ['a = \nb = 1', ['1:4-1:4 parse/syntax']],
    ['a = # x\n\n  # y\n\nb = 1', ['1:4-1:4 parse/syntax']],
    ['a: 1', ['1:2-1:3 parse/syntax']],
    ['a = hello world', ['1:5-1:10 parse/syntax']],
    ['a = 1 b = 2', ['1:7-1:8 parse/syntax']],
    ['é = 1', ['1:1-1:2 parse/syntax']],
    ['= 1', ['1:1-1:2 parse/syntax']],
    ['a. = 1', ['1:2-1:3 parse/syntax']],
    ['a..b = 1', ['1:2-1:3 parse/syntax']],
    ['[.a]', ['1:2-1:3 parse/syntax']],
    ['[]', ['1:2-1:3 parse/syntax']],
    ['[a', ['1:3-1:3 parse/syntax']],
    ['[a\nb = 1', ['1:3-1:3 parse/syntax']],
    ['[[a]', ['1:5-1:5 parse/syntax']],
    ['[ [a]]', ['1:3-1:4 parse/syntax']],
    ['x = 1\na = "open\nb = 1', ['2:5-2:6 parse/syntax']],
    ["a = '''open\nb = 1\n", ['1:5-1:6 parse/syntax']],
    ['a = """x"""""""', ['1:9-1:10 parse/syntax']],
    ['a = "\\q"', ['1:6-1:8 parse/syntax']],
    ['a = "\\ud800"', ['1:6-1:12 parse/syntax']],
    ['a = "\u0001"', ['1:6-1:7 parse/syntax']],
    ['a = [1, [2]\n', ['1:5-1:6 parse/syntax']],
    ['a = [\n  1\n  2\n]', ['2:4-2:4 parse/syntax < 1:5']],
    ['a = [1,\nb = 2', ['2:1-2:2 parse/syntax < 1:5']],
    ['a = [1,,2]', ['1:8-1:9 parse/syntax']],
    ['a = {b = 1', ['1:5-1:6 parse/syntax']],
    ['a = {b = 1,\nc = 2}', ['1:12-1:12 parse/syntax < 1:5']],
    ['a = {b = 1,}', ['1:12-1:13 parse/syntax']],
    ['a = 01', ['1:5-1:7 parse/syntax']],
    ['a = 1__0', ['1:5-1:9 parse/syntax']],
    ['a = 2024-02-30', ['1:5-1:15 parse/syntax']],
    ['a = 25:00:00', ['1:5-1:13 parse/syntax']],
    ['a = 1\rb = 2', ['1:6-2:1 parse/syntax']],
    ['a = {{ .Values.a }}', ['1:5-1:7 parse/template']],
    ['<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> x\n', ['1:1-1:13 parse/syntax']],
  ])('%j', (text, places) => {
    const { value, places: found } = toml1(text)
    expect(found).toEqual(places)
    expect(value).toBe('!hole')
  })

  it.each<[string, string[], unknown]>([
    ['a = 1\na = 2', ['2:1-2:2 parse/duplicate-key < 1:1'], { a: 2 }],
    ['a = 1\na = 2\na = 3', ['2:1-2:2 parse/duplicate-key < 1:1', '3:1-3:2 parse/duplicate-key < 2:1'], { a: 3 }],
    ['"\\u0061" = 1\na = 2', ['2:1-2:2 parse/duplicate-key < 1:1'], { a: 2 }],
    ['[a]\nx = 1\n[b]\n[a]\ny = 2', ['4:2-4:3 parse/duplicate-key < 1:2'], { a: { x: 1, y: 2 }, b: {} }],
    ['a = 1\n[a.b]\nc = 2', ['2:2-2:3 parse/duplicate-key < 1:1'], { a: { b: { c: 2 } } }],
    ['a = {x = 1, x = 2}\nb = 3', ['1:13-1:14 parse/duplicate-key < 1:6'], { a: { x: 2 }, b: 3 }],
    ['a = []\n[[a]]\nb = 1', ['2:3-2:4 parse/duplicate-key < 1:1'], { a: [{ b: 1 }] }],
    ['[[a]]\n[a]\nb = 1', ['2:2-2:3 parse/duplicate-key < 1:3'], { a: { b: 1 } }],
    ['[a.b]\n[a]\nb.c = 1', ['3:1-3:2 parse/duplicate-key < 1:4'], { a: { b: { c: 1 } } }],
    ['[__proto__]\n[__proto__]', ['2:2-2:11 parse/duplicate-key < 1:2'], JSON.parse('{"__proto__":{}}')],
    ['a = 1\na = "\\ue0000"', ['2:1-2:2 parse/duplicate-key < 1:1'], { a: '\ue0000' }],
    ['a = 9007199254740993\nb = 1', ['1:5-1:21 parse/number'], { a: '!hole', b: 1 }],
    ['a = [inf, -nan, 1e999, 1e-999]', ['1:6-1:9 parse/number', '1:11-1:15 parse/number', '1:17-1:22 parse/number', '1:24-1:30 parse/number'], { a: ['!hole', '!hole', '!hole', '!hole'] }],
    ['"a\\u0000b" = 1', ['1:1-1:11 parse/complex-key'], '!hole'],
  ])('%j', (text, places, value) => {
    const { value: found, places: at, tree } = toml1(text)
    expect(at).toEqual(places)
    expect(found).toEqual(value)
    checkMap(tree)
  })

  it('never passes on what the library says, nor what the file holds', () => {
    const secret = 'hunter2'
    for (const text of ['a', `a = "${secret}`, `a = ${secret}`, `a = "${secret}" b`, `a = ["${secret}"`, `a = '${secret}\u0001'`]) {
      for (const { message } of toml1(text).findings) {
        expect(message).not.toMatch(/Unterminated|Unexpected|Expected|constant|token/)
        expect(message).not.toContain(secret)
      }
    }
  })
})

describe('limits', () => {
  it('reads a string of ten megabytes', () => {
    const { tree, places } = toml1(`a = '${'x'.repeat(10_000_000)}'\n[b]\nc = "y"`)
    expect(places).toEqual([])
    expect(textAt(tree, 'b', 'c')).toBe('"y"')
    expect((tree.value as { a: string }).a).toHaveLength(10_000_000)
  })

  it.each<[string, string, string[]]>([
    ['a long string with escapes', `a = "${'x'.repeat(500_000)}\\n"`, ['1:5-1:500009 parse/syntax']],
    ['a long open string', `b = 1\na = "${'x'.repeat(500_000)}`, ['2:5-2:6 parse/syntax']],
    ['a long number', `a = ${'9'.repeat(200_000)}`, ['1:5-1:200005 parse/number']],
    ['deep lists', `a = ${'['.repeat(50_000)}${']'.repeat(40_000)}`, ['1:105-1:106 parse/too-deep']],
    ['a little too deep', `a = ${'['.repeat(101)}${']'.repeat(101)}`, ['1:104-1:108 parse/too-deep']],
    ['too long a dotted key', `${'a.'.repeat(100)}b = 1`, ['1:1-1:202 parse/too-deep']],
    ['a long dotted key', `x = 1\n${'a.'.repeat(40_000)}b = 1`, ['2:1-2:80002 parse/too-deep']],
    ['a hundred thousand tables', Array.from({ length: 100_000 }, (_, i) => `[t${i}]\nk = ${i}\n`).join(''), ['66667:8-66667:9 parse/too-many-nodes']],
    ['a list of millions', `a = [${'1,'.repeat(4_000_000)}]`, ['1:200003-1:200004 parse/too-many-nodes']],
  ])('%s', (_, text, places) => {
    expect(toml1(text).places).toEqual(places)
  })

  it('gives up after twenty duplicate keys, and says so', () => {
    const { places, value, findings } = toml1('a = 1\n'.repeat(1000))
    expect(places).toHaveLength(21)
    expect(places.at(-1)).toBe('22:1-22:2 parse/duplicate-key')
    expect(findings.at(-1)?.message).toContain('not read on')
    expect(value).toBe('!hole')
  })

  it('allows a hundred levels', () => {
    expect(toml1(`a = ${'['.repeat(99)}1${']'.repeat(99)}`).places).toEqual([])
    expect(toml1(`${'a.'.repeat(99)}b = 1`).places).toEqual([])
    expect(toml1(`[${'a.'.repeat(98)}b]\nc = 1`).places).toEqual([])
  })
})

describe('properties', () => {
  it('reads back what was written, in any style', () => {
    fc.assert(
      fc.property(tomlValue, fc.infiniteStream(fc.boolean()), (value, styles) => {
        const { value: found, places, tree } = toml1(toml(value, styles))
        expect(places).toEqual([])
        expect(found).toEqual(value)
        checkMap(tree)
      }),
      { numRuns: 500 },
    )
  })

  it('has the text of every leaf at its place, and its key', () => {
    fc.assert(
      fc.property(tomlValue, fc.infiniteStream(fc.boolean()), (value, styles) => {
        const { tree } = toml1(toml(value, styles))
        for (const { tokens, value: leaf, text, key } of leavesOf(tree)) {
          expect(toml1(`x = ${text}`).value).toEqual({ x: leaf })
          const last = tokens.at(-1) as string
          if (text !== key) expect([last, tomlKey(last)]).toContain(key)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('never throws, and a hole has a finding', () => {
    fc.assert(
      fc.property(mutations(fixture('formats/gateway.toml'), '"\'[]{}=,.#\n\t _-+019aTZ:\\\r\u0001\uE000é'), (text) => {
        const { value, places, tree } = toml1(text)
        checkMap(tree)
        expect(value !== '!hole' || places.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => checkMap(toml1(text).tree)))
  })
})
