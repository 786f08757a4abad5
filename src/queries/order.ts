import type { Collector } from '../core/collector.ts'
import { reportConcerns } from '../concerns.ts'
import type { Environment } from '../core/environment.ts'
import type { OrderResult } from '../core/results.ts'
import { findCycles } from '../stages/refer/cycles.ts'
import { startOrder } from '../stages/refer/order.ts'
import { namesKnownTo } from '../stages/refer/plans.ts'
import type { Workspace } from '../workspace.ts'
import { edgesIn } from './edges.ts'
import { environmentNamed } from './selection.ts'

/**
 * The order in which the documents of an environment start: those of the kinds that wait for others, or that others
 * wait for, as schemas say (`x-ref` with `acyclic`). Every document of the environment is read.
 */
export async function order(workspace: Workspace, environment: string, collector: Collector): Promise<OrderResult> {
  const where = environmentNamed(workspace, environment)
  const edges = await edgesIn(workspace, where, collector)
  await reportConcerns(workspace, findCycles(edges, where.name), collector)
  return {
    snapshot: workspace.snapshot.label,
    environment: where.name,
    ...startOrder(edges, documentsThatWait(workspace, where)),
    findings: collector.findings(),
  }
}

function documentsThatWait({ discovery, presence, schemas }: Workspace, environment: Environment): string[] {
  const kinds = new Set<string>()
  for (const kind of schemas.kinds) {
    const root = schemas.of(kind)?.root
    const waitsFor = root === undefined ? [] : namesKnownTo(root).filter(({ acyclic }) => acyclic)
    if (waitsFor.length > 0) kinds.add(kind)
    for (const reference of waitsFor) for (const one of reference.kinds) kinds.add(one)
  }
  const documents: string[] = []
  for (const [key, document] of discovery.documents) {
    if (kinds.has(document.id.kind) && presence.sourcesIn(document, environment) !== undefined) documents.push(key)
  }
  return documents
}
