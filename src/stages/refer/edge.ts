import type { Linked } from '../../core/effective.ts'
import type { Tokens } from '../../core/pointer.ts'

/** One document speaks of another in the same environment. Plain and small: edges outlive the documents. */
export interface Edge {
  /** `kind/name` of the document that speaks, and of the one that it speaks of. */
  readonly from: string
  readonly to: string
  /** Where it does so. */
  readonly tokens: Tokens
  readonly part: 'key' | 'value'
  /** By an `x-ref`, or by `${cairn:…}`. */
  readonly as: 'name' | 'reference'
  /** Whether the schema allows no circle of such names: what is named comes first. */
  readonly acyclic: boolean
}

/** The edges that the references of a document make, each target of a value once; none to the document itself. */
export function referenceEdges(from: string, linked: Linked, exists: (document: string) => boolean): readonly Edge[] {
  const edges: Edge[] = []
  for (const { tokens, target } of linked.references) {
    if (target.of !== 'document' || target.document === from || !exists(target.document)) continue
    const to = target.document
    // A text may speak of one document several times.
    if (edges.some((edge) => edge.to === to && edge.tokens === tokens)) continue
    edges.push({ from, to, tokens, part: 'value', as: 'reference', acyclic: false })
  }
  return edges
}
