import { resolve } from 'node:path'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import { publishCommit } from '../publishing.ts'
import { inert } from '../report/inert.ts'
import { publishJson, publishText } from '../report/publish.ts'
import { rootOf } from './open.ts'
import type { PublishOptions } from './options.ts'
import { tellFindings, writeJson } from './output.ts'
import type { Terminal } from './terminal.ts'

/** Publishes a commit to its targets, or with `--dry-run` says what that would do. */
export async function runPublish(options: PublishOptions, terminal: Terminal): Promise<number> {
  if (options.at !== undefined && options.rollbackTo !== undefined) {
    throw new Failure('usage', say`--at and --rollback-to both name the commit to publish`, say`leave --at out`)
  }
  const collector = new Collector()
  const result = await publishCommit({
    root: rootOf(options, terminal),
    folder: resolve(terminal.directory, options.directory ?? '.'),
    commit: options.rollbackTo ?? options.at ?? 'HEAD',
    targets: options.to,
    environments: options.environment,
    rollback: options.rollbackTo !== undefined,
    dryRun: options.dryRun === true,
    ...(options.signKey !== undefined && { signKey: options.signKey }),
    variables: terminal.variables,
    told: { ref: null, actor: null, run: null, builder: null },
    repository: null,
    collector,
    now: new Date(),
    progress: terminal.progress,
  })
  const found = tellFindings(result.check.findings, terminal)
  const report = { ...result, dryRun: options.dryRun === true }
  if (options.format === 'json') writeJson(terminal, publishJson(report))
  else terminal.out(inert(publishText(report, terminal.outStyle)))
  return found !== 0 || result.outcomes.some(({ decision }) => decision.does === 'refuse') ? 1 : 0
}
