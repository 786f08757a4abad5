import { createLayers, type LayersOf } from './layers.ts'
import type { DocumentSources } from './core/discovery.ts'
import type { Effective } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import type { Reader } from './reading.ts'

/** Most targets that are kept at once: what many documents refer to stays, memory does not follow the repository. */
const KEPT = 512

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
  const fresh = (): Kept => ({ layersOf: createLayers(reader, () => undefined), byEnvironment: new Map() })
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
