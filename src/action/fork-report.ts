import { HANDOFF_FILE, MAX_HANDOFF_BYTES, readHandoff } from '../adapters/handoff.ts'
import type { GitHub, PullRequest } from '../core/github.ts'
import { name, say, type Message } from '../core/message.ts'
import { findPullRequest } from './find-pull-request.ts'
import { isOfPullRequest, type WorkflowRun } from './workflow-run.ts'

export type ForkReport =
  | {
      readonly pullRequest: PullRequest
      /** Hostile: an object of bounded size and depth, nothing else. */
      readonly report: object
      /** Hostile, too: a path, it is said. */
      readonly prefix: string
      readonly problem?: undefined
    }
  | { readonly problem: Message; readonly pullRequest?: undefined; readonly report?: undefined }

/**
 * The report that a check of a fork or of Dependabot left as an artifact, and the pull request that it is for. What the
 * artifact says of the latter is compared with what GitHub says, never believed.
 *
 * @throws GitHubRefused
 */
export async function readForkReport(github: GitHub, run: WorkflowRun, artifact: string): Promise<ForkReport> {
  if (!isOfPullRequest(run)) {
    return { problem: say`run ${run.id} was started by ${name(run.event)}, not by pull_request` }
  }
  const { pullRequest, problem } = await findPullRequest(github, run)
  if (pullRequest === undefined) return { problem }
  const found = await github.artifactFile({ run: run.id, artifact, file: HANDOFF_FILE, limit: MAX_HANDOFF_BYTES })
  if (found.bytes === undefined) return { problem: found.problem }
  const read = readHandoff(found.bytes, { sha: run.headSha, repository: run.headRepository.id })
  if (read.report === undefined) return { problem: read.problem }
  return { pullRequest, report: read.report, prefix: read.prefix }
}
