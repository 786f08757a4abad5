import { expect } from 'vitest'

/** Elements that a page of ours consists of, and the attributes that each may have. */
const OURS: Readonly<Record<string, RegExp>> = {
  html: /^ lang="en"$/, head: /^$/, body: /^$/, title: /^$/, style: /^$/,
  meta: /^ (?:charset="utf-8"|http-equiv="Content-Security-Policy" content="[^"&<>]+"|name="(?:viewport|referrer|robots)" content="[^"&<>]+")$/,
  header: /^$/, nav: /^$/, main: /^$/, footer: /^$/, section: /^ id="[a-z-]+"$/,
  h1: /^ class="(?:pass|look|fail)"$/, h2: /^$/, p: /^(?: class="dim")?$/, ul: /^(?: class="findings")?$/,
  li: /^(?: id="(?:finding|known)-\d+")?(?: class="(?:error|warning|note)")?$/,
  table: /^$/, thead: /^$/, tbody: /^$/, tr: /^(?: id="environment-\d+")?$/, td: /^(?: class="count")?$/, th: /^ scope="col"(?: class="count")?$/,
  details: /^(?: id="changes-\d+")?(?: open="open")?$/, summary: /^$/, pre: /^$/, code: /^$/, strong: /^$/, br: /^$/,
  span: /^ class="(?:dim|risky)"$/, a: /^ href="[^"<>\s]+"$/,
}
const VOID = new Set(['meta', 'br'])
/** Where a browser would end a paragraph, and what it would move out of a table. */
const NOT_IN: Readonly<Record<string, readonly string[]>> = {
  p: ['p', 'ul', 'table', 'details', 'pre', 'h2', 'section'], code: ['details', 'p', 'ul', 'table'], span: ['details', 'p', 'ul', 'table', 'pre'],
  summary: ['p', 'ul', 'table', 'details'], tr: ['tr'], ul: [],
}
const ONLY_IN: Readonly<Record<string, string>> = { td: 'tr', th: 'tr', tr: 'thead tbody', thead: 'table', tbody: 'table', li: 'ul', summary: 'details', style: 'head', meta: 'head', title: 'head' }

export interface ReadPage {
  /** What a reader sees, without the style. */
  readonly text: string
  readonly links: readonly string[]
  readonly ids: readonly string[]
  /** How often each element is there. */
  readonly elements: ReadonlyMap<string, number>
}

/**
 * Reads a page of ours, strictly: only our elements with our attributes, where they may stand, all of them closed, and
 * between them text in which nothing is left that a parser would take for markup.
 */
export function readPage(page: string): ReadPage {
  const [doctype = ''] = /^<!DOCTYPE html>\n/.exec(page) ?? []
  expect(doctype).not.toBe('')
  const open: string[] = []
  const seen = { text: '', links: [] as string[], ids: [] as string[], elements: new Map<string, number>() }
  let at = doctype.length
  for (const tag of page.matchAll(/<(\/?)([a-z0-9]+)([^<>]*?)(\/?)>/g)) {
    if (!open.includes('style')) seen.text += textOf(page.slice(at, tag.index))
    at = tag.index + tag[0].length
    const [whole, slash, name = '', attributes = '', end] = tag
    if (slash === '/') {
      if (open.pop() !== name) expect.unreachable(`${whole} closes something else`)
      continue
    }
    if (OURS[name]?.test(attributes) !== true) expect.unreachable(`${whole} is not ours`)
    if ((end === '/') !== VOID.has(name)) expect.unreachable(`${whole} is closed otherwise`)
    const parent = open.at(-1) ?? ''
    if (ONLY_IN[name]?.split(' ').includes(parent) === false) expect.unreachable(`${whole} in ${parent}`)
    for (const one of open) if (NOT_IN[one]?.includes(name) === true && !insideCell(open, one)) expect.unreachable(`${whole} in ${one}`)
    const [, href] = / href="([^"]*)"/.exec(attributes) ?? []
    if (href !== undefined) seen.links.push(decoded(href))
    const [, id] = / id="([^"]*)"/.exec(attributes) ?? []
    if (id !== undefined) seen.ids.push(id)
    seen.elements.set(name, (seen.elements.get(name) ?? 0) + 1)
    if (!VOID.has(name)) open.push(name)
  }
  expect(open).toEqual([])
  expect(page.slice(at)).toBe('\n')
  return seen
}

/** A cell of a table begins anew. */
const insideCell = (open: readonly string[], name: string): boolean => open.lastIndexOf('td') > open.lastIndexOf(name)

function textOf(markup: string): string {
  if (/[<>]|&(?!(?:amp|lt|gt|quot|#39|#35);)/.test(markup)) expect.unreachable(`markup in ${markup.slice(0, 200)}`)
  return decoded(markup)
}

const CHARS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#35': '#' }

function decoded(markup: string): string {
  return markup.replace(/&([a-z]+|#\d+);/g, (_, entity: string) => CHARS[entity] ?? '')
}
