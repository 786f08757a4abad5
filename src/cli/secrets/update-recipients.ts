import { whenLoaded } from '../../core/lazy.ts'
import { planUpdate } from '../../queries/secrets/update-recipients.ts'
import type { Terminal } from '../terminal.ts'
import { applyPlan, type BulkOptions } from './apply.ts'
import { openCommitted } from './committed.ts'
import { selectFiles, type LoadedFile } from './files.ts'
import { openRuleBook } from './rules.ts'
import { aliasesOf, openQuietly, recipientsNamed } from './selection.ts'
import { openSecretsWorld } from './world.ts'

export interface UpdateOptions extends BulkOptions {
  readonly revoke: readonly string[]
}

/** Gives files the recipients that `.sops.yaml` says, or takes some away from all of them. */
export async function runUpdateRecipients(
  named: readonly string[],
  options: UpdateOptions,
  terminal: Terminal,
): Promise<number> {
  const [world, workspace] = await Promise.all([openSecretsWorld(terminal), openQuietly(options, terminal)])
  const files = selectFiles(named, options, terminal)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const book = openRuleBook(world.run.regexp, terminal)
  const ruleOf = (path: string) => book.ruleOf((byPath.get(path) as LoadedFile).file)
  const revoked = recipientsNamed(options.revoke, workspace)
  const committed = openCommitted(files)
  const plan = await whenLoaded(() => planUpdate(files, { ruleOf, revoked, committed }))
  return applyPlan(plan, { files, aliases: aliasesOf(workspace), options, terminal, world })
}
