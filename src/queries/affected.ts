import { isDeepStrictEqual } from 'node:util'
import { compareText } from '../core/collector.ts'
import type { DocumentSources, LayerSource } from '../core/discovery.ts'
import type { Workspace } from '../workspace.ts'
import { mayRefer } from '../stages/link/may-hold.ts'
import { documentNamed, type Selection } from './selection.ts'

/**
 * The documents (`kind/name`, sorted) that may differ between two snapshots: all of them where the structure changed,
 * else those with a file that changed, and those with references, since a target may have changed.
 */
export function affectedDocuments(base: Workspace, head: Workspace, selection: Selection): string[] {
  const keys = new Set([...base.discovery.documents.keys(), ...head.discovery.documents.keys()])
  const named = selection.documents ?? []
  for (const key of named) if (!keys.has(key)) documentNamed(head, key)
  const wanted = named.length > 0 ? [...new Set(named)] : [...keys].sort(compareText)
  if (!sameStructure(base, head)) return wanted
  const changes = fileChanges(base, head)
  return wanted.filter((key) => {
    const before = base.discovery.documents.get(key)
    const after = head.discovery.documents.get(key)
    if (before === undefined || after === undefined || takesVariables(head, after)) return true
    const sources = sourcesOf(base, before)
    return !sameSources(sources, sourcesOf(head, after)) || sources.some(({ path }) => changes(path) !== 'same')
  })
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
  return [...document.sources, ...(discovery.shared.get(document.id.kind) ?? [])]
}

function sameSources(before: readonly LayerSource[], after: readonly LayerSource[]): boolean {
  const shape = (sources: readonly LayerSource[]) =>
    sources.map(({ path, environment, document, at, entry }) => [path, environment, document, at, entry.index])
  return isDeepStrictEqual(shape(before), shape(after))
}

/** Asks whether a file is the same on both sides and holds no references: by object ids where known, else by bytes. */
function fileChanges(base: Workspace, head: Workspace): (path: string) => 'same' | 'changed' | 'refers' {
  const [before, after] = [contentIds(base), contentIds(head)]
  const known = new Map<string, 'same' | 'changed' | 'refers'>()
  const look = (path: string) => {
    const sameOid = before.get(path) !== undefined && before.get(path) === after.get(path)
    // The buffer of a read is valid until the next read only, and both sides may share a reader.
    const old = Buffer.from(base.reader.bytes(path) ?? [])
    if (!sameOid && !old.equals(head.reader.bytes(path) ?? Buffer.alloc(0))) return 'changed'
    return mayRefer(old.toString()) ? 'refers' : 'same'
  }
  return (path) => {
    let answer = known.get(path)
    if (answer === undefined) known.set(path, (answer = look(path)))
    return answer
  }
}

/** Object ids of contents. A link's own id says nothing of what it leads to. */
function contentIds({ snapshot }: Workspace): ReadonlyMap<string, string | undefined> {
  return new Map(snapshot.entries.filter(({ type }) => type === 'file').map(({ path, oid }) => [path, oid]))
}
