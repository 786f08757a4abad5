import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { workingTree } from '../adapters/files.ts'
import { commitTree, repositoryOf } from '../adapters/git.ts'
import type { Collector } from '../core/collector.ts'
import type { Snapshot } from '../core/ports.ts'
import { openWorkspace } from '../pipeline.ts'
import type { Workspace } from '../workspace.ts'
import { CONFIG_FILE } from '../reading.ts'
import type { Terminal } from './terminal.ts'

/** The options that say which repository and which of its states a command looks at. */
export interface WhereOptions {
  /** `-C`: the directory to run in. */
  readonly directory?: string
  /** `--at`: a commit instead of the working tree. */
  readonly at?: string
}

/**
 * The root of the configuration repository: the nearest folder, upwards from where the command runs to the top of the
 * Git repository, that has a `cairn.yaml` or an `environments` folder; else the top.
 */
export function rootOf({ directory }: WhereOptions, terminal: Terminal): string {
  const start = resolve(terminal.directory, directory ?? '.')
  const { top } = repositoryOf(start)
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, CONFIG_FILE)) || existsSync(join(at, 'environments'))) return at
    if (at === top || at === dirname(at)) return top
  }
}

export function openSnapshot(root: string, at: string | undefined): Snapshot {
  return at === undefined ? workingTree(root) : commitTree(root, at)
}

/** The workspace that a command looks at, its structure's findings in the collector. */
export function open(where: WhereOptions, terminal: Terminal, collector: Collector): Promise<Workspace> {
  return openWorkspace(openSnapshot(rootOf(where, terminal), where.at), terminal.variables, collector)
}
