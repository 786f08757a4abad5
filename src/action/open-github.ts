import type { GitHub } from '../core/github.ts'
import type { Inputs } from './inputs.ts'
import type { Runner } from './runner.ts'

/**
 * GitHub, or the GitHub Enterprise Server that the runner belongs to; `undefined` without a token. Its client is loaded
 * here alone: a check that tells nobody needs none.
 *
 * @throws Failure (usage) where what is given is no token
 */
export async function githubOf({ variables }: Runner, { token }: Inputs): Promise<GitHub | undefined> {
  if (token === '') return undefined
  const { openGitHub } = await import('../adapters/github/open.ts')
  const { GITHUB_API_URL: apiUrl = 'https://api.github.com', GITHUB_REPOSITORY: repository = '' } = variables
  return openGitHub({ token, apiUrl, repository })
}
