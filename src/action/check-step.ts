import { headCommit, repositoryOf, trustRepository } from '../adapters/git.ts'
import type { GitHub } from '../core/github.ts'
import { findBase, refuseStrangers } from './base.ts'
import { findConfiguration, findDirectory } from './configuration.ts'
import { readEvent, type Event } from './event.ts'
import { examine } from './examine.ts'
import type { Inputs } from './inputs.ts'
import { linksOf } from './links.ts'
import { githubOf } from './open-github.ts'
import { openerOf } from './opener.ts'
import { readPeople } from './people.ts'
import type { Runner } from './runner.ts'
import type { Audience } from './share.ts'
import { tellReview } from './tell-review.ts'

export interface CheckStep {
  readonly runner: Runner
  readonly inputs: Inputs
  readonly environment: NodeJS.ProcessEnv
  /** Whether this action is one that comments. */
  readonly mayComment: boolean
  /** How many notices the step has shown already. */
  readonly noticed?: number
}

/**
 * What is checked out → what to compare with → check → comment, reports, outputs, verdict. A token is used only to read
 * reviews and to comment: without it the verdict is the same.
 */
export async function checkStep({ runner, inputs, environment, mayComment, noticed = 0 }: CheckStep): Promise<void> {
  const opener = await openerOf(inputs.ageKey, runner)
  const { directory, top } = findDirectory(runner.workspace, inputs.directory)
  trustRepository(top, environment)
  const event = readEvent(runner.event)
  const head = headCommit(directory)
  refuseStrangers(event, head, runner.event.sha)
  const base = findBase(directory, { event, head, named: inputs.base })
  // Workflows of other events may check out what somebody proposes, such as one that a comment starts.
  const underReview = event.underReview || head?.commit !== runner.event.sha
  const { root, moved } = findConfiguration(directory, base, underReview)
  const advice = [event.advice, moved].filter((message) => message !== undefined)
  for (const message of advice) runner.annotate({ level: 'warning', title: 'Cairn', message })
  const { variables } = runner
  const { pullRequest } = event
  const github = mayComment && pullRequest !== undefined ? await githubOf(runner, inputs) : undefined
  // Where nobody is told, GitHub is asked only who has approved, and only where somebody has to.
  const reader = async () => github ?? (await githubOf(runner, inputs))
  const found = await examine({
    root,
    base,
    head: head?.commit,
    selection: { environments: inputs.environments },
    variables,
    underReview,
    clock: () => performance.now(),
    today: today(),
    ...(opener && { opener }),
    ...(pullRequest && { people: async (access) => readPeople({ github: await reader(), pullRequest, access }) }),
  })
  const links = linksOf(variables, { head: headOf(event, runner.event.sha), ...(base.commit && { base: base.commit }) })
  await tellReview(runner, {
    review: moved === undefined ? found : { ...found, notChecked: [...found.notChecked, moved] },
    inputs,
    prefix: repositoryOf(root).prefix,
    audience: audienceOf({ event, github, mayComment, inputs }),
    ...(links && { links }),
    advised: advice.length,
    noticed,
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
