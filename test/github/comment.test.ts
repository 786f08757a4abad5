import { describe, expect, test } from 'vitest'
import { syncComment, type CommentTask } from '../../src/action/comment.ts'
import { commentMarker } from '../../src/core/comment-marker.ts'
import { ANSWERS } from './faults.ts'
import { opened } from './opened.ts'
import { startGitHub, type ServerOptions } from './server.ts'
import { account, ACTIONS_BOT, addComment, addPullRequest, OWNER, sha, STRANGER, TOKENS } from './world.ts'

const marker = commentMarker('report')
const alarm = `${marker}\nthree errors`
const task: CommentTask = { pullRequest: 1, head: sha('a'), marker, body: 'all is well', ifNone: 'create' }

async function github(options?: ServerOptions) {
  const server = await startGitHub(options)
  const pull = addPullRequest(server.world)
  const bodies = () => server.world.comments.map(({ body }) => body)
  return { ...server, pull, bodies }
}

describe('one comment on a pull request', () => {
  test('is made, then left alone, then changed', async () => {
    const server = await github()
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'created', removed: 0, foreign: 0 })
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'unchanged' })
    expect(await syncComment(opened(server), { ...task, body: 'not quite' })).toMatchObject({ did: 'updated' })
    expect(server.bodies()).toEqual([`${marker}\nnot quite`])
    expect(server.asked().filter((id) => id.startsWith('issues/') && id !== 'issues/list-comments')).toEqual(['issues/create-comment', 'issues/update-comment'])
  })

  test('does not ask whose token it has where there is nothing to tell apart', async () => {
    const server = await github()
    await syncComment(opened(server), task)
    expect(server.asked()).toEqual(['issues/list-comments', 'pulls/get', 'issues/create-comment'])
  })

  test('is found after 130 others', async () => {
    const server = await github()
    for (let i = 0; i < 130; i++) addComment(server.world, 1, OWNER, `looks good ${i}`)
    addComment(server.world, 1, ACTIONS_BOT, alarm)
    for (let i = 0; i < 80; i++) addComment(server.world, 1, OWNER, `thanks ${i}`)
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'updated' })
    expect(server.world.comments).toHaveLength(211)
    expect(server.world.comments[130]?.body).toBe(`${marker}\nall is well`)
    expect(server.asked().filter((id) => id === 'issues/list-comments')).toHaveLength(3)
  })

  test('is not the one that somebody else gave our marker, nor one that quotes it', async () => {
    const server = await github()
    addComment(server.world, 1, STRANGER, alarm)
    addComment(server.world, 1, account('github-actions', 1), alarm)
    addComment(server.world, 1, undefined, alarm)
    addComment(server.world, 1, ACTIONS_BOT, `look at this:\n${alarm}`)
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'created', foreign: 3 })
    expect(server.bodies()).toEqual([alarm, alarm, alarm, `look at this:\n${alarm}`, `${marker}\nall is well`])
  })

  test('is not another job\'s', async () => {
    const server = await github()
    await syncComment(opened(server), { ...task, marker: commentMarker('report-eu') })
    await syncComment(opened(server), task)
    expect(server.bodies()).toHaveLength(2)
  })

  test('is one again where there were several', async () => {
    const server = await github()
    for (const text of [alarm, alarm, alarm]) addComment(server.world, 1, ACTIONS_BOT, text)
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'updated', removed: 2 })
    expect(server.bodies()).toEqual([`${marker}\nall is well`])
  })

  test('changes from an alarm to an all-clear, which is not made where there was no alarm', async () => {
    const server = await github()
    expect(await syncComment(opened(server), { ...task, ifNone: 'leave' })).toMatchObject({ did: 'none' })
    expect(server.bodies()).toEqual([])
    addComment(server.world, 1, ACTIONS_BOT, alarm)
    expect(await syncComment(opened(server), { ...task, ifNone: 'leave' })).toMatchObject({ did: 'updated' })
    expect(server.bodies()).toEqual([`${marker}\nall is well`])
  })

  test.each([
    ['a job', TOKENS.job, 'github-actions[bot]'],
    ['an app', TOKENS.app, 'our-app[bot]'],
    ['a person', TOKENS.person, 'hubot'],
  ])('is found again with the token of %s', async (_, token, login) => {
    const server = await github()
    const other = addComment(server.world, 1, login === 'hubot' ? ACTIONS_BOT : account('hubot', 480_938), alarm)
    await syncComment(opened(server, { token }), task)
    await syncComment(opened(server, { token }), { ...task, body: 'again' })
    expect(server.world.comments.map(({ author, body }) => [author?.login, body])).toEqual([
      [other.author?.login, alarm],
      [login, `${marker}\nagain`],
    ])
  })

  test.each([
    ['a job', TOKENS.job],
    ['a person', TOKENS.person],
  ])('is found again on a server without GraphQL, with the token of %s', async (_, token) => {
    const server = await github({ graphql: 'no' })
    await syncComment(opened(server, { token }), task)
    expect(await syncComment(opened(server, { token }), task)).toMatchObject({ did: 'unchanged' })
  })

  test('is found again on GitHub Enterprise Server', async () => {
    const server = await github({ prefix: '/api/v3' })
    await syncComment(opened(server, { token: TOKENS.app }), task)
    expect(await syncComment(opened(server, { token: TOKENS.app }), task)).toMatchObject({ did: 'unchanged' })
    expect(server.asked()).toContain('graphql')
  })
})

describe('what happens meanwhile', () => {
  test('a head that moved on before is left to its own run', async () => {
    const server = await github()
    addComment(server.world, 1, ACTIONS_BOT, alarm)
    expect(await syncComment(opened(server), { ...task, head: sha('e') })).toMatchObject({ did: 'outdated' })
    expect(server.bodies()).toEqual([alarm])
  })

  test('so is one that moves on between two calls', async () => {
    const server = await github()
    const { pull } = server
    server.misbehave({ on: 'issues/list-comments', then: () => { pull.head = { ...pull.head, sha: sha('e') } } })
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'outdated', because: 'the pull request has newer commits, whose own run reports on them' })
    expect(server.bodies()).toEqual([])
  })

  test('a comment that is deleted before it is changed is made anew', async () => {
    const server = await github()
    addComment(server.world, 1, ACTIONS_BOT, alarm)
    server.misbehave({ on: 'pulls/get', times: 1, then: () => server.world.comments.splice(0) })
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'created' })
    expect(server.bodies()).toEqual([`${marker}\nall is well`])
  })

  test('a duplicate that is deleted by somebody else is no problem', async () => {
    const server = await github()
    for (const text of [alarm, alarm]) addComment(server.world, 1, ACTIONS_BOT, text)
    server.misbehave({ on: 'issues/update-comment', then: () => server.world.comments.splice(0, 1) })
    const outcome = await syncComment(opened(server), task)
    expect(outcome).toMatchObject({ did: 'updated', removed: 0 })
    expect(outcome).not.toHaveProperty('warning')
  })

  test('a comment that was made although the answer got lost is not made twice', async () => {
    const server = await github()
    server.misbehave({ on: 'issues/create-comment', times: 1, done: true, answer: ANSWERS.badGateway })
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'unchanged' })
    expect(server.bodies()).toEqual([`${marker}\nall is well`])
  })

  test('one that was not made is made then', async () => {
    const server = await github()
    server.misbehave({ on: 'issues/create-comment', times: 2, breaks: 'at once', answer: ANSWERS.badGateway })
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'created' })
    expect(server.bodies()).toHaveLength(1)
  })
})

describe('what GitHub refuses is told, never thrown', () => {
  test('a missing permission is named', async () => {
    const server = await github()
    expect(await syncComment(opened(server, { token: TOKENS.fork }), task)).toEqual({
      did: 'refused',
      refusal: 'forbidden',
      warning: 'the token may not comment on pull request 1 (status 403, request C0DE:0000:1111)',
      hint: 'it needs the permission pull-requests: write; a job that runs for a fork or for Dependabot may only read, whatever its workflow says',
    })
  })

  test.each([
    ['too long', { answer: ANSWERS.tooLong }, 'too-long'],
    ['a limit', { answer: ANSWERS.secondaryLimit(3600) }, 'rate-limited'],
    ['no service', { answer: ANSWERS.badGateway }, 'unavailable'],
    ['not found', { answer: ANSWERS.notFound }, 'not-found'],
  ] as const)('%s', async (_, fault, refusal) => {
    const server = await github()
    server.misbehave({ on: 'issues/create-comment', ...fault })
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'refused', refusal })
    expect(server.bodies()).toEqual([])
  })

  test('a locked conversation', async () => {
    const server = await github()
    server.pull.locked = true
    expect(await syncComment(opened(server), task)).toMatchObject({ did: 'refused', refusal: 'locked' })
  })

  test('a body that GitHub finds too long is posted shorter', async () => {
    const server = await github()
    const long = 'x'.repeat(70_000)
    expect(await syncComment(opened(server), { ...task, body: long, shorter: 'much' })).toMatchObject({ did: 'created' })
    expect(server.bodies()).toEqual([`${marker}\nmuch`])
    expect(await syncComment(opened(server), { ...task, body: long, shorter: long.slice(1) })).toMatchObject({ did: 'refused', refusal: 'too-long' })
  })

  test('a duplicate that may not be deleted, beside a comment that was changed', async () => {
    const server = await github()
    for (const text of [alarm, alarm]) addComment(server.world, 1, ACTIONS_BOT, text)
    server.misbehave({ on: 'issues/delete-comment', answer: ANSWERS.forbidden })
    expect(await syncComment(opened(server), task)).toMatchObject({
      did: 'updated',
      removed: 0,
      warning: expect.stringContaining('the token may not delete a second comment of its own') as string,
    })
  })
})
