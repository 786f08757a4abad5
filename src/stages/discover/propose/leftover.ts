import { ignoredByName, isIgnored } from '../ignore.ts'
import { folderOf, type Repository } from './repository.ts'
import type { Unplaced } from '../../../core/proposal.ts'
import { isUsed, type Trial } from './trial.ts'
import { groupBy } from './values.ts'

/** Above this many, files of one folder are counted instead of listed. */
const MOST_LISTED = 3

/** What a layout neither uses nor ignores, folded by folder; what may be configuration comes first. */
export function leftoverOf(trial: Trial | undefined, repository: Repository): readonly Unplaced[] {
  const usedFolders = new Set<string>([''])
  const left: string[] = []
  for (const path of repository.paths) {
    if (isUsed(trial?.uses.get(path)) && !repository.asides.has(path)) {
      for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) usedFolders.add(folder)
    } else if (isUnread(path, repository) || !isIgnoredIn(trial, path)) {
      left.push(path)
    }
  }
  const maybe: Unplaced[] = []
  const hardly: Unplaced[] = []
  for (const [folder, paths] of groupBy(left, (path) => foldAt(path, usedFolders))) {
    const isShared = usedFolders.has(folder)
    const isListed = isShared && paths.length <= MOST_LISTED
    const groups = isListed ? paths.map((path) => [path]) : [paths]
    for (const group of groups) {
      const unplaced = describe(group, { folder, isShared }, repository)
      if (group.every((path) => repository.asides.has(path) && !isUnread(path, repository))) hardly.push(unplaced)
      else maybe.push(unplaced)
    }
  }
  return [...maybe, ...hardly]
}

function isIgnoredIn(trial: Trial | undefined, path: string): boolean {
  return ignoredByName(path) >= 0 || isIgnored(trial?.layout.ignore ?? [], path)
}

/** Settings that Cairn cannot read are named even where `ignore` lists them: silence would say that all is well. */
function isUnread(path: string, { asides }: Repository): boolean {
  return asides.get(path)?.unread === true
}

/** The topmost folder above a path in which nothing is used; the path's own where something is used in all. */
function foldAt(path: string, usedFolders: ReadonlySet<string>): string {
  const own = folderOf(path)
  for (let slash = own.indexOf('/'); slash >= 0; slash = own.indexOf('/', slash + 1)) {
    const folder = own.slice(0, slash)
    if (!usedFolders.has(folder)) return folder
  }
  return own
}

interface Fold {
  readonly folder: string
  /** Whether other files of the folder are used. */
  readonly isShared: boolean
}

function describe(paths: readonly string[], { folder, isShared }: Fold, repository: Repository): Unplaced {
  const { asides } = repository
  const reasons = [...new Set(paths.flatMap((path) => asides.get(path)?.why ?? []))]
  const unknown = paths.filter((path) => !asides.has(path)).length
  const maybe = unknown + paths.filter((path) => isUnread(path, repository)).length
  const [only] = paths
  if (only !== undefined && paths.length === 1) return { path: only, why: reasons[0] ?? 'may be configuration' }
  const count = `${String(paths.length)}${isShared ? ' more' : ''} files`
  let why = `${count}: ${reasons.join('; ')}`
  if (unknown === paths.length) why = `${count} that may be configuration`
  else if (unknown > 0) why = `${count}, ${String(maybe)} of which may be configuration`
  return { path: folder === '' ? './' : `${folder}/`, why }
}
