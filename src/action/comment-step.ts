import { hasReportShape } from '../adapters/report-schema.ts'
import { Failure } from '../core/failure.ts'
import { GitHubRefused, type GitHub } from '../core/github.ts'
import { say, type Message } from '../core/message.ts'
import type { ReviewReport } from '../report/review/report.ts'
import { readForkReport } from './fork-report.ts'
import type { Inputs } from './inputs.ts'
import { linksOf, runUrl } from './links.ts'
import { githubOf } from './open-github.ts'
import { commentUrl, outcomeText, post } from './post.ts'
import type { Runner } from './runner.ts'
import { readWorkflowRun, type WorkflowRun } from './workflow-run.ts'

/**
 * Comments for a check that might not: on `workflow_run`, with the report that the check left as an artifact. Nothing
 * of the workspace is read. What stands in the way is a warning, never a failure: the check itself has its own verdict.
 *
 * @throws Failure (usage) where the step stands in another workflow, or has no token
 */
export async function commentStep(runner: Runner, inputs: Inputs): Promise<void> {
  if (runner.event.name !== 'workflow_run') {
    throw new Failure('usage', say`comments for forks are made on workflow_run`, say`docs/action.md has both workflows`)
  }
  const github = await githubOf(runner, inputs)
  if (github === undefined) throw new Failure('usage', say`there is no token to comment with`, say`the input github-token is empty; left out, it is that of the job`)
  const run = readWorkflowRun(runner.event.payload)
  if (run === undefined) {
    warn(runner, say`no comment: the event does not say which repository the run was for; a fork that was deleted is none`)
    return
  }
  try {
    await relay(runner, { github, inputs, run })
  } catch (error) {
    if (!(error instanceof GitHubRefused)) throw error
    warn(runner, error.hint === undefined ? error.said : say`${error.said}: ${error.hint}`)
  }
}

interface Relay {
  readonly github: GitHub
  readonly inputs: Inputs
  readonly run: WorkflowRun
}

async function relay(runner: Runner, { github, inputs, run }: Relay): Promise<void> {
  const found = await readForkReport(github, run, inputs.artifact)
  if (found.report === undefined) {
    // A run of the repository's own branch has commented itself.
    if (run.headRepository.id === run.repository) runner.log(`no comment: ${found.problem}`)
    else warn(runner, say`no comment: ${found.problem}`)
    return
  }
  const report = reportIn(found.report)
  if (report === undefined) {
    warn(runner, say`no comment: the report of the check is not what Cairn writes, or what another version of it writes`)
    return
  }
  const { variables } = runner
  const { number } = found.pullRequest
  const links = linksOf(variables, { head: run.headSha, ...(report.base === undefined ? {} : { base: report.base }) })
  const outcome = await post({
    github,
    pullRequest: number,
    head: run.headSha,
    report: { ...report, snapshot: run.headSha },
    marker: inputs.marker,
    run: runUrl(variables, String(run.id)),
    prefix: found.prefix,
    note: noteOn(runUrl(variables, String(run.id))),
    ...(links && { links }),
  })
  const { log, warning } = outcomeText(outcome)
  for (const line of log) runner.log(line)
  if (warning !== undefined) warn(runner, warning)
  runner.output('comment-url', commentUrl(outcome, variables, number))
}

/** Who proposes a change may change the workflow that checks it: readers have to know whose word this is. */
function noteOn(run: string | undefined): string {
  const by = run === undefined ? 'the run of the pull request itself' : `[the run of the pull request itself](${run})`
  return `\n<sub>Reported by ${by}, which had no rights: a pull request that changes its own workflow can report anything.</sub>\n`
}

function reportIn(data: object): ReviewReport | undefined {
  return hasReportShape(data) ? (data as ReviewReport) : undefined
}

function warn(runner: Runner, message: Message): void {
  runner.annotate({ level: 'warning', title: 'Cairn', message })
}
