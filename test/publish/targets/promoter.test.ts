import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentsOfCommit, createSource } from './sources.ts'
import { wholePublication } from './whole.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()
const METADATA = 'hydrator.metadata'
const NOTES = 'refs/notes/hydrator.metadata'

/** A repository whose `cairn.yaml` keeps the contract for a branch. */
function promoted(path?: string): World {
  const at = world()
  at.write('cairn.yaml', `publish: {targets: [{to: "branch:environment/all", promoter: true${path === undefined ? '' : `, path: ${path}`}}]}\n`)
  return at
}

const noteOf = ({ remoteGit }: World, branch: string): unknown => JSON.parse(remoteGit('notes', `--ref=${NOTES}`, 'show', branch))
const publishAt = (at: World, commit: string, more = {}) => publish({ root: at.root, commit, to: [], ...more })

describe('the contract of GitOps Promoter for hydrators', () => {
  it('is kept: the proposed branch, hydrator.metadata at its root, and the note', async () => {
    const at = promoted()
    const commit = at.port(1)
    at.git('commit', '-q', '--amend', '-m', 'A subject', '-m', 'And a body.')
    const amended = at.git('rev-parse', 'HEAD')
    expect(await publishAt(at, amended)).toMatchObject({ did: ['publish'] })
    expect(at.remoteGit('for-each-ref', '--format=%(refname)', 'refs/heads')).toBe('refs/heads/environment/all-next')
    const files = contentsOfCommit(at.remote, 'environment/all-next')
    expect(wholePublication(files, [METADATA]).commit).toBe(amended)
    expect(amended).not.toBe(commit)
    expect(JSON.parse(String(files.get(METADATA)))).toEqual({
      drySha: amended, author: 'Test <test@example.com>', date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      subject: 'A subject', body: 'And a body.',
    })
    expect(noteOf(at, 'environment/all-next')).toEqual({ drySha: amended })
  })

  it('is kept for a path: `<branch>-next/<path>`, with the metadata there, and the paths of others as they are', async () => {
    const at = promoted('app-a')
    const other = createSource(join(at.folder, 'other'))
    other.git('checkout', '-q', '-b', 'environment/all')
    other.write('app-b/values.yaml', 'of another application\n')
    other.commit()
    other.git('push', '-q', at.remote, 'environment/all')
    const commit = at.port(1)
    await publishAt(at, commit)
    const proposed = 'environment/all-next/app-a'
    const files = contentsOfCommit(at.remote, proposed)
    const own = new Map([...files].filter(([path]) => path.startsWith('app-a/')).map(([path, bytes]) => [path.slice(6), bytes]))
    expect(wholePublication(own, [METADATA]).commit).toBe(commit)
    expect(files.get('app-b/values.yaml')?.toString()).toBe('of another application\n')
    expect(files.has(METADATA)).toBe(false)
    expect(noteOf(at, proposed)).toEqual({ drySha: commit })
    // What is to be merged has a history in common with what it is merged into.
    expect(at.remoteGit('merge-base', 'environment/all', proposed)).toBe(at.remoteGit('rev-parse', 'environment/all'))
  })

  it('changes the note, and makes no commit, where nothing changed', async () => {
    const at = promoted()
    await publishAt(at, at.port(1))
    const tip = at.remoteGit('rev-parse', 'environment/all-next')
    const same = at.commit('nothing that is published')
    expect(await publishAt(at, same)).toMatchObject({ did: ['advance'] })
    expect(at.remoteGit('rev-parse', 'environment/all-next')).toBe(tip)
    expect(noteOf(at, tip)).toEqual({ drySha: same })
  })

  it.each([
    ['changed', (old: string) => old.replace('a subject', 'another subject')],
    ['gone', () => undefined],
  ])('is brought back where its metadata is %s, and left alone where it is as the published commit and its repository have it', async (_, change) => {
    const at = promoted()
    at.port(1)
    at.git('commit', '-q', '--amend', '-m', 'a subject')
    await publishAt(at, at.git('rev-parse', 'HEAD'))
    const other = createSource(join(at.folder, 'other'))
    const damage = (): void => {
      other.git('fetch', '-q', at.remote, 'environment/all-next')
      other.git('checkout', '-q', '--detach', 'FETCH_HEAD')
      const text = change(readFileSync(join(other.root, METADATA), 'utf8'))
      if (text === undefined) other.git('rm', '-q', METADATA)
      else other.write(METADATA, text)
      other.commit()
      other.git('push', '-q', at.remote, 'HEAD:environment/all-next')
    }
    damage()
    expect(await publishAt(at, at.git('rev-parse', 'HEAD'))).toMatchObject({ did: ['publish'] })
    const metadata = (): unknown => JSON.parse(String(contentsOfCommit(at.remote, 'environment/all-next').get(METADATA)))
    expect(metadata()).toMatchObject({ subject: 'a subject' })
    const same = at.commit('nothing that is published')
    expect(await publishAt(at, same)).toMatchObject({ did: ['advance'] })
    expect(await publishAt(at, same)).toMatchObject({ did: ['nothing'] })
    // Of an older commit than this one, and known all the same.
    if (change('a subject') === undefined) return
    damage()
    expect(await publishAt(at, same)).toMatchObject({ did: ['publish'] })
    expect(metadata()).toMatchObject({ drySha: same })
  })

  it('is kept after the proposal was merged and its branch deleted: the chain goes on, and so does history', async () => {
    const at = promoted()
    const first = at.port(1)
    await publishAt(at, first)
    at.remoteGit('branch', '-q', '-m', 'environment/all-next', 'environment/all')
    const same = at.commit('nothing that is published')
    expect(await publishAt(at, same)).toMatchObject({ did: ['advance'] })
    expect(at.remoteGit('rev-parse', 'environment/all-next')).toBe(at.remoteGit('rev-parse', 'environment/all'))
    at.remoteGit('branch', '-q', '-D', 'environment/all-next')
    const second = at.port(2)
    expect(await publishAt(at, second)).toMatchObject({ did: ['publish'] })
    expect(wholePublication(contentsOfCommit(at.remote, 'environment/all-next'), [METADATA]).entries.map(({ commit }) => commit)).toEqual([first, second])
    expect(at.remoteGit('merge-base', 'environment/all', 'environment/all-next')).toBe(at.remoteGit('rev-parse', 'environment/all'))
    expect(wholePublication(contentsOfCommit(at.remote, 'environment/all'), [METADATA]).commit).toBe(first)
  })

  it('tells after going back which commit the content is of', async () => {
    const at = promoted()
    const [first, second] = [at.port(1), at.port(2)]
    await publishAt(at, first)
    await publishAt(at, second)
    await publishAt(at, first, { rollback: true })
    expect(noteOf(at, 'environment/all-next')).toEqual({ drySha: first })
    expect(await publishAt(at, second)).toMatchObject({ did: ['refuse'] })
    expect(noteOf(at, 'environment/all-next')).toEqual({ drySha: first })
  })
})
