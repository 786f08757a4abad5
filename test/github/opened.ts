import type { Clock, ClientOptions } from '../../src/adapters/github/client.ts'
import { openGitHub } from '../../src/adapters/github/open.ts'
import { GitHubRefused, type GitHub } from '../../src/core/github.ts'
import type { GitHubServer } from './server.ts'
import { TOKENS } from './world.ts'

/** A clock that does not wait: pauses pass at once, and are counted. */
export function quickClock(): Clock & { readonly pauses: readonly number[] } {
  const pauses: number[] = []
  const waited = () => pauses.reduce((sum, pause) => sum + pause, 0)
  return {
    pauses,
    now: () => Date.now() + waited(),
    sleep: (milliseconds) => {
      pauses.push(milliseconds)
      return Promise.resolve()
    },
  }
}

/** The adapter as the action opens it, for a server on this machine. */
export function opened({ apiUrl }: GitHubServer, options: Partial<ClientOptions> = {}): GitHub {
  return openGitHub({ token: TOKENS.job, apiUrl, repository: 'octo-org/configuration', clock: quickClock(), ...options })
}

/** What GitHub refused. */
export async function refusedBy(asked: Promise<unknown>): Promise<GitHubRefused> {
  try {
    await asked
  } catch (error) {
    if (error instanceof GitHubRefused) return error
    throw error
  }
  throw new Error('it was not refused')
}
