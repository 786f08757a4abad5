import type { SchemaNode } from '../../core/schema/node.ts'
import { entering, type DynamicScope } from './dynamic-scope.ts'
import type { Mode } from './mode.ts'

/** A schema that is referred to: each is one function in what ajv generates. */
export interface Target {
  readonly uri: string
  readonly node: SchemaNode
  readonly mode: Mode
  readonly scope: DynamicScope
}

/** @param from the scope of the schema that refers to it. */
export function targetOf(node: SchemaNode, mode: Mode, from: DynamicScope): Target {
  const scope = entering(from, node.resource)
  return { uri: `cairn:${mode}/${String(node.id)}${scope.key}`, node, mode, scope }
}
