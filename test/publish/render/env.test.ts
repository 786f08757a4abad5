import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDotenv } from '../../../src/stages/parse/dotenv.ts'
import { toolOf, unlessThere } from '../../helpers/tools.ts'
import { read } from '../../parse/formats.ts'
import { isThere, readByCompose, readByEnvironmentD, readByShell, readBySystemd } from './readers.ts'
import { anyValue, asVariables, NASTY, plainValue, written } from './values.ts'

/** Documents that can be written as variables, with the nasty texts that can, and what readers must see. */
function samples(): { readonly text: string; readonly expected: Record<string, string> }[] {
  const values = [...fc.sample(plainValue, { numRuns: 400, seed: 7 }), ...fc.sample(anyValue, { numRuns: 400, seed: 8 }), ...NASTY.map((one) => ({ a: one, b: 'next "one"', c: 'and \'another\'' }))]
  return values.flatMap((value) => {
    const { text, told } = written(value, 'env')
    return told.length > 0 ? [] : [{ text, expected: asVariables(value) }]
  })
}

const wholes = samples()
const texts = wholes.map(({ text }) => text)
const expected = wholes.map((sample) => sample.expected)

describe('variables are read alike by everybody who reads them', () => {
  test('most of what is tried can be written', () => {
    expect(texts.length).toBeGreaterThan(400)
    expect(NASTY.filter((one) => written({ a: one }, 'env').told.length === 0).length).toBeGreaterThan(120)
  })
  test('by our own reader', () => {
    fc.assert(fc.property(fc.oneof(anyValue, plainValue), (value) => {
      const { text, told } = written(value, 'env')
      const back = read(parseDotenv, text)
      expect(back.places).toEqual([])
      if (told.length === 0) expect(back.value).toEqual(asVariables(value))
    }), { numRuns: 2000 })
  })
  test.each(['sh', 'bash', 'dash'].filter((shell) => isThere(shell, '-c', 'env -0')))('by %s', (shell) => {
    expect(readByShell(shell, texts)).toEqual(expected)
  })
  test('by what systemd does', () => {
    expect(texts.map(readBySystemd)).toEqual(expected)
  })
  test('by systemd itself, as far as it can be asked', () => {
    const { text } = written(Object.fromEntries(NASTY.filter((one) => one !== '' && !one.includes('$')).map((one, i) => [`k${i}`, one])), 'env')
    const found = readByEnvironmentD(text)
    if (found !== undefined) expect(found).toMatchObject(readBySystemd(text))
  })
  test.skipIf(toolOf('docker-compose') === undefined)(`by Docker Compose${unlessThere('docker-compose')}`, () => {
    // It prints them as YAML, and U+0085 as a line break in that, which reads as a blank.
    const said = wholes.filter(({ text }) => !text.includes('\u0085'))
    const found = readByCompose(toolOf('docker-compose') ?? '', said.map(({ text }) => text))
    expect(found).toEqual(said.map((sample) => sample.expected))
  }, 120_000)
})

describe('what is told', () => {
  test.each([
    [{ a: 'x\u0000' }, '/a: a variable cannot hold control characters'],
    [{ a: 'x\r\n' }, '/a: a variable cannot hold control characters'],
    [{ a: '\ud800' }, '/a: half a character, or one that Unicode calls none, cannot be written'],
    [{ a: '\ufffe' }, '/a: half a character, or one that Unicode calls none, cannot be written'],
    [{ a: 'x${Y}' }, '/a: a text with ${…} is not read alike: Docker Compose would expand it, whatever the quotes'],
    [{ a: 'dir\\' }, '/a: a text that ends with a backslash is not read alike by shells and Docker Compose'],
    [{ a: "it's $5" }, '/a: no spelling of a text with $ or a backtick beside a single quote or a backslash is read alike by all'],
    [{ a: '\\`' }, '/a: no spelling of a text with $ or a backtick beside a single quote or a backslash is read alike by all'],
    [{ 'a-b': 1, 'a_b': 2 }, '/a_b: /a-b is the variable A_B too'],
    [{ a: { b: 1 }, a_b: 2 }, '/a_b: /a/b is the variable A_B too'],
    [{ '1a': 1 }, '/1a: 1A is not the name of a variable: they start with a letter or _'],
    [{ '': 1 }, '/:  is not the name of a variable: they start with a letter or _'],
    [{ uid: 1000 }, '/uid: shells set UID themselves'],
    [{ a: [{ b: 1 }] }, '/a: a list of other things than scalars has no form on one line'],
    [{ a: [null] }, '/a: a list of other things than scalars has no form on one line'],
    [{ a: ['x,y'] }, '/a: an item that is empty, or has a comma or blanks around it, cannot stand in a list on one line'],
    [{ a: 'x'.repeat(130_001) }, '/a: Linux starts no process with a variable of more than 130000 bytes'],
    [[1], ': variables are made of a mapping, and this document is a list'],
  ])('%j', (value, told) => {
    expect(written(value, 'env').told).toEqual([told])
  })
  test('nothing of what is told is written', () => {
    expect(written({ a: 'dir\\', b: 1 }, 'env').text).toBe('B=1\n')
  })
  test('null, empty lists and empty mappings', () => {
    expect(written({ a: null, b: [], c: {}, d: { e: {} }, f: [true, 2, 'x y'] }, 'env')).toEqual({ text: "A=\nB=\nF='true,2,x y'\n", told: [] })
  })
})
