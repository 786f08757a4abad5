import { GitHub as Octokit, getOctokitOptions } from '@actions/github/lib/utils'
import type { GitHubRefused } from '../../core/github.ts'
import { BadAnswer, refusedBy, type Task } from './refused.ts'

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
}

export interface ClientOptions {
  readonly token: string
  /** `https://api.github.com`, or `https://host/api/v3` of GitHub Enterprise Server: what GITHUB_API_URL says. */
  readonly apiUrl: string
  /** How long all requests may take together, in milliseconds, pauses that GitHub asks for included. */
  readonly patience?: number
  /** How long one request may take, in milliseconds. */
  readonly timeout?: number
  readonly clock?: Clock
}

type Api = InstanceType<typeof Octokit>

/** What each request has to be sent with. */
export interface Sending {
  readonly signal: AbortSignal
  /** The client would print what servers say of deprecation. */
  readonly log: Log
}

export interface Answer {
  readonly data: unknown
  readonly headers: Readonly<Record<string, unknown>>
}

type Send = (api: Api, sending: Sending) => Promise<Answer>

export interface Client {
  /**
   * Sends a request, again after a pause where GitHub is unavailable or asks for one, as long as patience lasts.
   *
   * @param read takes what is needed of the answer; throws `BadAnswer` where that is not there
   * @throws GitHubRefused
   */
  call<T>(task: Task, send: Send, read: (answer: Answer) => T | Promise<T>): Promise<T>
  /** The same for a list, all pages of it, as the `Link` header tells. */
  pages<T>(task: Task, page: Page<T>): Promise<T[]>
}

export interface Page<T> {
  readonly send: (api: Api, sending: Sending, at: { readonly per_page: 100; readonly page: number }) => Promise<Answer>
  readonly read: (answer: Answer) => readonly T[]
}

/** GitHub's limit on bursts lasts a minute; with two it is outlived once. */
const PATIENCE = 120_000
const TIMEOUT = 20_000
const ATTEMPTS = 5

export function createClient(options: ClientOptions): Client {
  const { token, apiUrl, patience = PATIENCE, timeout = TIMEOUT, clock = CLOCK } = options
  const api = new Octokit(getOctokitOptions(token, { baseUrl: apiUrl.replace(/\/+$/, ''), userAgent: 'cairn', log: SILENT }))
  const deadline = clock.now() + patience

  const call: Client['call'] = async (task, send, read) => {
    for (let attempt = 1; ; attempt++) {
      const left = deadline - clock.now()
      try {
        if (left <= 0) throw new BadAnswer('out of patience')
        const signal = AbortSignal.timeout(Math.ceil(Math.min(left, timeout)))
        return await read(await send(api, { signal, log: SILENT }))
      } catch (error) {
        const refused = refusedBy(error, task, clock.now())
        const pause = pauseBefore(refused, task, attempt)
        if (pause === undefined || clock.now() + pause >= deadline) throw refused
        await clock.sleep(pause)
      }
    }
  }

  const pages: Client['pages'] = async (task, { send, read }) => {
    const all = []
    for (let page = 1; ; page++) {
      const { items, isLast } = await call(
        task,
        (at, sending) => send(at, sending, { per_page: 100, page }),
        (answer) => ({ items: read(answer), isLast: !hasNext(answer) }),
      )
      all.push(...items)
      if (isLast) return all
    }
  }

  return { call, pages }
}

/** Milliseconds until the next attempt; `undefined` where there is to be none. */
function pauseBefore(refused: GitHubRefused, task: Task, attempt: number): number | undefined {
  if (attempt >= ATTEMPTS) return undefined
  // What is limited was not done.
  if (refused.refusal === 'rate-limited') return refused.retryAfter
  return refused.refusal === 'unavailable' && task.repeat === 'any' ? 1000 * 2 ** (attempt - 1) : undefined
}

/** The page is counted, not fetched from the address that a header names. */
function hasNext({ headers }: Answer): boolean {
  const { link } = headers
  return typeof link === 'string' && /;\s*rel="?next"?/.test(link)
}

interface Log {
  readonly debug: () => void
  readonly info: () => void
  readonly warn: () => void
  readonly error: () => void
}

const silent = () => undefined
const SILENT: Log = { debug: silent, info: silent, warn: silent, error: silent }
