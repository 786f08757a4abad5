import { conflictStages } from '../../adapters/git/conflict-stages.ts'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { mergeSecrets, type Favour } from '../../queries/secrets/merge.ts'
import type { WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { loadFile, saveFile, textOf } from './files.ts'
import { inShell, tellComments, tellConflict } from './merge.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld } from './world.ts'

export interface FinishOptions extends WhereOptions {
  readonly ours?: boolean
  readonly theirs?: boolean
  readonly dryRun?: boolean
}

/** Finishes with a key what Git has left as a conflict: from the states in its index, not from the marked file. */
export async function runMergeFinish(named: string, options: FinishOptions, terminal: Terminal): Promise<number> {
  const favour: Favour = options.ours === true ? 'ours' : options.theirs === true ? 'theirs' : undefined
  if (options.ours === true && options.theirs === true) throw new Failure('usage', say`take --ours or --theirs`)
  const secret = loadFile(named, options, terminal)
  const { base, ours, theirs } = conflictStages(secret.file.top, secret.file.path)
  if (ours === undefined || theirs === undefined) {
    throw new Failure('usage', say`Git has no conflict of two sides in ${name(named)}`, say`git status lists the files in conflict`)
  }
  const side = (text: string) => ({ path: secret.path, text: textOf(secret.path, Buffer.from(text)) })
  const world = await openSecretsWorld(terminal)
  const sides = { base: base === undefined ? undefined : side(base), ours: side(ours), theirs: side(theirs) }
  const merged = await mergeSecrets(sides, favour, world)
  if (!merged.ok) return tellProblems(side(ours), merged.problems, terminal, world)
  if (merged.result.state !== 'merged') {
    tellConflict(merged.result, named, terminal)
    return 1
  }
  tellComments(merged.result, named, terminal)
  if (options.dryRun === true) terminal.err(`would merge ${named}; nothing was written\n`)
  else {
    saveFile(secret, merged.result.text)
    terminal.err(`merged ${named}; next: git add ${inShell(named)}\n`)
  }
  return 0
}
