import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { authorizationOf } from '../helpers/git-server.ts'
import { builtAction } from './built.ts'
import { PUBLISHING, publishWorld, temporaryFolder, TOKEN, type PublishWorld } from './publish-world.ts'

const action = builtAction()
const world = (files = PUBLISHING): Promise<PublishWorld> => publishWorld(action(), files)

interface Entry {
  readonly entry: Readonly<Record<string, unknown>>
}

interface Provenance {
  readonly predicate: { readonly buildDefinition: { readonly externalParameters: Readonly<Record<string, unknown>> } }
}

const chain = (at: PublishWorld): Entry[] => {
  return at.read('chain.jsonl').trimEnd().split('\n').map((line) => JSON.parse(line) as Entry)
}
const shortOf = (sha: string): string => sha.slice(0, 12)

describe.each(['publish', '.'])('a push (%s)', (part) => {
  test('is published, and tells what of it', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const ran = await at.run({ part, workspace, sha })
    expect(ran).toMatchObject({ conclusion: 'success', annotations: [], dropped: [], summaryDropped: false })
    expect(at.published()).toContain('production/services/db.yaml')
    expect(at.read('production/services/db.yaml')).toBe('port: 5432\npool: 50\n')
    expect(ran.outputs).toMatchObject({
      'verdict': 'pass',
      'findings': '0',
      'published': 'true',
      'changed-environments': '["production","staging"]',
      'predicate-type': 'https://slsa.dev/provenance/v1',
      'subject-path': '',
    })
    const [publication] = JSON.parse(ran.outputs['publications'] ?? '') as object[]
    expect(publication).toEqual({
      target: 'branch:deploy', commit: sha, does: 'publish', environments: ['production', 'staging'], added: 5, changed: 0, removed: 0,
    })
    expect(ran.summary).toContain(`## Cairn published \`${shortOf(sha)}\` to \`branch:deploy\``)
    expect(ran.log.join('\n')).toContain(`published ${shortOf(sha)}: 5 files added, 0 changed, 0 removed`)
    expect(chain(at)).toMatchObject([{
      entry: {
        sequence: 1, commit: sha, ref: 'refs/heads/main', actor: 'octocat', run: `${at.url}/actions/runs/4711`, newest: sha,
      },
    }])
    const { predicate } = JSON.parse(at.read('provenance.json')) as { predicate: { runDetails: { builder: { id: string } } } }
    expect(predicate.runDetails.builder.id).toBe(`${at.url}/.github/workflows/publish.yml@refs/heads/main`)
  })

  test('of the same again changes nothing, and passes', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    await at.run({ part, workspace, sha })
    const tip = at.git('rev-parse', 'deploy')
    const again = await at.run({ part, workspace, sha })
    expect(again).toMatchObject({ conclusion: 'success', annotations: [] })
    expect(again.outputs).toMatchObject({
      'verdict': 'pass', 'published': 'false', 'changed-environments': '[]', 'subject-checksums': '', 'predicate-path': '', 'predicate-type': '',
    })
    expect(again.log.join('\n')).toContain('branch:deploy (production, staging): unchanged')
    expect(at.git('rev-parse', 'deploy')).toBe(tip)
  })

  test('that comes late is green, and says that a newer one is there', async () => {
    const at = await world()
    const first = at.push({})
    const second = at.push({ 'environments/staging/services/db.yaml': 'port: 6000\n' })
    await at.run({ part, ...second })
    const tip = at.git('rev-parse', 'deploy')
    // The first run was started first and comes last; its clone knows what was pushed meanwhile.
    const late = await at.run({ part, workspace: second.workspace, sha: first.sha })
    expect(late).toMatchObject({ conclusion: 'success', outputs: { verdict: 'pass', published: 'false' } })
    expect(late.annotations).toEqual([expect.objectContaining({ level: 'notice', message: `nothing to do where a newer commit has been published: branch:deploy (${shortOf(second.sha)})` })])
    expect(late.summary).toContain(`## Cairn published nothing of \`${shortOf(first.sha)}\`: a newer commit is at \`branch:deploy\``)
    expect(at.git('rev-parse', 'deploy')).toBe(tip)
  })

  test('to another branch, or of a tag, is checked and not published', async () => {
    const at = await world()
    for (const [ref, said] of [
      ['refs/heads/feature', 'checked, not published: main is published, not feature (input branches)'],
      ['refs/tags/main', 'checked, not published: refs/tags/main is no branch'],
    ] as const) {
      const { workspace, sha } = at.push({}, { ref })
      const ran = await at.run({ part, workspace, sha, env: { GITHUB_REF: ref } })
      expect(ran).toMatchObject({ conclusion: 'success', outputs: { verdict: 'pass', published: 'false' } })
      expect(ran.annotations).toEqual([expect.objectContaining({ level: 'notice', message: said })])
    }
    expect(at.published()).toEqual([])
    expect(at.server.authorizations).toEqual([])
    const { workspace, sha } = at.push({}, { ref: 'refs/heads/feature' })
    const named = await at.run({ part, workspace, sha, env: { GITHUB_REF: 'refs/heads/feature' }, inputs: { branches: 'release, feature' } })
    expect(named.outputs['published']).toBe('true')
  })

  test('with an error is not published', async () => {
    const at = await world()
    const { workspace, sha } = at.push({ 'environments/staging/services/db.yaml': 'port: 1\nport: 2\n' })
    for (const failOn of ['error', 'never']) {
      const ran = await at.run({ part, workspace, sha, inputs: { 'fail-on': failOn } })
      expect(ran).toMatchObject({ conclusion: 'failure', exitCode: 1, outputs: { verdict: 'fail', errors: '1', published: 'false', publications: '[]' } })
      expect(ran.annotations[0]).toMatchObject({ level: 'error', properties: { file: 'environments/staging/services/db.yaml', line: '2' } })
      expect(ran.annotations.at(-1)?.message).toBe('1 error; nothing is published')
      expect(ran.summary).toContain(`## Cairn published nothing of \`${shortOf(sha)}\`: 1 error`)
    }
    expect(at.published()).toEqual([])
    expect(at.server.authorizations).toEqual([])
  })

  test('fail-on says which findings block it', async () => {
    const at = await world()
    // Removing what is not there is a warning.
    const { workspace, sha } = at.push({ 'environments/staging/services/db.yaml': 'nothing: null\n' })
    const strict = await at.run({ part, workspace, sha, inputs: { 'fail-on': 'warning' } })
    expect(strict).toMatchObject({ conclusion: 'failure', outputs: { verdict: 'fail', warnings: '1', published: 'false' } })
    expect(at.published()).toEqual([])
    const lax = await at.run({ part, workspace, sha })
    expect(lax).toMatchObject({ conclusion: 'success', outputs: { verdict: 'pass', warnings: '1', published: 'true' } })
    expect(lax.annotations).toMatchObject([{ level: 'warning' }])
  })
})

describe('what is published', () => {
  test('is the commit, whatever stands in the working tree, in the index or at HEAD', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    writeFileSync(join(workspace, 'environments/production/services/db.yaml'), 'pool: 666\n')
    writeFileSync(join(workspace, 'cairn.yaml'), 'publish: {targets: [branch:stolen]}\n')
    execFileSync('git', ['-C', workspace, 'add', '-A'])
    execFileSync('git', ['-C', workspace, '-c', 'user.name=T', '-c', 'user.email=t@example.invalid', 'commit', '-q', '-m', 'by a step'])
    mkdirSync(join(workspace, 'environments/extra/services'), { recursive: true })
    writeFileSync(join(workspace, 'environments/extra/services/db.yaml'), 'port: 1\n')
    const ran = await at.run({ workspace, sha })
    expect(ran.outputs['published']).toBe('true')
    expect(at.read('production/services/db.yaml')).toBe('port: 5432\npool: 50\n')
    expect(at.published('stolen')).toEqual([])
    expect(at.published().filter((path) => path.startsWith('extra/'))).toEqual([])
  })

  test('a target that refuses is red, with what to do', async () => {
    const at = await world()
    const first = at.push({})
    await at.run(first)
    at.push({ 'environments/staging/services/db.yaml': 'port: 7\n' })
    const third = at.push({ 'environments/staging/services/db.yaml': 'port: 8\n' }, { depth: 1 })
    const ran = await at.run(third)
    expect(ran).toMatchObject({ conclusion: 'failure', exitCode: 1, outputs: { verdict: 'fail', published: 'false' } })
    expect(ran.annotations[0]?.message).toBe(
      `branch:deploy: ${shortOf(first.sha)} was published there, and this clone does not have that commit: ` +
        'fetch the whole history (in actions/checkout: fetch-depth: 0)',
    )
    expect(ran.annotations[1]?.message).toBe('not published to 1 target of 1')
    expect(ran.summary).toContain(`## Cairn did not publish \`${shortOf(third.sha)}\` to \`branch:deploy\``)
    expect(ran.summary).toContain('- **error** `branch:deploy`')
  })

  test('targets of the input, relative to the folder; what can be attested is what was written', async () => {
    const at = await world({ ...PUBLISHING, 'cairn.yaml': '' })
    const { workspace, sha } = at.push({})
    const targets = 'archive:out/config.tar.gz\ndir:../site\n'
    const out = temporaryFolder()
    mkdirSync(join(workspace, 'out'))
    const inputs = { targets: targets.replace('../site', out), environments: 'production' }
    const ran = await at.run({ workspace, sha, inputs })
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { 'published': 'true', 'changed-environments': '["production"]' } })
    expect(ran.outputs['subject-path']).toBe(join(workspace, 'out/config.tar.gz'))
    const checksums = readFileSync(ran.outputs['subject-checksums'] ?? '', 'utf8')
    const unpacked = temporaryFolder()
    execFileSync('tar', ['-xzf', join(workspace, 'out/config.tar.gz'), '-C', unpacked])
    execFileSync('cp', [join(workspace, 'out/config.tar.gz'), unpacked])
    const checked = execFileSync('sha256sum', ['--strict', '-c'], { cwd: unpacked, input: checksums, encoding: 'utf8' })
    expect(checked.trimEnd().split('\n')).toEqual(expect.arrayContaining(['config.tar.gz: OK', 'manifest.json: OK', 'production/services/db.yaml: OK']))
    expect(ran.outputs['subject-checksums']?.startsWith(ran.temporary)).toBe(true)
    const predicate = JSON.parse(readFileSync(ran.outputs['predicate-path'] ?? '', 'utf8')) as object
    const { predicate: whole } = JSON.parse(readFileSync(join(out, 'current/provenance.json'), 'utf8')) as Provenance
    const { externalParameters: { target, ...shared }, ...rest } = whole.buildDefinition
    expect(target).toBe(`dir:${out}`)
    const externalParameters = { ...shared, targets: ['archive:out/config.tar.gz', `dir:${out}`] }
    expect(predicate).toEqual({ ...whole, buildDefinition: { ...rest, externalParameters } })
    expect(at.server.authorizations).toEqual([])
  })

  test('a dry run plans, and changes nothing', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const ran = await at.run({ workspace, sha, inputs: { 'dry-run': 'true' } })
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { 'verdict': 'pass', 'published': 'false', 'subject-checksums': '' } })
    expect(ran.summary).toContain(`## Cairn would publish \`${shortOf(sha)}\` to \`branch:deploy\``)
    expect(ran.summary).toContain('- added `production/services/db.yaml`')
    expect(at.published()).toEqual([])
  })

  test('what was published before another target failed is told', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const ran = await at.run({ workspace, sha, inputs: { targets: 'branch:deploy\nbranch:no..name' } })
    expect(ran).toMatchObject({ conclusion: 'failure', exitCode: 2, outputs: { verdict: 'broken', published: 'true' } })
    expect(JSON.parse(ran.outputs['publications'] ?? '')).toMatchObject([{ target: 'branch:deploy', does: 'publish' }])
  })

  test('nothing to publish to: the root action checks, publish says so', async () => {
    const at = await world({ ...PUBLISHING, 'cairn.yaml': '' })
    const { workspace, sha } = at.push({})
    const root = await at.run({ part: '.', workspace, sha })
    expect(root).toMatchObject({ conclusion: 'success', annotations: [], outputs: { verdict: 'pass', published: 'false' } })
    const publish = await at.run({ workspace, sha })
    expect(publish).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(publish.annotations[0]?.message).toBe(
      'there is nothing to publish to\nlist targets under `publish.targets` of cairn.yaml, or name some with the input targets',
    )
  })

  test('a mistake in cairn.yaml is told at its place', async () => {
    const at = await world()
    const { workspace, sha } = at.push({ 'cairn.yaml': 'publish:\n  targets: [brunch:deploy]\n' })
    const ran = await at.run({ workspace, sha })
    expect(ran).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', published: 'false' } })
    expect(ran.annotations[0]?.properties).toMatchObject({ file: 'cairn.yaml', line: '2' })
  })

  test('a commit that is not in the clone is no reason to publish another one', async () => {
    const at = await world()
    const { workspace } = at.push({})
    const ran = await at.run({ workspace, sha: '1'.repeat(40) })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toContain('is not in this clone')
    expect(at.published()).toEqual([])
  })
})

describe('going back', () => {
  async function two() {
    const at = await world()
    const first = at.push({})
    const second = at.push({ 'environments/staging/services/db.yaml': 'port: 6000\n' })
    await at.run(second)
    const dispatch = { ...second, event: 'workflow_dispatch' }
    return { at, first, second, dispatch }
  }

  test.each(['publish', '.'])('is what a person says who starts the run, and the same run again changes nothing (%s)', async (part) => {
    const { at, first, second, dispatch } = await two()
    const inputs = { 'rollback-to': first.sha }
    const ran = await at.run({ part, ...dispatch, inputs })
    expect(ran).toMatchObject({ conclusion: 'success', outputs: { published: 'true', verdict: 'pass' } })
    expect(JSON.parse(ran.outputs['publications'] ?? '')).toMatchObject([{ target: 'branch:deploy', commit: first.sha, does: 'publish' }])
    expect(chain(at).at(-1)).toMatchObject({ entry: { commit: first.sha, newest: second.sha, rollback: second.sha } })
    expect(at.read('staging/services/db.yaml')).not.toContain('6000')
    const tip = at.git('rev-parse', 'deploy')
    expect(await at.run({ part, ...dispatch, inputs })).toMatchObject({ conclusion: 'success', outputs: { published: 'false' } })
    expect(at.git('rev-parse', 'deploy')).toBe(tip)
  })

  test('goes to where is published now, by a name or an abbreviation', async () => {
    const { at, first } = await two()
    const third = at.push({ 'cairn.yaml': 'publish:\n  targets: [branch:live]\n' })
    await at.run(third)
    const ran = await at.run({ ...third, event: 'workflow_dispatch', inputs: { 'rollback-to': shortOf(first.sha) } })
    expect(ran.outputs['published']).toBe('true')
    expect(JSON.parse(at.read('manifest.json', 'live'))).toMatchObject({ source: { commit: first.sha } })
  })

  test.each([
    ['on a push', {}, { event: 'push' }, 'nobody goes back on push\nthe input rollback-to is for workflow_dispatch'],
    ['on a schedule', {}, { event: 'schedule' }, 'nobody goes back on schedule\n'],
    ['of a branch that is not published', {}, { env: { GITHUB_REF: 'refs/heads/feature' } }, 'nobody goes back on refs/heads/feature, which is not published\n'],
    ['to what is no commit', { 'rollback-to': 'nothing' }, {}, 'nothing names no commit of this repository'],
    ['to an option', { 'rollback-to': '--all' }, {}, '--all names no commit of this repository'],
  ])('is refused %s', async (_, inputs, step, message) => {
    const { at, first, dispatch } = await two()
    const tip = at.git('rev-parse', 'deploy')
    for (const part of ['publish', '.']) {
      const ran = await at.run({ part, ...dispatch, inputs: { 'rollback-to': first.sha, ...inputs }, ...step })
      expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
      expect(ran.annotations[0]?.message).toContain(message)
    }
    expect(at.git('rev-parse', 'deploy')).toBe(tip)
  })

  test('is refused to a commit of another branch, whoever asks', async () => {
    const { at, dispatch } = await two()
    const { workspace } = dispatch
    const author = ['-c', 'user.name=T', '-c', 'user.email=t@example.invalid']
    execFileSync('git', ['-C', workspace, ...author, 'commit', '-q', '--allow-empty', '-m', 'proposed'])
    const proposed = execFileSync('git', ['-C', workspace, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
    const ran = await at.run({ ...dispatch, inputs: { 'rollback-to': proposed } })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toContain(`${proposed} is not part of the branch that this run is for`)
  })

  test('is refused to a step of what was merged, which nobody has approved by itself, and goes to the merge', async () => {
    const { at, dispatch } = await two()
    const { workspace } = dispatch
    const git = (...args: string[]): string => execFileSync('git', ['-C', workspace, '-c', 'user.name=T', '-c', 'user.email=t@example.invalid', ...args], { encoding: 'utf8' }).trim()
    git('checkout', '-q', '--detach')
    git('commit', '-q', '--allow-empty', '-m', 'a step')
    const step = git('rev-parse', 'HEAD')
    git('commit', '-q', '--allow-empty', '-m', 'taken back')
    const proposed = git('rev-parse', 'HEAD')
    git('checkout', '-q', '--detach', dispatch.sha)
    git('merge', '-q', '--no-ff', '-m', 'merged', proposed)
    const merged = git('rev-parse', 'HEAD')
    git('commit', '-q', '--allow-empty', '-m', 'later')
    const later = { ...dispatch, sha: git('rev-parse', 'HEAD') }
    const ran = await at.run({ ...later, inputs: { 'rollback-to': step } })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toContain(`${step} came to the branch of this run by a merge, and the branch never stood there`)
    expect(await at.run(later)).toMatchObject({ conclusion: 'success' })
    expect(await at.run({ ...later, inputs: { 'rollback-to': merged } })).toMatchObject({ conclusion: 'success' })
  })
})

describe('what is told before anything is published', () => {
  test.each(['sarif', 'junit'])('that the file of %s cannot be written', async (input) => {
    const at = await world()
    const { workspace, sha } = at.push({})
    writeFileSync(join(workspace, 'file'), '')
    for (const [path, said] of [
      ['../out.xml', '../out.xml leads out of the workspace'], ['environments', 'environments cannot be written: there is a folder'],
      ['file/out.xml', 'file/out.xml cannot be written: a file stands where its folder belongs'],
    ] as const) {
      const ran = await at.run({ workspace, sha, inputs: { [input]: path } })
      expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
      expect(ran.annotations[0]?.message).toContain(said)
    }
    expect(at.published()).toEqual([])
    expect((await at.run({ workspace, sha, inputs: { [input]: 'new/folder/out.xml' } })).outputs[input]).toBe('new/folder/out.xml')
  })

  test('that the commit of a push is not in the clone, which the root action only checks', async () => {
    const at = await world()
    const { workspace } = at.push({})
    const ran = await at.run({ part: '.', workspace, sha: '1'.repeat(40), inputs: { base: 'HEAD' } })
    expect(ran.annotations[0]).toMatchObject({
      level: 'notice',
      message: `checked, not published: ${'1'.repeat(12)}, the commit of this push, is not in this clone; leave out ref of actions/checkout, and set fetch-depth: 0`,
    })
    expect(at.published()).toEqual([])
  })

  test('nothing of a run that is late, whose clone lacks the newer commit', async () => {
    const at = await world()
    const first = at.push({})
    const second = at.push({ 'environments/staging/services/db.yaml': 'port: 6000\n' })
    await at.run(second)
    const late = await at.run(first)
    expect(late).toMatchObject({ conclusion: 'success', outputs: { verdict: 'pass', published: 'false' } })
    expect(late.annotations).toEqual([expect.objectContaining({ level: 'notice' })])
  })
})

describe('a proposal is never published', () => {
  const fork = { head: { sha: 'f'.repeat(40), repo: { id: 2 } }, base: { repo: { id: 1 } }, number: 7 }

  test.each([
    ['pull_request', { pull_request: fork }],
    ['pull_request_target', { pull_request: fork }],
    ['pull_request_review', { pull_request: fork }],
    ['merge_group', { merge_group: {} }],
    ['workflow_run', { workflow_run: { event: 'pull_request', head_repository: { id: 2 } }, repository: { id: 1 } }],
    ['issue_comment', { comment: { body: '/publish' } }],
    ['', {}],
  ])('on %s', async (event, payload) => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const given = { ...payload, repository: { id: 1, default_branch: 'main' } }
    const ran = await at.run({ workspace, sha, event, payload: given, inputs: { targets: 'branch:deploy' } })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toMatch(/^(?:nothing is published on \w+|without an event nothing is published)\npublish on push/)
    if (event !== '' && event !== 'workflow_run') await at.run({ part: '.', workspace, sha, event, payload: given, inputs: { comment: 'false' } })
    expect(at.published()).toEqual([])
    expect(at.server.authorizations).toEqual([])
  })
})

describe('credentials', () => {
  const STALE = 'ghs_staleTokenOfTheCheckout0000000'
  const header = (url: string): string => `[http "${url}/"]\n\textraheader = AUTHORIZATION: ${authorizationOf(STALE)}\n`

  /** Only the token of the input has ever been sent; the first request of Git's may be without any. */
  const expectOnlyOurs = (at: PublishWorld): void => {
    expect(at.published()).toContain('manifest.json')
    const sent = new Set(at.server.authorizations.flatMap((one) => (one === undefined ? [] : [one.replace(/^basic /i, 'basic ')])))
    expect([...sent]).toEqual([authorizationOf(TOKEN)])
  }

  test('what actions/checkout v4 has left in .git/config is not used', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    writeFileSync(join(workspace, '.git/config'), header(at.server.url), { flag: 'a' })
    expect((await at.run({ workspace, sha })).conclusion).toBe('success')
    expectOnlyOurs(at)
  })

  test('nor what v6 has left in a file that .git/config includes', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const file = join(temporaryFolder(), 'git-credentials-1.config')
    writeFileSync(file, header(at.server.url))
    writeFileSync(join(workspace, '.git/config'), `[includeIf "gitdir:${workspace}/.git"]\n\tpath = ${file}\n`, { flag: 'a' })
    const persisted = execFileSync('git', ['-C', workspace, 'config', '--get-all', `http.${at.server.url}/.extraheader`], { encoding: 'utf8' })
    expect(persisted).toContain(authorizationOf(STALE))
    expect((await at.run({ workspace, sha })).conclusion).toBe('success')
    expectOnlyOurs(at)
  })

  test('nor what is set up for the user, for this very repository, or stands in its URL', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const home = temporaryFolder()
    const helper = '[credential]\n\thelper = "!echo username=x; echo password=stale; :"\n'
    writeFileSync(join(home, '.gitconfig'), header(at.server.url) + header(at.url) + helper)
    execFileSync('git', ['-C', workspace, 'remote', 'set-url', 'origin', at.url.replace('//', `//x-access-token:${STALE}@`)])
    expect((await at.run({ workspace, sha, env: { HOME: home } })).conclusion).toBe('success')
    expectOnlyOurs(at)
  })

  test('without a token Git goes by what it is set up with', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    writeFileSync(join(workspace, '.git/config'), header(at.server.url).replace(authorizationOf(STALE), authorizationOf(TOKEN)), { flag: 'a' })
    const ran = await at.run({ workspace, sha, token: '' })
    expect(ran.conclusion).toBe('success')
    expectOnlyOurs(at)
  })

  test('the token goes to no other server than the one of the run', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const ran = await at.run({ workspace, sha, env: { GITHUB_SERVER_URL: 'https://github.example' } })
    expect(ran).toMatchObject({ exitCode: 3, outputs: { verdict: 'broken' } })
    expect(at.server.authorizations.filter((one) => one !== undefined)).toEqual([])
    expect(ran.annotations[0]?.message).toMatch(/does not let this run write/)
  })

  test('a token without the right to write is told, not shown, and nothing else is tried', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    execFileSync('git', ['-C', workspace, 'remote', 'set-url', 'origin', at.url.replace('//', `//x-access-token:${TOKEN}@`)])
    writeFileSync(join(workspace, '.git/config'), header(at.server.url).replace(authorizationOf(STALE), authorizationOf(TOKEN)), { flag: 'a' })
    const ran = await at.run({ workspace, sha, token: STALE })
    expect(ran).toMatchObject({ exitCode: 3, outputs: { verdict: 'broken' } })
    expect(ran.annotations[0]?.message).toContain('permissions: contents: write')
    expect(at.server.authorizations).not.toContain(authorizationOf(TOKEN).replace('basic', 'Basic'))
    expect(at.published()).toEqual([])
    expect(ran.raw.replaceAll(`::add-mask::${STALE}`, '')).not.toContain(STALE)
  })

  test('nothing is left in the temporary folder', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const temporary = temporaryFolder()
    await at.run({ workspace, sha, env: { TMPDIR: temporary } })
    expect(at.published()).toContain('manifest.json')
    expect(readdirSync(temporary)).toEqual([])
  })
})
