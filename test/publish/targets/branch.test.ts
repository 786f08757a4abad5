import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { branchTarget } from '../../../src/adapters/targets/branch.ts'
import type { Target } from '../../../src/core/publication.ts'
import { publishHere } from './direct.ts'
import { hook } from './hook.ts'
import { contentsOfCommit } from './sources.ts'
import { wholePublication, type Whole } from './whole.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()
const to = ['branch:deploy']
const publishedAt = ({ remote }: World, commit = 'deploy', beside: readonly string[] = []): Whole =>
  wholePublication(contentsOfCommit(remote, commit), beside)
const refsOf = ({ remoteGit }: World): string => remoteGit('for-each-ref')
const opened = ({ root }: World, more: { readonly path?: string; readonly remote?: string } = {}): Target =>
  branchTarget('deploy', { root, path: '', remote: 'origin', promoter: false, variables: process.env, ...more })

describe('a branch', () => {
  it('gets one commit for each publication, on top of the one before, which names its source', async () => {
    const at = world()
    const commits = [at.port(1), at.port(2)]
    for (const commit of commits) expect(await publish({ root: at.root, commit, to })).toMatchObject({ did: ['publish'] })
    expect(publishedAt(at)).toMatchObject({ commit: commits[1], entries: { length: 2 } })
    expect(publishedAt(at, 'deploy~1').commit).toBe(commits[0])
    expect(at.remoteGit('rev-list', '--count', 'deploy')).toBe('2')
    expect(at.remoteGit('log', '-1', '--format=%s|%(trailers:key=Source-Commit,valueonly,separator=%x2C)', 'deploy'))
      .toBe(`Publish ${commits[1]?.slice(0, 12) ?? ''}: port 2|${commits[1] ?? ''}`)
  })

  it('gets no commit where nothing changed', async () => {
    const at = world()
    const commit = at.port(1)
    await publish({ root: at.root, commit, to })
    const before = refsOf(at)
    expect(await publish({ root: at.root, commit, to })).toMatchObject({ did: ['nothing'] })
    expect(refsOf(at)).toBe(before)
    const same = at.commit('nothing that is published')
    const tip = at.remoteGit('rev-parse', 'deploy')
    expect(await publish({ root: at.root, commit: same, to })).toMatchObject({ did: ['advance'] })
    expect(at.remoteGit('rev-parse', 'deploy')).toBe(tip)
  })

  it('is not published over by a late run of a commit in between, after an advance', async () => {
    const at = world()
    const [first, between] = [at.port(1), at.port(2)]
    const newest = at.port(1)
    const did = []
    for (const commit of [first, newest, between, first, newest]) did.push(...(await publish({ root: at.root, commit, to })).did)
    expect(did).toEqual(['publish', 'advance', 'superseded', 'superseded', 'nothing'])
    expect(publishedAt(at)).toMatchObject({ commit: first, entries: { length: 1 } })
  })

  it('keeps other paths, and loses stale files', async () => {
    const at = world()
    at.git('checkout', '-q', '--orphan', 'deploy')
    at.git('rm', '-rq', '--cached', '--ignore-unmatch', '.')
    at.write('README.md', 'of somebody\n')
    at.git('add', 'README.md')
    at.git('commit', '-qm', 'by hand')
    at.git('push', '-q', 'origin', 'deploy')
    at.git('checkout', '-qf', '--orphan', 'main')
    at.write('environments/production/services/old.yaml', 'port: 9\n')
    const commits = [at.port(1)]
    at.git('rm', '-q', 'environments/production/services/old.yaml')
    commits.push(at.port(1))
    await publish({ root: at.root, commit: commits[0] as string, to })
    expect([...contentsOfCommit(at.remote, 'deploy').keys()]).toContain('production/services/old.yaml')
    await publish({ root: at.root, commit: commits[1] as string, to })
    const files = contentsOfCommit(at.remote, 'deploy')
    expect([...files.keys()]).not.toContain('production/services/old.yaml')
    expect(files.get('README.md')?.toString()).toBe('of somebody\n')
    expect(publishedAt(at, 'deploy', ['README.md', 'environments/production/services/web.yaml', 'environments/staging/services/db.yaml']).commit).toBe(commits[1])
    expect(at.remoteGit('rev-list', '--count', 'deploy')).toBe('3')
  })

  it('is read again where another publisher was quicker between fetch and push', async () => {
    const at = world()
    const [first, second, third] = [at.port(1), at.port(2), at.port(3)]
    const target = opened(at)
    const other = opened(at)
    try {
      await publishHere(target, { commit: first }, at)
      let waiting = true
      const slow: Target = {
        ...target,
        apply: async (change) => {
          if (waiting) {
            waiting = false
            await publishHere(other, { commit: third, port: 3 }, at)
            expect(await target.apply(change)).toBe('moved')
            return 'moved'
          }
          return target.apply(change)
        },
      }
      expect(await publishHere(slow, { commit: second, port: 2 }, at)).toMatchObject({ decision: { does: 'superseded', by: third } })
      expect(publishedAt(at)).toMatchObject({ commit: third, entries: { length: 2 } })
      waiting = true
      const fourth = at.port(4)
      const fifth = at.port(5)
      const slower: Target = {
        ...target,
        apply: async (change) => {
          if (waiting) {
            waiting = false
            await publishHere(other, { commit: fourth, port: 4 }, at)
          }
          return target.apply(change)
        },
      }
      expect(await publishHere(slower, { commit: fifth, port: 5 }, at)).toMatchObject({ decision: { does: 'publish' } })
      expect(publishedAt(at).entries.map(({ commit }) => commit)).toEqual([first, third, fourth, fifth])
    } finally {
      await target.close()
      await other.close()
    }
  })

  it('is read again where somebody moves it while the push is on its way', async () => {
    const at = world()
    const [first, second] = [at.port(1), at.port(2)]
    await publish({ root: at.root, commit: first, to })
    const tree = at.remoteGit('rev-parse', 'deploy^{tree}')
    // The remote's own hook moves the branch after it has been looked at, once.
    hook(at, 'pre-receive', [
      'test -e moved && exit 0; touch moved',
      'unset GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES',
      'export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.com GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=test@example.com',
      `git update-ref refs/heads/deploy $(git commit-tree -m "by hand" -p refs/heads/deploy ${tree})`,
    ])
    expect(await publish({ root: at.root, commit: second, to })).toMatchObject({ did: ['publish'] })
    expect(publishedAt(at)).toMatchObject({ commit: second, entries: { length: 2 } })
    expect(at.remoteGit('log', '--format=%s', 'deploy').split('\n')).toHaveLength(3)
  })

  it('takes eight publishers at once: the newest commit wins, and the chain is unbroken', async () => {
    const at = world()
    const commits = Array.from({ length: 8 }, (_, i) => at.port(i + 1))
    const ran = await Promise.all(commits.map((commit) => publish({ root: at.root, commit, to })))
    expect(ran.flatMap(({ did }) => did).filter((did) => did !== 'publish' && did !== 'superseded')).toEqual([])
    const { commit, entries } = publishedAt(at)
    expect(commit).toBe(commits.at(-1))
    expect(entries).toHaveLength(ran.filter(({ did }) => did[0] === 'publish').length)
    const order = entries.map((entry) => commits.indexOf(entry.commit))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(Number(at.remoteGit('rev-list', '--count', 'deploy'))).toBe(entries.length)
  }, 60_000)

  it('of a remote that allows no rewriting is only ever gone on from', async () => {
    const at = world()
    at.remoteGit('config', 'receive.denyNonFastForwards', 'true')
    at.remoteGit('config', 'receive.denyDeletes', 'true')
    const [first, second] = [at.port(1), at.port(2)]
    for (const commit of [first, second]) expect(await publish({ root: at.root, commit, to })).toMatchObject({ did: ['publish'] })
    expect(await publish({ root: at.root, commit: first, to, rollback: true })).toMatchObject({ did: ['publish'] })
    expect(publishedAt(at)).toMatchObject({ commit: first, entries: [{}, {}, { rollback: second, newest: second }] })
    expect(await publish({ root: at.root, commit: second, to })).toMatchObject({ did: ['refuse'] })
    expect(await publish({ root: at.root, commit: at.port(3), to })).toMatchObject({ did: ['publish'] })
  })

  it('of a remote that is named relative to the repository, or by its path, is published to', async () => {
    const at = world()
    at.git('remote', 'set-url', 'origin', '../remote.git')
    expect(await publish({ root: at.root, commit: at.port(1), to })).toMatchObject({ did: ['publish'] })
    const target = opened(at, { remote: '../remote.git' })
    expect((await target.read()).files).toBeDefined()
    await target.close()
  })

  it('leaves nothing on this machine, and takes away what a killed run left', async () => {
    const at = world()
    const tmp = join(at.folder, 'tmp')
    mkdirSync(tmp)
    const request = { root: at.root, commit: at.port(1), to }
    const variables = { TMPDIR: tmp, EDITOR: 'vi', PAGER: 'less' }
    await publish(request, { variables, failpoint: 'branch/committed' })
    expect(readdirSync(tmp)).toHaveLength(1)
    expect(await publish(request, { variables })).toMatchObject({ did: ['publish'] })
    expect(readdirSync(tmp)).toEqual([])
  })
})
