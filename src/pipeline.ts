/**
 * The main path: bytes → trees → layers → effective documents → linked documents. Everything that Cairn does starts
 * with `openWorkspace`, goes through `evaluate` one document at a time, and ends with `link`; `src/queries/` has what
 * is asked of them (check, render, explain, diff, compare).
 */
import { openAccess } from './access.ts'
import { hasSameSchemas, noting, opensAlike } from './alike.ts'
import { Collector } from './core/collector.ts'
import type { Config } from './core/config.ts'
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
import { createLayout } from './stages/discover/layout.ts'
import { inherit } from './stages/inherit/inherit.ts'
import { createPresence } from './stages/inherit/presence.ts'
import { linkDocument, mayHoldReferences, SIGNS } from './stages/link/link.ts'
import { variableLayer } from './stages/parse/variables.ts'
import { createTargets, createWorlds } from './targets.ts'
import type { Variables, Workspace } from './workspace.ts'

export interface Opening {
  readonly snapshot: Snapshot
  /** Process variables that `cairn.yaml` may map into documents. */
  readonly variables: Variables
  readonly engines: Engines
  /** Another state of the repository. Where this one has the same structure that is not worked out again. */
  readonly like?: Workspace | undefined
  /** Whether another state will be compared with this one: references are then looked for from now on. */
  readonly isBase?: boolean
}

/**
 * Finds out what a repository configures and reads its schemas; what is wrong with them goes to the collector. Merges
 * nothing.
 *
 * @param all has found nothing yet
 */
export async function openWorkspace(opening: Opening, all: Collector): Promise<Workspace> {
  const { snapshot, engines, like } = opening
  if (like === undefined || like.engines !== engines || !opensAlike(like, snapshot)) return openAnew(opening, all)
  const reader = createReader(snapshot)
  reader.configure(like.config)
  for (const sources of like.discovery.shared.values()) reader.share(sources)
  all.adopt(like.basis.findings)
  return withWorld({ ...like, snapshot, reader, variables: opening.variables })
}

async function openAnew(
  { snapshot, variables, engines, like, isBase = false }: Opening,
  all: Collector,
): Promise<Workspace> {
  const { report } = all
  const noted = noting(snapshot)
  const reader = createReader(noted.snapshot)
  const config = await reader.whole(all, () => readConfig(reader.config(report), report))
  const referring = isBase ? searchReferences(snapshot, config) : undefined
  reader.configure(config)
  const discovery = await reader.whole(all, () =>
    discover({ entries: snapshot.entries, config, parse: (path, how) => reader.trees(path, how, report) }, report),
  )
  for (const sources of discovery.shared.values()) reader.share(sources)
  const environments = inherit(discovery.environments, report)
  const presence = createPresence({ discovery, environments, config }, report)
  all.close()
  const kinds = new Set(Array.from(discovery.documents.values(), ({ id }) => id.kind))
  const ofSchemas = new Collector()
  const asked = { snapshot: noted.snapshot, config, kinds, layers: discovery.files }
  const isKnown = like?.engines === engines && hasSameSchemas(like, asked)
  if (isKnown) ofSchemas.adopt(like.basis.ofSchemas)
  const schemas = isKnown ? like.schemas : await openSchemas({ ...asked, reader, engines }, ofSchemas)
  all.absorb(ofSchemas)
  const opened = { snapshot, config, discovery, environments, presence, reader, schemas, variables, engines }
  const access = await openAccess(opened, all)
  all.close()
  const basis = { files: noted.files(), findings: all.fork(), ofSchemas, kinds }
  return withWorld({ ...opened, basis, ...(access && { access }), ...(referring && { referring }) })
}

/** What a run asks of the rest of the repository belongs to its snapshot alone. */
function withWorld(opened: Omit<Workspace, 'world'>): Workspace {
  const { config, discovery, presence, reader, schemas, variables } = opened
  const targets = createTargets(reader, (document, environment, layersOf) => {
    const top = variableLayer(document.id, config.variables, variables, () => undefined)
    reader.announce(document.sources)
    return evaluateIn({ presence, schemas, layersOf, top }, document, environment)
  })
  return { ...opened, world: createWorlds(discovery.documents, targets) }
}

/** Up to so many files are read sooner than they are searched. */
const SEARCHED_FROM = 200

function searchReferences({ entries, search }: Snapshot, config: Config): Workspace['referring'] {
  return entries.length < SEARCHED_FROM ? undefined : search?.(SIGNS, createLayout(config).roots)
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
