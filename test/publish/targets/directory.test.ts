import { existsSync, mkdirSync, readdirSync, readlinkSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { directoryTarget } from '../../../src/adapters/targets/directory.ts'
import { disk, type Disk } from '../../../src/adapters/targets/world.ts'
import type { Failure } from '../../../src/core/failure.ts'
import { publishHere } from './direct.ts'
import { contentsOf } from './sources.ts'
import { wholePublication } from './whole.ts'
import { publisher, temporaryFolder, world } from './world.ts'

const publish = publisher()
const id = (n: number): string => String(n).padStart(40, '0')
const current = (out: string) => wholePublication(contentsOf(join(out, 'current')))
const versions = (out: string): string[] => readdirSync(join(out, 'versions')).sort()

describe('a directory', () => {
  it('has numbered versions, and a link to the one that counts', async () => {
    const at = world()
    const out = join(at.folder, 'out')
    const commits = [at.port(1), at.port(2)]
    for (const commit of commits) expect(await publish({ root: at.root, commit, to: ['dir:../out'] })).toMatchObject({ did: ['publish'] })
    expect(readlinkSync(join(out, 'current'))).toBe('versions/00000002')
    expect(current(out)).toMatchObject({ commit: commits[1], entries: [{ commit: commits[0] }, { commit: commits[1] }] })
    expect(wholePublication(contentsOf(join(out, 'versions', '00000001'))).commit).toBe(commits[0])
    expect(contentsOf(join(out, 'current')).get('production/services/db.yaml')?.toString()).toBe('port: 2\n')
  })

  it('notes a commit that changes nothing, so that a late run of one in between is superseded', async () => {
    const at = world()
    const [first, between] = [at.port(1), at.port(2)]
    const newest = at.port(1)
    const to = ['dir:../out']
    expect(await publish({ root: at.root, commit: first, to })).toMatchObject({ did: ['publish'] })
    expect(await publish({ root: at.root, commit: newest, to })).toMatchObject({ did: ['advance'] })
    expect(await publish({ root: at.root, commit: between, to })).toMatchObject({ did: ['superseded'] })
    expect(await publish({ root: at.root, commit: newest, to })).toMatchObject({ did: ['nothing'] })
    expect(readlinkSync(join(at.folder, 'out', 'current'))).toBe('versions/00000001')
    const after = at.port(3)
    expect(await publish({ root: at.root, commit: after, to })).toMatchObject({ did: ['publish'] })
    expect(current(join(at.folder, 'out')).entries.map(({ commit }) => commit)).toEqual([first, after])
  })

  it('takes eight publishers at once, and ends with the newest commit', async () => {
    const at = world()
    const out = join(at.folder, 'out')
    const commits = Array.from({ length: 8 }, (_, i) => at.port(i + 1))
    const ran = await Promise.all(commits.map((commit) => publish({ root: at.root, commit, to: ['dir:../out'] })))
    expect(ran.flatMap(({ did }) => did).filter((did) => did !== 'publish' && did !== 'superseded')).toEqual([])
    const { commit, entries } = current(out)
    expect(commit).toBe(commits.at(-1))
    expect(entries).toHaveLength(ran.filter(({ did }) => did[0] === 'publish').length)
    const order = entries.map((entry) => commits.indexOf(entry.commit))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect([...readdirSync(out), ...versions(out)].filter((entry) => /^\./.test(entry))).toEqual([])
  }, 60_000)

  it('keeps as many versions with files as it is told, and what is current', async () => {
    const out = join(temporaryFolder(), 'out')
    const target = directoryTarget(out, 'dir:out', { keep: 3 })
    for (let n = 1; n <= 5; n++) await publishHere(target, { commit: id(n), port: n })
    expect(versions(out)).toEqual(['00000003', '00000004', '00000005'])
    for (let n = 6; n <= 12; n++) await publishHere(target, { commit: id(n), port: 5 })
    expect(versions(out)).toEqual(['00000003', '00000004', '00000005', '00000012'])
    expect(current(out).commit).toBe(id(5))
    await publishHere(target, { commit: id(13), port: 6 })
    expect(versions(out)).toEqual(['00000004', '00000005', '00000013'])
    expect(current(out).commit).toBe(id(13))
  })

  it('keeps the one that is current where only one is to stay', async () => {
    const out = join(temporaryFolder(), 'out')
    const target = directoryTarget(out, 'dir:out', { keep: 1 })
    for (let n = 1; n <= 3; n++) {
      await publishHere(target, { commit: id(n), port: n })
      expect(current(out).commit).toBe(id(n))
    }
    expect(versions(out)).toEqual(['00000003'])
  })

  it('does not take a number that was given before for its own', async () => {
    const out = join(temporaryFolder(), 'out')
    const target = directoryTarget(out, 'dir:out', { keep: 2 })
    await publishHere(target, { commit: id(1), port: 1 })
    const late = directoryTarget(out, 'dir:out', { keep: 2 })
    // Between reading and writing, so much is published that the next number is free again.
    const stale = await late.read()
    for (const n of [2, 3, 4, 5]) await publishHere(target, { commit: id(n), port: n })
    expect(versions(out)).toEqual(['00000004', '00000005'])
    const files = [...contentsOf(join(out, 'current'))].map(([path, bytes]) => ({ path, bytes: path === 'chain.jsonl' ? Buffer.from('another\n') : bytes }))
    const source = { commit: id(9), time: 0, author: '', subject: '', body: '', url: undefined }
    expect(await late.apply({ on: stale, does: 'publish', files, removed: [], newest: id(9), source })).toBe('moved')
    expect(current(out).commit).toBe(id(5))
    expect(await publishHere(late, { commit: id(9), port: 9 })).toMatchObject({ decision: { does: 'publish' } })
    expect(current(out)).toMatchObject({ commit: id(9), entries: { length: 6 } })
  })

  it('takes away what killed runs left, and nothing that somebody is at', async () => {
    const out = join(temporaryFolder(), 'out')
    const target = directoryTarget(out, 'dir:out')
    await publishHere(target, { commit: id(1) })
    const foreign = '.new-00000000-1-0123456789ab'
    mkdirSync(join(out, 'versions', foreign))
    mkdirSync(join(out, 'versions', '.old-00000000-1-0123456789ab'))
    symlinkSync('versions/00000009', join(out, '.current-00000000-1-0123456789ab'))
    await publishHere(target, { commit: id(2), port: 2 })
    expect(versions(out)).toEqual([foreign, '00000001', '00000002'])
    utimesSync(join(out, 'versions', foreign), 0, 0)
    await publishHere(target, { commit: id(2), port: 2 })
    expect(versions(out)).toEqual(['00000001', '00000002'])
    expect(existsSync(join(out, 'current'))).toBe(true)
  })

  it.each<[string, (out: string) => void]>([
    ['a file', (out) => writeFileSync(join(out, 'README.md'), '')],
    ['a folder', (out) => mkdirSync(join(out, 'src'))],
    ['versions of something else', (out) => mkdirSync(join(out, 'versions', 'v1.2'), { recursive: true })],
  ])('refuses a folder with %s', async (_, fill) => {
    const out = temporaryFolder()
    fill(out)
    const before = readdirSync(out, { recursive: true })
    await expect(publishHere(directoryTarget(out, 'dir:out'), { commit: id(1) })).rejects.toMatchObject({ exit: 'usage' })
    expect(readdirSync(out, { recursive: true })).toEqual(before)
  })

  it('refuses to replace a folder called current', async () => {
    const out = join(temporaryFolder(), 'out')
    const target = directoryTarget(out, 'dir:out')
    await publishHere(target, { commit: id(1) })
    renameSync(join(out, 'current'), join(out, 'versions', '.old-link'))
    mkdirSync(join(out, 'current'))
    await expect(publishHere(target, { commit: id(2), port: 2 })).rejects.toThrow('is not a link')
  })

  it('says where a file stands in its place', async () => {
    const out = join(temporaryFolder(), 'out')
    writeFileSync(out, '')
    await expect(publishHere(directoryTarget(out, 'dir:out'), { commit: id(1) })).rejects.toThrow('a file stands where a folder is needed')
  })
})

describe('a directory on a disk without space', () => {
  /** Lets all be well but the change of that number. */
  function failingAt(at: number): { readonly world: Disk; readonly count: () => number } {
    let n = 0
    const fails = <T extends readonly unknown[]>(work: (...args: T) => void, undone: (...args: T) => void = () => undefined) => (...args: T): void => {
      if (++n === at) {
        undone(...args)
        throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
      }
      work(...args)
    }
    const world = {
      ...disk,
      // What was written before the disk was full is there.
      write: fails(disk.write, (file, bytes) => { disk.write(file, bytes.subarray(0, bytes.byteLength / 2)) }),
      makeFolder: fails(disk.makeFolder), rename: fails(disk.rename), link: fails(disk.link),
    }
    return { world, count: () => n }
  }

  it('keeps the old publication or has the new one, whichever step fails, and the next run finishes the job', async () => {
    const counted = failingAt(Infinity)
    const first = join(temporaryFolder(), 'out')
    await publishHere(directoryTarget(first, 'dir:out', { keep: 1 }), { commit: id(1) })
    await publishHere(directoryTarget(first, 'dir:out', { keep: 1, world: counted.world }), { commit: id(2), port: 2 })
    expect(counted.count()).toBeGreaterThan(10)
    for (let at = 1; at <= counted.count(); at++) {
      const out = join(temporaryFolder(), 'out')
      await publishHere(directoryTarget(out, 'dir:out', { keep: 1 }), { commit: id(1) })
      const full = directoryTarget(out, 'dir:out', { keep: 1, world: failingAt(at).world })
      const failure = await publishHere(full, { commit: id(2), port: 2 }).then(() => undefined, (error: unknown) => error as Failure)
      const { commit } = current(out)
      if (commit === id(1)) expect(failure?.message).toContain('no space is left')
      else expect(failure).toBeUndefined()
      await publishHere(directoryTarget(out, 'dir:out', { keep: 1 }), { commit: id(2), port: 2 })
      expect(current(out).entries.map((entry) => entry.commit)).toEqual([id(1), id(2)])
      expect(readdirSync(out).sort()).toEqual(['current', 'versions'])
      expect(versions(out)).toEqual(['00000002'])
    }
  })
})

describe('the bytes that are published', () => {
  it('do not depend on umask, locale, time zone, or the order in which files were added', async () => {
    const at = world()
    const commit = at.port(1)
    const other = world()
    for (const file of ['production/services/db.yaml', 'production/services/web.yaml', 'staging/services/db.yaml']) {
      other.git('rm', '-q', '-r', '--cached', '--ignore-unmatch', '.')
      other.write(`environments/${file}`, contentsOf(join(at.root, 'environments')).get(file)?.toString() ?? '')
    }
    other.git('fetch', '-q', at.root, 'main')
    const ways = [
      { umask: '000', variables: {} }, { umask: '077', variables: { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
    ]
    const told = await Promise.all(ways.map(async (running, i) => {
      const out = join(at.folder, `out-${i}`)
      const root = i === 0 ? at.root : other.root
      expect(await publish({ root, commit, to: [`dir:${out}`] }, running)).toMatchObject({ did: ['publish'] })
      const files = contentsOf(join(out, 'current'))
      return [...files].filter(([path]) => path !== 'chain.jsonl' && path !== 'provenance.json').sort(([a], [b]) => (a < b ? -1 : 1))
    }))
    expect(told[1]).toEqual(told[0])
  })
})
