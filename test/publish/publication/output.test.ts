import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import chainEntry from '../../../schemas/output/chain-entry.json' with { type: 'json' }
import environmentManifest from '../../../schemas/output/environment-manifest.json' with { type: 'json' }
import manifest from '../../../schemas/output/manifest.json' with { type: 'json' }
import publish from '../../../schemas/output/publish.json' with { type: 'json' }
import sealedSchema from '../../../schemas/output/sealed.json' with { type: 'json' }
import { cairn } from '../../helpers/cli.ts'
import { repository } from '../../helpers/repository.ts'
import { sealed } from '../../secrets-check/world.ts'

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
const SCHEMAS = {
  'chain-entry': ajv.compile(chainEntry),
  'environment-manifest': ajv.compile(environmentManifest),
  manifest: ajv.compile(manifest),
  publish: ajv.compile(publish),
  sealed: ajv.compile(sealedSchema),
}

function expectValid(name: keyof typeof SCHEMAS, text: string): void {
  const isValid = SCHEMAS[name]
  expect(isValid(JSON.parse(text)), `${name}: ${JSON.stringify(isValid.errors)}`).toBe(true)
}

test('cairn publish as JSON and every file of a publication are what their schemas say', async () => {
  const repo = repository({
    'cairn.yaml': 'variables: {PORT: services/a#/port}\npublish: {record: [PORT]}\n',
    'schemas/services.yaml': 'properties: {keys: {x-merge: append}}\n',
    'environments/base/services/a.yaml': 'port: 1\nkeys: [plain]\n',
    'environments/prod/environment.yaml': 'inherits: base\n',
    'environments/prod/services/a.sops.yaml': sealed('password: x\nkeys: [y]\n'),
    'environments/prod/services/b.yaml': 'url: x${cairn:services/a#/password}\n',
  })
  const publishing = async (...args: readonly string[]): Promise<{ targets: { does: string }[]; blocked: boolean }> => {
    const { stdout, stderr, code } = await cairn(['publish', '--to', 'dir:out', '--format', 'json', ...args], { directory: repo.root, variables: { PORT: '80' } })
    expect(code, stderr).toBeLessThan(2)
    expectValid('publish', stdout)
    return JSON.parse(stdout) as { targets: { does: string }[]; blocked: boolean }
  }
  const first = repo.commit()
  const did: (string | undefined)[] = []
  const then = async (...args: readonly string[]): Promise<void> => {
    did.push((await publishing(...args)).targets[0]?.does)
  }
  await then('--dry-run')
  await then()
  await then()
  repo.write({ README: 'x' })
  repo.commit()
  await then()
  repo.write({ 'environments/prod/services/b.yaml': 'url: y\n' })
  repo.commit()
  await then()
  await then('--at', first)
  await then('--rollback-to', first)
  await then('--environment', 'prod')
  repo.write({ 'environments/prod/services/b.yaml': 'url: ${cairn:services/nope}\n' })
  repo.commit()
  const blocked = await publishing()
  expect(did).toEqual(['publish', 'publish', 'nothing', 'advance', 'publish', 'superseded', 'publish', 'refuse'])
  expect([blocked.blocked, blocked.targets]).toEqual([true, []])

  const text = (path: string): string => readFileSync(join(repo.root, 'out/current', path), 'utf8')
  expectValid('manifest', text('manifest.json'))
  expectValid('environment-manifest', text('prod/manifest.json'))
  expectValid('environment-manifest', text('base/manifest.json'))
  expectValid('sealed', text('prod/sealed.json'))
  const lines = text('chain.jsonl').trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  for (const line of lines) expectValid('chain-entry', line)
  expect(JSON.parse(text('prod/manifest.json'))).toMatchObject({ variables: { PORT: '80' } })
})

test('what was published before a target failed is told', async () => {
  const repo = repository({ 'environments/prod/services/a.yaml': 'port: 1\n', 'file': '' })
  repo.commit()
  const { code, stdout, stderr } = await cairn(['publish', '--to', 'dir:out', '--to', 'dir:file/out'], { directory: repo.root })
  expect([code, stdout]).toEqual([3, expect.stringMatching(/^dir:out \(prod\): published [0-9a-f]{12}: 3 files added, 0 changed, 0 removed\n$/)])
  expect(stderr).toContain('a file stands where a folder is needed')
})
