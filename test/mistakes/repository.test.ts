import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Collector } from '../../src/core/collector.ts'
import { render } from '../../src/queries/render.ts'
import { cairn } from '../helpers/cli.ts'
import { openFiles } from '../helpers/memory.ts'
import { repository, type TestRepository } from '../helpers/repository.ts'
import { fixtureText } from './fixture.ts'
import { told } from './mistake.ts'

const APP = { 'environments/dev/services/a.yaml': 'port: 1\n' }

/** Commits a submodule that is not checked out: its folder is empty. */
function addSubmodule(repo: TestRepository, path: string): void {
  const commit = repo.commit()
  repo.git('update-index', '--add', '--cacheinfo', `160000,${commit},${path}`)
  repo.git('commit', '-q', '-m', 'a submodule')
  mkdirSync(join(repo.root, path), { recursive: true })
}

/** What `cairn check` says of a real repository, a line for each finding. */
async function check(root: string, ...args: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await cairn(['check', ...args], { directory: root })
  expect(stderr).toBe('')
  return stdout.split('\n').filter((line) => /^\S+ (?:error|warning|note) /.test(line)).map((line) => line.split(' ').slice(0, 3).join(' '))
}

test('a submodule where layers may lie, in the working tree and in a commit', async () => {
  const repo = repository(APP)
  addSubmodule(repo, 'environments/dev/jobs')
  const expected = ['environments/dev/jobs warning discover/submodule']
  expect(await check(repo.root)).toEqual(expected)
  expect(await check(repo.root, '--at', 'HEAD')).toEqual(expected)
})

test('a submodule elsewhere is not told', async () => {
  const repo = repository(APP)
  addSubmodule(repo, 'vendor/library')
  expect(await check(repo.root)).toEqual([])
})

test('rendering leaves out what is encrypted, and what refers to it', async () => {
  const collector = new Collector()
  const { workspace } = await openFiles({
    'environments/dev/services/a.sops.yaml': fixtureText('sops/generated/v3.13.2.k8s.enc.yaml'),
    'environments/dev/services/b.yaml': 'url: http://user:${cairn:services/a#/data/password}@db\nport: 1\n',
  })
  const rendered = render(workspace, { selection: {}, collector })
  const values: unknown[] = []
  for await (const { value } of rendered) values.push(value)
  expect(values).toMatchObject([{ metadata: { name: 'x' }, mydata2: 'z' }, { port: 1 }])
  expect(JSON.stringify(values)).not.toContain('url')
  expect(collector.findings().map(told)).toEqual([
    'environments/dev/services/a.sops.yaml:7:11 warning render/sealed',
    'environments/dev/services/a.sops.yaml:10:15 warning render/sealed',
    'environments/dev/services/a.sops.yaml:12:12 warning render/sealed',
    'environments/dev/services/a.sops.yaml:13:13 warning render/sealed',
    'environments/dev/services/b.yaml:1:6 warning render/sealed',
  ])
})
