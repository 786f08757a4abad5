import type { Tokens } from '../../core/pointer.ts'
import {
  childOf,
  entriesOf,
  newLeaf,
  newMapping,
  newText,
  rewrite,
  type SopsComment,
  type SopsDocument,
  type SopsEntry,
  type SopsMapping,
  type SopsNode,
} from '../../core/sops/document.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import { Selection, unsealsItself } from '../../core/sops/select.ts'
import { inClear } from './clear.ts'
import { below } from './emit.ts'
import { additionalOf, type OpenedFile, type OpenLeaf, type SopsRun } from './open.ts'
import type { SopsFile } from './read.ts'
import { reopened } from './reopen.ts'
import { checkEdited } from './check-edited.ts'
import { isNoNumber } from './json-numbers.ts'
import { isMergeable, MERGE_KEY } from './refuse-twice.ts'
import { stampSplices } from './stamp.ts'
import { applySplices, Splicer, type Placed, type Splice } from './splice.ts'

/** A change of one value of an opened file. The file's selector says whether it is sealed. */
export type SopsEdit =
  | { readonly op: 'set'; readonly document?: number; readonly tokens: Tokens; readonly value: SopsNode }
  /** Behind the last item of a list. */
  | { readonly op: 'append'; readonly document?: number; readonly tokens: Tokens; readonly value: SopsNode }
  | { readonly op: 'delete'; readonly document?: number; readonly tokens: Tokens }

/**
 * Changes values of an opened file in its text: the lines of these values, `mac` and `lastmodified` change and nothing
 * else; unchanged values keep their ciphertext. `set` puts in what is missing, mappings on the way included, behind the
 * last entry of its mapping. Edits that change nothing give the same text.
 *
 * What was written is read and opened again before it is returned: that every other value is still what it was is
 * checked, not assumed.
 *
 * @param now RFC 3339 in UTC and whole seconds
 * @returns the new text; or `no-such-value`, `through-alias`, `reserved-key`, `not-representable`, `read-only`
 */
export function editSops(opened: OpenedFile, edits: readonly SopsEdit[], now: string, run: SopsRun): Outcome<string> {
  return attempt(() => {
    if (opened.file.format === 'ini') refuse('read-only')
    const at = applyEdits(opened, edits, run)
    if (at === opened) return opened.file.text
    checkEdited(opened, at, edits, run.cipher)
    return stamped(at, now, run)
  })
}

/** The text with a new MAC and time. */
function stamped(at: OpenedFile, now: string, run: SopsRun): string {
  return applySplices(at.file.text, stampSplices(at, now, run.cipher))
}

/** Applies edits one after another; those that give existing leaves other values go together, in one reading. */
function applyEdits(opened: OpenedFile, edits: readonly SopsEdit[], run: SopsRun): OpenedFile {
  let at = opened
  let pending: Splice[] = []
  const standing = new Set<string>()
  const flush = (): void => {
    if (pending.length > 0) at = reopened(at, applySplices(at.file.text, pending), run)
    pending = []
    standing.clear()
  }
  for (const edit of edits) {
    const key = JSON.stringify([edit.document ?? 0, ...edit.tokens])
    const isSimple = (editor: Editor) => edit.op === 'set' && edit.value.kind === 'leaf' && editor.hasLeaf(edit.tokens)
    if (standing.has(key) || !isSimple(new Editor(at, edit.document ?? 0, run))) flush()
    const editor = new Editor(at, edit.document ?? 0, run)
    pending.push(...editor.splices(edit))
    if (isSimple(editor)) standing.add(key)
    else flush()
  }
  flush()
  return at
}

/** Columns of one level in a YAML file: those of the first mapping in another; 4 where there is none. */
export function unitOf({ text, documents, blocks }: Pick<SopsFile, 'text' | 'documents' | 'blocks'>): number {
  const column = (offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1)
  for (const root of [...documents.map((document) => document.root), ...blocks.map(({ block }) => block)]) {
    for (const entry of entriesOf(root)) {
      const first = entry.node.kind === 'leaf' || entry.node.layout !== 'block' ? undefined : entriesOf(entry.node)[0]
      const unit = first === undefined ? 0 : column(first.start) - column(entry.start)
      if (unit > 0) return unit
    }
  }
  return 4
}

/** Where a document takes its first entry: before its metadata, else at the end of the text. */
export function rootEndOf({ text, blocks }: Pick<SopsFile, 'text' | 'blocks'>, document: number): { readonly offset: number } {
  const first = blocks.find((block) => block.document === document)?.entries[0]
  return { offset: first === undefined ? text.length : text.lastIndexOf('\n', first.start - 1) + 1 }
}

class Editor {
  readonly #opened: OpenedFile
  readonly #document: number
  readonly #run: SopsRun
  readonly #splicer: Splicer
  readonly #unit: number

  constructor(opened: OpenedFile, document: number, run: SopsRun) {
    this.#opened = opened
    this.#document = document
    this.#run = run
    this.#unit = unitOf(opened.file)
    this.#splicer = new Splicer(opened.file.text, opened.file.format, this.#unit)
  }

  splices(edit: SopsEdit): readonly Splice[] {
    if (edit.op === 'delete') return this.#delete(edit.tokens)
    return edit.op === 'set' ? this.#set(edit.tokens, edit.value) : this.#append(edit.tokens, edit.value)
  }

  /** Whether a scalar stands at a pointer. */
  hasLeaf(tokens: Tokens): boolean {
    return this.#find(tokens).entry?.node.kind === 'leaf'
  }

  #delete(tokens: Tokens): readonly Splice[] {
    const { placed, entry } = this.#find(tokens)
    if (entry === undefined) return refuse('no-such-value', { document: this.#document, tokens })
    return this.#splicer.remove(placed, entry)
  }

  #append(tokens: Tokens, value: SopsNode): readonly Splice[] {
    const { entry } = this.#find(tokens)
    const list = entry?.node
    if (entry === undefined || list?.kind !== 'list') return refuse('no-such-value', { document: this.#document, tokens })
    if (entry.alias !== undefined) return refuse('through-alias', { ...entry.alias, document: this.#document, tokens })
    const placed = { container: list, parent: entry, column: this.#columnBelow(entry) }
    const keys = this.#keysOf(tokens)
    return [this.#splicer.insert(placed, null, this.#sealedNode(value, keys, placed), this.#rootEnd())]
  }

  #set(tokens: Tokens, value: SopsNode): readonly Splice[] {
    const isMerge = this.#opened.file.format === 'yaml' && tokens.at(-1) === MERGE_KEY
    if (isMerge && !isMergeable(value)) refuse('not-representable', { document: this.#document, tokens })
    const { placed, entry, depth } = this.#find(tokens)
    if (entry !== undefined) return this.#replace(placed, entry, tokens, value)
    const rest = tokens.slice(depth)
    const [first = '', ...below] = rest
    if (placed.container.kind === 'list') return refuse('no-such-value', { document: this.#document, tokens })
    const node = below.reduceRight<SopsNode>((inner, key) => newMapping([[key, inner]]), value)
    const keys = [...this.#keysOf(tokens.slice(0, depth)), first]
    return [this.#splicer.insert(placed, first, this.#sealedNode(node, keys, placed), this.#rootEnd())]
  }

  #replace(placed: Placed, entry: SopsEntry, tokens: Tokens, value: SopsNode): readonly Splice[] {
    if (entry.node.kind !== 'leaf' || value.kind !== 'leaf' || entry.alias !== undefined) {
      const node = this.#sealedNode(value, this.#keysOf(tokens), placed)
      return [this.#splicer.replaceNode(placed, entry, node)]
    }
    const leaf = entry.node
    const standing = this.#opened.leaves.filter((open) => open.leaf === leaf)
    if (standing.length !== 1) return refuse('through-alias', { ...leaf, document: this.#document, tokens })
    const [old] = standing as [OpenLeaf]
    const next = value.value
    if (old.value === next || (old.value !== null && next !== null && this.#run.cipher.same(old.value, next))) return []
    return [this.#splicer.replaceLeaf(placed, entry, this.#sealedLeaf(next, old.keys, old.selected).value)]
  }

  #sealedLeaf(value: Extract<SopsNode, { kind: 'leaf' }>['value'], keys: Tokens, selected: boolean) {
    if (value === null) return newLeaf(null)
    if (isNoNumber(value, this.#opened.file.format, this.#run.cipher)) refuse('not-representable', { document: this.#document })
    if (value.type === 'str' && this.#run.cipher.same(value, { type: 'str', text: '' })) return newText('')
    if (!selected) return newLeaf(inClear(value))
    return newText(this.#run.cipher.seal(value, additionalOf(keys), this.#opened.dataKey))
  }

  #sealedComment(comment: SopsComment, keys: Tokens): SopsComment {
    if (comment.text === '') return comment
    const { selector } = this.#opened.file.metadata
    const text = this.#run.cipher.sealComment(comment.text, additionalOf(keys), this.#opened.dataKey)
    if (unsealsItself(selector, text, this.#run.regexp)) refuse('bad-selector', { tokens: [selector.kind] })
    return { ...comment, text }
  }

  /** A new node with its selected leaves sealed, as they are selected behind the last entry of a container. */
  #sealedNode(node: SopsNode, keys: Tokens, placed: Placed): SopsNode {
    const selection = this.#selectionAtEnd(placed)
    if (node.kind === 'leaf') {
      const visit = { document: this.#document, item: node, keys, tokens: [], aliased: false }
      return this.#sealedLeaf(node.value, keys, selection.selects(visit))
    }
    const root: SopsMapping = { kind: 'mapping', layout: 'block', start: -1, end: -1, items: node.items }
    const [document] = rewrite([{ root }], {
      visit: (visit) => {
        const at = { ...visit, keys: [...keys, ...visit.keys] }
        const selected = selection.selects(at)
        if (visit.item.kind === 'comment') return selected ? this.#sealedComment(visit.item, at.keys) : visit.item
        return this.#sealedLeaf(visit.item.value, at.keys, selected)
      },
      enter: () => selection.enter(),
      leave: () => selection.leave(),
      after: () => selection.after(),
    })
    return { ...node, items: (document as SopsDocument).root.items }
  }

  /** The selection as it is behind the last entry of a container: comments of its parents are in force. */
  #selectionAtEnd({ container: standing, parent }: Placed): Selection {
    const { file } = this.#opened
    const selection = new Selection(file.metadata.selector, this.#run.regexp)
    let found = false
    const document = file.documents[this.#document] as SopsDocument
    const container = parent === undefined ? document.root : standing
    const unlessFound = (step: () => void) => {
      if (!found) step()
    }
    rewrite([document], {
      visit: (visit) => {
        unlessFound(() => selection.selects(visit))
        return undefined
      },
      enter: () => unlessFound(() => selection.enter()),
      leave: (left) => {
        if (left === container) {
          unlessFound(() => selection.after())
          found = true
        }
        unlessFound(() => selection.leave())
      },
      after: () => unlessFound(() => selection.after()),
    })
    return selection
  }

  #checkKey(tokens: Tokens): void {
    const [first = ''] = tokens
    const isReserved = this.#opened.file.format === 'env' ? first.startsWith('sops_') : first === 'sops'
    if (isReserved) refuse('reserved-key', { document: this.#document, tokens })
  }

  /** The entry at a pointer, or the deepest container on the way and how many tokens lead there. */
  #find(tokens: Tokens): { readonly placed: Placed; readonly entry: SopsEntry | undefined; readonly depth: number } {
    this.#checkKey(tokens)
    let placed = this.#root(tokens)
    for (const [depth, token] of tokens.entries()) {
      const entry = childOf(placed.container, token)
      if (entry === undefined || depth === tokens.length - 1) return { placed, entry, depth }
      if (entry.alias !== undefined) return refuse('through-alias', { ...entry.alias, document: this.#document, tokens })
      if (entry.node.kind === 'leaf') return refuse('no-such-value', { ...entry.node, document: this.#document, tokens })
      placed = { container: entry.node, parent: entry, column: this.#columnBelow(entry) }
    }
    return refuse('no-such-value', { document: this.#document, tokens })
  }

  /** The root of the document with its metadata, which is one of its entries in the text. */
  #root(tokens: Tokens): Placed {
    const { file } = this.#opened
    const { root } = file.documents[this.#document] ?? refuse('no-such-value', { document: this.#document, tokens })
    const tail = root.layout === 'lines' ? undefined : file.blocks.find(({ document }) => document === this.#document)?.entries[0]
    if (tail === undefined) return { container: root, parent: undefined, column: 0 }
    const items = [...root.items, tail].sort((a, b) => a.start - b.start)
    return { container: { ...root, items }, parent: undefined, column: 0, tail }
  }

  #columnBelow(entry: SopsEntry): number {
    const { text } = this.#opened.file
    return below(entry.start - (text.lastIndexOf('\n', entry.start - 1) + 1), this.#unit)
  }

  /** The keys of mappings on the way to a pointer. */
  #keysOf(tokens: Tokens): Tokens {
    const keys: string[] = []
    let node = this.#opened.file.documents[this.#document]?.root as SopsNode | undefined
    for (const token of tokens) {
      const child: SopsEntry | undefined = node === undefined || node.kind === 'leaf' ? undefined : childOf(node, token)
      if (child === undefined || child.key !== null) keys.push(token)
      node = child?.node
    }
    return keys
  }

  #rootEnd(): { readonly offset: number } {
    return rootEndOf(this.#opened.file, this.#document)
  }
}
