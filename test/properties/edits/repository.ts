import { documentKey } from '../../../src/core/document.ts'
import type { DocumentSources } from '../../../src/core/discovery.ts'
import type { Linked } from '../../../src/core/effective.ts'
import type { Environment } from '../../../src/core/environment.ts'
import type { FileLayer } from '../../../src/core/layer.ts'
import { Collector } from '../../../src/core/collector.ts'
import type { SettledFinding } from '../../../src/core/finding.ts'
import type { Snapshot } from '../../../src/core/ports.ts'
import { valueAt, type Value } from '../../../src/core/value.ts'
import { evaluate, link } from '../../../src/pipeline.ts'
import { check } from '../../../src/queries/check.ts'
import { createReader } from '../../../src/reading.ts'
import type { Workspace } from '../../../src/workspace.ts'
import { openFiles } from '../../helpers/memory.ts'
import type { Files } from '../../helpers/repository.ts'
import type { Edit } from './edits.ts'
import { fileOf, nodesOf, type File, type Node } from './nodes.ts'

/** A file that is a layer of a document, with what is asked of it. */
export interface LayerFile extends File {
  readonly document: string
  readonly kind: string
  readonly nodes: readonly Node[]
  /** Whether it lies over another layer somewhere: its nulls remove. */
  readonly isOverlay: boolean
  /** What a node stands for: its text as it was read, the value that its reference leads to. */
  readonly meant: (node: Node) => Value
  /** What is found in the document after an edit and was not before, in the environments that have the layer. */
  readonly checkWith: (edit: Edit) => Promise<readonly SettledFinding[]>
  /** The document's values in those environments. */
  readonly values: readonly Value[]
  /** The same after an edit. */
  readonly valuesWith: (edit: Edit) => readonly Value[]
}

/** All layers of a repository. */
export async function layerFilesOf(files: Files): Promise<readonly LayerFile[]> {
  const { workspace, collector } = await openFiles(files)
  const { findings } = await check(workspace, { selection: {}, collector })
  const known = new Set(findings.map(told))
  return [...workspace.discovery.documents.values()].flatMap((document) => layerFilesIn(workspace, document, known))
}

const told = ({ rule, location, message }: SettledFinding): string => [rule, location.file, message].join(' ')

function layerFilesIn(workspace: Workspace, document: DocumentSources, known: ReadonlySet<string>): LayerFile[] {
  const concrete = [...workspace.environments.values()].filter(({ abstract }) => !abstract)
  const linked = linkedIn(workspace, document, concrete)
  const layers = new Map<string, FileLayer>()
  for (const { effective } of linked) {
    for (const layer of effective.layers) if (layer.from === 'file') layers.set(layer.tree.source.path, layer)
  }
  return Array.from(layers, ([path, layer]) => {
    const used = linked.filter(({ effective }) => effective.layers.some((one) => pathOf(one) === path))
    return layerFile({ workspace, document, layer, used, known })
  })
}

interface Used {
  readonly workspace: Workspace
  readonly document: DocumentSources
  readonly layer: FileLayer
  /** The document where it has the layer. */
  readonly used: readonly Linked[]
  readonly known: ReadonlySet<string>
}

function layerFile({ workspace, document, layer, used, known }: Used): LayerFile {
  const file = fileOf(layer.tree)
  const environments = used.map(({ effective }) => effective.environment)
  const selection = { documents: [documentKey(document.id)], environments: environments.map(({ name }) => name) }
  return {
    ...file,
    document: documentKey(document.id),
    kind: document.id.kind,
    nodes: nodesOf(layer.tree),
    isOverlay: used.some(({ effective }) => pathOf(effective.layers[0]) !== file.path),
    meant: (node) => referredTo(file.path, node, used) ?? valueAt(layer.value, node.tokens) ?? null,
    checkWith: async ({ text }) => {
      const edited = { ...withFile(workspace, file.path, text), collector: new Collector() }
      const { findings } = await check(edited, { selection, collector: edited.collector })
      return findings.filter((found) => !known.has(told(found)))
    },
    values: used.map(({ value }) => value),
    valuesWith: ({ text }) => linkedIn(withFile(workspace, file.path, text), document, environments).map(({ value }) => value),
  }
}

function pathOf(layer: Linked['effective']['layers'][number] | undefined): string | undefined {
  return layer?.from === 'file' ? layer.tree.source.path : undefined
}

/** What the reference in a node leads to, where the node is one. */
function referredTo(path: string, { value, at }: Node, used: readonly Linked[]): Value | undefined {
  if (typeof value !== 'string' || !/^\$\{cairn:[^}]*\}$/.test(value)) return undefined
  for (const linked of used) {
    for (const { place, tokens } of linked.references) {
      const isHere = place.in === 'span' && place.source.path === path && place.start >= at.start && place.end <= at.end
      if (isHere) return valueAt(linked.value, tokens)
    }
  }
  return undefined
}

function linkedIn(workspace: Workspace, document: DocumentSources, environments: readonly Environment[]): Linked[] {
  return evaluate(workspace, document, environments, () => {}).map((effective) => link(workspace, effective, () => {}))
}

/** The repository with another text of one file; what it says of other documents is kept. */
function withFile(workspace: Workspace, path: string, text: string): Workspace {
  const snapshot: Snapshot = { ...workspace.snapshot, read: (asked) => (asked === path ? { bytes: Buffer.from(text) } : workspace.snapshot.read(asked)) }
  const reader = createReader(snapshot)
  reader.configure(workspace.config)
  return { ...workspace, snapshot, reader }
}
