import { isDeepStrictEqual } from 'node:util'
import { compareText } from '../core/collector.ts'
import type { DocumentSources, LayerSource } from '../core/discovery.ts'
import { documentKey, parseDocumentKey } from '../core/document.ts'
import type { SnapshotEntry } from '../core/ports.ts'
import { isBuiltIn } from '../schemas.ts'
import type { Workspace } from '../workspace.ts'
import { documentsNamedIn } from '../stages/link/named-in.ts'
import { documentNamed, type Selection } from './selection.ts'

/**
 * The documents (`kind/name`, sorted) that may differ between two snapshots: all of them where the structure changed,
 * else those with a file that changed, and those that refer to one of them, directly or through others.
 *
 * @param files answers what files say on both sides, where somebody knows without reading them
 */
export async function affectedDocuments(
  base: Workspace,
  head: Workspace,
  selection: Selection,
  files: FileComparison = comparisonOf(base, head),
): Promise<string[]> {
  const keys = new Set([...base.discovery.documents.keys(), ...head.discovery.documents.keys()])
  const named = selection.documents ?? []
  for (const key of named) if (!keys.has(key)) documentNamed(head, key)
  const wanted = named.length > 0 ? [...new Set(named)] : [...keys].sort(compareText)
  if (!sameStructure(base, head)) return wanted
  const ofSchema = remembered(new Map(), (kind) => !sameSchema(kind, { base, head, files }))
  const sides = { base, head, files }
  const differing = [...keys].filter((key) => ofSchema(kindOfKey(key)) || differs(key, sides))
  if (differing.length === 0) return []
  const affected = withReferring(differing, await referencesIn(sides))
  return wanted.filter((key) => affected.has(key))
}

/** What a file refers to. */
export type Targets = ReturnType<typeof documentsNamedIn>

/** What documents refer to, by file; of those whose own files are the same on both sides. */
type References = ReadonlyMap<string, readonly Targets[]>

/** Adds the documents that refer to others, until nothing is added. */
function withReferring(differing: readonly string[], references: References): ReadonlySet<string> {
  const affected = new Set(differing)
  const referring = new Map<string, string[]>()
  for (const [key, targets] of references) {
    for (const target of targets) {
      if (target === 'any') affected.add(key)
      else for (const one of target) pushTo(referring, one, key)
    }
  }
  // A set goes on to what is added to it on the way.
  for (const key of affected) for (const one of referring.get(key) ?? []) affected.add(one)
  return affected
}

function pushTo(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

/** A default of a schema may refer to others as a layer may. */
async function referencesIn({ base, head, files }: BothSides): Promise<References> {
  const documents = [...head.discovery.documents.values()]
  const mayRefer = await mayReferIn(base, head)
  const paths = documents.flatMap((document) => sourcesOf(head, document).map(({ path }) => path))
  head.snapshot.prefetch(paths.filter(mayRefer))
  const ofSchema = remembered(new Map<string, readonly Targets[]>(), (kind) => {
    if (head.schemas.of(kind)?.mayRefer !== true) return []
    return head.schemas.filesOf(kind).filter((path) => !isBuiltIn(path)).map(files.names)
  })
  const references = new Map<string, readonly Targets[]>()
  for (const document of documents) {
    const targets = [...ofSchema(document.id.kind)]
    for (const { path } of sourcesOf(head, document)) if (mayRefer(path)) targets.push(files.names(path))
    if (targets.length > 0) references.set(documentKey(document.id), targets)
  }
  return references
}

/** Whether a file that is the same on both sides may hold references. Without a search every file may. */
async function mayReferIn(base: Workspace, head: Workspace): Promise<(path: string) => boolean> {
  const found = await base.referring?.()
  if (found === undefined) return () => true
  const links = new Set([base, head].flatMap(({ snapshot }) => [...linksOf(snapshot.entries)]))
  return (path) => found.has(path) || links.has(path)
}

interface BothSides {
  readonly base: Workspace
  readonly head: Workspace
  readonly files: FileComparison
}

const kindOfKey = (key: string): string => parseDocumentKey(key)?.kind ?? ''

/** Whether a kind has the same schema on both sides. */
export function hasSameSchema(kind: string, base: Workspace, head: Workspace): boolean {
  return sameSchema(kind, { base, head, files: comparisonOf(base, head) })
}

/** Whether a kind has the same schema on both sides: types of texts, strategies and defaults come from it. */
function sameSchema(kind: string, { base, head, files }: BothSides): boolean {
  const [before, after] = [base.schemas, head.schemas].map((schemas) => schemas.filesOf(kind))
  if (!isDeepStrictEqual(before, after)) return false
  if (base.schemas.of(kind)?.root.document.path !== head.schemas.of(kind)?.root.document.path) return false
  return before?.every((path) => isBuiltIn(path) || files.same(path)) === true
}

/** Whether what is said of a document itself differs. */
function differs(key: string, { base, head, files }: BothSides): boolean {
  const before = base.discovery.documents.get(key)
  const after = head.discovery.documents.get(key)
  if (before === undefined || after === undefined || takesVariables(head, after)) return true
  const sources = sourcesOf(base, before)
  return !sameSources(sources, sourcesOf(head, after)) || sources.some(({ path }) => !files.same(path))
}

/** Whether run variables speak of a document: what they say may itself refer to others. */
function takesVariables({ config }: Workspace, { id }: DocumentSources): boolean {
  return config.variables.some(({ kind, name }) => kind === id.kind && name === id.name)
}

/** Whether environments, their order and what reads files are the same on both sides. */
function sameStructure(base: Workspace, head: Workspace): boolean {
  const shape = ({ config, environments }: Workspace) => [
    config.presence,
    [...config.tags],
    config.variables.map(({ variable, kind, name, tokens }) => [variable, kind, name, tokens]),
    config.layout.map(({ place: _, ...entry }) => entry),
    [...environments.values()].map(({ definition, ...environment }) => [
      environment,
      definition.without.map(({ document }) => document),
    ]),
  ]
  return isDeepStrictEqual(shape(base), shape(head))
}

function sourcesOf({ discovery }: Workspace, document: DocumentSources): readonly LayerSource[] {
  const shared = discovery.shared.get(document.id.kind)
  return shared === undefined ? document.sources : [...document.sources, ...shared]
}

function sameSources(before: readonly LayerSource[], after: readonly LayerSource[]): boolean {
  return before.length === after.length && before.every((one, i) => sameSource(one, after[i] as LayerSource))
}

function sameSource(one: LayerSource, other: LayerSource): boolean {
  if (one.path !== other.path || one.environment !== other.environment || one.document !== other.document) return false
  if (one.entry.index !== other.entry.index || one.at.length !== other.at.length) return false
  return one.at.every((token, i) => token === other.at[i])
}

/** Answers about one file on both sides. */
export interface FileComparison {
  /** Whether it has the same content: by object ids where both are known, by one id and bytes, or by bytes. */
  readonly same: (path: string) => boolean
  /** The documents that a file of the head may refer to. */
  readonly names: (path: string) => Targets
}

const comparisons = new WeakMap<Workspace, { readonly head: Workspace; readonly files: FileComparison }>()

/** The comparison of two workspaces, which remembers its answers: several questions are asked of the same files. */
export function comparisonOf(base: Workspace, head: Workspace): FileComparison {
  const known = comparisons.get(base)
  if (known?.head === head) return known.files
  const files = compareFiles(base, head)
  comparisons.set(base, { head, files })
  return files
}

function compareFiles(base: Workspace, head: Workspace): FileComparison {
  const open = inDoubt(base.snapshot.entries, head.snapshot.entries)
  for (const { snapshot } of [base, head]) snapshot.prefetch(linksOf(snapshot.entries))
  const isContent = (oid: string, { snapshot, reader }: Workspace, path: string): boolean | undefined => {
    const bytes = snapshot.isBlob === undefined ? undefined : reader.bytes(path)
    return bytes === undefined ? undefined : snapshot.isBlob?.(oid, bytes)
  }
  const look = (path: string): boolean => {
    const { before: old, after: now } = open.get(path) ?? {}
    if (old !== undefined && now !== undefined) return old === now
    const [oid, other] = old === undefined ? [now, base] : [old, head]
    const told = oid === undefined ? undefined : isContent(oid, other, path)
    if (told !== undefined) return told
    const bytes = base.reader.bytes(path)
    if (bytes === undefined) return head.reader.bytes(path) === undefined
    // The buffer of a read is valid until the next read only, and both sides may share a reader.
    const copy = Buffer.from(bytes)
    const current = head.reader.bytes(path)
    return current !== undefined && copy.equals(current)
  }
  const answers = remembered(new Map<string, boolean>(), look)
  return {
    same: (path) => !open.has(path) || answers(path),
    names: remembered(new Map(), (path) => namesIn(head.reader.bytes(path) ?? Buffer.alloc(0))),
  }
}

/** Object ids of contents, where they are known. */
interface Contents {
  readonly before?: string | undefined
  readonly after?: string | undefined
}

/** The paths that not both sides have with the same object id. A link's own id says nothing of what it leads to. */
function inDoubt(base: readonly SnapshotEntry[], head: readonly SnapshotEntry[]): ReadonlyMap<string, Contents> {
  const doubtful = new Map<string, Contents>()
  for (let i = 0, j = 0; i < base.length || j < head.length; ) {
    const [one, other] = [base[i], head[j]]
    const order = one === undefined ? 1 : other === undefined ? -1 : compareText(one.path, other.path)
    if (order <= 0) i++
    if (order >= 0) j++
    const [before, after] = [order <= 0 ? one : undefined, order >= 0 ? other : undefined]
    if (before?.oid !== undefined && before.oid === after?.oid) continue
    doubtful.set(before?.path ?? after?.path ?? '', { before: before?.oid, after: after?.oid })
  }
  return doubtful
}

function remembered<Answer>(known: Map<string, Answer>, look: (path: string) => Answer): (path: string) => Answer {
  return (path) => {
    let answer = known.get(path)
    if (answer === undefined) known.set(path, (answer = look(path)))
    return answer
  }
}

/** What tells a reference is ASCII, which stands in UTF-8 as it stands in Latin-1. */
export function namesIn(bytes: Buffer): Targets {
  return documentsNamedIn(bytes.toString('latin1'))
}

function* linksOf(entries: readonly SnapshotEntry[]): Generator<string> {
  for (const { path, type } of entries) if (type === 'symlink') yield path
}
