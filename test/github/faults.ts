import { errorBody } from './operations.ts'

/** How GitHub misbehaves when it is asked for something. */
export interface Fault {
  /** The operation, by the id of GitHub's description, or `graphql`, or `storage`. */
  readonly on: string
  /** How often; each time where it is left out. */
  times?: number
  /** Which calls before go well. */
  after?: number
  /** Answers with this in place of the truth. */
  readonly answer?: { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: unknown }
  /** Does what it was asked to all the same. */
  readonly done?: boolean
  /** Milliseconds until it answers. */
  readonly delay?: number
  /** Breaks off: without an answer, or in the middle of the body, closing the connection or leaving it open. */
  readonly breaks?: 'at once' | 'in the body' | 'in the body, silently'
  /** What happens in GitHub as soon as this was answered: the head moves, say. */
  readonly then?: () => void
}

const REQUEST = { 'x-github-request-id': 'C0DE:1234:5678:9ABC' }

/** Answers that GitHub is known for. */
export const ANSWERS = {
  /** A job without the permission, or one that runs for a fork. */
  forbidden: { status: 403, headers: REQUEST, body: errorBody('Resource not accessible by integration') },
  /** Asked too fast. */
  secondaryLimit: (seconds: number) => ({
    status: 403,
    headers: { ...REQUEST, 'retry-after': String(seconds) },
    body: errorBody('You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
  }),
  /** The same without a word on how long; it happens. */
  secondaryLimitUntold: {
    status: 403,
    headers: REQUEST,
    body: errorBody('You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
  },
  /** The hour's requests are used up. */
  primaryLimit: (resetAt: number) => ({
    status: 429,
    headers: { ...REQUEST, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)) },
    body: errorBody('API rate limit exceeded for installation.'),
  }),
  notFound: { status: 404, headers: REQUEST, body: errorBody('Not Found') },
  /** A proxy that answers in its own words. */
  badGateway: { status: 502, headers: { ...REQUEST, 'content-type': 'text/html' }, body: '<html>Unicorn! SECRET-OF-THE-PROXY</html>' },
  tooLong: {
    status: 422,
    headers: REQUEST,
    body: errorBody('Validation Failed', [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message: 'Body is too long' }]),
  },
} as const
