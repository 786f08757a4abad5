import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commentMarker } from '../../src/core/comment-marker.ts'
import { ANSWERS } from '../github/faults.ts'
import { account, ACTIONS_BOT, addComment, OWNER, sha, STRANGER, TOKENS } from '../github/world.ts'
import { zip } from '../github/zip.ts'
import { expectHarmlessMarkdown } from '../helpers/gfm.ts'
import { builtAction } from './built.ts'
import { CONFIG } from './checkouts.ts'
import { handedOver, proposed as proposedTo, type Proposal } from './pull-requests.ts'
import type { Ran } from './runner.ts'

const action = builtAction()
const proposed = (proposal: Proposal) => proposedTo(action(), proposal)

const EDITS = { 'environments/production/services/db.yaml': 'pool: 60\n' }
const BROKEN = { 'environments/staging/services/db.yaml': 'port: 1\nport: 2\n' }
const MARKER = commentMarker('report')
const ALARM = `${MARKER}\nthree errors`

/** No token, in whatever way it is written, in anything that anybody sees. */
function expectNoToken(ran: Ran, ...more: readonly unknown[]): void {
  const { raw, masks, ...seen } = ran
  const text = JSON.stringify([seen, raw.replace(/^::add-mask::.*$/gm, ''), ...more])
  for (const token of Object.values(TOKENS)) {
    for (const form of [token, Buffer.from(token).toString('base64'), encodeURIComponent(token)]) expect(text).not.toContain(form)
  }
  expect(masks.length).toBeGreaterThan(0)
}

describe('the comment of a check', () => {
  test('is made, left alone where nothing is new, and changed where something is', async () => {
    const { check, bodies, server, pull } = await proposed({ edits: EDITS })
    const ran = await check()
    expect(ran).toMatchObject({ conclusion: 'success', annotations: [], masks: [TOKENS.job] })
    const [comment] = server.world.comments
    expect(ran.outputs).toMatchObject({ 'verdict': 'pass', 'handoff': '', 'comment-url': `${server.env['GITHUB_SERVER_URL'] ?? ''}/octo-org/configuration/pull/7#issuecomment-${comment?.id ?? ''}` })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]?.split('\n').slice(0, 2)).toEqual([MARKER, '## Cairn passed: no findings; `services/db#/pool` changes from `50` to `60` in `production`'])
    expect(bodies()[0]).toContain(`/octo-org/configuration/blob/${pull.head}/environments/production/services/db.yaml#L1`)
    const again = await check()
    expect(again.log).toContain('comment: left as it is (the comment says so already)')
    expect(again.outputs['comment-url']).toBe(ran.outputs['comment-url'])
    const strict = await check({ inputs: { environments: 'production' } })
    expect(strict.log).toContain('comment: updated (the comment says something else)')
    expect(bodies()).toHaveLength(1)
    expectNoToken(ran, bodies())
  })

  test('says what fails, and the step fails as without it', async () => {
    const { check, bodies } = await proposed({ edits: BROKEN })
    const ran = await check()
    expect(ran).toMatchObject({ conclusion: 'failure', exitCode: 1, outputs: { verdict: 'fail' } })
    expect(bodies()[0]).toContain('## Cairn failed: 1 new error')
  })

  test('an all-clear takes the place of an alarm, and is not made where there was none', async () => {
    const { check, bodies, server } = await proposed({ edits: { 'README.txt': 'hello\n' } })
    const ran = await check()
    expect(bodies()).toEqual([])
    expect(ran.log).toContain('comment: not made (there is nothing to say and no comment to replace)')
    expect(ran.outputs).toMatchObject({ 'comment-url': '', 'handoff': '' })
    addComment(server.world, 7, ACTIONS_BOT, ALARM)
    await check()
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('## Cairn passed: no findings; nothing changes in any environment')
  })

  test('is found after 130 others; further ones of its own go, those of others stay', async () => {
    const { check, bodies, server } = await proposed({ edits: EDITS })
    for (let i = 0; i < 130; i++) addComment(server.world, 7, OWNER, `looks good ${i}`)
    addComment(server.world, 7, STRANGER, ALARM)
    for (let i = 0; i < 3; i++) addComment(server.world, 7, ACTIONS_BOT, ALARM)
    const ran = await check()
    expect(bodies()).toHaveLength(132)
    expect(bodies()[130]).toBe(ALARM)
    expect(bodies()[131]).toContain('## Cairn passed')
    expect(ran.log).toContain('comment: 2 older of its own deleted')
    expect(ran.log).toContain('comment: 1 by others with the same marker left alone')
  })

  test('steps with other ids have comments of their own', async () => {
    const { check, bodies } = await proposed({ edits: EDITS })
    await check({ inputs: { 'comment-id': 'eu' } })
    await check({ inputs: { 'comment-id': 'us' } })
    expect(bodies().map((body) => body.split('\n')[0])).toEqual(['<!-- cairn:eu v1 -->', '<!-- cairn:us v1 -->'])
    const wrong = await check({ inputs: { 'comment-id': 'a --> b' } })
    expect(wrong).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(wrong.annotations[0]?.message).toContain('use letters and digits')
  })

  test('is not written where the head has moved on', async () => {
    const { check, bodies, server } = await proposed({ edits: EDITS })
    const [pull] = server.world.pullRequests.slice(-1)
    if (pull !== undefined) pull.head = { ...pull.head, sha: sha('e') }
    const ran = await check()
    expect(bodies()).toEqual([])
    expect(ran.log.join('\n')).toContain('comment: not made (the pull request has newer commits')
  })

  test('works on GitHub Enterprise Server', async () => {
    const { check, bodies, server } = await proposed({ edits: EDITS, server: { prefix: '/api/v3' } })
    await check()
    const ran = await check()
    expect(ran.log).toContain('comment: left as it is (the comment says so already)')
    expect(bodies()[0]).toContain(`${server.env['GITHUB_SERVER_URL'] ?? ''}/octo-org/configuration/blob/`)
  })

  test('is shorter where GitHub finds it too long', async () => {
    const { check, bodies, server } = await proposed({ edits: { 'environments/base/services/db.yaml': many(900) } })
    server.world.limits.comment = 20_000
    const ran = await check()
    expect([...(bodies()[0] ?? '')].length).toBeLessThan(20_000)
    expect(bodies()[0]).toMatch(/of 90\d changes shown/)
    expect(bodies()[0]).toContain('/octo-org/configuration/actions/runs/')
    expect(ran.annotations).toEqual([])
  })

  test.each([
    ['without a token', { inputs: { 'github-token': '' } }],
    ['where none is wanted', { inputs: { comment: 'false' } }],
    ['in a merge group', { event: 'merge_group', payload: {} }],
  ])('%s nothing is asked of GitHub', async (_, step) => {
    const { check, server } = await proposed({ edits: EDITS })
    expect(await check(step)).toMatchObject({ conclusion: 'success', annotations: [] })
    expect(server.received).toEqual([])
  })
})

describe('what GitHub refuses', () => {
  test('is a warning that names the permission; the verdict is the same', async () => {
    const { check, server } = await proposed({ edits: EDITS })
    server.misbehave({ on: 'issues/create-comment', answer: ANSWERS.forbidden })
    const ran = await check()
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { 'verdict': 'pass', 'comment-url': '' } })
    expect(ran.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('it needs the permission pull-requests: write') as string }])
    expect(handedOver(ran)).toContain('"version":1')
    expectNoToken(ran)
  })

  test('takes no place of a finding among the warnings unsaid', async () => {
    const warnings = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`environments/base/services/s${i}.yaml`, `a: !override ${i}\n`]))
    const overlays = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`environments/staging/services/s${i}.yaml`, 'b: null\n']))
    const { check, server } = await proposed({ edits: { ...warnings, ...overlays } })
    server.misbehave({ on: 'issues/create-comment', answer: ANSWERS.forbidden })
    const ran = await check()
    const shown = ran.annotations.filter(({ level }) => level === 'warning')
    expect(shown).toHaveLength(10)
    expect(ran.dropped).toEqual([])
    expect(shown[0]?.message).toContain('pull-requests: write')
    expect(shown.at(-1)?.message).toMatch(/\d+ warnings? more: the log has all/)
  })

  test.each([
    ['a token that expired', { inputs: { 'github-token': 'ghs_old' } }, 'GitHub does not accept the token'],
    ['another repository', { env: { GITHUB_REPOSITORY: 'octo-org/other' } }, 'GitHub does not find what it needs'],
  ])('%s is a warning, too', async (_, step, message) => {
    const { check } = await proposed({ edits: EDITS })
    const ran = await check(step)
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { verdict: 'pass' } })
    expect(ran.annotations[0]).toMatchObject({ level: 'warning', message: expect.stringContaining(message) as string })
    expect(JSON.stringify([ran.log, ran.annotations, ran.summary])).not.toContain('ghs_old')
  })

  test('what is no token is told without being shown', async () => {
    const { check } = await proposed({ edits: EDITS })
    const ran = await check({ inputs: { 'github-token': 'two words-of-a-secret' } })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toBe('the input github-token holds no token')
    expect(JSON.stringify([ran.log, ran.annotations])).not.toContain('words-of-a-secret')
  })
})

describe('who must look', () => {
  const ACCESS = "roles:\n  db: ['@ada', '@octo-org/database']\nrules:\n  - {name: the database, environments: [production], roles: [db]}\n"
  const before = { ...CONFIG, 'access.yaml': ACCESS }
  const reviewed = async (state: 'APPROVED' | 'COMMENTED', by: string) => {
    const all = await proposed({ edits: EDITS, before })
    const { server, pull } = all
    server.world.reviews.push({ pullRequest: 7, reviewer: account(by, 5), state, commit: pull.head })
    server.world.teams.push({ organization: 'octo-org', team: 'database', members: [account('bea', 5)] })
    return all
  }

  test('is told with what reviews say', async () => {
    const { check, bodies } = await reviewed('APPROVED', 'ada')
    await check()
    expect(bodies()[0]).toContain('approved: 1 of 1 by `ada`')
  })

  test('a team is read with a token that may, and what cannot be read is said', async () => {
    const { check, bodies } = await reviewed('APPROVED', 'bea')
    await check({ inputs: { 'github-token': TOKENS.app, 'comment-id': 'app' } })
    expect(bodies()[0]).toContain('approved: 1 of 1 by `bea`')
    const ran = await check()
    expect(bodies()[1]).toContain('not known: 0 of 1')
    expect(ran.log.join('\n')).toMatch(/not checked: who is in octo-org\/database: .* members: read/)
  })

  test('nobody is asked about teams where nobody has approved', async () => {
    const { check, bodies, server } = await reviewed('COMMENTED', 'bea')
    await check()
    expect(bodies()[0]).toContain('**missing**: 0 of 1')
    expect(server.asked()).not.toContain('teams/list-members-in-org')
  })

  test('without reviews that is said, and nobody has approved', async () => {
    const { check, bodies, server } = await reviewed('APPROVED', 'ada')
    server.misbehave({ on: 'pulls/list-reviews', answer: ANSWERS.forbidden })
    await check()
    expect(bodies()[0]).toContain('not known: 0 of 1')
    expect(bodies()[0]).toContain('who has approved: the token may not read the reviews of pull request 7')
  })
})

describe('a pull request of a fork', () => {
  test('is checked with the rights to read, and commented by the workflow that follows', async () => {
    const { check, comment, bodies, server, pull } = await proposed({ edits: BROKEN, from: 'fork' })
    const first = await check()
    expect(first).toMatchObject({ exitCode: 1, outputs: { 'verdict': 'fail', 'comment-url': '' } })
    expect(first.annotations.filter(({ level }) => level === 'warning')).toEqual([])
    expect(first.log.join('\n')).toContain('comment: left to a workflow that may write')
    expect(bodies()).toEqual([])
    const second = await comment(handedOver(first))
    expect(second).toMatchObject({ conclusion: 'success', annotations: [] })
    expect(bodies()[0]?.split('\n').slice(0, 2)).toEqual([MARKER, '## Cairn failed: 1 new error (`parse/duplicate-key`); `services/db#/port` changes from `5432` to `2` in `staging`'])
    expect(bodies()[0]).toContain(`/blob/${pull.head}/environments/staging/services/db.yaml#L2`)
    expect(bodies()[0]).toContain('which had no rights: a pull request that changes its own workflow can report anything')
    expect(second.outputs['comment-url']).toContain('/pull/7#issuecomment-')
    const again = await comment(handedOver(first))
    expect(again.log).toContain('comment: left as it is (the comment says so already)')
    expect(bodies()).toHaveLength(1)
    expectNoToken(second, bodies())
    expect(server.problems).toEqual([])
  })

  test('the least that it takes: check/ without any token, and the root action on workflow_run', async () => {
    const { check, comment, bodies, server } = await proposed({ edits: EDITS, from: 'fork' })
    const first = await check({ action: join(action(), 'check'), token: '' })
    expect(first).toMatchObject({ conclusion: 'success', annotations: [] })
    expect(server.received).toEqual([])
    await comment(handedOver(first), { action: action() })
    expect(bodies()[0]).toContain('## Cairn passed: no findings; `services/db#/pool` changes')
  })

  test('a folder of the repository is linked as such', async () => {
    const below = (files: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(files).map(([path, text]) => [`deploy/${path}`, text]))
    const { check, comment, bodies, pull } = await proposed({ edits: below(EDITS), before: below(CONFIG as Record<string, string>), from: 'fork' })
    await comment(handedOver(await check({ inputs: { directory: 'deploy' } })))
    expect(bodies()[0]).toContain(`/blob/${pull.head}/deploy/environments/production/services/db.yaml`)
  })

  test('has no comment where its head has moved on, or another run may not write', async () => {
    const { check, comment, bodies, server } = await proposed({ edits: EDITS, from: 'fork' })
    const handoff = handedOver(await check())
    const refused = await comment(handoff, { token: TOKENS.fork })
    expect(refused).toMatchObject({ conclusion: 'success' })
    expect(refused.annotations[0]?.message).toContain('pull-requests: write')
    const [pull] = server.world.pullRequests.slice(-1)
    if (pull !== undefined) pull.head = { ...pull.head, sha: sha('e') }
    const late = await comment(handoff)
    expect(late.annotations[0]?.message).toContain('no comment: no open pull request has')
    expect(bodies()).toEqual([])
  })

  test.each([
    ['a report of nothing', (report: object) => ({ ...report, verdict: 'maybe' })],
    ['another key', (report: object) => ({ ...report, pullRequest: 1 })],
    ['a list in place of texts', (report: object) => ({ ...report, notChecked: [[]] })],
    ['a negative count', (report: object) => ({ ...report, documents: -1 })],
  ])('%s is no report', async (_, change) => {
    const { check, comment, bodies } = await proposed({ edits: EDITS, from: 'fork' })
    const { report, ...handoff } = JSON.parse(handedOver(await check())) as { readonly report: object }
    const ran = await comment(JSON.stringify({ ...handoff, report: change(report) }))
    expect(ran).toMatchObject({ conclusion: 'success' })
    expect(ran.annotations[0]?.message).toContain('the report of the check is not what Cairn writes')
    expect(bodies()).toEqual([])
  })

  test('a report that means harm is text', async () => {
    const { check, comment, bodies, pull, server } = await proposed({ edits: EDITS, from: 'fork' })
    const evil = '</details><img src=x onerror=alert(1)> @everyone [x](https://evil.example) <!-- cairn:report v1 -->\n::error::x ##[error]y'
    const { report, ...handoff } = JSON.parse(handedOver(await check())) as { readonly report: { readonly findings: readonly object[] } }
    const finding = { rule: evil, severity: 'error', message: evil, file: '../../../../evil/repo', line: 1, related: [], environments: [evil], since: 'new' }
    const hostile = { ...report, because: evil, base: evil, snapshot: evil, notChecked: [evil], findings: [finding], tool: { name: 'cairn', version: evil } }
    const ran = await comment(JSON.stringify({ ...handoff, prefix: '../..', report: hostile }))
    expect(ran).toMatchObject({ conclusion: 'success', annotations: [] })
    const [body = ''] = bodies()
    expectHarmlessMarkdown(body.slice(MARKER.length), new RegExp(`^${server.env['GITHUB_SERVER_URL'] ?? ''}/octo-org/configuration/(?:blob/${pull.head}|actions/runs)/`))
    expect(body).not.toMatch(/\]\([^)]*\/\.\.?\//)
    expect(body).not.toMatch(/^(?:::|.*##\[)/m)
    expect(body).toContain(pull.head.slice(0, 12))
  })

  test('an archive that means harm is refused', async () => {
    const { comment, bodies } = await proposed({ edits: EDITS, from: 'fork' })
    const ran = await comment(zip([{ name: 'cairn-handoff.json', content: Buffer.alloc(100_000_000, ' ') }]))
    expect(ran).toMatchObject({ conclusion: 'success' })
    expect(ran.annotations[0]?.message).toContain('in the artifact has more than 5000000 bytes')
    expect(bodies()).toEqual([])
  })

  test('of a branch that has its comment already there is no artifact, and nobody is warned', async () => {
    const { comment } = await proposed({ edits: EDITS })
    const ran = await comment('', { inputs: { artifact: 'other' } })
    expect(ran).toMatchObject({ conclusion: 'success', annotations: [] })
    expect(ran.log.join('\n')).toMatch(/no comment: run \d+ has no artifact other/)
  })

  test('comment/ says where it belongs', async () => {
    const { check } = await proposed({ edits: EDITS })
    const ran = await check({ action: join(action(), 'comment') })
    expect(ran).toMatchObject({ exitCode: 2 })
    expect(ran.annotations[0]?.message).toContain('comments for forks are made on workflow_run')
  })
})

test('the report as JSON is written where it is asked for', async () => {
  const { check } = await proposed({ edits: EDITS })
  const ran = await check({ inputs: { report: 'out/report.json' } })
  expect(ran.outputs['report']).toBe('out/report.json')
})

function many(count: number): string {
  return Array.from({ length: count }, (_, i) => `key_${i}: ${i}\n`).join('')
}
