import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import type { PublishedFolder } from './world.ts'
import { World } from './world.ts'

/** A repository with keys of Alice and Bob, the public ones in files of allowed signers. */
class SignedWorld extends World {
  constructor(files: Readonly<Record<string, string>> = {}) {
    super(files)
    for (const who of ['alice', 'bob']) {
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', who, '-f', join(this.repo.root, `out-${who}`)])
    }
    this.allow('alice@example.com %alice')
  }

  publicKey(who: string): string {
    return readFileSync(join(this.repo.root, `out-${who}.pub`), 'utf8').split(' ').slice(0, 2).join(' ')
  }

  /** Writes the file of allowed signers; `%alice` stands for her key. */
  allow(...lines: readonly string[]): void {
    this.repo.write({ 'out-signers': lines.map((line) => `${line.replace(/%(\w+)/, (_, who: string) => this.publicKey(who))}\n`).join('') })
  }

  sign(who: string, text: string, namespace = 'cairn-publication'): string {
    const args = ['-Y', 'sign', '-q', '-n', namespace, '-f', join(this.repo.root, `out-${who}`)]
    return execFileSync('ssh-keygen', args, { input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  }

  /** Puts a signature on the last entry as it is. */
  resign(at: PublishedFolder, who: string, namespace?: string): void {
    const lines = at.lines()
    const last = lines.at(-1)
    if (last !== undefined) last.signature = this.sign(who, JSON.stringify(last.entry), namespace)
    at.writeLines(lines)
  }

  check() {
    return this.verified('dir:out', '--allowed-signers', 'out-signers')
  }
}

async function signed(): Promise<SignedWorld> {
  const world = new SignedWorld()
  await world.publish('dir:out', '--sign-key', 'out-alice')
  await world.publishNext('dir:out', 81, '--sign-key', 'out-alice')
  return world
}

describe('who signed', () => {
  test('is told by the name that the file of allowed signers has', async () => {
    const world = await signed()
    const { told, proofs, publications } = await world.check()
    expect([told, proofs, publications[0]?.chain]).toMatchObject([[], ['verified'], { entries: 2, signed: 2, signers: ['alice@example.com'] }])
    const { stdout } = await world.verify('dir:out', '--allowed-signers', 'out-signers')
    expect(stdout).toContain('2 publications in an unbroken chain, signed by alice@example.com\n')
  })

  test('is not known where nobody says who may, and that is said', async () => {
    const world = await signed()
    expect((await world.verified('dir:out')).publications[0]?.chain).toMatchObject({ signed: 2, signers: null })
    expect((await world.verify('dir:out')).stdout).toContain('2 signed; by whom was not checked: --allowed-signers says who may\n')
  })

  test('may be several, by patterns, several names and other lines for the same key', async () => {
    const world = await signed()
    await world.publishNext('dir:out', 82, '--sign-key', 'out-bob')
    world.allow('# who may', 'someone namespaces="git" %alice', 'alice,alice@example.com %alice', '*@example.com %bob')
    const { told, publications } = await world.check()
    expect([told, publications[0]?.chain.signers]).toEqual([[], ['alice', '*@example.com']])
  })

  test('comes from `publish.signers` of the commit that is checked out, whatever the working tree says', async () => {
    const world = new SignedWorld({ 'cairn.yaml': 'publish: {targets: [dir:out]}\n' })
    await world.publish('dir:out', '--sign-key', 'out-bob')
    world.repo.write({ 'cairn.yaml': 'publish: {signers: signers, targets: [dir:out]}\n', signers: `alice ${world.publicKey('alice')}\n` })
    world.repo.commit()
    world.repo.write({ signers: `bob ${world.publicKey('bob')}\n` })
    expect((await world.verified()).told).toEqual(['chain.jsonl:1:1 verify/unknown-signer'])
    world.repo.commit()
    expect((await world.verified()).publications[0]?.chain.signers).toEqual(['bob'])
    world.repo.remove('signers')
    world.repo.commit()
    const { code, stderr } = await world.verify()
    expect([code, stderr]).toEqual([2, expect.stringContaining('signers is not there at HEAD')])
    expect((await world.verify('dir:out', '--allowed-signers', 'out-signers')).code).toBe(1)
  })

  test('is not taken from a cairn.yaml with mistakes', async () => {
    const world = await signed()
    world.repo.write({ 'cairn.yaml': 'publish: {signer: out-signers, targets: [dir:out]}\n' })
    world.repo.commit()
    const { code, stderr } = await world.verify()
    expect([code, stderr]).toEqual([2, expect.stringContaining('cairn.yaml:1 at HEAD has a mistake')])
    expect((await world.check()).proofs).toEqual(['verified'])
  })
})

/** What is done, and what is found. */
const FORGERIES: Readonly<Record<string, readonly [(world: SignedWorld, at: PublishedFolder) => Promise<void> | void, readonly string[]]>> = {
  'the last signature removed': [(_, at) => { at.edit('chain.jsonl', (text) => text.replace(/"signature":"[^"]*"\}\n$/, '"signature":null}\n')) }, ['chain.jsonl:2:1 verify/unsigned']],
  'a publication added without a signature': [(world) => world.publishNext('dir:out', 82), ['chain.jsonl:3:1 verify/unsigned']],
  'a publication without a signature between two with one': [async (world) => {
    await world.publishNext('dir:out', 82)
    await world.publishNext('dir:out', 83, '--sign-key', 'out-alice')
  }, ['chain.jsonl:3:1 verify/unsigned']],
  'the signature of another entry': [(_, at) => {
    const lines = at.lines()
    at.writeLines(lines.map((line, i) => ({ ...line, signature: lines[i === 1 ? 0 : i]?.signature })))
  }, ['chain.jsonl:2:1 verify/bad-signature']],
  'a signature made up': [(_, at) => { at.edit('chain.jsonl', (text) => text.replace(/"signature":"[^"]*"\}\n$/, '"signature":"-----BEGIN SSH SIGNATURE-----\\nAAAA\\n-----END SSH SIGNATURE-----\\n"}\n')) }, ['chain.jsonl:2:1 verify/bad-signature']],
  'a signature of other text': [(_, at) => { at.edit('chain.jsonl', (text) => text.replace(/"signature":"[^"]*"\}\n$/, '"signature":"hello"}\n')) }, ['chain.jsonl:2:1 verify/bad-signature']],
  'a signature for something else': [(world, at) => { world.resign(at, 'alice', 'git') }, ['chain.jsonl:2:1 verify/bad-signature']],
  'a signature spelled otherwise': [(_, at) => { at.edit('chain.jsonl', (text) => text.replace(/\\n(?=[^"]*"\}\n$)/, '\\r')) }, ['chain.jsonl:2:1 verify/bad-signature']],
  'another key': [(world, at) => { world.resign(at, 'bob') }, ['chain.jsonl:2:1 verify/unknown-signer']],
  'an entry changed behind its signature': [(_, at) => {
    at.edit('provenance.json', (text) => text.replace('urn:cairn:local', 'urn:cairn:other'))
    at.forgeRun()
  }, ['chain.jsonl:2:1 verify/bad-signature']],
  'an entry changed and signed with another key': [(world, at) => {
    at.edit('provenance.json', (text) => text.replace('urn:cairn:local', 'urn:cairn:other'))
    at.forgeRun()
    world.resign(at, 'bob')
  }, ['chain.jsonl:2:1 verify/unknown-signer']],
  'a key that is no longer allowed': [(world) => { world.allow('alice valid-before="20260101" %alice') }, ['chain.jsonl:1:1 verify/unknown-signer', 'chain.jsonl:2:1 verify/unknown-signer']],
  'a key that was not yet allowed': [(world) => { world.allow('alice valid-after="20990101" %alice') }, ['chain.jsonl:1:1 verify/unknown-signer', 'chain.jsonl:2:1 verify/unknown-signer']],
  'a key that is allowed for something else': [(world) => { world.allow('alice namespaces="git" %alice') }, ['chain.jsonl:1:1 verify/unknown-signer', 'chain.jsonl:2:1 verify/unknown-signer']],
  'nobody allowed': [(world) => { world.allow() }, ['chain.jsonl:1:1 verify/unknown-signer', 'chain.jsonl:2:1 verify/unknown-signer']],
}

describe('is refused', () => {
  test.each(Object.entries(FORGERIES))('%s', async (_title, [forge, told]) => {
    const world = await signed()
    await forge(world, world.folder)
    const ran = await world.check()
    expect([ran.code, ran.proofs, ran.told]).toEqual([1, ['refused'], told])
  })

  test('a publication that nobody signed, where somebody should', async () => {
    const world = new SignedWorld()
    await world.publish()
    expect((await world.check()).told).toEqual(['chain.jsonl:1:1 verify/unsigned'])
    expect((await world.verified('dir:out')).told).toEqual([])
  })

  test('a last signature that is none, even where nobody is known', async () => {
    const world = await signed()
    world.folder.edit('chain.jsonl', (text) => text.replace(/([A-Za-z])(?=[A-Za-z]{3}[^"]*"\}\n$)/, (letter) => (letter === 'A' ? 'B' : 'A')))
    expect((await world.verified('dir:out')).told).toEqual(['chain.jsonl:2:1 verify/bad-signature'])
  })
})

test('publications before the first signed one need no signature', async () => {
  const world = new SignedWorld()
  await world.publish()
  await world.publishNext('dir:out', 81, '--sign-key', 'out-alice')
  const { told, publications } = await world.check()
  expect([told, publications[0]?.chain]).toMatchObject([[], { entries: 2, signed: 1 }])
})

test('a time without a zone is that of UTC, wherever the auditor is', async () => {
  const world = await signed()
  const { time } = world.folder.lines()[1]?.entry ?? { time: '' }
  const minute = time.replace(/[-:T]/g, '').slice(0, 12)
  world.allow(`alice valid-after="20200101",valid-before="${String(Number(minute) + 1)}" %alice`)
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    vi.stubEnv('TZ', zone)
    expect((await world.check()).told).toEqual([])
  }
  vi.unstubAllEnvs()
})

test('a file of allowed signers that is not there is asked wrongly', async () => {
  const world = await signed()
  const { code, stderr } = await world.verify('dir:out', '--allowed-signers', 'out-none')
  expect([code, stderr]).toEqual([2, expect.stringContaining('out-none cannot be read')])
})
