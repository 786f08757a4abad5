import { applicatorsOf } from '../../core/schema/applicators.ts'
import { alwaysWith } from '../../core/schema/closure.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import type { Spot, View } from './view.ts'

/** What applies to the keys or items that no other schema looks at, where it is certain which those are. */
export interface Unevaluated {
  readonly schema: SchemaNode
  readonly names: ReadonlySet<string>
  readonly patterns: readonly string[]
  /** Of items: the first that it applies to. */
  readonly from: number
}

export interface UnevaluatedOf {
  readonly keys: readonly Unevaluated[]
  readonly items: readonly Unevaluated[]
  /** Where conditions decide which keys or items are left. */
  readonly unclear: readonly (Spot & { readonly keyword: string })[]
}

const NONE: UnevaluatedOf = { keys: [], items: [], unclear: [] }
const known = new WeakMap<View, UnevaluatedOf>()

/** What `unevaluatedProperties` and `unevaluatedItems` of 2020-12 come to. */
export function unevaluatedOf(view: View): UnevaluatedOf {
  let found = known.get(view)
  if (found === undefined) known.set(view, (found = read(view)))
  return found
}

function read(view: View): UnevaluatedOf {
  const found: Draft = { keys: [], items: [], unclear: [] }
  for (const node of view.nodes) {
    if (node.dialect === 'draft-07') continue
    const [keys] = heldBy(node, 'unevaluatedProperties')
    const [items] = heldBy(node, 'unevaluatedItems')
    if (keys !== undefined) add(found, node, 'unevaluatedProperties', keys[1])
    if (items !== undefined) add(found, node, 'unevaluatedItems', items[1])
  }
  return found.keys.length + found.items.length + found.unclear.length === 0 ? NONE : found
}

type Keyword = 'unevaluatedProperties' | 'unevaluatedItems'

interface Draft {
  readonly keys: Unevaluated[]
  readonly items: Unevaluated[]
  readonly unclear: (Spot & { readonly keyword: string })[]
}

function add(found: Draft, node: SchemaNode, keyword: Keyword, schema: SchemaNode): void {
  const beside = alwaysWith([node])
  if (beside.cut || beside.nodes.some((one) => isConditional(one, keyword))) {
    found.unclear.push({ node, keyword })
    return
  }
  const isAsked = (one: SchemaNode) => one !== node && one.keyword(keyword) !== undefined
  if (beside.nodes.some((one) => evaluatesAll(one, keyword) || isAsked(one))) return
  const names = new Set<string>()
  const patterns: string[] = []
  let from = 0
  for (const one of beside.nodes) {
    const { properties, patterns: own, prefix } = applicatorsOf(one)
    for (const name of properties.keys()) names.add(name)
    for (const [pattern] of own) patterns.push(pattern)
    from = Math.max(from, prefix.length)
  }
  found[keyword === 'unevaluatedItems' ? 'items' : 'keys'].push({ schema, names, patterns, from })
}

function isConditional(node: SchemaNode, keyword: Keyword): boolean {
  if (node.keyword('$dynamicRef') !== undefined || applicatorsOf(node).maybe.length > 0) return true
  return keyword === 'unevaluatedItems' && node.keyword('contains') !== undefined
}

function evaluatesAll(node: SchemaNode, keyword: Keyword): boolean {
  const { additional, items } = applicatorsOf(node)
  return keyword === 'unevaluatedItems' ? items !== undefined : additional !== undefined
}
