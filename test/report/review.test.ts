import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import { say } from '../../src/core/message.ts'
import type { Review } from '../../src/core/review.ts'
import { COMMENT_BUDGET, NO_BUDGET, reviewMarkdown, SMALLEST_BUDGET, SUMMARY_BUDGET, type MarkdownOptions } from '../../src/report/review/markdown.ts'
import { fit, type Item, type Section } from '../../src/report/review/fit.ts'
import type { ReviewReport } from '../../src/report/review/report.ts'
import { reportOf } from '../../src/report/review/report-of.ts'
import { inert } from '../../src/report/inert.ts'
import { expectHarmlessMarkdown } from '../helpers/gfm.ts'
import { anyReport } from './arbitrary-report.ts'
import { found, many, resultOf } from './findings.ts'

const LINKS = { server: 'https://github.example', repository: 'acme/config', head: 'a'.repeat(40), base: 'b'.repeat(40) }
const OWN_LINKS = /^https:\/\/github\.example\/acme\/config\/blob\/[ab]{40}\/[^\s"<>()[\]]*$/
const OPTIONS: Omit<MarkdownOptions, 'budget'> = { elsewhere: 'the log has all', prefix: 'config', links: LINKS }
const sizeOf = { 'bytes': (text: string) => Buffer.byteLength(text), 'code points': (text: string) => Array.from(text).length }

const anyBudget = fc.record({ limit: fc.integer({ min: SMALLEST_BUDGET, max: 40_000 }), unit: fc.constantFrom('bytes', 'code points') })

describe('whatever a report holds', () => {
  test('it keeps to its budget and is harmless Markdown', () => {
    fc.assert(
      fc.property(anyReport(12), anyBudget, (report, budget) => {
        const markdown = reviewMarkdown(report, { ...OPTIONS, budget })
        expect(sizeOf[budget.unit](markdown)).toBeLessThanOrEqual(budget.limit)
        expect(inert(markdown)).toBe(markdown)
        expectHarmlessMarkdown(markdown, OWN_LINKS)
      }),
      { numRuns: 150 },
    )
  })

  test('every finding and danger is shown, or it says how many are', () => {
    fc.assert(
      fc.property(anyReport(25), anyBudget, (report, budget) => {
        const markdown = reviewMarkdown(report, { ...OPTIONS, budget })
        const wanted = [...report.dangers, ...report.findings.filter(({ since }) => since !== 'known')].length
        const [, section = ''] = /^### Needs attention\n\n([^]*?)(?=^### |^<sub>)/m.exec(markdown) ?? []
        const shown = section.match(/^- \*\*(?:error|warning|note)\*\* /gm)?.length ?? 0
        const [, told] = /^([\d,]+) of [\d,]+ findings? shown/m.exec(section) ?? []
        if (shown < wanted) expect(told).toBe(String(shown))
        else expect(shown).toBe(wanted)
      }),
      { numRuns: 100 },
    )
  })

  test('nothing is left out where there is room for it', () => {
    fc.assert(
      fc.property(anyReport(8), (report) => {
        expect(reviewMarkdown(report, { ...OPTIONS, budget: NO_BUDGET })).not.toMatch(/^[\d,]+ of [\d,]+ \w+ shown/m)
      }),
      { numRuns: 60 },
    )
  })

  test.each(['@', '|', '😀', '`', ':', '\\|', '\u202e', '<'].map((char) => char.repeat(3000)))('the smallest budget is enough for what is never cut: %.3s', (evil) => {
    const names = Array.from({ length: 20 }, (_, i) => `${i}${evil}`)
    const at = { file: evil, line: 1 }
    const finding = { rule: evil, severity: 'error' as const, message: evil, related: [], environments: names, ...at }
    const counts = { error: 9_999_999, warning: 9_999_999, note: 9_999_999 }
    const perEnvironment = names.map((name, i) => ({ name, protected: i > 2, abstract: false, state: i > 10 ? 'removed' as const : 'added' as const, parents: { before: names, after: names }, changed: 1, risky: 1, shadowed: 1, failed: 1 }))
    const demand = { name: evil, location: at, state: 'missing' as const, changes: [], roles: [{ role: evil, users: names, teams: names, approvals: 2, approvedBy: names, objectedBy: names, missing: 1, unknownTeams: names, state: 'missing' as const }] }
    const report: ReviewReport = {
      version: 1, tool: { name: 'cairn', version: evil }, verdict: 'fail', failOn: 'error', summary: evil, snapshot: evil, base: evil, because: evil, counts, documents: 9_999_999,
      effectiveDocuments: 9_999_999, asked: names, environments: names, perEnvironment, findings: [finding, { ...finding, since: 'known' }], dangers: [finding],
      silenced: [{ finding, reason: evil, location: at }], judgedBy: 'head', changes: [{ document: evil, pointer: evil, kind: 'added', environments: names }],
      shadowed: [{ document: evil, pointer: evil, kind: 'added', edit: at, reason: 'overridden', message: evil, environments: names }],
      encryptedFiles: [{ file: evil, recipients: [{ kind: 'added', type: evil, recipient: evil, alias: evil, location: at }], threshold: { before: 1, after: 2 } }],
      applying: [{ document: evil, takes: 'restart', environments: names }],
      reach: { reaches: [{ environments: names, protected: true, documents: names, dependents: [{ document: evil, way: names }] }], environments: 1, protected: 1, documents: 1, dependents: 1 },
      access: { judgedBy: 'head', state: 'missing', demands: [demand] }, routine: { values: 9, keys: names }, undecided: [{ message: evil, location: at, environments: names }],
      notChecked: [evil], timing: Array.from({ length: 100 }, () => ({ stage: 'check', took: 1e15 })),
    }
    for (const unit of ['bytes', 'code points'] as const) {
      const markdown = reviewMarkdown(report, { ...OPTIONS, elsewhere: 'x'.repeat(300), budget: { limit: SMALLEST_BUDGET, unit } })
      expect(sizeOf[unit](markdown)).toBeLessThanOrEqual(SMALLEST_BUDGET)
      expectHarmlessMarkdown(markdown, OWN_LINKS)
    }
  })

  test('the same report makes the same text', () => {
    fc.assert(
      fc.property(anyReport(5), (report) => {
        const render = () => reviewMarkdown(report, { ...OPTIONS, budget: COMMENT_BUDGET })
        expect(render()).toBe(render())
      }),
      { numRuns: 20 },
    )
  })
})

describe('the summary of a job', () => {
  const summary = (findings: readonly SettledFinding[], more: Partial<Review> = {}) => {
    const review: Review = { ...alone(findings), ...more }
    return reviewMarkdown(reportOf(review, { failOn: 'error', version: '1.2.3' }), { ...OPTIONS, budget: SUMMARY_BUDGET })
  }

  test('the verdict comes first, then what was checked and compared, then the findings', () => {
    expect(summary([found()])).toBe(`## Cairn failed: 1 error (\`parse/duplicate-key\`); compared with nothing, so no changes are told

Checked 3 documents, 6 effective documents in 2 environments.

Compared with nothing: schedule names no commit before.

### Needs attention

- **error** [\`environments/dev/services/db.yaml:2\`](https://github.example/acme/config/blob/${'a'.repeat(40)}/config/environments/dev/services/db.yaml#L2) the key port is given twice (\`parse/duplicate-key\`)

<sub>\`working tree\` · Cairn \`1.2.3\`</sub>
`)
    expect(summary([])).toContain('## Cairn passed: no findings')
  })

  test('30,000 findings: whole rows, the most severe first, and how many there are', () => {
    const text = summary([...many(29_000, 'warning'), ...many(1000, 'error')])
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_BUDGET.limit)
    expect(Buffer.byteLength(text)).toBeGreaterThan(0.95 * SUMMARY_BUDGET.limit)
    const rows = text.split('\n').filter((line) => line.startsWith('- **'))
    expect(rows.slice(0, 1000).every((row) => row.startsWith('- **error**'))).toBe(true)
    const [, shown, all] = /^([\d,]+) of ([\d,]+) findings shown/m.exec(text) ?? []
    expect([shown, all]).toEqual([rows.length.toLocaleString('en'), '30,000'])
  })

  test('environments that are changed or gone', () => {
    const environment = (name: string, state: 'changed' | 'removed') => {
      return { name, state, protected: false, abstract: false, changed: state === 'changed' ? 1 : 0, risky: 0, shadowed: 0, failed: 0 }
    }
    const comparison = { base: 'b'.repeat(40), because: say`the commit before the push`, files: [], compared: 1, baseErrors: 0 }
    const environments = [...Array.from({ length: 120 }, (_, i) => environment(`e${i}`, 'changed')), environment('old', 'removed')]
    const text = summary([], { comparison, environments })
    expect(text).toContain('Compared with `bbbbbbbbbbbb` (the commit before the push): 120 environments change: `e0`')
    expect(text).toContain('and 110 more; removed: `old`.')
  })
})

/** A review that is compared with nothing. */
function alone(findings: readonly SettledFinding[]): Review {
  return {
    check: resultOf(findings), asked: [], findings, comparison: { reason: say`schedule names no commit before` }, environments: [], changes: [],
    shadowed: [], encryptedFiles: [], dangers: { findings: [], silenced: [], judgedBy: 'base' }, applying: [], notChecked: [], timing: [],
  }
}

describe('fitting', () => {
  const item: fc.Arbitrary<Item> = fc.record({ cut: fc.constantFrom('last', 'first'), more: fc.nat(60), size: fc.nat(60) }).map(({ cut, more, size }) => {
    const short = `${cut}:${'😀'.repeat(size)}\n`
    return { cut, short, full: `${short.trimEnd()}${'x'.repeat(more)}\n` }
  })
  const section: fc.Arbitrary<Section> = fc.record({
    title: fc.constant('### T\n\n'), rank: fc.nat(5), noun: fc.constant('item'),
    blocks: fc.array(fc.record({ open: fc.constant('<open>\n'), close: fc.constant('<close>\n'), items: fc.array(item, { maxLength: 12 }) }), { maxLength: 3 }),
  })

  test('what is cut last is never missing while something else is shown', () => {
    fc.assert(
      fc.property(fc.array(section, { maxLength: 4 }), fc.integer({ min: 1200, max: 4000 }), fc.constantFrom('bytes', 'code points'), (sections, limit, unit) => {
        const text = fit({ head: 'head\n', sections, tail: 'tail\n', elsewhere: 'elsewhere' }, { limit, unit })
        expect(sizeOf[unit](text)).toBeLessThanOrEqual(limit)
        const items = sections.flatMap(({ blocks }) => blocks.flatMap((block) => block.items))
        const shown = (cut: string) => text.match(new RegExp(`^${cut}:`, 'gm'))?.length ?? 0
        const last = items.filter(({ cut }) => cut === 'last').length
        if (shown('last') < last) expect(shown('first')).toBe(0)
        expect(text.match(/<open>/g)?.length).toBe(text.match(/<close>/g)?.length)
        const counted = [...text.matchAll(/^([\d,]+) of ([\d,]+) items? shown/gm)].reduce((sum, [, some, all]) => sum + Number(all) - Number(some), 0)
        expect(items.length - shown('last') - shown('first')).toBe(counted)
      }),
    )
  })

  test('short first, full where there is room', () => {
    const one = (cut: Item['cut'], name: string): Item => ({ cut, short: `${name}\n`, full: `${name} ${'long '.repeat(20)}\n` })
    const sections: Section[] = [{ title: '', rank: 0, noun: 'item', blocks: [{ open: '', close: '', items: [one('first', 'b'), one('last', 'a'), one('first', 'c')] }] }]
    const text = (limit: number) => fit({ head: '', sections, tail: '', elsewhere: 'e' }, { limit, unit: 'bytes' })
    expect(text(1000)).toBe(`b ${'long '.repeat(20)}\na ${'long '.repeat(20)}\nc ${'long '.repeat(20)}\n`)
    expect(text(320)).toBe(`3 of 3 items shown, some of them in short; e.\n\nb\na ${'long '.repeat(20)}\nc\n`)
    expect(text(207)).toBe('3 of 3 items shown, some of them in short; e.\n\nb\na\nc\n')
    expect(text(205)).toBe('2 of 3 items shown, some of them in short; e.\n\nb\na\n')
    expect(text(203)).toBe('1 of 3 items shown, some of them in short; e.\n\na\n')
    expect(text(201)).toBe('0 of 3 items shown; e.\n\n')
  })
})
