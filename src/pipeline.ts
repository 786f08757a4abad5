/**
 * The main path: bytes → trees → layers → effective documents → linked documents. Everything that Cairn does starts
 * with `openWorkspace`, goes through `evaluate` one document at a time, and ends with `link`; `src/queries/` has what
 * is asked of them (check, render, explain, diff, compare).
 */
import { openAccess } from './access.ts'
import type { Collector } from './core/collector.ts'
import type { DocumentSources } from './core/discovery.ts'
import type { Effective, Linked } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import type { Report } from './core/finding.ts'
import type { Engines, Snapshot } from './core/ports.ts'
import { evaluateIn } from './evaluation.ts'
import { createLayers } from './layers.ts'
import { createReader } from './reading.ts'
import { openSchemas } from './schemas.ts'
import { readConfig } from './stages/discover/config.ts'
import { discover } from './stages/discover/discover.ts'
import { inherit } from './stages/inherit/inherit.ts'
import { createPresence } from './stages/inherit/presence.ts'
import { linkDocument, mayHoldReferences } from './stages/link/link.ts'
import { variableLayer } from './stages/parse/variables.ts'
import { createTargets, createWorlds } from './targets.ts'
import type { Variables, Workspace } from './workspace.ts'

export interface Opening {
  readonly snapshot: Snapshot
  /** Process variables that `cairn.yaml` may map into documents. */
  readonly variables: Variables
  readonly engines: Engines
}

/**
 * Finds out what a repository configures and reads its schemas; what is wrong with them goes to the collector. Merges
 * nothing.
 */
export async function openWorkspace({ snapshot, variables, engines }: Opening, all: Collector): Promise<Workspace> {
  const { report } = all
  const reader = createReader(snapshot)
  const config = await reader.whole(all, () => readConfig(reader.config(report), report))
  reader.configure(config)
  const discovery = await reader.whole(all, () =>
    discover({ entries: snapshot.entries, config, parse: (path, how) => reader.trees(path, how, report) }, report),
  )
  for (const sources of discovery.shared.values()) reader.share(sources)
  const environments = inherit(discovery.environments, report)
  const presence = createPresence({ discovery, environments, config }, report)
  all.close()
  const kinds = new Set(Array.from(discovery.documents.values(), ({ id }) => id.kind))
  const schemas = await openSchemas({ snapshot, config, reader, engines, kinds, layers: discovery.files }, all)
  const opened = { snapshot, config, discovery, environments, presence, reader, schemas, variables, engines }
  const targets = createTargets(reader, (document, environment, layersOf) => {
    const top = variableLayer(document.id, config.variables, variables, () => undefined)
    reader.announce(document.sources)
    return evaluateIn({ presence, schemas, layersOf, top }, document, environment)
  })
  const access = await openAccess(opened, all)
  all.close()
  return { ...opened, ...(access && { access }), world: createWorlds(discovery.documents, targets) }
}

/**
 * Merges one document in each of the given environments in which it exists. A file is read and parsed once, however
 * many environments use it; findings repeat per environment and are folded by the collector.
 */
export function evaluate(
  workspace: Workspace,
  document: DocumentSources,
  environments: Iterable<Environment>,
  report: Report,
): Effective[] {
  workspace.reader.announce(document.sources)
  const layersOf = createLayers((path, how) => workspace.reader.trees(path, how, report))
  const top = variableLayer(document.id, workspace.config.variables, workspace.variables, report)
  const { presence, schemas } = workspace
  const effectives: Effective[] = []
  for (const environment of environments) {
    const effective = evaluateIn({ presence, schemas, layersOf, top, report }, document, environment)
    if (effective !== undefined) effectives.push(effective)
  }
  return effectives
}

/** Resolves the references of an effective document. Targets are evaluated on demand, without their own findings. */
export function link(workspace: Workspace, effective: Effective, report: Report): Linked {
  const byDefault = effective.filledBy !== undefined && workspace.schemas.of(effective.document.kind)?.mayRefer === true
  if (!byDefault && !mayHoldReferences(effective.layers)) return { effective, value: effective.value, references: [] }
  return linkDocument(effective, workspace.world(effective.environment), report)
}
