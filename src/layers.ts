import type { LayerSource } from './core/discovery.ts'
import type { Report } from './core/finding.ts'
import type { FileLayer } from './core/layer.ts'
import { findNode, tagsAt, type Tree } from './core/tree.ts'
import { valueAt } from './core/value.ts'
import type { Reader } from './reading.ts'

/** The layers of a source. */
export type LayersOf = (source: LayerSource) => readonly FileLayer[]

/**
 * Reads the layers of one document: each file is read and parsed once, however many environments ask for it, and
 * dropped with the document. Files that discovery had to read are not read again.
 */
export function createLayers(reader: Reader, report: Report): LayersOf {
  const trees = new Map<string, readonly Tree[]>()
  const layers = new Map<LayerSource, readonly FileLayer[]>()
  const treesOf = (source: LayerSource): readonly Tree[] => {
    if (source.trees !== undefined) return source.trees
    const key = `${source.path}\u0000${source.entry.index}`
    let known = trees.get(key)
    if (known === undefined) trees.set(key, (known = reader.trees(source.path, source.entry, report)))
    return known
  }
  return (source) => {
    let known = layers.get(source)
    if (known === undefined) layers.set(source, (known = layersIn(source, treesOf(source))))
    return known
  }
}

/** A document of a stream each, all of them unless the source names one; none where `at` leads nowhere. */
function layersIn(source: LayerSource, trees: readonly Tree[]): readonly FileLayer[] {
  const layers: FileLayer[] = []
  for (const [i, tree] of trees.entries()) {
    if (source.document !== undefined && source.document !== i) continue
    const value = valueAt(tree.value, source.at)
    const node = findNode(tree, source.at)
    if (value === undefined || node < 0) continue
    const tags = tagsAt(tree.tags, source.at)
    const layer = { from: 'file', tree, node, value, environment: source.environment, encrypted: tree.encrypted === true } as const
    layers.push(tags === undefined ? layer : { ...layer, tags })
  }
  return layers
}
