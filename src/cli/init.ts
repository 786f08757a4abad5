import { resolve } from 'node:path'
import { createFile } from '../adapters/create-file.ts'
import { workingTree } from '../adapters/files.ts'
import { repositoryOf } from '../adapters/git.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import { proposeFor } from '../queries/propose.ts'
import { CONFIG_FILE } from '../core/config.ts'
import { inert } from '../report/inert.ts'
import { proposalMarkdown, proposalText } from '../report/proposal.ts'
import type { InitOptions } from './options.ts'
import { writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

/** Proposes for the folder that it runs in: a configuration repository may be a part of a Git repository. */
export async function runInit(options: InitOptions, terminal: Terminal): Promise<number> {
  const root = resolve(terminal.directory, options.directory ?? '.')
  repositoryOf(root)
  const proposal = await proposeFor(workingTree(root), new Collector())
  if (options.format === 'json') writeJson(terminal, proposal)
  else if (options.format === 'markdown') terminal.out(inert(proposalMarkdown(proposal)))
  else terminal.out(inert(proposalText(proposal, terminal.outStyle)))
  if (options.write !== true) return 0
  if (proposal.shape === 'unknown') throw new Failure('usage', say`nothing was recognised, so nothing was written`)
  createFile(root, CONFIG_FILE, proposal.config)
  terminal.err(`wrote ${CONFIG_FILE}; next: cairn check\n`)
  return 0
}
