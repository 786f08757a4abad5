import type { Tokens } from '../../core/pointer.ts'
import {
  entriesOf,
  isCommentItem,
  type SopsDocument,
  type SopsEntry,
  type SopsLeaf,
  type SopsList,
  type SopsMapping,
  type SopsNode,
} from '../../core/sops/document.ts'
import type { SopsCipher } from '../../core/sops/ports.ts'
import { attempt, refuse, type Outcome } from '../../core/sops/problem.ts'
import type { SopsEdit } from './edit.ts'
import type { OpenedFile } from './open.ts'

/**
 * The edits that make of an opened file what its text in clear has become: what an editor or a merge hands back, read
 * by `readPlain`. Values that are the same make no edit and keep their ciphertext. New keys are put behind the others
 * of their mapping, and the order of those that stay, and comments, are left as they are in the file.
 *
 * @returns or `not-representable` where documents were added or removed, or a key stands twice
 */
export function editsBetween(
  opened: OpenedFile,
  edited: readonly SopsDocument[],
  cipher: SopsCipher,
): Outcome<readonly SopsEdit[]> {
  return attempt(() => {
    const { documents } = opened.file
    if (documents.length !== edited.length) refuse('not-representable')
    const comparison = new Comparison(opened, cipher)
    for (const [document, { root }] of documents.entries()) {
      comparison.container(document, root, (edited[document] as SopsDocument).root, [])
    }
    return comparison.edits
  })
}

class Comparison {
  readonly edits: SopsEdit[] = []
  readonly #cipher: SopsCipher
  readonly #values: ReadonlyMap<SopsLeaf, OpenedFile['leaves'][number]['value']>

  constructor({ leaves }: OpenedFile, cipher: SopsCipher) {
    this.#cipher = cipher
    this.#values = new Map(leaves.map(({ leaf, value }) => [leaf, value]))
  }

  container(document: number, was: SopsMapping | SopsList, is: SopsMapping | SopsList, tokens: Tokens): void {
    if (was.kind === 'list') this.#list(document, was, is, tokens)
    else this.#mapping(document, was, is, tokens)
  }

  #mapping(document: number, was: SopsMapping, is: SopsMapping | SopsList, tokens: Tokens): void {
    const [before, after] = [byKey(was, document), byKey(is, document)]
    for (const [key, entry] of before) {
      const at = [...tokens, key]
      const now = after.get(key)
      if (now === undefined) this.edits.push({ op: 'delete', document, tokens: at })
      else this.#node(document, entry.node, now.node, at)
    }
    for (const [key, { node }] of after) {
      if (!before.has(key)) this.edits.push({ op: 'set', document, tokens: [...tokens, key], value: node })
    }
  }

  /** Items are compared one by one; those beyond are appended, or deleted from the end. */
  #list(document: number, was: SopsList, is: SopsMapping | SopsList, tokens: Tokens): void {
    const [before, after] = [itemsOf(was), itemsOf(is)]
    for (let i = before.length - 1; i >= after.length; i--) {
      this.edits.push({ op: 'delete', document, tokens: [...tokens, String(i)] })
    }
    for (const [i, { node }] of after.entries()) {
      const old = before[i]
      if (old === undefined) this.edits.push({ op: 'append', document, tokens, value: node })
      else this.#node(document, old.node, node, [...tokens, String(i)])
    }
  }

  #node(document: number, was: SopsNode, is: SopsNode, tokens: Tokens): void {
    if (was.kind !== 'leaf' && was.kind === is.kind) this.container(document, was, is, tokens)
    else if (!this.#isSame(was, is)) this.edits.push({ op: 'set', document, tokens, value: is })
  }

  #isSame(was: SopsNode, is: SopsNode): boolean {
    if (was.kind !== 'leaf' || is.kind !== 'leaf') return false
    const value = this.#values.get(was) ?? null
    if (value === null || is.value === null) return value === is.value
    return this.#cipher.same(value, is.value)
  }
}

function byKey(container: SopsMapping | SopsList, document: number): ReadonlyMap<string, SopsEntry> {
  const entries = new Map<string, SopsEntry>()
  for (const entry of entriesOf(container)) {
    if (entry.key === null || entries.has(entry.key)) refuse('not-representable', { ...entry, end: entry.keyEnd, document })
    entries.set(entry.key, entry)
  }
  return entries
}

function itemsOf(list: SopsMapping | SopsList): readonly SopsEntry[] {
  return entriesOf(list).filter((entry) => !isCommentItem(entry))
}
