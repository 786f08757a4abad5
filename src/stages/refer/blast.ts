import type { Change } from '../../core/change.ts'
import { compareText } from '../../core/collector.ts'
import type { Environment } from '../../core/environment.ts'
import type { BlastRadius, Reach, ReachedDocument } from '../../core/blast.ts'
import type { Edge } from './edge.ts'

export interface BlastInput {
  /** Effective changes, folded over environments. */
  readonly changes: readonly Change[]
  /** What documents say of one another in an environment: at the head, and at the base for what was removed there. */
  readonly edges: (environment: string) => Iterable<Edge>
  /** At base and head: one that is protected on either side is. */
  readonly environments: readonly ReadonlyMap<string, Environment>[]
}

/**
 * What a change reaches: the environments and documents that it changes, and the documents that depend on these,
 * directly and through others. Environments in which it reaches the same are told together, protected ones first.
 */
export function blastRadius({ changes, edges, environments }: BlastInput): BlastRadius {
  const changed = new Map<string, Set<string>>()
  for (const { document, environments: where } of changes) {
    for (const environment of where) {
      const known = changed.get(environment)
      if (known === undefined) changed.set(environment, new Set([document]))
      else known.add(document)
    }
  }
  const reaches = new Map<string, Reach & { readonly environments: string[] }>()
  for (const [environment, documents] of [...changed].sort(([a], [b]) => compareText(a, b))) {
    const isProtected = environments.some((side) => side.get(environment)?.protected === true)
    const sorted = [...documents].sort(compareText)
    const dependents = dependentsOfAll(edges(environment), documents)
    const key = JSON.stringify([isProtected, sorted, dependents])
    const known = reaches.get(key)
    if (known !== undefined) known.environments.push(environment)
    else reaches.set(key, { environments: [environment], protected: isProtected, documents: sorted, dependents })
  }
  return summed([...reaches.values()].sort(byWeight))
}

/**
 * The documents of one environment that depend on some, each once: those that speak of one of them first, then those
 * that speak of these, and so on; sorted within the same distance.
 */
function dependentsOfAll(edges: Iterable<Edge>, documents: ReadonlySet<string>): readonly ReachedDocument[] {
  const byTarget = new Map<string, string[]>()
  for (const { from, to } of edges) {
    const known = byTarget.get(to)
    if (known === undefined) byTarget.set(to, [from])
    else known.push(from)
  }
  const found: ReachedDocument[] = []
  const seen = new Set(documents)
  let front: Pick<ReachedDocument, 'document' | 'way'>[] = [...documents].sort(compareText).map((document) => ({ document, way: [] }))
  while (front.length > 0) {
    const next: ReachedDocument[] = []
    for (const { document: target, way } of front) {
      for (const source of byTarget.get(target) ?? []) {
        if (seen.has(source)) continue
        seen.add(source)
        next.push({ document: source, way: [target, ...way] })
      }
    }
    next.sort((a, b) => compareText(a.document, b.document))
    found.push(...next)
    front = next
  }
  return found
}

/** What is protected first, then what reaches most. */
function byWeight(a: Reach, b: Reach): number {
  const weight = ({ documents, dependents }: Reach): number => documents.length + dependents.length
  return (
    Number(b.protected) - Number(a.protected) ||
    weight(b) - weight(a) ||
    compareText(a.environments[0] ?? '', b.environments[0] ?? '')
  )
}

function summed(reaches: readonly Reach[]): BlastRadius {
  const environments = (some: readonly Reach[]): number => some.reduce((sum, one) => sum + one.environments.length, 0)
  return {
    reaches,
    environments: environments(reaches),
    protected: environments(reaches.filter((one) => one.protected)),
    documents: new Set(reaches.flatMap(({ documents }) => documents)).size,
    dependents: new Set(reaches.flatMap(({ dependents }) => dependents.map(({ document }) => document))).size,
  }
}
