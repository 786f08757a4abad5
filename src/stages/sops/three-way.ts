import { pointer, type Pointer, type Tokens } from '../../core/pointer.ts'
import {
  entriesOf, isCommentItem, newEntry, newLeaf, newList, newMapping, rewrite, type SopsDocument, type SopsEntry,
  type SopsNode,
} from '../../core/sops/document.ts'
import type { SopsCipher } from '../../core/sops/ports.ts'
import type { OpenedFile } from './open.ts'

/** Three states of a file's documents, with values in their leaves; no base where both sides are new. */
export interface Sides<Side> {
  readonly base: Side | undefined
  readonly ours: Side
  readonly theirs: Side
}

export interface MergedDocuments {
  readonly documents: readonly SopsDocument[]
  /** What both sides changed, and not to the same; ours stands there. */
  readonly conflicts: readonly { readonly document: number; readonly pointer: Pointer }[]
}

/** The documents of an opened file with the values that were opened, in clear or as secrets. */
export function openedDocuments({ file, leaves }: OpenedFile): readonly SopsDocument[] {
  const values = new Map(leaves.map(({ leaf, value }) => [leaf, value]))
  return rewrite(file.documents, {
    visit: ({ item }) => (item.kind === 'leaf' && values.has(item) ? newLeaf(values.get(item) ?? null) : undefined),
  })
}

/**
 * Merges what two sides made of a base, value by value: mappings by key, lists item by item as long as nobody changed
 * their length, everything else as a whole. The order of keys is ours, with what only they have behind it. Comments
 * are left out: a merge changes values.
 */
export function mergeDocuments(sides: Sides<readonly SopsDocument[]>, cipher: SopsCipher): MergedDocuments {
  const merge = new Merge(cipher)
  const { base, ours, theirs } = sides
  const count = Math.max(ours.length, theirs.length)
  const documents = Array.from({ length: count }, (_, i) => {
    const merged = merge.node(i, [], { base: base?.[i]?.root, ours: ours[i]?.root, theirs: theirs[i]?.root })
    return { root: merged?.kind === 'mapping' ? merged : newMapping([]) }
  })
  return { documents, conflicts: merge.conflicts }
}

interface At {
  readonly base: SopsNode | undefined
  readonly ours: SopsNode | undefined
  readonly theirs: SopsNode | undefined
}

class Merge {
  readonly conflicts: { readonly document: number; readonly pointer: Pointer }[] = []
  readonly #cipher: SopsCipher

  constructor(cipher: SopsCipher) {
    this.#cipher = cipher
  }

  node(document: number, tokens: Tokens, at: At): SopsNode | undefined {
    const { base, ours, theirs } = at
    if (this.#same(ours, theirs) || this.#same(base, theirs)) return ours
    if (this.#same(base, ours)) return theirs
    if (ours?.kind === 'mapping' && theirs?.kind === 'mapping') return this.#mapping(document, tokens, at)
    const lists = [base, ours, theirs].map((side) => (side?.kind === 'list' ? itemsOf(side) : undefined))
    const [was, mine, others] = lists
    if (was !== undefined && mine?.length === was.length && others?.length === was.length) {
      const item = (i: number) => ({ base: was[i], ours: mine[i], theirs: others[i] })
      return newList(mine.map((node, i) => this.node(document, [...tokens, String(i)], item(i)) ?? node))
    }
    this.conflicts.push({ document, pointer: pointer(tokens) })
    return ours
  }

  #mapping(document: number, tokens: Tokens, { base, ours, theirs }: At): SopsNode {
    const [was, mine, others] = [base, ours, theirs].map(byKey) as [Entries, Entries, Entries]
    const entries: SopsEntry[] = []
    for (const key of new Set([...mine.keys(), ...others.keys()])) {
      const sides = { base: was.get(key), ours: mine.get(key), theirs: others.get(key) }
      const merged = this.node(document, [...tokens, key], sides)
      if (merged !== undefined) entries.push(newEntry(key, merged))
    }
    return { ...newMapping([]), items: entries }
  }

  #same(a: SopsNode | undefined, b: SopsNode | undefined): boolean {
    if (a === undefined || b === undefined) return a === b
    if (a.kind === 'leaf' || b.kind === 'leaf') {
      if (a.kind !== b.kind) return false
      const [x, y] = [(a as Leaf).value, (b as Leaf).value]
      return x === null || y === null ? x === y : this.#cipher.same(x, y)
    }
    if (a.kind === 'list' || b.kind === 'list') {
      if (a.kind !== 'list' || b.kind !== 'list') return false
      const [x, y] = [itemsOf(a), itemsOf(b)]
      return x.length === y.length && x.every((item, i) => this.#same(item, y[i]))
    }
    const [x, y] = [byKey(a), byKey(b)]
    return x.size === y.size && [...x].every(([key, node]) => y.has(key) && this.#same(node, y.get(key)))
  }
}

type Leaf = Extract<SopsNode, { kind: 'leaf' }>
type Entries = ReadonlyMap<string, SopsNode>

function byKey(node: SopsNode | undefined): Entries {
  if (node?.kind !== 'mapping') return new Map()
  return new Map(entriesOf(node).map((entry) => [entry.key ?? '', entry.node]))
}

function itemsOf(list: Extract<SopsNode, { kind: 'list' }>): readonly SopsNode[] {
  return entriesOf(list).filter((entry) => !isCommentItem(entry)).map(({ node }) => node)
}
