import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256 } from '../../../src/adapters/digest.ts'
import { SignatureChecker } from '../../../src/adapters/ssh-signature.ts'
import { toolIdentity } from '../../../src/adapters/tool.ts'
import { Collector } from '../../../src/core/collector.ts'
import type { PublicationFile, PublicationManifest, PublishedFiles } from '../../../src/core/publication.ts'
import { publishCommit } from '../../../src/publishing.ts'
import { verify } from '../../../src/queries/publish/verify.ts'
import { VERSION } from '../../../src/version.ts'
import { World } from './world.ts'

/** Files in memory as they are published. */
function published(files: readonly PublicationFile[]): PublishedFiles {
  return {
    entries: files.map(({ path }) => ({ path, type: 'file' })),
    read: (path) => files.find((file) => file.path === path)?.bytes,
  }
}

async function world(signKey?: string): Promise<{ readonly files: readonly PublicationFile[]; readonly check: (files: readonly PublicationFile[]) => Promise<number> }> {
  const it = new World()
  const { root } = it.repo
  if (signKey !== undefined) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(root, signKey)])
  const publish = (commit: string, rollback: boolean) => publishCommit({
    root, folder: root, commit, targets: ['dir:out'], environments: [], rollback, dryRun: false, variables: {},
    ...(signKey !== undefined && { signKey: join(root, signKey) }),
    told: { ref: 'refs/heads/main', actor: 'J\u00f6rg \ufffd', run: 'https://ci.example.com/1', builder: 'https://ci.example.com' },
    repository: 'https://example.com/repo', collector: new Collector(), now: new Date('2026-01-31T12:00:00Z'),
  })
  const first = it.commit
  await publish(first, false)
  it.repo.write({ 'environments/production/services/new.yaml': 'a: 1\n' })
  await publish(it.repo.commit(), false)
  await publish(first, true)
  const files = it.folder.files().map((path): PublicationFile => ({ path, bytes: readFileSync(it.folder.at(path)) }))
  const rendered = files.filter(({ path }) => path !== 'chain.jsonl' && path !== 'provenance.json')
  const manifest = it.folder.json<PublicationManifest>('manifest.json')
  const check = async (changed: readonly PublicationFile[]): Promise<number> => {
    const signatures = new SignatureChecker(undefined)
    const { findings } = await verify({
      collector: new Collector(), files: published(changed), exclusive: true, promoter: false, digest: sha256,
      tool: toolIdentity(VERSION),
      signatures: { knowsSigners: false, check: ({ signed, signature, entry }) => signatures.check({ text: signed, signature: signature ?? '', at: entry.time }) },
      render: () => Promise.resolve({ publication: { manifest, files: rendered }, published: ['production', 'staging'] }),
      place: { text: 'dir:out', isDeclared: true }, allowsUnproven: false,
    })
    signatures.close()
    return findings.filter(({ severity }) => severity === 'error').length
  }
  return { files, check }
}

function flipped(files: readonly PublicationFile[], path: string, at: number, mask: number): PublicationFile[] {
  return files.map((file) => {
    if (file.path !== path) return file
    const bytes = Buffer.from(file.bytes)
    bytes[at] = (bytes[at] ?? 0) ^ mask
    return { path, bytes }
  })
}

test('every byte of a publication counts: one that is another is found', { timeout: 120_000 }, async () => {
  const { files, check } = await world()
  expect(await check(files)).toBe(0)
  for (const { path, bytes } of files) {
    // Those of the chain's last line are covered by no other line.
    for (let at = 0; at < bytes.length; at += path === 'chain.jsonl' ? 1 : 5) {
      const mask = 1 + ((at * 37 + path.length) % 255)
      if ((await check(flipped(files, path, at, mask))) === 0) expect.fail(`${path} at ${at} with ${mask}`)
    }
  }
})

test('however it is changed, and where entries are signed', { timeout: 120_000 }, async () => {
  const { files, check } = await world('out-key')
  expect(await check(files)).toBe(0)
  const place = fc.constantFrom(...files).chain(({ path, bytes }) => fc.record({ path: fc.constant(path), at: fc.nat(bytes.length - 1) }))
  const chain = files.find(({ path }) => path === 'chain.jsonl') as PublicationFile
  const lastLine = fc.record({ path: fc.constant('chain.jsonl'), at: fc.integer({ min: chain.bytes.lastIndexOf(0x0a, chain.bytes.length - 2) + 1, max: chain.bytes.length - 1 }) })
  await fc.assert(fc.asyncProperty(fc.oneof(place, lastLine), fc.integer({ min: 1, max: 255 }), async ({ path, at }, mask) => {
    expect(await check(flipped(files, path, at, mask))).toBeGreaterThan(0)
  }), { numRuns: 1500 })
})
