import { alwaysWith } from './closure.ts'
import type { SchemaNode } from './node.ts'

/** For schemas that override others, which. */
export type Ranks = ReadonlyMap<SchemaNode, ReadonlySet<SchemaNode>>
export const NO_RANKS: Ranks = new Map()

/** Schemas below one another's that are compared; nobody lets more of them speak of one key. */
const MOST_RANKED = 16

/** Whether one schema overrides another. */
export type Outranks = (one: SchemaNode, other: SchemaNode) => boolean

export function ranksOf(nodes: ReadonlySet<SchemaNode>, outranks: Outranks): Ranks {
  if (nodes.size < 2 || nodes.size > MOST_RANKED) return NO_RANKS
  let ranks: Map<SchemaNode, ReadonlySet<SchemaNode>> | undefined
  for (const one of nodes) {
    const below = new Set<SchemaNode>()
    for (const other of nodes) if (other !== one && outranks(one, other)) below.add(other)
    if (below.size > 0) (ranks ??= new Map<SchemaNode, ReadonlySet<SchemaNode>>()).set(one, below)
  }
  return ranks ?? NO_RANKS
}

const led = new WeakMap<SchemaNode, ReadonlySet<SchemaNode>>()

/** The schemas that always apply with one, itself included. */
export function alwaysFrom(node: SchemaNode): ReadonlySet<SchemaNode> {
  let nodes = led.get(node)
  if (nodes === undefined) led.set(node, (nodes = new Set(alwaysWith([node]).nodes)))
  return nodes
}
