import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account, Artifact, Comment, PullRequest, Repository, Review, Run, World } from './world.ts'

type Body = Readonly<Record<string, unknown>>

const EVENTS = join(import.meta.dirname, '../fixtures/github/events')

/** A payload that GitHub sent once. */
export function eventPayload(name: 'pull_request.synchronize' | 'workflow_run.completed'): Body {
  return JSON.parse(readFileSync(join(EVENTS, `${name}.json`), 'utf8')) as Body
}

const EXAMPLE = eventPayload('pull_request.synchronize')['pull_request'] as Body & { readonly head: { readonly repo: Body } }
const WHEN = '2026-11-23T10:00:00Z'

export function accountBody({ login, id, type }: Account): Body {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  }
}

/** What GitHub tells of the account of a token, which is more. */
export function ownAccountBody(account: Account): Body {
  return {
    ...accountBody(account),
    name: account.login,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: WHEN,
    updated_at: WHEN,
  }
}

function repositoryBody(repository: Repository): Body {
  const fullName = `${repository.owner.login}/${repository.name}`
  const text = JSON.stringify(EXAMPLE.head.repo).replaceAll('Codertocat/Hello-World', fullName)
  return {
    ...(JSON.parse(text) as Body),
    id: repository.id,
    name: repository.name,
    full_name: fullName,
    owner: accountBody(repository.owner),
  }
}

export function pullRequestBody(world: World, pull: PullRequest): Body {
  const { repository } = world
  const fullName = `${repository.owner.login}/${repository.name}`
  const text = JSON.stringify({ ...EXAMPLE, head: null, base: null })
    .replaceAll('Codertocat/Hello-World', fullName)
    .replaceAll('pulls/2', `pulls/${pull.number}`)
    .replaceAll('pull/2', `pull/${pull.number}`)
    .replaceAll('issues/2', `issues/${pull.number}`)
  const { head } = pull
  const owner = head.repository?.owner
  return {
    ...(JSON.parse(text) as Body),
    number: pull.number,
    state: pull.state,
    locked: pull.locked,
    user: accountBody(pull.author),
    head: {
      label: `${owner?.login ?? 'unknown'}:${head.branch}`,
      ref: head.branch,
      sha: head.sha,
      user: accountBody(owner ?? pull.author),
      repo: head.repository === undefined ? null : repositoryBody(head.repository),
    },
    base: {
      label: `${repository.owner.login}:main`,
      ref: 'main',
      sha: 'b'.repeat(40),
      user: accountBody(repository.owner),
      repo: repositoryBody(repository),
    },
  }
}

export function commentBody({ id, pullRequest, author, body }: Comment): Body {
  return {
    id,
    node_id: `IC_${id}`,
    url: `https://api.github.com/repos/octo-org/configuration/issues/comments/${id}`,
    html_url: `https://github.com/octo-org/configuration/pull/${pullRequest}#issuecomment-${id}`,
    issue_url: `https://api.github.com/repos/octo-org/configuration/issues/${pullRequest}`,
    user: author === undefined ? null : accountBody(author),
    created_at: WHEN,
    updated_at: WHEN,
    author_association: author?.type === 'Bot' ? 'NONE' : 'CONTRIBUTOR',
    body,
  }
}

export function reviewBody({ pullRequest, reviewer, state, commit }: Review, id: number): Body {
  const html = `https://github.com/octo-org/configuration/pull/${pullRequest}#pullrequestreview-${id}`
  const pull = `https://api.github.com/repos/octo-org/configuration/pulls/${pullRequest}`
  return {
    id,
    node_id: `PRR_${id}`,
    user: reviewer === undefined ? null : accountBody(reviewer),
    body: '',
    state,
    html_url: html,
    pull_request_url: pull,
    author_association: 'MEMBER',
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: WHEN,
    commit_id: commit,
  }
}

export function artifactBody({ id, run, name, archive, expired, size = archive.length }: Artifact): Body {
  const url = `https://api.github.com/repos/octo-org/configuration/actions/artifacts/${id}`
  return {
    id,
    node_id: `A_${id}`,
    name,
    size_in_bytes: size,
    url,
    archive_download_url: `${url}/zip`,
    expired,
    created_at: WHEN,
    expires_at: WHEN,
    updated_at: WHEN,
    workflow_run: { id: run },
  }
}

/** The payload of the event `workflow_run` when a run has ended, after one that GitHub sent. */
export function workflowRunPayload(world: World, run: Run): Body {
  const example = eventPayload('workflow_run.completed') as Body & { readonly workflow_run: Body; readonly repository: Body }
  const repository = repositoryBody(world.repository)
  return {
    ...example,
    action: 'completed',
    repository,
    workflow_run: {
      ...example.workflow_run,
      id: run.id,
      event: run.event,
      status: 'completed',
      conclusion: 'success',
      head_sha: run.head.sha,
      head_branch: run.head.branch,
      head_repository: run.head.repository === undefined ? null : repositoryBody(run.head.repository),
      repository,
      pull_requests: [],
    },
  }
}

/** The payload of the event `pull_request`, after one that GitHub sent. */
export function pullRequestPayload(world: World, pull: PullRequest): Body {
  return {
    ...eventPayload('pull_request.synchronize'),
    number: pull.number,
    pull_request: pullRequestBody(world, pull),
    repository: repositoryBody(world.repository),
  }
}
