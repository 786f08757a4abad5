import { createValidator } from '../../src/adapters/ajv/validator.ts'
import type { Effective, Linked, ReferenceTarget } from '../../src/core/effective.ts'
import { NotLoaded } from '../../src/core/lazy.ts'
import type { Environment } from '../../src/core/environment.ts'
import type { Finding } from '../../src/core/finding.ts'
import { evaluateLayers } from '../../src/evaluation.ts'
import { placeIn, type FileLayer, type Layer } from '../../src/core/layer.ts'
import { inFile, locate, showLocation, type Place } from '../../src/core/place.ts'
import type { Tokens } from '../../src/core/pointer.ts'
import { createSchemas, type SchemaNode, type SchemaSet } from '../../src/core/schema/schemas.ts'
import { ROOT } from '../../src/core/tree.ts'
import { linkDocument } from '../../src/stages/link/link.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { strategyOf } from '../../src/stages/schema/strategy.ts'
import type { Undecided } from '../../src/core/validation.ts'
import { createSchemaCheck, validateDocument } from '../../src/stages/validate/validate.ts'
import { regexp } from './schemas.ts'

export const SCHEMA = 'schema.yaml'

/** A document in one environment: its layers by path, lowest first, and its schema. */
export interface Input {
  /** `schema.yaml`, or several files of which that is the root. */
  readonly schema: string | Readonly<Record<string, string>>
  readonly layers: Readonly<Record<string, string>> | readonly Layer[]
  /** Other documents that references may lead to, one file each: `services/db` in `services/db.yaml`. */
  readonly others?: Readonly<Record<string, string>>
  readonly targetIsSecret?: () => boolean
}

export interface Output {
  readonly findings: readonly Finding[]
  readonly undecided: readonly Undecided[]
  /** Whether the schema could be used. */
  readonly usable: boolean
}

const validator = createValidator()

try {
  layerOf('any.toml', 'a = 1')
} catch (error) {
  if (error instanceof NotLoaded) await error.load()
}

/** What the pipeline does with one document: parse, merge, fill, link, validate. */
export function validated({ schema, layers, others = {}, targetIsSecret }: Input): Output {
  const findings: Finding[] = []
  const report = (found: Finding): void => void findings.push(found)
  const set = schemasOf(typeof schema === 'string' ? { [SCHEMA]: schema } : schema)
  const root = set.root(SCHEMA)
  if (root === undefined) throw new Error('there is no schema')
  if (!createSchemaCheck(report)(root)) return { findings, undecided: [], usable: false }
  const effective = effectiveOf('services/a', isLayers(layers) ? layers : layersOf(layers), root)
  const linked = linkedOf(effective, others)
  const undecided = validateDocument(linked, root, {
    validator,
    report,
    provenance: {
      targetPlace: (target, below) => placeOfTarget(target, below, others),
      ...(targetIsSecret && { targetIsSecret }),
    },
  })
  return { findings, undecided, usable: true }
}

const isLayers = (layers: Input['layers']): layers is readonly Layer[] => Array.isArray(layers)

export function schemasOf(files: Readonly<Record<string, string>>): SchemaSet {
  return createSchemas(Object.entries(files).map(([path, text]) => ({ path, tree: layerOf(path, text).tree })), regexp)
}

export function layersOf(files: Readonly<Record<string, string>>): FileLayer[] {
  return Object.entries(files).map(([path, text]) => layerOf(path, text))
}

function layerOf(path: string, text: string): FileLayer {
  const [tree] = parseFile(path, Buffer.from(text), { stream: false, tags: new Map() }, ({ message, place }) => {
    throw new Error(`${showLocation(locate(place))} ${message}`)
  })
  if (tree === undefined) throw new Error(`${path} holds nothing`)
  const encrypted = tree.encrypted === true
  const layer = { from: 'file', tree, node: ROOT, value: tree.value, environment: null, encrypted } as const
  return tree.tags === undefined ? layer : { ...layer, tags: tree.tags }
}

const environment: Environment = {
  name: 'production',
  abstract: false,
  protected: false,
  lineage: ['production'],
  labels: { region: 'eu' },
  variables: {},
  definition: {
    name: 'production', inherits: [], abstract: false, protected: false, labels: {}, variables: {}, without: [], place: inFile('environment.yaml'),
  },
}

function effectiveOf(key: string, layers: readonly Layer[], root?: SchemaNode): Effective {
  const [kind = '', name = ''] = key.split('/')
  const schema = root && { root, strategy: strategyOf(root), usable: true, mayRefer: false, hasUnions: true }
  return evaluateLayers({ document: { kind, name }, environment, layers, schema })
}

function otherDocument(key: string, others: Readonly<Record<string, string>>): Effective | undefined {
  const text = others[key]
  return text === undefined ? undefined : effectiveOf(key, layersOf({ [`${key}.yaml`]: text }))
}

function linkedOf(effective: Effective, others: Readonly<Record<string, string>>): Linked {
  const world = { environment, documents: Object.keys(others), lookup: (key: string) => otherDocument(key, others) }
  return linkDocument(effective, world, ({ message }) => {
    throw new Error(message)
  })
}

function placeOfTarget(target: ReferenceTarget, below: Tokens, others: Readonly<Record<string, string>>): Place | undefined {
  if (target.of !== 'document') return undefined
  const winner = otherDocument(target.document, others)?.originsAt([...target.tokens, ...below]).winner
  return winner && placeIn(winner.layer, winner.tokens, 'value')
}
