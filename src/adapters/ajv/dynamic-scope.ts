import { schemasBelow } from '../../core/schema/keywords.ts'
import type { SchemaNode } from '../../core/schema/node.ts'

/**
 * The dynamic anchors that evaluation has come across on its way to a schema, outermost first (2020-12 §7.1, §8.2.3.2).
 * A `$dynamicRef` is resolved when the schema is copied: a schema that is reached by several ways with different
 * anchors is copied once for each.
 */
export interface DynamicScope {
  readonly anchors: ReadonlyMap<string, SchemaNode>
  /** Distinguishes it from others; empty where there are no anchors. */
  readonly key: string
}

export const NO_ANCHORS: DynamicScope = { anchors: new Map(), key: '' }

/** The scope after a resource has been entered: what it anchors counts unless something outside does already. */
export function entering(scope: DynamicScope, resource: SchemaNode): DynamicScope {
  let anchors: Map<string, SchemaNode> | undefined
  for (const [anchor, node] of anchorsOf(resource)) {
    if (!scope.anchors.has(anchor)) (anchors ??= new Map(scope.anchors)).set(anchor, node)
  }
  if (anchors === undefined) return scope
  return { anchors, key: [...anchors.values()].map((node) => `-${String(node.id)}`).join('') }
}

/** Where a `$dynamicRef` leads that is `node` by itself: elsewhere only if that is a dynamic anchor. */
export function dynamicTarget(node: SchemaNode, reference: string, scope: DynamicScope): SchemaNode {
  const anchor = reference.slice(reference.indexOf('#') + 1)
  return node.keyword('$dynamicAnchor') === anchor ? (scope.anchors.get(anchor) ?? node) : node
}

const known = new WeakMap<SchemaNode, ReadonlyMap<string, SchemaNode>>()

function anchorsOf(resource: SchemaNode): ReadonlyMap<string, SchemaNode> {
  let anchors = known.get(resource)
  if (anchors === undefined) known.set(resource, (anchors = read(resource)))
  return anchors
}

function read(resource: SchemaNode): ReadonlyMap<string, SchemaNode> {
  const anchors = new Map<string, SchemaNode>()
  // Hardly any schema has one, and looking for them means to look at all of it.
  if (resource.dialect === 'draft-07' || !resource.document.tree.source.text.includes('$dynamicAnchor')) return anchors
  for (const node of schemasBelow(resource)) {
    const anchor = node.resource === resource ? node.keyword('$dynamicAnchor') : undefined
    if (typeof anchor === 'string' && !anchors.has(anchor)) anchors.set(anchor, node)
  }
  return anchors
}
