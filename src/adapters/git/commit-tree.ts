import { MAX_FILE_BYTES, type ReadResult, type Snapshot, type SnapshotEntry } from '../../core/ports.ts'
import { resolveLink, type LinkStep } from '../links.ts'
import { Listing } from '../listing.ts'
import { decodePath } from '../paths.ts'
import { typeOfMode } from './modes.ts'
import { createBlobs, type Blobs } from './blobs.ts'
import { repositoryOf } from './repository.ts'
import { isObjectId, resolveCommit, unknownCommit } from './resolve-commit.ts'
import { git } from './run.ts'

export interface CommitTreeOptions {
  /** Where contents are kept; hand one to all snapshots of a command, so that they share it. */
  readonly blobs?: Blobs
}

interface TreeEntry extends SnapshotEntry {
  readonly oid: string
  /** In bytes; 0 for a submodule. */
  readonly size: number
}

/**
 * A directory as it is in a commit. Nothing is checked out: `git ls-tree` lists it, one `git cat-file` brings all the
 * contents that were announced. Links are followed within the commit.
 *
 * @param root the directory; what it holds is listed relative to it
 * @param commitish any revision; a whole object id is taken at its word
 * @throws Failure where there is no such commit, or Git refuses
 */
export function commitTree(root: string, commitish: string, options: CommitTreeOptions = {}): Snapshot {
  const commit = isObjectId(commitish) ? commitish : resolveCommit(root, commitish)
  const blobs = options.blobs ?? createBlobs(root)
  const listing = new Listing(listTree(root, commit, []))
  const fileAt = createLinks(root, commit, { listing, blobs })

  const target = (path: string): TreeEntry | ReadResult => {
    const entry = listing.get(path)
    if (entry === undefined) return { problem: listing.isDirectory(path) ? 'not-a-file' : 'missing' }
    return entry.type === 'symlink' ? fileAt(path) : entry
  }
  return {
    label: commit,
    entries: listing.entries,
    prefetch: (paths) => {
      const links: string[] = []
      for (const path of paths) {
        const entry = listing.get(path)
        if (entry?.type === 'file') announce(entry, blobs)
        else if (entry?.type === 'symlink') links.push(path)
      }
      if (links.length > 0) announceTargets(links, { listing, blobs, fileAt })
    },
    read: (path) => {
      const found = target(path)
      if (!('oid' in found)) return found
      if (found.type !== 'file') return { problem: 'not-a-file' }
      if (found.size > MAX_FILE_BYTES) return { problem: 'too-large' }
      return { bytes: blobs.read(found.oid, found.size) }
    },
  }
}

function announce(entry: TreeEntry, blobs: Blobs): void {
  if (entry.size <= MAX_FILE_BYTES) blobs.announce(entry.oid, entry.size)
}

/** Where links lead is known once their texts are read: all of them in one go, since one may lead through another. */
function announceTargets(
  links: readonly string[],
  { listing, blobs, fileAt }: Contents & { readonly fileAt: (path: string) => TreeEntry | ReadResult },
): void {
  for (const entry of listing.entries) if (entry.type === 'symlink') announce(entry, blobs)
  for (const link of links) {
    const found = fileAt(link)
    if ('oid' in found) announce(found, blobs)
  }
}

interface Contents {
  readonly listing: Listing<TreeEntry>
  readonly blobs: Blobs
}

/**
 * Follows links. They may lead out of the directory but not out of the repository: the rest of the commit is listed
 * when the first link asks for it.
 */
function createLinks(
  root: string,
  commit: string,
  { listing, blobs }: Contents,
): (path: string) => TreeEntry | ReadResult {
  let prefix: string | undefined
  let whole: Listing<TreeEntry> | undefined
  const files = (): Listing<TreeEntry> => (whole ??= new Listing(listTree(root, commit, ['--full-tree'])))
  const at = (path: string): LinkStep => {
    if (prefix !== undefined && prefix.startsWith(path + '/')) return 'directory'
    const inside = prefix !== undefined && path.startsWith(prefix)
    const [tree, key] = inside ? [listing, path.slice(prefix?.length)] : [files(), path]
    return stepOf(tree, key, blobs)
  }
  return (path) => {
    if (prefix === undefined) {
      const below = repositoryOf(root).prefix
      prefix = below === '' ? '' : below + '/'
    }
    const resolved = resolveLink(prefix + path, at)
    if (resolved.problem !== undefined) return resolved
    const key = resolved.path.startsWith(prefix) ? listing.get(resolved.path.slice(prefix.length)) : undefined
    return key ?? files().get(resolved.path) ?? { problem: 'link-broken' }
  }
}

function stepOf(tree: Listing<TreeEntry>, path: string, blobs: Blobs): LinkStep {
  const entry = tree.get(path)
  if (entry === undefined) return tree.isDirectory(path) ? 'directory' : undefined
  if (entry.type !== 'symlink') return entry.type
  return { target: entry.size > MAX_FILE_BYTES ? '' : decodePath(blobs.read(entry.oid, entry.size)) }
}

/** `<mode> SP <type> SP <oid> SP+ <size> TAB <path> NUL` a file (git-ls-tree(1)); a submodule's size is `-`. */
function listTree(root: string, commit: string, options: readonly string[]): TreeEntry[] {
  const { status, stdout } = git(root, ['ls-tree', '-r', '-l', '-z', ...options, `${commit}^{commit}`], { answers: [128] })
  if (status !== 0) throw unknownCommit(root, commit)
  const text = decodePath(stdout)
  const entries: TreeEntry[] = []
  for (let at = 0; at < text.length; ) {
    const tab = text.indexOf('\t', at)
    const end = text.indexOf('\u0000', tab)
    const oidStart = text.indexOf(' ', at + 7) + 1
    const oidEnd = text.indexOf(' ', oidStart)
    const type = typeOfMode(text.slice(at, at + 6))
    const size = type === 'submodule' ? 0 : Number(text.slice(oidEnd, tab))
    entries.push({ path: text.slice(tab + 1, end), type, oid: text.slice(oidStart, oidEnd), size })
    at = end + 1
  }
  return entries
}
