import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ChainLine } from '../../../src/core/publication.ts'
import { contentsOf } from './sources.ts'
import { publisher, world } from './world.ts'

const publish = publisher()

it('an entry of the chain that is signed is verified by ssh-keygen', async () => {
  const at = world()
  const key = join(at.folder, 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key])
  const signers = join(at.folder, 'allowed_signers')
  writeFileSync(signers, `release@example.com namespaces="cairn-publication" ${readFileSync(`${key}.pub`, 'utf8')}`)
  for (const port of [1, 2]) {
    expect(await publish({ root: at.root, commit: at.port(port), to: ['dir:../out'], signKey: key })).toMatchObject({ did: ['publish'] })
  }
  const lines = contentsOf(join(at.folder, 'out', 'current')).get('chain.jsonl')?.toString().trimEnd().split('\n') ?? []
  expect(lines).toHaveLength(2)
  const signature = join(at.folder, 'signature')
  const verify = (text: string): string =>
    execFileSync('ssh-keygen', ['-Y', 'verify', '-f', signers, '-I', 'release@example.com', '-n', 'cairn-publication', '-s', signature], { input: text, encoding: 'utf8', stdio: 'pipe' })
  for (const line of lines) {
    const read = JSON.parse(line) as ChainLine
    writeFileSync(signature, read.signature ?? '')
    expect(verify(JSON.stringify(read.entry))).toContain('Good "cairn-publication" signature for release@example.com')
    expect(() => verify(JSON.stringify({ ...read.entry, actor: 'somebody else' }))).toThrow()
  }
})

it('nothing is published where the key cannot sign', async () => {
  const at = world()
  const ran = await publish({ root: at.root, commit: at.port(1), to: ['dir:../out'], signKey: join(at.folder, 'no-key') })
  expect(ran.failure).toMatchObject({ exit: 'usage' })
  expect(contentsOf(at.folder).has('out/current/manifest.json')).toBe(false)
})
