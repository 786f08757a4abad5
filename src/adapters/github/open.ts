import { compareText } from '../../core/collector.ts'
import { hasMarker } from '../../core/comment-marker.ts'
import { Failure } from '../../core/failure.ts'
import { GitHubRefused, type GitHub, type Team, type TeamMembers } from '../../core/github.ts'
import { name, say, type Message } from '../../core/message.ts'
import { commentIn, listIn, loginIn, pullRequestIn, reviewIn } from './answers.ts'
import type { RepositoryName } from './artifact.ts'
import { createClient, type Client, type ClientOptions } from './client.ts'
import type { Task } from './refused.ts'
import { latestReviews } from './reviews.ts'

export interface OpenGitHub extends ClientOptions {
  /** `owner/name`: what GITHUB_REPOSITORY says. */
  readonly repository: string
}

/**
 * GitHub, or a GitHub Enterprise Server, through @actions/github. The token is taken from the argument alone.
 *
 * @throws Failure (usage) where the repository is not `owner/name`, or the token is none
 */
export function openGitHub({ repository, ...options }: OpenGitHub): GitHub {
  const [owner = '', repo = '', ...rest] = repository.split('/')
  if (owner === '' || repo === '' || rest.length > 0) {
    throw new Failure('usage', say`${name(repository)} is no repository on GitHub`)
  }
  // One with a blank or a line break in it would fail later, in words that quote it.
  if (!/^[!-~]+$/.test(options.token)) throw new Failure('usage', say`the input github-token holds no token`)
  const client = createClient(options)
  const at: RepositoryName = { owner, repo }
  let login: Promise<string> | undefined
  return {
    login: () => (login ??= askLogin(client)),
    ...pullRequests(client, at),
    ...comments(client, at),
    teamMembers: (team) => teamMembers(client, team),
    // Only the workflow that comments for forks unpacks anything.
    artifactFile: async (wanted) => (await import('./artifact.ts')).artifactFile(client, at, wanted),
  }
}

const READS_PULLS = say`the permission pull-requests: read`
/** Said also of what is read for a comment: who adds `read` would be told to add `write` by the next run. */
const WRITES_PULLS = say`the permission pull-requests: write`

const task = (doing: Message, needs: Message): Task => ({ doing, needs, repeat: 'any' })

/** Whose comments those of a job's own token are. */
const JOB_LOGIN = 'github-actions[bot]'

/**
 * `GET /user` is refused to the tokens of apps, a job's own among them; GraphQL's `viewer` is told to every token.
 * Where neither tells (a server without GraphQL, a token of a job), it can only be the job's.
 */
async function askLogin(client: Client): Promise<string> {
  const asking = task(say`find out whose token it has`, say`no permission for that`)
  const viewer = await allowed(
    client.call(
      asking,
      async (api, request) => ({ data: await api.graphql('query { viewer { login } }', { request }), headers: {} }),
      ({ data }) => loginIn(data, 'viewer.login'),
    ),
  )
  const user = viewer ?? (await allowed(
    client.call(asking, (api, request) => api.rest.users.getAuthenticated({ request }), ({ data }) => loginIn(data)),
  ))
  return user ?? JOB_LOGIN
}

/** `undefined` where it is not there or not for this token. */
async function allowed<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof GitHubRefused && ['forbidden', 'not-found', 'rejected'].includes(error.refusal)) return undefined
    throw error
  }
}

function pullRequests(client: Client, at: RepositoryName): Pick<GitHub, 'pullRequest' | 'openPullRequests' | 'reviews'> {
  return {
    pullRequest: (number) =>
      client.call(
        task(say`read pull request ${number}`, WRITES_PULLS),
        (api, request) => api.rest.pulls.get({ ...at, pull_number: number, request }),
        ({ data }) => pullRequestIn(data),
      ),
    openPullRequests: ({ owner, branch }) =>
      client.pages(task(say`list pull requests`, WRITES_PULLS), {
        send: (api, request, page) => api.rest.pulls.list({ ...at, state: 'open', head: `${owner}:${branch}`, ...page, request }),
        read: (answer) => listIn(answer).map(pullRequestIn),
      }),
    reviews: async (number, head) => {
      const given = await client.pages(task(say`read the reviews of pull request ${number}`, READS_PULLS), {
        send: (api, request, page) => api.rest.pulls.listReviews({ ...at, pull_number: number, ...page, request }),
        read: (answer) => listIn(answer).map(reviewIn),
      })
      return latestReviews(given.filter((review) => review !== undefined), head)
    },
  }
}

type Commenting = Pick<GitHub, 'comments' | 'createComment' | 'updateComment' | 'deleteComment'>

function comments(client: Client, at: RepositoryName): Commenting {
  return {
    comments: (number, marker) =>
      client.pages(task(say`read the comments of pull request ${number}`, WRITES_PULLS), {
        send: (api, request, page) => api.rest.issues.listComments({ ...at, issue_number: number, ...page, request }),
        // A long conversation is not kept as a whole.
        read: (answer) => listIn(answer).map(commentIn).filter(({ body }) => hasMarker(body, marker)),
      }),
    createComment: (number, body) =>
      client.call(
        { doing: say`comment on pull request ${number}`, needs: WRITES_PULLS, repeat: 'once' },
        (api, request) => api.rest.issues.createComment({ ...at, issue_number: number, body, request }),
        ({ data }) => commentIn(data).id,
      ),
    updateComment: (id, body) =>
      client.call(
        task(say`change its comment`, WRITES_PULLS),
        (api, request) => api.rest.issues.updateComment({ ...at, comment_id: id, body, request }),
        done,
      ),
    deleteComment: (id) =>
      client.call(
        task(say`delete a second comment of its own`, WRITES_PULLS),
        (api, request) => api.rest.issues.deleteComment({ ...at, comment_id: id, request }),
        done,
      ),
  }
}

const done = () => undefined

async function teamMembers(client: Client, { organization, team }: Team): Promise<TeamMembers> {
  const needs = say`the organization permission members: read, which no job's own token has but that of a GitHub App may`
  try {
    const members = await client.pages(task(say`list the members of the team ${name(`${organization}/${team}`)}`, needs), {
      send: (api, request, page) => {
        return api.rest.teams.listMembersInOrg({ org: organization, team_slug: team, ...page, request })
      },
      read: (answer) => listIn(answer).map((member) => loginIn(member)),
    })
    return { members: [...new Set(members)].sort(compareText) }
  } catch (error) {
    if (!(error instanceof GitHubRefused)) throw error
    return { problem: error.hint === undefined ? error.said : say`${error.said}: ${error.hint}` }
  }
}
