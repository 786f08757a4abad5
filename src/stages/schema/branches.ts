import { kindsUnder, SCALARS, type Kinds } from '../../core/schema/allowed.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import type { SchemaNode, Scope } from '../../core/schema/schemas.ts'
import { own, put, type Mapping, type MutableMapping } from '../../core/value.ts'
import { readText } from './texts.ts'

const known = new Map<Kinds, WeakMap<Scope, Scope>>()

/**
 * The scope of a value of which the kind is known: with the branches of `anyOf` and `oneOf` that alone allow it. So
 * what `anyOf: [{$ref: …}, {type: 'null'}]` says of a mapping is known.
 */
export function narrowed(scope: Scope, kind: Kinds): Scope {
  let ofKind = known.get(kind)
  if (ofKind === undefined) known.set(kind, (ofKind = new WeakMap()))
  let narrower = ofKind.get(scope)
  if (narrower === undefined) ofKind.set(scope, (narrower = narrow(scope, kind)))
  return narrower
}

/** Branches in branches that are looked into. */
const DEEPEST = 16

function narrow(scope: Scope, kind: Kinds): Scope {
  let at = scope
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = at.with(at.nodes.flatMap((node) => [...onlyBranch(node, 'anyOf', kind), ...onlyBranch(node, 'oneOf', kind)]))
    if (next === at) return at
    at = next
  }
  return at
}

function onlyBranch(node: SchemaNode, keyword: 'anyOf' | 'oneOf', kind: Kinds): readonly SchemaNode[] {
  const branches = heldBy(node, keyword).filter(([, branch]) => (kindsUnder(branch) & kind) !== 0)
  return branches.length === 1 ? branches.map(([, branch]) => branch) : []
}

/**
 * The scope of a mapping of texts, with the branches that its tags choose, or, where it has none, those of the mapping
 * below it. A tag may be a number or a boolean: its text is read as one where the schema has no such string.
 */
export function branched(scope: Scope, mapping: Mapping, lower: Mapping): Scope {
  let at = scope
  while (at.unions.length > 0) {
    const tags: MutableMapping = {}
    for (const { property, byTag } of at.unions) {
      const said = own(mapping, property) ?? own(lower, property)
      if (said === undefined) continue
      const read = typeof said === 'string' && !byTag.has(said) ? readText(said, SCALARS).value : undefined
      put(tags, property, read === undefined ? said : read)
    }
    const next = at.given(tags)
    if (next === at) return at
    at = next
  }
  return at
}
