import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { workflowRunPayload } from '../github/bodies.ts'
import { ANSWERS } from '../github/faults.ts'
import { account, TOKENS } from '../github/world.ts'
import { repository, type Files } from '../helpers/repository.ts'
import { builtAction } from './built.ts'
import { checkout, CONFIG, pullRequest, pullRequestPayload, type PullRequest } from './checkouts.ts'
import { handedOver, proposed as proposedTo, type Proposal } from './pull-requests.ts'
import { runStep, type Ran, type Step } from './runner.ts'

const action = builtAction()
const proposed = (proposal: Proposal) => proposedTo(action(), proposal)
const run = (step: Omit<Step, 'action'>): Promise<Ran> => runStep({ action: action(), ...step })
const below = (files: Files): Files => Object.fromEntries(Object.entries(files).map(([path, text]) => [`deploy/${path}`, text]))

const EDIT = { 'environments/production/services/db.yaml': 'pool: 60\n' }
const ACCESS = "roles:\n  db: ['@ada']\nrules:\n  - {name: the database, environments: [production], roles: [db]}\n"

/** The step of a pull request, with the merge checked out. */
const stepOf = (pull: PullRequest, step: Partial<Step> = {}): Promise<Ran> => run({
  workspace: checkout(pull.origin, 'refs/pull/7/merge', 2),
  event: 'pull_request',
  sha: pull.merge,
  payload: pullRequestPayload(pull),
  ...step,
})

describe('a review of a pull request', () => {
  test.each(['pull_request_review', 'pull_request_review_comment'])('%s: the comment says who is still missing', async (event) => {
    const { check, bodies, server, pull } = await proposed({ edits: EDIT, before: { ...CONFIG, 'access.yaml': ACCESS } })
    await check()
    expect(bodies()[0]).toContain('**missing**: 0 of 1')
    server.world.reviews.push({ pullRequest: 7, reviewer: account('ada', 5), state: 'APPROVED', commit: pull.head })
    const ran = await check({ event })
    expect(ran.outputs).toMatchObject({ 'verdict': 'pass', 'base': pull.tip, 'changed-environments': '["production"]' })
    expect(bodies()).toHaveLength(1)
    expect(bodies()[0]).toContain('approved: 1 of 1 by `ada`')
  })

  test.each(['comment', '.'])('of a fork: the report goes the same way, to %s', async (folder) => {
    const { check, comment, bodies, server } = await proposed({ edits: EDIT, from: 'fork' })
    const handoff = handedOver(await check({ event: 'pull_request_review' }))
    const [given] = server.world.runs
    if (given === undefined) throw new Error('there is no run')
    const payload = workflowRunPayload(server.world, { ...given, event: 'pull_request_review' })
    const ran = await comment(handoff, { action: join(action(), folder), payload })
    expect(ran).toMatchObject({ conclusion: 'success', annotations: [] })
    expect(bodies()[0]).toContain('## Cairn passed')
  })
})

describe('check/, which may not comment', () => {
  const before = { ...CONFIG, 'access.yaml': ACCESS }
  const approved = async () => {
    const all = await proposed({ edits: EDIT, before, from: 'fork' })
    all.server.world.reviews.push({ pullRequest: 7, reviewer: account('ada', 5), state: 'APPROVED', commit: all.pull.head })
    return all
  }

  test('reads who has approved, and its report says so', async () => {
    const { check, comment, bodies, server } = await approved()
    const ran = await check({ action: join(action(), 'check'), event: 'pull_request_review' })
    expect(server.asked()).toEqual(['pulls/list-reviews'])
    await comment(handedOver(ran))
    expect(bodies()[0]).toContain('approved: 1 of 1 by `ada`')
  })

  test('says what it lacks for that, and is no worse for it', async () => {
    const { check, server } = await approved()
    server.misbehave({ on: 'pulls/list-reviews', answer: ANSWERS.forbidden })
    const ran = await check({ action: join(action(), 'check') })
    expect(ran).toMatchObject({ conclusion: 'success', annotations: [], outputs: { verdict: 'pass' } })
    expect(ran.log.join('\n')).toContain('it needs the permission pull-requests: read')
  })

  test('asks nobody where no approval is asked for', async () => {
    const { check, server } = await proposed({ edits: EDIT })
    await check({ action: join(action(), 'check') })
    expect(server.received).toEqual([])
  })
})

describe('variables of the job', () => {
  const SECRET = 'canary-4d1f-hunter2'
  const asking = () => pullRequest({
    'cairn.yaml': 'variables:\n  TOKEN: services/db#/port\n',
    'schemas/services.yaml': 'properties:\n  port: {type: integer}\n',
  })

  test.each(['pull_request_review', 'pull_request_review_comment', 'issue_comment', 'workflow_dispatch', 'push'])('%s: what is proposed cannot ask for them', async (event) => {
    const pull = asking()
    // A comment or a person starts a run of the default branch, which checks the proposal out.
    const sha = event.startsWith('pull_request') ? pull.merge : pull.tip
    const ran = await stepOf(pull, { event, sha, env: { TOKEN: SECRET } })
    expect(ran.log.join('\n')).toContain('not checked: what TOKEN would set')
    expect(JSON.stringify(ran)).not.toContain(SECRET)
  })

  test('what was agreed to is given them', async () => {
    const pull = asking()
    const ran = await stepOf(pull, { event: 'push', payload: { before: pull.tip }, env: { TOKEN: '7' } })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: pull.tip })
    expect(ran.log.join('\n')).not.toContain('not checked')
    expect(ran.log.join('\n')).toContain('/port: 5432 → 7')
  })
})

describe('the place of the configuration repository', () => {
  const LAYOUT = 'layout:\n  - {path: "deploy/environments/{environment}/{kind}/{name}.yaml"}\n'
  const before = { ...below({ ...CONFIG, 'cairn.yaml': 'rules:\n  danger/resources: error\n' }) }
  const inputs = { directory: 'deploy' }

  /** The same pull request with a file gone. */
  function without(path: string, pull: PullRequest): PullRequest {
    const { origin, tip } = pull
    origin.git('checkout', '-q', 'change')
    origin.git('rm', '-q', path)
    const head = origin.commit('gone')
    origin.git('checkout', '-q', '--detach', tip)
    origin.git('merge', '-q', '--no-ff', '-m', 'Merge change into main', 'change')
    const merge = origin.git('rev-parse', 'HEAD').trim()
    origin.git('update-ref', 'refs/pull/7/merge', merge)
    return { ...pull, head, merge }
  }

  test('a change cannot be judged by a cairn.yaml that it puts above', async () => {
    const pull = without('deploy/cairn.yaml', pullRequest({ 'cairn.yaml': LAYOUT, 'deploy/environments/production/services/db.yaml': 'pool: 50\nreplicas: 1\n' }, before))
    const ran = await stepOf(pull, { inputs })
    expect(ran.annotations.map(({ message }) => message)).toEqual([
      expect.stringContaining('the change moves the configuration repository from deploy to .: until it is merged'),
      expect.stringContaining('cairn.yaml is gone'),
    ])
    expect(ran.summary).toContain("judged by the base's rules")
    expect(ran.summary).toContain('the change moves the configuration repository')
    expect(ran.outputs['changed-environments']).toBe('["production"]')
  })

  test('nor by one that it puts below', async () => {
    const pull = pullRequest({ 'deploy/cairn.yaml': 'rules:\n  danger/config-changed: off\n' }, { ...CONFIG, 'cairn.yaml': 'rules:\n  danger/resources: error\n', 'deploy/README.md': 'hello\n' })
    const ran = await stepOf(pull, { inputs })
    expect(ran.annotations[0]?.message).toContain('the change moves the configuration repository from . to deploy')
    expect(ran.summary).toContain("judged by the base's rules")
    expect(ran.log.join('\n')).toContain('(2 documents, ')
  })

  test('once it is merged, the new place counts', async () => {
    const pull = without('deploy/cairn.yaml', pullRequest({ 'cairn.yaml': LAYOUT }, before))
    const ran = await stepOf(pull, { inputs, event: 'push', payload: { before: pull.tip } })
    expect(JSON.stringify(ran.annotations)).not.toContain('moves the configuration repository')
  })

  test.each(['config', 'deploy/config/environments'])('a link out of the workspace is not followed: %s', async (directory) => {
    const other = repository({ 'environments/prod/services/db.yaml': 'port: 1\nport: 2\n' })
    other.commit()
    const pull = pullRequest(below(EDIT), below(CONFIG))
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
    symlinkSync(other.root, join(workspace, directory.replace('/environments', '')))
    const ran = await stepOf(pull, { workspace, inputs: { directory } })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toContain(`${directory} leads out of the workspace`)
    expect(JSON.stringify(ran)).not.toContain('services/db')
  })

  test('workflows and owners above it are told', async () => {
    const edits = {
      '.github/workflows/ci.yaml': 'on: push\n',
      'CODEOWNERS': '* @octo-org/all\n',
      'access.yaml': 'of: another tool\n',
      'deploy2/README.md': 'hello\n',
      ...below({ ...EDIT, '.sops.yaml': 'creation_rules: []\n' }),
    }
    const { check, bodies, server, pull } = await proposed({ edits, before: below(CONFIG) })
    const ran = await check({ inputs })
    const dangers = ran.annotations.filter(({ properties }) => properties['title']?.startsWith('danger/') === true)
    expect(dangers.map(({ properties }) => `${properties['title'] ?? ''} ${properties['file'] ?? ''}`).sort()).toEqual([
      'danger/policy-changed CODEOWNERS',
      'danger/policy-changed deploy/.sops.yaml',
      'danger/workflow-changed .github/workflows/ci.yaml',
    ])
    expect(bodies()[0]).toContain(`${server.env['GITHUB_SERVER_URL'] ?? ''}/octo-org/configuration/blob/${pull.head}/.github/workflows/ci.yaml)`)
  })

  test('what the base accepts there is accepted', async () => {
    const accepts = 'silence:\n  - {rule: danger/workflow-changed, path: .github/workflows/**, reason: the platform team reads them}\n'
    const pull = pullRequest({ '.github/workflows/ci.yaml': 'on: push\n' }, below({ ...CONFIG, 'cairn.yaml': accepts }))
    const ran = await stepOf(pull, { inputs })
    expect(ran).toMatchObject({ conclusion: 'success', annotations: [] })
    expect(ran.summary).toContain('the platform team reads them')
  })
})

describe('the commit that is checked out', () => {
  const two = () => {
    const origin = repository(CONFIG)
    const before = origin.commit()
    origin.write({ 'environments/staging/services/db.yaml': 'pool: 1\n' })
    const after = origin.commit()
    origin.git('checkout', '-q', '-b', 'other', before)
    origin.write(EDIT)
    origin.commit()
    return { before, after, workspace: checkout(origin, 'refs/heads/other', 0) }
  }

  test.each([
    ['push', (before: string) => ({ before })],
    ['merge_group', (before: string) => ({ merge_group: { base_sha: before } })],
  ])('%s: another one has no base of the event', async (event, payload) => {
    const { before, after, workspace } = two()
    const ran = await run({ workspace, event, sha: after, payload: payload(before) })
    expect(ran.outputs).toMatchObject({ 'verdict': 'pass', 'base': '', 'changed-environments': '["production","staging"]' })
    expect(ran.log.join('\n')).toContain('compared with nothing: what is checked out is not the commit of the event')
    const named = await run({ workspace, event, sha: after, payload: payload(before), inputs: { base: before } })
    expect(named.outputs).toMatchObject({ 'base': before, 'changed-environments': '["production"]' })
  })

  test('pull_request_target: commits that came after the event are refused, too', async () => {
    const pull = pullRequest(EDIT)
    const { origin } = pull
    origin.git('checkout', '-q', 'change')
    for (const pool of [1, 2]) {
      origin.write({ 'environments/staging/services/db.yaml': `pool: ${pool}\n` })
      origin.commit('later')
    }
    origin.git('update-ref', 'refs/pull/7/head', 'HEAD')
    const workspace = checkout(origin, 'refs/pull/7/head', 1)
    const ran = await stepOf(pull, { workspace, event: 'pull_request_target', sha: pull.tip, payload: pullRequestPayload(pull, 'fork') })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toContain('what is checked out may come from a fork')
  })
})

describe('what is handed over', () => {
  test('by two steps of a job are two files', async () => {
    const { check } = await proposed({ edits: EDIT, from: 'fork' })
    const ran = [await check(), await check()]
    expect(new Set(ran.map(({ outputs }) => outputs['handoff'])).size).toBe(2)
    const { temporary } = ran[0] ?? {}
    const files = await Promise.all([1, 2].map(() => check({ env: { RUNNER_TEMP: temporary } })))
    expect(new Set(files.map(({ outputs }) => outputs['handoff'])).size).toBe(2)
    for (const one of files) expect(handedOver(one)).toContain('"version":1')
  })

  test('a fork that was deleted is a warning, whichever action it is', async () => {
    const payload = { repository: { id: 1 }, workflow_run: { id: 5, event: 'pull_request', head_sha: 'a'.repeat(40), head_branch: 'x', head_repository: null, repository: { id: 1 } } }
    const { comment } = await proposed({ edits: EDIT, from: 'fork' })
    for (const folder of ['.', 'comment']) {
      const ran = await comment('', { action: join(action(), folder), payload })
      expect(ran).toMatchObject({ conclusion: 'success' })
      expect(ran.annotations[0]?.message).toContain('a fork that was deleted is none')
    }
  })
})

test('what the token lacks is named as the comment needs it, from the first request on', async () => {
  for (const on of ['issues/list-comments', 'pulls/get', 'issues/create-comment']) {
    const { check, server } = await proposed({ edits: EDIT })
    server.misbehave({ on, answer: ANSWERS.forbidden })
    const ran = await check({ token: TOKENS.job })
    expect(ran.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('the permission pull-requests: write') as string }])
  }
})

test('more names than an output takes: none, and a warning that says so', async () => {
  const many = Array.from({ length: 2100 }, (_, i) => `${'e'.repeat(190)}${i}`)
  const pull = pullRequest({ 'cairn.yaml': `environments: ${JSON.stringify(many)}\nlayout:\n  - {path: 'all/{kind}/{name}.yaml'}\n`, 'all/services/db.yaml': 'a: 1\n' }, {})
  const ran = await stepOf(pull, { inputs: { summary: 'false' } })
  expect(ran.outputs).toMatchObject({ 'verdict': 'pass', 'changed-environments': '' })
  expect(ran.annotations.map(({ message }) => message)).toContainEqual(expect.stringContaining('the output changed-environments is empty'))
})
