import { KIND } from '../../core/schema/allowed.ts'
import { applicatorsOf } from '../../core/schema/applicators.ts'
import { decide } from '../../core/schema/decide.ts'
import { documentReference, type DocumentReference } from '../../core/schema/extensions.ts'
import { heldBy } from '../../core/schema/keywords.ts'
import { narrowed } from '../../core/schema/narrow.ts'
import { allEdges, reaching } from '../../core/schema/reach.ts'
import type { SchemaNode, Scope } from '../../core/schema/schemas.ts'

/** Where in the values of a scope documents are named. */
export interface Plan {
  /** What `x-ref` says of the value itself. */
  readonly itself: DocumentReference | undefined
  /** What it says of the keys. */
  readonly keys: DocumentReference | undefined
  /** The keys that the schema lists below which documents may be named. */
  readonly listed: readonly string[]
  /** Whether they may be named below keys that it does not list; and below items. */
  readonly others: boolean
  readonly items: boolean
  /** Whether the kind of the value may choose a branch that names documents. */
  readonly branches: boolean
}

/** Nothing at or below the values names a document. */
export const NOTHING: Plan = {
  itself: undefined,
  keys: undefined,
  listed: [],
  others: false,
  items: false,
  branches: false,
}

const plans = new WeakMap<Scope, Plan>()

export function planOf(scope: Scope): Plan {
  let plan = plans.get(scope)
  if (plan === undefined) plans.set(scope, (plan = makePlan(scope)))
  return plan
}

function makePlan(scope: Scope): Plan {
  if (!mayName(scope)) return NOTHING
  const below = scope.nodes.map(applicatorsOf)
  return {
    itself: saidOf(scope),
    keys: saidOf(narrowed(scope.ofKeys(), KIND.string)),
    listed: [...scope.names].filter((key) => mayName(scope.atKey(key))),
    others: below.some(
      ({ patterns, additional }) => patterns.some(([, node]) => leadsToName(node)) || leads(additional),
    ),
    items: below.some(({ prefix, items }) => prefix.some(leadsToName) || leads(items)),
    branches: scope.nodes.some((node) => branchesOf(node).some(([, branch]) => leadsToName(branch))),
  }
}

function saidOf(scope: Scope): DocumentReference | undefined {
  return documentReference(decide(scope, 'x-ref')?.value)
}

function branchesOf(node: SchemaNode) {
  return [...heldBy(node, 'anyOf'), ...heldBy(node, 'oneOf')]
}

function mayName(scope: Scope): boolean {
  return scope.nodes.some(leadsToName)
}

function leads(node: SchemaNode | undefined): boolean {
  return node !== undefined && leadsToName(node)
}

/** Whether a schema may say of a value, or of anything in it, that it names a document. */
const leadsToName = reaching(everyEdge, (node) => node.keyword('x-ref') !== undefined)

function* everyEdge(node: SchemaNode): Generator<SchemaNode> {
  yield* allEdges(node)
  const { names } = applicatorsOf(node)
  if (names !== undefined) yield names
}

/** Every sort of name that a schema knows, in any branch. */
export function namesKnownTo(root: SchemaNode): readonly DocumentReference[] {
  const said: DocumentReference[] = []
  const reached = new Set([root])
  for (const node of reached) {
    const one = documentReference(node.keyword('x-ref'))
    if (one !== undefined) said.push(one)
    for (const next of everyEdge(node)) if (leadsToName(next)) reached.add(next)
  }
  return said
}
