import fc from 'fast-check'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseJson } from '../../../src/stages/parse/json.ts'
import { parseYaml } from '../../../src/stages/parse/yaml.ts'
import { isThere, readByPyYaml } from './readers.ts'
import { loadParsers, read } from '../../parse/formats.ts'
import { anyValue, KEYS, nasty, NASTY, withoutSign, written } from './values.ts'

await loadParsers()

/** Documents whose root is anything, and the nasty texts as keys, values and items. */
const values = [
  nasty, NASTY, Object.fromEntries(KEYS.map((one) => [one, 1])), ...NASTY, ...KEYS.map((one) => ({ [one]: { [one]: [one, [one]] } })),
  null, true, 0, -0, 1e21, 1.5e-7, [], {}, { a: [], b: {}, c: null }, [[[]]],
]

describe.each(['yaml', 'json'] as const)('what readers see is what was written: %s', (format) => {
  const ours = format === 'yaml' ? parseYaml : parseJson
  test('our own, js-yaml and yaml', () => {
    const check = (value: unknown): void => {
      const { text, told } = written(value as never, format)
      expect(told).toEqual([])
      const back = read(ours, text)
      const expected = withoutSign(value)
      expect(back.places).toEqual([])
      expect(withoutSign(back.value)).toEqual(expected)
      expect(withoutSign(load(text))).toEqual(expected)
      expect(withoutSign(parse(text))).toEqual(expected)
    }
    for (const value of values) check(value)
    fc.assert(fc.property(anyValue, check), { numRuns: 2000 })
  })
})

test.skipIf(!isThere('python3', '-c', 'import yaml'))('PyYAML, a reader of YAML 1.1', () => {
  const all = [...values, ...fc.sample(anyValue, { numRuns: 600, seed: 10 })]
  const texts = all.map((value) => written(value as never, 'yaml').text)
  const found = readByPyYaml(texts)
  const differing = all.flatMap((value, i) => JSON.stringify(withoutSign(value)) === JSON.stringify(withoutSign((found[i] as { value?: unknown }).value ?? null)) ? [] : [[texts[i], found[i]]])
  expect(differing).toEqual([])
})

test('whole numbers that were written as floats are digits up to 1e21', () => {
  const { text } = written([2 ** 53, 1e20, -1e20], 'yaml')
  expect(text).toBe('- 9007199254740992\n- 100000000000000000000\n- -100000000000000000000\n')
  expect(parse(text)).toEqual([2 ** 53, 1e20, -1e20])
})

test('nothing is an alias, nothing is folded', () => {
  const shared = { a: 'word '.repeat(80) }
  const { text } = written({ x: shared, y: shared }, 'yaml')
  expect(text).not.toMatch(/[&*]/)
  expect(text.split('\n')).toHaveLength(5)
})

describe('texts of millions of characters', () => {
  const long = (unit: string): string => unit.repeat(Math.ceil(2_500_000 / unit.length))
  const texts = ['x', 'a line\n', '\u2028é', '"\\', '\u0007\u0085😀\ufeff\ufffe', '1']
  test('are read as what they are, beside others that look like what stands for them', () => {
    const value = { ...Object.fromEntries(texts.map((unit, i) => [`k${i}`, long(unit)])), text0: 'text1', list: ['textx0', [long('z')]], m: { n: 'text' } }
    const { text } = written(value, 'yaml')
    expect(load(text)).toEqual(value)
    expect(read(parseYaml, text).value).toEqual(value)
    expect(written([long('x')], 'yaml').text.length).toBeLessThan(2_500_100)
  })
  test.skipIf(!isThere('python3', '-c', 'import yaml'))('by PyYAML, too', () => {
    const value = { a: long('\u0007\u0085😀\ufeff\u2028"\\'), b: 1e20 }
    expect(readByPyYaml([written(value, 'yaml').text])).toEqual([{ value }])
  }, 60_000)
  test('as keys they are JSON', () => {
    const value = { [long('k')]: 1, b: long('x') }
    expect(JSON.parse(written(value, 'yaml').text)).toEqual(value)
  })
})
