import { Failure, framesOf } from '../core/failure.ts'
import { VERSION } from '../version.ts'
import { checkStep } from './check-step.ts'
import { readInputs, type InputName } from './inputs.ts'
import { maskLines } from './mask-lines.ts'
import type { Runner } from './runner.ts'
import { isAfterPullRequest } from './workflow-run.ts'

/** The actions of this repository: all by event, check and tell nobody, comment for forks, publish. */
export type ActionName = 'root' | 'check' | 'comment' | 'publish'

export interface ActionRun {
  readonly action: ActionName
  readonly runner: Runner
  /** What Git is started with; a repository of another user is allowed in it. */
  readonly environment: NodeJS.ProcessEnv
}

/** Told to nobody, so no program that this one starts is given them. */
const SECRETS: readonly InputName[] = ['github-token', 'age-key', 'sign-key']

/**
 * One step of a workflow: the check of what is checked out, the comment for a check that might not comment, or the
 * publication of what was pushed.
 */
export async function runAction({ action, runner, environment }: ActionRun): Promise<void> {
  try {
    const [token, ...keys] = SECRETS.map(runner.input)
    if (token !== undefined && token !== '') runner.mask(token)
    for (const key of keys) maskLines(key, runner)
    const inputs = readInputs(runner.input)
    for (const secret of SECRETS) Reflect.deleteProperty(environment, `INPUT_${secret.toUpperCase()}`)
    const comments = action === 'comment' || (action === 'root' && runner.event.name === 'workflow_run' && isAfterPullRequest(runner.event.payload))
    if (comments) await (await import('./comment-step.ts')).commentStep(runner, inputs)
    else if (action === 'publish' || (action === 'root' && (runner.event.name === 'push' || inputs.rollbackTo !== ''))) {
      const { publishStep } = await import('./publish-step.ts')
      await publishStep({ runner, inputs, environment, mayComment: action === 'root', withoutTargets: action === 'root' ? 'check' : 'refuse' })
    } else await checkStep({ runner, inputs, environment, mayComment: action === 'root' })
  } catch (error) {
    fail(runner, error)
  }
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
