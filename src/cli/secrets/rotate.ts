import { Failure } from '../../core/failure.ts'
import { say } from '../../core/message.ts'
import { planRotation } from '../../queries/secrets/plan.ts'
import type { Terminal } from '../terminal.ts'
import { applyPlan, type BulkOptions } from './apply.ts'
import { selectFiles } from './files.ts'
import { aliasesOf, dueFiles, openQuietly } from './selection.ts'
import { openSecretsWorld } from './world.ts'

export interface RotateOptions extends BulkOptions {
  readonly due?: boolean
  readonly all?: boolean
}

/** Gives files a new data key, with which all values are encrypted anew. */
export async function runRotate(named: readonly string[], options: RotateOptions, terminal: Terminal): Promise<number> {
  if (named.length === 0 && options.due !== true && options.all !== true) {
    throw new Failure('usage', say`name the files to rotate, or say --due or --all`)
  }
  const [world, workspace] = await Promise.all([openSecretsWorld(terminal), openQuietly(options, terminal)])
  const chosen = selectFiles(named, options, terminal)
  const files = options.due === true ? dueFiles(chosen, workspace, terminal.today) : chosen
  return applyPlan(planRotation(files), { files, aliases: aliasesOf(workspace), options, terminal, world })
}
