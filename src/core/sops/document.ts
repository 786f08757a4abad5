import type { Secret } from '../opaque.ts'
import type { Tokens } from '../pointer.ts'
import { parseEnvelope } from './envelope.ts'

/**
 * A SOPS file as SOPS sees it: documents as ordered lists of items, comments among them, duplicate keys kept, scalars
 * typed as SOPS types them. That is what its MAC and its additional data depend on, and what a plain value loses.
 * Offsets are into the text; what is made to be written has none (-1).
 */
export interface SopsDocument {
  readonly root: SopsMapping
}

export type SopsNode = SopsLeaf | SopsMapping | SopsList

/** How a collection stands in the text: by indentation, between brackets, or as lines (dotenv, INI). */
export type Layout = 'block' | 'flow' | 'lines'

export interface SopsMapping {
  readonly kind: 'mapping'
  readonly layout: Layout
  readonly start: number
  readonly end: number
  readonly items: readonly (SopsEntry | SopsComment)[]
}

export interface SopsList {
  readonly kind: 'list'
  readonly layout: Layout
  readonly start: number
  readonly end: number
  readonly items: readonly (SopsEntry | SopsComment)[]
}

/** An entry of a mapping, or an item of a list (`key` is null). */
export interface SopsEntry {
  readonly kind: 'entry'
  readonly key: string | null
  /** Where the key or the item's indicator starts. */
  readonly start: number
  /** Where the key ends; of an item, where its indicator ends. */
  readonly keyEnd: number
  readonly node: SopsNode
  /** Whether the node is that of an anchor, used here by an alias; SOPS writes it out. */
  readonly alias?: { readonly start: number; readonly end: number }
}

export interface SopsLeaf {
  readonly kind: 'leaf'
  readonly start: number
  readonly end: number
  readonly value: LeafValue
}

/** null is never encrypted and in no MAC. A secret is a value that was opened, or is to be sealed. */
export type LeafValue = Clear | Secret | null

/** A comment: an item of its own in SOPS's tree. One line each. */
export interface SopsComment {
  readonly kind: 'comment'
  readonly start: number
  readonly end: number
  /** What follows the `#`, blanks kept. */
  readonly text: string | Secret
  /** `inline`: at the end of the line of what follows in the tree; `item`: how SOPS writes it in a list of YAML. */
  readonly written: 'own line' | 'inline' | 'item'
  /** Paths under which SOPS may have sealed it besides its container's. */
  readonly alsoUnder?: readonly Tokens[]
}

export type ClearType = 'str' | 'int' | 'float' | 'bool' | 'time'

/** A scalar in clear: its type and the text that SOPS hashes and encrypts (`True`, `1000`, `0.5`). */
export interface Clear {
  readonly type: ClearType
  readonly text: string
}

/** A leaf or comment on its way through a file, in SOPS's order, which is that of the MAC. */
export interface Visit {
  readonly document: number
  readonly item: SopsLeaf | SopsComment
  /** Keys of mappings only: what the additional data and the selectors are made of. */
  readonly keys: Tokens
  /** The pointer's tokens, with list indexes (encrypted comments count as no items); of a comment its container's. */
  readonly tokens: Tokens
  /** Whether the item is reached through an alias: its text stands elsewhere. */
  readonly aliased: boolean
}

/** What a walk tells besides leaves and comments, for selectors that depend on comments. */
export interface Walker {
  /** What it returns takes the item's place in the documents that `rewrite` makes. */
  visit(visit: Visit): SopsLeaf | SopsComment | undefined
  enter?(): void
  /** The end of a container. */
  leave?(container: SopsMapping | SopsList, keys: Tokens): void
  /** After an entry, its whole subtree included. */
  after?(): void
}

/**
 * Walks documents in SOPS's order: depth first, comments where they stand in the tree. Returns them with what the
 * visits returned in the places of the items, aliases written out; an item of which nothing is returned stays.
 */
export function rewrite(documents: readonly SopsDocument[], walker: Walker): readonly SopsDocument[] {
  return documents.map(({ root }, document) => ({
    root: rewriteItems({ document, walker }, root, { keys: [], tokens: [], aliased: false }) as SopsMapping,
  }))
}

interface Walk {
  readonly document: number
  readonly walker: Walker
}

type Position = Pick<Visit, 'keys' | 'tokens' | 'aliased'>

function rewriteItems(run: Walk, container: SopsMapping | SopsList, at: Position): SopsMapping | SopsList {
  const { walker, document } = run
  const { keys: above, tokens: path } = at
  walker.enter?.()
  // Most walks only look: what they leave as it is is not made again.
  let items: (SopsEntry | SopsComment)[] | undefined
  let index = 0
  for (const [i, item] of container.items.entries()) {
    let made: SopsEntry | SopsComment = item
    if (item.kind === 'comment') {
      const replaced = walker.visit({ document, item, keys: above, tokens: path, aliased: at.aliased })
      if (replaced?.kind === 'comment') made = replaced
    } else {
      const keys = item.key === null ? above : [...above, item.key]
      const tokens = isCommentItem(item) ? path : [...path, item.key ?? String(index++)]
      const isAlias = item.alias !== undefined
      const node = rewriteNode(run, item.node, { keys, tokens, aliased: at.aliased || isAlias })
      if (node !== item.node || isAlias) made = { kind: 'entry', key: item.key, start: item.start, keyEnd: item.keyEnd, node }
      walker.after?.()
    }
    if (made !== item) items ??= container.items.slice(0, i)
    items?.push(made)
  }
  walker.leave?.(container, above)
  return items === undefined ? container : { ...container, items }
}

function rewriteNode(run: Walk, node: SopsNode, at: Position): SopsNode {
  if (node.kind !== 'leaf') return rewriteItems(run, node, at)
  const { keys, tokens, aliased } = at
  const replaced = run.walker.visit({ document: run.document, item: node, keys, tokens, aliased })
  return replaced?.kind === 'leaf' ? replaced : node
}

/** The entry of a container by key or index. */
export function childOf(container: SopsMapping | SopsList, token: string): SopsEntry | undefined {
  const entries = entriesOf(container)
  if (container.kind === 'mapping') return entries.findLast(({ key }) => key === token)
  return entries.filter((entry) => !isCommentItem(entry)).find((_, index) => String(index) === token)
}

/** Whether an entry is an encrypted comment: SOPS writes those of a YAML list as items, which are no values. */
export function isCommentItem({ key, node }: SopsEntry): boolean {
  if (key !== null || node.kind !== 'leaf' || node.value === null || !('text' in node.value)) return false
  return node.value.text.endsWith(COMMENT_END) && parseEnvelope(node.value.text)?.type === 'comment'
}

const COMMENT_END = ',type:comment]'

/** The entries of a container, without its comments. */
export function entriesOf(container: SopsMapping | SopsList): readonly SopsEntry[] {
  return container.items.filter((item) => item.kind === 'entry')
}

/** A leaf that is to be written. */
export function newLeaf(value: LeafValue): SopsLeaf {
  return { kind: 'leaf', start: -1, end: -1, value }
}

/** A collection that is to be written, of values by key or of a list's items. */
export function newMapping(entries: Iterable<readonly [key: string, node: SopsNode]>): SopsMapping {
  const items = Array.from(entries, ([key, node]) => newEntry(key, node))
  return { kind: 'mapping', layout: 'block', start: -1, end: -1, items }
}

export function newList(nodes: readonly SopsNode[]): SopsList {
  return { kind: 'list', layout: 'block', start: -1, end: -1, items: nodes.map((node) => newEntry(null, node)) }
}

export function newEntry(key: string | null, node: SopsNode): SopsEntry {
  return { kind: 'entry', key, start: -1, keyEnd: -1, node }
}

/** A text that is to be written. */
export function newText(text: string): SopsLeaf {
  return newLeaf({ type: 'str', text })
}
