import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FAILPOINTS, type Failpoint } from '../../../src/adapters/targets/failpoint.ts'
import { contentsOf, contentsOfArchive, contentsOfCommit, type Contents } from './sources.ts'
import { wholePublication } from './whole.ts'
import { publisher, world, type World } from './world.ts'

const publish = publisher()

interface Place {
  readonly to: readonly string[]
  readonly contents: () => Contents
  readonly beside: readonly string[]
  /** What lies there besides the publication. */
  readonly litter: () => readonly string[]
}

/** A target of each kind; the branch with GitOps Promoter's contract, which has a step more. */
const PLACES: Readonly<Record<string, (at: World) => Place>> = {
  directory: ({ folder }) => {
    const out = join(folder, 'out')
    const current = join(out, 'current')
    return {
      to: [`dir:${out}`],
      contents: () => (existsSync(current) ? contentsOf(current) : new Map()),
      beside: [],
      litter: () => [...readdirSync(out), ...readdirSync(join(out, 'versions'))]
        .filter((entry) => !/^(?:current|versions|[0-9]{8})$/.test(entry)),
    }
  },
  archive: ({ folder }) => {
    const file = join(folder, 'out', 'configuration.tar.gz')
    return {
      to: [`archive:${file}`],
      contents: () => (existsSync(file) ? contentsOfArchive(file) : new Map()),
      beside: [],
      litter: () => readdirSync(join(folder, 'out')).filter((entry) => entry !== 'configuration.tar.gz'),
    }
  },
  branch: ({ remote, remoteGit, write }) => {
    write('cairn.yaml', 'publish: {targets: [{to: "branch:deploy", promoter: true}]}\n')
    return {
      to: [],
      contents: () =>
        (remoteGit('branch', '--list', 'deploy-next') === '' ? new Map() : contentsOfCommit(remote, 'deploy-next')),
      beside: ['hydrator.metadata'],
      litter: () => [],
    }
  },
}

describe.each(FAILPOINTS)('a publisher that is killed at %s', (failpoint: Failpoint) => {
  const placeOf = PLACES[failpoint.split('/')[0] as string] as (at: World) => Place

  it('leaves nothing or all of a first publication, and the next run finishes the job', async () => {
    const at = world()
    const place = placeOf(at)
    const commit = at.port(1)
    expect(await publish({ root: at.root, commit, to: place.to }, { failpoint })).toMatchObject({ killed: true, stderr: '' })
    if (place.contents().size > 0) expect(wholePublication(place.contents(), place.beside).commit).toBe(commit)
    await publish({ root: at.root, commit, to: place.to })
    expect(wholePublication(place.contents(), place.beside)).toMatchObject({ commit, entries: { length: 1 } })
    expect(place.litter()).toEqual([])
  })

  it('leaves the old or the new publication, and the next run finishes the job', async () => {
    const at = world()
    const place = placeOf(at)
    const [old, renewed] = [at.port(1), at.port(2)]
    await publish({ root: at.root, commit: old, to: place.to })
    expect(await publish({ root: at.root, commit: renewed, to: place.to }, { failpoint })).toMatchObject({ killed: true })
    const between = wholePublication(place.contents(), place.beside)
    expect([old, renewed]).toContain(between.commit)
    await publish({ root: at.root, commit: renewed, to: place.to })
    const after = wholePublication(place.contents(), place.beside)
    expect(after.entries.map((entry) => entry.commit)).toEqual([old, renewed])
    expect(place.litter()).toEqual([])
    if (failpoint.startsWith('branch/')) expect(notes(at)).toEqual({ drySha: renewed })
  })
})

function notes({ remoteGit }: World): unknown {
  return JSON.parse(remoteGit('notes', '--ref=refs/notes/hydrator.metadata', 'show', 'deploy-next'))
}

it('what a publisher to a branch that is killed leaves on this machine, the next one takes away', async () => {
  const at = world()
  const variables = { TMPDIR: join(at.folder, 'tmp') }
  mkdirSync(variables.TMPDIR)
  const request = { root: at.root, commit: at.port(1), to: ['branch:deploy'] }
  for (const failpoint of ['branch/fetched', 'branch/committed'] as const) {
    expect(await publish(request, { variables, failpoint })).toMatchObject({ killed: true })
    expect(readdirSync(variables.TMPDIR)).toHaveLength(1)
  }
  expect(await publish(request, { variables })).toMatchObject({ did: ['publish'] })
  expect(readdirSync(variables.TMPDIR)).toEqual([])
})
