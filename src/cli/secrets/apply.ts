import { beforeEnding } from '../../adapters/ending.ts'
import { name, say } from '../../core/message.ts'
import { takeStep, type SecretsPlan } from '../../queries/secrets/plan.ts'
import { inert } from '../../report/inert.ts'
import { planJson, planMarkdown, planText } from '../../report/secrets/plan.ts'
import { plural } from '../../report/verdict.ts'
import type { CommonOptions } from '../options.ts'
import { writeJson } from '../output.ts'
import type { Terminal } from '../terminal.ts'
import { saveFile, type LoadedFile } from './files.ts'
import { tellProblems } from './tell.ts'
import type { OpenSecretsWorld } from './world.ts'

export interface BulkOptions extends CommonOptions {
  readonly dryRun?: boolean
}

interface Applying {
  readonly files: readonly LoadedFile[]
  /** What recipients are called. */
  readonly aliases: ReadonlyMap<string, string>
  readonly options: BulkOptions
  readonly terminal: Terminal
  readonly world: OpenSecretsWorld
}

/**
 * Prints a plan and, unless that is all that was asked for, carries it out: file by file, each in one step. A run that
 * is stopped leaves whole files, and the next one does the rest.
 *
 * @returns the exit code: 0 all is done, else the worst of what was refused
 */
export async function applyPlan(plan: SecretsPlan, run: Applying): Promise<number> {
  const { options, terminal, aliases } = run
  if (options.format === 'json') writeJson(terminal, planJson(plan))
  else if (options.format === 'markdown') terminal.out(inert(planMarkdown(plan, aliases)))
  else terminal.out(inert(planText(plan, aliases, terminal.outStyle)))
  const refused = await tellRefused(plan, run)
  if (options.dryRun === true) {
    if (plan.steps.length > 0) terminal.err('nothing was written\n')
    return refused
  }
  // A signal that is heard of ends the run between two files, and not in the middle of writing one.
  const stop = beforeEnding(() => undefined)
  try {
    const failed = await takeSteps(plan, run)
    return failed === 0 ? refused : failed
  } finally {
    stop()
  }
}

async function takeSteps({ steps }: SecretsPlan, { files, terminal, world }: Applying): Promise<number> {
  const loaded = new Map(files.map((file) => [file.path, file]))
  let worst = 0
  let done = 0
  for (const [i, step] of steps.entries()) {
    terminal.progress(i, steps.length, 'files')
    const file = loaded.get(step.path)
    if (file === undefined) continue
    const made = await takeStep(step, world)
    if (made.ok) {
      saveFile(file, made.result)
      done++
    } else worst = Math.max(worst, await tellProblems(file, made.problems, terminal, world))
  }
  terminal.clear()
  if (steps.length > 0) terminal.err(`${plural(done, 'file')} written${done < steps.length ? `, ${steps.length - done} left as they were` : ''}\n`)
  return worst
}

async function tellRefused({ refused }: SecretsPlan, { terminal, world }: Applying): Promise<number> {
  let worst = 0
  for (const { path, text, problems, reason } of refused) {
    if (reason !== undefined) terminal.err(inert(`${say`${name(path)}: ${reason}`}\n`))
    worst = Math.max(worst, reason === undefined ? await tellProblems({ path, text }, problems, terminal, world) : 1)
  }
  return worst
}
