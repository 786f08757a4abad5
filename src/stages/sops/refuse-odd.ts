import type { SopsDocument, SopsList, SopsMapping } from '../../core/sops/document.ts'
import { refuse } from '../../core/sops/problem.ts'

/** Another version of YAML than 1.1, line breaks that go-yaml has not, and characters that it takes nowhere. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const NOT_GO = /^%YAML[ \t]+(?!1\.1\s)|\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/m
const GO_BREAK = /[\u0085\u2028\u2029]/

/**
 * Refuses YAML that go-yaml reads otherwise than YAML 1.2, or not at all.
 *
 * @throws SopsRefusal `bad-content`
 */
export function refuseOdd(text: string, documents: readonly SopsDocument[]): void {
  const start = text.search(NOT_GO)
  if (start >= 0) refuse('bad-content', { start, end: start + 1 })
  if (GO_BREAK.test(text)) for (const { root } of documents) refuseBreaks(text, root)
  if (text.includes('\t')) refuseTabs(text, documents)
  if (END.test(text)) refuseBare(text)
}

/** The line that ends a document. */
const END = /^\.\.\.(?:\s|$)/m

/** Behind the end of a document go-yaml takes another one only where `---` begins it. */
function refuseBare(text: string): void {
  let isEnded = false
  let start = 0
  for (const line of text.split('\n')) {
    const isMark = /^(?:---|\.\.\.|%)/.test(line)
    if (isEnded && !isMark && /^\s*[^\s#]/.test(line)) refuse('bad-content', { start, end: start + line.length })
    if (isMark) isEnded = END.test(line)
    start += line.length + 1
  }
}

/** Keys and comments stand in the file as they are. */
function refuseBreaks(text: string, { items }: SopsMapping | SopsList): void {
  for (const item of items) {
    const [start, end] = [item.start, item.kind === 'comment' ? item.end : item.keyEnd]
    if (GO_BREAK.test(text.slice(start, end))) refuse('bad-content', { start, end })
    if (item.kind === 'entry' && item.node.kind !== 'leaf') refuseBreaks(text, item.node)
  }
}

/** A line of blanks and perhaps a comment, a tab among the blanks: go-yaml takes it for indentation. */
const TABBED = /^( *)\t[ \t]*(?=\r?$|#)/gm

function refuseTabs(text: string, documents: readonly SopsDocument[]): void {
  const spans = documents.flatMap(({ root }) => tabSpans(text, root))
  for (const match of text.matchAll(TABBED)) {
    const start = match.index
    const column = match[1]?.length ?? 0
    if (!spans.some((span) => span.start <= start && start <= span.end && column > span.column)) {
      refuse('bad-content', { start, end: start + match[0].length })
    }
  }
}

/** A block of text whose first line that is not blank begins with a tab: go-yaml takes that for indentation, too. */
const TABBED_BLOCK = /[|>][+-]?[ \t]*(?:#[^\n]*)?\r?\n(?: *\r?\n)* *\t/y

interface TabSpan {
  readonly start: number
  readonly end: number
  /** Tabs may be to the right of it alone. */
  readonly column: number
}

/**
 * Where tabs may be: in scalars, between brackets, and in empty lines behind a plain scalar, which they might continue,
 * to the right of the column that it belongs to.
 */
function tabSpans(text: string, node: SopsMapping | SopsList): readonly TabSpan[] {
  return node.items.flatMap((item): readonly TabSpan[] => {
    if (item.kind === 'comment') return []
    const { start, end } = item.node
    if (item.node.kind !== 'leaf' && item.node.layout !== 'flow') return tabSpans(text, item.node)
    TABBED_BLOCK.lastIndex = start
    if (item.node.kind === 'leaf' && TABBED_BLOCK.test(text)) refuse('bad-content', { start, end })
    const within = { start, end, column: -1 }
    const isPlain = item.node.kind === 'leaf' && start < end && !/["'|>]/.test(text.charAt(start))
    if (!isPlain) return [within]
    const blanks = /\s*/y
    blanks.lastIndex = end
    return [within, { start: end, end: end + (blanks.exec(text)?.[0].length ?? 0), column: columnOf(text, item.start) }]
  })
}

function columnOf(text: string, offset: number): number {
  return offset - 1 - text.lastIndexOf('\n', offset - 1)
}
