import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { workingTree } from '../adapters/files.ts'
import { commitTree, repositoryOf } from '../adapters/git.ts'
import type { Collector } from '../core/collector.ts'
import { CONFIG_FILE } from '../core/config.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import type { Snapshot } from '../core/ports.ts'
import { openWorkspace } from '../pipeline.ts'
import type { Workspace } from '../workspace.ts'
import { MISNAMED } from '../reading.ts'
import type { Terminal } from './terminal.ts'

/** Where the default layout has its files, and what is mistaken for a `cairn.yaml`. */
const DEFAULT_ROOTS = ['environments', CONFIG_FILE, MISNAMED]

/** The options that say which repository and which of its states a command looks at. */
export interface WhereOptions {
  /** `-C`: the directory to run in. */
  readonly directory?: string
  /** `--at`: a commit instead of the working tree. */
  readonly at?: string
}

/**
 * The root of the configuration repository, looked for upwards from where the command runs to the top of the Git
 * repository: the nearest folder with a `cairn.yaml`; if there is none, with an `environments` folder; else the top.
 */
export function rootOf({ directory }: WhereOptions, terminal: Terminal): string {
  const start = resolve(terminal.directory, directory ?? '.')
  const { top } = repositoryOf(start)
  const folders: string[] = []
  for (let at = start; ; at = dirname(at)) {
    folders.push(at)
    if (at === top || at === dirname(at)) break
  }
  const isRoot = (folder: string) => statSync(join(folder, 'environments'), { throwIfNoEntry: false })?.isDirectory()
  return folders.find((folder) => existsSync(join(folder, CONFIG_FILE))) ?? folders.find(isRoot) ?? top
}

/** A commit, or the working tree where none is named. */
export function openSnapshot(root: string, at: string | undefined): Snapshot {
  if (at !== undefined) return commitTree(root, at)
  // Without a cairn.yaml the layout is the default one, which is known before anything is listed.
  const snapshot = existsSync(join(root, CONFIG_FILE)) ? workingTree(root) : workingTree(root, DEFAULT_ROOTS)
  // Going on with the default layout would be a silent loss.
  if (existsSync(join(root, CONFIG_FILE)) && !snapshot.entries.some(({ path }) => path === CONFIG_FILE)) {
    throw new Failure('usage', say`cairn.yaml is there, but Git ignores it or it is no file`, say`git check-ignore -v cairn.yaml`)
  }
  return snapshot
}

/** The workspace that a command looks at, its structure's findings in the collector. */
export function open(where: WhereOptions, terminal: Terminal, collector: Collector): Promise<Workspace> {
  return openWorkspace(openSnapshot(rootOf(where, terminal), where.at), terminal.variables, collector)
}
