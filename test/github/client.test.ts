import { describe, expect, test, vi } from 'vitest'
import { Failure } from '../../src/core/failure.ts'
import { openGitHub } from '../../src/adapters/github/open.ts'
import { ANSWERS, type Fault } from './faults.ts'
import { opened, quickClock, refusedBy } from './opened.ts'
import { startGitHub } from './server.ts'
import { ACTIONS_BOT, addComment, addPullRequest } from './world.ts'

const marker = '<!-- cairn:report v1 -->'

async function github(...faults: Fault[]) {
  const server = await startGitHub()
  addPullRequest(server.world)
  for (const fault of faults) server.misbehave(fault)
  return server
}

describe('a request that fails for a while', () => {
  test.each<[string, Omit<Fault, 'on'>, number[]]>([
    ['a proxy between', { times: 3, answer: ANSWERS.badGateway }, [1000, 2000, 4000]],
    ['a connection that breaks', { times: 1, breaks: 'at once' }, [1000]],
    ['an answer that breaks off', { times: 1, breaks: 'in the body' }, [1000]],
    ['a limit that says how long', { times: 2, answer: ANSWERS.secondaryLimit(7) }, [7000, 7000]],
    ['a limit that says nothing else', { times: 1, answer: { status: 403, headers: { 'retry-after': '3' }, body: { message: 'Forbidden' } } }, [3000]],
    ['a limit that does not', { times: 1, answer: ANSWERS.secondaryLimitUntold }, [60_000]],
  ])('%s: is sent again', async (_, fault, pauses) => {
    const clock = quickClock()
    const server = await github({ on: 'pulls/get', ...fault })
    expect(await opened(server, { clock }).pullRequest(1)).toMatchObject({ number: 1, isOpen: true })
    expect(clock.pauses).toEqual(pauses)
  })

  test('waits for the hour to end where that is soon', async () => {
    const clock = quickClock()
    const server = await github({ on: 'pulls/get', times: 1, answer: ANSWERS.primaryLimit(Date.now() + 30_000) })
    await opened(server, { clock }).pullRequest(1)
    expect(clock.pauses[0]).toBeGreaterThan(28_000)
    expect(clock.pauses[0]).toBeLessThan(32_000)
  })

  test('an answer that never ends is given up', async () => {
    const server = await github({ on: 'pulls/get', times: 1, breaks: 'in the body, silently' })
    expect(await opened(server, { timeout: 150 }).pullRequest(1)).toMatchObject({ number: 1 })
    expect(server.asked()).toEqual(['pulls/get', 'pulls/get'])
  })

  test('a slow page is asked for again, and the pages before it are not', async () => {
    const server = await github({ on: 'issues/list-comments', after: 1, times: 1, delay: 1000 })
    for (let i = 0; i < 150; i++) addComment(server.world, 1, ACTIONS_BOT, `${marker}\n${i}`)
    expect(await opened(server, { timeout: 300 }).comments(1, marker)).toHaveLength(150)
    expect(server.received.map(({ query }) => query['page'])).toEqual(['1', '2', '2'])
  })
})

describe('a request that fails for good', () => {
  test('ends when patience does, whatever GitHub asks for', async () => {
    const clock = quickClock()
    const server = await github({ on: 'pulls/get', answer: ANSWERS.secondaryLimit(50) })
    const refused = await refusedBy(opened(server, { clock, patience: 120_000 }).pullRequest(1))
    expect(clock.pauses).toEqual([50_000, 50_000])
    expect(refused).toMatchObject({ refusal: 'rate-limited', status: 403, requestId: 'C0DE:1234:5678:9ABC', retryAfter: 50_000 })
    expect(refused.said).toBe('GitHub limits how often it is asked and wants a pause of 50 s before Cairn may read pull request 1 (status 403, request C0DE:1234:5678:9ABC)')
  })

  test('ends at once where the pause would be longer than patience', async () => {
    const clock = quickClock()
    const server = await github({ on: 'pulls/get', answer: ANSWERS.secondaryLimit(3600) })
    await refusedBy(opened(server, { clock }).pullRequest(1))
    expect(clock.pauses).toEqual([])
    expect(server.asked()).toEqual(['pulls/get'])
  })

  test('ends after five attempts', async () => {
    const server = await github({ on: 'pulls/get', answer: ANSWERS.badGateway })
    expect(await refusedBy(opened(server).pullRequest(1))).toMatchObject({ refusal: 'unavailable', status: 502 })
    expect(server.asked()).toHaveLength(5)
  })

  test('ends in real time', async () => {
    const server = await github({ on: 'pulls/get', breaks: 'in the body, silently' })
    const start = performance.now()
    const { apiUrl } = server
    const real = openGitHub({ token: 'ghs_job', apiUrl, repository: 'octo-org/configuration', patience: 400, timeout: 150 })
    expect(await refusedBy(real.pullRequest(1))).toMatchObject({ refusal: 'unavailable', status: undefined })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  test.each<[string, NonNullable<Fault['answer']>, object]>([
    ['a token that is none', { status: 401, body: { message: 'Bad credentials' } }, { refusal: 'unauthorized', requestId: 'C0DE:0000:1111' }],
    ['a permission that is missing', ANSWERS.forbidden, { refusal: 'forbidden', hint: expect.stringContaining('pull-requests: write') as string }],
    ['what is not there', ANSWERS.notFound, { refusal: 'not-found' }],
    ['what was there', { status: 410, body: { message: 'Gone' } }, { refusal: 'not-found' }],
    ['what GitHub does not take', { status: 422, body: { message: 'Validation Failed' } }, { refusal: 'rejected' }],
  ])('is not sent again for %s', async (_, answer, expected) => {
    const server = await github({ on: 'pulls/get', answer })
    expect(await refusedBy(opened(server).pullRequest(1))).toMatchObject(expected)
    expect(server.asked()).toHaveLength(1)
  })
})

describe('what is kept from whoever reads the log', () => {
  test('the words of servers and of the network', async () => {
    const secret = 'SECRET-OF-THE-PROXY'
    const answers: NonNullable<Fault['answer']>[] = [400, 401, 403, 404, 410, 422, 429, 500, 502, 503].map((status) => {
      return { status, headers: { 'x-github-request-id': `${secret} <b>` }, body: { message: secret, documentation_url: secret, errors: [{ code: secret }] } }
    })
    for (const answer of answers) {
      const server = await github({ on: 'pulls/get', answer })
      const { said, hint, message, stack, cause, requestId } = await refusedBy(opened(server).pullRequest(1))
      expect([said, hint, message, stack, cause, requestId].join(' ')).not.toContain(secret)
    }
    const nowhere = await refusedBy(opened({ ...(await github()), apiUrl: 'http://127.0.0.1:1/secret-path' }).pullRequest(1))
    expect(nowhere).toMatchObject({ said: 'GitHub could not be asked to read pull request 1: no answer that could be used' })
  })

  test('what servers say of deprecation', async () => {
    const printed = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const server = await github({ on: 'pulls/get', done: true, answer: { status: 404, headers: { deprecation: 'true', sunset: '::error::x' }, body: { message: 'Not Found' } } })
    await refusedBy(opened(server).pullRequest(1))
    expect(printed).not.toHaveBeenCalled()
  })

  test.each(['', 'two words', 'ghs_\nx', 'ä'])('the token %j, which is none', async (token) => {
    const server = await github()
    const { message } = (() => {
      try {
        return opened(server, { token })
      } catch (error) {
        return error as Failure
      }
    })() as Failure
    expect(message).toBe('the input github-token holds no token')
  })

  test.each(['', 'name', 'a/b/c', '/b'])('%j is no repository', (repository) => {
    expect(() => openGitHub({ token: 'x', apiUrl: 'http://127.0.0.1:1', repository })).toThrow(Failure)
  })
})
