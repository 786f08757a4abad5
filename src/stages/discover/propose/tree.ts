import { Source } from '../../../core/source.ts'
import { NODE, NODE_WIDTH, type Tree } from '../../../core/tree.ts'
import { isList, isMapping, type Value } from '../../../core/value.ts'

/** A tree of a value that stands in no text, for code that asks for places only when it reports: all are at 0. */
export function treeOf(path: string, value: Value): Tree {
  const keys: (string | null)[] = []
  const ends: number[] = []
  const walk = (key: string | null, at: Value): void => {
    const node = keys.push(key) - 1
    if (isMapping(at)) for (const [inner, child] of Object.entries(at)) walk(inner, child)
    else if (isList(at)) for (const child of at) walk(null, child)
    ends[node] = keys.length
  }
  walk(null, value)
  const spans = new Int32Array(keys.length * NODE_WIDTH)
  for (const [node, end] of ends.entries()) spans[node * NODE_WIDTH + NODE.end] = end
  return { source: new Source(path, ''), value, keys, spans }
}
