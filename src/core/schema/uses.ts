import { isMapping } from '../value.ts'
import { DEFINITIONS, heldBy } from './keywords.ts'
import type { SchemaNode } from './node.ts'
import { mergeEdges } from './reach.ts'
import { resolve } from './resolve.ts'

/** For schemas that nothing leads to in a way in which `x-merge` counts: the keyword through which something does. */
export type Uncounted = ReadonlyMap<SchemaNode, string>

/**
 * Which schemas are used, from the given ones on, but nowhere where `x-merge` counts. What is never used (a definition
 * that waits for a `$ref`) is not among them.
 */
export function uncountedFrom(roots: Iterable<SchemaNode>): Uncounted {
  const counted = new Set(roots)
  for (const node of counted) for (const next of mergeEdges(node)) counted.add(next)
  const uncounted = new Map<SchemaNode, string>()
  for (const node of counted) for (const [keyword, next] of uses(node)) add(next, keyword)
  for (const [node, through] of uncounted) for (const [, next] of uses(node)) add(next, through)
  return uncounted

  function add(node: SchemaNode, keyword: string): void {
    if (!counted.has(node) && !uncounted.has(node)) uncounted.set(node, keyword)
  }
}

/** Every schema that one makes use of, in whatever way, with the keyword that does so. */
function* uses(node: SchemaNode): Generator<readonly [keyword: string, node: SchemaNode]> {
  for (const keyword of ['$ref', '$dynamicRef']) {
    const reference = node.keyword(keyword)
    const target = typeof reference === 'string' ? resolve(node, reference).node : undefined
    if (target !== undefined) yield [keyword, target]
  }
  if (node.isPlainReference || !isMapping(node.schema)) return
  for (const keyword of Object.keys(node.schema)) {
    if (DEFINITIONS.has(keyword)) continue
    for (const [, below] of heldBy(node, keyword)) yield [keyword, below]
  }
}
