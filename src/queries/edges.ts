import type { Collector } from '../core/collector.ts'
import type { Environment } from '../core/environment.ts'
import { createNaming } from '../naming.ts'
import { evaluate, link } from '../pipeline.ts'
import type { Edge } from '../stages/refer/edge.ts'
import type { Workspace } from '../workspace.ts'
import { selectDocuments } from './selection.ts'

/**
 * What the documents of one environment say of one another, by names and by references. Every document there is read,
 * one at a time; what is found goes to the collector.
 */
export async function edgesIn(
  workspace: Workspace,
  environment: Environment,
  collector: Collector,
): Promise<readonly Edge[]> {
  const naming = createNaming(workspace)
  const edges: Edge[] = []
  for (const document of selectDocuments(workspace, {})) {
    const own = await workspace.reader.whole(collector, () => {
      const [effective] = evaluate(workspace, document, [environment], collector.report)
      if (effective === undefined) return []
      const linked = link(workspace, effective, collector.report)
      return [...naming.names(linked, collector.report), ...naming.references(linked)]
    })
    edges.push(...own)
    collector.close()
  }
  return edges
}
