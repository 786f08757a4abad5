import { formatOf } from '../../../core/format.ts'
import { asideOf, type Aside } from './aside.ts'

/** Most files whose content is looked at: a proposal should take a moment. */
export const MOST_READ = 50

/** A file that may be a layer. */
export interface Candidate {
  readonly path: string
  /** Its folder without a slash at the end; empty for the root. */
  readonly folder: string
  /** Its name without the extension; all of it for dotenv files. */
  readonly stem: string
  /** With the dot; empty for dotenv files. */
  readonly extension: string
}

/** What the shapes look at. */
export interface Repository {
  /** All tracked paths, sorted. */
  readonly paths: readonly string[]
  /** What may be a layer, sorted by path. */
  readonly candidates: readonly Candidate[]
  readonly byFolder: ReadonlyMap<string, readonly Candidate[]>
  /** Names of the folders directly below each folder that hold candidates, at any depth. */
  readonly subfolders: ReadonlyMap<string, ReadonlySet<string>>
  /** What is certainly no layer. */
  readonly asides: ReadonlyMap<string, Aside>
  /** The documents of a file as plain values; `undefined` where it cannot be parsed, or after `MOST_READ` files. */
  readonly read: (path: string) => readonly unknown[] | undefined
}

export type Read = (path: string) => unknown

export function lookAt(paths: readonly string[], read: Read): Repository {
  const sorted = [...new Set(paths)].sort()
  const charts = new Set(sorted.filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path)).map(folderOf))
  const candidates: Candidate[] = []
  const asides = new Map<string, Aside>()
  for (const path of sorted) {
    const aside = asideOf(path, charts)
    if (aside === undefined) candidates.push(candidateOf(path))
    else asides.set(path, aside)
  }
  return { paths: sorted, candidates, asides, ...foldersOf(candidates), read: readingAtMost(MOST_READ, read) }
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** The candidates in a folder, at any depth; all of them for the root. */
export function candidatesBelow({ candidates }: Repository, folder: string): readonly Candidate[] {
  if (folder === '') return candidates
  const start = firstAtOrAfter(candidates, `${folder}/`)
  return candidates.slice(start, firstAtOrAfter(candidates, `${folder}0`, start)) // 0 is the character after the slash
}

function firstAtOrAfter(candidates: readonly Candidate[], path: string, from = 0): number {
  let low = from
  let high = candidates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((candidates[middle] as Candidate).path < path) low = middle + 1
    else high = middle
  }
  return low
}

/** The last part of a path. */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `a/b` from `a` and `b`; the root is the empty text. */
export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/')
}

function candidateOf(path: string): Candidate {
  const file = lastOf(path)
  const dot = formatOf(path) === 'env' && file.startsWith('.') ? file.length : file.lastIndexOf('.')
  return { path, folder: folderOf(path), stem: file.slice(0, dot), extension: file.slice(dot) }
}

function foldersOf(candidates: readonly Candidate[]): Pick<Repository, 'byFolder' | 'subfolders'> {
  const byFolder = new Map<string, Candidate[]>()
  const subfolders = new Map<string, Set<string>>()
  for (const candidate of candidates) {
    const files = byFolder.get(candidate.folder)
    if (files !== undefined) {
      files.push(candidate)
      continue
    }
    byFolder.set(candidate.folder, [candidate])
    for (let folder = candidate.folder; folder !== ''; folder = folderOf(folder)) {
      const parent = folderOf(folder)
      const known = subfolders.get(parent)
      if (known === undefined) subfolders.set(parent, new Set([lastOf(folder)]))
      else known.add(lastOf(folder))
    }
  }
  return { byFolder, subfolders }
}

function readingAtMost(most: number, read: Read): Repository['read'] {
  const known = new Map<string, readonly unknown[] | undefined>()
  return (path) => {
    if (known.has(path)) return known.get(path)
    if (known.size >= most) return undefined
    const found = read(path)
    const documents = found === undefined ? undefined : Array.isArray(found) ? (found as readonly unknown[]) : [found]
    known.set(path, documents)
    return documents
  }
}
