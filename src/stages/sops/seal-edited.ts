import { Secret } from '../../core/opaque.ts'
import { entriesOf, newMapping, newText, type Clear, type SopsComment, type SopsDocument, type SopsLeaf, type SopsList, type SopsMapping, type Visit } from '../../core/sops/document.ts'
import { METADATA_KEY } from '../../core/sops/metadata.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import { unsealsItself } from '../../core/sops/select.ts'
import { unitOf } from './edit.ts'
import { json, SOPS_STYLE, yamlLines } from './emit.ts'
import { additionalOf, rewriteSelected, type OpenedFile, type SopsRun } from './open.ts'
import type { MetadataBlock, SopsFile } from './read.ts'
import { readAgain } from './reopen.ts'
import { placesOf, type LeafPlaces } from './rotate.ts'
import { applySplices, endOf, Splicer, type Splice } from './splice.ts'
import { stampSplices } from './stamp.ts'

/**
 * Seals the text in clear that an editor gave back, as it stands: comments, blank lines, order and quotes are the
 * person's. A value or comment that was there before under the same path keeps its ciphertext. The metadata is put back
 * where SOPS has it, at the end of each document.
 *
 * @param text of the whole file in clear
 * @param documents of that text, by `readPlain`
 * A stream has one data key, and the same metadata in each of its documents: those that are added get them too.
 *
 * @returns or `not-representable` where the text has no place for the metadata, `empty-document`, `through-alias`,
 *   `bad-selector`
 */
export function sealEdited(
  opened: OpenedFile,
  { text, documents }: { readonly text: string; readonly documents: readonly SopsDocument[] },
  now: string,
  run: SopsRun,
): Outcome<string> {
  return attempt(() => {
    const { file, dataKey } = opened
    const sealer = new TextSealer(opened, { text, documents }, run)
    rewriteSelected(documents, file.metadata, run.regexp, (visit, selected) => {
      if (selected) sealer.seal(visit)
      return undefined
    })
    const blocks = blocksOf(file, documents.length).map((one) => blockSplice({ file, text, documents }, one))
    const again = readAgain({ file, dataKey }, applySplices(text, [...sealer.splices, ...blocks]), run)
    if (again === undefined || !isSame(again, documents, run)) return refuse('not-representable')
    return applySplices(again.file.text, stampSplices(again, now, run.cipher))
  })
}

class TextSealer {
  readonly splices: Splice[] = []
  readonly #opened: OpenedFile
  readonly #run: SopsRun
  readonly #splicer: Splicer
  readonly #places: LeafPlaces
  /** Envelopes of the file, by path, type and text; each is used once. */
  readonly #known = new Map<string, { readonly value: Secret; readonly envelope: string }[]>()

  constructor(opened: OpenedFile, edited: { text: string; documents: readonly SopsDocument[] }, run: SopsRun) {
    this.#opened = opened
    this.#run = run
    const { text, documents } = edited
    this.#splicer = new Splicer(text, opened.file.format, unitOf({ text, documents, blocks: [] }))
    this.#places = placesOf({ documents })
    for (const { leaf, value, keys } of opened.leaves) {
      if (value instanceof Secret && leaf.value !== null && 'text' in leaf.value) this.#note(additionalOf(keys), value, leaf.value.text)
    }
    for (const { comment, opened: found } of opened.comments) {
      if (found !== undefined) this.#note(found.additional, found.text, envelopeIn(comment))
    }
  }

  seal({ item, keys, aliased }: Visit): void {
    if (item.kind === 'comment') return this.#comment(item, keys)
    const { value } = item
    if (value === null || value instanceof Secret || (value.type === 'str' && value.text === '')) return
    const place = this.#places.get(item)
    if (place === undefined || aliased) return refuse('through-alias', item)
    const additional = additionalOf(keys)
    const envelope = this.#taken(additional, value) ?? this.#run.cipher.seal(value, additional, this.#opened.dataKey)
    this.splices.push(this.#splicer.replaceLeaf(place.placed, place.entry, newText(envelope).value))
  }

  #comment({ start, end, text }: SopsComment, keys: readonly string[]): void {
    if (typeof text !== 'string' || text === '') return
    const { dataKey, file } = this.#opened
    const additional = additionalOf(keys)
    const known = this.#taken(additional, { type: 'str', text }, 'comment')
    const envelope = known ?? this.#run.cipher.sealComment(text, additional, dataKey)
    const { selector } = file.metadata
    if (unsealsItself(selector, envelope, this.#run.regexp)) refuse('bad-selector', { tokens: [selector.kind] })
    this.splices.push({ start, end, text: `#${envelope}` })
  }

  #note(additional: string, value: Secret, envelope: string): void {
    const key = `${value.type} ${additional}`
    const known = this.#known.get(key)
    if (known === undefined) this.#known.set(key, [{ value, envelope }])
    else known.push({ value, envelope })
  }

  /** The ciphertext that a value has had. */
  #taken(additional: string, value: Clear, type: Secret['type'] = value.type): string | undefined {
    const known = this.#known.get(`${type} ${additional}`) ?? []
    const at = known.findIndex((one) => this.#run.cipher.sameText(one.value, value))
    return at < 0 ? undefined : known.splice(at, 1)[0]?.envelope
  }
}

function envelopeIn(comment: SopsComment | SopsLeaf): string {
  if (comment.kind === 'comment') return typeof comment.text === 'string' ? comment.text : ''
  return comment.value !== null && 'text' in comment.value ? comment.value.text : ''
}

interface Edited {
  readonly file: SopsFile
  readonly text: string
  readonly documents: readonly SopsDocument[]
}

/** A block, and the document that it goes to. */
interface PlacedBlock {
  readonly to: number
  readonly from: MetadataBlock
}

/** The metadata for each document that is to have some: a new one gets that of the first. */
function blocksOf({ blocks, documents }: SopsFile, count: number): readonly PlacedBlock[] {
  const placed = blocks.filter(({ document }) => document < count).map((from) => ({ to: from.document, from }))
  const [first] = blocks
  for (let to = documents.length; first !== undefined && to < count; to++) placed.push({ to, from: first })
  return placed
}

/** Puts metadata behind everything else in a document, as they stood. */
function blockSplice({ file, text, documents }: Edited, { to: document, from }: PlacedBlock): Splice {
  const { document: was, block, entries } = from
  const root = documents[document]?.root ?? refuse('not-representable')
  const [first, last] = [entries[0] ?? refuse('not-representable'), entries.at(-1) ?? refuse('not-representable')]
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n'
  const isMoved = root.layout !== file.documents[was]?.root.layout
  if (root.layout === 'flow') {
    const behind = entriesOf(root).at(-1) ?? refuse('empty-document', { ...root, document })
    const indent = /[ \t]*$/.exec(text.slice(0, behind.start))?.[0] ?? ''
    const at = endOf(behind)
    const own = isMoved ? `"${METADATA_KEY}": ${json(block, 0, '', ' ')}` : file.text.slice(first.start, endOf(last))
    return { start: at, end: at, text: `,${lineBreak}${indent}${own}` }
  }
  if (root.items.length === 0) return refuse('empty-document', { ...root, document })
  // Behind an indented mapping the metadata would not be part of it.
  if (root.start > 0 && /[ \t]/.test(text.charAt(root.start - 1))) refuse('not-representable')
  const end = endOfContent(text, root)
  const found = text.indexOf('\n', end)
  const at = found < 0 ? text.length : found + 1
  const lines = isMoved
    ? yamlLines(newMapping([[METADATA_KEY, block]]), 0, SOPS_STYLE).map((line) => line + lineBreak).join('')
    : entries.map((entry) => linesOf(file.text, entry.start, endOf(entry))).join('')
  return { start: at, end: at, text: `${found < 0 ? lineBreak : ''}${lines}` }
}

/** Where the last entry or comment of a document ends; what stands behind the mark of its end is left out. */
function endOfContent(text: string, root: SopsMapping): number {
  let entries = 0
  for (const entry of entriesOf(root)) entries = Math.max(entries, endOf(entry))
  const found = text.slice(entries).search(/^\.\.\.(?:\s|$)/m)
  return Math.max(entries, lastComment(root, found < 0 ? Infinity : entries + found))
}

/** Where the last comment of a container ends, those of what it ends with included. */
function lastComment(container: SopsMapping | SopsList, mark: number): number {
  let end = 0
  for (const item of container.items) if (item.kind === 'comment' && item.end < mark) end = Math.max(end, item.end)
  const last = entriesOf(container).at(-1)
  return last === undefined || last.node.kind === 'leaf' || last.alias !== undefined ? end : Math.max(end, lastComment(last.node, mark))
}

/** Whole lines, with the break behind them. */
function linesOf(text: string, from: number, to: number): string {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const found = text.indexOf('\n', to)
  return found < 0 ? `${text.slice(start)}\n` : text.slice(start, found + 1)
}

/** Whether what was sealed is what was edited: of what is not, the text as it stands has no place for ciphertext. */
function isSame(again: OpenedFile, documents: readonly SopsDocument[], { cipher, regexp }: SopsRun): boolean {
  const wanted: Visit[] = []
  rewriteSelected(documents, again.file.metadata, regexp, (visit) => {
    if (visit.item.kind === 'leaf') wanted.push(visit)
    return undefined
  })
  return wanted.length === again.leaves.length && wanted.every((visit, i) => {
    const is = again.leaves[i]
    const value = visit.item.kind === 'leaf' ? visit.item.value : null
    if (is?.document !== visit.document || is.tokens.join('\u0000') !== visit.tokens.join('\u0000')) return false
    return value === null || is.value === null ? value === is.value : cipher.same(value, is.value)
  })
}
