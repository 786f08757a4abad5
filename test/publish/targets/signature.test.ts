import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ChainLine } from '../../../src/core/publication.ts'
import { contentsOf } from './sources.ts'
import { publisher, world, type World } from './world.ts'

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

describe('where cairn.yaml says who may sign', () => {
  const to = ['dir:../out', 'branch:deploy']
  const NEXT = 'see with cairn verify what was written there, and bring the publication before it back; or remove what is there, and the next run begins a chain of its own'

  function signed(): { readonly at: World; readonly key: string; readonly other: string } {
    const at = world()
    const keys = ['key', 'other'].map((name) => {
      const path = join(at.folder, name)
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', path])
      return path
    }) as [string, string]
    at.write('allowed_signers', `release@example.com namespaces="cairn-publication" ${readFileSync(`${keys[0]}.pub`, 'utf8')}`)
    at.write('cairn.yaml', 'publish: {signers: allowed_signers}\n')
    return { at, key: keys[0], other: keys[1] }
  }

  it('nothing is published that is signed by another key', async () => {
    const { at, other } = signed()
    const { failure } = await publish({ root: at.root, commit: at.port(1), to: ['branch:deploy'], signKey: other })
    expect(failure).toEqual({
      exit: 'usage', said: 'the key is not one that may sign now, by `publish.signers` of cairn.yaml',
      hint: 'name another key, or have the file of allowed signers changed first; nothing was published there',
    })
    expect(at.remoteGit('for-each-ref')).toBe('')
  })

  it('nothing follows without a signature, and unsigned publications from before are followed', async () => {
    const { at, key } = signed()
    at.write('cairn.yaml', 'publish: {}\n')
    expect(await publish({ root: at.root, commit: at.port(1), to })).toMatchObject({ did: ['publish', 'publish'] })
    at.write('cairn.yaml', 'publish: {signers: allowed_signers}\n')
    const commit = at.port(2)
    expect(await publish({ root: at.root, commit, to })).toMatchObject({ did: ['refuse', 'refuse'] })
    expect(await publish({ root: at.root, commit, to, signKey: key })).toMatchObject({ did: ['publish', 'publish'] })
    expect(await publish({ root: at.root, commit, to })).toMatchObject({ did: ['nothing', 'nothing'] })
    const next = at.port(3)
    const said = ['`publish.signers` of cairn.yaml says who signs, and this run signs nothing: cairn verify would refuse what it publishes', 'name a key: --sign-key (in the action: sign-key)']
    expect(await publish({ root: at.root, commit: next, to })).toMatchObject({ did: ['refuse', 'refuse'], said: [...said, ...said] })
    expect(await publish({ root: at.root, commit: next, to, signKey: key })).toMatchObject({ did: ['publish', 'publish'] })
  })

  it.each([
    ['not signed', () => '', /line 2 of chain.jsonl there is not signed, and one before it is/],
    ['signed by somebody else', (other: string) => other, /the last publication there is signed with a key that was not allowed to sign then/],
  ])('what is %s is not followed, and a chain of its own is, once that is gone', async (_title, by, said) => {
    const { at, key, other } = signed()
    await publish({ root: at.root, commit: at.port(1), to, signKey: key })
    at.write('cairn.yaml', 'publish: {}\n')
    const signKey = by(other)
    await publish({ root: at.root, commit: at.port(2), to, ...(signKey !== '' && { signKey }) })
    at.write('cairn.yaml', 'publish: {signers: allowed_signers}\n')
    const commit = at.port(3)
    const refused = await publish({ root: at.root, commit, to, signKey: key })
    expect(refused.did).toEqual(['refuse', 'refuse'])
    expect(refused.said[0]).toMatch(said)
    expect(refused.said[1]).toBe(NEXT)
    rmSync(join(at.folder, 'out'), { recursive: true })
    at.remoteGit('update-ref', '-d', 'refs/heads/deploy')
    expect(await publish({ root: at.root, commit, to, signKey: key })).toMatchObject({ did: ['publish', 'publish'] })
  })
})
