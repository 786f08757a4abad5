import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { workingTree } from './adapters/files.ts'
import { commitTree, repositoryOf } from './adapters/git.ts'
import { CONFIG_FILE } from './core/config.ts'
import { Failure } from './core/failure.ts'
import { say } from './core/message.ts'
import type { Snapshot } from './core/ports.ts'
import { CREATION_RULES_FILE } from './core/sops/creation-rules.ts'
import { MISNAMED } from './reading.ts'

/** Where the default layout, schemas and the rules of secrets are, and what is mistaken for a `cairn.yaml`. */
const DEFAULT_ROOTS = ['environments', 'schemas', CONFIG_FILE, MISNAMED, CREATION_RULES_FILE]

/**
 * The root of the configuration repository, looked for upwards from a folder to the top of the Git repository: the
 * nearest folder with a `cairn.yaml`; if there is none, with an `environments` folder; else the top.
 *
 * @throws Failure where it lies in no Git repository
 */
export function configurationRoot(start: string): string {
  const { top, prefix } = repositoryOf(start)
  const folders: string[] = []
  for (let at = join(top, prefix); ; at = dirname(at)) {
    folders.push(at)
    if (at === top || at === dirname(at)) break
  }
  const isRoot = (folder: string) => statSync(join(folder, 'environments'), { throwIfNoEntry: false })?.isDirectory()
  return folders.find((folder) => existsSync(join(folder, CONFIG_FILE))) ?? folders.find(isRoot) ?? top
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
