import { cpSync, mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectPublished, pushTo, settings, withRemote } from './remote.ts'
import { API, PublishedFolder, World } from './world.ts'

describe('a folder', () => {
  test('is what `current` leads to, and each of its versions', async () => {
    const world = new World()
    await world.publish()
    await world.publishNext()
    await world.publishNext('dir:out', 82)
    for (const [at, entries] of [['out', 3], ['out/current', 3], ['out/versions/00000003', 3], ['out/versions/00000001', 1]] as const) {
      const { proofs, told, publications } = await world.verified(`dir:${at}`)
      expect([at, proofs, told, publications[0]?.chain.entries]).toEqual([at, ['verified'], [], entries])
    }
  })

  test('whose last run was killed before it swapped `current` is what its readers still have', async () => {
    const world = new World()
    await world.publish()
    await world.publishNext()
    rmSync(join(world.repo.root, 'out/current'))
    symlinkSync('versions/00000001', join(world.repo.root, 'out/current'))
    expect((await world.verified('dir:out')).publications[0]?.chain.entries).toBe(1)
  })

  test('is the same after a newer commit without a change of it', async () => {
    const world = new World()
    await world.publish()
    world.repo.write({ 'README.md': 'hello\n' })
    world.repo.commit()
    await world.publish()
    expect((await world.verified('dir:out')).proofs).toEqual(['verified'])
  })

  test.each([
    ['/etc', 'elsewhere'], ['versions', 'to all versions'], ['versions/00000009', 'to none'], ['versions/../versions/00000001', 'on a way around'],
  ])('whose `current` leads to %s is refused', async (to) => {
    const world = new World()
    await world.publish()
    rmSync(join(world.repo.root, 'out/current'))
    symlinkSync(to, join(world.repo.root, 'out/current'))
    expect((await world.verified('dir:out')).told).toEqual(['current verify/bad-path', 'manifest.json verify/no-publication'])
  })

  test('whose `current` is a folder is refused', async () => {
    const world = new World()
    await world.publish()
    const current = join(world.repo.root, 'out/current')
    const version = readlinkSync(current)
    rmSync(current)
    cpSync(join(world.repo.root, 'out', version), current, { recursive: true })
    expect((await world.verified('dir:out')).told).toEqual(['current verify/bad-path', 'manifest.json verify/no-publication'])
  })

  test('that is empty, is not there or has something else is no publication', async () => {
    const world = new World()
    mkdirSync(join(world.repo.root, 'out-empty'))
    for (const at of ['out-empty', 'out-none', 'environments', 'cairn.yaml/x']) {
      const { code, told } = await world.verified(`dir:${at}`)
      expect([at, code, told]).toEqual([at, 1, ['manifest.json verify/no-publication']])
    }
  })

  test('of which only some environments were published, says which', async () => {
    const world = new World()
    await world.publish('dir:out', '--environment', 'staging')
    expect((await world.verified('dir:out')).publications[0]?.environments).toEqual(['staging'])
  })

  test('after going back', async () => {
    const world = new World()
    const first = world.commit
    await world.publish()
    await world.publishNext()
    await world.publish('dir:out', '--rollback-to', first)
    expect((await world.verified('dir:out')).proofs).toEqual(['verified'])
    const at = world.folder
    expect(at.lines()[2]?.entry.rollback).toBe(world.commit)
    at.editLast((last) => { last.rollback = last.newest = '1'.repeat(40) })
    expect((await world.verified('dir:out')).told).toEqual(['chain.jsonl:3:1 verify/broken-chain'])
  })
})

describe('a branch', () => {
  test('of its own', async () => {
    const world = withRemote()
    await world.publish('branch:deploy')
    await world.publishNext('branch:deploy')
    const { proofs, told, publications } = await world.verified('branch:deploy')
    expect([proofs, told, publications[0]?.chain.entries]).toEqual([['verified'], [], 2])
  })

  test('beside other applications, whose files are theirs', async () => {
    const world = withRemote()
    await world.publish('branch:deploy')
    pushTo(world, 'deploy', (folder) => {
      mkdirSync(join(folder, 'other'))
      writeFileSync(join(folder, 'other/app.yaml'), 'a: 1\n')
      writeFileSync(join(folder, 'README.md'), 'hello')
      writeFileSync(join(folder, 'hydrator.metadata'), '{}')
      symlinkSync('other', join(folder, 'link'))
    })
    expect((await world.verified('branch:deploy')).told).toEqual([])
  })

  test('in a folder of it, where nothing else may be', async () => {
    const world = withRemote(settings('[{to: branch:deploy, path: config/app}]'))
    await world.publish('branch:deploy')
    rmSync(join(world.repo.root, 'out.git'), { recursive: true })
    const other = withRemote(settings('[{to: branch:deploy, path: config/app}]'))
    await expectPublished(other)
    expect((await other.verified()).publications.map(({ target, proof }) => [target, proof])).toEqual([['branch:deploy in config/app', 'verified']])
    expect((await other.verified('branch:deploy')).proofs).toEqual(['verified'])
    pushTo(other, 'deploy', (folder) => {
      writeFileSync(join(folder, 'README.md'), 'hello')
      writeFileSync(join(folder, 'config/app/README.md'), 'hello')
    })
    expect((await other.verified()).told).toEqual(['README.md verify/extra-file'])
  })

  test('that somebody wrote to is refused', async () => {
    const world = withRemote()
    await world.publish('branch:deploy')
    pushTo(world, 'deploy', (folder) => {
      writeFileSync(join(folder, 'production/services/api.yaml'), 'port: 81\nreplicas: 3\nname: api\n')
      writeFileSync(join(folder, 'production/services/new.yaml'), '')
      symlinkSync('../../staging/services/api.yaml', join(folder, 'production/services/link.yaml'))
      mkdirSync(join(folder, 'Production'))
      writeFileSync(join(folder, 'Production/services.yaml'), '')
      writeFileSync(join(folder, 'production\\manifest.json'), '')
      rmSync(join(folder, 'staging/services/db.yaml'))
    })
    const { code, told } = await world.verified('branch:deploy')
    expect([code, told]).toEqual([1, [
      'Production/services.yaml verify/bad-path', 'production/services/api.yaml:1:8 verify/changed-file',
      'production/services/link.yaml verify/not-a-file', 'production/services/new.yaml verify/extra-file',
      'production\\manifest.json verify/bad-path', 'staging/services/db.yaml verify/missing-file',
    ]])
  })

  test('that there is not, is no publication; a remote that there is not, is asked wrongly', async () => {
    const world = withRemote()
    expect((await world.verified('branch:deploy')).told).toEqual(['manifest.json verify/no-publication'])
    world.repo.git('remote', 'remove', 'origin')
    const { code, stderr } = await world.verify('branch:deploy')
    expect([code, stderr]).toEqual([2, expect.stringContaining('there is no remote origin')])
  })

  test('for each environment, named by its own name too', async () => {
    const world = withRemote(settings("['branch:deploy/{environment}']"))
    await expectPublished(world)
    const all = [['branch:deploy/production', ['production']], ['branch:deploy/staging', ['staging']]]
    for (const args of [[], ['branch:deploy/{environment}']]) {
      const { publications, told } = await world.verified(...args)
      expect([publications.map(({ target, environments }) => [target, environments]), told]).toEqual([all, []])
    }
    expect((await world.verified('branch:deploy/staging')).publications).toHaveLength(1)
  })

  test('with GitOps Promoter: what is proposed, what was promoted, and the file that it reads', async () => {
    const world = withRemote(settings("[{to: 'branch:env/{environment}', promoter: true}]"))
    await expectPublished(world)
    const targets = async (): Promise<string[]> => (await world.verified()).publications.map(({ target, proof }) => `${target} ${proof}`)
    expect(await targets()).toEqual(['branch:env/production-next verified', 'branch:env/staging-next verified'])
    world.repo.git('--git-dir', join(world.repo.root, 'out.git'), 'update-ref', 'refs/heads/env/staging', 'refs/heads/env/staging-next')
    expect(await targets()).toEqual(['branch:env/production-next verified', 'branch:env/staging-next verified', 'branch:env/staging verified'])
    pushTo(world, 'env/staging', (folder) => {
      writeFileSync(join(folder, 'hydrator.metadata'), JSON.stringify({ drySha: '1'.repeat(40) }))
    })
    expect((await world.verified()).told).toEqual(['hydrator.metadata:1:2 verify/not-reproduced'])
    pushTo(world, 'env/staging-next', (folder) => { rmSync(join(folder, 'hydrator.metadata')) })
    expect((await world.verified()).told).toEqual(['hydrator.metadata verify/not-reproduced', 'hydrator.metadata:1:2 verify/not-reproduced'])
  })
})

test('a publication that followed from errors is not proved', async () => {
  const world = new World()
  await world.publish()
  world.repo.write({ [API]: 'port: ${cairn:services/none#/port}\n' })
  const broken = world.repo.commit()
  const at = world.folder
  at.edit('manifest.json', (text) => text.replaceAll(world.commit, broken))
  at.forge()
  expect((await world.verified('dir:out')).told).toEqual(['manifest.json verify/not-reproduced'])
})

test('a commit that was taken out of the repository is unknown', async () => {
  const world = new World()
  await world.publish()
  renameSync(join(world.repo.root, '.git'), join(world.repo.root, 'out-git'))
  const other = new World({ 'README.md': 'other' })
  cpSync(join(world.repo.root, 'out'), join(other.repo.root, 'out'), { recursive: true, verbatimSymlinks: true })
  expect((await other.verified('dir:out')).told).toEqual(['manifest.json verify/unknown-commit'])
})

test('a configuration in a folder of its repository', async () => {
  const world = new World({ 'config/cairn.yaml': '{}\n', 'config/environments/production/services/x.yaml': 'a: 1\n' })
  await world.publish('dir:../out', '-C', 'config')
  expect((await world.verified('dir:../out', '-C', 'config')).proofs).toEqual(['verified'])
  expect((await world.verified('dir:out')).told).toEqual(['manifest.json verify/other-folder'])
})

test('the publication of another environment is refused in the place of one', async () => {
  const world = new World({ ...settings("['dir:out/{environment}']"), 'environments/staging/services/api.yaml': 'port: 8080\n' })
  await world.publish('dir:out/{environment}')
  expect(new Set((await world.verified()).proofs)).toEqual(new Set(['verified']))
  rmSync(join(world.repo.root, 'out/production'), { recursive: true })
  cpSync(join(world.repo.root, 'out/staging'), join(world.repo.root, 'out/production'), { recursive: true, verbatimSymlinks: true })
  for (const asked of [[], ['dir:out/production']]) {
    const { told, proofs } = await world.verified(...asked)
    expect(told).toEqual(['chain.jsonl:1:1 verify/other-target'])
    expect(proofs[0]).toBe('refused')
  }
  new PublishedFolder(join(world.repo.root, 'out/production/current')).forgeTarget('dir:out/production')
  expect((await world.verified()).told).toEqual(['manifest.json verify/bad-manifest'])
})

test('a target of cairn.yaml that is named is published to as it stands there', async () => {
  const world = withRemote(settings("[{to: 'branch:fleet', path: clusters/eu}]"))
  await world.publish('branch:fleet')
  expect((await world.verified('branch:fleet')).proofs).toEqual(['verified'])
})
