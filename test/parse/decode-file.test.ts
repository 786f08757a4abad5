import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { locate } from '../../src/core/place.ts'
import type { Tree } from '../../src/core/tree.ts'
import { NotLoaded } from '../../src/core/lazy.ts'
import { parseFile, type ParseOptions } from '../../src/stages/parse/parse.ts'
import { loadParsers, plain } from './formats.ts'

beforeAll(loadParsers)

interface ReadFile {
  readonly trees: readonly Tree[]
  readonly values: readonly unknown[]
  readonly findings: readonly Finding[]
}

function readFile(path: string, content: string | Buffer, options: Partial<ParseOptions> = {}): ReadFile {
  const findings: Finding[] = []
  const all = { stream: false, tags: new Map(), ...options }
  const trees = parseFile(path, Buffer.from(content), all, (found) => findings.push(found))
  return { trees, findings, values: trees.map(({ value }) => plain(value)) }
}

describe('a file', () => {
  it.each<[string, string, unknown]>([
    ['a.yaml', 'a: 010', { a: 10 }],
    ['a.YML', 'a: yes', { a: 'yes' }],
    ['a.json', '{"a": 1}', { a: 1 }],
    ['a.ini', 'a = 1', { a: '1' }],
    ['.env', 'A=1', { A: '1' }],
    ['.env.production', 'A=1', { A: '1' }],
    ['values.conf', 'a: 1', { a: 1 }],
    ['README', '', null],
  ])('is read by its name: %s', (path, content, value) => {
    const { values, findings, trees } = readFile(path, content)
    expect(findings).toEqual([])
    expect(values).toEqual([value])
    expect(trees[0]?.source.path).toBe(path)
  })

  it('in TOML is read once its parser is loaded', async () => {
    let missing: unknown
    try {
      readFile('a.toml', 'a = 1')
    } catch (error) {
      missing = error
    }
    expect(missing).toBeInstanceOf(NotLoaded)
    await (missing as NotLoaded).load()
    expect(readFile('a.toml', 'a = 1').values).toEqual([{ a: 1 }])
  })

  it('is not JSON because YAML would take it', () => {
    expect(readFile('a.json', '{a: 1}').findings.map(({ rule }) => rule)).toEqual(['parse/syntax'])
  })

  it('that is no text is one hole, and one finding', () => {
    const { values, findings } = readFile('a.yaml', Buffer.from([0x61, 0x3a, 0x20, 0xff]))
    expect(values).toEqual(['!hole'])
    expect(findings.map(({ rule, place }) => [rule, locate(place).line, locate(place).column])).toEqual([['parse/encoding', 1, 4]])
  })

  it('has its flat keys split where the layout says so', () => {
    expect(readFile('a.yaml', 'a.b: 1\na.c: 2', { separator: '.' }).values).toEqual([{ a: { b: 1, c: 2 } }])
  })

  it('of a stream has each document looked through for SOPS metadata', () => {
    const sops = 'a: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]\nsops: {mac: x, lastmodified: x, version: 3.9.0}'
    const { trees, values, findings } = readFile('a.yaml', `b: 1\n---\n${sops}\n---\nc: 2\n`, { stream: true })
    expect(findings).toEqual([])
    expect(values).toEqual([{ b: 1 }, { a: '!sealed str' }, { c: 2 }])
    expect(trees.map(({ encrypted }) => encrypted === true)).toEqual([false, true, false])
  })

  it('reports a thousand mistakes, and says that there are more', () => {
    const { findings } = readFile('a.yaml', '- !x a\n'.repeat(2000))
    expect(findings).toHaveLength(1000)
    expect(findings[998]?.message).not.toMatch(/more/)
    expect(findings[999]?.message).toMatch(/ \(and more in this file\)$/)
  })
})
