import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasReportShape } from '../../src/adapters/report-schema.ts'
import { isQuiet } from '../../src/report/review/quiet.ts'
import type { ReviewReport } from '../../src/report/review/report.ts'
import { shrunk } from '../../src/report/review/shrink.ts'
import { anyReport } from './arbitrary-report.ts'

const arbitraryReport = anyReport(4)
const sizeOf = (report: ReviewReport): number => Buffer.byteLength(JSON.stringify(report))
const upTo = (limit: number) => (report: ReviewReport) => sizeOf(report) <= limit

describe('a report that is too large to be handed over', () => {
  test('has room, keeps its counts, and says what was left out; it is still a report', () => {
    fc.assert(
      fc.property(arbitraryReport, fc.double({ min: 0.2, max: 1, noNaN: true }), (report, part) => {
        const limit = Math.floor(sizeOf(report) * part)
        const shorter = shrunk(report, upTo(limit))
        expect(hasReportShape(JSON.parse(JSON.stringify(shorter)))).toBe(true)
        expect(shorter).toMatchObject({ verdict: report.verdict, counts: report.counts, summary: report.summary })
        if (sizeOf(report) <= limit) expect(shorter).toBe(report)
        else expect(shorter.notChecked.at(-1)).toContain('the report was too large to be handed over')
      }),
      { numRuns: 50 },
    )
  })

  test('loses values first, then details, then the ends of lists; dangers last', () => {
    const side = { shown: '1', value: 'x'.repeat(1000), shadowed: [{ file: 'base.yaml', line: 1 }] }
    const change = { document: 'services/db', pointer: '/a', kind: 'changed' as const, environments: ['production'], before: side, after: side }
    const danger = { rule: 'danger/plain', severity: 'error' as const, message: 'm', related: [], environments: [] }
    const [sample] = fc.sample(arbitraryReport, 1)
    if (sample === undefined) throw new Error('no sample')
    const report: ReviewReport = { ...sample, changes: Array.from({ length: 2000 }, (_, i) => ({ ...change, pointer: `/${i}`, ...(i === 1999 ? { risky: true as const } : {}) })), dangers: [danger, danger], notChecked: [] }
    const withoutValues = shrunk(report, upTo(1_000_000))
    expect(withoutValues.changes).toHaveLength(2000)
    expect(withoutValues.changes[0]?.before).toEqual({ shown: '1', shadowed: side.shadowed })
    expect(withoutValues.notChecked).toHaveLength(1)
    const few = shrunk(report, (one) => one.changes.length <= 400)
    expect(few.changes).toHaveLength(300)
    expect(few.changes[0]?.pointer).toBe('/1999')
    expect(few.dangers).toHaveLength(2)
    expect(few.notChecked).toContain('1,700 of 2,000 changes: the report was too large to be handed over with them')
  })
})

test('whatever a check reports has the shape of the published schema', () => {
  fc.assert(fc.property(arbitraryReport, (report) => hasReportShape(JSON.parse(JSON.stringify(report)))), { numRuns: 100 })
  for (const other of [{}, null, [], 'report', { version: 1 }]) expect(hasReportShape(other)).toBe(false)
})

test('only what passes and changes nothing is quiet', () => {
  fc.assert(
    fc.property(arbitraryReport, (report) => {
      if (isQuiet(report)) expect(report).toMatchObject({ verdict: 'pass', changes: [], shadowed: [], dangers: [], silenced: [] })
      expect(isQuiet({ ...report, verdict: 'fail' })).toBe(false)
      const alone: Partial<ReviewReport> = { ...report }
      delete (alone as { base?: string }).base
      expect(isQuiet(alone as ReviewReport)).toBe(false)
    }),
    { numRuns: 50 },
  )
})
