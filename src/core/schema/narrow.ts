import { kindsUnder, type Kinds } from './allowed.ts'
import { heldBy } from './keywords.ts'
import type { SchemaNode } from './node.ts'
import type { Scope } from './scope.ts'

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
