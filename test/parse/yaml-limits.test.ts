import { beforeAll, describe, expect, it } from 'vitest'
import { MAX_DEPTH, MAX_NODES } from '../../src/core/ports.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import type { Finding } from '../../src/core/finding.ts'
import { HOLE } from '../../src/core/opaque.ts'
import { loadParsers, show } from './formats.ts'
import { readYaml } from './yaml-help.ts'

beforeAll(loadParsers)

/** Far more than any of these texts takes here, and far less than the quadratic way of reading them would. */
const SECONDS = 20_000

const DEEP = 100_000

describe('nesting', () => {
  it.each([
    ['flow lists', '[', ']', '1:101-1:102'],
    ['flow mappings', '{a: ', '}', '1:401-1:402'],
    ['block lists', '- ', 'x', '1:201-1:202'],
  ])('of %s is read to the limit and no deeper', (_, open, close, place) => {
    expect(readYaml(open.repeat(MAX_DEPTH) + close.repeat(MAX_DEPTH)).places).toEqual([])
    const deeper = readYaml(open.repeat(MAX_DEPTH + 1) + close.repeat(MAX_DEPTH + 1))
    expect(deeper.places).toEqual([`${place} parse/too-deep`])
    expect(JSON.stringify(deeper.values)).toMatch(/^(?:\[|\{"a":){101}"!hole"/)
  })

  it.each([
    ['flow lists', '['.repeat(DEEP) + ']'.repeat(DEEP)],
    ['flow mappings', '{a: '.repeat(DEEP) + '}'.repeat(DEEP)],
    ['braces', '{'.repeat(DEEP)],
    ['block lists', '- '.repeat(DEEP) + 'x'],
    ['explicit keys', '? '.repeat(DEEP) + 'x'],
    ['block mappings', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['lists after a mistake', `a: "x" y\nb: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
    ['block lists after a mistake', `a: "x" y\nb:\n${'- '.repeat(DEEP)}`],
    ['lists after one that the judge takes', `a: [\n]\nb: ${'['.repeat(300)}${']'.repeat(300)}`],
  ])('%s far too deep is one finding, never a stack overflow', (_, text) => {
    const { findings, values } = readYaml(text)
    expect(findings.map(({ rule }) => rule)).toEqual(['parse/too-deep'])
    expect(values).toEqual(['!hole'])
  }, SECONDS)

  it('counts what aliases lead to', () => {
    const chain = Array.from({ length: 300 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]\n`).join('')
    const { places } = readYaml(`a0: &a0 [x]\n${chain}`)
    expect(places).toEqual(['100:12-100:16 parse/too-deep', '199:14-199:19 parse/too-deep', '298:14-298:19 parse/too-deep'])
  })
})

describe('size', () => {
  it('counts nodes of aliases as often as they are used', () => {
    const bomb = Array.from({ length: 40 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]\n`)
    const { places, values } = readYaml(`a0: &a0 [x, x, x, x, x, x, x, x, x]\n${bomb.join('')}`)
    expect(places).toEqual(['7:10-7:13 parse/too-many-nodes'])
    expect(values).toEqual(['!hole'])
  }, SECONDS)

  it('counts merged mappings too', () => {
    const keys = Array.from({ length: 100 }, (_, i) => `k${i}: 1`).join(', ')
    const bomb = Array.from({ length: 500 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: [${Array(20).fill(`*a${i}`).join(', ')}]}\n`)
    const { findings } = readYaml(`a0: &a0 {${keys}}\n${bomb.join('')}`)
    expect(findings.map(({ rule }) => rule)).toEqual(['parse/too-many-nodes'])
  }, SECONDS)

  it('is told at the first value too many, over all documents of a file', () => {
    const list = `[${'1,'.repeat(MAX_NODES / 2 + 2)}]\n`
    const { places, trees } = readYaml(`--- ${list}--- ${list}--- 1\n`, { stream: true })
    expect(places).toEqual(['2:999998-2:999998 parse/too-many-nodes'])
    expect(trees.map(({ value }) => value === HOLE)).toEqual([false, true])
  }, SECONDS)

  it.each([
    ['a long plain line', `a: ${'x'.repeat(9_999_000)}`, 0],
    ['a long quoted line', `a: "${'x'.repeat(9_999_000)}"`, 0],
    ['colons', 'a: '.repeat(3_300_000), 1],
    ['documents', '---\n'.repeat(300_000), 0],
    ['documents before one that looks encrypted', `${'---\n'.repeat(20_000)}#${'#'.repeat(9_000_000)}sops`, 0],
    ['duplicate keys', `{${'a: 1, '.repeat(100_000)}}`, 1000],
    ['duplicate keys in many mappings', '- {a, a}\n'.repeat(100_000), 1000],
    ['unknown anchors', Array.from({ length: 20_000 }, (_, i) => `- &a${i} x\n- *b${i}\n`).join(''), 1000],
    ['bad escapes', '- "\\q"\n'.repeat(30_000), 1000],
    ['stray brackets', `a: ${'[]'.repeat(40_000)}`, 1],
    ['an open quote', `a: "\n${'  x\n'.repeat(60_000)}`, 1],
    ['template marks in quotes', `${'a: "{{"\n'.repeat(300_000)}x: "`, 1],
    ['tags and anchors', '!a &a\n'.repeat(2000), 1],
  ])('%s: bounded time and a bounded number of findings', (_, text, count) => {
    const findings: Finding[] = []
    parseFile('a.yaml', Buffer.from(text), { stream: true, tags: new Map() }, (found) => findings.push(found))
    expect(findings.map(show).slice(0, 1)).toHaveLength(Math.min(count, 1))
    expect(findings).toHaveLength(count)
    if (count === 1000) expect(findings.at(-1)?.message).toMatch(/and more in this file/)
  }, SECONDS)
})
