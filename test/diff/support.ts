import { parseDocumentKey, type DocumentId } from '../../src/core/document.ts'
import type { Effective, Linked, Reference } from '../../src/core/effective.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { FileLayer, Layer, VariableLayer } from '../../src/core/layer.ts'
import { inFile } from '../../src/core/place.ts'
import { Source } from '../../src/core/source.ts'
import type { Strategy } from '../../src/core/strategy.ts'
import { findNode, type TagTree, type Tree } from '../../src/core/tree.ts'
import { isList, isMapping, valueAt, type Mapping, type Value } from '../../src/core/value.ts'
import { mergeLayers, recordMerge } from '../../src/stages/merge/merge.ts'
import { TreeBuilder } from '../../src/stages/parse/tree-builder.ts'

/** A file whose first line is empty and that has a line for every key or item, each below its parent's. */
export function treeOf(path: string, value: Value): Tree {
  const lines: string[] = []
  lay(lines, null, '', value)
  const source = new Source(path, `\n${lines.join('\n')}\n`)
  const builder = new TreeBuilder(source)
  let offset = 1
  const visit = (key: string | null, prefix: string, at: Value): number => {
    const start = offset + prefix.length
    const node = key === null ? builder.open(null, -1, -1) : builder.open(key, start, start + key.length)
    const valueStart = key === null ? start : start + key.length + 2
    let end = valueStart + leafText(at).length
    offset += lineOf(key, prefix, at).length + 1
    for (const [token, child] of childrenOf(at)) end = visit(isList(at) ? null : token, prefix + '  ', child)
    builder.close(node, valueStart, end)
    return end
  }
  visit(null, '', value)
  return builder.finish(value)
}

function lay(lines: string[], key: string | null, prefix: string, value: Value): void {
  lines.push(lineOf(key, prefix, value))
  for (const [token, child] of childrenOf(value)) lay(lines, isList(value) ? null : token, prefix + '  ', child)
}

const lineOf = (key: string | null, prefix: string, value: Value): string =>
  prefix + (key === null ? '' : `${key}: `) + leafText(value)

const leafText = (value: Value): string =>
  isMapping(value) ? '{' : isList(value) ? '[' : typeof value === 'object' && value !== null ? 'opaque' : JSON.stringify(value)

function childrenOf(value: Value): (readonly [string, Value])[] {
  if (isList(value)) return value.map((item, i) => [String(i), item] as const)
  return isMapping(value) ? Object.entries(value) : []
}

export interface LayerOptions {
  /** The layer is the subtree there. */
  readonly at?: readonly string[]
  readonly tags?: TagTree
}

/** A layer in a file of its own, `<environment>/<file>`; `null` is the layer below every environment. */
export function layer(
  environment: string | null,
  value: Value,
  file = 'db.yaml',
  { at = [], tags }: LayerOptions = {},
): FileLayer {
  const tree = treeOf(`${environment ?? 'all'}/${file}`, value)
  const said = valueAt(value, at)
  if (said === undefined) throw new Error('no such subtree')
  const made = { from: 'file', tree, node: findNode(tree, at), value: said, environment, encrypted: false } as const
  return tags === undefined ? made : { ...made, tags }
}

/** What run variables say: each key comes from the variable of its name in capitals. */
export function variables(value: Mapping): VariableLayer {
  const names = new Map(Object.keys(value).map((key) => [key, key.toUpperCase()]))
  return { from: 'variables', value, names, environment: null, encrypted: false }
}

export interface DocumentOptions {
  readonly environment?: string
  readonly document?: string
  readonly strategy?: Strategy
  /** Environments besides those of the layers. */
  readonly lineage?: readonly string[]
  /** What references make of the merged value. */
  readonly value?: Value
  readonly references?: readonly Reference[]
}

/** A linked document, merged by the real merge from layers, lowest precedence first. */
export function linked(layers: readonly Layer[], options: DocumentOptions = {}): Linked {
  const effective = effectiveOf(layers, options)
  return { effective, value: options.value ?? effective.value, references: options.references ?? [] }
}

function effectiveOf(layers: readonly Layer[], options: DocumentOptions): Effective {
  const { environment: name = 'production', document = 'services/db', strategy, lineage = [] } = options
  const own = layers.flatMap((one) => one.environment ?? [])
  const environment = environmentOf(name, [...new Set([name, ...own.toReversed(), ...lineage])])
  const value = mergeLayers(layers, strategy, { environment })
  const id = parseDocumentKey(document) as DocumentId
  return { document: id, environment, layers, value, originsAt: recordMerge(layers, strategy).originsAt }
}

function environmentOf(name: string, lineage: readonly string[]): Environment {
  const place = inFile('cairn.yaml')
  const both = { name, abstract: false, protected: false, labels: {}, variables: {} }
  return { ...both, lineage, definition: { ...both, inherits: [], without: [], place } }
}

/** A document of one layer that says a value. */
export const plain = (value: Value, options: DocumentOptions = {}): Linked =>
  linked([layer(options.environment ?? 'production', value)], options)
