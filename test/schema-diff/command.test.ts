import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cairn, type Ran } from '../helpers/cli.ts'
import { repository, type Files, type TestRepository } from '../helpers/repository.ts'

const BASE: Files = {
  'cairn.yaml': 'environments:\n  base: {abstract: true}\n  staging: {inherits: base}\n  production: {inherits: base}\nkinds:\n  services: {version: 3}\n',
  'schemas/services.yaml': 'type: object\nrequired: [port]\nadditionalProperties: false\nproperties:\n  port: {$ref: common.yaml#/$defs/port}\n  level: {type: string}\n  mode: {type: string, x-secret: true}\n',
  'schemas/common.yaml': '$defs:\n  port: {type: integer, maximum: 65535}\n',
  'environments/base/services/api.yaml': 'port: 8080\n',
  'environments/production/services/api.ini': 'level = 5\n',
}

function committed(files: Files = BASE): TestRepository {
  const repo = repository(files)
  repo.commit()
  return repo
}

const run = (repo: TestRepository, ...args: readonly string[]): Promise<Ran> => cairn(args, { directory: repo.root })

describe('cairn schema diff', () => {
  test('names the change, what breaks, and the version that stays', async () => {
    const repo = committed()
    const base = repo.git('rev-parse', 'HEAD').trim()
    repo.write({ 'schemas/common.yaml': '$defs:\n  port: {type: integer, maximum: 1000}\n' })
    repo.commit()
    const { code, stdout } = await run(repo, 'schema', 'diff', base, 'HEAD')
    expect(stdout.replace(/\([0-9a-f]{12} → [0-9a-f]{12}\)/, '(…)')).toBe(`services  major  schemas/services.yaml
  major schemas/common.yaml:2:25 /port: the maximum changes from 65535 to 1000
  valid before, and refused now:
    services/api
      environments/base/services/api.yaml:1:7 validate/range 8080 is above 1000 (in production, staging)
  cairn.yaml:6:3 services keeps version 3 though its schema changes in a way that may break documents: raise it to 4
major: 1 change in 1 kind, 1 document breaks (…)
`)
    expect(code).toBe(1)
    expect((await run(repo, 'schema', 'diff', base, 'HEAD', '--fail-on', 'never')).code).toBe(0)
  })

  test('documents of the head show who cannot read them by the schema before', async () => {
    const repo = committed()
    repo.write({
      'schemas/services.yaml': `${String(BASE['schemas/services.yaml'])}  tls: {type: boolean, default: false}\n`,
      'environments/staging/services/api.yaml': 'tls: true\n',
    })
    const { code, stdout } = await run(repo, 'schema', 'diff', 'HEAD', '--format', 'json')
    const { level, kinds } = JSON.parse(stdout) as { level: string; kinds: Record<string, unknown>[] }
    expect([code, level]).toEqual([0, 'minor'])
    expect(kinds[0]).toMatchObject({
      kind: 'services',
      level: 'minor',
      looked: { base: 2, head: 2 },
      broken: [],
      unreadable: [{
        document: 'services/api',
        findings: [
          { rule: 'validate/unknown-key', file: 'environments/staging/services/api.yaml', line: 1, column: 1, environments: ['staging'] },
          // Its default, which every reader of the documents meets.
          { rule: 'validate/unknown-key', file: 'schemas/services.yaml', line: 8, environments: ['production'] },
        ],
      }],
      changes: [{ level: 'minor', keyword: 'properties', pointers: ['/tls'] }, { level: 'minor', keyword: 'default' }],
    })
    expect((await run(repo, 'schema', 'diff', 'HEAD', '--fail-on', 'minor')).code).toBe(1)
  })

  test('documents of the base are made anew with the head: a default fills what is required now', async () => {
    const repo = committed()
    repo.write({ 'schemas/services.yaml': String(BASE['schemas/services.yaml']).replace('[port]', '[port, tls]') + '  tls: {type: boolean, default: false}\n' })
    const { stdout } = await run(repo, 'schema', 'diff', 'HEAD')
    expect(stdout).toContain('major schemas/services.yaml:2:1 /tls: tls is required now')
    expect(stdout).not.toContain('refused now')
  })

  test('a text that was a string and fits nothing now breaks, and is not quoted', async () => {
    const repo = committed({ ...BASE, 'environments/production/services/api.ini': 'mode = hunter2\n' })
    repo.write({ 'schemas/services.yaml': String(BASE['schemas/services.yaml']).replace('mode: {type: string, x-secret: true}', 'mode: {type: integer}') })
    const { stdout, stderr } = await run(repo, 'schema', 'diff', 'HEAD')
    expect(stdout).toContain('environments/production/services/api.ini:1:8 type/misfit')
    expect(stdout + stderr).not.toContain('hunter2')
  })

  test('a schema that is written in another way means the same', async () => {
    const repo = committed()
    repo.write({ 'schemas/services.yaml': String(BASE['schemas/services.yaml']).replace('{$ref: common.yaml#/$defs/port}', '{type: integer, maximum: 65535}') })
    const { code, stdout } = await run(repo, 'schema', 'diff', 'HEAD')
    expect(stdout).toContain('services  written differently, nothing else')
    expect(stdout).toContain('no schema means anything else')
    expect(code).toBe(0)
  })

  test('nothing is said where nothing changes, and of no other kind than the one asked for', async () => {
    const repo = committed()
    expect((await run(repo, 'schema', 'diff', 'HEAD')).stdout).toMatch(/^no schema means anything else \([0-9a-f]{12} → working tree\)\n$/)
    const { code, stderr } = await run(repo, 'schema', 'diff', 'HEAD', '--kind', 'servces')
    expect([code, stderr]).toEqual([2, 'cairn: the kind servces has no schema on either side; did you mean services?\n'])
  })

  test('a schema on one side only', async () => {
    const repo = committed()
    repo.remove('schemas')
    const gone = await run(repo, 'schema', 'diff', 'HEAD')
    expect([gone.code, gone.stdout]).toEqual([1, expect.stringContaining('schemas/services.yaml:1:1 (before) the document: there is no schema any more')])
    repo.commit()
    repo.write({ 'schemas/services.yaml': 'required: [name]\n' })
    const { stdout } = await run(repo, 'schema', 'diff', 'HEAD')
    expect(stdout).toContain('there is a schema now: documents were not checked before')
    expect(stdout).toContain('environments/base/services/api.yaml:1:1 validate/missing-key')
  })

  test.each([
    ['does not parse', 'type: [object\n', 'parse/syntax'],
    ['says what no schema says', 'type: objekt\n', 'schema/keyword-value'],
    ['leads nowhere', '$ref: none.yaml\n', 'schema/unknown-reference'],
  ])('a schema that %s is a finding, on either side', async (_what, text, rule) => {
    const repo = committed()
    repo.write({ 'schemas/services.yaml': text })
    const after = await run(repo, 'schema', 'diff', 'HEAD')
    expect([after.code, after.stdout, after.stderr]).toEqual([1, expect.stringContaining('the schema cannot be used as it is after'), expect.stringContaining(rule)])
    repo.commit()
    repo.write(BASE)
    const before = await run(repo, 'schema', 'diff', 'HEAD')
    expect([before.code, before.stdout]).toEqual([1, expect.stringContaining('the schema cannot be used as it is before')])
    expect(before.stdout).toContain('; the base has 1 error')
    expect(before.stderr).toBe('')
  })

  test('markdown', async () => {
    const repo = committed()
    repo.write({ 'schemas/common.yaml': '$defs:\n  port: {type: integer, maximum: 1000}\n' })
    const { stdout } = await run(repo, 'schema', 'diff', 'HEAD', '--format', 'markdown')
    expect(stdout).toContain('### `services`: major\n\n|  | Value | Change | Schema |\n| --- | --- | --- | --- |\n| major | /port | the maximum changes from 65535 to 1000 | `schemas/common.yaml:2:25` |\n')
    expect(stdout).toContain('| `services/api` | `environments/base/services/api.yaml:1:7` | 8080 is above 1000 | production, staging |')
  })
})

describe('cairn schema', () => {
  test('lists the kinds', async () => {
    const repo = committed({ ...BASE, 'environments/base/jobs/a.yaml': 'x: 1\n' })
    const { stdout, code } = await run(repo, 'schema')
    expect([code, stdout]).toEqual([0, 'common    schemas/common.yaml  0 documents\njobs      no schema  1 document\nservices  schemas/services.yaml  1 document, version 3\n'])
    expect(JSON.parse((await run(repo, 'schema', '--format', 'json')).stdout)).toMatchObject({ kinds: [{ kind: 'common' }, { kind: 'jobs', documents: 1 }, { kind: 'services', schema: 'schemas/services.yaml', builtIn: false, version: 3 }] })
    expect((await run(repo, 'schema', '--format', 'markdown')).stdout).toContain('| `services` | `schemas/services.yaml` | 3 | 1 |')
  })

  test('prints a schema as it stands, at a commit too', async () => {
    const repo = committed()
    repo.write({ 'schemas/services.yaml': 'true\n' })
    expect((await run(repo, 'schema', 'services')).stdout).toBe('true\n')
    expect((await run(repo, 'schema', 'services', '--at', 'HEAD')).stdout).toBe(BASE['schemas/services.yaml'])
    expect((await run(repo, 'schema', 'print', 'services', '--format', 'json')).stdout).toBe('true\n')
  })

  test('puts it together with what it refers to', async () => {
    const { stdout } = await run(committed(), 'schema', 'services', '--resolved', '--format', 'json')
    expect(JSON.parse(stdout)).toMatchObject({ properties: { port: { $ref: '#/$defs/common.port' } }, $defs: { 'common.port': { type: 'integer', maximum: 65535 } } })
  })

  test('a schema with errors is printed, and they are told', async () => {
    const repo = committed({ ...BASE, 'schemas/services.yaml': 'type: objekt\n' })
    const { code, stdout, stderr } = await run(repo, 'schema', 'services')
    expect([code, stdout, stderr]).toEqual([1, 'type: objekt\n', expect.stringContaining('schemas/services.yaml:1:7 error schema/keyword-value')])
    expect((await run(repo, 'schema', 'services', '--resolved')).code).toBe(2)
  })

  test.each([
    ['servces', 'cairn: there is no kind servces\n  did you mean services?\n'],
    ['zzz', 'cairn: there is no kind zzz\n  cairn schema lists them\n'],
    ['jobs', 'cairn: the kind jobs has no schema\n  write schemas/jobs.yaml, or name one in cairn.yaml\n'],
  ])('a kind without a schema: %s', async (kind, told) => {
    const repo = committed({ ...BASE, 'environments/base/jobs/a.yaml': 'x: 1\n' })
    const { code, stderr } = await run(repo, 'schema', kind)
    expect([code, stderr]).toEqual([2, told])
  })

  test('what would steer a terminal or a runner is printed as JSON', async () => {
    const repo = committed({ ...BASE, 'schemas/services.yaml': 'description: |-\n  x\n  ::error::y \u202e\n' })
    expect((await run(repo, 'schema', 'services')).stdout).toBe('{\n  "description": "x\\n::error::y \\u202e"\n}\n')
  })
})

describe('cairn init --editor', () => {
  const settings = (repo: TestRepository) => readFileSync(join(repo.root, '.vscode/settings.json'), 'utf8')

  test('prints the mapping, and writes it when it is told to', async () => {
    const repo = committed()
    const { code, stdout } = await run(repo, 'init', '--editor')
    expect([code, stdout]).toEqual([0, '// .vscode/settings.json\n{\n  "yaml.schemas": {\n    "schemas/services.yaml": "environments/*/services/*.yaml"\n  }\n}\n'])
    expect(existsSync(join(repo.root, '.vscode'))).toBe(false)
    expect((await run(repo, 'init', '--editor', '--write')).stderr).toBe('wrote .vscode/settings.json\n')
    expect(JSON.parse(settings(repo))).toEqual({ 'yaml.schemas': { 'schemas/services.yaml': 'environments/*/services/*.yaml' } })
    expect((await run(repo, 'init', '--editor', '--write')).stderr).toBe('.vscode/settings.json says so already\n')
  })

  test('keeps what is there, or leaves it alone', async () => {
    const repo = committed()
    repo.write({ '.vscode/settings.json': '{\n  // mine\n  "editor.tabSize": 2\n}\n' })
    expect((await run(repo, 'init', '--editor', '--write')).code).toBe(0)
    expect(settings(repo)).toMatch(/^\{\n {2}\/\/ mine\n {2}"editor.tabSize": 2,\n {2}"yaml.schemas": \{/)
    repo.write({ '.vscode/settings.json': '[broken' })
    const refused = await run(repo, 'init', '--editor', '--write')
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('cannot be edited without losing something')])
    expect(settings(repo)).toBe('[broken')
  })

  test('writes through no link', async () => {
    const repo = committed({ ...BASE, '.vscode/other': '{}' })
    symlinkSync('other', join(repo.root, '.vscode/settings.json'))
    expect((await run(repo, 'init', '--editor', '--write')).code).toBe(2)
    expect(readFileSync(join(repo.root, '.vscode/other'), 'utf8')).toBe('{}')
  })

  test('writes nothing where no kind has a schema', async () => {
    const repo = committed({ 'environments/dev/jobs/a.yaml': 'x: 1\n' })
    const { code, stderr } = await run(repo, 'init', '--editor', '--write')
    expect([code, stderr]).toEqual([2, 'cairn: no kind has a schema that an editor can read, so nothing was written\n'])
  })
})
