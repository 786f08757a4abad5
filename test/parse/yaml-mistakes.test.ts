import { beforeAll, describe, expect, it } from 'vitest'
import { loadParsers } from './formats.ts'
import { readYaml } from './yaml-help.ts'

beforeAll(loadParsers)

/** A text, its findings as `line:column-endLine:endColumn rule < related`, and what is kept of its documents. */
type Mistake = readonly [string, readonly string[], readonly unknown[]]

function itReports(mistakes: readonly Mistake[]): void {
  it.each(mistakes)('%j', (text, places, values) => {
    expect(readYaml(text)).toMatchObject({ places, values })
    const windows = readYaml(text.replaceAll('\n', '\r\n'))
    expect(windows.places).toEqual(places)
  })
}

describe('a text that is not YAML 1.2 is reported at the mistake', () => {
  itReports([
    ['a: b: c\n', ['1:5-1:6 parse/syntax'], ['!hole']],
    ['a: 1\nb: "x\nc: 2\n', ['2:4-2:5 parse/syntax'], ['!hole']],
    ['a: 1\nb: \'x\nc: 2\n', ['2:4-2:5 parse/syntax'], ['!hole']],
    ['a: "C:\\dir\\"\nb: 1\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['a: [1, 2\nb: 3\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['a: {x: [1\nb: 3\n', ['1:8-1:9 parse/syntax'], ['!hole']],
    ['a:\n  b: 1\n c: 2\n', ['3:2-3:6 parse/syntax'], ['!hole']],
    ['a: 1\n  b: 2\n', ['2:3-2:7 parse/syntax'], ['!hole']],
    ['a:\n\tb: 1\n', ['2:1-2:2 parse/syntax'], ['!hole']],
    ['a: 1\nkey value\nb: 2\n', ['2:1-2:10 parse/syntax'], ['!hole']],
    ['a: 1\nb\n', ['2:1-2:2 parse/syntax'], ['!hole']],
    ['foo\nb: 1\n', ['1:1-1:4 parse/syntax'], ['!hole']],
    ['a: @foo\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['a: %foo\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['a: `x`\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['a: "C:\\path"\nb: 2\n', ['1:7-1:8 parse/syntax'], [{ a: '!hole', b: 2 }]],
    ['a: "\\xZZ"\n', ['1:5-1:6 parse/syntax'], [{ a: '!hole' }]],
    ['"\\q": 1\nb: 2\n', ['1:2-1:3 parse/syntax'], [{ b: 2 }]],
    ['a: ["x" "y"]\n', ['1:9-1:10 parse/syntax'], ['!hole']],
    ['a: [1,,2]\n', ['1:7-1:8 parse/syntax'], ['!hole']],
    ['- a\nb: 1\n', ['2:1-2:5 parse/syntax'], ['!hole']],
    ['a: 1\n- b\n', ['2:1-2:4 parse/syntax'], ['!hole']],
    ['a: \'it\'s\'\nb: 2\n', ['1:8-1:10 parse/syntax'], ['!hole']],
    ['key: - item\n', ['1:6-1:7 parse/syntax'], ['!hole']],
    ['a: |x\n  t\n', ['1:5-1:6 parse/syntax'], ['!hole']],
    ['a: &\n  x\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['a: &x *y\n', ['1:7-1:8 parse/syntax'], ['!hole']],
    ['a: &x &y 1\n', ['1:7-1:8 parse/syntax'], ['!hole']],
    ['a: !x !y 1\n', ['1:7-1:8 parse/syntax'], ['!hole']],
    ['a: ]\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['a: [1, 2]]\n', ['1:10-1:11 parse/syntax'], ['!hole']],
    ['a: "x" y\n', ['1:8-1:9 parse/syntax'], ['!hole']],
    ['%YAML 3.0\n---\na: 1\n', ['1:1-1:10 parse/syntax'], [{ a: 1 }]],
    ['%FOO\na: 1\n', ['1:1-1:5 parse/syntax'], ['!hole']],
    ['a: !foo!bar x\n', ['1:4-1:12 parse/syntax'], ['!hole']],
    ['a: !fo{o x\n', ['1:7-1:8 parse/syntax'], ['!hole']],
    ['a: |\n    x\n  y\n', ['3:3-3:4 parse/syntax'], ['!hole']],
    ['a:\n  - b\n - c\n', ['3:2-3:5 parse/syntax'], ['!hole']],
    ['a: \u0001x\nb: 1\n', ['1:4-1:5 parse/syntax'], [{ a: '\u0001x', b: 1 }]],
    ['{a: 1\n', ['1:1-1:2 parse/syntax'], ['!hole']],
    ['a: "x\ny"\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['k:\n  a: [\n  1\n  ]\n', ['2:6-2:7 parse/syntax'], ['!hole']],
    [
      'a: [\n  1,\n]\nb:\n  c: {\n    d: 1\n  }\n',
      ['3:1-3:2 parse/syntax', '7:3-7:4 parse/syntax'],
      [{ a: [1], b: { c: { d: 1 } } }],
    ],
    ['a: - b\n   - c\n', ['1:4-1:5 parse/syntax'], ['!hole']],
    ['x:\n  y:\n  - "a"  z: 1\n', ['3:10-3:14 parse/syntax'], [{ x: { y: ['a'], z: 1 } }]],
    ['a: !!str b: c\n', ['1:4-1:14 parse/syntax'], [{ a: { b: 'c' } }]],
    ['a: [1,\t2]\n', [], [{ a: [1, 2] }]],
    ['a: [1,\t2]\nb: "x\nc: 1\n', ['2:4-2:5 parse/syntax'], ['!hole']],
  ])
})

describe('templates and merge conflicts are called what they are', () => {
  itReports([
    ['<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> b\n', ['1:1-1:13 parse/syntax'], ['!hole']],
    ['a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> b\n', ['2:1-2:13 parse/syntax'], ['!hole']],
    ['a: {{ x }}\n', ['1:4-1:11 parse/template'], [{ a: '!hole' }]],
    ['a: {{ x }}-y\nb: 1\n', ['1:4-1:6 parse/template'], ['!hole']],
    ['{{- if .x }}\na: 1\n{{- end }}\n', ['1:1-1:3 parse/template'], ['!hole']],
    ['# {{ x }}\na: "{{ y }}"\nb: |\n  {{ z }}\nc: [1\n', ['5:4-5:5 parse/syntax'], ['!hole']],
    ['{% for x in y %}\n- a\n{% endfor %}\n', ['1:1-1:3 parse/template'], ['!hole']],
    ['- {a: {{ x }}}\n', ['1:7-1:14 parse/template'], [[{ a: '!hole' }]]],
    ['a: x {{ "b: c" }}\n', ['1:6-1:8 parse/template'], ['!hole']],
  ])
})

describe('values that cannot be kept are holes at their place', () => {
  itReports([
    [
      'a: 1\nb: 2\na: 3\na: 4\n',
      ['3:1-3:2 parse/duplicate-key < 1:1', '4:1-4:2 parse/duplicate-key < 1:1'],
      [{ a: 4, b: 2 }],
    ],
    ['{a: 1, "a": 2}', ['1:8-1:11 parse/duplicate-key < 1:2'], [{ a: 2 }]],
    [
      'a: 12345678901234567890\nb: .inf\nc: -.INF\nd: .nan\ne: 1e400\nf: 1e-400\ng: 0xFFFFFFFFFFFFFFFFF\n' +
        'h: !!float .nan\n',
      [
        '1:4-1:24 parse/number',
        '2:4-2:8 parse/number',
        '3:4-3:9 parse/number',
        '4:4-4:8 parse/number',
        '5:4-5:9 parse/number',
        '6:4-6:10 parse/number',
        '7:4-7:23 parse/number',
        '8:12-8:16 parse/number',
      ],
      [{ a: '!hole', b: '!hole', c: '!hole', d: '!hole', e: '!hole', f: '!hole', g: '!hole', h: '!hole' }],
    ],
    [
      'a: !foo x\nb: !foo [1]\nc: !!binary aGk=\nd: !!set {x}\n!foo e: 1\n',
      [
        '1:4-1:8 parse/unknown-tag',
        '2:4-2:8 parse/unknown-tag',
        '3:4-3:12 parse/unknown-tag',
        '4:4-4:9 parse/unknown-tag',
        '5:1-5:5 parse/unknown-tag',
      ],
      [{ a: '!hole', b: '!hole', c: '!hole', d: '!hole', e: 1 }],
    ],
    [
      'a: !!int x\nb: !!bool 1\nc: !!map []\nd: !!str {}\n!append e: 1\nf: !!null x\n',
      [
        '1:4-1:9 parse/tag',
        '2:4-2:10 parse/tag',
        '3:4-3:9 parse/tag',
        '4:4-4:9 parse/tag',
        '5:1-5:8 parse/tag',
        '6:4-6:10 parse/tag',
      ],
      [{ a: '!hole', b: '!hole', c: '!hole', d: '!hole', e: 1, f: '!hole' }],
    ],
    [
      'a: *x\nb: &abc 1\nc: *abd\n',
      ['1:4-1:6 parse/unknown-anchor', '3:4-3:8 parse/unknown-anchor'],
      [{ a: '!hole', b: 1, c: '!hole' }],
    ],
    [
      'a: &a [*a]\nb: &b {c: *b}\n',
      ['1:8-1:10 parse/unknown-anchor', '2:11-2:13 parse/unknown-anchor'],
      [{ a: ['!hole'], b: { c: '!hole' } }],
    ],
    ['*x : 1\n', ['1:1-1:3 parse/unknown-anchor'], [{}]],
    [
      '<<: 1\nb: {<<: [a, {c: 1}]}\nd: {<<: null}\n',
      ['1:1-1:3 parse/merge-key', '2:5-2:7 parse/merge-key', '3:5-3:7 parse/merge-key'],
      [{ b: { c: 1 }, d: {} }],
    ],
    [
      'a: *x\nb: {<<: *x}\n',
      ['1:4-1:6 parse/unknown-anchor', '2:9-2:11 parse/unknown-anchor'],
      [{ a: '!hole', b: {} }],
    ],
    [
      '? [a]\n: &v 1\n? {b: 1}\n: 2\nc: *v\n{d}: 1\n',
      ['1:3-1:5 parse/complex-key', '3:3-3:8 parse/complex-key', '6:1-6:3 parse/complex-key'],
      [{ c: '!hole' }],
    ],
    ['a: &a [1]\n*a : 2\n', ['2:1-2:3 parse/complex-key'], [{ a: [1] }]],
    ['"\\0a": 1\n"\\ud800": 2\nb: 3\n', ['1:1-1:6 parse/complex-key', '2:1-2:9 parse/complex-key'], [{ b: 3 }]],
    [
      'a: "\\ud800"\nb: "\\ude00x"\nc: "\\U00110000"\n',
      ['1:4-1:12 parse/encoding', '2:4-2:13 parse/encoding', '3:4-3:16 parse/encoding'],
      [{ a: '!hole', b: '!hole', c: '!hole' }],
    ],
    ['a: 1\n---\nb: "x\n---\nc: 3\n', ['3:4-3:5 parse/syntax', '2:1-2:4 parse/stream'], [{ a: 1 }]],
  ])
})

describe('messages', () => {
  it.each([
    ['token: "hunter2', /this quote is not closed/],
    ['hunter2: 1\n  token: hunter2', /indentation of this line/],
    ['a: !hunter2! x', /^(?!.*hunter2)/],
    ['a: &x hunter2\nb: *y', /no anchor &y comes before this alias; did you mean \*x\?/],
    ['a: 123456789012345678901234567890', /beyond ±9007199254740991/],
    ['a: hunter2: b', /quote the text that holds `: `/],
  ])('quote no value: %j', (text, expected) => {
    const { findings } = readYaml(text)
    expect(findings).toHaveLength(1)
    expect(findings[0]?.message).toMatch(expected)
    expect(findings[0]?.message).not.toMatch(/hunter2|12345678901234567890/)
  })
})
