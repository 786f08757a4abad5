import { name, say, type Message } from '../core/message.ts'
import { at, idAt, textAt as foundAt } from '../core/untrusted.ts'

/** What started the workflow, as far as the check depends on it. */
export interface Event {
  /** What a change is compared with. */
  readonly base: BaseOfEvent
  /** Whether the event's own commit may be a proposal that nobody has agreed to yet; any other commit may always be. */
  readonly underReview: boolean
  /** Whether somebody else's repository started this run, although it has the rights of the repository itself. */
  readonly isForStrangers: boolean
  /** What the workflow's author should know. */
  readonly advice?: Message
  /** The pull request that the run is for. */
  readonly pullRequest?: PullRequestEvent
}

export interface PullRequestEvent {
  readonly number: number
  /** Its newest commit. */
  readonly head: string
  /** Id of the repository that it comes from; `undefined` where that was deleted. */
  readonly headRepository: number | undefined
  /** Login. */
  readonly author: string | undefined
  /** Whether such runs have a token that can only read: it comes from a fork or from Dependabot. */
  readonly isForeign: boolean
}

export type BaseOfEvent =
  /** The first parent of the merge commit that GitHub made of the branch that ends with `head`. */
  | { readonly by: 'merge'; readonly head: string; readonly merge: string }
  /** Of the event's own commit, and no other one, it is this one. */
  | { readonly by: 'commit'; readonly of: string; readonly commit: string; readonly because: Message; readonly isForced: boolean }
  | { readonly by: 'nothing'; readonly reason: Message }

export interface GivenEvent {
  /** `GITHUB_EVENT_NAME`. */
  readonly name: string
  /** `GITHUB_SHA`. */
  readonly sha: string
  /** What stands in the file `GITHUB_EVENT_PATH`, `undefined` where that is no JSON. */
  readonly payload: unknown
}

/** Reads an event (docs.github.com, "Events that trigger workflows" and "Webhook events and payloads"). */
export function readEvent({ name: event, sha, payload }: GivenEvent): Event {
  switch (event) {
    // Those of reviews check the same merge commit, with the same rights.
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return {
        base: { by: 'merge', head: textAt(payload, HEAD_SHA), merge: sha },
        underReview: true,
        isForStrangers: false,
        ...pullRequestOf(payload),
      }
    case 'pull_request_target':
      return {
        base: nothing(say`pull_request_target runs on the base branch, not on the pull request`),
        underReview: true,
        isForStrangers: isForked(payload, HEAD_REPOSITORY, BASE_REPOSITORY),
        advice: say`pull_request_target checks the base branch, with rights that no check needs: use pull_request`,
      }
    case 'workflow_run':
      return {
        base: nothing(say`workflow_run names no commit before`),
        underReview: textAt(payload, 'workflow_run.event').startsWith('pull_request'),
        isForStrangers: isForked(payload, 'workflow_run.head_repository', 'repository'),
      }
    case 'merge_group':
      return { base: mergeGroup(payload, sha), underReview: true, isForStrangers: false }
    case 'push':
      return { base: push(payload, sha), underReview: false, isForStrangers: false }
    default:
      return {
        base: nothing(event === '' ? say`no event names a commit before` : say`${name(event)} names no commit before`),
        underReview: false,
        isForStrangers: false,
      }
  }
}

const HEAD_SHA = 'pull_request.head.sha'
const HEAD_REPOSITORY = 'pull_request.head.repo'
const BASE_REPOSITORY = 'pull_request.base.repo'

function pullRequestOf(payload: unknown): Pick<Event, 'pullRequest'> {
  const number = idAt(payload, 'pull_request.number')
  const head = textAt(payload, HEAD_SHA)
  if (number === undefined || head === '') return {}
  const headRepository = idAt(payload, 'pull_request.head.repo.id')
  const author = foundAt(payload, 'pull_request.user.login')
  const isForeign = isForked(payload, HEAD_REPOSITORY, BASE_REPOSITORY) || author === 'dependabot[bot]'
  return { pullRequest: { number, head, headRepository, author, isForeign } }
}

const nothing = (reason: Message): BaseOfEvent => ({ by: 'nothing', reason })

function mergeGroup(payload: unknown, of: string): BaseOfEvent {
  const commit = textAt(payload, 'merge_group.base_sha')
  if (commit === '') return nothing(say`the event says no base of the merge group`)
  return { by: 'commit', of, commit, because: say`what the merge group is based on`, isForced: false }
}

function push(payload: unknown, of: string): BaseOfEvent {
  const commit = textAt(payload, 'before')
  if (commit === '') return nothing(say`the event says no commit before the push`)
  if (/^0+$/.test(commit)) return nothing(say`the push made the branch or tag, so nothing was there before`)
  const isForced = at(payload, 'forced') === true
  return { by: 'commit', of, commit, because: say`the commit before the push`, isForced }
}

/** Whether the two repositories are not the same one. One that was deleted is none. */
function isForked(payload: unknown, head: string, base: string): boolean {
  return at(payload, `${head}.id`) !== at(payload, `${base}.id`)
}

/** Empty where there is no text. */
const textAt = (payload: unknown, path: string): string => foundAt(payload, path) ?? ''
