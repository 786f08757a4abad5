import { resolve } from 'node:path'
import { repositoryOf, trustRepository, type Repository } from '../adapters/git.ts'
import { Failure } from '../core/failure.ts'
import type { GitHub } from '../core/github.ts'
import { say } from '../core/message.ts'
import { configurationRoot } from '../opening.ts'
import { findBase, refuseStrangers } from './base.ts'
import { readEvent, type Event } from './event.ts'
import { examine } from './examine.ts'
import type { Inputs } from './inputs.ts'
import { linksOf } from './links.ts'
import { githubOf } from './open-github.ts'
import { openerOf } from './opener.ts'
import { readPeople } from './people.ts'
import { publish } from './publish.ts'
import type { Runner } from './runner.ts'
import type { Audience } from './share.ts'

export interface CheckStep {
  readonly runner: Runner
  readonly inputs: Inputs
  readonly environment: NodeJS.ProcessEnv
  /** Whether this action is one that comments. */
  readonly mayComment: boolean
}

/**
 * What is checked out → what to compare with → check → comment, reports, outputs, verdict. A token is used only to read
 * reviews and to comment: without it the verdict is the same.
 */
export async function checkStep({ runner, inputs, environment, mayComment }: CheckStep): Promise<void> {
  const opener = await openerOf(inputs.ageKey, runner)
  const directory = resolve(runner.workspace, inputs.directory)
  trustRepository(repositoryAt(directory).top, environment)
  const root = configurationRoot(directory)
  const event = readEvent(runner.event)
  refuseStrangers(root, event)
  if (event.advice !== undefined) runner.annotate({ level: 'warning', title: 'Cairn', message: event.advice })
  const base = findBase(root, event, inputs.base)
  const { variables } = runner
  const { underReview, pullRequest } = event
  const github = mayComment && pullRequest !== undefined ? await githubOf(runner, inputs) : undefined
  const review = await examine({
    root,
    base,
    selection: { environments: inputs.environments },
    variables,
    underReview,
    clock: () => performance.now(),
    today: today(),
    ...(opener && { opener }),
    ...(pullRequest && { people: (access) => readPeople({ github, pullRequest, access }) }),
  })
  const head = headOf(event, runner.event.sha)
  const links = linksOf(variables, { head, ...(base.commit && { base: base.commit }) })
  await publish(runner, {
    review,
    inputs,
    prefix: repositoryOf(root).prefix,
    audience: audienceOf({ event, github, mayComment, inputs }),
    ...(links && { links }),
    ...(event.advice && { advised: 1 }),
  })
}

interface Circumstances extends Pick<CheckStep, 'inputs' | 'mayComment'> {
  readonly event: Event
  readonly github: GitHub | undefined
}

function audienceOf({ event: { pullRequest }, github, mayComment, inputs }: Circumstances): Audience {
  if (pullRequest === undefined || (mayComment && !inputs.comment)) return undefined
  return { pullRequest, github }
}

/** The day it is, `2027-01-31`, in UTC. */
const today = (): string => new Date().toISOString().slice(0, 10)

/** Of a pull request its own newest commit: the merge commit that is checked out is not to last. */
function headOf({ base }: Event, sha: string): string {
  return base.by === 'merge' && base.head !== '' ? base.head : sha
}

function repositoryAt(directory: string): Repository {
  try {
    return repositoryOf(directory)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure('usage', error.said, say`actions/checkout has to run before this step`)
  }
}
