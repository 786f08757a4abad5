import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { escapeControls } from '../../src/core/message.ts'
import { code, html } from '../../src/report/html/markup.ts'
import { STYLE, STYLE_HASH } from '../../src/report/html/page.ts'
import { reviewHtml } from '../../src/report/html/review.ts'
import { inert } from '../../src/report/inert.ts'
import type { ReportedChange, ReviewReport } from '../../src/report/review/report.ts'
import { readPage } from '../helpers/page.ts'
import { anyReport } from './arbitrary-report.ts'
import { HOSTILE } from './findings.ts'

const LINKS = { server: 'https://github.example', repository: 'acme/config', head: 'a'.repeat(40), base: 'b'.repeat(40) }
const OWN_LINKS = /^https:\/\/github\.example\/acme\/config\/blob\/[ab]{40}\/[^\s"<>()[\]]*$|^#[a-z-]+(?:-\d+)?$/
const PLACES = { links: LINKS, prefix: 'config' }
const told = (text: string): string => escapeControls(text).replace(/[\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`)

/** What an XML parser has against some texts. */
async function errorsOf(texts: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: texts.map((contents, i) => ({ fileName: `${i}.xml`, contents })), normalization: 'c14n', maxMemoryPages: 4096 })
  return errors.map(({ message }) => message)
}

describe('whatever a report holds', () => {
  test('nothing of it becomes markup, a link elsewhere, or a command to a runner', () => {
    fc.assert(
      fc.property(anyReport(12), (report) => {
        const page = reviewHtml(report, PLACES)
        const { links, ids } = readPage(page)
        for (const link of links) if (!OWN_LINKS.test(link)) expect.unreachable(link)
        for (const link of links) if (link.startsWith('#') && !ids.includes(link.slice(1))) expect.unreachable(`${link} leads nowhere`)
        expect(new Set(ids).size).toBe(ids.length)
        expect(inert(page)).toBe(page)
      }),
      { numRuns: 150 },
    )
  })

  test('every text is there as a whole: nothing is cut', () => {
    fc.assert(
      fc.property(anyReport(10), (report) => {
        const { text, elements } = readPage(reviewHtml(report, PLACES))
        const all = [...report.findings, ...report.dangers]
        const wanted = [
          ...all.flatMap(({ message, rule, environments, related }) => [message, rule, ...environments, ...related.map((one) => one.message)]),
          ...report.changes.flatMap(({ document, environments }) => [document, ...environments]),
          ...report.shadowed.flatMap(({ document, environments }) => [document, ...environments]),
          ...report.silenced.flatMap(({ reason, finding }) => [reason, finding.message]),
          ...report.notChecked,
          ...(report.access?.demands ?? []).flatMap(({ roles }) => roles.flatMap(({ role, users, teams }) => [role, ...users, ...teams])),
        ]
        for (const one of wanted) if (!text.includes(told(one))) expect.unreachable(`${JSON.stringify(one)} is missing`)
        expect(elements.get('li') ?? 0).toBeGreaterThanOrEqual(all.length)
      }),
      { numRuns: 80 },
    )
  })

  test('an XML parser reads it: each element is closed, each attribute quoted', async () => {
    expect(await errorsOf(['<p>&nbsp;<br></p>'])).not.toEqual([])
    expect(await errorsOf(fc.sample(anyReport(6), 40).map((report) => reviewHtml(report, PLACES)))).toEqual([])
  })

  test('the same report makes the same page', () => {
    fc.assert(fc.property(anyReport(4), (report) => reviewHtml(report, PLACES) === reviewHtml(report, PLACES)), { numRuns: 20 })
  })
})

describe('the page', () => {
  const sample = fc.sample(anyReport(3), 1)[0] as ReviewReport

  test('may load, run and send nothing, and has one style, which its policy names', () => {
    expect(STYLE_HASH).toBe(createHash('sha256').update(STYLE).digest('base64'))
    const page = reviewHtml(sample, PLACES)
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'"`)
    expect(page.match(/<style>([^]*?)<\/style>/g)).toEqual([`<style>${STYLE}</style>`])
    expect(STYLE).not.toMatch(/url|@import|[<&]/i)
    expect(readPage(page).elements.get('style')).toBe(1)
    // before anything that the policy is about
    expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'))
  })

  test('a value that is too long to be shown stands behind what is shown of it, as a whole', () => {
    const long = { list: Array.from({ length: 200 }, (_, i) => `item ${i} </pre><script>`) }
    const change: ReportedChange = {
      document: 'services/db', pointer: '/list', kind: 'added', environments: ['production'],
      after: { shown: `${JSON.stringify(long).slice(0, 159)}…`, value: long, shadowed: [] },
    }
    const { text } = readPage(reviewHtml({ ...sample, changes: [change] }, PLACES))
    expect(text).toContain('item 199 </pre><script>')
  })
})

describe('markup', () => {
  test.each(HOSTILE)('%j stays text, in an element and in an attribute', (evil) => {
    const { text } = html`<p title="${evil}">${evil}${[code(evil)]}</p>`
    expect(text.replace(/^<p title="|">|<\/?code>|<\/p>$/g, '')).not.toMatch(/[<>"']/)
    expect(text.match(/[<>]/g)?.length).toBe(8)
  })

  test('numbers and nothing', () => {
    expect(html`<b>${1}${undefined}</b>`.text).toBe('<b>1</b>')
  })
})
