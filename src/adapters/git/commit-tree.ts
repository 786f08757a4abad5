import type { ReadResult, Snapshot, SnapshotEntry } from '../../core/ports.ts'
import { resolveLink, seenFrom, type LinkStep } from '../links.ts'
import { Listing } from '../listing.ts'
import { decodePath } from '../paths.ts'
import { typeOfMode } from './modes.ts'
import { createBlobs, type Blobs } from './blobs.ts'
import { repositoryOf } from './repository.ts'
import { isObjectId, resolveCommit, unknownCommit } from './resolve-commit.ts'
import { git } from './run.ts'
import { searchCommit } from './search-commit.ts'

export interface CommitTreeOptions {
  /** Where contents are kept; hand one to all snapshots of a command, so that they share it. */
  readonly blobs?: Blobs
  /** Another commit of the same directory: where both have the same files it is not listed once more. */
  readonly like?: Snapshot
}

interface TreeEntry extends SnapshotEntry {
  /** What the entry itself holds: of a link the text, which says nothing of the bytes that it leads to. */
  readonly blob: string
}

/** The file that a link leads to, by the path under which it is seen from the root; or why there is none. */
type Followed = { readonly path: string; readonly blob: string } | Extract<ReadResult, { problem: string }>

/**
 * A directory as it is in a commit. Nothing is checked out: `git ls-tree` lists it, `git cat-file` brings all contents
 * that were announced: once their sizes, once the contents themselves. Links are followed within the commit.
 *
 * @param root the directory; what it holds is listed relative to it
 * @param commitish any revision; a whole object id is taken at its word
 * @throws Failure where there is no such commit, or Git refuses
 */
export function commitTree(root: string, commitish: string, options: CommitTreeOptions = {}): Snapshot {
  const commit = isObjectId(commitish) ? commitish : resolveCommit(root, commitish)
  const blobs = options.blobs ?? createBlobs(root)
  const listing = listLike(root, commit, options.like) ?? new Listing(listTree(root, commit, []))
  const fileAt = createLinks(root, commit, { listing, blobs })

  const snapshot: Snapshot = {
    label: commit,
    entries: listing.entries,
    search: searchCommit(root, commit),
    prefetch: (paths) => {
      const links: string[] = []
      for (const path of paths) {
        const entry = listing.get(path)
        if (entry?.type === 'file') blobs.announce(entry.blob)
        else if (entry?.type === 'symlink') links.push(path)
      }
      if (links.length > 0) announceTargets(links, { listing, blobs, fileAt })
    },
    read: (path) => {
      const entry = listing.get(path)
      if (entry === undefined) return { problem: listing.isDirectory(path) ? 'not-a-file' : 'missing' }
      if (entry.type === 'file') return blobs.read(entry.blob)
      if (entry.type === 'submodule') return { problem: 'not-a-file' }
      const found = fileAt(path)
      if (!('blob' in found)) return found
      const { bytes, problem } = blobs.read(found.blob)
      return problem === undefined ? { bytes, path: found.path } : { problem }
    },
  }
  listings.set(snapshot, { root, commit, listing })
  return snapshot
}

interface Listed {
  readonly root: string
  readonly commit: string
  readonly listing: Listing<TreeEntry>
}

const listings = new WeakMap<Snapshot, Listed>()

/** What a commit has where it has other contents than another one and nothing else; `undefined` where it has more. */
function listLike(root: string, commit: string, like: Snapshot | undefined): Listing<TreeEntry> | undefined {
  const known = like && listings.get(like)
  if (known?.root !== root) return undefined
  const changes = changedContents(root, known.commit, commit)
  if (changes === undefined) return undefined
  const entries = known.listing.entries.map((entry) => {
    const blob = changes.get(entry.path)
    if (blob === undefined) return entry
    return entry.oid === undefined ? { ...entry, blob } : { ...entry, oid: blob, blob }
  })
  return new Listing(entries, known.listing)
}

/**
 * The contents that differ, by path: `:<mode> SP <mode> SP <oid> SP <oid> SP <status> NUL <path> NUL` each
 * (git-diff-tree(1), raw output). `undefined` where files come, go or turn into something else, or a commit is missing.
 */
function changedContents(root: string, from: string, to: string): ReadonlyMap<string, string> | undefined {
  const { status, stdout } = git(root, [...DIFF_TREE, `${from}^{commit}`, `${to}^{commit}`], { answers: [128] })
  if (status !== 0) return undefined
  const changes = new Map<string, string>()
  const fields = decodePath(stdout).split('\u0000')
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [was = '', is = '', , blob = '', kind] = (fields[i] ?? '').slice(1).split(' ')
    if (kind !== 'M' || typeOfMode(was) !== typeOfMode(is)) return undefined
    changes.set(fields[i + 1] ?? '', blob)
  }
  return changes
}

const DIFF_TREE = ['diff-tree', '-r', '-z', '--raw', '--full-index', '--no-renames', '--relative', '--ignore-submodules=none']

/** Where links lead is known once their texts are read: all of them in one go, since one may lead through another. */
function announceTargets(
  links: readonly string[],
  { listing, blobs, fileAt }: Contents & { readonly fileAt: (path: string) => Followed },
): void {
  for (const entry of listing.entries) if (entry.type === 'symlink') blobs.announce(entry.blob)
  for (const link of links) {
    const found = fileAt(link)
    if ('blob' in found) blobs.announce(found.blob)
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
function createLinks(root: string, commit: string, { listing, blobs }: Contents): (path: string) => Followed {
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
    const seen = seenFrom(prefix, resolved.path)
    const blob = (listing.get(seen) ?? files().get(resolved.path))?.blob
    return blob === undefined ? { problem: 'link-broken' } : { path: seen, blob }
  }
}

function stepOf(tree: Listing<TreeEntry>, path: string, blobs: Blobs): LinkStep {
  const entry = tree.get(path)
  if (entry === undefined) return tree.isDirectory(path) ? 'directory' : undefined
  if (entry.type !== 'symlink') return entry.type
  const { bytes } = blobs.read(entry.blob)
  return { target: bytes === undefined ? '' : decodePath(bytes) }
}

/**
 * `<mode> SP <type> SP <oid> TAB <path> NUL` a file (git-ls-tree(1)). Sizes are not asked for: in a partial clone Git
 * would fetch every content of the commit, one by one, to tell them.
 */
function listTree(root: string, commit: string, options: readonly string[]): TreeEntry[] {
  const { status, stdout } = git(root, ['ls-tree', '-r', '-z', ...options, `${commit}^{commit}`], { answers: [128] })
  if (status !== 0) throw unknownCommit(root, commit)
  const text = decodePath(stdout)
  const entries: TreeEntry[] = []
  for (let at = 0; at < text.length; ) {
    const tab = text.indexOf('\t', at)
    const end = text.indexOf('\u0000', tab)
    const type = typeOfMode(text.slice(at, at + 6))
    const blob = text.slice(text.indexOf(' ', at + 7) + 1, tab)
    const path = text.slice(tab + 1, end)
    entries.push(type === 'file' ? { path, type, oid: blob, blob } : { path, type, blob })
    at = end + 1
  }
  return entries
}
