import type { Discovery } from '../../../core/discovery.ts'
import type { Trial } from './trial.ts'

/**
 * How many effective documents a discovery gives: for each document the environments, but abstract ones, in which it
 * has a layer of its own or of an ancestor's. Layers below every environment count under `presence: inherited` only,
 * and so do those of ancestors that every environment has.
 */
export function effectiveIn({ discovery, config }: Pick<Trial, 'discovery' | 'config'>): number {
  const declared = config.presence === 'declared'
  const lineages = discovery.environments.map(({ name }) => lineageOf(name, discovery))
  const common = new Set(lineages[0]?.filter((name) => lineages.every((lineage) => lineage.includes(name))))
  let count = 0
  for (const { sources } of discovery.documents.values()) {
    const named = new Set(sources.map(({ environment }) => environment))
    for (const [i, { name, abstract }] of discovery.environments.entries()) {
      const ancestors = (lineages[i] ?? []).filter((other) => other === name || !declared || !common.has(other))
      if (!abstract && ((!declared && named.has(null)) || ancestors.some((other) => named.has(other)))) count++
    }
  }
  return count
}

/** An environment and all that it inherits from. */
function lineageOf(name: string, { environments }: Discovery): readonly string[] {
  const found = new Set([name])
  for (const at of found) {
    const definition = environments.find((environment) => environment.name === at)
    for (const parent of definition?.inherits ?? []) found.add(parent.name)
  }
  return [...found]
}
