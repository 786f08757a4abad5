import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentsOfCommit, createSource, gitIn } from './sources.ts'
import { wholePublication } from './whole.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()
const to = ['branch:deploy']

/** What lies below a folder of a branch. */
function below({ remote }: World, branch: string, folder: string) {
  const files = [...contentsOfCommit(remote, branch)].filter(([path]) => path.startsWith(`${folder}/`))
  return new Map(files.map(([path, bytes]) => [path.slice(folder.length + 1), bytes]))
}

/** Another configuration repository that publishes to the same remote. */
function beside(at: World, name: string, config: string) {
  const source = createSource(join(at.folder, name))
  source.git('remote', 'add', 'origin', at.remote)
  source.write('cairn.yaml', config)
  return source
}

describe('what other publishers got wrong', () => {
  it('overlapping runs and notes: every branch has its note, and none is lost', async () => {
    const at = world()
    const sources = Array.from({ length: 6 }, (_, i) =>
      beside(at, `source-${i}`, `publish: {targets: [{to: "branch:environment/${i}", promoter: true}]}\n`))
    const commits = sources.map((source, i) => source.port(i))
    const ran = await Promise.all(sources.map(({ root }, i) => publish({ root, commit: commits[i] as string, to: [] })))
    expect(ran.map(({ did, failure }) => failure ?? did)).toEqual(sources.map(() => ['publish']))
    for (const [i, commit] of commits.entries()) {
      expect(JSON.parse(at.remoteGit('notes', '--ref=refs/notes/hydrator.metadata', 'show', `environment/${i}-next`))).toEqual({ drySha: commit })
    }
  }, 60_000)

  it('overlapping runs and notes: the note of a branch is that of its newest commit, whoever comes last', async () => {
    const at = world()
    at.write('cairn.yaml', 'publish: {targets: [{to: "branch:deploy", promoter: true}]}\n')
    // All give the same bytes: one is published, and only the note moves.
    const commits = Array.from({ length: 5 }, (_, i) => (i === 0 ? at.port(1) : at.commit()))
    const ran = await Promise.all(commits.map((commit) => publish({ root: at.root, commit, to: [] })))
    expect(ran.map(({ failure }) => failure)).toEqual(commits.map(() => undefined))
    expect(JSON.parse(at.remoteGit('notes', '--ref=refs/notes/hydrator.metadata', 'show', 'deploy-next'))).toEqual({ drySha: commits.at(-1) })
  }, 60_000)

  it('several applications sharing a branch: none removes what another has', async () => {
    const at = world()
    const sources = ['a', 'b', 'c'].map((name) => beside(at, name, `publish: {targets: [{to: "branch:deploy", path: apps/${name}}]}\n`))
    for (const round of [1, 2]) {
      const commits = sources.map((source, i) => source.port(10 * round + i))
      const ran = await Promise.all(sources.map(({ root }, i) => publish({ root, commit: commits[i] as string, to: [] })))
      expect(ran.map(({ did }) => did)).toEqual([['publish'], ['publish'], ['publish']])
      for (const [i, name] of ['a', 'b', 'c'].entries()) {
        expect(wholePublication(below(at, 'deploy', `apps/${name}`))).toMatchObject({ commit: commits[i], entries: { length: round } })
      }
    }
  }, 60_000)

  it('several applications sharing a branch: one cannot take the folder of another', async () => {
    const at = world()
    const one = beside(at, 'one', 'publish: {targets: [{to: "branch:deploy", path: app}]}\n')
    const other = beside(at, 'other', 'publish: {targets: [{to: "branch:deploy", path: app}]}\n')
    await publish({ root: one.root, commit: one.port(1), to: [] })
    const ran = await publish({ root: other.root, commit: other.port(2), to: [] })
    expect(ran).toMatchObject({ did: ['refuse'] })
    expect(wholePublication(below(at, 'deploy', 'app')).entries).toHaveLength(1)
  })

  it('two spellings of one URL: there is one order of commits, and one chain', async () => {
    const at = world()
    const spellings = [at.remote, `file://${at.remote}`, `file://${at.remote}/`, '../remote.git']
    const commits = spellings.map((_, i) => at.port(i))
    const roots = spellings.map((url, i) => {
      const root = join(at.folder, `clone-${i}`)
      gitIn(at.folder)('clone', '-q', at.root, root)
      gitIn(root)('remote', 'set-url', 'origin', url)
      return root
    })
    const ran = await Promise.all(roots.map((root, i) => publish({ root, commit: commits[i] as string, to })))
    expect(ran.map(({ failure }) => failure)).toEqual(spellings.map(() => undefined))
    const { commit, entries } = wholePublication(contentsOfCommit(at.remote, 'deploy'))
    expect(commit).toBe(commits.at(-1))
    expect(entries).toHaveLength(ran.filter(({ did }) => did[0] === 'publish').length)
  }, 60_000)

  it('second path skipped because the commit was "done": each path has a state of its own', async () => {
    const at = world()
    at.write('cairn.yaml', 'publish: {targets: [{to: "branch:deploy", path: "one/{environment}"}, {to: "branch:deploy", path: two}]}\n')
    for (const port of [1, 2]) {
      const commit = at.port(port)
      const ran = await publish({ root: at.root, commit, to: [] })
      expect(ran).toMatchObject({ did: port === 1 ? ['publish', 'publish', 'publish'] : ['publish', 'advance', 'publish'] })
      expect(wholePublication(below(at, 'deploy', 'one/production')).commit).toBe(commit)
      expect(wholePublication(below(at, 'deploy', 'two')).commit).toBe(commit)
    }
    expect(wholePublication(below(at, 'deploy', 'one/staging')).entries).toHaveLength(1)
  })

  it('stale files never removed: what is no longer rendered goes, with the environments that are gone', async () => {
    const at = world()
    at.port(1)
    at.write('environments/test/services/only.yaml', 'port: 1\n')
    await publish({ root: at.root, commit: at.port(2), to })
    expect([...contentsOfCommit(at.remote, 'deploy').keys()]).toContain('test/services/only.yaml')
    at.git('rm', '-rq', 'environments/test', 'environments/production/services/web.yaml')
    const commit = at.commit()
    await publish({ root: at.root, commit, to })
    const files = contentsOfCommit(at.remote, 'deploy')
    expect(wholePublication(files).commit).toBe(commit)
    expect([...files.keys()].filter((path) => path.startsWith('test/') || path.endsWith('web.yaml'))).toEqual([])
  })

  it('overlapping environments: publishing one does not remove the others', async () => {
    const at = world()
    await publish({ root: at.root, commit: at.port(1), to })
    const ran = await publish({ root: at.root, commit: at.port(2), to, environments: ['production'] })
    expect(ran).toMatchObject({ did: ['refuse'], said: ['staging is published there too, and would be removed', expect.any(String)] })
    const each = await publish({ root: at.root, commit: at.port(3), to: ['branch:of/{environment}'], environments: ['production'] })
    expect(each).toMatchObject({ did: ['publish'] })
  })
})
