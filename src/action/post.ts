import type { GitHub } from '../core/github.ts'
import { say, type Message } from '../core/message.ts'
import { isQuiet } from '../report/review/quiet.ts'
import { COMMENT_BUDGET, reviewMarkdown, SMALLEST_BUDGET } from '../report/review/markdown.ts'
import type { Places } from '../report/review/place.ts'
import type { ReviewReport } from '../report/review/report.ts'
import type { Variables } from '../workspace.ts'
import { syncComment, type CommentOutcome } from './comment.ts'
import { elsewhereText } from './elsewhere.ts'
import { repositoryUrl } from './links.ts'

export interface Posting extends Places {
  readonly github: GitHub
  /** The number of the pull request. */
  readonly pullRequest: number
  /** The commit that the report is about. */
  readonly head: string
  readonly report: ReviewReport
  readonly marker: string
  /** The address of the run that has all; `undefined` where it is not known. */
  readonly run: string | undefined
  /** The file with the page of HTML that the run has written; empty for none. */
  readonly page?: string
  /** What stands below the report: Markdown of our own. */
  readonly note?: string
}

/** Makes the comment on a pull request say what the report says. */
export function post(posting: Posting): Promise<CommentOutcome> {
  const { github, pullRequest, head, report, marker, run, page = '', note = '', ...places } = posting
  const elsewhere = elsewhereText({ page, run, in: 'comment' })
  // What differs from run to run alone is left out, so that a comment that says the same stays as it is.
  const shown = { ...report, timing: [] }
  const body = (limit: number) => {
    return reviewMarkdown(shown, { budget: { ...COMMENT_BUDGET, limit }, elsewhere, ...places }) + note
  }
  return syncComment(github, {
    pullRequest,
    head,
    marker,
    body: body(COMMENT_BUDGET.limit),
    shorter: body(SMALLEST_BUDGET),
    ifNone: isQuiet(report) ? 'leave' : 'create',
  })
}

const DID_TEXT = {
  created: 'created',
  updated: 'updated',
  unchanged: 'left as it is',
  none: 'not made',
  outdated: 'not made',
} as const satisfies Record<Exclude<CommentOutcome['did'], 'refused'>, string>

export interface OutcomeText {
  readonly log: readonly string[]
  readonly warning: Message | undefined
}

/** What became of the comment, for the log; what somebody has to do something about is a warning. */
export function outcomeText(outcome: CommentOutcome): OutcomeText {
  if (outcome.did === 'refused') {
    const { warning, hint } = outcome
    return { log: [], warning: hint === undefined ? warning : say`${warning}: ${hint}` }
  }
  const { did, because, removed, foreign, warning } = outcome
  const log = [
    `comment: ${DID_TEXT[did]} (${because})`,
    ...(removed === 0 ? [] : [`comment: ${removed} older of its own deleted`]),
    ...(foreign === 0 ? [] : [`comment: ${foreign} by others with the same marker left alone`]),
  ]
  return { log, warning }
}

/** Where the comment is; empty where there is none, or the runner does not say on which server. */
export function commentUrl(outcome: CommentOutcome, variables: Variables, pullRequest: number): string {
  if (outcome.did === 'refused' || outcome.comment === undefined) return ''
  const repository = repositoryUrl(variables)
  return repository === undefined ? '' : `${repository}/pull/${pullRequest}#issuecomment-${outcome.comment}`
}
