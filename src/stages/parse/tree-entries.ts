import { childrenOf, MERGE_KEY, NODE, NODE_WIDTH, type Tree } from '../../core/tree.ts'

/** Entries of a mapping of a tree, by key: those that it has itself, or those that its merge keys bring in. */
export interface TreeEntries {
  readonly from: 'itself' | 'merge key'
  readonly nodes: ReadonlyMap<string, number>
}

/** Answers which entries the mapping at a node has: its own, then those of its merge keys that it has not itself. */
export type EntriesOf = (node: number) => readonly TreeEntries[]

/**
 * Looks entries up in a tree; aliases are followed. Of duplicate keys the last one counts, of merged mappings the first
 * one that has the key. Answers are kept. The parser counts aliases as often as they are used, which bounds both the
 * work and how deep mappings merge one another.
 */
export function createEntriesOf(tree: Tree): EntriesOf {
  const known = new Map<number, readonly TreeEntries[]>()
  const entriesOf: EntriesOf = (node) => {
    const at = targetOf(tree, node)
    let entries = known.get(at)
    if (entries === undefined) known.set(at, (entries = gather(at)))
    return entries
  }
  const gather = (node: number): readonly TreeEntries[] => {
    const itself = new Map<string, number>()
    const merges: number[] = []
    for (const child of childrenOf(tree, node)) {
      const key = tree.keys[child]
      if (key === MERGE_KEY) merges.push(child)
      else if (typeof key === 'string') itself.set(key, child)
    }
    const entries: TreeEntries = { from: 'itself', nodes: itself }
    return merges.length === 0 ? [entries] : [entries, { from: 'merge key', nodes: inherited(merges, itself) }]
  }
  const inherited = (merges: readonly number[], itself: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
    const nodes = new Map<string, number>()
    for (const mapping of merges.flatMap((merge) => mappingsOf(tree, merge))) {
      for (const entries of entriesOf(mapping)) {
        for (const [key, child] of entries.nodes) {
          if (!itself.has(key) && !nodes.has(key)) nodes.set(key, child)
        }
      }
    }
    return nodes
  }
  return entriesOf
}

/** The node that an alias stands for; the node itself where it is none. */
export function targetOf(tree: Tree, node: number): number {
  let at = node
  for (let end = endOf(tree, at); end < 0; end = endOf(tree, at)) at = ~end
  return at
}

function endOf(tree: Tree, node: number): number {
  return tree.spans[node * NODE_WIDTH + NODE.end] as number
}

/** What a merge key names: a mapping, or the mappings of a list. */
function mappingsOf(tree: Tree, merge: number): readonly number[] {
  const children = [...childrenOf(tree, merge)]
  return children.length > 0 && tree.keys[children[0] as number] === null ? children : [merge]
}
