import { describe, expect, test } from 'vitest'
import { sha256, World } from './world.ts'

const TYPE = 'application/vnd.in-toto+json'

/** A Sigstore bundle as `actions/attest` writes it, but for what its signature is made of. */
function bundle(statement: unknown, payloadType = TYPE): string {
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64')
  return JSON.stringify({
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { certificate: { rawBytes: 'AA==' }, tlogEntries: [] },
    dsseEnvelope: { payload, payloadType, signatures: [{ sig: 'AA==' }] },
  })
}

const statement = (...digests: readonly unknown[]): object => ({
  _type: 'https://in-toto.io/Statement/v1',
  subject: digests.map((digest) => ({ name: 'manifest.json', digest: { sha256: digest } })),
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {},
})

async function attested(text: (digest: string) => string): Promise<World> {
  const world = new World()
  await world.publish()
  world.repo.write({ 'out-bundle.json': text(sha256(world.folder.text('manifest.json'))) })
  return world
}

describe('an attestation bundle', () => {
  test.each<readonly [string, (digest: string) => string]>([
    ['of this publication', (digest) => bundle(statement(digest))],
    ['of this publication and others', (digest) => bundle(statement('0'.repeat(64), digest))],
    ['of an older form of statements', (digest) => bundle({ ...statement(digest), _type: 'https://in-toto.io/Statement/v0.1' })],
    ['in a file with several, one a line', (digest) => `${bundle(statement('0'.repeat(64)))}\n${bundle(statement(digest))}\n`],
  ])('%s is right, and what its signature is worth is left to another program', async (_title, text) => {
    const world = await attested(text)
    const { code, told, proofs } = await world.verified('dir:out', '--bundle', 'out-bundle.json')
    expect([code, told, proofs]).toEqual([0, [], ['verified']])
    const { stdout } = await world.verify('dir:out', '--bundle', 'out-bundle.json')
    expect(stdout).toContain('the bundle attests it; whose signature that is, gh attestation verify says\n')
  })

  test.each<readonly [string, (digest: string) => string]>([
    ['of another publication', () => bundle(statement('0'.repeat(64)))],
    ['of nothing', () => bundle(statement())],
    ['of something that is no digest', () => bundle(statement({ toString: 1 }))],
    ['of another type', (digest) => bundle(statement(digest), 'text/plain')],
    ['without a statement', () => bundle({ _type: { toString: 1 } })],
    ['without an envelope', () => '{"mediaType": "application/vnd.dev.sigstore.bundle.v0.3+json"}'],
    ['that is none', () => 'hello'],
    ['that is empty', () => ''],
    ['as deep as a stack', () => `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['with a payload that is no JSON', () => JSON.stringify({ dsseEnvelope: { payload: '!!!', payloadType: TYPE } })],
  ])('%s is refused', async (_title, text) => {
    const world = await attested(text)
    const { code, told, proofs } = await world.verified('dir:out', '--bundle', 'out-bundle.json')
    expect([code, told, proofs]).toEqual([1, ['out-bundle.json verify/bad-attestation'], ['refused']])
  })

  test('that is not there, or is for several publications, is asked wrongly', async () => {
    const world = await attested((digest) => bundle(statement(digest)))
    expect((await world.verify('dir:out', '--bundle', 'out-none')).code).toBe(2)
    const { code, stderr } = await world.verify('dir:out', 'dir:out', '--bundle', 'out-bundle.json')
    expect([code, stderr]).toEqual([2, expect.stringContaining('--bundle attests one publication, and 2 are to be verified')])
  })
})
