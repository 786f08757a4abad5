import { readdirSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import schema from '../../../schemas/output/verify.json' with { type: 'json' }
import { inert } from '../../../src/report/inert.ts'
import { cairn } from '../../helpers/cli.ts'
import { World } from './world.ts'

const isValid = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema)

async function jsonOf(world: World, ...args: readonly string[]): Promise<unknown> {
  const data: unknown = JSON.parse((await world.verify(...args, '--format', 'json')).stdout)
  expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true)
  return data
}

describe('as JSON it is what its schema says', () => {
  test('verified, with all that an auditor notes', async () => {
    const world = new World()
    await world.publish()
    const [{ entry }] = world.folder.lines() as [ReturnType<World['folder']['lines']>[0]]
    expect(await jsonOf(world, 'dir:out')).toEqual({
      version: 1,
      publications: [{
        target: 'dir:out', proof: 'verified', publishedTo: 'dir:out', commit: entry.commit, tool: '0.0.0-source',
        environments: ['production', 'staging'], missing: [], beside: 0, variables: {}, reproduced: 'yes', attested: false,
        chain: { entries: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown, rollback: null, signed: 0, signers: null },
        findings: [],
      }],
    })
  })

  test('refused, and nothing published', async () => {
    const world = new World()
    await world.publish()
    world.folder.edit('production/services/api.yaml', () => 'x: \u001b[31m::error::\n')
    world.folder.write('production/\u001b[31m.yaml', '')
    await jsonOf(world, 'dir:out', 'dir:out-none', 'archive:out-none.tar.gz')
    const { stdout } = await world.verify('dir:out')
    expect(inert(stdout)).toBe(stdout)
    expect(stdout).not.toContain('\u001b')
  })
})

test('the head of the chain is the digest of its last line, as sha256sum gives it', async () => {
  const world = new World()
  await world.publish()
  const { head } = (await world.verified('dir:out')).publications[0]?.chain ?? { head: '' }
  const { execFileSync } = await import('node:child_process')
  const text = execFileSync('sh', ['-c', "tail -n 1 chain.jsonl | tr -d '\\n' | sha256sum"], { cwd: world.folder.path, encoding: 'utf8' })
  expect(text.slice(0, 64)).toBe(head)
})

test('for people it is a sentence for each publication', async () => {
  const world = new World()
  await world.publish()
  await world.publishNext()
  const { stdout, code } = await world.verify('dir:out', 'dir:out/versions/00000001')
  expect(code).toBe(0)
  expect(stdout.replaceAll(/[0-9a-f]{40}/g, 'C')).toBe(
    'dir:out verified: every byte of production, staging of commit C follows from it\n  2 publications in an unbroken chain, not signed\n' +
    'dir:out/versions/00000001 verified: every byte of production, staging of commit C follows from it\n  1 publication in an unbroken chain, not signed\n  published to dir:out\n',
  )
  world.folder.edit('production/services/api.yaml', (text) => text.replace('81', '82'))
  world.folder.write('README.md', '')
  expect((await world.verify('dir:out')).stdout.replaceAll(/[0-9a-f]{40}/g, 'C')).toMatch(/\ndir:out refused: it is not proved to follow from commit C\n$/)
})

test('all targets of cairn.yaml where none is named; none is asked wrongly', async () => {
  const world = new World({ 'cairn.yaml': "publish:\n  targets: ['dir:out/{environment}', 'archive:out.tar.gz']\n" })
  expect((await cairn(['publish'], { directory: world.repo.root })).code).toBe(0)
  const { publications } = await world.verified()
  expect(publications.map(({ target, proof, environments }) => [target, proof, environments])).toEqual([
    ['dir:out/production', 'verified', ['production']],
    ['dir:out/staging', 'verified', ['staging']],
    ['archive:out.tar.gz', 'verified', ['production', 'staging']],
  ])
  const bare = new World()
  const { code, stderr } = await bare.verify()
  expect([code, stderr]).toEqual([2, expect.stringContaining('there is nothing to verify')])
})

test('what is no publication is asked wrongly', async () => {
  const world = new World()
  for (const text of ['out', 'oci:x', 'dir:', '../out']) {
    const { code, stderr } = await world.verify(text)
    expect([text, code, stderr]).toEqual([text, 2, expect.stringContaining('write dir:<path>, branch:<name> or archive:<file.tar.gz>')])
  }
})

test('nothing is written into the repository', async () => {
  const world = new World()
  await world.publish()
  const files = (): string[] => readdirSync(world.repo.root, { recursive: true }).map(String).sort()
  const before = files()
  await world.verify('dir:out')
  expect(files()).toEqual(before)
})
