import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import type { Message } from '../../src/core/message.ts'
import type { CheckResult } from '../../src/core/results.ts'
import { inert } from '../../src/report/inert.ts'
import { checkSarif } from '../../src/report/sarif.ts'
import { verdict } from '../../src/report/verdict.ts'
import { ROOT } from '../reference/repository-files.ts'
import { found, HOSTILE, many, resultOf } from './findings.ts'

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}
interface Physical {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string }; readonly region: Region }
}
interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly Physical[]
  readonly partialFingerprints: { readonly primaryLocationLineHash: string }
  readonly relatedLocations?: readonly (Physical & { readonly message: { readonly text: string } })[]
}
interface Text {
  readonly text: string
}
interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly shortDescription: Text; readonly fullDescription: Text; readonly help: Text }[] } }
      readonly automationDetails: { readonly id: string }
      readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly { readonly message: Text }[] }]
      readonly results: readonly Result[]
    },
  ]
}

// The schema is of draft-04, of which it uses nothing that has changed since but these two.
const schema = JSON.parse(readFileSync(join(ROOT, 'test/fixtures/sarif/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>
delete schema['$schema']
delete schema['id']
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true })
addFormats.default(ajv)
const isSarif = ajv.compile<Log>(schema)

function sarif(result: CheckResult, prefix = ''): { readonly log: Log; readonly run: Log['runs'][0]; readonly text: string } {
  const text = checkSarif(result, verdict(result.findings), { version: '1.2.3', prefix })
  const log: unknown = JSON.parse(text)
  if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors?.slice(0, 3)))
  return { log, run: log.runs[0], text }
}

/** What code scanning asks for and the standard does not (docs.github.com, "SARIF support for code scanning"). */
function expectAcceptable({ run, text }: ReturnType<typeof sarif>): void {
  const filled = (value: string) => expect(value.trim()).not.toBe('')
  for (const { id, shortDescription, fullDescription, help } of run.tool.driver.rules) {
    for (const one of [id, shortDescription.text, fullDescription.text, help.text]) filled(one)
    for (const one of [shortDescription, fullDescription, help]) expect(Array.from(one.text).length).toBeLessThanOrEqual(1024)
  }
  for (const { ruleId, ruleIndex, message, locations, partialFingerprints, relatedLocations = [] } of run.results) {
    expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    filled(message.text)
    expect(Array.from(message.text).length).toBeLessThanOrEqual(1024)
    expect(partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:[1-9][0-9]*$/)
    expect(relatedLocations.length).toBeLessThanOrEqual(100)
    for (const { physicalLocation } of [...locations, ...relatedLocations]) {
      const { artifactLocation, region } = physicalLocation
      expect(artifactLocation.uriBaseId).toBe('%SRCROOT%')
      expect(artifactLocation.uri).toMatch(/^[^/:][^:]*$/)
      expect(region.endLine).toBeGreaterThanOrEqual(region.startLine)
      for (const one of Object.values(region)) expect(one).toBeGreaterThanOrEqual(1)
    }
  }
  expect(run.results.length).toBeLessThanOrEqual(25_000)
  expect(Buffer.byteLength(text)).toBeLessThan(10_000_000)
  expect(inert(text)).toBe(text)
}

test('the schema tells what is no SARIF', () => {
  expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false)
  expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' }, level: 'fatal' }] }] })).toBe(false)
})

test('a finding with its rule, region and related places', () => {
  const related = [{ message: 'first given here' as Message, location: { file: 'environments/dev/services/db.yaml', line: 1, column: 1, endLine: 1, endColumn: 5 } }]
  const one = sarif(resultOf([found({ related, environments: ['dev', 'production'] })]))
  expectAcceptable(one)
  expect(one.run.results).toEqual([
    {
      ruleId: 'parse/duplicate-key',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'the key port is given twice (in dev, production)' },
      locations: [at('environments/dev/services/db.yaml', [2, 1, 2, 5])],
      partialFingerprints: { primaryLocationLineHash: expect.any(String) as string },
      relatedLocations: [{ id: 0, message: { text: 'first given here' }, ...at('environments/dev/services/db.yaml', [1, 1, 1, 5]) }],
    },
  ])
  expect(one.run.tool.driver.rules[0]?.shortDescription.text).toBe('A key stands twice in one mapping, section or table.')
})

test('nothing found is a run without results', () => {
  const one = sarif(resultOf([]))
  expectAcceptable(one)
  expect(one.run.results).toEqual([])
})

describe('places', () => {
  test.each<readonly [string, SettledFinding['location'], string, object]>([
    ['a whole file', { file: 'a.yaml' }, '', at('a.yaml', [1, 1, 1, 1])],
    ['below the top', { file: 'a.yaml', line: 1, column: 2 }, 'deploy/config', at('deploy/config/a.yaml', [1, 2, 1, 2])],
    ['behind a link that leads up', { file: '../shared/a.yaml' }, 'deploy/config', at('deploy/shared/a.yaml', [1, 1, 1, 1])],
    ['a name of its own kind', { file: 'a b/ü#?%.yaml' }, '', at('a%20b/%C3%BC%23%3F%25.yaml', [1, 1, 1, 1])],
    ['a name that is not UTF-8', { file: 'a\udcff.yaml' }, '', at('a%FF.yaml', [1, 1, 1, 1])],
    ['a colon, which would be a scheme', { file: 'a:b.yaml' }, '', at('a%3Ab.yaml', [1, 1, 1, 1])],
    ['a variable', { variable: 'PORT' }, 'deploy', at('deploy/cairn.yaml', [1, 1, 1, 1])],
    ['an environment', { environment: 'dev' }, '', at('cairn.yaml', [1, 1, 1, 1])],
  ])('%s', (_what, location, prefix, expected) => {
    const { run } = sarif(resultOf([found({ location })]), prefix)
    expect(run.results[0]?.locations).toEqual([expected])
  })

  test('what no file tells is in the message', () => {
    const { run } = sarif(resultOf([found({ location: { variable: 'PORT' }, message: 'this is no number' })]))
    expect(run.results[0]?.message.text).toBe('variable PORT: this is no number')
  })

  test('two folders of one repository are two analyses', () => {
    const ids = ['', 'a', 'b c'].map((prefix) => sarif(resultOf([]), prefix).run.automationDetails.id)
    expect(ids).toEqual(['cairn/', 'cairn/a/', 'cairn/b%20c/'])
  })
})

describe('fingerprints', () => {
  const prints = (findings: readonly SettledFinding[]) =>
    sarif(resultOf(findings)).run.results.map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash)
  const on = (line: number, more: Parameters<typeof found>[0] = {}) =>
    found({ ...more, location: { file: 'a.yaml', line, column: 1 } })

  test('stay where lines move', () => {
    expect(prints([on(3), on(9)])).toEqual(prints([on(30), on(90)]))
  })

  test('differ for every other finding', () => {
    const all = prints([on(1), on(2), on(3, { rule: 'parse/number' }), on(4, { message: 'another' }), found({ location: { file: 'b.yaml' } })])
    expect(new Set(all).size).toBe(5)
  })

  test('100,000 texts have 100,000 fingerprints', () => {
    const findings = Array.from({ length: 100_000 }, (_, i) => on(1, { message: `k${i}` }))
    const halves = [0, 20_000, 40_000, 60_000, 80_000].map((from) => prints(findings.slice(from, from + 20_000)))
    expect(new Set(halves.flat()).size).toBe(halves.flat().length)
  })
})

describe('limits', () => {
  test('the most severe results are kept, and what is left out is told', () => {
    const one = sarif(resultOf([...many(20_000, 'note'), ...many(20_000, 'warning'), ...many(10, 'error')]))
    expectAcceptable(one)
    const levels = one.run.results.map(({ level }) => level)
    expect(levels.slice(0, 11)).toEqual([...Array<string>(10).fill('error'), 'warning'])
    const said = one.run.invocations[0].toolExecutionNotifications.map(({ message }) => message.text)
    expect(said).toEqual([`${one.run.results.length.toLocaleString('en')} of 40,010 findings are in this file, the most severe first`])
    expect(one.run.results.length).toBeGreaterThan(5000) // what code scanning shows
  })

  test('long texts and many places are cut, as told', () => {
    const related = Array.from({ length: 250 }, (_, i) => ({ message: `place ${i}` as Message, location: { file: 'a.yaml', line: i + 1 } }))
    const one = sarif(resultOf([found({ message: '🧱'.repeat(3000) }), found({ related, rule: 'parse/number' })]))
    expectAcceptable(one)
    expect(one.run.results[0]?.message.text.endsWith('…')).toBe(true)
    expect(one.run.results[1]?.message.text).toContain('(100 of 250 places shown)')
  })

  test('what was not checked is told', () => {
    const { run } = sarif(resultOf([], { notChecked: ['environments other than the 2 named' as Message] }))
    expect(run.invocations[0].toolExecutionNotifications[0]?.message.text).toBe('not checked: environments other than the 2 named')
  })
})

test('no text makes a link, and any name gives a valid file', () => {
  const { run } = sarif(resultOf([found({ message: 'unknown key [click](https://example.com)' })]))
  expect(run.results[0]?.message.text).toBe('unknown key [click]\\(https://example.com)')
  const name = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)).filter((text) => text.replaceAll('/', '') !== '' && !text.includes('..'))
  fc.assert(
    fc.property(name, name, name, (file, message, environment) => {
      const location = { file: `a/${file}`, line: 1, column: 1 }
      expectAcceptable(sarif(resultOf([found({ location, message: `x${message}`, environments: [environment] })])))
    }),
  )
})

function at(uri: string, [startLine, startColumn, endLine, endColumn]: readonly [number, number, number, number]): Physical {
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine, startColumn, endLine, endColumn },
    },
  }
}

test('what only the base has is told at its file, with its line there in words', () => {
  const gone = { file: 'services/db.yaml', line: 12, column: 3, endLine: 12, endColumn: 8, side: 'base' as const }
  const related = [{ message: 'first given here' as Message, location: { file: 'a.yaml', side: 'base' as const } }]
  const [result] = sarif(resultOf([found({ location: gone, related })])).run.results
  expect(result?.message.text).toBe('in line 12 of the base: the key port is given twice')
  expect(result?.locations[0]?.physicalLocation.region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 })
  expect(result?.relatedLocations?.[0]?.message.text).toBe('in the base: first given here')
})
