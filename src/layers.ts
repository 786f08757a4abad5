import type { LayoutEntry } from './core/config.ts'
import type { LayerSource } from './core/discovery.ts'
import type { FileLayer } from './core/layer.ts'
import type { Tokens } from './core/pointer.ts'
import { findNode, tagsAt, type Tree } from './core/tree.ts'
import { valueAt } from './core/value.ts'
import type { HowToRead } from './reading.ts'

/** The layers of a source. */
export type LayersOf = (source: LayerSource) => readonly FileLayer[]

/**
 * Reads the layers of one document: each file is read and parsed once, however many environments ask for it, and
 * dropped with the document. Files that discovery had to read are not read again.
 */
export function createLayers(parse: (path: string, how: HowToRead) => readonly Tree[]): LayersOf {
  const layers = new Map<LayerSource, readonly FileLayer[]>()
  return (source) => {
    let known = layers.get(source)
    if (known === undefined) {
      layers.set(source, (known = layersIn(source, source.trees ?? parse(source.path, source.entry))))
    }
    return known
  }
}

/** A document of a stream each, all of them unless the source names one; none where `at` leads nowhere. */
function layersIn(source: LayerSource, trees: readonly Tree[]): readonly FileLayer[] {
  const layers: FileLayer[] = []
  const namedAt = namedAtIn(source.entry)
  for (const [i, tree] of trees.entries()) {
    if (source.document !== undefined && source.document !== i) continue
    const value = valueAt(tree.value, source.at)
    const node = findNode(tree, source.at)
    if (value === undefined || node < 0) continue
    const tags = tagsAt(tree.tags, source.at)
    const layer = { from: 'file', tree, node, value, environment: source.environment, encrypted: tree.encrypted === true } as const
    if (tags === undefined && namedAt === undefined) layers.push(layer)
    else layers.push({ ...layer, ...(tags && { tags }), ...(namedAt && { namedAt }) })
  }
  return layers
}

/** Where an entry reads names from the content of its layers; `undefined` where it does not. */
function namedAtIn({ name, environment }: LayoutEntry): readonly Tokens[] | undefined {
  let namedAt: Tokens[] | undefined
  if (name !== undefined && 'at' in name) namedAt = [name.at]
  if (environment !== undefined && 'at' in environment) (namedAt ??= []).push(environment.at)
  return namedAt
}
