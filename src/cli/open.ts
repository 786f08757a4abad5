import { resolve } from 'node:path'
import { engines } from '../adapters/engines.ts'
import type { Collector } from '../core/collector.ts'
import { configurationRoot, openSnapshot } from '../opening.ts'
import { openWorkspace } from '../pipeline.ts'
import type { Workspace } from '../workspace.ts'
import type { Terminal } from './terminal.ts'

/** The options that say which repository and which of its states a command looks at. */
export interface WhereOptions {
  /** `-C`: the directory to run in. */
  readonly directory?: string
  /** `--at`: a commit instead of the working tree. */
  readonly at?: string
}

/** The folder that a command runs in. */
export function folderOf({ directory }: WhereOptions, terminal: Terminal): string {
  return resolve(terminal.directory, directory ?? '.')
}

/** The root of the configuration repository that a command looks at. */
export function rootOf(where: WhereOptions, terminal: Terminal): string {
  return configurationRoot(folderOf(where, terminal))
}

/** The workspace that a command looks at, its structure's findings in the collector. */
export function open(where: WhereOptions, terminal: Terminal, collector: Collector): Promise<Workspace> {
  const snapshot = openSnapshot(rootOf(where, terminal), where.at)
  return openWorkspace({ snapshot, variables: terminal.variables, engines }, collector)
}
