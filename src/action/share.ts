import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { writeReport } from '../adapters/report-file.ts'
import type { GitHub } from '../core/github.ts'
import type { Message } from '../core/message.ts'
import type { Links } from '../report/review/place.ts'
import type { ReviewReport } from '../report/review/report.ts'
import { shrunk } from '../report/review/shrink.ts'
import type { PullRequestEvent } from './event.ts'
import type { Inputs } from './inputs.ts'
import { runUrl } from './links.ts'
import { commentUrl, outcomeText, post } from './post.ts'
import type { Runner } from './runner.ts'

/** Whom the report is for besides who reads the log; `undefined` for nobody, and no GitHub where it may not be told. */
export type Audience = { readonly pullRequest: PullRequestEvent; readonly github: GitHub | undefined } | undefined

export interface Sharing {
  readonly report: ReviewReport
  readonly audience: Audience
  readonly inputs: Inputs
  readonly prefix: string
  readonly links?: Links
  /** The file with the page of HTML; empty for none. */
  readonly page: string
}

export interface Shared {
  readonly commentUrl: string
  /** The file for the workflow that comments; empty where this run has commented itself. */
  readonly handoff: string
  readonly warnings: readonly Message[]
}

/** Tells the pull request; where this run may not, writes the report for a workflow that may. */
export async function share(runner: Runner, sharing: Sharing): Promise<Shared> {
  const { audience } = sharing
  if (audience === undefined) return { commentUrl: '', handoff: '', warnings: [] }
  const { pullRequest, github } = audience
  const { report, inputs, prefix, links, page } = sharing
  if (github === undefined) return { commentUrl: '', handoff: await handOver(runner, sharing), warnings: [] }
  const places = { prefix, ...(links && { links }) }
  const outcome = await post({
    github,
    pullRequest: pullRequest.number,
    head: pullRequest.head,
    report,
    marker: inputs.marker,
    run: runUrl(runner.variables),
    page,
    ...places,
  })
  const { log, warning } = outcomeText(outcome)
  for (const line of log) runner.log(line)
  const url = commentUrl(outcome, runner.variables, pullRequest.number)
  if (outcome.did !== 'refused') return { commentUrl: url, handoff: '', warnings: warning === undefined ? [] : [warning] }
  const handoff = await handOver(runner, sharing)
  if (!pullRequest.isForeign) return { commentUrl: url, handoff, warnings: warning === undefined ? [] : [warning] }
  // That is how it is meant to be: nobody has to be warned of it.
  runner.log(`comment: left to a workflow that may write, since this run is for a fork or for Dependabot: ${warning ?? ''}`)
  return { commentUrl: url, handoff, warnings: [] }
}

async function handOver(runner: Runner, { report, audience, prefix }: Sharing): Promise<string> {
  const from = audience?.pullRequest.headRepository
  // The fork may be gone by now: then there is nobody whom the report could be of.
  if (audience === undefined || from === undefined) return ''
  const { HANDOFF_FILE, MAX_HANDOFF_BYTES, writeHandoff } = await import('../adapters/handoff.ts')
  const head = { sha: audience.pullRequest.head, repository: from }
  const write = (one: ReviewReport) => writeHandoff(head, { report: one, prefix })
  const text = write(shrunk(report, (one) => Buffer.byteLength(write(one)) <= MAX_HANDOFF_BYTES))
  // A folder of its own: two steps of a job may both hand something over, in files of this name.
  return writeReport(join(runner.temporary ?? runner.workspace, `cairn-${randomUUID()}`, HANDOFF_FILE), text, runner)
}
