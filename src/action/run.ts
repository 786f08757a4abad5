import { Failure, framesOf } from '../core/failure.ts'
import { VERSION } from '../version.ts'
import { checkStep } from './check-step.ts'
import { readInputs } from './inputs.ts'
import type { Runner } from './runner.ts'
import { readWorkflowRun } from './workflow-run.ts'

/** The actions of this repository, by what they may do: both by event, check and tell nobody, comment for forks. */
export type ActionName = 'root' | 'check' | 'comment'

export interface ActionRun {
  readonly action: ActionName
  readonly runner: Runner
  /** What Git is started with; a repository of another user is allowed in it. */
  readonly environment: NodeJS.ProcessEnv
}

/** One step of a workflow: the check of what is checked out, or the comment for a check that might not comment. */
export async function runAction({ action, runner, environment }: ActionRun): Promise<void> {
  try {
    const token = runner.input('github-token')
    if (token !== '') runner.mask(token)
    const inputs = readInputs(runner.input)
    const comments = action === 'comment' || (action === 'root' && isAfterPullRequest(runner))
    if (comments) await (await import('./comment-step.ts')).commentStep(runner, inputs)
    else await checkStep({ runner, inputs, environment, mayComment: action === 'root' })
  } catch (error) {
    fail(runner, error)
  }
}

function isAfterPullRequest({ event }: Runner): boolean {
  return event.name === 'workflow_run' && readWorkflowRun(event.payload)?.event === 'pull_request'
}

/** A run that broke is no verdict on the configuration: the output says so. */
function fail(runner: Runner, error: unknown): void {
  runner.output('verdict', 'broken')
  if (error instanceof Failure) {
    runner.fail(error.exit === 'usage' ? 2 : 3, error.hint === undefined ? error.said : `${error.said}\n${error.hint}`)
    return
  }
  runner.debug(framesOf(error))
  runner.fail(3, `a defect in Cairn ${VERSION} stopped this run; please report it, with the debug log of a run again`)
}
