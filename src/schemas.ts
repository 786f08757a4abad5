import { compareText, type Collector } from './core/collector.ts'
import type { Config, KindConfig } from './core/config.ts'
import { finding, type Report } from './core/finding.ts'
import { formatOf } from './core/format.ts'
import { name, say, type Message } from './core/message.ts'
import { didYouMean } from './core/nearest.ts'
import { inFile } from './core/place.ts'
import type { Engines, Snapshot } from './core/ports.ts'
import { filesBehind } from './core/schema/files.ts'
import { createSchemas, unionsOf, type RegExpPort, type SchemaDocument, type SchemaNode, type SchemaSet } from './core/schema/schemas.ts'
import { allEdges, reaching } from './core/schema/reach.ts'
import { Source } from './core/source.ts'
import type { Strategy } from './core/strategy.ts'
import { isMapping } from './core/value.ts'
import type { Reader } from './reading.ts'
import { compileGlob, isIgnored } from './stages/discover/ignore.ts'
import { mayRefer } from './stages/link/link.ts'
import { plantHole } from './stages/parse/draft.ts'
import { parseFile } from './stages/parse/parse.ts'
import { checkSchemas } from './stages/schema/check.ts'
import { checkNamedKinds } from './stages/schema/named-kinds.ts'
import { strategyOf } from './stages/schema/strategy.ts'
import { createSchemaCheck } from './stages/validate/validate.ts'

/** The schema of a kind, and what the pipeline asks of it for every document. */
export interface KindSchema {
  readonly root: SchemaNode
  readonly strategy: Strategy | undefined
  /** Whether documents can be validated against it; what makes it unusable has been reported. */
  readonly usable: boolean
  /** Whether a default may hold a reference. */
  readonly mayRefer: boolean
  /** Whether what layers below say decides what a text means: a tag in them may choose a branch. */
  readonly hasUnions: boolean
}

/** The schemas of a repository. */
export interface Schemas {
  readonly set: SchemaSet
  readonly of: (kind: string) => KindSchema | undefined
  /** The kinds that have a schema, sorted. */
  readonly kinds: readonly string[]
  /** The paths of the files that the schema of a kind consists of, sorted; `cairn:<name>` for built-in ones. */
  readonly filesOf: (kind: string) => readonly string[]
  /** Kinds that schemas let documents be named of (`x-ref`) and that there are not; that has been reported. */
  readonly unknownKinds: ReadonlySet<string>
}

export interface SchemasInput {
  readonly snapshot: Snapshot
  readonly config: Config
  readonly reader: Reader
  readonly engines: Engines
  /** The kinds that there are documents of. */
  readonly kinds: Iterable<string>
  /** Files that hold layers: they are no schemas, wherever they are. */
  readonly layers: readonly string[]
}

/** Where schemas are looked for that `cairn.yaml` does not name: `schemas/<kind>.yaml`. */
export const SCHEMA_FOLDER = 'schemas/'
const BUILT_IN = 'cairn:'

/** Whether a schema comes with Cairn, rather than from the repository. */
export const isBuiltIn = (path: string): boolean => path.startsWith(BUILT_IN)

/**
 * Reads and checks the schemas of a repository: all files of `schemas/` that are YAML or JSON, those that `cairn.yaml`
 * names, and the built-in ones where something refers to them.
 */
export async function openSchemas(input: SchemasInput, all: Collector): Promise<Schemas> {
  const { snapshot, reader, engines, config } = input
  const { report } = all
  const paths = schemaPaths(input)
  if (paths.length === 0 && ![...config.kinds.values()].some(({ schema }) => schema !== undefined)) return NONE
  snapshot.prefetch(paths)
  const schemas = await reader.whole(all, () => {
    const documents = paths.map((path) => documentOf(path, reader, report))
    return readSchemas(input, [...documents, ...builtIn(documents, config, engines)], report)
  })
  all.close()
  return schemas
}

function readSchemas(input: SchemasInput, documents: readonly SchemaDocument[], report: Report): Schemas {
  const set = createSchemas(documents, input.engines.regexp)
  const roots = rootsOf(input, set, report)
  const tooComplex = checkSchemas(set, report, roots.values())
  const unknownKinds = checkKinds(input, set, report)
  const usable = createSchemaCheck(report)
  const referring = new Set(documents.filter(({ tree }) => mayRefer(tree.source.text)).map(({ path }) => path))
  const schemas = new Map<string, KindSchema>()
  for (const [kind, root] of roots) {
    const refers = referring.size > 0 && filesBehind(root).some((path) => referring.has(path))
    const reached = { strategy: strategyOf(root), hasUnions: hasUnions(root), mayRefer: refers }
    const isSound = usable(root) && !filesBehind(root).some((path) => tooComplex.has(path))
    schemas.set(kind, { root, usable: isSound, ...reached })
  }
  return {
    set,
    of: (kind) => schemas.get(kind),
    kinds: [...schemas.keys()].sort(compareText),
    filesOf: (kind) => filesBehind(schemas.get(kind)?.root),
    unknownKinds,
  }
}

/** Those that come with Cairn name kinds that not every repository has. */
function checkKinds({ config, kinds }: SchemasInput, set: SchemaSet, report: Report): ReadonlySet<string> {
  const configured = [...config.kinds.keys(), ...config.layout.flatMap(({ kind }) => kind ?? [])]
  const known = new Set([...configured, ...kinds, ...kindsByFile(set)])
  const unknown = new Set<string>()
  for (const { path } of set.documents) {
    const root = isBuiltIn(path) ? undefined : set.root(path)
    if (root !== undefined) for (const kind of checkNamedKinds(root, known, report)) unknown.add(kind)
  }
  return unknown
}

const NONE: Schemas = {
  set: createSchemas([], { test: () => undefined }),
  of: () => undefined,
  kinds: [],
  filesOf: () => [],
  unknownKinds: new Set(),
}

const hasUnions = reaching(allEdges, (node) => unionsOf(node).length > 0)

/** The files that are schemas, sorted. */
export function schemaPaths({ snapshot, config, layers }: Pick<SchemasInput, 'snapshot' | 'config' | 'layers'>): string[] {
  const named = new Set([...config.kinds.values()].map(({ schema }) => schema))
  const ignore = config.ignore.flatMap((glob) => compileGlob(glob, () => {}))
  const taken = new Set(layers)
  const paths: string[] = []
  for (const { path, type } of snapshot.entries) {
    const isSchema = named.has(path) || (path.startsWith(SCHEMA_FOLDER) && isReadable(path) && !isIgnored(ignore, path))
    if (isSchema && type !== 'submodule' && !taken.has(path)) paths.push(path)
  }
  return paths
}

function isReadable(path: string): boolean {
  const format = formatOf(path)
  return format === 'yaml' || format === 'json'
}

function documentOf(path: string, reader: Reader, report: Report): SchemaDocument {
  let damaged = false
  const [tree] = reader.trees(path, { stream: false }, (found) => {
    if (found.severity === 'error') damaged = true
    report(found)
  })
  if (tree === undefined) throw new Error(`${path} was read as no document`)
  return { path, tree, damaged }
}

/** The built-in schemas, where a schema or `cairn.yaml` may refer to one. */
function builtIn(documents: readonly SchemaDocument[], { kinds }: Config, engines: Engines): SchemaDocument[] {
  const asked = [...kinds.values()].some(({ schema }) => schema !== undefined && isBuiltIn(schema))
  if (!asked && !documents.some(({ tree }) => tree.source.text.includes(BUILT_IN))) return []
  return Array.from(engines.builtInSchemas(), ([named, bytes]) => {
    const path = BUILT_IN + named
    const [tree] = parseFile(path, bytes, { stream: false, tags: new Map() }, () => {})
    if (tree === undefined) throw new Error(`${path} holds nothing`)
    return { path, tree }
  })
}

/** The schema of each kind: what `cairn.yaml` names, else the file of that name in `schemas/`. */
function rootsOf({ config, kinds, engines }: SchemasInput, set: SchemaSet, report: Report): Map<string, SchemaNode> {
  const roots = new Map<string, SchemaNode>()
  for (const kind of new Set([...config.kinds.keys(), ...kinds, ...kindsByFile(set)])) {
    const named = config.kinds.get(kind)
    const isNamed = named?.schema !== undefined
    const root = isNamed ? namedRoot(named, set, engines.regexp, report) : rootByName(kind, set, report)
    if (root !== undefined) roots.set(kind, root)
  }
  return roots
}

const ENDINGS = ['.yaml', '.yml', '.json']

/** A file directly in `schemas/` is the schema of a kind, whether or not there are documents of it yet. */
function* kindsByFile({ documents }: SchemaSet): Generator<string> {
  for (const { path } of documents) {
    const file = path.startsWith(SCHEMA_FOLDER) ? path.slice(SCHEMA_FOLDER.length) : '/'
    const ending = ENDINGS.find((one) => file.endsWith(one))
    if (ending !== undefined && !file.includes('/')) yield file.slice(0, -ending.length)
  }
}

function rootByName(kind: string, set: SchemaSet, report: Report): SchemaNode | undefined {
  const paths = ENDINGS.map((ending) => `${SCHEMA_FOLDER}${kind}${ending}`).filter((path) => set.root(path) !== undefined)
  const [first, ...others] = paths
  for (const path of others) {
    const message = say`this is not used as the schema of ${name(kind)}, since there is ${name(first ?? '')}: remove one, or name one in cairn.yaml`
    report(finding('schema/ambiguous', inFile(path), message))
  }
  return first === undefined ? undefined : set.root(first)
}

const DEFINITIONS = ['$defs', 'definitions']
const SAYS_NOTHING: ReadonlySet<string> = new Set([...DEFINITIONS, '$schema', '$id', '$comment', 'title', 'description'])

/** Whether a schema is a shelf that others take from, as `cairn:common` is. */
function holdsDefinitionsOnly({ schema }: SchemaNode): boolean {
  if (!isMapping(schema)) return false
  const keys = Object.keys(schema)
  return keys.some((key) => DEFINITIONS.includes(key)) && keys.every((key) => SAYS_NOTHING.has(key))
}

function noSchema(schema: string, { documents }: SchemaSet): Message {
  const what = isBuiltIn(schema) ? say`there is no built-in schema ${name(schema)}` : say`there is no file ${name(schema)}`
  return say`${what}${didYouMean(schema, documents.map(({ path }) => path))}`
}

function namedRoot(kind: KindConfig, set: SchemaSet, engine: RegExpPort, report: Report): SchemaNode | undefined {
  const { schema = '', schemaPlace = kind.place } = kind
  const root = set.root(schema)
  if (root !== undefined && !holdsDefinitionsOnly(root)) return root
  const problem = root === undefined
    ? noSchema(schema, set)
    : say`${name(schema)} only holds definitions for other schemas, and says nothing of a document`
  report(finding('config/bad-value', schemaPlace, problem))
  // Of a schema that should be there nobody knows what it would hide.
  return createSchemas([{ path: schema, tree: plantHole(new Source(schema, '')), damaged: true }], engine).root(schema)
}
