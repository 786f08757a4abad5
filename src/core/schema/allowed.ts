import { Opaque } from '../opaque.ts'
import { isList, isMapping, sameValue, type Value } from '../value.ts'
import { alwaysWith } from './closure.ts'
import { heldBy } from './keywords.ts'
import type { SchemaNode } from './node.ts'
import { mayHoldReference } from './reference-text.ts'
import type { Scope } from './scope.ts'

/** Kinds of values, as a set of bits. */
export type Kinds = number
export const KIND = { string: 1, integer: 2, fraction: 4, boolean: 8, null: 16, list: 32, mapping: 64 } as const
export const ANY: Kinds = 127
export const SCALARS: Kinds = KIND.string | KIND.integer | KIND.fraction | KIND.boolean | KIND.null

const OF_TYPE: Readonly<Record<string, Kinds>> = {
  string: KIND.string,
  integer: KIND.integer,
  number: KIND.integer | KIND.fraction,
  boolean: KIND.boolean,
  null: KIND.null,
  array: KIND.list,
  object: KIND.mapping,
}

/** The kind of a value; all of them for an opaque one. */
export function kindsOf(value: Value): Kinds {
  if (value === null) return KIND.null
  if (value instanceof Opaque) return ANY
  if (isList(value)) return KIND.list
  switch (typeof value) {
    case 'string':
      return KIND.string
    case 'number':
      return Number.isInteger(value) ? KIND.integer : KIND.fraction
    case 'boolean':
      return KIND.boolean
    default:
      return KIND.mapping
  }
}

/**
 * The kinds of values that the schemas at a pointer allow, as far as `type`, `enum` and `const` tell, there and in the
 * branches of `anyOf` and `oneOf`. Never too few.
 */
export function kindsAt(scope: Scope): Kinds {
  return kindsOfAll(scope.nodes, 0)
}

/** The kinds of values that one schema allows, with those that always apply with it; see `kindsAt`. */
export function kindsUnder(node: SchemaNode): Kinds {
  return kindsOfAll(alwaysWith([node]).nodes, 0)
}

/**
 * A schema at a pointer that refuses a value by `type`, `enum` or `const` alone; none where that is not certain, as for
 * a text with a reference: what that is, its target says.
 */
export function refusing(scope: Scope, value: Value): SchemaNode | undefined {
  if (typeof value === 'string' && mayHoldReference(value)) return undefined
  const kind = kindsOf(value)
  const open = isOpen(value)
  return scope.nodes.find((node) => {
    if ((kindsOfOne(node, 0) & kind) === 0) return true
    const choice = open ? undefined : choiceOf(node)
    return choice !== undefined && !choice.some((one) => holdsOpaque(one) || sameValue(one, value))
  })
}

/** The values that a schema allows, where it lists them. */
export function choiceOf(node: SchemaNode): readonly Value[] | undefined {
  const fixed = node.keyword('const')
  if (fixed !== undefined) return [fixed]
  const choice = node.keyword('enum')
  return isList(choice) ? choice : undefined
}

/** Branches in branches that are looked into. */
const DEEPEST = 16
const known = new WeakMap<SchemaNode, Kinds>()

function kindsOfAll(nodes: readonly SchemaNode[], depth: number): Kinds {
  let kinds = ANY
  for (const node of nodes) kinds &= kindsOfOne(node, depth)
  return kinds
}

function kindsOfOne(node: SchemaNode, depth: number): Kinds {
  let kinds = known.get(node)
  if (kinds === undefined) {
    known.set(node, ANY) // what a recursive schema takes for itself
    kinds = byType(node) & byChoice(node) & byBranches(node, 'anyOf', depth) & byBranches(node, 'oneOf', depth)
    known.set(node, kinds)
  }
  return kinds
}

function byType(node: SchemaNode): Kinds {
  if (typeof node.schema === 'boolean') return node.schema ? ANY : 0
  const type = node.keyword('type')
  if (typeof type === 'string') return OF_TYPE[type] ?? ANY
  if (!isList(type)) return ANY
  let kinds = 0
  for (const one of type) kinds |= typeof one === 'string' ? (OF_TYPE[one] ?? ANY) : ANY
  return kinds
}

function byChoice(node: SchemaNode): Kinds {
  let kinds = 0
  for (const value of choiceOf(node) ?? []) kinds |= kindsOf(value)
  return kinds === 0 ? ANY : kinds
}

function byBranches(node: SchemaNode, keyword: 'anyOf' | 'oneOf', depth: number): Kinds {
  const branches = heldBy(node, keyword)
  if (branches.length === 0 || depth >= DEEPEST) return ANY
  let kinds = 0
  for (const [, branch] of branches) kinds |= kindsOfAll(alwaysWith([branch]).nodes, depth + 1)
  return kinds
}

/** Whether what a value comes to is not known, or not in all its parts. */
function isOpen(value: Value): boolean {
  if (typeof value === 'string') return mayHoldReference(value)
  if (value instanceof Opaque) return true
  if (isList(value)) return value.some(isOpen)
  return isMapping(value) && Object.values(value).some(isOpen)
}

function holdsOpaque(value: Value): boolean {
  if (value instanceof Opaque) return true
  if (isList(value)) return value.some(holdsOpaque)
  return isMapping(value) && Object.values(value).some(holdsOpaque)
}
