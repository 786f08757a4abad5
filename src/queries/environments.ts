import type { Collector } from '../core/collector.ts'
import { documentKey } from '../core/document.ts'
import type { Environment } from '../core/environment.ts'
import { locate } from '../core/place.ts'
import type { EnvironmentsResult, EnvironmentSummary } from '../core/results.ts'
import type { Workspace } from '../workspace.ts'
import { selectEnvironments, type Selection } from './selection.ts'

/** Lists environments with what they inherit and which documents exist in them. Reads no layer beyond discovery's. */
export function environments(workspace: Workspace, selection: Selection, collector: Collector): EnvironmentsResult {
  return {
    snapshot: workspace.snapshot.label,
    environments: selectEnvironments(workspace, selection).map((environment) => summary(workspace, environment)),
    findings: collector.findings(),
  }
}

function summary(workspace: Workspace, environment: Environment): EnvironmentSummary {
  const { definition, name, abstract, lineage, labels, variables } = environment
  const documents = [...workspace.discovery.documents.values()]
    .filter((document) => workspace.presence.sourcesIn(document, environment) !== undefined)
    .map(({ id }) => documentKey(id))
  return {
    name,
    abstract,
    protected: environment.protected,
    inherits: definition.inherits.map((parent) => parent.name),
    lineage,
    labels,
    variables,
    location: locate(definition.place),
    documents,
  }
}
