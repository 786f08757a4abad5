import { createLayers, type LayersOf } from './layers.ts'
import type { DocumentSources } from './core/discovery.ts'
import type { Effective } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import type { Reader } from './reading.ts'
import type { LinkWorld } from './stages/link/link.ts'

/** Most targets that are kept at once: what many documents refer to stays, memory does not follow the repository. */
const KEPT = 128

/** The documents that references lead to: read and merged on demand, and kept while they are asked for. */
export type Targets = (document: DocumentSources, environment: Environment) => Effective | undefined

interface Kept {
  readonly layersOf: LayersOf
  readonly byEnvironment: Map<string, Effective | undefined>
}

/**
 * @param evaluate merges one document in one environment without reporting: its findings belong to its own turn
 */
export function createTargets(
  reader: Reader,
  evaluate: (document: DocumentSources, environment: Environment, layersOf: LayersOf) => Effective | undefined,
): Targets {
  const kept = new Map<DocumentSources, Kept>()
  const fresh = (): Kept => ({ layersOf: createLayers(reader.keptTrees), byEnvironment: new Map() })
  return (document, environment) => {
    const target = kept.get(document) ?? fresh()
    // The map's order is the order of use: the first is the one that was not asked for longest.
    kept.delete(document)
    kept.set(document, target)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? document)
    const { byEnvironment, layersOf } = target
    if (!byEnvironment.has(environment.name)) {
      byEnvironment.set(environment.name, evaluate(document, environment, layersOf))
    }
    return byEnvironment.get(environment.name)
  }
}

/**
 * What references can lead to, by environment. One world serves a whole run, since what it resolved once it remembers.
 *
 * @param documents every document of the repository, by `kind/name`
 */
export function createWorlds(
  documents: ReadonlyMap<string, DocumentSources>,
  targets: Targets,
): (environment: Environment) => LinkWorld {
  const worlds = new Map<string, LinkWorld>()
  return (environment) => {
    let world = worlds.get(environment.name)
    if (world === undefined) {
      const lookup = (key: string) => {
        const target = documents.get(key)
        try {
          return target && targets(target, environment)
        } catch (error) {
          // A parser has to be loaded first: what was being resolved is begun again, in a world without memories of it.
          worlds.delete(environment.name)
          throw error
        }
      }
      worlds.set(environment.name, (world = { environment, documents: documents.keys(), lookup }))
    }
    return world
  }
}
