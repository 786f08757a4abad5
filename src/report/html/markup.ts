import { escapeControls } from '../../core/message.ts'

/**
 * A piece of a page: markup of our own, with every text in it escaped. Only `html` makes one of texts, and `ours` of
 * what is known to be markup already, so that nothing from a repository gets into a page as it is.
 */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | Html | readonly Html[] | undefined

/** Markup with parts in it: texts are escaped, in elements and in quoted attributes; nothing stands for `undefined`. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = fixed[0] ?? ''
  for (const [i, part] of parts.entries()) text += partText(part) + (fixed[i + 1] ?? '')
  return new Html(text)
}

/** What was put together of our own words and of texts that `escapeHtml` or `codeText` made. */
export const ours = (text: string): Html => new Html(text)

function partText(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escapeHtml(part)
  if (typeof part === 'number') return String(part)
  return part instanceof Html ? part.text : part.map(({ text }) => text).join('')
}

/** Pieces with something of our own between them. */
export function joined(parts: readonly Html[], between: string): Html {
  return new Html(parts.map(({ text }) => text).join(between))
}

/**
 * Text as it is shown, wherever it stands: no markup, nothing that turns or hides text, one line. The two characters
 * that XML lacks (1.0, §2.2) are told as such too, and a log of the page starts no workflow command.
 */
export function escapeHtml(text: string): string {
  return escapeControls(text).replace(MARKUP, (found) => ENTITIES[found] ?? `\\u${found.charCodeAt(0).toString(16)}`)
}

const MARKUP = /[&<>"'\ufffe\uffff]|##(?=\[)/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '##': '#&#35;',
}

/** A name, a key or a value, as text. */
export const codeText = (text: string): string => (text === '' ? '' : `<code>${escapeHtml(text)}</code>`)

/** The same as a piece. */
export const code = (text: string): Html => new Html(codeText(text))

/** All of some names, one after the other. */
export const codes = (all: readonly string[]): Html => joined(all.map(code), ', ')

export interface Table {
  /** Our own words; what is counted has its column at the right. */
  readonly head: readonly (string | { readonly count: string })[]
  readonly rows: readonly Html[]
}

/** A table of rows, each as `row` makes it; nothing where there is none. */
export function table({ head, rows }: Table): Html {
  if (rows.length === 0) return html``
  const cells = head.map((one) => {
    return typeof one === 'string' ? html`<th scope="col">${one}</th>` : html`<th scope="col" class="count">${one.count}</th>`
  })
  return html`<table>\n<thead><tr>${cells}</tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n`
}

/** A row of a table; counts are set apart, and none is nothing. */
export function row(cells: readonly (Html | string | number)[], id?: string): Html {
  const all = cells.map((cell) => {
    return typeof cell === 'number' ? html`<td class="count">${cell === 0 ? '' : cell}</td>` : html`<td>${cell}</td>`
  })
  return id === undefined ? html`<tr>${all}</tr>\n` : html`<tr id="${id}">${all}</tr>\n`
}

/** What is opened by who wants to see it. */
export function folded(summary: Html | string, content: Html): Html {
  return html`<details>\n<summary>${summary}</summary>\n${content}</details>\n`
}
