import { describe, expect, test } from 'vitest'
import { eventPayload, pullRequestPayload, workflowRunPayload } from './bodies.ts'
import { githubApi } from './openapi.ts'
import { OPERATIONS } from './operations.ts'
import { startGitHub } from './server.ts'
import { addComment, addPullRequest, addRun, FORK, OWNER, sha, TOKENS } from './world.ts'

const PULL = '/repos/octo-org/configuration/pulls/1'
const COMMENTS = '/repos/octo-org/configuration/issues/1/comments'
const headers = { authorization: `token ${TOKENS.job}` }

describe('the GitHub on this machine', () => {
  test('answers as the description says, with a pull request from a fork and one whose fork is gone', async () => {
    const { apiUrl, world } = await startGitHub()
    addPullRequest(world, { head: { sha: sha('c'), branch: 'change', repository: FORK } })
    addPullRequest(world, { head: { sha: sha('d'), branch: 'change', repository: undefined } })
    for (const path of [PULL, '/repos/octo-org/configuration/pulls/2', '/repos/octo-org/configuration/pulls?state=all']) {
      expect((await fetch(apiUrl + path, { headers })).status).toBe(200)
    }
  })

  test('pages as GitHub does: thirty at first, a hundred at most, and where the next page is', async () => {
    const { apiUrl, world } = await startGitHub()
    addPullRequest(world)
    for (let i = 0; i < 230; i++) addComment(world, 1, OWNER, `comment ${i}`)
    const pages = async (query: string) => {
      const lengths: number[] = []
      for (let next: string | undefined = `${apiUrl}${COMMENTS}${query}`; next !== undefined;) {
        const response: Response = await fetch(next, { headers })
        lengths.push(((await response.json()) as unknown[]).length)
        next = /<([^>]+)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
      }
      return lengths
    }
    expect(await pages('')).toEqual([30, 30, 30, 30, 30, 30, 30, 20])
    expect(await pages('?per_page=100')).toEqual([100, 100, 30])
  })

  test.each([
    ['a parameter of the query that there is not', 'GET', `${COMMENTS}?sort=created`, undefined, 'issues/list-comments, request: there is no query parameter sort'],
    ['a body without what is required', 'POST', COMMENTS, {}, "issues/create-comment, request: body must have required property 'body'"],
    ['a key that there is not', 'POST', COMMENTS, { body: 'a', draft: true }, 'issues/create-comment, request: the body has no draft'],
    ['a number that is none', 'GET', '/repos/octo-org/configuration/pulls/first', undefined, 'pulls/get, request: pull_number must be integer'],
    ['a path that there is not', 'GET', '/repos/octo-org/configuration/comments', undefined, "GET /repos/octo-org/configuration/comments: GitHub's description, as far as it is here, has no such operation"],
  ])('finds %s', async (_, method, path, body, problem) => {
    const { apiUrl, world, problems } = await startGitHub({ problems: 'collected' })
    addPullRequest(world)
    await fetch(apiUrl + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    expect(problems).toContain(problem)
  })

  test('finds what is wrong with its own answers', async () => {
    const { apiUrl, world, problems, misbehave } = await startGitHub({ problems: 'collected' })
    addPullRequest(world)
    misbehave({ on: 'pulls/get', answer: { status: 200, body: { number: '1' } } })
    await fetch(apiUrl + PULL, { headers })
    expect(problems.some((problem) => problem.startsWith('pulls/get, answer: body'))).toBe(true)
  })

  test('knows a token or refuses it', async () => {
    const { apiUrl, world } = await startGitHub()
    addPullRequest(world)
    expect((await fetch(apiUrl + PULL)).status).toBe(401)
    expect((await fetch(apiUrl + PULL, { headers: { authorization: 'token other' } })).status).toBe(401)
  })

  test('has each operation that it performs in the description', () => {
    const ids = Object.keys(OPERATIONS)
    const paths = ['/user', PULL, '/repos/o/r/pulls', `${PULL}/reviews`, COMMENTS, '/repos/o/r/issues/comments/1', '/orgs/o/teams/t/members', '/repos/o/r/actions/runs/1/artifacts', '/repos/o/r/actions/artifacts/1/zip']
    const found = ['GET', 'POST', 'PATCH', 'DELETE'].flatMap((method) => paths.map((path) => githubApi().operation(method, path)?.id))
    expect(ids.filter((id) => !found.includes(id))).toEqual([])
  })

  test('makes payloads of events after those that GitHub sent', async () => {
    const { world } = await startGitHub()
    const pull = addPullRequest(world, { head: { sha: sha('c'), branch: 'change', repository: FORK } })
    const run = addRun(world, { head: pull.head })
    const made = { 'pull_request.synchronize': pullRequestPayload(world, pull), 'workflow_run.completed': workflowRunPayload(world, run) } as const
    for (const name of ['pull_request.synchronize', 'workflow_run.completed'] as const) {
      expect(Object.keys(made[name]).sort()).toEqual(Object.keys(eventPayload(name)).sort())
    }
    expect(made['workflow_run.completed']).toMatchObject({ workflow_run: { id: run.id, head_sha: sha('c'), head_repository: { id: FORK.id } } })
  })
})
