import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PublicationManifest } from '../../../src/core/publication.ts'
import { cairn } from '../../helpers/cli.ts'
import { World, type Mutable } from './world.ts'

const API = 'production/services/api.yaml'

/** A publication that another version says it made; everything else is right. */
async function ofAnotherVersion(): Promise<World> {
  const world = new World()
  await world.publish()
  world.folder.editJson<Mutable<PublicationManifest>>('manifest.json', ({ tool }) => { tool.version = '9.9.9' })
  return world
}

/** The same, with bytes that this one does not make. */
async function unproven(): Promise<World> {
  const world = await ofAnotherVersion()
  world.folder.edit(API, (text) => `# written by another version\n${text}`)
  world.folder.forge()
  return world
}

const NEXT = '  run that version, if it is one that you know: whoever forges can name any. A signer whom you allow would vouch for it; --allow-unproven lets it pass\n'

describe('a publication of another version of Cairn', () => {
  test('that this one makes too is verified', async () => {
    const world = await ofAnotherVersion()
    world.folder.forge()
    expect((await world.verified('dir:out')).proofs).toEqual(['verified'])
  })

  test('that this one makes otherwise is unproven, which is no finding of tampering, and fails: whoever forges can say so, too', async () => {
    const world = await unproven()
    const { code, told, proofs, messages, publications } = await world.verified('dir:out')
    expect([code, told, proofs]).toEqual([1, [`${API}:1:1 verify/unproven`], ['unproven']])
    expect(publications[0]?.findings[0]?.severity).toBe('error')
    expect(messages[0]).toBe('is not what the commit gives, from here on; it was made by Cairn 9.9.9, and this is 0.0.0-source, so that may be why')
    const { stdout } = await world.verify('dir:out')
    expect(stdout).toContain('dir:out unproven: the files of production, staging of commit ')
    expect(stdout).toContain('Cairn 9.9.9 made them, and this program makes others: verify with that one\n')
    expect(stdout).toContain(NEXT)
    expect((await world.verify('dir:out', '--fail-on', 'never')).code).toBe(0)
  })

  test('passes as a warning with --allow-unproven', async () => {
    const world = await unproven()
    const { code, told, proofs, publications } = await world.verified('dir:out', '--allow-unproven')
    expect([code, told, proofs]).toEqual([0, [`${API}:1:1 verify/unproven`], ['unproven']])
    expect(publications[0]?.findings[0]?.severity).toBe('warning')
    expect((await world.verify('dir:out', '--allow-unproven')).stdout).not.toContain(NEXT)
    expect((await world.verify('dir:out', '--allow-unproven', '--fail-on', 'warning')).code).toBe(1)
  })

  test('passes as a warning where a signer who is allowed vouches for it, and for that alone', async () => {
    const world = await ofAnotherVersion()
    const { root } = world.repo
    const key = join(root, 'out-key')
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'deploy', '-f', key])
    world.folder.edit(API, (text) => `# written by another version\n${text}`)
    world.folder.forge()
    const [line] = world.folder.lines()
    const sign = ['-Y', 'sign', '-q', '-n', 'cairn-publication', '-f', key]
    const signature = execFileSync('ssh-keygen', sign, { input: JSON.stringify(line?.entry), encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
    world.folder.writeLines([{ ...line, signature }])
    // A signature of nobody in particular vouches for nothing.
    expect((await world.verified('dir:out')).code).toBe(1)
    execFileSync('sh', ['-c', 'echo "deploy@example.com $(cat out-key.pub)" > out-signers; echo "other@example.com namespaces=\\"git\\" $(cat out-key.pub)" > out-others'], { cwd: root })
    expect((await world.verified('dir:out', '--allowed-signers', 'out-others')).proofs).toEqual(['refused'])
    const { code, proofs, publications } = await world.verified('dir:out', '--allowed-signers', 'out-signers')
    expect([code, proofs, publications[0]?.findings[0]?.severity]).toEqual([0, ['unproven'], 'warning'])
    expect((await world.verify('dir:out', '--allowed-signers', 'out-signers')).stdout).toContain('in an unbroken chain, signed by deploy@example.com\n')
    expect((await world.verify('dir:out', '--allowed-signers', 'out-signers', '--fail-on', 'warning')).code).toBe(1)
  })

  test('is refused where its digests or its chain are wrong', async () => {
    const world = await ofAnotherVersion()
    world.folder.forge()
    world.folder.edit(API, (text) => text.replace('80', '81'))
    expect((await world.verified('dir:out')).told).toEqual([`${API} verify/changed-file`, `${API}:1:8 verify/unproven`])
    const other = await ofAnotherVersion()
    const { code, told, proofs } = await other.verified('dir:out', '--allow-unproven')
    expect([code, told, proofs]).toEqual([1, ['chain.jsonl:1:1 verify/broken-chain'], ['refused']])
  })

  test('is refused where its statement names yet another', async () => {
    const world = await ofAnotherVersion()
    world.folder.forge()
    world.folder.edit('provenance.json', (text) => text.replace('"cairn": "9.9.9"', '"cairn": "9.9.8"'))
    const { sha256 } = await import('./world.ts')
    world.folder.editLast((last) => { last.statement = sha256(world.folder.text('provenance.json')) })
    expect((await world.verified('dir:out')).told).toEqual(['provenance.json verify/bad-statement'])
  })

  test('of a commit in which this one finds errors is unproven', async () => {
    const world = new World()
    await world.publish()
    const before = world.commit
    world.repo.write({ 'environments/production/services/api.yaml': 'port: ${cairn:services/none#/port}\n' })
    const broken = world.repo.commit()
    world.folder.edit('manifest.json', (text) => text.replaceAll(before, broken).replace('0.0.0-source', '9.9.9'))
    world.folder.forge()
    const { code, told, proofs } = await world.verified('dir:out')
    expect([code, told, proofs]).toEqual([1, ['manifest.json verify/unproven'], ['unproven']])
  })

  test('or another build of this one', async () => {
    const world = await ofAnotherVersion()
    world.folder.editJson<Mutable<PublicationManifest>>('manifest.json', ({ tool }) => { Object.assign(tool, { version: '0.0.0-source', digest: '0'.repeat(64) }) })
    world.folder.edit(API, (text) => `${text}\n`)
    world.folder.forge()
    const { told, messages } = await world.verified('dir:out')
    expect(told).toEqual([`${API}:4:1 verify/unproven`])
    expect(messages[0]).toContain('it was made by another build of Cairn 0.0.0-source')
  })
})

test('variables that the run had are recorded, told with their values, and needed for the proof', async () => {
  const cairnYaml = 'variables: {PORT: services/api#/port}\npublish: {record: [PORT]}\n'
  const world = new World({ 'cairn.yaml': cairnYaml })
  const ran = await cairn(['publish', '--to', 'dir:out'], { directory: world.repo.root, variables: { PORT: '4711' } })
  expect(ran.code, ran.stderr).toBe(0)
  const { proofs, told, publications } = await world.verified('dir:out')
  expect([proofs, told, publications[0]?.variables]).toEqual([['verified'], [], { PORT: '4711' }])
  expect((await world.verify('dir:out')).stdout).toContain('follows from it and the run\'s PORT="4711"\n')
  world.folder.edit('production/manifest.json', (text) => text.replaceAll('"PORT": "4711"', '"PORT": "4712"'))
  world.folder.forge()
  expect((await world.verified('dir:out')).code).toBe(1)
})
