import { Failure } from '../core/failure.ts'
import { list, name, say, type Message } from '../core/message.ts'
import { textAt } from '../core/untrusted.ts'
import type { GivenEvent } from './event.ts'

/** What starts a run whose commit is the branch's own, and no proposal. */
const EVENTS: readonly string[] = ['push', 'workflow_dispatch', 'schedule']

/**
 * Whatever else starts a run may bring what nobody has agreed to, or does so in the name of somebody else.
 *
 * @throws Failure (usage) where a run for such an event is to publish
 */
export function refuseProposals({ name: event }: Pick<GivenEvent, 'name'>): void {
  if (EVENTS.includes(event)) return
  const what = event === '' ? say`without an event nothing is published` : say`nothing is published on ${name(event)}`
  const hint = say`publish on push, when a change is part of its branch; OWNER/cairn/check checks what is only proposed`
  throw new Failure('usage', what, hint)
}

export interface PublishingBranch {
  /** `GITHUB_REF`. */
  readonly ref: string
  /** Names of branches; none for the default one. */
  readonly branches: readonly string[]
  /** Of the event. */
  readonly payload: unknown
}

/**
 * Why nothing of this run's branch or tag is published; `undefined` where it is. Only branches are: a tag may stand at
 * any commit, and who may push one need not be who may push to the branch.
 *
 * @throws Failure (usage) where no branch is named and the event says no default one
 */
export function whyUnpublished({ ref, branches, payload }: PublishingBranch): Message | undefined {
  if (!ref.startsWith(HEADS)) return say`checked, not published: ${name(ref)} is no branch`
  const branch = ref.slice(HEADS.length)
  const published = branches.length > 0 ? branches : [defaultBranch(payload)]
  if (published.includes(branch)) return undefined
  return say`checked, not published: ${list(published.map(name))} is published, not ${name(branch)} (input branches)`
}

const HEADS = 'refs/heads/'

function defaultBranch(payload: unknown): string {
  const branch = textAt(payload, 'repository.default_branch')
  if (branch !== undefined && branch !== '') return branch
  throw new Failure('usage', say`the event does not say which branch is the default one`, say`name what is published with the input branches`)
}
