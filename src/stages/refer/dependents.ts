import { compareText } from '../../core/collector.ts'
import type { Edge } from './edge.ts'

/** A document that speaks of another one, or of one that does so. */
export interface Dependent {
  /** `kind/name`. */
  readonly document: string
  /** What leads from it to the document asked about, that one last: of several ways a shortest. */
  readonly way: readonly string[]
  /** Where it speaks of the first document of the way. */
  readonly edges: readonly Edge[]
}

/**
 * The documents of one environment that depend on one, by names and references alike: those that speak of it first,
 * then those that speak of these, and so on; each once, sorted within the same distance.
 *
 * @param document `kind/name`
 */
export function dependentsOf(edges: Iterable<Edge>, document: string): readonly Dependent[] {
  const byTarget = groupBy(edges, ({ to }) => to)
  const found: Dependent[] = []
  const seen = new Set([document])
  let front: readonly Pick<Dependent, 'document' | 'way'>[] = [{ document, way: [] }]
  while (front.length > 0) {
    const next: Dependent[] = []
    for (const { document: target, way } of front) {
      for (const [source, through] of groupBy(byTarget.get(target) ?? [], ({ from }) => from)) {
        if (seen.has(source)) continue
        seen.add(source)
        next.push({ document: source, way: [target, ...way], edges: through })
      }
    }
    next.sort((a, b) => compareText(a.document, b.document))
    found.push(...next)
    front = next
  }
  return found
}

function groupBy(edges: Iterable<Edge>, keyOf: (edge: Edge) => string): ReadonlyMap<string, readonly Edge[]> {
  const groups = new Map<string, Edge[]>()
  for (const edge of edges) {
    const key = keyOf(edge)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [edge])
    else group.push(edge)
  }
  return groups
}
