import { formatOf, type Format } from '../../../src/core/format.ts'
import type { Tokens } from '../../../src/core/pointer.ts'
import { MERGE_KEY, NODE, NODE_WIDTH, nodeAfter, ROOT, type Tree } from '../../../src/core/tree.ts'
import { isList, isMapping, valueAt, type Value } from '../../../src/core/value.ts'

/** A file to be edited. */
export interface File {
  readonly path: string
  readonly text: string
  readonly format: Format
}

/** A value as it stands in a file. */
export interface Node {
  readonly tokens: Tokens
  readonly value: Value
  /** Offsets of the key; none of list items and the root. */
  readonly key?: Span
  readonly at: Span
  /** The node before it in the same collection, and the one after it. */
  readonly before?: Span
  readonly after?: Span
  /** The keys of the mapping that it is in. */
  readonly siblings: readonly string[]
  /** Whether other places repeat it. */
  readonly anchored: boolean
}

export interface Span {
  readonly start: number
  readonly end: number
}

export function fileOf(tree: Tree): File {
  const { path, text } = tree.source
  return { path, text, format: formatOf(path) ?? 'yaml' }
}

/** The values of a file where they are written: what an alias repeats is at its anchor only. */
export function nodesOf(tree: Tree): readonly Node[] {
  const nodes: Node[] = []
  visit(tree, ROOT, { tokens: [], siblings: [] }, nodes)
  return nodes
}

type Around = Pick<Node, 'tokens' | 'siblings' | 'before' | 'after'>

function visit(tree: Tree, node: number, around: Around, nodes: Node[]): void {
  const value = valueAt(tree.value, around.tokens) as Value
  const at = spanOf(tree, node, NODE.valueStart)
  const key = spanOf(tree, node, NODE.keyStart)
  const anchored = /&\S+\s*$/.test(tree.source.text.slice(0, at.start))
  nodes.push({ ...around, value, at, anchored, ...(key.start >= 0 && { key }) })
  if (!isMapping(value) && !isList(value)) return
  const children = writtenIn(tree, node)
  const siblings = isMapping(value) ? Object.keys(value) : []
  for (const [i, child] of children.entries()) {
    const token = tree.keys[child] ?? String(i)
    if (token === MERGE_KEY) continue
    const [before, after] = [children[i - 1], children[i + 1]]
    visit(tree, child, {
      tokens: [...around.tokens, token],
      siblings,
      ...(before !== undefined && { before: wholeOf(tree, before) }),
      ...(after !== undefined && { after: wholeOf(tree, after) }),
    }, nodes)
  }
}

/** The children that stand below a node in the text; none of an alias. */
function writtenIn(tree: Tree, node: number): number[] {
  const end = tree.spans[node * NODE_WIDTH + NODE.end] as number
  const children: number[] = []
  for (let child = node + 1; child < end; child = nodeAfter(tree, child)) children.push(child)
  return children
}

/** A node with its key. */
function wholeOf(tree: Tree, node: number): Span {
  const [key, value] = [spanOf(tree, node, NODE.keyStart), spanOf(tree, node, NODE.valueStart)]
  return { start: key.start >= 0 ? key.start : value.start, end: value.end }
}

function spanOf({ spans }: Tree, node: number, from: number): Span {
  const at = node * NODE_WIDTH + from
  return { start: spans[at] as number, end: spans[at + 1] as number }
}
