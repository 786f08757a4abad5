import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { lateCurves } from '../../scripts/build/late-curves.ts'
import { ROOT } from '../../scripts/root.ts'
import * as plain from '../../src/adapters/age/library.ts'

type Library = typeof plain

const folder = mkdtempSync(join(tmpdir(), 'cairn-age-'))
const { library: bundled, modulesOf } = await bundleLibrary()
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
afterEach(() => { vi.restoreAllMocks() })

const FILE_KEY = new TextEncoder().encode('what is encrypted')

async function bundleLibrary() {
  const build = await rolldown({
    cwd: ROOT,
    input: { age: 'src/adapters/age/library.ts' },
    platform: 'node',
    tsconfig: false,
    resolve: { symlinks: false },
    plugins: [lateCurves()],
  })
  const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' })
  await build.close()
  const chunks = new Map(output.flatMap((chunk) => (chunk.type === 'chunk' ? [[chunk.fileName, chunk] as const] : [])))
  for (const [name, { code }] of chunks) writeFileSync(join(folder, name), code)
  const modulesOf = (name: string): readonly string[] => {
    const { moduleIds = [], imports = [] } = chunks.get(name) ?? {}
    return [...moduleIds, ...imports.flatMap(modulesOf)]
  }
  return { library: (await import(pathToFileURL(join(folder, 'age.mjs')).href)) as Library, modulesOf }
}

async function sealedBy(age: Library, recipient: string): Promise<Uint8Array> {
  const encrypter = new age.Encrypter()
  encrypter.addRecipient(recipient)
  return encrypter.encrypt(FILE_KEY)
}

async function openedBy(age: Library, identity: string, file: Uint8Array): Promise<Uint8Array> {
  const decrypter = new age.Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(file)
}

test('neither curves nor ML-KEM are loaded with the library', () => {
  const modules = modulesOf('age.mjs')
  expect(modules.some((module) => module.includes('age-encryption'))).toBe(true)
  expect(modules.filter((module) => /@noble[\\/](?:curves|post-quantum)/.test(module))).toEqual([])
})

describe.each([
  ['X25519', plain.generateX25519Identity],
  ['ML-KEM-768 with X25519', plain.generateHybridIdentity],
])('the bundled library and the one that was bundled, %s', (_kind, generate) => {
  test('open what the other has sealed', async () => {
    const identity = await generate()
    const recipient = await plain.identityToRecipient(identity)
    expect(await bundled.identityToRecipient(identity)).toBe(recipient)
    expect(await openedBy(plain, identity, await sealedBy(bundled, recipient))).toEqual(FILE_KEY)
    expect(await openedBy(bundled, identity, await sealedBy(plain, recipient))).toEqual(FILE_KEY)
  })

  test('do so where Node.js has no X25519', async () => {
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValue(new DOMException('not here', 'NotSupportedError'))
    const identity = await generate()
    const recipient = await bundled.identityToRecipient(identity)
    expect(recipient).toBe(await plain.identityToRecipient(identity))
    expect(await openedBy(bundled, identity, await sealedBy(bundled, recipient))).toEqual(FILE_KEY)
  })

  test('open nothing with another key', async () => {
    const file = await sealedBy(bundled, await plain.identityToRecipient(await generate()))
    await expect(openedBy(bundled, await generate(), file)).rejects.toThrow('no identity matched')
  })
})

test('recipients with tags are sealed for', async () => {
  // Bech32 of the prefix and a compressed point of P-256 (its generator).
  const generator = Buffer.from('036b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296', 'hex')
  const recipient = plain.bech32.encodeFromBytes('age1tag', generator)
  const file = Buffer.from(await sealedBy(bundled, recipient)).toString('latin1')
  expect(file).toContain('-> p256tag ')
})
