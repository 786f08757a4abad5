import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { cairn } from '../helpers/cli.ts'
import { repository, type TestRepository } from '../helpers/repository.ts'

const json = async (repo: TestRepository, ...args: string[]): Promise<Record<string, unknown>> => {
  const { stdout } = await cairn([...args, '--format', 'json'], { directory: repo.root })
  return JSON.parse(stdout) as Record<string, unknown>
}
const changed = async (repo: TestRepository, ...args: string[]) => {
  const { changes } = (await json(repo, 'diff', ...args)) as { changes: { document: string; pointer: string }[] }
  return changes.map(({ document, pointer }) => `${document}${pointer}`)
}
const DB = 'environments/prod/services/db.yaml'

describe('diff overlooks nothing', () => {
  test('a change behind a link, between two commits', async () => {
    const repo = repository({ 'shared/x.yaml': 'port: 1\n' })
    mkdirSync(join(repo.root, 'environments/prod/services'), { recursive: true })
    symlinkSync('../../../shared/x.yaml', join(repo.root, DB))
    repo.commit()
    repo.write({ 'shared/x.yaml': 'port: 2\n' })
    repo.commit()
    expect(await changed(repo, 'HEAD~1', 'HEAD')).toEqual(['services/db/port'])
  })

  test.each([
    ['JSON', 'json', '{"url": "\\u0024{cairn:services/db#/port}"}'],
    ['YAML', 'yaml', 'url: "\\x24{cairn:services/db#/port}"\n'],
  ])('a change that arrives through a reference written with escapes, in %s', async (_format, extension, text) => {
    const repo = repository({ [DB]: 'port: 1\n', [`environments/prod/services/api.${extension}`]: text })
    repo.commit()
    repo.write({ [DB]: 'port: 2\n' })
    expect(await changed(repo, 'HEAD')).toEqual(['services/api/url', 'services/db/port'])
  })

  test('a change that arrives through a run variable that refers', async () => {
    const repo = repository({
      'cairn.yaml': 'variables: {URL: services/api#/url}\n',
      [DB]: 'port: 1\n',
      'environments/prod/services/api.yaml': 'url: x\n',
    })
    repo.commit()
    repo.write({ [DB]: 'port: 2\n' })
    const variables = { URL: '${cairn:services/db#/port}' }
    const { stdout } = await cairn(['diff', 'HEAD'], { directory: repo.root, variables })
    expect(stdout).toContain('/url: 1 → 2')
  })

  test('what a broken base left undetermined', async () => {
    const repo = repository({ [DB]: 'limit: 5\n' })
    repo.commit()
    repo.write({ [DB]: 'limit: ${cairn:services/db#/nope}\n' })
    repo.commit()
    repo.write({ [DB]: 'limit: 99999\n' })
    repo.commit()
    const { stdout } = await cairn(['diff', 'HEAD~1', 'HEAD'], { directory: repo.root })
    expect(stdout).toContain('/limit: (could not be determined) → 99999')
    expect(stdout).toContain('the base has 1 error')
    expect(await changed(repo, 'HEAD~2', 'HEAD~1')).toEqual(['services/db/limit'])
  })

  test('a link that led nowhere and is an empty file now', async () => {
    const repo = repository({ 'environments/prod/services/a.yaml': 'x: 1\n' })
    symlinkSync('nowhere.yaml', join(repo.root, DB))
    repo.commit()
    repo.remove(DB)
    repo.write({ [DB]: '' })
    const { stdout } = await cairn(['diff', 'HEAD'], { directory: repo.root })
    expect(stdout).toContain('the base has 1 error')
    expect(stdout).toContain('services/db')
  })

  test('an abstract environment that is asked for', async () => {
    const repo = repository({ 'environments/base/environment.yaml': 'abstract: true\n', 'environments/base/services/a.yaml': 'x: 1\n' })
    repo.commit()
    repo.write({ 'environments/base/services/a.yaml': 'x: 2\n' })
    expect(await changed(repo, 'HEAD', '-e', 'base')).toEqual(['services/a/x'])
  })
})

describe('asking twice for the same is asking once', () => {
  test('environments and documents', async () => {
    const repo = repository({ [DB]: 'port: 1\n' })
    const { stdout } = await cairn(['render', 'services/db', 'services/db', '-e', 'prod', '-e', 'prod', '--format', 'json'], {
      directory: repo.root,
    })
    expect(stdout.match(/services\/db/g)).toHaveLength(1)
    expect(await json(repo, 'check', '-e', 'prod', '-e', 'prod')).toMatchObject({ effectiveDocuments: 1, environments: ['prod'] })
  })
})

test.runIf(process.platform === 'linux')('a path that is not UTF-8 is a finding', async () => {
  const repo = repository({ [DB]: 'port: 1\n' })
  const folder = Buffer.from(join(repo.root, 'environments/prod/services/'))
  writeFileSync(Buffer.concat([folder, Buffer.from([0x63, 0xe9, 0x2e]), Buffer.from('yaml')]), 'a: 1\n')
  const { findings } = (await json(repo, 'check')) as { findings: { rule: string }[] }
  expect(findings.map(({ rule }) => rule)).toEqual(['discover/bad-name'])
})

describe('the root of the configuration repository', () => {
  const files = { 'cairn.yaml': 'environments: [prod]\n', [DB]: 'port: 1\n', 'src/environments/environment.ts': '' }
  test('is where cairn.yaml is, whatever folders below are called', async () => {
    const repo = repository({ ...files, 'lib/environments': 'a file\n' })
    for (const folder of ['src', 'lib', 'environments/prod']) {
      expect(await json(repo, '-C', folder, 'check'), folder).toMatchObject({ documents: 1 })
    }
  })
  test('a cairn.yaml that Git ignores is not passed over', async () => {
    const repo = repository({ ...files, '.gitignore': 'cairn.yaml\n' })
    const { code, stderr } = await cairn(['check'], { directory: repo.root })
    expect([code, stderr]).toEqual([2, expect.stringContaining('Git ignores it')])
  })
  test('a cairn.yml is said not to be read', async () => {
    const repo = repository({ [DB]: 'port: 1\n', 'cairn.yml': 'environments: [prod]\n' })
    const { stdout } = await cairn(['check'], { directory: repo.root })
    expect(stdout).toContain('cairn.yml warning discover/unused-file Cairn reads cairn.yaml')
  })
})

describe('nothing but a person acts on the output', () => {
  const repo = () =>
    repository({
      'cairn.yaml': "environments: [prod]\nlayout: [{path: '{name}.yaml', kind: k}]\n",
      '::error title=pwn::hello.yaml': 'a: [\n',
      '##[group]x.yaml': 'b: [\n',
      'ok.yaml': '"::warning::x": |\n  ::stop-commands::t\n  ##[endgroup]\nc: "\\u202e\\x9b31m"\n',
    })
  const COMMANDS = [['check'], ['check', '--format', 'markdown'], ['render'], ['render', '--format', 'markdown'], ['render', '--format', 'json'], ['explain', 'prod', 'k/ok'], ['explain', 'prod', 'k/ok', '--format', 'json']]
  test.each(COMMANDS.map((args) => [args.join(' '), args]))('%s', async (_title, args) => {
    const { stdout, stderr } = await cairn(args, { directory: repo().root })
    const text = stdout + stderr
    expect(text).not.toMatch(/^\s*::/m)
    expect(text).not.toContain('##[')
    expect(text).not.toMatch(/[\u202e\u009b]/)
  })
  test('and the data stay what they are', async () => {
    const expected = { '::warning::x': '::stop-commands::t\n##[endgroup]\n', c: '\u202e\u009b31m' }
    const { root } = repo()
    const yaml = await cairn(['render', 'k/ok'], { directory: root })
    expect(parse(yaml.stdout)).toEqual(expected)
    const { stdout } = await cairn(['render', 'k/ok', '--format', 'json'], { directory: root })
    expect(JSON.parse(stdout)).toEqual({ prod: { 'k/ok': expected } })
  })
})

describe('an output that cannot be written', () => {
  const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
  const failing = () => {
    const files: Record<string, string> = {}
    for (let i = 0; i < 700; i++) files[`environments/prod/services/a-rather-long-name-for-a-service-${i}.yaml`] = 'a: [\n'
    return repository(files).root
  }
  const shell = (script: string, root: string) =>
    spawnSync('bash', ['-c', script, 'bash', process.execPath, main, root], { encoding: 'utf8', env: { ...process.env, NODE_NO_WARNINGS: '1' } })

  test('a reader that has enough does not change the exit code', () => {
    const { stdout } = shell('"$1" "$2" -C "$3" check | head -1 >/dev/null; echo "${PIPESTATUS[0]}"', failing())
    expect(stdout.trim()).toBe('1')
  })
  test('a full disk is a broken run, told in one line', () => {
    const { status, stderr } = shell('"$1" "$2" -C "$3" check > /dev/full', failing())
    expect([status, stderr]).toEqual([3, 'cairn: the output cannot be written\n'])
  })
})
