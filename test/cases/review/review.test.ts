import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import schema from '../../../schemas/output/report.json' with { type: 'json' }
import { escapeControls } from '../../../src/core/message.ts'
import { reviewHtml } from '../../../src/report/html/review.ts'
import { inert } from '../../../src/report/inert.ts'
import { COMMENT_BUDGET, reviewMarkdown, SUMMARY_BUDGET } from '../../../src/report/review/markdown.ts'
import type { ReviewReport } from '../../../src/report/review/report.ts'
import { expectHarmlessMarkdown } from '../../helpers/gfm.ts'
import { readPage } from '../../helpers/page.ts'
import { golden, LINKS, reportsOf } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'

const FOLDER = join(import.meta.dirname, 'expected')
const OWN_LINKS = /^https:\/\/github\.example\/acme\/config\/(?:blob\/[ab]{40}\/[^\s"<>()[\]]+|actions\/runs\/1)$/
const isReport = new Ajv2020({ strict: true, allErrors: true, allowMatchingProperties: true, strictTypes: false }).compile(schema)

describe.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (name, scenario) => {
  const reports = reportsOf(scenario)

  test('the comment and the terminal say what they should', async () => {
    const { comment, terminal } = await reports
    expect(golden(comment)).toBe(readFileSync(join(FOLDER, `${name}.md`), 'utf8'))
    expect(golden(terminal)).toBe(readFileSync(join(FOLDER, `${name}.txt`), 'utf8'))
  })

  test('the comment is harmless Markdown within its budget', async () => {
    const { comment } = await reports
    expect(Array.from(comment).length).toBeLessThanOrEqual(COMMENT_BUDGET.limit)
    expect(inert(comment)).toBe(comment)
    expectHarmlessMarkdown(comment, OWN_LINKS)
  })

  test('so is the summary, which has room for more', async () => {
    const { report } = await reports
    const summary = reviewMarkdown(report, { budget: SUMMARY_BUDGET, elsewhere: 'the log has all', prefix: 'config', links: LINKS })
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BUDGET.limit)
    expectHarmlessMarkdown(summary, OWN_LINKS)
  })

  test('the JSON is what its schema says, and all that the comment is made of', async () => {
    const { report, comment } = await reports
    const read = JSON.parse(JSON.stringify(report)) as ReviewReport
    expect(isReport(read), JSON.stringify(isReport.errors?.slice(0, 3))).toBe(true)
    const again = reviewMarkdown(read, { budget: COMMENT_BUDGET, elsewhere: `[the job summary](${LINKS.server}/acme/config/actions/runs/1) has more`, prefix: '', links: LINKS })
    expect(again).toBe(comment)
  })

  test('the page of it is harmless HTML that leaves nothing out', async () => {
    const { report } = await reports
    const page = reviewHtml(report, { prefix: '', links: LINKS })
    const { links, ids, text, elements } = readPage(page)
    for (const link of links) expect(link.startsWith('#') ? ids : link, link).toEqual(link.startsWith('#') ? expect.arrayContaining([link.slice(1)]) : expect.stringMatching(OWN_LINKS))
    expect(inert(page)).toBe(page)
    expect(text).toContain(report.summary)
    expect(elements.get('li') ?? 0).toBeGreaterThanOrEqual(report.findings.length + report.dangers.length)
    for (const { name } of report.perEnvironment) expect(text).toContain(escapeControls(name))
    // 3,000 findings, 500 environments, 4,000 changes
    expect(page.length).toBeLessThan(4_000_000)
  })

  test('the first line is the sentence of the JSON', async () => {
    const { report, comment } = await reports
    const [first = ''] = comment.split('\n')
    expect(first.replace(/^## /, '').replaceAll('`', '').replaceAll(/\s+/g, ' ')).toBe(report.summary.replaceAll('`', '').replaceAll(/\s+/g, ' '))
  })
})

test('there is no golden without its scenario', () => {
  const names = SCENARIOS.flatMap(({ name }) => [`${name}.md`, `${name}.txt`])
  expect(readdirSync(FOLDER).sort()).toEqual(names.sort())
  expect(new Set(names).size).toBe(names.length)
  expect(existsSync(FOLDER)).toBe(true)
})

test('the example in the documentation is what is printed', () => {
  const root = join(import.meta.dirname, '../../..')
  const [, example] = /^~~~markdown\n([^]*?)^~~~$/m.exec(readFileSync(join(root, 'docs/report.md'), 'utf8')) ?? []
  const printed = readFileSync(join(root, 'test/cases/check/with-a-base/expected'), 'utf8')
  expect(printed).toContain(`$ cairn check HEAD --format markdown\n${example ?? 'no example'}[exit 1]`)
})
