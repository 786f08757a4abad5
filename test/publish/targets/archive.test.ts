import { execFileSync } from 'node:child_process'
import { hostname } from 'node:os'
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packTar, type TarHeader } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { hostNode } from '../../../scripts/host-node.ts'
import { archiveTarget } from '../../../src/adapters/targets/archive.ts'
import { packFiles, publishedArchive } from '../../../src/adapters/targets/tar.ts'
import { disk, type Disk } from '../../../src/adapters/targets/world.ts'
import { publishHere } from './direct.ts'
import { contentsOfArchive } from './sources.ts'
import { digest, wholePublication } from './whole.ts'
import { publisher, temporaryFolder, world } from './world.ts'

const publish = publisher()
const id = (n: number): string => String(n).padStart(40, '0')
const NAME = 'configuration.tar.gz'

describe('an archive', () => {
  it('holds one publication, which tar unpacks', async () => {
    const at = world()
    const commits = [at.port(1), at.port(2)]
    for (const commit of commits) await publish({ root: at.root, commit, to: [`archive:../out/${NAME}`] })
    expect(wholePublication(contentsOfArchive(join(at.folder, 'out', NAME))))
      .toMatchObject({ commit: commits[1], entries: [{ commit: commits[0] }, { commit: commits[1] }] })
    expect(readdirSync(join(at.folder, 'out'))).toEqual([NAME])
  })

  it('stays behind a link that leads to it, and is not where a link leads nowhere', async () => {
    const at = world()
    mkdirSync(join(at.folder, 'out'))
    writeFileSync(join(at.folder, 'hello'), '')
    symlinkSync(join('out', NAME), join(at.folder, 'latest.tar.gz'))
    const commit = at.port(1)
    const to = ['archive:../latest.tar.gz']
    expect((await publish({ root: at.root, commit, to })).failure).toMatchObject({ exit: 'usage', said: `${join(at.folder, 'latest.tar.gz')} is a link that leads nowhere` })
    await publish({ root: at.root, commit, to: [`archive:../out/${NAME}`] })
    const newer = at.port(2)
    expect(await publish({ root: at.root, commit: newer, to })).toMatchObject({ did: ['publish'] })
    expect(lstatSync(join(at.folder, 'latest.tar.gz')).isSymbolicLink()).toBe(true)
    expect(wholePublication(contentsOfArchive(join(at.folder, 'out', NAME))).commit).toBe(newer)
    expect(readdirSync(join(at.folder, 'out'))).toEqual([NAME])
  })

  it('names the newest commit, so that a late run of one in between is superseded', async () => {
    const at = world()
    const [first, between] = [at.port(1), at.port(2)]
    const newest = at.port(1)
    const to = [`archive:../${NAME}`]
    const did = []
    for (const commit of [first, newest, between, newest]) did.push(...(await publish({ root: at.root, commit, to })).did)
    expect(did).toEqual(['publish', 'publish', 'superseded', 'nothing'])
  })

  it('is published with the same bytes on other versions of Node.js', async () => {
    const at = world()
    const commit = at.port(1)
    const told = []
    for (const [i, node] of [process.execPath, hostNode()].entries()) {
      const variables = i === 0 ? {} : { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', NODE_OPTIONS: '' }
      const ran = await publish({ root: at.root, commit, to: [`archive:../${i}.tar.gz`] }, { node, variables, umask: i === 0 ? '022' : '077' })
      expect(ran).toMatchObject({ did: ['publish'] })
      const files = contentsOfArchive(join(at.folder, `${i}.tar.gz`))
      told.push([...files].filter(([path]) => path !== 'chain.jsonl' && path !== 'provenance.json').sort(([a], [b]) => (a < b ? -1 : 1)))
    }
    expect(told[1]).toEqual(told[0])
    const ofOther = join(at.folder, '1.tar.gz')
    const files = [...contentsOfArchive(ofOther)].map(([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1))
    expect(Buffer.compare(await packFiles(files), readFileSync(ofOther))).toBe(0)
  })

  it('takes eight publishers at once, and ends with the newest commit', async () => {
    const at = world()
    const commits = Array.from({ length: 8 }, (_, i) => at.port(i + 1))
    const ran = await Promise.all(commits.map((commit) => publish({ root: at.root, commit, to: [`archive:../out/${NAME}`] })))
    const { commit, entries } = wholePublication(contentsOfArchive(join(at.folder, 'out', NAME)))
    expect(commit).toBe(commits.at(-1))
    expect(entries).toHaveLength(ran.filter(({ did }) => did[0] === 'publish').length)
    const order = entries.map((entry) => commits.indexOf(entry.commit))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(readdirSync(join(at.folder, 'out'))).toEqual([NAME])
  }, 60_000)

  it('keeps what was published on a disk without space', async () => {
    const folder = temporaryFolder()
    const file = join(folder, NAME)
    await publishHere(archiveTarget(file, 'archive'), { commit: id(1) })
    const before = readFileSync(file)
    for (const [step, at] of [['write', 1], ['write', 2], ['hardLink', 1], ['rename', 1]] as const) {
      let n = 0
      const full: Disk = {
        ...disk,
        [step]: (...args: never[]) => {
          if (++n < at) return (disk[step] as (...all: never[]) => unknown)(...args)
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        },
      }
      const run = publishHere(archiveTarget(file, 'archive', { world: full }), { commit: id(2), port: 2 })
      await expect(run).rejects.toThrow('no space is left')
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(readdirSync(folder)).toEqual([NAME])
    }
  })

  it('is refused where it is no archive', async () => {
    const file = join(temporaryFolder(), NAME)
    for (const bytes of [Buffer.from('of somebody'), gzipSync('no tar archive at all')]) {
      writeFileSync(file, bytes)
      await expect(publishHere(archiveTarget(file, 'archive'), { commit: id(1) })).rejects.toMatchObject({ exit: 'usage' })
      expect(readFileSync(file).equals(bytes)).toBe(true)
    }
  })
})

describe('a claim to replace an archive', () => {
  /** No process has this number: Linux gives none above 4,194,304. */
  const GONE = 99_999_999

  async function claimedBy(holder: unknown): Promise<{ file: string; run: () => Promise<unknown>; claims: () => string[] }> {
    const folder = temporaryFolder()
    const file = join(folder, NAME)
    await publishHere(archiveTarget(file, 'archive'), { commit: id(1) })
    const revision = digest(readFileSync(file)).slice(0, 16)
    writeFileSync(`${file}.claim-${revision}.1`, JSON.stringify(holder))
    return {
      file,
      run: () => publishHere(archiveTarget(file, 'archive'), { commit: id(2), port: 2 }),
      claims: () => readdirSync(folder).filter((entry) => entry.includes('.claim-')),
    }
  }

  it('of a process that is gone is passed by', async () => {
    const { file, run, claims } = await claimedBy({ host: hostname(), pid: GONE })
    await run()
    expect(wholePublication(contentsOfArchive(file)).commit).toBe(id(2))
    expect(claims()).toEqual([])
  })

  it.each<[string, unknown]>([
    ['of a process that is running', { host: hostname(), pid: process.pid }],
    ['of another machine', { host: 'elsewhere', pid: GONE }],
    ['that cannot be read', null],
    ['that names no process', { host: hostname(), pid: -1 }],
  ])('%s is waited for', async (_, holder) => {
    const { file, run, claims } = await claimedBy(holder)
    const running = run()
    const waited = await Promise.race([running, new Promise((resolve) => setTimeout(() => resolve('waiting'), 500))])
    expect(waited).toBe('waiting')
    expect(wholePublication(contentsOfArchive(file)).commit).toBe(id(1))
    const [claim] = claims()
    execFileSync('rm', [join(file, '..', claim as string)])
    await running
    expect(wholePublication(contentsOfArchive(file)).commit).toBe(id(2))
  })
})

describe('a hostile archive', () => {
  const entry = (name: string, more: Partial<TarHeader> = {}, body = 'x') => ({ header: { name, size: body.length, ...more }, body })
  const archive = async (...entries: ReturnType<typeof entry>[]) => publishedArchive(gzipSync(await packTar(entries)), 'a.tar.gz')

  it('has its paths listed as they are, and nothing is written', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'in'))
    const files = await archive(entry('../escaped'), entry('/absolute'), entry('a/../../b'), entry('same', {}, '1'), entry('same', {}, '2'))
    expect(files.entries.map(({ path }) => path)).toEqual(['../escaped', '/absolute', 'a/../../b', 'same', 'same'])
    expect(readdirSync(folder)).toEqual(['in'])
  })

  it('has its links listed and never followed', async () => {
    const files = await archive(
      { header: { name: 'link', size: 0, type: 'symlink', linkname: '/etc/passwd' }, body: '' },
      { header: { name: 'hard', size: 0, type: 'link', linkname: '/etc/passwd' }, body: '' },
    )
    expect(files.entries).toEqual([{ path: 'hard', type: 'other' }, { path: 'link', type: 'symlink' }])
    expect([files.read('link', 100), files.read('hard', 100), files.read('__proto__', 100)]).toEqual([undefined, undefined, undefined])
  })

  it('is refused where it unpacks to too much, is cut off or damaged', async () => {
    const bomb = gzipSync(Buffer.alloc(600_000_000))
    await expect(publishedArchive(bomb, 'bomb.tar.gz')).rejects.toThrow(/no gzipped tar archive|too large|bytes/)
    const sound = gzipSync(await packTar([entry('a', {}, 'x'.repeat(10_000))]))
    await expect(publishedArchive(sound.subarray(0, sound.length - 20), 'cut.tar.gz')).rejects.toMatchObject({ exit: 'usage' })
    const tar = Buffer.from(await packTar([entry('a', {}, 'x'.repeat(10_000))]))
    await expect(publishedArchive(gzipSync(tar.subarray(0, 2000)), 'cut.tar.gz')).rejects.toMatchObject({ exit: 'usage' })
    tar[0] = 0x80
    await expect(publishedArchive(gzipSync(tar), 'bad.tar.gz')).rejects.toMatchObject({ exit: 'usage' })
  })

  it('does not give more of a file than is asked for', async () => {
    const files = await archive(entry('a', {}, '12345'))
    expect(files.read('a', 4)).toBeUndefined()
    expect(files.read('a', 5)).toHaveLength(5)
  })
})

it('an archive of something else is not replaced', async () => {
  const at = world()
  const foreign = await packFiles([{ path: 'backup/accounts.csv', bytes: Buffer.from('precious\n') }])
  writeFileSync(join(at.folder, NAME), foreign)
  const { failure } = await publish({ root: at.root, commit: at.port(1), to: [`archive:../${NAME}`] })
  expect(failure).toMatchObject({ exit: 'usage', said: expect.stringContaining('is an archive of something else') as string })
  expect(Buffer.compare(readFileSync(join(at.folder, NAME)), foreign)).toBe(0)
})
