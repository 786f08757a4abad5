import { existsSync, statSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { workingTree } from './adapters/files.ts'
import { commitTree, pathsIn, repositoryOf } from './adapters/git.ts'
import { MISNAMED_ACCESS } from './access.ts'
import { ACCESS_FILE } from './core/access.ts'
import { CONFIG_FILE } from './core/config.ts'
import { Failure } from './core/failure.ts'
import { name, say, type Message } from './core/message.ts'
import type { FileHistory, Snapshot } from './core/ports.ts'
import { CREATION_RULES_FILE } from './core/sops/creation-rules.ts'
import { MISNAMED } from './reading.ts'

/** Where the default layout, schemas, who must approve and the rules of secrets are, and what is mistaken for them. */
const DEFAULT_ROOTS = [
  'environments', 'schemas', CONFIG_FILE, MISNAMED, ACCESS_FILE, MISNAMED_ACCESS, CREATION_RULES_FILE,
]

/**
 * The root of the configuration repository, looked for upwards from a folder to the top of the Git repository: the
 * nearest folder with a `cairn.yaml`; if there is none, with an `environments` folder; else the top.
 *
 * @throws Failure where it lies in no Git repository
 */
export function configurationRoot(start: string): string {
  const { top, folders } = foldersUpwards(start)
  const hasConfig = (folder: string) => existsSync(join(top, folder, CONFIG_FILE))
  const isRoot = (folder: string) => statSync(join(top, folder, 'environments'), { throwIfNoEntry: false })?.isDirectory()
  return join(top, folders.find(hasConfig) ?? folders.find(isRoot) ?? '')
}

/**
 * The same as it was in a commit, whatever stands in the working tree now: who proposes a change must not choose by it
 * whose `cairn.yaml` judges.
 *
 * @returns `undefined` where the commit says nothing of it: it has neither, or is not in this clone
 */
export function configurationRootAt(start: string, commit: string): string | undefined {
  const { top, folders } = foldersUpwards(start)
  if (folders.length === 1) return top
  const configs = folders.map((folder) => posix.join(folder, CONFIG_FILE))
  const roots = folders.map((folder) => posix.join(folder, 'environments'))
  const found = pathsIn(top, commit, [...configs, ...roots])
  const config = configs.findIndex((path) => found?.has(path))
  const at = config >= 0 ? config : roots.findIndex((path) => found?.has(`${path}/`))
  return at < 0 ? undefined : join(top, folders[at] ?? '')
}

export interface Configuration {
  /** The folder that is checked. */
  readonly root: string
  /** What is to be said where the change puts another one in its place. */
  readonly moved?: Message
}

/**
 * The configuration repository that a change is judged in: the base's, where it has one.
 *
 * @param start a folder in the Git repository
 * @param before the base's root; `undefined` where it has none
 * @param now the head's
 */
export function configurationBefore(start: string, before: string | undefined, now: string): Configuration {
  if (before === undefined || before === now) return { root: now }
  const { top } = repositoryOf(start)
  const seen = (folder: string) => name(relative(top, folder) || '.')
  const moved = say`the change moves the configuration repository from ${seen(before)} to ${seen(now)}: until it is merged, the place and the rules of the base count, and what it puts elsewhere is not checked`
  return { root: before, moved }
}

/** A folder and those above it up to the top of its Git repository, seen from there, with `/`; the top is empty. */
function foldersUpwards(start: string): { readonly top: string; readonly folders: readonly string[] } {
  const { top, prefix } = repositoryOf(start)
  const names = prefix === '' ? [] : prefix.split('/')
  return { top, folders: [...names.map((_, i) => names.slice(0, names.length - i).join('/')), ''] }
}

/** A commit, or the working tree where none is named: of it what is configuration, which is listed sooner. */
export function openSnapshot(root: string, at: string | undefined): Snapshot {
  if (at !== undefined) return commitTree(root, at)
  // Without a cairn.yaml the layout is the default one, which is known before anything is listed.
  return existsSync(join(root, CONFIG_FILE)) ? openWorkingTree(root) : workingTree(root, DEFAULT_ROOTS)
}

/** The working tree with all of its files, those that are no configuration too. */
export function openWorkingTree(root: string): Snapshot {
  const snapshot = workingTree(root)
  // Going on with the default layout would be a silent loss.
  if (existsSync(join(root, CONFIG_FILE)) && !snapshot.entries.some(({ path }) => path === CONFIG_FILE)) {
    throw new Failure('usage', say`cairn.yaml is there, but Git ignores it or it is no file`, say`git check-ignore -v cairn.yaml`)
  }
  return snapshot
}

/** Asks what files of a repository were before; what knows Git's log is loaded when somebody asks. */
export function historyIn(root: string): (commit: string, paths: readonly string[]) => Promise<FileHistory> {
  return async (commit, paths) => (await import('./adapters/git/history.ts')).fileHistory(root, commit, paths)
}
