import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { relationOf } from '../../../src/adapters/git/relation.ts'
import { hook } from './hook.ts'
import { gitIn } from './sources.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()
const to = ['branch:deploy']
const refsOf = ({ remoteGit }: World): string => remoteGit('for-each-ref')

describe('a branch that cannot be published to', () => {
  async function refusedWith(at: World, targets = to) {
    const before = refsOf(at)
    const { failure } = await publish({ root: at.root, commit: at.git('rev-list', '--max-count=1', '--all') || at.port(1), to: targets })
    expect(refsOf(at)).toBe(before)
    return failure
  }

  it.each([
    ['a hook', 'pre-receive', ['echo "GH006: Protected branch update failed" >&2; exit 1']],
    ['a hook for each ref', 'update', ['test "$1" != refs/heads/deploy']],
    ['a hook that talks of other refusals', 'pre-receive', ['echo "fetch first, non-fast-forward, 403, Authentication failed" >&2; exit 1']],
  ])('because of %s is told to be protected', async (_, name, lines) => {
    const at = world()
    hook(at, name, lines)
    expect(await refusedWith(at)).toEqual({
      exit: 'broken', said: `${at.remote} refuses a push to deploy: the branch is protected, or a hook says no`, hint: 'let who publishes push to that branch',
    })
  })

  it('because its name is too long for a file is not tried again and again', async () => {
    const at = world()
    const start = Date.now()
    const failure = await refusedWith(at, [`branch:${'a'.repeat(300)}`])
    expect(failure).toMatchObject({ exit: 'broken', said: `${at.remote} cannot have ${'a'.repeat(79)}…: the name is too long` })
    expect(Date.now() - start).toBeLessThan(15_000)
  })

  it('because the remote takes no several refs at once is told so', async () => {
    const at = world()
    at.remoteGit('config', 'receive.advertiseAtomic', 'false')
    expect(await refusedWith(at)).toMatchObject({ said: `${at.remote} cannot take several refs at once (atomic pushes)` })
  })

  it('because another branch has a part of its name is told so', async () => {
    const at = world()
    await publish({ root: at.root, commit: at.port(1), to })
    expect(await refusedWith(at, ['branch:deploy/production']))
      .toMatchObject({ said: `${at.remote} cannot have deploy/production: another branch's name is a part of it, or it is a part of another's` })
  })

  it('because the remote is not there is told so, without its password', async () => {
    const at = world()
    at.git('remote', 'set-url', 'origin', 'http://somebody:geheim@127.0.0.1:1/remote.git')
    expect(await refusedWith(at)).toEqual({
      exit: 'broken', said: 'http://127.0.0.1:1/remote.git could not be reached, or refused', hint: 'try git ls-remote with it; nothing was changed there',
    })
  })

  it.each([
    ['a remote that nobody knows', ['branch:deploy'], 'there is no remote origin', (at: World) => at.git('remote', 'remove', 'origin')],
    ['a remote that is a program', ['branch:deploy'], 'the remote ext::sh -c touch% /tmp/x names a program', (at: World) => at.git('remote', 'set-url', 'origin', 'ext::sh -c touch% /tmp/x')],
    ['a name that no branch can have', ['branch:a..b'], 'a..b cannot be the name of a branch', () => ''],
  ])('because of %s is told so', async (_, targets, said, prepare) => {
    const at = world()
    prepare(at)
    expect(await refusedWith(at, targets)).toMatchObject({ exit: 'usage', said })
  })

  it('because the clone is shallow asks for the whole history', async () => {
    const at = world()
    await publish({ root: at.root, commit: at.port(1), to })
    const commit = at.port(2)
    const shallow = join(at.folder, 'shallow')
    gitIn(at.folder)('clone', '-q', '--depth=1', `file://${at.root}`, shallow)
    gitIn(shallow)('remote', 'set-url', 'origin', at.remote)
    const ran = await publish({ root: shallow, commit, to })
    expect(ran).toMatchObject({ did: ['refuse'] })
    expect(ran.said[1]).toBe('fetch the whole history (in actions/checkout: fetch-depth: 0)')
    const back = await publish({ root: shallow, commit, to, rollback: true })
    expect(back).toMatchObject({ did: ['refuse'] })
    gitIn(shallow)('fetch', '-q', '--unshallow', at.root, 'main')
    expect(await publish({ root: shallow, commit, to })).toMatchObject({ did: ['publish'] })
  })

  it('because the clone lacks a newer commit asks for a fetch, after which the run is superseded', async () => {
    const at = world()
    const old = at.port(1)
    const behind = join(at.folder, 'behind')
    gitIn(at.folder)('clone', '-q', at.root, behind)
    gitIn(behind)('remote', 'set-url', 'origin', at.remote)
    const newest = at.port(2)
    await publish({ root: at.root, commit: newest, to })
    expect(relationOf(behind, old, newest)).toBe('missing')
    const ran = await publish({ root: behind, commit: old, to })
    expect(ran).toMatchObject({ did: ['refuse'] })
    expect(ran.said[1]).toMatch(/^git fetch \(in actions\/checkout: fetch-depth: 0\), and publish again/)
    gitIn(behind)('fetch', '-q', at.root, 'main')
    expect(await publish({ root: behind, commit: old, to })).toMatchObject({ did: ['superseded'] })
  })

  it.each([[true, 'sha1'], [false, 'sha1'], [false, 'sha256']])('does not fail a run that is late, where origin knows that (filter %s, %s)', async (filter, ids) => {
    const at = world({ source: ids, remote: ids })
    at.remoteGit('config', 'uploadpack.allowFilter', String(filter))
    const old = at.port(1)
    at.git('push', '-q', 'origin', 'main')
    const behind = join(at.folder, 'behind')
    gitIn(at.folder)('clone', '-q', at.remote, behind)
    const newest = at.port(2)
    at.git('push', '-q', 'origin', 'main')
    const targets = [...to, 'dir:../out']
    expect(await publish({ root: at.root, commit: newest, to: targets })).toMatchObject({ did: ['publish', 'publish'] })
    const objects = gitIn(behind)('count-objects', '-v')
    expect(await publish({ root: behind, commit: old, to: targets })).toMatchObject({ did: ['superseded', 'superseded'], stderr: '' })
    expect(gitIn(behind)('count-objects', '-v')).toBe(objects)
  })
})
