import { accountBody, artifactBody, commentBody, ownAccountBody, pullRequestBody, reviewBody } from './bodies.ts'
import { addComment, type Right, type Token, type World } from './world.ts'

/** What one operation is asked with, checked against the description before. */
export interface Asked {
  readonly world: World
  readonly token: Token
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  /** Where artifacts are fetched from. */
  readonly storage: string
}

export interface Answered {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** A list of which GitHub shows a page, and how that is wrapped. */
  readonly list?: { readonly items: readonly unknown[]; readonly wrap?: (page: readonly unknown[]) => unknown }
}

type Operation = (asked: Asked) => Answered

const DOCUMENTATION = 'https://docs.github.com/rest'

export function errorBody(message: string, errors?: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { message, documentation_url: DOCUMENTATION, ...(errors === undefined ? {} : { errors }) }
}

const refuse = (status: number, message: string): Answered => ({ status, body: errorBody(message) })
const NOT_FOUND = refuse(404, 'Not Found')
const FORBIDDEN = refuse(403, 'Resource not accessible by integration')

/** An operation that a token needs a right for. */
function needing(right: Right, level: 'read' | 'write', operation: Operation): Operation {
  return (asked) => {
    const given = asked.token.rights[right]
    return given === 'write' || given === level ? operation(asked) : FORBIDDEN
  }
}

/** By the ids of GitHub's description. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'users/get-authenticated': ({ token }) => (token.kind === 'user' ? { status: 200, body: ownAccountBody(token.account) } : FORBIDDEN),

  'pulls/get': inRepository(needing('pull-requests', 'read', ({ world, parameters }) => {
    const pull = world.pullRequests.find(({ number }) => number === Number(parameters['pull_number']))
    return pull === undefined ? NOT_FOUND : { status: 200, body: pullRequestBody(world, pull) }
  })),

  'pulls/list': inRepository(needing('pull-requests', 'read', ({ world, query }) => {
    const state = query.get('state') ?? 'open'
    const head = query.get('head')
    const found = world.pullRequests.filter((pull) => {
      const label = `${pull.head.repository?.owner.login ?? ''}:${pull.head.branch}`
      return (state === 'all' || pull.state === state) && (head === null || head === label)
    })
    return { status: 200, list: { items: found.map((pull) => simplePullRequest(pullRequestBody(world, pull))) } }
  })),

  'pulls/list-reviews': inRepository(needing('pull-requests', 'read', ({ world, parameters }) => {
    const found = world.reviews.filter(({ pullRequest }) => pullRequest === Number(parameters['pull_number']))
    return { status: 200, list: { items: found.map(reviewBody) } }
  })),

  'issues/list-comments': inRepository(needing('pull-requests', 'read', ({ world, parameters }) => {
    const found = world.comments.filter(({ pullRequest }) => pullRequest === Number(parameters['issue_number']))
    return { status: 200, list: { items: found.map(commentBody) } }
  })),

  'issues/create-comment': inRepository(needing('pull-requests', 'write', ({ world, token, parameters, body }) => {
    const pull = world.pullRequests.find(({ number }) => number === Number(parameters['issue_number']))
    if (pull === undefined) return NOT_FOUND
    if (pull.locked) return refuse(403, 'Unable to create comment because issue is locked.')
    const text = textOf(body)
    return isTooLong(world, text) ?? { status: 201, body: commentBody(addComment(world, pull.number, token.account, text)) }
  })),

  'issues/update-comment': inRepository(needing('pull-requests', 'write', ({ world, token, parameters, body }) => {
    const comment = world.comments.find(({ id }) => id === Number(parameters['comment_id']))
    if (comment === undefined) return NOT_FOUND
    if (comment.author?.login !== token.account.login) return refuse(403, 'Unable to update comment of somebody else')
    const text = textOf(body)
    const tooLong = isTooLong(world, text)
    if (tooLong !== undefined) return tooLong
    comment.body = text
    return { status: 200, body: commentBody(comment) }
  })),

  'issues/delete-comment': inRepository(needing('pull-requests', 'write', ({ world, parameters }) => {
    const at = world.comments.findIndex(({ id }) => id === Number(parameters['comment_id']))
    if (at < 0) return NOT_FOUND
    world.comments.splice(at, 1)
    return { status: 204 }
  })),

  'teams/list-members-in-org': ({ world, token, parameters }) => {
    const found = world.teams.find(({ organization, team }) => organization === parameters['org'] && team === parameters['team_slug'])
    // Who may not see a team is not told that there is one.
    if (found === undefined || token.rights.members === undefined) return token.kind === 'app' ? FORBIDDEN : NOT_FOUND
    return { status: 200, list: { items: found.members.map(accountBody) } }
  },

  'actions/list-workflow-run-artifacts': inRepository(needing('actions', 'read', ({ world, parameters, query }) => {
    if (!world.runs.some(({ id }) => id === Number(parameters['run_id']))) return NOT_FOUND
    const name = query.get('name')
    const found = world.artifacts.filter((one) => one.run === Number(parameters['run_id']) && (name === null || one.name === name))
    return { status: 200, list: { items: found.map(artifactBody), wrap: (artifacts) => ({ total_count: found.length, artifacts }) } }
  })),

  'actions/download-artifact': inRepository(needing('actions', 'read', ({ world, parameters, storage }) => {
    const found = world.artifacts.find(({ id }) => id === Number(parameters['artifact_id']))
    if (found === undefined) return NOT_FOUND
    if (found.expired) return refuse(410, 'Artifact has expired')
    return { status: 302, headers: { location: `${storage}/${found.id}` } }
  })),
}

function inRepository(operation: Operation): Operation {
  return (asked) => {
    const { owner, name } = asked.world.repository
    const isThis = asked.parameters['owner'] === owner.login && asked.parameters['repo'] === name
    return isThis ? operation(asked) : NOT_FOUND
  }
}

/** Lists leave out what a single pull request has besides. */
function simplePullRequest(body: Readonly<Record<string, unknown>>): unknown {
  const more = ['additions', 'changed_files', 'comments', 'commits', 'deletions', 'mergeable', 'merged', 'merged_by', 'review_comments']
  return Object.fromEntries(Object.entries(body).filter(([key]) => !more.includes(key)))
}

const textOf = (body: unknown): string => (body as { readonly body: string }).body

function isTooLong({ limits }: World, text: string): Answered | undefined {
  if ([...text].length <= limits.comment) return undefined
  const message = `Body is too long (maximum is ${limits.comment} characters)`
  return {
    status: 422,
    body: errorBody('Validation Failed', [{ resource: 'IssueComment', code: 'unprocessable', field: 'data', message }]),
  }
}
