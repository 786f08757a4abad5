/**
 * The main path: bytes → trees → layers → effective documents → linked documents. Everything that Cairn does starts
 * with `openWorkspace`, goes through `evaluate` one document at a time, and ends with `link`; `src/queries/` has what
 * is asked of them (check, render, explain, diff, compare).
 */
import type { Collector } from './core/collector.ts'
import type { DocumentSources } from './core/discovery.ts'
import type { Effective, Linked } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import type { Report } from './core/finding.ts'
import type { Layer } from './core/layer.ts'
import type { Snapshot } from './core/ports.ts'
import { createLayers, type LayersOf } from './layers.ts'
import { createReader } from './reading.ts'
import { readConfig } from './stages/discover/config.ts'
import { discover } from './stages/discover/discover.ts'
import { inherit } from './stages/inherit/inherit.ts'
import { createPresence, type Presence } from './stages/inherit/presence.ts'
import { linkDocument, mayHoldReferences } from './stages/link/link.ts'
import { mergeLayers, recordMerge } from './stages/merge/merge.ts'
import { variableLayer } from './stages/parse/variables.ts'
import { createTargets, createWorlds } from './targets.ts'
import type { Variables, Workspace } from './workspace.ts'

/** Finds out what a repository configures; what is wrong with its structure goes to the collector. Merges nothing. */
export async function openWorkspace(snapshot: Snapshot, variables: Variables, all: Collector): Promise<Workspace> {
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
  const opened = { snapshot, config, discovery, environments, presence, reader, variables }
  const targets = createTargets(reader, (document, environment, layersOf) => {
    const top = variableLayer(document.id, config.variables, variables, () => undefined)
    reader.announce(document.sources)
    return mergeIn(presence, document, environment, { layersOf, top })
  })
  return { ...opened, world: createWorlds(discovery.documents, targets) }
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
  const effectives: Effective[] = []
  for (const environment of environments) {
    const effective = mergeIn(workspace.presence, document, environment, { layersOf, top, report })
    if (effective !== undefined) effectives.push(effective)
  }
  return effectives
}

interface MergeInput {
  readonly layersOf: LayersOf
  /** The run variables, over everything else. */
  readonly top: Layer | undefined
  readonly report?: Report
}

/** One document in one environment; `undefined` where it does not exist there. */
function mergeIn(
  { sourcesIn }: Presence,
  document: DocumentSources,
  environment: Environment,
  { layersOf, top, report }: MergeInput,
): Effective | undefined {
  const sources = sourcesIn(document, environment)
  if (sources === undefined) return undefined
  const layers: Layer[] = []
  for (const source of sources) layers.push(...layersOf(source))
  if (top !== undefined) layers.push(top)
  const merged = mergeLayers(layers, undefined, report === undefined ? { environment } : { report, environment })
  const { originsAt } = recordMerge(layers, undefined)
  // Where all layers are empty files the document exists and says nothing.
  return { document: document.id, environment, layers, value: merged ?? {}, originsAt }
}

/** Resolves the references of an effective document. Targets are evaluated on demand, without their own findings. */
export function link(workspace: Workspace, effective: Effective, report: Report): Linked {
  if (!mayHoldReferences(effective.layers)) return { effective, value: effective.value, references: [] }
  return linkDocument(effective, workspace.world(effective.environment), report)
}
