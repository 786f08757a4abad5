import { idAt, textAt } from '../core/untrusted.ts'

/** The run whose end started this one, as GitHub itself tells: nothing of it was written by who proposed the change. */
export interface WorkflowRun {
  readonly id: number
  /** What started it: `pull_request`, say. */
  readonly event: string
  readonly headSha: string
  readonly headBranch: string
  readonly headRepository: { readonly id: number; readonly owner: string }
  /** Id of the repository in which it ran. */
  readonly repository: number
}

/**
 * Reads the payload of the event `workflow_run`. Its `pull_requests` are left alone: they are empty for forks.
 *
 * @returns `undefined` where something is missing, such as the repository of a fork that was deleted
 */
export function readWorkflowRun(payload: unknown): WorkflowRun | undefined {
  const id = idAt(payload, 'workflow_run.id')
  const event = textAt(payload, 'workflow_run.event')
  const headSha = textAt(payload, 'workflow_run.head_sha')
  const headBranch = textAt(payload, 'workflow_run.head_branch')
  const head = idAt(payload, 'workflow_run.head_repository.id')
  const owner = textAt(payload, 'workflow_run.head_repository.owner.login')
  const repository = idAt(payload, 'workflow_run.repository.id')
  if (id === undefined || event === undefined || headSha === undefined || headBranch === undefined) return undefined
  if (head === undefined || owner === undefined || repository === undefined) return undefined
  return { id, event, headSha, headBranch, headRepository: { id: head, owner }, repository }
}

/** What starts a check of a pull request, which leaves a report where it may not comment. */
const OF_PULL_REQUESTS: readonly string[] = ['pull_request', 'pull_request_review', 'pull_request_review_comment']

/** Whether a run was started by what checks a pull request. */
export function isOfPullRequest({ event }: Pick<WorkflowRun, 'event'>): boolean {
  return OF_PULL_REQUESTS.includes(event)
}

/** The same of the payload of `workflow_run`, where the rest of it may be missing. */
export function isAfterPullRequest(payload: unknown): boolean {
  return isOfPullRequest({ event: textAt(payload, 'workflow_run.event') ?? '' })
}
