import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseIni } from '../../../src/stages/parse/ini.ts'
import { read } from '../../parse/formats.ts'
import { isThere } from './readers.ts'
import { anyValue, asIni, NASTY, plainValue, written } from './values.ts'

describe('what an INI reader sees is what was written', () => {
  test('our own', () => {
    fc.assert(fc.property(fc.oneof(anyValue, plainValue), (value) => {
      const { text, told } = written(value, 'ini')
      const back = read(parseIni, text)
      expect(back.places).toEqual([])
      if (told.length === 0) expect(back.value).toEqual(asIni(value))
    }), { numRuns: 3000 })
  })
  test('each nasty text is read back, or told', () => {
    for (const one of NASTY) {
      const { text, told } = written({ a: { b: one, c: 'next' } }, 'ini')
      if (told.length === 0) expect(read(parseIni, text).value).toEqual({ a: { b: one, c: 'next' } })
    }
    expect(NASTY.filter((one) => written({ a: one }, 'ini').told.length === 0).length).toBeGreaterThan(130)
  })
  test.skipIf(!isThere('python3', '--version'))("Python's configparser, but that it keeps quotes", () => {
    const values = fc.sample(plainValue, { numRuns: 300, seed: 9 }).map((value) => ({ top: value }))
    const wholes = values.map((value) => written(value, 'ini')).filter(({ told }) => told.length === 0)
    expect(wholes.length).toBeGreaterThan(100)
    const found = configparser(wholes.map(({ text }) => text))
    expect(found).toEqual(wholes.map(({ text }) => read(parseIni, text).value))
  })
})

const PYTHON = `
import configparser, json, sys
out = []
for text in json.load(sys.stdin):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read_string(text)
    bare = lambda v: v[1:-1] if len(v) > 1 and v[0] in "'\\"" and v.find(v[0], 1) == len(v) - 1 else v
    out.append({s: {k: bare(v) for k, v in parser.items(s)} for s in parser.sections()})
json.dump(out, sys.stdout)
`

function configparser(texts: readonly string[]): unknown {
  return JSON.parse(execFileSync('python3', ['-c', PYTHON], { input: JSON.stringify(texts), encoding: 'utf8' }))
}

describe('what is told', () => {
  const text = (said: string, at = '/a'): string => `${at}: ${said}`
  test.each([
    [{ a: null }, text('INI has no null')],
    [{ a: 'x\ny' }, text('a value of INI is one line of whole characters')],
    [{ a: '\ud800' }, text('a value of INI is one line of whole characters')],
    [{ a: ` "it's" ` }, text('this text has both sorts of quotes, and needs some around it')],
    [{ a: [[1]] }, text('a list of other things than scalars has no form on one line')],
    [{ a: ['x,y'] }, text('an item that is empty, or has a comma or blanks around it, cannot stand in a list on one line')],
    [{ 'a=b': 1 }, text('a=b cannot be a key of INI', '/a=b')],
    [{ '#a': 1 }, text('#a cannot be a key of INI', '/#a')],
    [{ 'a ;b': 1 }, text('a ;b cannot be a key of INI', '/a ;b')],
    [{ 'a\u0000': 1 }, text('a\\u0000 cannot be a key of INI', '/a\u0000')],
    [{ 'a.b': { c: 1 } }, text('a.b cannot be the name of a section', '/a.b')],
    [{ 'a]': { c: 1 } }, text('a] cannot be the name of a section', '/a]')],
    [{ A: 1, a: 2 }, text('there is A already, and many readers take a for the same')],
    [{ 'a.b': 1, 'a': { b: { c: 1 } } }, text('there is a.b already, and many readers take a.b for the same', '/a/b')],
    [{ A: { x: 1 }, a: { x: 1 } }, text('there is A already, and many readers take a for the same')],
    [{ DEFAULT: { c: 1 } }, text('Python adds what DEFAULT has to all sections', '/DEFAULT')],
    [['x'], text('INI starts with a mapping, and this document is a list', '')],
  ])('%j', (value, told) => {
    expect(written(value, 'ini').told).toEqual([told])
  })
  test('nothing of what is told is written', () => {
    expect(written({ a: null, b: 1, c: { d: null }, e: { A: 1, a: 2 } }, 'ini').text).toBe('b = 1\n\n[e]\nA = 1\n')
  })
})
