import type { DocumentSources } from './core/discovery.ts'
import type { DocumentId } from './core/document.ts'
import type { Effective } from './core/effective.ts'
import type { Environment } from './core/environment.ts'
import { finding, type Report } from './core/finding.ts'
import { formatOf } from './core/format.ts'
import { placeIn, type Layer } from './core/layer.ts'
import { say } from './core/message.ts'
import { pointer, type Tokens } from './core/pointer.ts'
import { MAX_NODES } from './core/ports.ts'
import { placeOfSchema, type SchemaNode } from './core/schema/schemas.ts'
import type { Value } from './core/value.ts'
import type { LayersOf } from './layers.ts'
import type { KindSchema, Schemas } from './schemas.ts'
import type { Presence } from './stages/inherit/presence.ts'
import { mergeLayers, recordMerge } from './stages/merge/merge.ts'
import { fillDefaults } from './stages/schema/defaults.ts'
import { typeStrings } from './stages/schema/typing.ts'

/** What a document is made of, in whatever environment. */
export interface Makings {
  readonly presence: Presence
  readonly schemas: Schemas
  readonly layersOf: LayersOf
  /** The run variables, over everything else. */
  readonly top: Layer | undefined
  /** Absent: nobody wants findings. */
  readonly report?: Report
}

/** One document in one environment, its references unresolved; `undefined` where it does not exist there. */
export function evaluateIn(
  { presence, schemas, layersOf, top, report }: Makings,
  document: DocumentSources,
  environment: Environment,
): Effective | undefined {
  const sources = presence.sourcesIn(document, environment)
  if (sources === undefined) return undefined
  const layers: Layer[] = []
  for (const source of sources) layers.push(...layersOf(source))
  if (top !== undefined) layers.push(top)
  const schema = schemas.of(document.id.kind)
  return evaluateLayers({ document: document.id, environment, layers, schema, ...(report && { report }) })
}

export interface EvaluationInput {
  readonly document: DocumentId
  readonly environment: Environment
  /** As they were read, lowest precedence first. */
  readonly layers: readonly Layer[]
  readonly schema: KindSchema | undefined
  /** Absent: nobody wants findings. */
  readonly report?: Report
}

/** Makes an effective document of its layers: texts typed by the schema, layers merged, defaults filled in. */
export function evaluateLayers(input: EvaluationInput): Effective {
  const { document, environment, schema, report } = input
  const layers = schema === undefined ? input.layers : typeLayers(input, schema)
  // Where all layers are empty files the document exists and says nothing.
  const run = report === undefined ? { environment } : { report, environment }
  const merged = mergeLayers(layers, schema?.strategy, run) ?? {}
  const { originsAt } = recordMerge(layers, schema?.strategy)
  const effective = { document, environment, layers, originsAt }
  const value = schema === undefined ? merged : fillDefaults(merged, schema.root, undefined, tooMany(input))
  if (schema === undefined || value === merged) return { ...effective, value: merged }
  return { ...effective, value, filledBy: replayDefaults(merged, schema.root) }
}

function tooMany({ report }: EvaluationInput): (node: SchemaNode) => void {
  return (node) => {
    const message = say`the defaults would let a document grow by more than ${MAX_NODES} values: the rest is not filled in`
    report?.(finding('schema/too-complex', placeOfSchema(node, 'default'), message))
  }
}

/** Fills once more, on the first question, and notes who filled in what. */
function replayDefaults(merged: Value, root: SchemaNode): (tokens: Tokens) => SchemaNode | undefined {
  let filled: Map<string, SchemaNode> | undefined
  return (tokens) => {
    if (filled === undefined) {
      const noted = (filled = new Map<string, SchemaNode>())
      fillDefaults(merged, root, (at, node) => noted.set(pointer(at), node))
    }
    for (let depth = tokens.length; depth > 0; depth--) {
      const node = filled.get(pointer(tokens.slice(0, depth)))
      if (node !== undefined) return node
    }
    return undefined
  }
}

const typedOnce = new WeakMap<KindSchema, WeakMap<Layer, Layer>>()

/** Layers of formats that have texts only are given the types that the schema asks for. */
function typeLayers(input: EvaluationInput, schema: KindSchema): readonly Layer[] {
  let layers: Layer[] | undefined
  for (const [i, layer] of input.layers.entries()) {
    if (!hasTextsOnly(layer)) continue
    layers ??= [...input.layers]
    const lower = layers.slice(0, i)
    layers[i] = schema.hasUnions ? typedAbove(lower, layer, input, schema) : typedAlone(layer, input, schema)
  }
  return layers ?? input.layers
}

function hasTextsOnly(layer: Layer): boolean {
  if (layer.from === 'variables') return true
  const format = formatOf(layer.tree.source.path)
  return format === 'ini' || format === 'env'
}

/** What layers below say makes no difference: the same in all environments. */
function typedAlone(layer: Layer, { report = ignore }: EvaluationInput, schema: KindSchema): Layer {
  let known = typedOnce.get(schema)
  if (known === undefined) typedOnce.set(schema, (known = new WeakMap()))
  let typed = known.get(layer)
  if (typed === undefined) {
    const value = typeStrings(layer.value, schema.root, { placeAt: placesOf(layer), report })
    known.set(layer, (typed = withValue(layer, value)))
  }
  return typed
}

function typedAbove(lower: readonly Layer[], layer: Layer, input: EvaluationInput, schema: KindSchema): Layer {
  const { environment, report = ignore } = input
  const below = mergeLayers(lower, schema.strategy, { environment })
  const context = { placeAt: placesOf(layer), below, environment: environment.name, report }
  return withValue(layer, typeStrings(layer.value, schema.root, context))
}

const ignore: Report = () => {}
const placesOf = (layer: Layer) => (tokens: Tokens) => placeIn(layer, tokens, 'value')
const withValue = (layer: Layer, value: Value): Layer => (value === layer.value ? layer : { ...layer, value })
