import { isDeepStrictEqual } from 'node:util'
import { compareText } from '../core/collector.ts'
import type { DocumentSources, LayerSource } from '../core/discovery.ts'
import { documentKey, parseDocumentKey } from '../core/document.ts'
import type { SnapshotEntry } from '../core/ports.ts'
import { isBuiltIn } from '../schemas.ts'
import type { Workspace } from '../workspace.ts'
import { mayRefer } from '../stages/link/may-hold.ts'
import { announce, documentNamed, documentsOf, type Selection } from './selection.ts'

/**
 * The documents (`kind/name`, sorted) that may differ between two snapshots: all of them where the structure changed,
 * else those with a file that changed, and, if there are any, those with references, since a target may have changed.
 */
export function affectedDocuments(base: Workspace, head: Workspace, selection: Selection): string[] {
  const keys = new Set([...base.discovery.documents.keys(), ...head.discovery.documents.keys()])
  const named = selection.documents ?? []
  for (const key of named) if (!keys.has(key)) documentNamed(head, key)
  const wanted = named.length > 0 ? [...new Set(named)] : [...keys].sort(compareText)
  if (!sameStructure(base, head)) return wanted
  const files = comparisonOf(base, head)
  const ofSchema = remembered(new Map(), (kind) => !sameSchema(kind, { base, head, files }))
  const differing = new Set(wanted.filter((key) => ofSchema(kindOfKey(key)) || differs(key, { base, head, files })))
  if (named.length === 0 && differing.size === 0) return []
  announce(head, documentsOf(head, wanted))
  const referring = documentsOf(head, wanted).filter((document) =>
    sourcesOf(head, document).some(({ path }) => files.refers(path)),
  )
  for (const { id } of referring) differing.add(documentKey(id))
  return wanted.filter((key) => differing.has(key))
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
  /** Whether a file that is the same may hold references. */
  readonly refers: (path: string) => boolean
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
  const [before, after] = [contentIds(base), contentIds(head)]
  for (const { snapshot } of [base, head]) snapshot.prefetch(linksOf(snapshot.entries))
  const known = new Map<string, boolean>()
  const referring = new Map<string, boolean>()
  const isContent = (oid: string, { snapshot, reader }: Workspace, path: string): boolean | undefined => {
    const bytes = snapshot.isBlob === undefined ? undefined : reader.bytes(path)
    if (bytes === undefined) return undefined
    // It is at hand now, and asked for if anything differs.
    referring.set(path, mayReferIn(bytes))
    return snapshot.isBlob?.(oid, bytes)
  }
  const look = (path: string): boolean => {
    const [old, now] = [before.get(path), after.get(path)]
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
  return {
    same: remembered(known, look),
    refers: remembered(referring, (path) => mayReferIn(head.reader.bytes(path) ?? Buffer.alloc(0))),
  }
}

function remembered(known: Map<string, boolean>, look: (path: string) => boolean): (path: string) => boolean {
  return (path) => {
    let answer = known.get(path)
    if (answer === undefined) known.set(path, (answer = look(path)))
    return answer
  }
}

/** What tells a reference is ASCII, which stands in UTF-8 as it stands in Latin-1. */
function mayReferIn(bytes: Buffer): boolean {
  return mayRefer(bytes.toString('latin1'))
}

/** Object ids of contents. A link's own id says nothing of what it leads to. */
function contentIds({ snapshot }: Workspace): ReadonlyMap<string, string | undefined> {
  return new Map(snapshot.entries.filter(({ type }) => type === 'file').map(({ path, oid }) => [path, oid]))
}

function* linksOf(entries: readonly SnapshotEntry[]): Generator<string> {
  for (const { path, type } of entries) if (type === 'symlink') yield path
}
