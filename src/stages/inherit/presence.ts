import type { Config } from '../../core/config.ts'
import type { Discovery, DocumentSources, LayerSource } from '../../core/discovery.ts'
import type { Environment } from '../../core/environment.ts'
import type { Report } from '../../core/finding.ts'
import { createRule, exists } from './exists.ts'
import { indexSources, stack, type SourceIndex } from './sources.ts'
import { checkWithout } from './without.ts'

export interface PresenceInput {
  readonly discovery: Pick<Discovery, 'documents' | 'shared'>
  /** By name, resolved. */
  readonly environments: ReadonlyMap<string, Environment>
  readonly config: Pick<Config, 'presence' | 'sound'>
}

/** Which documents exist in which environments, and of which layers they consist. */
export interface Presence {
  /**
   * The layers of a document in an environment, lowest precedence first; `undefined` where it does not exist there.
   * First come the layers below every environment, then those of the lineage, the environment's own last; within one,
   * entries in the order of the layout, and files by path.
   */
  readonly sourcesIn: (document: DocumentSources, environment: Environment) => readonly LayerSource[] | undefined
}

/**
 * Prepares the question which documents exist where, and reports what is wrong with `without`.
 *
 * `inherited`: a document exists where it has a layer of its own in the lineage or below every environment. Going up
 * from the lowest environment, `without` takes it away and a layer of its own brings it back, with all layers of the
 * lineage. `declared`: only a layer in the environment itself, or in an ancestor that not every environment has, makes
 * it exist. Layers of every document (`name: '*'`) never do.
 */
export function createPresence(input: PresenceInput, report: Report): Presence {
  const { discovery, environments, config } = input
  const own = new WeakMap<DocumentSources, SourceIndex>()
  const shared = new Map([...discovery.shared].map(([kind, sources]) => [kind, indexSources(sources)]))
  const rule = createRule(config.presence, environments)
  const indexOf = (document: DocumentSources): SourceIndex => {
    let index = own.get(document)
    if (index === undefined) own.set(document, (index = indexSources(document.sources)))
    return index
  }
  if (config.sound) checkWithout({ documents: discovery.documents, environments, rule, indexOf }, report)
  return {
    sourcesIn: (document, environment) => {
      const index = indexOf(document)
      if (!exists(document, index, environment.lineage, rule)) return undefined
      return stack(index, shared.get(document.id.kind), environment.lineage)
    },
  }
}
