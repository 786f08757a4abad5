import { documentKey, parseDocumentKey } from '../../src/core/document.ts'
import type { Effective, Linked } from '../../src/core/effective.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { Finding } from '../../src/core/finding.ts'
import type { Layer } from '../../src/core/layer.ts'
import { inFile } from '../../src/core/place.ts'
import type { Mapping, Value } from '../../src/core/value.ts'
import { linkDocument, type LinkWorld } from '../../src/stages/link/link.ts'
import { mergeLayers, recordMerge } from '../../src/stages/merge/merge.ts'
import { layer, treeOf } from '../merge/layers.ts'

/** What layers say of each document: YAML of one file (`kind/name.yaml`), of several by path, or layers. */
export type Documents = Readonly<Record<string, string | Readonly<Record<string, string>> | readonly Layer[]>>

export interface WorldOptions {
  readonly documents: Documents
  readonly labels?: Mapping
  readonly variables?: Mapping
  /** Documents that exist in other environments only. */
  readonly elsewhere?: readonly string[]
}

export interface TestWorld extends LinkWorld {
  readonly effectives: ReadonlyMap<string, Effective>
  /** How often each document was asked for. */
  readonly asked: Map<string, number>
}

export function worldOf({ documents, labels = {}, variables = {}, elsewhere = [] }: WorldOptions): TestWorld {
  const environment: Environment = {
    name: 'production-eu',
    abstract: false,
    protected: false,
    lineage: ['production-eu'],
    labels,
    variables,
    definition: {
      name: 'production-eu',
      inherits: [],
      abstract: false,
      protected: false,
      labels,
      variables,
      without: [],
      place: inFile('environment.yaml'),
      definedIn: { tree: treeOf('environment.yaml', ''), node: 0 },
    },
  }
  const effectives = new Map<string, Effective>()
  for (const [key, said] of Object.entries(documents)) {
    effectives.set(key, effectiveOf(key, layersOf(key, said), environment))
  }
  const asked = new Map<string, number>()
  const lookup = (key: string) => {
    asked.set(key, (asked.get(key) ?? 0) + 1)
    return effectives.get(key)
  }
  return { environment, documents: [...effectives.keys(), ...elsewhere].values(), lookup, effectives, asked }
}

function layersOf(key: string, said: Documents[string]): readonly Layer[] {
  if (typeof said === 'string') return [layer(`${key}.yaml`, said)]
  if (Array.isArray(said)) return said as Layer[]
  return Object.entries(said).map(([path, text]) => layer(path, text as string))
}

function effectiveOf(key: string, layers: readonly Layer[], environment: Environment): Effective {
  const document = parseDocumentKey(key)
  if (document === undefined) throw new Error(`${key} is no document`)
  const value = mergeLayers(layers, undefined, { environment })
  return { document, environment, layers, value, originsAt: recordMerge(layers, undefined).originsAt }
}

/** A document with a plain value and no text, for properties and large graphs. */
export function effectiveWith(key: string, value: Value, environment: Environment): Effective {
  return effectiveOf(key, [layer(`${key}.yaml`, '', { value })], environment)
}

export interface LinkedDocument {
  readonly linked: Linked
  readonly found: readonly Finding[]
}

export function link(world: TestWorld, key: string): LinkedDocument {
  const effective = world.effectives.get(key)
  if (effective === undefined) throw new Error(`there is no ${key}`)
  const found: Finding[] = []
  const linked = linkDocument(effective, world, (finding) => found.push(finding))
  if (documentKey(linked.effective.document) !== key) throw new Error('another document came back')
  return { linked, found }
}
