import { sameValue, type Value } from '../value.ts'
import type { SchemaNode } from './node.ts'
import type { Scope } from './scope.ts'

/** What the schemas that apply at one pointer say with one keyword. */
export interface Decision {
  /** The schema that counts. */
  readonly node: SchemaNode
  readonly value: Value
  /** Another schema that says something else and has as much right to. */
  readonly rival?: SchemaNode
}

/** Schemas with the same keyword at one pointer that are compared; nobody writes more. */
const MOST_COMPARED = 16

/**
 * Which schema decides about a keyword that can count only once, such as `default`. A schema overrides those that it
 * refers to, of the same value and of what is below: what stands beside a `$ref` or an `allOf` is said on purpose.
 * Others that differ are rivals.
 */
export function decide(scope: Scope, keyword: string): Decision | undefined {
  const saying: SchemaNode[] = []
  for (const node of scope.nodes) {
    if (node.keyword(keyword) === undefined) continue
    if (saying.push(node) === MOST_COMPARED) break
  }
  const overridden = (node: SchemaNode) => saying.some((other) => scope.overrides(other, node))
  const standing = saying.length < 2 ? saying : saying.filter((node) => !overridden(node))
  const node = standing[0] ?? saying[0]
  if (node === undefined) return undefined
  const value = node.keyword(keyword) as Value
  const rival = standing.find((other) => !sameValue(other.keyword(keyword) as Value, value))
  return rival === undefined ? { node, value } : { node, value, rival }
}
