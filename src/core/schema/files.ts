import { compareText } from '../collector.ts'
import { schemasBelow } from './keywords.ts'
import type { SchemaNode } from './node.ts'
import { resolve } from './resolve.ts'
import type { SchemaDocument } from './types.ts'

const known = new WeakMap<SchemaNode, readonly string[]>()

/** The paths of the documents that a schema consists of: its own, and all that references in them lead to. Sorted. */
export function filesBehind(root: SchemaNode | undefined): readonly string[] {
  if (root === undefined) return []
  let paths = known.get(root)
  if (paths === undefined) known.set(root, (paths = search(root)))
  return paths
}

function search(root: SchemaNode): readonly string[] {
  const seen = new Set<SchemaDocument>([root.document])
  const open = [root]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const node of schemasBelow(file)) {
      for (const keyword of ['$ref', '$dynamicRef']) {
        const reference = node.keyword(keyword)
        const target = typeof reference === 'string' ? resolve(node, reference).node : undefined
        if (target === undefined || seen.has(target.document)) continue
        seen.add(target.document)
        open.push(target.root)
      }
    }
  }
  return Array.from(seen, ({ path }) => path).sort(compareText)
}
