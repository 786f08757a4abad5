import type { GitHub, PullRequest } from '../core/github.ts'
import { list, name, say, type Message } from '../core/message.ts'
import type { WorkflowRun } from './workflow-run.ts'

export type FoundPullRequest =
  | { readonly pullRequest: PullRequest; readonly problem?: undefined }
  | { readonly problem: Message; readonly pullRequest?: undefined }

/**
 * The open pull request that a run was for: the one whose head is the run's commit, in the repository that it came
 * from. Nothing but GitHub is asked. The list of pull requests of a commit would not do: for a fork's it is empty.
 *
 * @throws GitHubRefused
 */
export async function findPullRequest(github: GitHub, run: WorkflowRun): Promise<FoundPullRequest> {
  const { headSha, headBranch, headRepository } = run
  const candidates = await github.openPullRequests({ owner: headRepository.owner, branch: headBranch })
  const found = candidates.filter((candidate) => isOf(candidate, run))
  const [listed, second] = found
  if (second !== undefined) {
    const numbers = list(found.map(({ number }) => say`${number}`))
    return { problem: say`${name(headSha)} is the head of the pull requests ${numbers}: which one the run was for cannot be told` }
  }
  // A list may be a little old.
  const pullRequest = listed === undefined ? undefined : await github.pullRequest(listed.number)
  if (pullRequest !== undefined && isOf(pullRequest, run)) return { pullRequest }
  return { problem: say`no open pull request has ${name(headSha)} as its head any more: it has newer commits, or was closed` }
}

function isOf({ isOpen, head, headRepository, baseRepository }: PullRequest, run: WorkflowRun): boolean {
  return isOpen && head === run.headSha && headRepository === run.headRepository.id && baseRepository === run.repository
}
