import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archiveTarget } from '../../../src/adapters/targets/archive.ts'
import { directoryTarget } from '../../../src/adapters/targets/directory.ts'
import { openPublication } from '../../../src/adapters/targets/publication.ts'
import { disk, type Disk } from '../../../src/adapters/targets/world.ts'
import type { Target } from '../../../src/core/publication.ts'
import { publishHere } from './direct.ts'
import { publisher, temporaryFolder, world } from './world.ts'

const publish = publisher()
const id = (n: number): string => String(n).padStart(40, '0')

/** A folder in which version 2 says that the files of version 1 go on. */
async function advanced(): Promise<{ readonly out: string; readonly target: Target; readonly advance: string }> {
  const out = join(temporaryFolder(), 'out')
  const target = directoryTarget(out, 'dir:out')
  await publishHere(target, { commit: id(1) })
  await publishHere(target, { commit: id(2) })
  const advance = join(out, 'versions', '00000002', 'advance.json')
  expect(JSON.parse(readFileSync(advance, 'utf8'))).toEqual({ newest: id(2), version: '00000001' })
  return { out, target, advance }
}

describe('a folder that is damaged', () => {
  it.each([
    ['nothing', ''], ['half a text', '{'], ['null', 'null'], ['a list', '[]'], ['a number for a commit', '{"newest":5,"version":"00000001"}'],
    ['no version', `{"newest":"${id(2)}"}`], ['another path', `{"newest":"${id(2)}","version":"../../etc"}`],
    ['a version that is not there', `{"newest":"${id(2)}","version":"00000007"}`],
    ['itself', `{"newest":"${id(2)}","version":"00000002"}`],
  ])('is told, with what to do, where advance.json has %s', async (_, text) => {
    const { out, target, advance } = await advanced()
    writeFileSync(advance, text)
    const told = {
      exit: 'broken', said: `${advance} is not as Cairn writes it: the folder is damaged`,
      hint: `remove ${join(out, 'versions', '00000002')}, and publish again: what it has beside is whole`,
    }
    await expect(target.read()).rejects.toMatchObject(told)
    await expect(publishHere(target, { commit: id(3), port: 3 })).rejects.toMatchObject(told)
    expect(readlinkSync(join(out, 'current'))).toBe('versions/00000001')
    rmSync(join(out, 'versions', '00000002'), { recursive: true })
    expect(await publishHere(target, { commit: id(3), port: 3 })).toMatchObject({ decision: { does: 'publish' } })
    expect(readlinkSync(join(out, 'current'))).toBe('versions/00000002')
  })

  it('goes on where only an older version is', async () => {
    const { out, target } = await advanced()
    mkdirSync(join(out, 'versions', '00000000'))
    writeFileSync(join(out, 'versions', '00000000', 'advance.json'), '{')
    expect(await publishHere(target, { commit: id(3), port: 3 })).toMatchObject({ decision: { does: 'publish' } })
    expect(readdirSync(join(out, 'versions')).sort()).toEqual(['00000001', '00000003'])
  })

  it.each(['/nowhere/00000001', '../other/versions/00000001', 'versions/00000002/../00000001', 'nowhere'])('has current led back from %s', async (to) => {
    const out = join(temporaryFolder(), 'out')
    const target = directoryTarget(out, 'dir:out')
    await publishHere(target, { commit: id(1) })
    rmSync(join(out, 'current'))
    symlinkSync(to, join(out, 'current'))
    expect(await publishHere(target, { commit: id(1) })).toMatchObject({ decision: { does: 'nothing' } })
    expect(readlinkSync(join(out, 'current'))).toBe('versions/00000001')
    expect(readdirSync(out).sort()).toEqual(['current', 'versions'])
  })
})

describe('a place that takes no publication', () => {
  const hint = 'publish elsewhere, or see that folders can be made there; what was published there before is as it was'

  it.runIf(process.platform === 'linux')('ends, where no folder can be made, instead of trying for ever', async () => {
    const at = world()
    const commit = at.port(1)
    for (const to of ['dir:/proc/cairn', 'dir:/proc/cairn/deep/er', 'archive:/proc/cairn/out.tar.gz']) {
      const { failure } = await publish({ root: at.root, commit, to: [to] }, { killAfter: 10_000 })
      expect(failure).toEqual({ exit: 'broken', said: '/proc/cairn cannot be written: no folder can be made there', hint })
    }
  })

  it.each<[string, (folder: string) => Target, string, string]>([
    ['an archive named like a folder', (folder) => archiveTarget(folder, 'archive'), '', 'is a folder, and an archive is a file'],
    ['an archive named like a device', () => archiveTarget('/dev/zero', 'archive'), '@/dev/zero', 'is no file, and an archive is one'],
    ['an archive in a file', (folder) => archiveTarget(join(folder, 'file', 'a.tar.gz'), 'archive'), '/file', 'a file stands where a folder is needed'],
    ['a folder in a file', (folder) => directoryTarget(join(folder, 'file', 'out'), 'dir'), '/file/out', 'a file stands where a folder is needed'],
    ['a folder that is a file', (folder) => directoryTarget(join(folder, 'file'), 'dir'), '/file', 'a file stands where a folder is needed'],
    ['a link that leads nowhere', (folder) => directoryTarget(join(folder, 'link'), 'dir'), '/link', 'a link that leads nowhere stands where a folder is needed'],
    ['a link that leads to itself', (folder) => directoryTarget(join(folder, 'loop'), 'dir'), '/loop', 'its links lead in a circle'],
    ['a name that is too long', (folder) => directoryTarget(join(folder, 'a'.repeat(300)), 'dir'), `/${'a'.repeat(300)}`, 'its name is too long'],
  ])('says so: %s', async (_, open, path, why) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), '')
    symlinkSync('nothing', join(folder, 'link'))
    symlinkSync('loop', join(folder, 'loop'))
    const failure: unknown = await publishHere(open(folder), { commit: id(1) }).catch((error: unknown) => error)
    const at = path.startsWith('@') ? path.slice(1) : folder + path
    expect(failure).toMatchObject({ said: expect.stringContaining(`${at} `) as unknown })
    expect(failure).toMatchObject({ said: expect.stringContaining(why) as unknown, hint: expect.stringMatching(/\w/) as unknown })
    expect(readdirSync(folder).sort()).toEqual(['file', 'link', 'loop'])
  })

  it.each<[string, string, string]>([
    ['ENOSPC', 'no space is left', 'make room, and publish again'],
    ['EACCES', 'this user may not', 'let this user write there, or publish elsewhere'],
    ['EROFS', 'the file system is read-only', 'publish elsewhere'],
    ['EIO', 'it answered EIO', 'see to the disk, and publish again'],
  ])('says what to do about %s', async (code, why, todo) => {
    const folder = temporaryFolder()
    const full: Disk = { ...disk, write: (path) => { throw Object.assign(new Error(code), { code, path, syscall: 'open', errno: -1 }) } }
    for (const target of [directoryTarget(join(folder, 'out'), 'dir', { world: full }), archiveTarget(join(folder, 'out.tar.gz'), 'archive', { world: full })]) {
      const failure = await publishHere(target, { commit: id(1) }).catch((error: unknown) => error) as Error
      expect(failure).toMatchObject({ exit: 'broken', hint: `${todo}; what was published there before is as it was` })
      expect(failure.message).toMatch(new RegExp(`^${folder}/out\\S* cannot be written: ${why}$`))
    }
  })

  it('says so where it cannot even be looked at', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'out'))
    const refuse = (path: string): never => { throw Object.assign(new Error('no'), { code: 'EACCES', path, syscall: 'scandir', errno: -13 }) }
    const target = directoryTarget(join(folder, 'out'), 'dir', { world: { ...disk, list: refuse } })
    await expect(target.read()).rejects.toMatchObject({ exit: 'broken', said: `${join(folder, 'out')} cannot be read: this user may not` })
  })

  it('says so where an archive to be verified is a folder', async () => {
    const folder = temporaryFolder()
    const options = { root: folder, folder, path: '', remote: 'origin', promoter: false, variables: {} }
    await expect(openPublication({ scheme: 'archive', at: folder }, options)).rejects.toThrow('is a folder, and an archive is a file')
    expect(await openPublication({ scheme: 'archive', at: join(folder, 'nothing') }, options)).toEqual({ files: undefined })
  })

  it('says so of a publication that another user has written for nobody else', async () => {
    const out = join(temporaryFolder(), 'out')
    await publishHere(directoryTarget(out, 'dir'), { commit: id(1) })
    const read = (path: string): Buffer => {
      if (path.endsWith('manifest.json')) throw Object.assign(new Error('no'), { code: 'EACCES', path, syscall: 'open', errno: -13 })
      return disk.read(path)
    }
    const target = directoryTarget(out, 'dir', { world: { ...disk, read } })
    await expect(publishHere(target, { commit: id(2) })).rejects.toMatchObject({
      exit: 'broken', said: `${join(out, 'versions', '00000001', 'manifest.json')} cannot be read: this user may not`,
    })
  })

  it('says so where there are no links', async () => {
    const refuse = (_: string, path: string): never => { throw Object.assign(new Error('no'), { code: 'EPERM', path, syscall: 'symlink', errno: -1 }) }
    const out = join(temporaryFolder(), 'out')
    const target = directoryTarget(out, 'dir', { world: { ...disk, link: refuse } })
    await expect(publishHere(target, { commit: id(1) })).rejects.toMatchObject({ said: `${out} cannot be written: no links can be made there` })
  })

  it('says so where nothing can be written aside for a branch', async () => {
    const at = world()
    writeFileSync(join(at.folder, 'file'), '')
    const { failure } = await publish({ root: at.root, commit: at.port(1), to: ['branch:deploy'] }, { variables: { TMPDIR: join(at.folder, 'file') } })
    expect(failure).toMatchObject({ exit: 'broken', said: `no folder can be made in ${join(at.folder, 'file')}`, hint: expect.stringContaining('TMPDIR') as unknown })
  })

  it('passes a mistake of the program on as one', async () => {
    const broken: Disk = { ...disk, list: () => { throw new TypeError('a mistake') } }
    await expect(directoryTarget(temporaryFolder(), 'dir', { world: broken }).read()).rejects.toThrow(TypeError)
  })
})
