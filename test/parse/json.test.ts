import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_DEPTH, MAX_NODES } from '../../src/core/ports.ts'
import { sameValue } from '../../src/core/value.ts'
import { parseJson } from '../../src/stages/parse/json.ts'
import { checkMap, leavesOf, read, textAt } from './formats.ts'
import { anyText, mappingOf, mutations, type Json } from './writers.ts'

const json = (text: string) => read(parseJson, text, 'file.json')

describe('what a JSON text says', () => {
  it.each<[string, unknown]>([
    ['', null],
    [' \r\n\t', null],
    ['null', null],
    [' [true, false, null, 1, -1.5e2, 1E+2, 0.5, "a"] ', [true, false, null, 1, -150, 100, 0.5, 'a']],
    ['{"a": {}, "b": [], "": ""}', { a: {}, b: [], '': '' }],
    ['["\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00", "é😀\u007f\u2028"]', ['"\\/\b\f\n\r\té😀', 'é😀\u007f\u2028']],
    ['[1.0, 1e2, -0.0, 9007199254740991, 0.1]', [1, 100, -0, 9007199254740991, 0.1]],
    ['["\\u0000", "{{ x }}"]', ['\u0000', '{{ x }}']],
  ])('%j', (text, value) => {
    const { value: found, places, tree } = json(text)
    expect(places).toEqual([])
    expect(found).toEqual(value)
    checkMap(tree)
  })

  it('has __proto__ as an ordinary key, and numbers as keys in their order', () => {
    expect(JSON.stringify(json('{"b": 1, "__proto__": {"x": 1}, "constructor": 2}').tree.value)).toBe(
      '{"b":1,"__proto__":{"x":1},"constructor":2}',
    )
    expect(({} as { x?: number }).x).toBeUndefined()
  })

  it('has places with quotes and brackets', () => {
    const { tree } = json('{\n  "a" : [ 1, {"b": "x\\n" } ],\n  "c": -1.5e2 }')
    const leaves = leavesOf(tree).map(({ tokens, key, text }) => [tokens.join('/'), key, text])
    expect(leaves).toEqual([['a/0', '1', '1'], ['a/1/b', '"b"', '"x\\n"'], ['c', '"c"', '-1.5e2']])
    expect(textAt(tree, 'a')).toBe('[ 1, {"b": "x\\n" } ]')
    expect(textAt(tree, 'a', '1')).toBe('{"b": "x\\n" }')
  })
})

describe('a JSON text with mistakes', () => {
  it.each<[string, readonly string[], unknown]>([
    // what is plain is read on
    ['{"a": 1,}', ['1:8-1:9 parse/syntax'], { a: 1 }],
    ['[1, 2, ]', ['1:6-1:7 parse/syntax'], [1, 2]],
    ['// a\n{"b": 1, /* c */ "d": 2} # e', ['1:1-1:5 parse/syntax'], { b: 1, d: 2 }],
    ['["a\tb"]', ['1:4-1:5 parse/syntax'], ['a\tb']],
    ['{"a": 1, "b": 2, "a": 3}', ['1:18-1:21 parse/duplicate-key < 1:2'], { a: 3, b: 2 }],
    // what is not is a hole
    ['["C:\\path", 1]', ['1:5-1:7 parse/syntax'], ['!hole', 1]],
    ['[01, +1, .5]', ['1:2-1:4 parse/syntax', '1:6-1:8 parse/syntax', '1:10-1:12 parse/syntax'], ['!hole', '!hole', '!hole']],
    ['[1., 0x1F, -]', ['1:2-1:4 parse/syntax', '1:6-1:10 parse/syntax', '1:12-1:13 parse/syntax'], ['!hole', '!hole', '!hole']],
    ['[True, undefined]', ['1:2-1:6 parse/syntax', '1:8-1:17 parse/syntax'], ['!hole', '!hole']],
    ['[NaN, -Infinity]', ['1:2-1:5 parse/number', '1:7-1:16 parse/number'], ['!hole', '!hole']],
    ['[12345678901234567890, 1e400, 1e-400]', ['1:2-1:22 parse/number', '1:24-1:29 parse/number', '1:31-1:37 parse/number'], ['!hole', '!hole', '!hole']],
    ['["\\ud800", "\\ude00\\ud83d"]', ['1:2-1:10 parse/encoding', '1:12-1:26 parse/encoding'], ['!hole', '!hole']],
    // what ends the reading leaves nothing
    ['{"a": 1 "b": 2}', ['1:9-1:10 parse/syntax'], '!hole'],
    ['{"a": 1', ['1:1-1:2 parse/syntax'], '!hole'],
    ['{"a": [1, {"b": 2}', ['1:7-1:8 parse/syntax'], '!hole'],
    ['[1, 2}', ['1:6-1:7 parse/syntax'], '!hole'],
    ['[1,,2]', ['1:4-1:5 parse/syntax'], '!hole'],
    ['{"a" 1}', ['1:2-1:5 parse/syntax'], '!hole'],
    ['{a: 1}', ['1:2-1:3 parse/syntax'], '!hole'],
    ['{"a": }', ['1:7-1:8 parse/syntax'], '!hole'],
    ["['a']", ['1:2-1:3 parse/syntax'], '!hole'],
    ['{"a": "b\n}', ['1:7-1:8 parse/syntax'], '!hole'],
    ['"a', ['1:1-1:2 parse/syntax'], '!hole'],
    ['{} {}', ['1:4-1:5 parse/syntax'], '!hole'],
    ['{"a\\q": 1}', ['1:4-1:6 parse/syntax'], '!hole'],
    ['{"\\u0000": 1}', ['1:2-1:10 parse/complex-key'], '!hole'],
    ['{"\\ud800": 1}', ['1:2-1:10 parse/complex-key'], '!hole'],
    // what it really is
    ['{"a": {{ .Values.a }}}', ['1:7-1:9 parse/template'], '!hole'],
    ['{"a": "{{ x }}", "b": }', ['1:23-1:24 parse/syntax'], '!hole'],
    ['{\n<<<<<<< HEAD\n"a": 1\n=======\n"a": 2\n>>>>>>> b\n}', ['2:1-2:13 parse/syntax'], '!hole'],
  ])('%j', (text, places, value) => {
    expect(json(text)).toMatchObject({ places, value })
  })

  it('quotes nothing of it', () => {
    for (const text of ['{"a": hunter2}', '{"a": "hunter2\n"}', '{"a": hunter2hunter2,}', '["hunter2" hunter2]', '{hunter2: 1}']) {
      for (const { message } of json(text).findings) expect(message).not.toContain('hunter2')
    }
  })
})

describe('limits', () => {
  it.each([['[', ']'], ['{"a":', '}']])('%s nested to the limit, and deeper', (open, close) => {
    const nested = (depth: number) => json(`${open.repeat(depth - 1)}[]${close.repeat(depth - 1)}`)
    expect(nested(MAX_DEPTH).places).toEqual([])
    for (const depth of [MAX_DEPTH + 1, 100_000]) {
      const column = MAX_DEPTH * open.length + 1
      expect(nested(depth)).toMatchObject({ places: [`1:${column}-1:${column + 1} parse/too-deep`], value: '!hole' })
    }
  })

  it('more values than a file may have', () => {
    const { places, value } = json(`[${'1,'.repeat(MAX_NODES)}1]`)
    expect(places).toEqual(['1:2000000-1:2000001 parse/too-many-nodes'])
    expect(value).toBe('!hole')
  })
})

const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.double({ noDefaultInfinity: true, noNaN: true }).filter((n) => Number.isSafeInteger(n) || n % 1 !== 0),
    anyText,
    fc.array(tie('value'), { maxLength: 4 }),
    mappingOf(tie('value'), anyText.filter((text) => !text.includes('\u0000'))),
  ),
}))

describe('whatever is written', () => {
  it('comes back from JSON.stringify, with places that hold the leaves', () => {
    fc.assert(fc.property(value, fc.constantFrom(0, 2, '\t'), (written, indent) => {
      const { tree, places } = json(JSON.stringify(written, null, indent))
      expect(places).toEqual([])
      if (!sameValue(tree.value, written)) throw new Error('another value')
      checkMap(tree)
      for (const leaf of leavesOf(tree)) expect(JSON.parse(leaf.text)).toBe(leaf.value)
    }), { numRuns: 1000 })
  })

  it('is accepted without a finding exactly if JSON.parse accepts it and Cairn keeps what it says', () => {
    const sample = '{"a": [1, -2.5e3, true, null, "x\\n\\u00e9"], "b": {"c": "", "d": 0}}'
    const text = fc.oneof(mutations(sample, '{}[]",:\\ \n\t0-+.eEux/'), fc.string({ unit: fc.constantFrom(...'{}[]",:\\ 01-+.eEnull'), maxLength: 12 }))
    fc.assert(fc.property(text, (mutated) => {
      const { value: found, findings } = json(mutated)
      const native = parsed(mutated)
      if (findings.every(({ rule }) => rule === 'parse/duplicate-key')) expect([found]).toEqual(native ?? [mutated.trim() === '' ? null : 'refused'])
      else if (native !== undefined) expect(findings.every(({ rule }) => rule !== 'parse/syntax')).toBe(true)
    }), { numRuns: 5000 })
  })
})

function parsed(text: string): [unknown] | undefined {
  try {
    return [JSON.parse(text)]
  } catch {
    return undefined
  }
}
