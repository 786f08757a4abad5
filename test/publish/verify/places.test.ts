import { cpSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectPublished, settings, withRemote } from './remote.ts'
import { API, PublishedFolder, World } from './world.ts'

/** Copies what is published in a folder to another one. */
function copy(world: World, from: string, to: string): void {
  rmSync(join(world.repo.root, to), { recursive: true, force: true })
  cpSync(join(world.repo.root, from), join(world.repo.root, to), { recursive: true, verbatimSymlinks: true })
}

describe('a publication belongs to its place', () => {
  test('one of another target of cairn.yaml is refused there, and the next run of that target heals it', async () => {
    const world = new World(settings('[dir:out/a, dir:out/b]'))
    await expectPublished(world)
    expect((await world.verified()).told).toEqual([])
    copy(world, 'out/b', 'out/a')
    const { code, told, messages, proofs, publications } = await world.verified()
    expect([code, told, proofs]).toEqual([1, ['chain.jsonl:1:1 verify/other-target'], ['refused', 'verified']])
    expect(messages).toEqual(['was published to dir:out/b, and this is the place of dir:out/a'])
    expect(publications.map(({ publishedTo }) => publishedTo)).toEqual(['dir:out/b', 'dir:out/b'])
    expect(await expectPublished(world)).toMatch(/^dir:out\/a .*: published [^]*^dir:out\/b .*: unchanged/m)
    expect((await world.verified()).told).toEqual([])
    expect(await expectPublished(world)).not.toContain('published')
  })

  test('where nobody says what belongs there it is told, and no more', async () => {
    const world = new World()
    await world.publish('dir:out/a')
    copy(world, 'out/a', 'out/b')
    expect((await world.verify('dir:out/a')).stdout).not.toContain('published to')
    const { stdout, code } = await world.verify('dir:out/b')
    expect([code, stdout.split('\n').slice(1)]).toEqual([0, ['  1 publication in an unbroken chain, not signed', '  published to dir:out/a', '']])
  })

  test('a target that is named otherwise than cairn.yaml names it is no target of it', async () => {
    const world = new World(settings('[dir:out/a]'))
    await world.publish('dir:./out/a')
    expect((await world.verified()).told).toEqual(['chain.jsonl:1:1 verify/other-target'])
    expect((await world.verified('dir:./out/a')).told).toEqual([])
    await expectPublished(world)
    expect((await world.verified()).told).toEqual([])
  })

  test('path and remote are part of it, a password is not', async () => {
    const to = '{to: branch:fleet, path: clusters/eu, remote: "file://user:secret@localhost/fleet.git"}'
    const world = withRemote(settings(`[${to}]`))
    const fleet = join(world.repo.root, 'out.git')
    world.repo.git('config', `url.file://${fleet}.insteadOf`, 'file://localhost/fleet.git')
    world.repo.git('config', `url.file://${fleet}/.insteadOf`, 'file://user:secret@localhost/fleet.git')
    await expectPublished(world)
    const { told, publications } = await world.verified()
    const text = 'branch:fleet in clusters/eu of file://localhost/fleet.git'
    expect([told, publications.map(({ target, publishedTo }) => [target, publishedTo])]).toEqual([[], [[text, text]]])
  })

  test('with GitOps Promoter what is proposed and what was promoted are of one place', async () => {
    const world = withRemote(settings("[{to: 'branch:env/{environment}', promoter: true}]"))
    await expectPublished(world)
    world.repo.git('--git-dir', join(world.repo.root, 'out.git'), 'update-ref', 'refs/heads/env/staging', 'refs/heads/env/staging-next')
    const { told, publications } = await world.verified()
    expect([told, publications.map(({ publishedTo }) => publishedTo)]).toEqual([[], ['branch:env/production', 'branch:env/staging', 'branch:env/staging']])
  })

  test('the statement tells the same place', async () => {
    const world = new World()
    await world.publish()
    world.folder.editLast((last) => { last.target = 'dir:other' })
    const { told, messages } = await world.verified('dir:out')
    expect([told, messages]).toEqual([['chain.jsonl:1:1 verify/broken-chain'], ['entry 1 has another target than the statement: one of the two was changed']])
  })
})

describe('the environments that the commit publishes', () => {
  test('are all there, or it is said which are not', async () => {
    const world = new World({ 'environments/qa/environment.yaml': 'inherits: base\n' })
    await world.publish('dir:out', '--environment', 'staging', '--environment', 'production')
    const { code, told, messages, proofs, publications } = await world.verified('dir:out')
    expect([code, told, proofs, publications[0]?.missing]).toEqual([0, ['manifest.json verify/incomplete'], ['verified'], ['qa']])
    expect(messages).toEqual(['has 2 of 3 environments that the commit publishes: qa is not here'])
    expect((await world.verify('dir:out')).stdout).toContain('dir:out verified: every byte of production, staging (2 of 3 environments) of commit ')
    expect((await world.verify('dir:out', '--fail-on', 'warning')).code).toBe(1)
    await world.publish()
    expect((await world.verified('dir:out')).told).toEqual([])
  })

  test('are one where the target is of one', async () => {
    const world = new World(settings("['dir:out/{environment}']"))
    await expectPublished(world)
    expect((await world.verified('dir:out/staging')).told).toEqual([])
  })
})

describe('the newest commit that a place notes', () => {
  const remoteGit = (world: World, ...args: readonly string[]): string =>
    world.repo.git('--git-dir', join(world.repo.root, 'out.git'), ...args).trim()

  test('gives what is on the branch, or an older publication was put back', async () => {
    const world = withRemote(settings('[branch:deploy]'))
    await expectPublished(world)
    const older = remoteGit(world, 'rev-parse', 'deploy')
    world.repo.write({ [API]: 'port: 81\n' })
    world.commit = world.repo.commit()
    await expectPublished(world)
    expect((await world.verified()).told).toEqual([])
    remoteGit(world, 'update-ref', 'refs/heads/deploy', older)
    const { code, told, messages } = await world.verified()
    expect([code, told]).toEqual([1, ['manifest.json verify/outdated']])
    expect(messages).toEqual([`this place notes ${world.commit.slice(0, 12)} as the newest commit that it has, and that one gives another production/services/api.yaml: an older publication was put back`])
  })

  test('may be one that changes nothing of it, and then it is right', async () => {
    const world = withRemote(settings('[branch:deploy, dir:out]'))
    await expectPublished(world)
    world.repo.write({ 'README.md': 'hello\n' })
    world.repo.commit()
    expect(await expectPublished(world)).toContain('noted')
    expect((await world.verified()).told).toEqual([])
  })

  test('may be one that this clone does not have, which is told', async () => {
    const world = withRemote(settings('[branch:deploy]'))
    await expectPublished(world)
    world.repo.git('branch', '-q', 'before')
    world.repo.write({ 'README.md': 'hello\n' })
    const newest = world.repo.commit()
    await expectPublished(world)
    world.repo.git('reset', '-q', '--hard', 'before')
    world.repo.git('reflog', 'expire', '--expire=now', '--all')
    world.repo.git('gc', '-q', '--prune=now')
    const { code, told, messages } = await world.verified()
    expect([code, told]).toEqual([0, ['manifest.json verify/unknown-newest']])
    expect(messages).toEqual([`this place notes ${newest.slice(0, 12)} as the newest commit that it has, and this clone does not have that commit: fetch it`])
  })

  test('publishes the same environments', async () => {
    const world = withRemote(settings('[branch:deploy]'))
    await expectPublished(world)
    const older = remoteGit(world, 'rev-parse', 'deploy')
    world.repo.write({ 'environments/qa/environment.yaml': 'inherits: base\n' })
    world.repo.commit()
    await expectPublished(world)
    remoteGit(world, 'update-ref', 'refs/heads/deploy', older)
    const { told, messages } = await world.verified()
    expect(told).toEqual(['manifest.json verify/outdated'])
    expect(messages[0]).toContain('publishes other environments')
  })

  test('is that of the latest version of a folder, whatever `current` leads to', async () => {
    const world = new World()
    await world.publish()
    await world.publishNext()
    const current = join(world.repo.root, 'out/current')
    rmSync(current)
    symlinkSync('versions/00000001', current)
    expect((await world.verified('dir:out')).told).toEqual(['manifest.json verify/outdated'])
    expect((await world.verified('dir:out/versions/00000001')).told).toEqual([])
  })

  test('counts for a proposal that is there, and not for what it would be made of', async () => {
    const world = withRemote(settings("[{to: 'branch:env/all', promoter: true}]"))
    await expectPublished(world)
    remoteGit(world, 'update-ref', 'refs/heads/env/all', 'refs/heads/env/all-next')
    await world.publishNext('branch:env/all')
    expect((await world.verified()).told).toEqual([])
    remoteGit(world, 'update-ref', '-d', 'refs/heads/env/all-next')
    expect((await world.verified()).told).toEqual([])
    remoteGit(world, 'update-ref', 'refs/heads/env/all-next', 'refs/heads/env/all')
    expect((await world.verified()).told).toEqual(['manifest.json verify/outdated'])
  })

  test('stays the one that was gone back from', async () => {
    const world = withRemote(settings('[branch:deploy]'))
    const first = world.commit
    await expectPublished(world)
    await world.publishNext('branch:deploy')
    const newest = world.commit
    await world.publish('branch:deploy', '--rollback-to', first)
    const { told, publications } = await world.verified()
    expect([told, publications[0]?.chain.rollback]).toEqual([[], newest])
    // Where nobody signs that may be made up, too.
    expect((await world.verify()).stdout).toContain(`  gone back to, from commit ${newest}\n`)
  })
})

test('publications of one commit at several places are rendered once', async () => {
  const world = new World(settings('[dir:out/a, dir:out/b, archive:out.tar.gz]'))
  await expectPublished(world)
  const { verifyPublications } = await import('../../../src/verifying.ts')
  const { root } = world.repo
  let rendered = 0
  const progress = (done: number): void => { if (done === 1) rendered++ }
  const verify = () => verifyPublications({ root, folder: root, publications: [], variables: {}, progress })
  expect((await verify()).map(({ reproduced }) => reproduced)).toEqual(['yes', 'yes', 'yes'])
  expect(rendered).toBe(1)
  new PublishedFolder(join(root, 'out/b/current')).write('production/services/api.yaml', 'port: 1\n')
  expect((await verify()).map(({ reproduced }) => reproduced)).toEqual(['yes', 'no', 'yes'])
})
