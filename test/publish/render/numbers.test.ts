import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { renderedYaml } from '../../../src/report/rendered.ts'
import { jsonText } from '../../../src/report/inert.ts'
import { isThere, readByPyYaml, readByShell } from './readers.ts'
import { written } from './values.ts'

/** Whole numbers that only floats bring in, at and beyond the edges of 53 and 64 bits and of what JavaScript writes in digits. */
const NUMBERS = { a: 2 ** 53, b: 2 ** 60, c: -(2 ** 60), d: 1e20, e: -1e20, f: 2 ** 63, g: -(2 ** 63), h: 2 ** 64, i: 1e21, j: 1.5e300, k: 0.1 }
/** What they are, to a reader that has whole numbers of any size. */
const EXACT = Object.fromEntries(Object.entries(NUMBERS).map(([key, value]) => {
  return [key, Number.isInteger(value) && Math.abs(value) < 1e21 ? String(BigInt(value)) : String(value)]
}))

const PYTHON = `
import json, sys, tomllib, configparser
texts = json.load(sys.stdin)
ini = configparser.ConfigParser()
ini.read_string('[x]\\n' + texts['ini'])
def read(text): return int(text) if text.lstrip('-').isdigit() else float(text)
found = {'json': json.loads(texts['json']), 'toml': tomllib.loads(texts['toml']), 'ini': {k: read(v) for k, v in ini['x'].items()}}
want = {k: read(v) for k, v in json.loads(texts['exact']).items()}
json.dump({name: [k for k in want if values.get(k) != want[k]] for name, values in found.items()}, sys.stdout)
`

describe.skipIf(!isThere('python3', '-c', 'import tomllib, yaml'))('Python, whose whole numbers have no end, reads exactly the value', () => {
  test('JSON, TOML and INI', () => {
    const texts = Object.fromEntries((['json', 'toml', 'ini'] as const).map((format) => {
      const { text, told } = written(NUMBERS, format)
      expect(told).toEqual([])
      return [format, text]
    }))
    const input = JSON.stringify({ ...texts, exact: JSON.stringify(EXACT) })
    expect(JSON.parse(execFileSync('python3', ['-c', PYTHON], { input, encoding: 'utf8' }))).toEqual({ json: [], toml: [], ini: [] })
  })

  test('YAML, as it is published and as it is printed', () => {
    const printed = renderedYaml({ environment: 'e', document: 'a/b', value: NUMBERS })
    // As text again: JSON would round what Python says.
    const quoted = [written(NUMBERS, 'yaml').text, printed].map((text) => text.replace(/: (-?[0-9]{16,})$/gm, ": '$1'"))
    const { i, j, k, ...whole } = NUMBERS
    const exact = Object.fromEntries(Object.keys(whole).map((key) => [key, EXACT[key]]))
    for (const found of readByPyYaml(quoted)) expect(found).toEqual({ value: { ...exact, i, j, k } })
  })
})

test('what is printed as JSON has exact digits, too, and texts of digits stay as they are', () => {
  const texts = { '1152921504606847000': '1152921504606847000', 'a": 1152921504606847000,': '\n  "x": 1152921504606847000\n', list: [2 ** 60] }
  expect(jsonText(texts)).toContain('[\n    1152921504606846976\n  ]')
  expect(JSON.parse(jsonText({ ...texts, ...NUMBERS }))).toEqual({ ...texts, ...NUMBERS })
})

test('shells see the digits', () => {
  const { text } = written(NUMBERS, 'env')
  const upper = Object.fromEntries(Object.entries(EXACT).map(([key, value]) => [key.toUpperCase(), value]))
  expect(readByShell('sh', [text])[0]).toEqual(upper)
})

test('texts that would be a number that no double holds, or the start of a document, are quoted wherever YAML is printed', () => {
  const value = { a: '1e999', b: '---', c: '--- x', d: '...' }
  expect(renderedYaml({ environment: 'e', document: 'a/b', value })).toBe("---\n# e a/b\na: '1e999'\nb: '---'\nc: '--- x'\nd: '...'\n")
})
