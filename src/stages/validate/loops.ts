import { heldBy, schemasBelow } from '../../core/schema/keywords.ts'
import { resolve, type SchemaNode } from '../../core/schema/schemas.ts'

/** Keywords whose schemas are about the same value as the schema that they stand in. */
const IN_PLACE = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'dependencies'] as const

/**
 * A schema in a file that applies to a value because it already applies to it: validating would never end. It is the
 * schema whose reference closes the circle.
 */
export function findLoop(root: SchemaNode): SchemaNode | undefined {
  const done = new Set<SchemaNode>()
  for (const start of schemasBelow(root)) {
    const loop = done.has(start) ? undefined : loopFrom(start, done)
    if (loop !== undefined) return loop
  }
  return undefined
}

interface Step {
  readonly node: SchemaNode
  readonly next: readonly SchemaNode[]
  taken: number
}

/** Depth first, without recursion: chains of references may be long. */
function loopFrom(start: SchemaNode, done: Set<SchemaNode>): SchemaNode | undefined {
  const path: Step[] = [{ node: start, next: inPlace(start), taken: 0 }]
  const onPath = new Set([start])
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const next = step.next[step.taken++]
    if (next === undefined) {
      path.pop()
      onPath.delete(step.node)
      done.add(step.node)
    } else if (onPath.has(next)) {
      return path.map(({ node }) => node).reverse().find((node) => node.keyword('$ref') !== undefined) ?? step.node
    } else if (!done.has(next)) {
      path.push({ node: next, next: inPlace(next), taken: 0 })
      onPath.add(next)
    }
  }
  return undefined
}

function inPlace(node: SchemaNode): readonly SchemaNode[] {
  const next: SchemaNode[] = []
  for (const keyword of ['$ref', '$dynamicRef']) {
    const reference = node.keyword(keyword)
    const target = typeof reference === 'string' ? resolve(node, reference).node : undefined
    if (target !== undefined) next.push(target)
  }
  if (node.isPlainReference) return next
  for (const keyword of IN_PLACE) for (const [, held] of heldBy(node, keyword)) next.push(held)
  return next
}
