import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { expect } from 'vitest'

/** GitHub-flavoured Markdown as HTML, with the HTML in it as it is. */
export function gfmHtmlOf(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
}

const VOID = new Set(['br', 'hr', 'img', 'input'])
/** Elements that our reports consist of, and their attributes. */
const OURS: Readonly<Record<string, RegExp>> = {
  h2: /^$/, h3: /^$/, p: /^$/, ul: /^$/, li: /^$/, strong: /^$/, code: /^$/, sub: /^$/, br: /^ ?\/?$/, hr: /^$/,
  table: /^$/, thead: /^$/, tbody: /^$/, tr: /^$/, th: /^(?: align="right")?$/, td: /^(?: align="right")?$/,
  details: /^(?: open)?$/, summary: /^$/,
}

/**
 * Expects Markdown to be what we write and nothing that a repository brings: only our elements, all of them closed;
 * only links to where they may lead; tables with as many cells in each row; and no text of which GitHub would make a
 * mention, a reference, an emoji or a link once it is rendered.
 */
export function expectHarmlessMarkdown(markdown: string, links: RegExp): void {
  expectWholeTables(markdown)
  const open: string[] = []
  let at = 0
  const html = gfmHtmlOf(markdown)
  for (const tag of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|<!--|<\?|<!\[/gi)) {
    expectPlainText(html.slice(at, tag.index), open)
    at = tag.index + tag[0].length
    const [whole, slash, name = '', attributes = ''] = tag
    if (name === 'a') {
      if (slash === '' && !links.test(/^ href="([^"]*)"$/.exec(attributes)?.[1] ?? '')) expect.unreachable(whole)
    } else if (OURS[name]?.test(attributes) !== true) expect.unreachable(`${whole} in ${markdown.slice(0, 200)}`)
    if (slash === '/' && open.pop() !== name) expect.unreachable(`${whole} closes something else`)
    else if (slash === '/') continue
    else if (!VOID.has(name)) open.push(name)
  }
  expectPlainText(html.slice(at), open)
  expect(open).toEqual([])
}

/** What GitHub's filters look for in the text of the rendered page, outside of code and links. */
const FOUND = /(?<![\w@])@[a-z0-9]|(?<!\w)#\d|\bGH-\d|:[+\w-]+:|\b(?:https?|ftp):\/\/|\bwww\.\w|[\w.+-]+@\w/i

function expectPlainText(html: string, open: readonly string[]): void {
  if (/[<>]/.test(html)) expect.unreachable(`a bracket in ${html.slice(0, 200)}`)
  if (open.includes('code') || open.includes('a')) return
  const text = html.replace(/&#(\d+);/g, (_, point) => String.fromCodePoint(Number(point))).replace(/&#x([0-9a-f]+);/gi, (_, point: string) => String.fromCodePoint(parseInt(point, 16)))
  const found = FOUND.exec(text)
  if (found !== null) expect.unreachable(`${found[0]} in ${text.slice(0, 200)}`)
}

/** A renderer fills and cuts rows that have other cells than their head. */
function expectWholeTables(markdown: string): void {
  let columns: number | undefined
  for (const line of markdown.split('\n')) {
    if (!line.startsWith('|')) {
      columns = undefined
      continue
    }
    const cells = line.match(/(?<!\\)\|/g)?.length ?? 0
    columns ??= cells
    if (cells !== columns) expect.unreachable(`${cells} cells instead of ${columns}: ${line}`)
  }
}
