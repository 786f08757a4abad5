import { closeSync, constants, existsSync, fstatSync, lstatSync, openSync, readlinkSync, readSync, type Stats } from 'node:fs'
import { MAX_FILE_BYTES, type ReadProblem, type ReadResult, type Snapshot, type SnapshotEntry } from '../core/ports.ts'
import { isBlob } from './git/blob-id.ts'
import { createBlobs, type Blobs } from './git/blobs.ts'
import { repositoryOf, type Repository } from './git/repository.ts'
import { git } from './git/run.ts'
import { typeOfMode } from './git/modes.ts'
import { resolveLink, seenFrom, type LinkStep } from './links.ts'
import { isLeft } from './left-file.ts'
import { Listing } from './listing.ts'
import { decodePath, encodePath } from './paths.ts'

interface DiskEntry extends SnapshotEntry {
  /** Of what a sparse checkout leaves out: Git's object of it, in the index. */
  readonly blob?: string
}

/**
 * The files below a directory as they are on disk: those that Git tracks, and untracked ones that it does not ignore.
 * What a sparse checkout leaves out is read from the index. Reading is synchronous through one buffer, which is the
 * fastest there is for many small files. No object ids are given: a checkout may have changed line endings, so that an
 * equal id would not mean equal bytes.
 *
 * @param within the files and folders that matter, where that is known beforehand: Git then walks no others. Links may
 *   lead anywhere, so where there is one everything is listed.
 * @throws Failure where the directory is in no repository, or Git refuses
 */
export function workingTree(root: string, within: readonly string[] = []): Snapshot {
  const repository = repositoryOf(root)
  const base = join(repository.top, repository.prefix)
  const some = listFiles(base, within)
  const listing = new Listing(within.length > 0 && some.some(({ type }) => type === 'symlink') ? listFiles(base) : some)
  const blobs = createBlobs(base)
  const readEntry = createEntryReader(blobs)
  const belowLink = createFolders(base)
  const follow = createLinks(repository, listing, blobs)
  const isSparse = listing.entries.some(({ blob }) => blob !== undefined)

  return {
    label: 'working tree',
    entries: listing.entries,
    isBlob,
    prefetch: (paths) => {
      if (!isSparse) return // the page cache is as near as files get
      for (const path of paths) {
        const blob = listing.get(path)?.blob
        if (blob !== undefined) blobs.announce(blob)
      }
    },
    read: (path) => {
      const entry = listing.get(path)
      if (entry === undefined) return { problem: listing.isDirectory(path) ? 'not-a-file' : 'missing' }
      if (entry.type === 'submodule') return { problem: 'not-a-file' }
      if (belowLink(path)) return { problem: 'missing' }
      const found = readEntry(join(base, path), entry)
      if (found !== 'link') return found
      const resolved = follow(path)
      if (resolved.problem !== undefined) return resolved
      const target = readEntry(join(repository.top, resolved.path), resolved.entry)
      if (target === 'link') return { problem: 'link-broken' }
      return target.problem === undefined ? { ...target, path: seenFrom(repository.prefix, resolved.path) } : target
    },
  }
}

/** Reads what is on disk, else what the index has of a file that a sparse checkout leaves out. */
function createEntryReader(blobs: Blobs): (path: string, entry: DiskEntry | undefined) => ReadResult | 'link' {
  const read = createFileReader()
  return (path, entry) => {
    const found = read(path)
    if (entry?.blob === undefined || found === 'link' || found.problem !== 'missing') return found
    return entry.type === 'symlink' ? 'link' : blobs.read(entry.blob)
  }
}

function join(directory: string, path: string): string {
  return path === '' ? directory : `${directory}/${path}`
}

/**
 * One spawn: tracked files (`H`; `M` in a merge conflict, once a side; `S` outside a sparse checkout), those of them
 * that are gone from disk once more (`R`), untracked ones (`?`, with a slash where it is a repository of its own).
 * `git ls-files` prints `<tag> SP <mode> SP <oid> SP <stage> TAB <path> NUL`, for untracked files only tag and path.
 */
function listFiles(directory: string, within: readonly string[] = []): DiskEntry[] {
  const paths = within.map((path) => `:(literal)${path}`)
  const text = decodePath(git(directory, [...LIST_FILES, '--', ...paths]).stdout)
  const entries: DiskEntry[] = []
  const gone = new Set<string>()
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\u0000', at)
    const tag = text[at]
    if (tag === '?') {
      const path = text.slice(at + 2, end)
      // What is only being written is no file of anybody's yet.
      if (!isLeft(path)) entries.push(untracked(directory, path))
    } else {
      const path = text.slice(text.indexOf('\t', at) + 1, end)
      if (tag === 'R' && isGone(join(directory, path))) gone.add(path)
      const type = typeOfMode(text.slice(at + 2, at + 8))
      if (tag === 'S') entries.push({ path, type, blob: text.slice(at + 9, text.indexOf(' ', at + 9)) })
      else if (tag !== 'R') entries.push({ path, type })
    }
    at = end + 1
  }
  return gone.size === 0 ? entries : entries.filter(({ path }) => !gone.has(path))
}

const LIST_FILES = ['ls-files', '-z', '-t', '--stage', '--cached', '--deleted', '--others', '--exclude-standard']

function untracked(directory: string, path: string): SnapshotEntry {
  if (path.endsWith('/')) return { path: path.slice(0, -1), type: 'submodule' }
  return { path, type: statOf(join(directory, path))?.isSymbolicLink() === true ? 'symlink' : 'file' }
}

/** To Git a file in a folder without permission is gone; to us it is there and unreadable. */
function isGone(path: string): boolean {
  try {
    lstatSync(encodePath(path))
    return false
  } catch (error) {
    return problemOf(error) === 'missing'
  }
}

/** `undefined` where there is nothing, or nothing that may be looked at. */
function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(encodePath(path))
  } catch {
    return undefined
  }
}

/** Says whether a link is in the place of a folder above a path: it leads to files that are not the listed ones. */
function createFolders(base: string): (path: string) => boolean {
  const known = new Map<string, boolean>([['', false]])
  const linked = (folder: string): boolean => {
    let answer = known.get(folder)
    if (answer === undefined) {
      answer = linked(parentOf(folder)) || statOf(join(base, folder))?.isSymbolicLink() === true
      known.set(folder, answer)
    }
    return answer
  }
  return (path) => linked(parentOf(path))
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}

/** The file that a link leads to, relative to the top level; or why there is none. */
type Followed =
  | { readonly path: string; readonly entry: DiskEntry | undefined; readonly problem?: undefined }
  | { readonly problem: ReadProblem }

/** Follows links as `links.ts` says; what lies outside the directory is listed when the first link asks for it. */
function createLinks(
  { top, prefix }: Repository,
  listing: Listing<DiskEntry>,
  blobs: Blobs,
): (path: string) => Followed {
  const inside = prefix === '' ? '' : prefix + '/'
  let whole: Listing<DiskEntry> | undefined
  const placeOf = (path: string): readonly [Listing<DiskEntry>, string] => {
    if (path.startsWith(inside)) return [listing, path.slice(inside.length)]
    return [(whole ??= new Listing(listFiles(top))), path]
  }
  const at = (path: string): LinkStep => {
    if (inside.startsWith(path + '/')) return 'directory'
    const [tree, key] = placeOf(path)
    const entry = tree.get(key)
    if (entry === undefined) return tree.isDirectory(key) ? 'directory' : undefined
    return entry.type === 'submodule' ? 'submodule' : (onDisk(join(top, path)) ?? inIndex(entry, blobs))
  }
  return (path) => {
    const resolved = resolveLink(inside + path, at)
    if (resolved.problem === undefined) {
      const [tree, key] = placeOf(resolved.path)
      return { path: resolved.path, entry: tree.get(key) }
    }
    // It does lead somewhere on this machine: to something that Git ignores.
    const ignored = resolved.problem === 'link-broken' && existsSync(encodePath(join(top, inside + path)))
    return { problem: ignored ? 'link-outside' : resolved.problem }
  }
}

/** What is there now, which need not be what the index says. */
function onDisk(path: string): LinkStep {
  try {
    return { target: decodePath(readlinkSync(encodePath(path), 'buffer')) }
  } catch (error) {
    return codeOf(error) === 'EINVAL' || codeOf(error) === 'UNKNOWN' ? 'file' : undefined
  }
}

/** What a sparse checkout leaves out. */
function inIndex({ type, blob }: DiskEntry, blobs: Blobs): LinkStep {
  if (blob === undefined) return undefined
  if (type !== 'symlink') return 'file'
  const { bytes } = blobs.read(blob)
  return { target: bytes === undefined ? '' : decodePath(bytes) }
}

/** Never waits for a pipe, never follows a link. Windows has neither flag, and neither kind of file. */
const OPEN_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW
const FIRST_BUFFER = 65_536

/** Reads whole files into one buffer that grows as needed. `link`: the path is a symbolic link. */
function createFileReader(): (path: string) => ReadResult | 'link' {
  let buffer = Buffer.allocUnsafeSlow(FIRST_BUFFER)

  const readAll = (file: number): ReadResult => {
    // Reading at a position fails for pipes and sockets, so that small files need no fstat.
    let length = readSync(file, buffer, 0, buffer.length, 0)
    if (length < buffer.length) return { bytes: buffer.subarray(0, length) }
    const stats = fstatSync(file)
    if (!stats.isFile()) return { problem: 'not-a-file' }
    if (stats.size > MAX_FILE_BYTES) return { problem: 'too-large' }
    if (stats.size >= buffer.length) buffer = Buffer.allocUnsafeSlow(stats.size + 1)
    length = 0
    for (let count = -1; count !== 0 && length < buffer.length; length += count) {
      count = readSync(file, buffer, length, buffer.length - length, length)
    }
    return { bytes: buffer.subarray(0, length) }
  }

  return (path) => {
    let file: number
    try {
      file = openSync(encodePath(path), OPEN_FLAGS)
    } catch (error) {
      return codeOf(error) === 'ELOOP' || codeOf(error) === 'EMLINK' ? 'link' : { problem: problemOf(error) }
    }
    try {
      return readAll(file)
    } catch (error) {
      return { problem: problemOf(error) }
    } finally {
      closeSync(file)
    }
  }
}

function problemOf(error: unknown): ReadProblem {
  return PROBLEMS[codeOf(error)] ?? 'unreadable'
}

const PROBLEMS: Readonly<Record<string, ReadProblem>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'not-a-file',
  ESPIPE: 'not-a-file',
  ENXIO: 'not-a-file',
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? ''
}
