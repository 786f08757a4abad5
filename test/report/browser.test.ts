import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import fc from 'fast-check'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reviewHtml } from '../../src/report/html/review.ts'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { anyReport } from './arbitrary-report.ts'

const LINKS = { server: 'https://github.example', repository: 'acme/config', head: 'a'.repeat(40), base: 'b'.repeat(40) }
const PLACES = { links: LINKS, prefix: 'config' }
/** Reports with all sections, and whatever hostile texts they hold. */
const REPORTS = fc.sample(anyReport(8), { numRuns: 3, seed: 3 })

/** Of this file's own realm, which has no types of a page. */
const BACKGROUND = 'getComputedStyle(document.body).backgroundColor'
const program = toolOf('chromium')

describe.skipIf(program === undefined)(`a real browser shows the page${unlessThere('chromium')}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-browser-'))
  let browser: Browser
  let page: Page
  let complaints: string[]
  let asked: string[]

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program as string, args: ['--no-sandbox', '--disable-gpu'] })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  async function open(text: string, look: { readonly width: number; readonly colorScheme: 'light' | 'dark' }): Promise<void> {
    const file = join(folder, 'report.html')
    writeFileSync(file, text)
    page = await browser.newPage({ viewport: { width: look.width, height: 900 }, colorScheme: look.colorScheme })
    complaints = []
    asked = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(file).href)
  }

  test.each(['light', 'dark'] as const)('%s: as its own style says, with nothing loaded and nothing to complain of', async (colorScheme) => {
    for (const report of REPORTS) {
      await open(reviewHtml(report, PLACES), { width: 1280, colorScheme })
      const back = await page.evaluate(BACKGROUND)
      expect(back).toBe(colorScheme === 'dark' ? 'rgb(13, 17, 23)' : 'rgb(255, 255, 255)')
      expect(complaints).toEqual([])
      expect(asked).toEqual([page.url()])
      await page.close()
    }
  })

  test('its policy is in force: another style, and a script, are refused', async () => {
    const text = reviewHtml(REPORTS[0] as (typeof REPORTS)[number], PLACES)
    await open(text.replace('</body>', '<style>body { background: red }</style><script>document.title = "run"</script></body>'), { width: 1280, colorScheme: 'light' })
    expect(complaints.filter((one) => one.includes('Content Security Policy'))).toHaveLength(2)
    expect(await page.evaluate(BACKGROUND)).toBe('rgb(255, 255, 255)')
    expect(await page.title()).not.toBe('run')
    await page.close()
  })

  test.each([1280, 420])('%i pixels wide: readable by everybody that axe knows of', async (width) => {
    for (const report of REPORTS) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await open(reviewHtml(report, PLACES), { width, colorScheme })
        await page.evaluate(axe.source)
        const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run())
        expect(violations.map(({ id, help, nodes }) => ({ id, help, where: nodes[0]?.html }))).toEqual([])
        await page.close()
      }
    }
  })
})
