import { describe, expect, test } from 'vitest'
import type { PublicationManifest } from '../../../src/core/publication.ts'
import { World, type Mutable } from './world.ts'

const API = 'production/services/api.yaml'

/** A publication that another version says it made; everything else is right. */
async function ofAnotherVersion(): Promise<World> {
  const world = new World()
  await world.publish()
  world.folder.editJson<Mutable<PublicationManifest>>('manifest.json', ({ tool }) => { tool.version = '9.9.9' })
  return world
}

describe('a publication of another version of Cairn', () => {
  test('that this one makes too is verified', async () => {
    const world = await ofAnotherVersion()
    world.folder.forge()
    expect((await world.verified('dir:out')).proofs).toEqual(['verified'])
  })

  test('that this one makes otherwise is unproven, which is no finding of tampering, and passes', async () => {
    const world = await ofAnotherVersion()
    world.folder.edit(API, (text) => `# written by another version\n${text}`)
    world.folder.forge()
    const { code, told, proofs, messages } = await world.verified('dir:out')
    expect([code, told, proofs]).toEqual([0, [`${API}:1:1 verify/unproven`], ['unproven']])
    expect(messages[0]).toBe('is not what the commit gives, from here on; it was made by Cairn 9.9.9, and this is 0.0.0-source, so that may be why')
    const { stdout } = await world.verify('dir:out')
    expect(stdout).toContain('dir:out unproven: the files of production, staging of commit ')
    expect(stdout).toContain('Cairn 9.9.9 made them, and this version makes others: verify with that one\n')
    expect((await world.verify('dir:out', '--fail-on', 'warning')).code).toBe(1)
  })

  test('is refused where its digests or its chain are wrong', async () => {
    const world = await ofAnotherVersion()
    world.folder.forge()
    world.folder.edit(API, (text) => text.replace('80', '81'))
    expect((await world.verified('dir:out')).told).toEqual([`${API} verify/changed-file`, `${API}:1:8 verify/unproven`])
    const other = await ofAnotherVersion()
    const { code, told, proofs } = await other.verified('dir:out')
    expect([code, told, proofs]).toEqual([1, ['chain.jsonl:1:1 verify/broken-chain'], ['refused']])
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
    expect([code, told, proofs]).toEqual([0, ['manifest.json verify/unproven'], ['unproven']])
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

test('variables that the run had are recorded, told, and needed for the proof', async () => {
  const cairnYaml = 'variables: {PORT: services/api#/port}\npublish: {record: [PORT]}\n'
  const world = new World({ 'cairn.yaml': cairnYaml })
  const { cairn } = await import('../../helpers/cli.ts')
  const ran = await cairn(['publish', '--to', 'dir:out'], { directory: world.repo.root, variables: { PORT: '4711' } })
  expect(ran.code, ran.stderr).toBe(0)
  const { proofs, told } = await world.verified('dir:out')
  expect([proofs, told]).toEqual([['verified'], []])
  expect((await world.verify('dir:out')).stdout).toContain("follows from it and the run's PORT\n")
  world.folder.edit('production/manifest.json', (text) => text.replaceAll('"PORT": "4711"', '"PORT": "4712"'))
  world.folder.forge()
  expect((await world.verified('dir:out')).code).toBe(1)
})
