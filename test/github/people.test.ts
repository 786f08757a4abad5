import { describe, expect, test } from 'vitest'
import { latestReviews, type GivenReview } from '../../src/adapters/github/reviews.ts'
import { ANSWERS } from './faults.ts'
import { opened, refusedBy } from './opened.ts'
import { startGitHub } from './server.ts'
import { account, addPullRequest, sha, TOKENS, type Review } from './world.ts'

const given = (reviewer: string, state: string, commit = 'new'): GivenReview => ({ reviewer, state, commit })

describe('the review of each person that counts', () => {
  test.each<[string, GivenReview[], [string, string, boolean][]]>([
    ['none', [], []],
    ['the last one', [given('a', 'CHANGES_REQUESTED'), given('a', 'APPROVED')], [['a', 'approved', true]]],
    ['the last one, the other way round', [given('a', 'APPROVED'), given('a', 'CHANGES_REQUESTED')], [['a', 'changes-requested', true]]],
    ['not a comment after it', [given('a', 'APPROVED'), given('a', 'COMMENTED')], [['a', 'approved', true]]],
    ['no comment alone', [given('a', 'COMMENTED'), given('b', 'PENDING'), given('c', 'toString')], []],
    ['one of another commit, as such', [given('a', 'APPROVED', 'old')], [['a', 'approved', false]]],
    ['one of a commit that is gone', [{ ...given('a', 'APPROVED'), commit: undefined }], [['a', 'approved', false]]],
    ['an old approval does not outlive a refusal of the new commit', [given('a', 'APPROVED', 'old'), given('a', 'CHANGES_REQUESTED')], [['a', 'changes-requested', true]]],
    ['one that was dismissed, as such', [given('a', 'DISMISSED')], [['a', 'dismissed', true]]],
    ['of each', [given('a', 'APPROVED'), given('b', 'APPROVED'), given('a', 'APPROVED')], [['b', 'approved', true], ['a', 'approved', true]]],
  ])('%s', (_, reviews, expected) => {
    expect(latestReviews(reviews, 'new').map(({ reviewer, verdict, isCurrent }) => [reviewer, verdict, isCurrent])).toEqual(expected)
  })

  test('is read from GitHub, all pages', async () => {
    const server = await startGitHub()
    addPullRequest(server.world)
    const review = (login: string, state: Review['state'], commit: string | null = sha('a')): Review => {
      return { pullRequest: 1, reviewer: account(login, 1), state, commit }
    }
    server.world.reviews.push(review('ann', 'CHANGES_REQUESTED'), review('bob', 'APPROVED', sha('b')), review('eve', 'APPROVED', null))
    server.world.reviews.push({ pullRequest: 1, reviewer: undefined, state: 'APPROVED', commit: sha('a') })
    for (let i = 0; i < 120; i++) server.world.reviews.push(review('cat', 'COMMENTED'))
    server.world.reviews.push(review('ann', 'APPROVED'))
    expect(await opened(server).reviews(1, sha('a'))).toEqual([
      { reviewer: 'bob', verdict: 'approved', isCurrent: false },
      { reviewer: 'eve', verdict: 'approved', isCurrent: false },
      { reviewer: 'ann', verdict: 'approved', isCurrent: true },
    ])
    expect(server.asked()).toEqual(['pulls/list-reviews', 'pulls/list-reviews'])
  })

  test('is not read without the permission', async () => {
    const server = await startGitHub()
    server.misbehave({ on: 'pulls/list-reviews', answer: ANSWERS.forbidden })
    expect(await refusedBy(opened(server).reviews(1, sha('a')))).toMatchObject({ refusal: 'forbidden', said: expect.stringContaining('the token may not read the reviews of pull request 1') as string })
  })
})

describe('the members of a team', () => {
  const asked = { organization: 'octo-org', team: 'database' }

  async function github() {
    const server = await startGitHub()
    const members = Array.from({ length: 130 }, (_, i) => account(`member-${String(129 - i).padStart(3, '0')}`, i + 1))
    server.world.teams.push({ ...asked, members })
    return server
  }

  test('are all listed, sorted, with a token that may see them', async () => {
    const { members } = await opened(await github(), { token: TOKENS.app }).teamMembers(asked)
    expect(members).toHaveLength(130)
    expect(members?.slice(0, 2)).toEqual(['member-000', 'member-001'])
  })

  test('cannot be had with a job\'s own token, which is told', async () => {
    const { members, problem } = await opened(await github()).teamMembers(asked)
    expect(members).toBeUndefined()
    expect(problem).toContain('the token may not list the members of the team octo-org/database')
    expect(problem).toContain('members: read')
  })

  test('of a team that there is not cannot be had', async () => {
    const { problem } = await opened(await github(), { token: TOKENS.person }).teamMembers({ ...asked, team: 'databse' })
    expect(problem).toContain('GitHub does not find what it needs to list the members of the team octo-org/databse')
  })

  test('cannot be had while GitHub is not there', async () => {
    const server = await github()
    server.misbehave({ on: 'teams/list-members-in-org', answer: ANSWERS.badGateway })
    expect((await opened(server, { token: TOKENS.app }).teamMembers(asked)).problem).toContain('status 502')
  })
})
