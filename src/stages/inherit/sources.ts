import type { LayerSource } from '../../core/discovery.ts'

/** Layers by the environment that they belong to, in order of precedence; null for those below every environment. */
export type SourceIndex = ReadonlyMap<string | null, readonly LayerSource[]>

export function indexSources(sources: readonly LayerSource[]): SourceIndex {
  const index = new Map<string | null, LayerSource[]>()
  const unsorted = new Set<LayerSource[]>()
  for (const source of sources) {
    const group = index.get(source.environment)
    if (group === undefined) {
      index.set(source.environment, [source])
      continue
    }
    if (byPrecedence(group.at(-1) as LayerSource, source) > 0) unsorted.add(group)
    group.push(source)
  }
  for (const group of unsorted) group.sort(byPrecedence)
  return index
}

/** Within an environment: later entries of the layout win, then later paths, then later documents of a stream. */
function byPrecedence(a: LayerSource, b: LayerSource): number {
  if (a.entry.index !== b.entry.index) return a.entry.index - b.entry.index
  if (a.path !== b.path) return a.path < b.path ? -1 : 1
  return (a.document ?? 0) - (b.document ?? 0)
}

/**
 * The layers of a lineage, lowest precedence first.
 *
 * @param shared layers of every document of the kind, if it has any
 * @param lineage highest precedence first
 */
export function stack(
  own: SourceIndex,
  shared: SourceIndex | undefined,
  lineage: readonly string[],
): readonly LayerSource[] {
  const layers: LayerSource[] = []
  add(layers, own.get(null), shared?.get(null))
  for (let i = lineage.length - 1; i >= 0; i--) {
    const environment = lineage[i] as string
    add(layers, own.get(environment), shared?.get(environment))
  }
  return layers
}

/** Adds the layers of one environment, keeping the order of the two lists. */
function add(layers: LayerSource[], own: readonly LayerSource[] = [], shared: readonly LayerSource[] = []): void {
  let i = 0
  for (const source of shared) {
    while (i < own.length && byPrecedence(own[i] as LayerSource, source) <= 0) layers.push(own[i++] as LayerSource)
    layers.push(source)
  }
  while (i < own.length) layers.push(own[i++] as LayerSource)
}
