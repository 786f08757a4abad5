import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import { finding } from '../../src/core/finding.ts'
import { formatOf } from '../../src/core/format.ts'
import { say } from '../../src/core/message.ts'
import { nearest } from '../../src/core/nearest.ts'
import { inEnvironment, inSpan, locate } from '../../src/core/place.ts'
import { pointer, tokensOf } from '../../src/core/pointer.ts'
import { Source } from '../../src/core/source.ts'
import { own, put, valueAt, type MutableMapping } from '../../src/core/value.ts'

describe('Source', () => {
  test('counts lines and UTF-16 columns from 1, whatever ends a line', () => {
    const source = new Source('a', 'a\r\nbb\rc\n\n😀x')
    expect(source.positionOf(0)).toEqual({ line: 1, column: 1 })
    expect(source.positionOf(3)).toEqual({ line: 2, column: 1 })
    expect(source.positionOf(6)).toEqual({ line: 3, column: 1 })
    expect(source.positionOf(11)).toEqual({ line: 5, column: 3 })
  })

  test('agrees with counting by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', 'ü')), fc.nat(30), (parts, at) => {
        const text = parts.join('')
        const offset = Math.min(at, text.length)
        fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'))
        const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
        expect(new Source('a', text).positionOf(offset)).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1 })
      }),
    )
  })
})

describe('pointers', () => {
  test('come back as the tokens they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        expect(tokensOf(pointer(tokens))).toEqual(tokens)
      }),
    )
  })
  test.each(['a', 'a/b', '/a~', '/~2'])('refuses %s', (text) => expect(tokensOf(text)).toBeUndefined())
})

describe('values', () => {
  test('__proto__ is a key like any other', () => {
    const mapping: MutableMapping = {}
    put(mapping, '__proto__', 'x')
    expect(own(mapping, '__proto__')).toBe('x')
    expect(Object.getPrototypeOf(mapping)).toBe(Object.prototype)
    expect(own({}, 'constructor')).toBeUndefined()
    expect(valueAt({}, ['__proto__', 'toString'])).toBeUndefined()
  })
  test('list items are reached by canonical indexes only', () => {
    expect(['0', '1', '01', '-0', '1e0', ' 1', ''].map((token) => valueAt(['a', 'b'], [token]))).toEqual(['a', 'b', ...Array<undefined>(5).fill(undefined)])
  })
})

describe('Collector', () => {
  const source = new Source('b.yaml', 'x: 1\ny: 2\n')
  const at = (start: number, environment?: string) =>
    finding('merge/kind-change', inSpan(source, start, start + 1), say`odd`, environment === undefined ? {} : { environment })

  test('folds what was found in several environments', () => {
    const collector = new Collector()
    for (const environment of ['b', 'a', 'b']) collector.report(at(5, environment))
    expect(collector.findings()).toMatchObject([{ location: { line: 2, column: 1 }, environments: ['a', 'b'] }])
  })

  test('sorts by place, forgets a discarded unit, and forks apart', () => {
    const collector = new Collector()
    collector.report(at(5))
    collector.report(finding('inherit/cycle', inEnvironment('z'), say`round`))
    collector.report(at(0))
    collector.close()
    collector.report(at(2))
    collector.discard()
    const fork = collector.fork()
    fork.report(at(3))
    expect(collector.findings().map(({ location }) => location.column)).toEqual([undefined, 1, 1])
    expect(fork.findings()).toHaveLength(4)
  })
})

test('nearest suggests what was likely meant, and nothing else', () => {
  expect(nearest('prodution', ['staging', 'production'])).toBe('production')
  expect(nearest('x', ['production'])).toBeUndefined()
  expect(nearest('prod', ['prod', 'test'])).toBeUndefined()
  expect(nearest('bsae', ['staging', 'base'])).toBe('base')
})

test('formats are known by extension, dotenv files also by name', () => {
  expect(['a/b.YML', 'x.json', '.env', 'a/.env.local', 'a.tf', 'yaml'].map(formatOf)).toEqual(['yaml', 'json', 'env', 'env', undefined, undefined])
})

test('an alias is told as the way to its anchor', () => {
  const source = new Source('a.yaml', 'a: &x 1\nb: *x\n')
  expect(locate(inSpan(source, 6, 7))).toEqual({ file: 'a.yaml', line: 1, column: 7, endLine: 1, endColumn: 8 })
})
