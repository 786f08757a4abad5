import { inSpan, type SpanPlace } from './place.ts'
import type { Tokens } from './pointer.ts'
import type { Source } from './source.ts'
import type { Value } from './value.ts'

/**
 * One parsed document of a file: its value as plain data, and beside it a source map of all nodes in pre-order.
 * Five integers a node cost a tenth of the parse time; an object a scalar would cost ten times the memory.
 */
export interface Tree {
  readonly source: Source
  readonly value: Value
  /** Of each node: its key in a mapping, `MERGE_KEY` for a YAML `<<`, null for list items and the root. */
  readonly keys: readonly (string | null)[]
  /** `NODE_WIDTH` integers a node, see `NODE`. */
  readonly spans: Int32Array
  /** YAML tags that say how a subtree is merged (`!append`, `!replace` …), where there are any. */
  readonly tags?: TagTree
  /** Whether the file carries SOPS metadata: its sealed leaves are ciphertext. */
  readonly encrypted?: boolean
}

/** Tags by path, sparse: most files have none. */
export interface TagTree {
  readonly tag: string
  readonly children: ReadonlyMap<string, TagTree>
}

/** Offsets of the fields of a node in `spans`. */
export const NODE = {
  keyStart: 0,
  keyEnd: 1,
  valueStart: 2,
  valueEnd: 3,
  /** Index of the node after this one's subtree; negative for an alias: `~index` of the anchored node. */
  end: 4,
} as const
export const NODE_WIDTH = 5
/** The key under which a YAML merge key's node stands: no key that a document can write (U+0000 is refused). */
export const MERGE_KEY = '\u0000<<'

/** The index of the root node of every tree. */
export const ROOT = 0

/** Index of the node after `node` and everything below it. */
export function nodeAfter(tree: Tree, node: number): number {
  const end = field(tree, node, NODE.end)
  return end < 0 ? node + 1 : end
}

/** Children of a node as they stand in the text, in order; aliases are followed, merge keys are listed as such. */
export function* childrenOf(tree: Tree, node: number): Generator<number> {
  const at = anchored(tree, node)
  const end = field(tree, at, NODE.end)
  for (let child = at + 1; child < end; child = nodeAfter(tree, child)) yield child
}

/**
 * The node at a pointer's tokens below `from`, or -1. Follows aliases; a key that the mapping itself lacks is looked up
 * in its merge keys. Cost: depth × siblings; of large nodes, depth after the first question.
 */
export function findNode(tree: Tree, tokens: Tokens, from: number = ROOT): number {
  let at = from
  for (const token of tokens) {
    at = childAt(tree, at, token)
    if (at < 0) return -1
  }
  return at
}

function childAt(tree: Tree, node: number, token: string): number {
  const at = anchored(tree, node)
  if (field(tree, at, NODE.end) - at > LARGE) {
    const children = indexOf(tree, at)
    const known = children.get(token)
    if (known !== undefined) return known
    if (!children.has(MERGE_KEY)) return -1
  }
  return scanFor(tree, at, token)
}

/** Nodes below a node from which on its children are indexed when one is looked up. */
const LARGE = 256
const indexes = new WeakMap<Tree, Map<number, ReadonlyMap<string, number>>>()

/** The children of a node by key or index; of duplicate keys the last one. */
function indexOf(tree: Tree, node: number): ReadonlyMap<string, number> {
  let ofTree = indexes.get(tree)
  if (ofTree === undefined) indexes.set(tree, (ofTree = new Map<number, ReadonlyMap<string, number>>()))
  const known = ofTree.get(node)
  if (known !== undefined) return known
  const children = new Map<string, number>()
  let index = 0
  for (const child of childrenOf(tree, node)) children.set(tree.keys[child] ?? String(index++), child)
  ofTree.set(node, children)
  return children
}

function scanFor(tree: Tree, node: number, token: string): number {
  let hit = -1
  let index = 0
  const merges: number[] = []
  for (const child of childrenOf(tree, node)) {
    const key = tree.keys[child]
    if (key === null) {
      if (String(index++) === token) return child
    } else if (key === token) {
      hit = child // of duplicate keys the last one counts
    } else if (key === MERGE_KEY) {
      merges.push(child)
    }
  }
  if (hit >= 0) return hit
  for (const merge of merges) {
    const found = mergedChildAt(tree, merge, token)
    if (found >= 0) return found
  }
  return -1
}

/** `<<` takes a mapping, or a list of mappings of which the first that has the key counts (YAML merge key draft). */
function mergedChildAt(tree: Tree, merge: number, token: string): number {
  const kids = [...childrenOf(tree, merge)]
  if (kids.length === 0 || tree.keys[kids[0] as number] !== null) return childAt(tree, merge, token)
  for (const kid of kids) {
    const found = childAt(tree, kid, token)
    if (found >= 0) return found
  }
  return -1
}

/** The span of a node's value. For an alias: the anchored value's, with the alias as the way there. */
export function valuePlace(tree: Tree, node: number): SpanPlace {
  const at = anchored(tree, node)
  const place = inSpan(tree.source, field(tree, at, NODE.valueStart), field(tree, at, NODE.valueEnd))
  if (at === node) return place
  return { ...place, alias: inSpan(tree.source, field(tree, node, NODE.valueStart), field(tree, node, NODE.valueEnd)) }
}

/** The span of a node's key; of its value where it has none (list items, the root). */
export function keyPlace(tree: Tree, node: number): SpanPlace {
  const start = field(tree, node, NODE.keyStart)
  return start < 0 ? valuePlace(tree, node) : inSpan(tree.source, start, field(tree, node, NODE.keyEnd))
}

/** The node that an alias stands for; the node itself where it is none. */
function anchored(tree: Tree, node: number): number {
  let at = node
  for (;;) {
    const end = field(tree, at, NODE.end)
    if (end >= 0) return at
    at = ~end
  }
}

function field(tree: Tree, node: number, offset: number): number {
  return tree.spans[node * NODE_WIDTH + offset] as number
}

/** The tags below a path, where there are any. */
export function tagsAt(tags: TagTree | undefined, tokens: Tokens): TagTree | undefined {
  let at = tags
  for (const token of tokens) at = at?.children.get(token)
  return at
}
