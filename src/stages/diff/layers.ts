import type { FileLayer, Layer } from '../../core/layer.ts'
import { childrenOf, nodeAfter, ROOT, type Tree } from '../../core/tree.ts'
import { sameValue } from '../../core/value.ts'

/** A layer before and after an edit; one side is missing where a layer came or went. */
export interface LayerPair {
  readonly before?: FileLayer
  readonly after?: FileLayer
}

/**
 * Finds out which layer after is which layer before, and returns the pairs that do not say the same. A layer is the
 * same one by file, environment and place in the file; failing that by what it says (renamed), or because it is the
 * next one that its environment gained where it lost one. Run variables are no edit of a file and left out.
 */
export function editedLayers(before: readonly Layer[], after: readonly Layer[]): LayerPair[] {
  const pairs: LayerPair[] = []
  const left = before.filter((layer) => layer.from === 'file')
  const right = after.filter((layer) => layer.from === 'file')
  const inPlace = matchBy(placeOf, left, right, pairs)
  const moved = dropEqual(inPlace.before, inPlace.after)
  const renamed = matchBy(({ environment }) => environment ?? '', moved.before, moved.after, pairs)
  for (const layer of renamed.before) pairs.push({ before: layer })
  for (const layer of renamed.after) pairs.push({ after: layer })
  return pairs
}

interface Unmatched {
  readonly before: FileLayer[]
  readonly after: FileLayer[]
}

/** Pairs layers of one key, equal ones first, then in order. What differs goes to `pairs`; returns those left over. */
function matchBy(
  keyOf: (layer: FileLayer) => string,
  before: readonly FileLayer[],
  after: readonly FileLayer[],
  pairs: LayerPair[],
): Unmatched {
  const rest: Unmatched = { before: [], after: [] }
  const theirs = groupBy(after, keyOf)
  for (const [key, mine] of groupBy(before, keyOf)) {
    const differing = dropEqual(mine, theirs.get(key) ?? [])
    theirs.delete(key)
    const both = Math.min(differing.before.length, differing.after.length)
    for (let i = 0; i < both; i++) {
      pairs.push({ before: differing.before[i] as FileLayer, after: differing.after[i] as FileLayer })
    }
    rest.before.push(...differing.before.slice(both))
    rest.after.push(...differing.after.slice(both))
  }
  for (const layers of theirs.values()) rest.after.push(...layers)
  return rest
}

function groupBy(layers: readonly FileLayer[], keyOf: (layer: FileLayer) => string): Map<string, FileLayer[]> {
  const groups = new Map<string, FileLayer[]>()
  for (const layer of layers) {
    const key = keyOf(layer)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [layer])
    else group.push(layer)
  }
  return groups
}

function dropEqual(before: readonly FileLayer[], after: readonly FileLayer[]): Unmatched {
  const right = [...after]
  const left = before.filter((layer) => {
    const at = right.findIndex((other) => sameValue(layer.value, other.value))
    if (at >= 0) right.splice(at, 1)
    return at < 0
  })
  return { before: left, after: right }
}

/** The layer of `layers` that stands where `layer` stood: file, environment and place in the file. */
export function counterpart(layer: Layer, layers: readonly Layer[]): Layer | undefined {
  if (layer.from !== 'file') return layers.find((other) => other.from === layer.from)
  const place = placeOf(layer)
  return layers.find((other) => other.from === 'file' && placeOf(other) === place)
}

function placeOf({ tree, node, environment }: FileLayer): string {
  return [tree.source.path, environment ?? '', ...pathTo(tree, node)].join('\u0000')
}

/** Keys and indexes that lead to a node, as the text nests them. */
function pathTo(tree: Tree, node: number): string[] {
  const path: string[] = []
  let at = ROOT
  while (at !== node) {
    const children = [...childrenOf(tree, at)]
    const index = children.findIndex((child) => node < nodeAfter(tree, child))
    const child = children[index]
    if (child === undefined) return path
    path.push(tree.keys[child] ?? String(index))
    at = child
  }
  return path
}
