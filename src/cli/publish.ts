import { resolve } from 'node:path'
import { resolveCommit } from '../adapters/git.ts'
import { Collector } from '../core/collector.ts'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'
import type { Outcome } from '../core/publish-result.ts'
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
  const root = rootOf(options, terminal)
  const commit = resolveCommit(root, options.rollbackTo ?? options.at ?? 'HEAD')
  const dryRun = options.dryRun === true
  const done: Outcome[] = []
  const result = await publishCommit({
    root,
    folder: resolve(terminal.directory, options.directory ?? '.'),
    commit,
    ...(options.rollbackTo !== undefined && { targetsAt: 'HEAD' }),
    targets: options.to,
    environments: options.environment,
    rollback: options.rollbackTo !== undefined,
    dryRun,
    ...(options.signKey !== undefined && { signKey: options.signKey }),
    variables: terminal.variables,
    told: { ref: null, actor: null, run: null, builder: null },
    repository: null,
    collector,
    now: new Date(),
    progress: terminal.progress,
    done: (outcome) => done.push(outcome),
  }).catch((error: unknown): never => {
    // What was published before one target failed stays published.
    terminal.clear()
    if (options.format !== 'json') terminal.out(inert(publishText({ commit, outcomes: done, blocked: false, dryRun }, terminal.outStyle)))
    throw error
  })
  const found = tellFindings(result.check.findings, terminal)
  const report = { ...result, dryRun }
  if (options.format === 'json') writeJson(terminal, publishJson(report))
  else terminal.out(inert(publishText(report, terminal.outStyle)))
  return found !== 0 || result.outcomes.some(({ decision }) => decision.does === 'refuse') ? 1 : 0
}
