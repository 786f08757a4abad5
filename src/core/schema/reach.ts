import { applicatorsOf, possibleApplicatorsOf, type Applicators } from './applicators.ts'
import type { SchemaNode } from './node.ts'

/** The schemas that one schema leads to. */
export type Edges = (node: SchemaNode) => Iterable<SchemaNode>

/**
 * Answers whether any schema that can be reached from one, itself included, has a property. Linear in the schemas that
 * are reached, all in all: what is found out about one is kept.
 */
export function reaching(edges: Edges, has: (node: SchemaNode) => boolean): (node: SchemaNode) => boolean {
  const known = new WeakMap<SchemaNode, boolean>()
  return (node) => {
    if (!known.has(node)) explore(node, { edges, has, known })
    return known.get(node) === true
  }
}

interface Exploration {
  readonly edges: Edges
  readonly has: (node: SchemaNode) => boolean
  readonly known: WeakMap<SchemaNode, boolean>
}

function explore(start: SchemaNode, { edges, has, known }: Exploration): void {
  const reached = new Set([start])
  const leadingTo = new Map<SchemaNode, SchemaNode[]>()
  const having: SchemaNode[] = []
  for (const node of reached) {
    const answer = known.get(node) ?? has(node)
    if (answer) having.push(node)
    if (answer || known.has(node)) continue
    for (const next of edges(node)) {
      reached.add(next)
      const before = leadingTo.get(next)
      if (before === undefined) leadingTo.set(next, [node])
      else before.push(node)
    }
  }
  const marked = new Set(having)
  for (const node of marked) for (const before of leadingTo.get(node) ?? []) marked.add(before)
  for (const node of reached) if (marked.has(node) || !known.has(node)) known.set(node, marked.has(node))
}

/** Where `x-merge` counts: wherever it is certain, from the schema alone, that a schema applies. */
export function* mergeEdges(node: SchemaNode): Generator<SchemaNode> {
  yield* certainOf(applicatorsOf(node))
}

function* certainOf({ always, properties, patterns, additional, items }: Applicators): Generator<SchemaNode> {
  yield* always
  yield* properties.values()
  for (const [, schema] of patterns) yield schema
  if (additional !== undefined) yield additional
  if (items !== undefined) yield items
}

/** Everything that a value or a part of it may have to fit, in any branch. */
export function* allEdges(node: SchemaNode): Generator<SchemaNode> {
  yield* allOf(applicatorsOf(node))
}

/** The same by whatever reading of the schema: see `possibleApplicatorsOf`. */
export function* possibleEdges(node: SchemaNode): Generator<SchemaNode> {
  yield* allOf(possibleApplicatorsOf(node))
}

function* allOf(applicators: Applicators): Generator<SchemaNode> {
  const { maybe, prefix, maybeItems, maybeEntries } = applicators
  yield* certainOf(applicators)
  yield* maybe
  yield* prefix
  yield* maybeItems
  yield* maybeEntries
}
