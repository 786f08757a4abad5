import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { say } from '../../src/core/message.ts'
import type { Outcome, TargetDecision } from '../../src/core/publish-result.ts'
import { inert } from '../../src/report/inert.ts'
import { publishMarkdown } from '../../src/report/publish-markdown.ts'
import type { PublishReport } from '../../src/report/publish.ts'
import { NO_BUDGET, SMALLEST_BUDGET, SUMMARY_BUDGET, type MarkdownOptions } from '../../src/report/review/markdown.ts'
import { verdict } from '../../src/report/verdict.ts'
import { expectHarmlessMarkdown } from '../helpers/gfm.ts'
import { found, HOSTILE, many, resultOf } from './findings.ts'

const COMMIT = 'c'.repeat(40)
const NEWER = 'd'.repeat(40)
const LINKS = { server: 'https://github.example', repository: 'acme/config', head: 'a'.repeat(40) }
const OWN_LINKS = /^https:\/\/github\.example\/acme\/config\/blob\/a{40}\/[^\s"<>()[\]]*$/
const OPTIONS: Omit<MarkdownOptions, 'budget'> = { elsewhere: 'the log has all', prefix: '', links: LINKS }

function reportOf(outcomes: readonly Outcome[], more: Partial<PublishReport> = {}): PublishReport {
  return { commit: COMMIT, dryRun: false, blocked: false, check: resultOf([]), outcomes, ...more }
}

function markdown(report: PublishReport, budget: MarkdownOptions['budget'] = NO_BUDGET): string {
  return publishMarkdown(report, verdict(report.check.findings), { ...OPTIONS, budget })
}

const at = (decision: TargetDecision, target = 'branch:deploy'): Outcome => ({ target, environments: ['production', 'staging'], decision })
const published = { does: 'publish', added: ['production/a.yaml'], changed: ['manifest.json'], removed: ['staging/b.yaml'], rollback: null } as const
const refused = { does: 'refuse', said: say`somebody else's files are there`, hint: say`publish elsewhere` } as const
const headOf = (text: string): string => text.split('\n')[0] ?? ''

describe('the first line is the answer', () => {
  test.each<[string, PublishReport]>([
    ['## Cairn published `cccccccccccc` to `branch:deploy`', reportOf([at(published)])],
    ['## Cairn published `cccccccccccc` to 2 targets', reportOf([at(published), at(published, 'dir:out'), at({ does: 'nothing' }, 'dir:b')])],
    ['## Cairn would publish `cccccccccccc` to `branch:deploy`', reportOf([at(published)], { dryRun: true })],
    ['## Cairn published nothing new: `cccccccccccc` changes nothing at `branch:deploy`', reportOf([at({ does: 'nothing' })])],
    ['## Cairn published nothing new: `cccccccccccc` changes nothing at `branch:deploy`', reportOf([at({ does: 'advance' })])],
    ['## Cairn published nothing new: there is no environment', reportOf([])],
    ['## Cairn published nothing of `cccccccccccc`: a newer commit is at `branch:deploy`', reportOf([at({ does: 'superseded', by: NEWER })])],
    ['## Cairn did not publish `cccccccccccc` to `dir:out`', reportOf([at(published), at(refused, 'dir:out')])],
    ['## Cairn published nothing of `cccccccccccc`: 1 error', reportOf([], { blocked: true, check: resultOf([found()]) })],
  ])('%s', (head, report) => {
    expect(headOf(markdown(report))).toBe(head)
  })
})

test('what became of each target, and of which files', () => {
  const text = markdown(reportOf([at(published), at(refused, 'dir:out'), at({ does: 'superseded', by: NEWER }, 'dir:late')]))
  expect(text).toContain('- `branch:deploy` (`production`, `staging`): published cccccccccccc: 1 file added, 1 changed, 1 removed\n')
  expect(text).toContain("- **error** `dir:out` (`production`, `staging`): not published: somebody else's files are there; publish elsewhere\n")
  expect(text).toContain('- `dir:late` (`production`, `staging`): nothing to do: dddddddddddd, which is newer')
  expect(text).toContain('- added `production/a.yaml`\n- changed `manifest.json`\n- removed `staging/b.yaml`\n')
  expectHarmlessMarkdown(text, OWN_LINKS)
})

test('30,000 files and 10,000 findings keep to the budget of a summary, targets first', () => {
  const added = Array.from({ length: 30_000 }, (_, i) => `production/services/service-with-a-long-name-${i}.yaml`)
  const outcomes = [at({ ...published, added }), at(refused, 'dir:out')]
  const report = reportOf(outcomes, { check: resultOf(many(10_000, 'warning')) })
  const text = markdown(report, SUMMARY_BUDGET)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BUDGET.limit)
  expect(text).toContain('- **error** `dir:out`')
  expect(text).toContain(': 30,002 files</summary>')
  expect(text).toContain('- and 29,002 more\n')
  const small = markdown(report, { limit: SMALLEST_BUDGET, unit: 'bytes' })
  expect(Buffer.byteLength(small)).toBeLessThanOrEqual(SMALLEST_BUDGET)
  expect(small).toContain('- **error** `dir:out`')
  expect(small).toMatch(/^1 of 30,002 files shown; the log has all\.$/m)
})

test('whatever names hold, it is harmless Markdown within its budget', () => {
  const evil = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 30 }))
  const paths = fc.array(evil, { maxLength: 4 })
  const decision = fc.oneof(
    fc.record({ does: fc.constant('publish' as const), added: paths, changed: paths, removed: paths, rollback: fc.constant(null) }),
    fc.constant(refused),
    fc.constantFrom({ does: 'nothing' } as const, { does: 'advance' } as const, { does: 'superseded', by: NEWER } as const),
  )
  const outcome = fc.record({ target: evil, environments: fc.array(evil, { maxLength: 12 }), decision })
  const budget = fc.record({ limit: fc.integer({ min: SMALLEST_BUDGET, max: 40_000 }), unit: fc.constant('bytes' as const) })
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 6 }), paths, budget, (outcomes, messages, limit) => {
      const check = resultOf(messages.map((message) => found({ severity: 'warning', message, location: { file: message } })))
      const text = markdown(reportOf(outcomes, { check }), limit)
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit.limit)
      expect(inert(text)).toBe(text)
      expectHarmlessMarkdown(text, OWN_LINKS)
    }),
    { numRuns: 150 },
  )
})
