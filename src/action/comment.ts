import { GitHubRefused, type GitHub, type Refusal } from '../core/github.ts'
import { say, type Message } from '../core/message.ts'
import { planComment, type CommentPlan, type WantedComment } from './comment-plan.ts'

export interface CommentTask extends WantedComment {
  /** The number of the pull request. */
  readonly pullRequest: number
  /** The commit that the report is about. */
  readonly head: string
  /** Posted where GitHub finds the body too long. */
  readonly shorter?: string
}

export type CommentOutcome =
  | {
      readonly did: 'created' | 'updated' | 'unchanged' | 'none' | 'outdated'
      readonly because: Message
      /** Its id, where there is one now. */
      readonly comment?: number
      /** How many comments of our own were deleted. */
      readonly removed: number
      /** How many comments by others carry our marker. */
      readonly foreign: number
      /** What could not be done besides. */
      readonly warning?: Message
    }
  /** A warning, never a failure: a check is no worse for nobody being told in a comment. */
  | { readonly did: 'refused'; readonly refusal: Refusal; readonly warning: Message; readonly hint: Message | undefined }

/** Runs at the same time may get in each other's way: look, plan, write; then once more. */
const ROUNDS = 3

/**
 * Makes the one comment on a pull request say what it is to say. Running it twice does no more than running it once.
 * What GitHub refuses is told, not thrown.
 */
export async function syncComment(github: GitHub, task: CommentTask): Promise<CommentOutcome> {
  try {
    return await attempt(github, task, 1)
  } catch (error) {
    if (!(error instanceof GitHubRefused)) throw error
    const { refusal, said, hint } = error
    return { did: 'refused', refusal, warning: said, hint }
  }
}

async function attempt(github: GitHub, task: CommentTask, round: number): Promise<CommentOutcome> {
  const plan = await planNow(github, task)
  let comment: number | undefined
  try {
    comment = await write(github, task.pullRequest, plan)
  } catch (error) {
    const next = afterwards(error, plan, task)
    if (next === undefined || round === ROUNDS) throw error
    return attempt(github, next, round + 1)
  }
  const { removed, warning } = await removeRest(github, plan)
  const { because, foreign } = plan
  return {
    did: DID[plan.write.do](plan),
    because,
    removed,
    foreign,
    ...(comment === undefined ? {} : { comment }),
    ...(warning === undefined ? {} : { warning }),
  }
}

/** The head is asked for last, so that as little as possible can happen until the comment is written. */
async function planNow(github: GitHub, task: CommentTask): Promise<CommentPlan> {
  const comments = await github.comments(task.pullRequest, task.marker)
  const login = comments.length === 0 ? undefined : await github.login()
  const { head: current } = await github.pullRequest(task.pullRequest)
  return planComment({ comments, login, head: { reported: task.head, current } }, task)
}

/** @returns the id of the comment */
async function write(github: GitHub, pullRequest: number, { write }: CommentPlan): Promise<number | undefined> {
  if (write.do === 'create') return github.createComment(pullRequest, write.body)
  if (write.do === 'update') await github.updateComment(write.id, write.body)
  return 'id' in write ? write.id : undefined
}

/** What to try after a failure; `undefined` where nothing would help. */
function afterwards(error: unknown, { write }: CommentPlan, task: CommentTask): CommentTask | undefined {
  if (!(error instanceof GitHubRefused)) return undefined
  switch (error.refusal) {
    case 'too-long':
      return task.shorter === undefined || task.shorter === task.body ? undefined : { ...task, body: task.shorter }
    // Deleted since it was listed.
    case 'not-found':
      return write.do === 'update' ? task : undefined
    // It may have been made before the answer got lost: only another look tells.
    case 'unavailable':
      return write.do === 'create' ? task : undefined
    default:
      return undefined
  }
}

/** The comment is written already: what fails here is told beside it. */
async function removeRest(github: GitHub, { remove }: CommentPlan): Promise<{ removed: number; warning?: Message }> {
  let removed = 0
  for (const id of remove) {
    try {
      await github.deleteComment(id)
      removed++
    } catch (error) {
      if (!(error instanceof GitHubRefused)) throw error
      if (error.refusal === 'not-found') continue
      return { removed, warning: error.hint === undefined ? error.said : say`${error.said}: ${error.hint}` }
    }
  }
  return { removed }
}

type Did = Exclude<CommentOutcome['did'], 'refused'>

const DID: Readonly<Record<CommentPlan['write']['do'], (plan: CommentPlan) => Did>> = {
  create: () => 'created',
  update: () => 'updated',
  nothing: ({ write }) => (write.do === 'nothing' ? write.state : 'unchanged'),
}
