import fc from 'fast-check'
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser'
import { describe, expect, test } from 'vitest'
import { parseToml } from '../../../src/stages/parse/toml.ts'
import { read } from '../../parse/formats.ts'
import { anyValue, nasty, withoutSign, written } from './values.ts'

/** TOML as an independent reader, `toml-eslint-parser`, sees it: the version is the one that all readers have. */
function independent(text: string): unknown {
  return withoutSign(getStaticTOMLValue(parseTOML(text, { tomlVersion: '1.0' })))
}

describe('what TOML readers see is what was written', () => {
  test('our own and an independent one', () => {
    fc.assert(fc.property(anyValue, (value) => {
      const { text, told } = written(value, 'toml')
      const back = read(parseToml, text)
      expect(back.places).toEqual([])
      if (told.length > 0) return
      const expected = withoutSign(value)
      expect(withoutSign(back.value)).toEqual(expected)
      // The other one loses the keys that JavaScript gives a meaning.
      if (!text.includes('__proto__')) expect(independent(text)).toEqual(expected)
    }), { numRuns: 3000 })
  })
  test('each nasty text is read back', () => {
    const { text, told } = written(nasty, 'toml')
    expect(told).toEqual([])
    expect(read(parseToml, text).value).toEqual(nasty)
    expect(independent(text)).toEqual(nasty)
  })
})

describe('what is told', () => {
  test.each([
    [{ a: null }, '/a: TOML has no null'],
    [{ a: [1, null] }, '/a/1: TOML has no null'],
    [[], ': TOML starts with a table, and this document is a list'],
  ])('%j', (value, told) => {
    expect(written(value, 'toml').told).toEqual([told])
  })
})
