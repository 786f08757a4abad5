import { inVariable, type Place } from './place.ts'
import type { Tokens } from './pointer.ts'
import { findNode, keyPlace, nodeAfter, valuePlace, type TagTree, type Tree } from './tree.ts'
import type { Value } from './value.ts'

/** What one place says of one document: a file, a subtree of one, one document of a stream, or run variables. */
export type Layer = FileLayer | VariableLayer

export interface FileLayer {
  readonly from: 'file'
  readonly tree: Tree
  /** Index of the layer's root node in the tree: 0, or where the layout entry's `at` leads. */
  readonly node: number
  readonly value: Value
  readonly tags?: TagTree
  /** The environment it belongs to; null for a layer below every environment. */
  readonly environment: string | null
  /** Whether the file is a SOPS file: its sealed leaves are ciphertext. */
  readonly encrypted: boolean
  /** Where below its root the layout reads the document's name or its environments: what must differ between layers. */
  readonly namedAt?: readonly Tokens[]
}

export interface VariableLayer {
  readonly from: 'variables'
  readonly value: Value
  /** The variable that supplies the value at a pointer. */
  readonly names: ReadonlyMap<string, string>
  /** Where `cairn.yaml` maps a variable, by its name. */
  readonly mappedAt?: ReadonlyMap<string, Place>
  readonly environment: null
  readonly encrypted: false
}

/**
 * Where a layer says what it says at `tokens` (relative to the layer's root). A pointer that the layer lacks gives the
 * nearest parent that it has.
 *
 * @param part `key` for findings about the key itself (of a run variable: where `cairn.yaml` maps it), `value` for
 * those about what it holds.
 */
export function placeIn(layer: Layer, tokens: Tokens, part: 'key' | 'value'): Place {
  if (layer.from === 'variables') {
    const variable = variableAt(layer, tokens)
    return (part === 'key' ? layer.mappedAt?.get(variable) : undefined) ?? inVariable(variable)
  }
  for (let depth = tokens.length; depth > 0; depth--) {
    const node = findNode(layer.tree, tokens.slice(0, depth), layer.node)
    if (node >= 0) {
      const inside = depth < tokens.length && !isWhole(layer.tree, node)
      return part === 'key' || inside ? keyPlace(layer.tree, node) : valuePlace(layer.tree, node)
    }
  }
  return part === 'key' ? keyPlace(layer.tree, layer.node) : valuePlace(layer.tree, layer.node)
}

/** Whether nothing in a node has a place of its own: a text, of which `x-split` may have made a list. */
function isWhole(tree: Tree, node: number): boolean {
  return nodeAfter(tree, node) === node + 1
}

function variableAt(layer: VariableLayer, tokens: Tokens): string {
  for (let depth = tokens.length; depth >= 0; depth--) {
    const found = layer.names.get(tokens.slice(0, depth).join('\u0000'))
    if (found !== undefined) return found
  }
  return [...layer.names.values()][0] ?? ''
}
