import { installDriver, planDriver } from '../../adapters/git/merge-driver.ts'
import { repositoryOf } from '../../adapters/git.ts'
import { rootOf, type WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { listSecretFiles } from './files.ts'

/** Has Git merge encrypted files with Cairn, in this clone. */
export function runMergeInstall(options: WhereOptions & { readonly dryRun?: boolean }, terminal: Terminal): number {
  const { top } = repositoryOf(rootOf(options, terminal))
  const plan = planDriver(top, listSecretFiles(options, terminal).map(({ file }) => file.path))
  for (const [setting, value] of plan.settings) terminal.out(`git config --local ${setting} ${JSON.stringify(value)}\n`)
  for (const line of plan.attributes) terminal.out(`.gitattributes: ${line}\n`)
  if (plan.settings.length + plan.attributes.length === 0) terminal.err('Git merges encrypted files with Cairn already\n')
  else if (options.dryRun === true) terminal.err('nothing was written\n')
  else {
    installDriver(top, plan)
    terminal.err('commit .gitattributes; every clone runs this once, since Git takes no commands from a repository\n')
  }
  return 0
}
