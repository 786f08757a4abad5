import { isDeepStrictEqual } from 'node:util'
import type { RuleId } from '../../core/rules.ts'
import type { Workspace } from '../../workspace.ts'
import { affectedDocuments, namesIn, type FileComparison, type Targets } from '../affected.ts'
import type { Said } from '../check-memory.ts'

/** What is known of a document besides its files that decides whether what it said still holds. */
export interface Remembered {
  readonly said: Said
  /** `kind/name` of documents that its files were made from, other than by references. */
  readonly looked: ReadonlySet<string>
}

export interface StaleInput {
  readonly before: Workspace
  readonly now: Workspace
  /** By `kind/name`. */
  readonly remembered: ReadonlyMap<string, Remembered>
  readonly names: FileNames
}

/**
 * The documents of which something may be said anew, since a file changed that it follows from: of all where the
 * structure changed, else as `affectedDocuments` has it, and besides these documents that name others, where documents
 * came or went.
 *
 * Both snapshots know the content of each file by its object id: nothing of the earlier one is read.
 */
export async function staleDocuments({ before, now, remembered, names }: StaleInput): Promise<ReadonlySet<string> | 'all'> {
  const same = sameContent(before, now)
  if (!isSameFrame(before, now, same)) return 'all'
  const files: FileComparison = { same, names: (path) => names.of(path, now) }
  const stale = new Set(await affectedDocuments(before, now, {}, files))
  if (before.discovery !== now.discovery) {
    for (const [key, { said }] of remembered) if (dependsOnOthersBeing(said)) stale.add(key)
  }
  for (const [key, { looked }] of remembered) if ([...looked].some((one) => stale.has(one))) stale.add(key)
  return stale
}

/** Whether what documents are put into is the same: `cairn.yaml`, environments, and what names may lead to. */
function isSameFrame(before: Workspace, now: Workspace, same: (path: string) => boolean): boolean {
  if (before.basis === now.basis) return true
  if (!isDeepStrictEqual(before.schemas.unknownKinds, now.schemas.unknownKinds)) return false
  return [before, now].every((workspace) => [...frameOf(workspace)].every(same))
}

/** What was read when a workspace was opened, but for what only some documents are made of. */
function* frameOf({ basis, schemas, discovery }: Workspace): Generator<string> {
  const others = new Set([...schemas.set.documents.map(({ path }) => path), ...discovery.files])
  for (const path of basis.files) if (!others.has(path)) yield path
}

/** What is said of names that lead nowhere, and where they do lead, follows from which documents there are. */
function dependsOnOthersBeing({ findings, effective }: Said): boolean {
  return effective.some(({ edges }) => edges.length > 0) || findings.findings().some(({ rule }) => isOfNames(rule))
}

const isOfNames = (rule: RuleId): boolean => rule.startsWith('refer/') || rule.startsWith('link/')

function sameContent(before: Workspace, now: Workspace): (path: string) => boolean {
  const [old, current] = [contentsOf(before), contentsOf(now)]
  return (path) => old.get(path) === current.get(path)
}

const known = new WeakMap<Workspace['snapshot'], ReadonlyMap<string, string | undefined>>()

/** The object ids of all files, by path. */
export function contentsOf({ snapshot }: Workspace): ReadonlyMap<string, string | undefined> {
  let contents = known.get(snapshot)
  if (contents === undefined) {
    contents = new Map(snapshot.entries.map(({ path, type, oid }) => [path, oid ?? type]))
    known.set(snapshot, contents)
  }
  return contents
}

/** Which documents files may refer to: a file is searched again when its content has changed. */
export class FileNames {
  #known = new Map<string, { readonly oid: string | undefined; readonly names: Targets }>()

  of(path: string, workspace: Workspace): Targets {
    const oid = contentsOf(workspace).get(path)
    const seen = this.#known.get(path)
    if (seen !== undefined && seen.oid === oid) return seen.names
    const names = namesIn(workspace.reader.bytes(path) ?? Buffer.alloc(0))
    this.#known.set(path, { oid, names })
    return names
  }

  /** Forgets files that are gone. */
  keep(paths: ReadonlyMap<string, unknown>): void {
    for (const path of this.#known.keys()) if (!paths.has(path)) this.#known.delete(path)
  }
}
