import { isDeepStrictEqual } from 'node:util'
import { CONFIG_FILE } from './core/config.ts'
import type { Snapshot } from './core/ports.ts'
import { isBuiltIn, schemaPaths, type SchemasInput } from './schemas.ts'
import type { Workspace } from './workspace.ts'

/** A snapshot that notes which files are read, until it is asked which they were. */
export function noting(snapshot: Snapshot): { readonly snapshot: Snapshot; readonly files: () => ReadonlySet<string> } {
  const files = new Set<string>()
  let isOpen = true
  const read: Snapshot['read'] = (path) => {
    if (isOpen) files.add(path)
    return snapshot.read(path)
  }
  return {
    snapshot: { ...snapshot, read },
    files: () => {
      isOpen = false
      return files
    },
  }
}

/**
 * Whether opening another state of a repository leads to the same: it has the same paths, and what was read of one has
 * the same content in the other. What a link leads to nobody knows, so one that was read makes the difference.
 */
export function opensAlike({ snapshot: known, basis }: Workspace, snapshot: Snapshot): boolean {
  const { entries } = known
  if (entries.length !== snapshot.entries.length) return false
  for (let i = 0; i < entries.length; i++) {
    const [one, other] = [entries[i], snapshot.entries[i]]
    if (one === other && one?.oid !== undefined) continue
    if (one === undefined || other === undefined || one.path !== other.path || one.type !== other.type) return false
    if (basis.files.has(one.path) && (one.oid === undefined || !hasContent(one.oid, other, snapshot))) return false
  }
  return true
}

/**
 * Whether another state of a repository has the same schemas, and asks the same of them: what was compiled of them then
 * need not be compiled again. They are read, so that it is noted what the answer comes from.
 */
export function hasSameSchemas(
  { snapshot: known, schemas, basis }: Workspace,
  { snapshot, config, kinds, layers }: Pick<SchemasInput, 'snapshot' | 'config' | 'layers'> & { readonly kinds: ReadonlySet<string> },
): boolean {
  const paths = schemaPaths({ snapshot, config, layers })
  const before = schemas.set.documents.map(({ path }) => path).filter((path) => !isBuiltIn(path))
  if (!isDeepStrictEqual(paths, before) || !isDeepStrictEqual(kinds, basis.kinds)) return false
  const asked = [CONFIG_FILE, ...paths]
  const [old, now] = [known, snapshot].map(({ entries }) => new Map(entries.map((entry) => [entry.path, entry])))
  return asked.every((path) => {
    const [one, other] = [old?.get(path), now?.get(path)]
    if (one === undefined || other === undefined) return one === other
    snapshot.read(path)
    return one.type === other.type && one.oid !== undefined && hasContent(one.oid, other, snapshot)
  })
}

function hasContent(oid: string, { path, type, oid: own }: Snapshot['entries'][number], snapshot: Snapshot): boolean {
  if (own !== undefined || type !== 'file' || snapshot.isBlob === undefined) return own === oid
  const { bytes, path: edited } = snapshot.read(path)
  return bytes !== undefined && edited === undefined && snapshot.isBlob(oid, bytes)
}
