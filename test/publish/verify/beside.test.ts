import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Collector } from '../../../src/core/collector.ts'
import { publishCommit } from '../../../src/publishing.ts'
import { cairn } from '../../helpers/cli.ts'
import { expectPublished, pushTo, settings, withRemote } from './remote.ts'
import { sha256, type World } from './world.ts'

/** Writes files onto the branch `deploy`, beside what is published. */
function put(world: World, files: readonly string[]): void {
  pushTo(world, 'deploy', (folder) => {
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), '* export-ignore\n')
    }
  })
}

describe('what Git reads beside a publication is told', () => {
  test('at the top of the branch', async () => {
    const world = withRemote()
    await world.publish('branch:deploy')
    put(world, ['.gitattributes', '.gitmodules', '.lfsconfig', 'README.md', 'other/.gitattributes', 'other/.gitmodules'])
    const { code, told, proofs, publications } = await world.verified('branch:deploy')
    expect([code, told, proofs]).toEqual([0, ['.gitattributes verify/git-settings', '.gitmodules verify/git-settings', '.lfsconfig verify/git-settings'], ['verified']])
    expect(publications[0]?.beside).toBe(6)
    expect((await world.verify('branch:deploy')).stdout).toContain('  6 files beside it, which nothing here vouches for\n')
    expect((await world.verify('branch:deploy', '--fail-on', 'warning')).code).toBe(1)
    const { code: published, stdout } = await cairn(['publish', '--to', 'branch:deploy', '--dry-run'], { directory: world.repo.root })
    expect(published).toBe(0)
    expect(stdout.split('\n').slice(0, 2)).toEqual(['branch:deploy (production, staging): unchanged', '  .gitattributes there changes what Git gives consumers: see cairn verify'])
  })

  test('in a folder above an environment, however it is spelled; in its own it is none of its files', async () => {
    const world = withRemote({ 'environments/eu/west/services/a.yaml': 'a: 1\n', 'cairn.yaml': "layout:\n  - {path: 'environments/{environment**}/{kind}/{name}.yaml'}\n" })
    await world.publish('branch:deploy')
    put(world, ['eu/.GitAttributes', 'eu/.gitmodules', 'eu/west/.gitattributes'])
    expect((await world.verified('branch:deploy')).told).toEqual(['eu/.GitAttributes verify/git-settings', 'eu/west/.gitattributes verify/extra-file'])
  })

  test('above the folder of a branch that it lies in', async () => {
    const world = withRemote(settings('[{to: branch:deploy, path: clusters/eu}]'))
    await expectPublished(world)
    put(world, ['.gitattributes', 'clusters/.gitattributes', 'clusters/us/.gitattributes', 'clusters/.gitmodules', '.gitmodules'])
    expect((await world.verified()).told).toEqual(['../../.gitattributes verify/git-settings', '../../.gitmodules verify/git-settings', '../.gitattributes verify/git-settings'])
    put(world, ['clusters/eu/.gitattributes'])
    expect((await world.verified()).told).toContain('.gitattributes verify/extra-file')
  })
})

test('a file that is marked as a program is none that was published, and publishing sets it right', async () => {
  const world = withRemote(settings('[branch:deploy]'))
  await expectPublished(world)
  for (const file of ['production/services/api.yaml', 'chain.jsonl', 'manifest.json', 'staging/manifest.json']) {
    pushTo(world, 'deploy', (folder) => { execFileSync('chmod', ['+x', join(folder, file)]) })
    const { code, told, messages } = await world.verified()
    expect([code, told, messages]).toEqual([1, [`${file} verify/changed-file`], ['is executable now: Cairn publishes no programs']])
    expect(await expectPublished(world)).toContain(': published ')
    expect((await world.verified()).told).toEqual([])
  }
  pushTo(world, 'deploy', (folder) => {
    writeFileSync(join(folder, 'run.sh'), '', { mode: 0o755 })
    writeFileSync(join(folder, 'production/run.sh'), '', { mode: 0o755 })
  })
  expect((await world.verified()).told).toEqual(['production/run.sh verify/extra-file'])
})

test('the URL that GitOps Promoter is told is the one of the statement', async () => {
  const world = withRemote(settings("[{to: 'branch:env/{environment}', promoter: true}]"))
  const { root } = world.repo
  await publishCommit({
    root, folder: root, commit: world.commit, targets: [], environments: [], rollback: false, dryRun: false, variables: {},
    told: { ref: null, actor: null, run: null, builder: null }, repository: 'https://github.com/example/config',
    collector: new Collector(), now: new Date(),
  })
  expect((await world.verified()).told).toEqual([])
  const edit = (folder: string, file: string): void => {
    execFileSync('sed', ['-i', 's/github.com.example/github.com\\/mallory/', join(folder, file)])
  }
  pushTo(world, 'env/staging-next', (folder) => { edit(folder, 'hydrator.metadata') })
  expect((await world.verified()).told).toEqual(['hydrator.metadata:3:34 verify/not-reproduced'])
  pushTo(world, 'env/staging-next', (folder) => {
    edit(folder, 'provenance.json')
    const statement = sha256(execFileSync('cat', [join(folder, 'provenance.json')]))
    execFileSync('sed', ['-i', `s/"statement":"[0-9a-f]*/"statement":"${statement}/`, join(folder, 'chain.jsonl')])
  })
  // Where nobody signs, whoever can write there can write all that belongs to the run.
  expect((await world.verified()).told).toEqual([])
})
