import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repository } from '../helpers/repository.ts'
import { builtAction } from './built.ts'
import { checkout, CONFIG, pullRequest, pullRequestPayload } from './checkouts.ts'
import { runStep, type Ran, type Step } from './runner.ts'

const action = builtAction()
const run = (step: Omit<Step, 'action'>): Promise<Ran> => runStep({ action: action(), ...step })

const EDIT = { 'environments/base/services/db.yaml': 'port: 5433\npool: 20\n' }
const BROKEN = { 'environments/staging/services/db.yaml': 'port: 1\nport: 2\n' }
const changedIn = ({ outputs }: Ran): unknown => JSON.parse(outputs['changed-environments'] ?? '')

describe('pull_request', () => {
  test('checks the merge and compares it with its first parent, whatever the event says the base was', async () => {
    const pull = pullRequest({ 'environments/production/services/db.yaml': 'pool: 60\n' })
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
    const ran = await run({ workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) })
    expect(ran).toMatchObject({ conclusion: 'success', exitCode: 0, annotations: [], summaryDropped: false })
    // staging has a new document, but that came to the base branch by itself
    expect(ran.outputs).toEqual({
      'verdict': 'pass',
      'findings': '0',
      'errors': '0',
      'warnings': '0',
      'changed-environments': '["production"]',
      'base': pull.tip,
      'comment-url': '',
      'handoff': expect.stringMatching(/^\/.*\/cairn-[\da-f-]{36}\/cairn-handoff\.json$/) as string,
      'report': '',
      'sarif': '',
      'junit': '',
      'html': '',
    })
    expect(ran.log.join('\n')).toContain(
      `compared with ${pull.tip.slice(0, 12)}, the base branch that the pull request is merged into: changes in production`,
    )
    expect(ran.summary).toContain('## Cairn passed: no findings')
    expect(ran.summary).toContain('1 environment changes: `production`.')
  })

  test('an edit of a layer below reaches what inherits it, and no abstract environment', async () => {
    const pull = pullRequest(EDIT)
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
    const ran = await run({ workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) })
    expect(changedIn(ran)).toEqual(['production', 'staging'])
  })

  test('a mistake fails the step, beside its line', async () => {
    const pull = pullRequest(BROKEN)
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
    const ran = await run({ workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull, 'fork') })
    expect(ran).toMatchObject({ conclusion: 'failure', exitCode: 1 })
    expect(ran.outputs).toMatchObject({ verdict: 'fail', findings: '1', errors: '1' })
    expect(ran.annotations).toEqual([
      {
        level: 'error',
        message: 'the key port is given twice; the last one counts\nenvironments/staging/services/db.yaml:1:1 first given here',
        properties: {
          title: 'parse/duplicate-key',
          file: 'environments/staging/services/db.yaml',
          line: '2',
          col: '1',
          endColumn: '5',
        },
      },
      { level: 'error', message: '1 error', properties: {} },
    ])
    expect(ran.summary).toContain('parse/duplicate-key')
  })

  test('in a clone of one commit the check runs, and says what is missing', async () => {
    const pull = pullRequest(BROKEN)
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 1)
    const ran = await run({ workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) })
    expect(ran.outputs).toMatchObject({ verdict: 'fail', findings: '1', base: '' })
    expect(changedIn(ran)).toEqual(['production', 'staging'])
    const why = `${pull.tip.slice(0, 12)}, the base branch that the pull request is merged into, is not in this clone: set fetch-depth: 2 for actions/checkout`
    expect(ran.log).toContain(`compared with nothing: ${why}`)
    expect(ran.summary).toContain('Compared with nothing: ')
  })

  test('a partial clone that can fetch nothing more: the check runs, and says why there is no base', async () => {
    const pull = pullRequest(EDIT)
    pull.origin.git('config', 'uploadpack.allowFilter', 'true')
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2, ['--filter=blob:none'])
    pull.origin.remove('.git')
    const ran = await run({ workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: '' })
    expect(changedIn(ran)).toEqual(['production', 'staging'])
    expect(ran.log.join('\n')).toMatch(/compared with nothing: .*this is a partial clone: \d contents have to come from origin/)
  })

  test.each(['', 'merged main into itself'])('where the branch itself is checked out there is no honest base %s', async (merged) => {
    const pull = pullRequest(EDIT)
    if (merged !== '') {
      pull.origin.git('checkout', '-q', 'change')
      pull.origin.git('merge', '-q', '--no-ff', '-m', merged, 'main')
      pull.origin.git('update-ref', 'refs/pull/7/head', 'HEAD')
    }
    const workspace = checkout(pull.origin, 'refs/pull/7/head', 0)
    const ran = await run({ workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: '' })
    expect(ran.log.join('\n')).toContain('what is checked out is not the merge commit of the pull request')
  })

  test('a named base beats the event, and one that is not there is told', async () => {
    const pull = pullRequest(EDIT)
    const workspace = checkout(pull.origin, 'refs/pull/7/head', 0)
    const step = { workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) }
    const ran = await run({ ...step, inputs: { base: 'origin/main~1' } })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: pull.base })
    const wrong = await run({ ...step, inputs: { base: 'origin/mian' } })
    expect(wrong).toMatchObject({ conclusion: 'failure', exitCode: 2, outputs: { verdict: 'broken' } })
    expect(wrong.annotations[0]?.message).toBe(
      'origin/mian names no commit of this repository\ndid you mean origin/main?',
    )
  })
})

describe('merge_group', () => {
  const group = (base: string, head: string) => ({ action: 'checks_requested', merge_group: { base_sha: base, head_sha: head } })

  test('compares with the base of the group', async () => {
    const pull = pullRequest(EDIT)
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
    const ran = await run({ workspace, event: 'merge_group', sha: pull.merge, payload: group(pull.tip, pull.merge) })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: pull.tip })
    expect(changedIn(ran)).toEqual(['production', 'staging'])
  })

  test('without its base the check runs', async () => {
    const pull = pullRequest(BROKEN)
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 1)
    const ran = await run({ workspace, event: 'merge_group', sha: pull.merge, payload: group(pull.tip, pull.merge) })
    expect(ran.outputs).toMatchObject({ verdict: 'fail', base: '' })
    expect(ran.log.join('\n')).toContain('is not in this clone: set fetch-depth: 0 for actions/checkout')
  })
})

describe('push', () => {
  const pushed = () => {
    const origin = repository(CONFIG)
    const before = origin.commit()
    origin.write({ 'environments/staging/services/db.yaml': 'pool: 1\n' })
    return { origin, before, after: origin.commit() }
  }

  test('compares with the commit before', async () => {
    const { origin, before, after } = pushed()
    const workspace = checkout(origin, 'refs/heads/main', 2)
    const ran = await run({ workspace, event: 'push', sha: after, payload: { ref: 'refs/heads/main', before, after, forced: false } })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: before })
    expect(changedIn(ran)).toEqual(['staging'])
  })

  const nowhere: readonly (readonly [string, (before: string) => unknown, string])[] = [
    ['a new branch', () => ({ before: '0'.repeat(40) }), 'the push made the branch or tag, so nothing was there before'],
    ['a new branch of a SHA-256 repository', () => ({ before: '0'.repeat(64) }), 'the push made the branch or tag'],
    ['a force push', () => ({ before: 'a'.repeat(40), forced: true }), 'after a force push no branch may have it any more'],
    ['a clone of one commit', (before) => ({ before }), 'is not in this clone: set fetch-depth: 0 for actions/checkout'],
    ['no commit in the event', () => ({}), 'the event says no commit before the push'],
    ['no payload', () => null, 'the event says no commit before the push'],
    ['an option in place of a commit', () => ({ before: '--all' }), 'the event names no commit that could be one'],
    ['a number in place of a commit', () => ({ before: 7 }), 'the event says no commit before the push'],
  ]
  test.each(nowhere)('%s: the check runs, all environments may have changed', async (_what, payload, reason) => {
    const { origin, before, after } = pushed()
    const workspace = checkout(origin, 'refs/heads/main', 1)
    const ran = await run({ workspace, event: 'push', sha: after, payload: payload(before) })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: '' })
    expect(changedIn(ran)).toEqual(['production', 'staging'])
    expect(ran.log.join('\n')).toContain(reason)
  })
})

test.each(['workflow_dispatch', 'schedule', 'release', ''])('%s: a check without a base', async (event) => {
  const origin = repository(CONFIG)
  origin.commit()
  const ran = await run({ workspace: checkout(origin, 'refs/heads/main', 1), event })
  expect(ran.outputs).toMatchObject({ verdict: 'pass', base: '' })
  expect(ran.log.join('\n')).toContain('compared with nothing: ')
})

describe('rights that a check does not need', () => {
  test('pull_request_target with a fork checked out is refused', async () => {
    const pull = pullRequest(EDIT)
    const payload = pullRequestPayload(pull, 'fork')
    for (const ref of ['refs/pull/7/head', 'refs/pull/7/merge']) {
      const ran = await run({ workspace: checkout(pull.origin, ref, 2), event: 'pull_request_target', sha: pull.tip, payload })
      expect(ran).toMatchObject({ conclusion: 'failure', exitCode: 2, outputs: { verdict: 'broken' } })
      expect(ran.annotations[0]?.message).toContain('what is checked out may come from a fork')
    }
  })

  test('pull_request_target on the base branch runs, with a warning', async () => {
    const pull = pullRequest(EDIT)
    const workspace = checkout(pull.origin, 'refs/heads/main', 1)
    const ran = await run({ workspace, event: 'pull_request_target', sha: pull.tip, payload: pullRequestPayload(pull, 'fork') })
    expect(ran.outputs).toMatchObject({ verdict: 'pass' })
    expect(ran.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('use pull_request') as string }])
  })

  test('workflow_run with a fork checked out is refused', async () => {
    const pull = pullRequest(EDIT)
    const payload = {
      workflow_run: { event: 'pull_request', head_sha: pull.head, head_repository: { id: 2 } },
      repository: { id: 1 },
    }
    const workspace = checkout(pull.origin, 'refs/pull/7/head', 1)
    const ran = await runStep({ action: join(action(), 'check'), workspace, event: 'workflow_run', payload })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
  })

  test('a change cannot ask for variables of the job that its base does not read', async () => {
    const SECRET = 'canary-4d1f-hunter2'
    const mapped = 'variables:\n  TOKEN: services/db#/port\n  POOL: services/db#/pool\n'
    const schema = 'properties:\n  port: {type: integer}\n  pool: {type: integer}\n'
    const before = { ...CONFIG, 'schemas/services.yaml': schema, 'cairn.yaml': 'variables:\n  POOL: services/db#/pool\n' }
    const pull = pullRequest({ 'cairn.yaml': mapped }, before)
    const step = { workspace: checkout(pull.origin, 'refs/pull/7/merge', 2), sha: pull.merge, env: { TOKEN: SECRET, POOL: '20' } }
    const ran = await run({ ...step, event: 'pull_request', payload: pullRequestPayload(pull), inputs: { sarif: 'out.sarif' } })
    expect(ran.outputs).toMatchObject({ verdict: 'pass', base: pull.tip })
    expect(JSON.stringify(ran)).not.toContain(SECRET)
    expect(ran.log.join('\n')).toContain('not checked: what TOKEN would set')
    const shallow = checkout(pull.origin, 'refs/pull/7/merge', 1)
    const alone = await run({ ...step, workspace: shallow, event: 'pull_request', payload: pullRequestPayload(pull) })
    expect(alone.log.join('\n')).toContain('not checked: what TOKEN and POOL would set')
    expect(JSON.stringify(alone)).not.toContain(SECRET)
  })
})

describe('a run that breaks is told from findings', () => {
  const broken = async (step: Omit<Step, 'action'>, exitCode: number): Promise<string> => {
    const ran = await run(step)
    expect(ran).toMatchObject({ conclusion: 'failure', exitCode, outputs: { verdict: 'broken' } })
    expect(Object.keys(ran.outputs)).toEqual(['verdict'])
    expect(ran.annotations).toHaveLength(1)
    expect(ran.raw).not.toMatch(/^\s+at |node:internal/m)
    return ran.annotations[0]?.message ?? ''
  }

  test('no checkout', async () => {
    const { root } = repository({})
    writeFileSync(join(root, '.git/HEAD'), '')
    const empty = join(root, '..')
    expect(await broken({ workspace: empty, event: 'push' }, 2)).toContain('actions/checkout has to run before this step')
  })

  test.each([
    [{ directory: 'nowhere' }, 'there is no folder'],
    [{ 'fail-on': 'errors' }, 'the input fail-on takes error, warning, note or never, not errors; did you mean error?'],
    [{ summary: 'yes' }, 'the input summary takes true or false, not yes'],
    [{ environments: 'produktion' }, 'there is no environment produktion\ndid you mean production?'],
    [{ sarif: '../out.sarif' }, '../out.sarif leads out of the workspace'],
  ] as const)('%o', async (inputs, message) => {
    const origin = repository(CONFIG)
    origin.commit()
    expect(await broken({ workspace: checkout(origin, 'refs/heads/main', 1), event: 'push', inputs }, 2)).toContain(message)
  })

  test('no Git', async () => {
    const origin = repository(CONFIG)
    origin.commit()
    const step = { workspace: checkout(origin, 'refs/heads/main', 1), event: 'push', env: { PATH: '/nowhere' } }
    expect(await broken(step, 3)).toContain('git was not found')
  })
})

describe('inputs', () => {
  test('environments limit what is looked at, and fail-on what fails', async () => {
    const pull = pullRequest({ ...EDIT, ...BROKEN })
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
    const step = { workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) }
    const one = await run({ ...step, inputs: { environments: 'production,\n' } })
    expect(changedIn(one)).toEqual(['production'])
    const never = await run({ ...step, inputs: { 'fail-on': 'never', 'annotations': 'False' } })
    expect(never).toMatchObject({ conclusion: 'success', annotations: [], outputs: { verdict: 'pass', errors: '1' } })
    const quiet = await run({ ...step, inputs: { summary: 'false' } })
    expect(quiet).toMatchObject({ conclusion: 'failure', summary: '' })
  })

  test('a configuration repository below the top: paths are seen from the top', async () => {
    const below = (files: object) => Object.fromEntries(Object.entries(files).map(([path, text]) => [`deploy/config/${path}`, text as string]))
    const pull = pullRequest(below(BROKEN), below(CONFIG))
    const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
    const step = { workspace, event: 'pull_request', sha: pull.merge, payload: pullRequestPayload(pull) }
    const ran = await run({ ...step, inputs: { directory: 'deploy/config' } })
    expect(ran.annotations[0]?.properties['file']).toBe('deploy/config/environments/staging/services/db.yaml')
    expect(changedIn(ran)).toEqual(['staging'])
  })
})

test.runIf(process.getuid?.() === 0)('a repository of another user, as in a container, is trusted for this run', async () => {
  const { execFileSync } = await import('node:child_process')
  const origin = repository(CONFIG)
  origin.commit()
  const workspace = checkout(origin, 'refs/heads/main', 1)
  execFileSync('chown', ['-R', '12345', workspace])
  const ran = await run({ workspace, event: 'push' })
  expect(ran.outputs['verdict']).toBe('pass')
})
