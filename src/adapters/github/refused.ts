import { GitHubRefused, type Refusal } from '../../core/github.ts'
import { name, say, type Message } from '../../core/message.ts'
import { at, textAt } from '../../core/untrusted.ts'

/** One thing that GitHub is asked to do, as messages speak of it. */
export interface Task {
  /** `comment on pull request 3`: completes "the token may not …". */
  readonly doing: Message
  /** What the token needs: `the permission pull-requests: write`. */
  readonly needs: Message
  /** `once`: doing it again after it may have been done does harm. */
  readonly repeat: 'any' | 'once'
}

/** What a request ended with instead of an answer that can be used. */
interface Ended {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  /** The text of GitHub's answer, to tell cases apart that share a status; it is passed on to nobody. */
  readonly text: string
}

/**
 * What an error of the client means. Only its status, some headers and, to tell cases apart, GitHub's text are looked
 * at.
 *
 * @param now milliseconds since 1970
 * @throws the error itself where it comes from nothing that GitHub or the network did: that is a defect
 */
export function refusedBy(error: unknown, task: Task, now: number): GitHubRefused {
  if (error instanceof GitHubRefused) return error
  const ended = endOf(error)
  if (ended === undefined) throw error
  return refused(ended, task, now)
}

/** An answer that is not what GitHub's API describes: something stood between, or it broke off. */
export class BadAnswer extends Error {}

const NO_ANSWER: Ended = { status: undefined, headers: {}, text: '' }

function endOf(error: unknown): Ended | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof BadAnswer || error.name === 'AbortError') return NO_ANSWER
  // GraphQL says that it failed with status 200.
  if (error.name === 'GraphqlResponseError') return { ...NO_ANSWER, status: 200 }
  // RequestError of @octokit/request-error: without a response it is the network that failed, whatever its status says.
  if (error.name !== 'HttpError') return undefined
  const response = at(error, 'response')
  if (response === undefined) return NO_ANSWER
  const data = at(response, 'data')
  const status = at(response, 'status')
  return {
    status: typeof status === 'number' ? status : undefined,
    headers: (at(response, 'headers') ?? {}) as Readonly<Record<string, unknown>>,
    text: typeof data === 'string' ? data : JSON.stringify(data ?? ''),
  }
}

function refused(ended: Ended, task: Task, now: number): GitHubRefused {
  const refusal = refusalOf(ended)
  const { status } = ended
  const requestId = requestIdOf(ended)
  const retryAfter = refusal === 'rate-limited' ? waitOf(ended, now) : undefined
  const wait = Math.ceil((retryAfter ?? 0) / 1000)
  const { said, hint } = TEXTS[refusal]({ ...task, answer: answerOf(status, requestId), wait })
  return new GitHubRefused({ refusal, said, hint, status, requestId, retryAfter })
}

function refusalOf(ended: Ended): Refusal {
  const { status, text } = ended
  switch (status) {
    case undefined:
      return 'unavailable'
    case 401:
      return 'unauthorized'
    case 403:
      if (isLimited(ended)) return 'rate-limited'
      return /\blocked\b/i.test(text) ? 'locked' : 'forbidden'
    case 404:
    case 410:
      return 'not-found'
    case 408:
      return 'unavailable'
    case 429:
      return 'rate-limited'
    default:
      if (status >= 500) return 'unavailable'
      return status === 422 && /\btoo long\b/i.test(text) ? 'too-long' : 'rejected'
  }
}

/**
 * Whether a 403 is a limit: it says when to come back, or that nothing remains (docs.github.com, "Rate limits for the
 * REST API").
 */
function isLimited({ headers, text }: Ended): boolean {
  if (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0') return true
  return /secondary rate limit/i.test(text)
}

/** Milliseconds to wait: as told, else until the limit is reset, else the minute that GitHub asks for. */
function waitOf({ headers }: Ended, now: number): number {
  const after = Number(headers['retry-after'] ?? Number.NaN)
  if (Number.isFinite(after) && after >= 0) return after * 1000
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN)
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) return Math.max(0, reset * 1000 - now)
  return 60_000
}

function requestIdOf({ headers }: Ended): string | undefined {
  const id = textAt(headers, 'x-github-request-id')
  return id !== undefined && /^[\w:.-]{1,80}$/.test(id) ? id : undefined
}

function answerOf(status: number | undefined, requestId: string | undefined): Message {
  if (status === undefined) return say`no answer that could be used`
  return requestId === undefined ? say`status ${status}` : say`status ${status}, request ${name(requestId)}`
}

interface Circumstances extends Task {
  readonly answer: Message
  /** Seconds. */
  readonly wait: number
}

interface Text {
  readonly said: Message
  readonly hint: Message | undefined
}

const TEXTS: Readonly<Record<Refusal, (of: Circumstances) => Text>> = {
  'unauthorized': ({ doing, answer }) => ({
    said: say`GitHub does not accept the token, so Cairn cannot ${doing} (${answer})`,
    hint: say`the input github-token has to be a token that is still valid; left out, it is that of the job`,
  }),
  'forbidden': ({ doing, needs, answer }) => ({
    said: say`the token may not ${doing} (${answer})`,
    hint: say`it needs ${needs}; a job that runs for a fork or for Dependabot may only read, whatever its workflow says`,
  }),
  'not-found': ({ doing, needs, answer }) => ({
    said: say`GitHub does not find what it needs to ${doing} (${answer})`,
    hint: say`it is gone, or the token lacks ${needs}`,
  }),
  'locked': ({ doing, answer }) => ({
    said: say`the conversation is locked, so Cairn cannot ${doing} (${answer})`,
    hint: undefined,
  }),
  'too-long': ({ doing, answer }) => ({
    said: say`GitHub finds the text too long to ${doing} (${answer})`,
    hint: undefined,
  }),
  'rejected': ({ doing, answer }) => ({
    said: say`GitHub does not take what it is sent to ${doing} (${answer})`,
    hint: undefined,
  }),
  'rate-limited': ({ doing, answer, wait }) => ({
    said: say`GitHub limits how often it is asked and wants a pause of ${wait} s before Cairn may ${doing} (${answer})`,
    hint: say`run the job again later`,
  }),
  'unavailable': ({ doing, answer }) => ({
    said: say`GitHub could not be asked to ${doing}: ${answer}`,
    hint: say`run the job again; githubstatus.com says whether GitHub has a problem`,
  }),
}
