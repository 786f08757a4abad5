import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { packTar, unpackTar, type TarEntry } from 'modern-tar'
import { expect, test } from 'vitest'
import type { PublicationManifest } from '../../../src/core/publication.ts'
import { World, type Mutable } from './world.ts'

const API = 'production/services/api.yaml'
type Header = TarEntry['header']

async function published(): Promise<World> {
  const world = new World()
  await world.publish('archive:out.tar.gz')
  return world
}

const file = (name: string, text: string, header: Partial<Header> = {}): TarEntry =>
  ({ header: { name, size: Buffer.byteLength(text), type: 'file', ...header }, body: text })
const bodyless = (name: string, type: NonNullable<Header['type']>, linkname?: string): TarEntry =>
  ({ header: { name, size: 0, type, ...(linkname !== undefined && { linkname }) } })

/** Packs what an archive holds anew, changed. */
async function repack(world: World, change: (entries: TarEntry[]) => TarEntry[]): Promise<void> {
  const path = join(world.repo.root, 'out.tar.gz')
  const entries = await unpackTar(gunzipSync(readFileSync(path)))
  const before = entries.map(({ header, data }): TarEntry => ({ header, body: data ?? new Uint8Array() }))
  writeFileSync(path, gzipSync(await packTar(change(before))))
}

test('an archive is verified, and so is one of a newer commit', async () => {
  const world = await published()
  expect((await world.verified('archive:out.tar.gz')).proofs).toEqual(['verified'])
  await world.publishNext('archive:out.tar.gz')
  const { proofs, publications } = await world.verified('archive:out.tar.gz')
  expect([proofs, publications[0]?.chain.entries]).toEqual([['verified'], 2])
})

const without = (path: string) => (entries: TarEntry[]): TarEntry[] => entries.filter(({ header }) => header.name !== path)
const plus = (...more: TarEntry[]) => (entries: TarEntry[]): TarEntry[] => [...entries, ...more]

test.each<readonly [string, (entries: TarEntry[]) => TarEntry[], readonly string[]]>([
  ['a path that leads out', plus(file('../../etc/cron.d/x', 'x')), ['../../etc/cron.d/x verify/bad-path']],
  ['a path that leads out from within', plus(file('production/../../x', 'x')), ['production/../../x verify/bad-path']],
  ['an absolute path', plus(file('/etc/passwd', 'x')), ['/etc/passwd verify/bad-path']],
  ['a path with a dot in it', plus(file('./production/x', 'x')), ['./production/x verify/bad-path']],
  ['two slashes', plus(file('production//services/api.yaml', 'x')), ['production//services/api.yaml verify/bad-path']],
  ['a backslash', plus(file('production\\services\\api.yaml', 'x')), ['production\\services\\api.yaml verify/bad-path']],
  ['a drive', plus(file('C:/x', 'x')), ['C:/x verify/extra-file']],
  ['a .git segment', plus(file('production/.git/config', 'x')), ['production/.git/config verify/bad-path']],
  ['an entry twice, the second as it was', (entries) => [file(API, 'port: 1\n'), ...entries], [`${API} verify/bad-path`]],
  ['an entry twice, the first as it was', plus(file(API, 'port: 1\n')), [`${API} verify/bad-path`, `${API}:1:7 verify/changed-file`]],
  ['a name in other case', plus(file('production/services/API.yaml', 'port: 1\n')), ['production/services/API.yaml verify/extra-file', `${API} verify/bad-path`]],
  ['a link', plus(bodyless('production/link', 'symlink', '/etc/passwd')), ['production/link verify/not-a-file']],
  ['a link in place of a file', (entries) => [...without(API)(entries), bodyless(API, 'symlink', 'db.yaml')], [`${API} verify/not-a-file`]],
  ['a hard link', plus(bodyless('production/link', 'link', 'production/services/api.yaml')), ['production/link verify/not-a-file']],
  ['a device', plus(bodyless('production/device', 'character-device')), ['production/device verify/not-a-file']],
  ['a pipe', plus(bodyless('production/pipe', 'fifo')), ['production/pipe verify/not-a-file']],
  ['a folder that leads out', plus(bodyless('../out/', 'directory')), ['../out/ verify/bad-path']],
  ['a file more', plus(file('production/x', 'x')), ['production/x verify/extra-file']],
  ['a file less', without(API), [`${API} verify/missing-file`]],
  ['no manifest', without('manifest.json'), ['manifest.json verify/no-publication']],
])('%s is refused', async (_title, change, told) => {
  const world = await published()
  await repack(world, change)
  const ran = await world.verified('archive:out.tar.gz')
  expect([...ran.told].sort()).toEqual([...told].sort())
  expect([ran.code, ran.proofs]).toEqual([1, ['refused']])
})

test('the same files in another packing are told: other programs may see other files', async () => {
  const world = await published()
  await repack(world, (entries) => entries.map(({ header, body }) => ({ header: { ...header, mode: 0o4755 }, body: body as Uint8Array })))
  expect((await world.verified('archive:out.tar.gz')).told).toEqual(['out.tar.gz verify/not-reproduced'])
  const path = join(world.repo.root, 'out.tar.gz')
  await world.publishNext('archive:out.tar.gz')
  expect((await world.verified('archive:out.tar.gz')).told).toEqual([])
  writeFileSync(path, Buffer.concat([readFileSync(path), gzipSync(Buffer.alloc(1024))]))
  expect((await world.verified('archive:out.tar.gz')).told).toEqual(['out.tar.gz verify/not-reproduced'])
})

test('another packing is told though it names another version, and is unproven', async () => {
  const world = new World()
  await world.publish()
  world.folder.editJson<Mutable<PublicationManifest>>('manifest.json', ({ tool }) => { tool.version = '9.9.9' })
  world.folder.forge()
  const path = join(world.repo.root, 'out.tar.gz')
  const entries = world.folder.files().map((name) => file(name, world.folder.text(name), { mode: 0o4755 }))
  writeFileSync(path, gzipSync(await packTar(entries)))
  const { code, told, proofs, messages } = await world.verified('archive:out.tar.gz')
  expect([code, told, proofs]).toEqual([1, ['out.tar.gz verify/unproven'], ['unproven']])
  expect(messages[0]).toBe('holds the right files, and is not packed as Cairn 0.0.0-source packs them: other programs may find something else in it; it was made by Cairn 9.9.9')
  expect((await world.verified('archive:out.tar.gz', '--allow-unproven')).code).toBe(0)
})

test.each<readonly [string, (bytes: Buffer) => Buffer]>([
  ['no archive', () => Buffer.from('hello')],
  ['an empty file', () => Buffer.alloc(0)],
  ['an archive cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
  ['a tar archive that is not packed', (bytes) => gunzipSync(bytes)],
  ['a tar archive cut off', (bytes) => gzipSync(gunzipSync(bytes).subarray(0, 2000))],
  ['a bomb', () => gzipSync(Buffer.alloc(600_000_000), { level: 1 })],
])('%s is asked wrongly, and no defect', async (_title, change) => {
  const world = await published()
  const path = join(world.repo.root, 'out.tar.gz')
  writeFileSync(path, change(readFileSync(path)))
  const { code, stdout, stderr } = await world.verify('archive:out.tar.gz')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('is no gzipped tar archive, or a damaged one')
})

test('an archive that is not there is no publication, and a folder no archive', async () => {
  const world = await published()
  expect((await world.verified('archive:out-none.tar.gz')).told).toEqual(['manifest.json verify/no-publication'])
  const { code, stderr } = await world.verify('archive:environments')
  expect([code, stderr]).toEqual([2, expect.stringContaining('is a folder, and an archive is a file')])
})
