import { HOLE } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { refusing } from '../../core/schema/allowed.ts'
import { applicatorsOf } from '../../core/schema/applicators.ts'
import { decide, type Decision } from '../../core/schema/decide.ts'
import { mergeEdges, reaching } from '../../core/schema/reach.ts'
import { unionsOf, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import type { Value } from '../../core/value.ts'

/** What is filled in for one absent key of the mappings in a scope. */
export interface Plan {
  readonly key: string
  /** Who says so, and whom that contradicts. */
  readonly decision: Decision
  /** The scope of what is filled in. */
  readonly scope: Scope
  /** Whether `type`, `enum` or `const` refuses the default. */
  readonly refused: boolean
  /** What the defaults below it make of the default, once that has been asked for; see `completed`. */
  complete?: Completed | 'endless'
}

/** A default with the defaults below it. */
export interface Completed {
  readonly value: Value
  /** What was filled in below it, by pointers from there. */
  readonly fills: readonly Fill[]
  /** How many defaults stand in one another, this one included. */
  readonly height: number
}

export interface Fill {
  readonly tokens: Tokens
  readonly node: SchemaNode
}

const plans = new WeakMap<Scope, readonly Plan[]>()

/** The defaults for keys of the mappings in a scope, in the order of the schema. */
export function plansOf(scope: Scope): readonly Plan[] {
  let ofScope = plans.get(scope)
  if (ofScope === undefined) plans.set(scope, (ofScope = makePlans(scope)))
  return ofScope
}

function makePlans(scope: Scope): readonly Plan[] {
  const made: Plan[] = []
  if (!mayFill(scope)) return made
  for (const key of scope.names) {
    const below = scope.atKey(key)
    const decision = decide(below, 'default')
    if (decision === undefined) continue
    const given = below.given(decision.value)
    made.push({ key, decision, scope: given, refused: refusing(given, decision.value) !== undefined })
  }
  return made
}

/** The value that a plan starts from: a hole for a default that its own schema refuses, which is a finding there. */
export function startOf({ decision, refused }: Plan): Value {
  return refused ? HOLE : decision.value
}

const leadsToDefault = reaching(
  function* (node) {
    yield* mergeEdges(node)
    yield* applicatorsOf(node).prefix
    for (const { branches } of unionsOf(node)) yield* branches
  },
  (node) => node.keyword('default') !== undefined,
)

const filling = new WeakMap<Scope, boolean>()

/** Whether anything can be filled in at or below the values in a scope. */
export function mayFill(scope: Scope): boolean {
  let may = filling.get(scope)
  if (may === undefined) filling.set(scope, (may = scope.nodes.some(leadsToDefault)))
  return may
}
