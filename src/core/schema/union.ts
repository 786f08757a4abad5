import { isList, isMapping, own, type Value } from '../value.ts'
import { applicatorsOf } from './applicators.ts'
import { alwaysWith } from './closure.ts'
import { heldBy } from './keywords.ts'
import type { SchemaNode } from './node.ts'

/** A `oneOf` or `anyOf` of which the value of one property says which branch is meant. */
export interface Union {
  readonly node: SchemaNode
  readonly keyword: 'oneOf' | 'anyOf'
  /** The property that tells. */
  readonly property: string
  /** All branches, told apart or not. */
  readonly branches: readonly SchemaNode[]
  /** The branch of a tag; `undefined` for a tag that more than one branch has. */
  readonly byTag: ReadonlyMap<Value, SchemaNode | undefined>
  /** Whether there is a branch that names no tags: any other tag may mean it. */
  readonly open: boolean
}

const known = new WeakMap<SchemaNode, readonly Union[]>()

/**
 * The discriminated unions of a schema: those with `discriminator: {propertyName}`, and a `oneOf` whose branches all
 * require one property and allow it values (`const`, `enum`) that no other branch allows.
 */
export function unionsOf(node: SchemaNode): readonly Union[] {
  let unions = known.get(node)
  if (unions === undefined) known.set(node, (unions = read(node)))
  return unions
}

/** The branch that a value has chosen; `undefined` where its tag is absent, unknown or not decisive. */
export function branchOf(union: Union, value: Value | undefined): SchemaNode | undefined {
  const tag = isMapping(value) ? own(value, union.property) : undefined
  return tag === undefined ? undefined : union.byTag.get(tag)
}

function read(node: SchemaNode): readonly Union[] {
  if (!isMapping(node.schema) || node.isPlainReference) return []
  const unions: Union[] = []
  for (const keyword of ['oneOf', 'anyOf'] as const) {
    const branches = heldBy(node, keyword).map(([, branch]) => branch)
    if (branches.length === 0) continue
    const discriminator = node.keyword('discriminator')
    const named = isMapping(discriminator) ? own(discriminator, 'propertyName') : undefined
    if (typeof named === 'string') {
      const open = branches.some((branch) => tagsOf(branch, named) === undefined)
      unions.push({ node, keyword, property: named, branches, byTag: byTag(branches, named), open })
    } else if (keyword === 'oneOf') {
      unions.push(...implied(node, branches))
    }
  }
  return unions
}

/** Properties of the first branch that are tried: more than that are no tags. */
const MOST_TRIED = 16

function implied(node: SchemaNode, branches: readonly SchemaNode[]): readonly Union[] {
  const first = branches[0] as SchemaNode
  let tried = 0
  for (const property of requiredOf(first)) {
    if (tagsOf(first, property) === undefined) continue
    if (++tried > MOST_TRIED) break
    const tagged = branches.every((one) => requiredOf(one).has(property) && tagsOf(one, property) !== undefined)
    const tags = tagged ? byTag(branches, property) : undefined
    const decisive = tags !== undefined && [...tags.values()].every((branch) => branch !== undefined)
    if (decisive) return [{ node, keyword: 'oneOf', property, branches, byTag: tags, open: false }]
  }
  return []
}

function byTag(branches: readonly SchemaNode[], property: string): Map<Value, SchemaNode | undefined> {
  const found = new Map<Value, SchemaNode | undefined>()
  for (const branch of branches) {
    for (const tag of tagsOf(branch, property) ?? []) found.set(tag, found.has(tag) ? undefined : branch)
  }
  return found
}

function requiredOf(branch: SchemaNode): ReadonlySet<string> {
  const names = new Set<string>()
  for (const node of alwaysWith([branch]).nodes) {
    const required = node.keyword('required')
    if (isList(required)) for (const name of required) if (typeof name === 'string') names.add(name)
  }
  return names
}

/** The values that a branch allows a property, where it names them and they are scalars. */
function tagsOf(branch: SchemaNode, property: string): ReadonlySet<Value> | undefined {
  const schemas: SchemaNode[] = []
  for (const node of alwaysWith([branch]).nodes) {
    const schema = applicatorsOf(node).properties.get(property)
    if (schema !== undefined) schemas.push(schema)
  }
  let tags: ReadonlySet<Value> | undefined
  for (const node of alwaysWith(schemas).nodes) {
    const named = namedBy(node)
    if (named !== undefined) tags = tags === undefined ? named : new Set([...named].filter((tag) => tags?.has(tag)))
  }
  return tags
}

function namedBy(node: SchemaNode): ReadonlySet<Value> | undefined {
  const fixed = node.keyword('const')
  const choice = node.keyword('enum')
  const named = fixed !== undefined ? [fixed] : isList(choice) ? choice : undefined
  if (named === undefined || named.some((tag) => typeof tag === 'object' && tag !== null)) return undefined
  return new Set(named)
}
