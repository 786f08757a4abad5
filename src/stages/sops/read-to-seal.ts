import { entriesOf, type SopsDocument, type SopsList, type SopsMapping, type SopsNode } from '../../core/sops/document.ts'
import { METADATA_KEY } from '../../core/sops/metadata.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import { readPlain, type SopsFormat } from './read.ts'
import { refuseTwice } from './refuse-twice.ts'

/**
 * Reads a text in clear that is to be sealed. What is read in it and would make a file that SOPS does not read is
 * refused here: nobody could tell before the file is needed.
 *
 * @returns or `bad-content`, `duplicate-key` (YAML; in JSON SOPS keeps both), `reserved-key`
 */
export function readToSeal(text: string, format: Exclude<SopsFormat, 'binary'>): Outcome<readonly SopsDocument[]> {
  return attempt(() => {
    const read = readPlain(text, format)
    if (!read.ok) return refuse(read.problems[0]?.kind ?? 'bad-content', read.problems[0])
    for (const [document, { root }] of read.result.entries()) {
      refuseReserved(root, document, format)
      if (format === 'yaml') refuseTwice(root, document)
    }
    if (format === 'yaml') refuseOdd(text, read.result)
    return read.result
  })
}

/** No key of the first level may be one of the metadata's. */
export function refuseReserved(root: SopsMapping, document: number, format: SopsFormat): void {
  for (const { key, start, keyEnd } of entriesOf(root)) {
    const isReserved = format === 'env' ? key?.startsWith(`${METADATA_KEY}_`) === true : key === METADATA_KEY
    if (isReserved) refuse('reserved-key', { start, end: keyEnd, document, tokens: [key ?? ''] })
  }
}

/** Another version of YAML than 1.1, and line breaks that go-yaml has and YAML 1.2 has not. */
const NOT_GO = /^%YAML[ \t]+(?!1\.1\s)|\r(?!\n)/m
const GO_BREAK = /[\u0085\u2028\u2029]/

/** What go-yaml reads otherwise than YAML 1.2, or not at all. */
function refuseOdd(text: string, documents: readonly SopsDocument[]): void {
  const start = text.search(NOT_GO)
  if (start >= 0) refuse('bad-content', { start, end: start + 1 })
  if (GO_BREAK.test(text)) for (const { root } of documents) refuseBreaks(text, root)
  if (text.includes('\t')) refuseTabs(text, documents)
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
const TABBED = /^ *\t[ \t]*(?=\r?$|#)/gm

function refuseTabs(text: string, documents: readonly SopsDocument[]): void {
  const spans = documents.flatMap(({ root }) => flowSpans(root))
  for (const match of text.matchAll(TABBED)) {
    const start = match.index
    if (!spans.some((span) => span.start <= start && start <= span.end)) refuse('bad-content', { start, end: start + match[0].length })
  }
}

/** Where tabs may be: in scalars, and between brackets. */
function flowSpans(node: SopsNode): readonly { readonly start: number; readonly end: number }[] {
  if (node.kind === 'leaf' || node.layout === 'flow') return [node]
  return node.items.flatMap((item) => (item.kind === 'comment' ? [] : flowSpans(item.node)))
}
