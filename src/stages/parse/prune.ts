import { NODE, NODE_WIDTH, type Tree } from '../../core/tree.ts'

/** The tree with its source map less the given leaf nodes. The value is the caller's to change. */
export function withoutLeaves(tree: Tree, dropped: ReadonlySet<number>): Tree {
  const count = tree.keys.length
  const moved = new Int32Array(count + 1)
  for (let node = 0, next = 0; node <= count; node++) {
    moved[node] = next
    if (!dropped.has(node)) next++
  }
  const keys: (string | null)[] = []
  const spans = new Int32Array((count - dropped.size) * NODE_WIDTH)
  for (let node = 0; node < count; node++) {
    if (dropped.has(node)) continue
    const at = keys.push(tree.keys[node] ?? null) - 1
    spans.set(tree.spans.subarray(node * NODE_WIDTH, (node + 1) * NODE_WIDTH), at * NODE_WIDTH)
    const end = tree.spans[node * NODE_WIDTH + NODE.end] as number
    // An alias to a leaf that is gone becomes a leaf itself.
    const target = end < 0 && !dropped.has(~end) ? ~(moved[~end] as number) : undefined
    spans[at * NODE_WIDTH + NODE.end] = target ?? (end < 0 ? at + 1 : (moved[end] as number))
  }
  return { ...tree, keys, spans }
}
