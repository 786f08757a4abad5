import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fileHistory } from '../../src/adapters/git/history.ts'
import { cairn } from '../helpers/cli.ts'
import { TestRepository } from '../helpers/repository.ts'
import { alice, as, DB, PLAIN, withSecret, type Secrets } from '../secrets/world.ts'

interface Told {
  readonly rolledBack: readonly string[]
  readonly notChecked: readonly string[]
}

interface Printed {
  readonly dangers: readonly { readonly rule: string; readonly message: string; readonly file: string; readonly line: number }[]
  readonly notChecked: readonly string[]
}

async function review({ root }: Pick<TestRepository, 'root'>, ...range: readonly string[]): Promise<Told> {
  const { stdout } = await cairn(['check', ...range, '--format', 'json'], { directory: root, variables: as(undefined) })
  expect(stdout).not.toContain('canary')
  const report = JSON.parse(stdout) as Printed
  const rolled = report.dangers.filter(({ rule }) => rule === 'danger/secret-rolled-back')
  return {
    rolledBack: rolled.map(({ message, file, line }) => `${file}:${line} ${message}`),
    notChecked: report.notChecked.filter((text) => text.includes('before the base')),
  }
}

/** What stands in a line of the file that starts so. */
const lineOf = ({ repo }: Secrets, start: string): string => textOf(repo).split('\n').find((line) => line.trimStart().startsWith(start)) ?? ''
const textOf = ({ root }: Pick<TestRepository, 'root'>, path = DB): string => readFileSync(join(root, path), 'utf8')

interface Replaced {
  readonly secrets: Secrets
  /** The file at first. */
  readonly text: string
  readonly first: string
  readonly second: string
}

/** Two commits, of which the second one has another password. */
async function replaced(): Promise<Replaced> {
  const secrets = await withSecret()
  const text = textOf(secrets.repo)
  const first = secrets.repo.commit('first')
  await secrets.ok(['set', DB, '/password'], { key: alice, input: 'second-canary' })
  return { secrets, text, first, second: secrets.repo.commit('second') }
}

const stateOf = (repo: TestRepository, commit: string): string =>
  `commit ${commit.slice(0, 12)} of ${new Date(Number(repo.git('show', '-s', '--format=%ct', commit)) * 1000).toISOString().slice(0, 10)}`

describe('what was replaced and is back', () => {
  test('a whole file, with the commit that had it', async () => {
    const { secrets: { repo }, text, first, second } = await replaced()
    repo.write({ [DB]: text })
    repo.commit('back')
    const line = text.split('\n').findIndex((one) => one.includes('lastmodified')) + 1
    expect(await review(repo, `${second}..HEAD`)).toEqual({
      rolledBack: [`${DB}:${line} this file is that of ${stateOf(repo, first)} again: what was replaced since is back`], notChecked: [],
    })
  })
  test('one value, though its file is younger than the base', async () => {
    const { secrets, text, first, second } = await replaced()
    const old = text.split('\n').find((line) => line.startsWith('password:')) ?? ''
    await secrets.ok(['set', DB, '/user'], { key: alice, input: 'root-canary' })
    secrets.repo.write({ [DB]: textOf(secrets.repo).replace(lineOf(secrets, 'password:'), old) })
    secrets.repo.commit('a value')
    expect((await review(secrets.repo, second, 'HEAD')).rolledBack).toEqual([`${DB}:3 this value is that of ${stateOf(secrets.repo, first)}, which was replaced since`])
  })
  test('a file that was removed', async () => {
    const { secrets: { repo }, text, first } = await replaced()
    repo.remove(DB)
    const base = repo.commit('gone')
    repo.write({ [DB]: text })
    expect((await review(repo, base)).rolledBack).toEqual([expect.stringContaining(`this file was removed, and is back as ${stateOf(repo, first)} had it`)])
  })
  test('a state that only a merge had', async () => {
    const { secrets: { repo }, text, second } = await replaced()
    repo.git('checkout', '-q', '-b', 'side', `${second}^`)
    repo.write({ 'README.md': '#\n' })
    repo.commit('side')
    repo.git('checkout', '-q', 'main')
    repo.git('merge', '-q', '--no-commit', 'side')
    const merged = text.replace(/^ {4}mac: (.{60})/m, (line) => `${line.slice(0, -2)}Zz`)
    repo.write({ [DB]: merged })
    const merge = repo.commit('merge')
    repo.write({ [DB]: textOf(repo).replace('user:', 'name:').replace(/mac: .*/, 'mac: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:GKt7xGN/VlrHiQZg4cxYkg==,type:str]') })
    const base = repo.commit('third')
    repo.write({ [DB]: merged })
    expect((await review(repo, base)).rolledBack[0]).toContain(`that of ${stateOf(repo, merge)} again`)
  })
  test('is not told of a value that is new, and of a file that is given to others', async () => {
    const { secrets, second } = await replaced()
    await secrets.ok(['set', DB, '/password'], { key: alice, input: 'third-canary' })
    expect(await review(secrets.repo, second)).toEqual({ rolledBack: [], notChecked: [] })
    await secrets.ok(['rotate', DB], { key: alice })
    expect((await review(secrets.repo, second)).rolledBack).toEqual([])
  })
  test('in a folder of the repository', async () => {
    const secrets = await withSecret({ [`config/${DB}`]: PLAIN, 'config/cairn.yaml': 'presence: inherited\n', '.sops.yaml': `creation_rules: [{age: [${alice.recipient}]}]\n` })
    await secrets.ok(['encrypt', `config/${DB}`])
    const { repo } = secrets
    const text = textOf(repo, `config/${DB}`)
    const first = repo.commit('first')
    await secrets.ok(['set', `config/${DB}`, '/password'], { key: alice, input: 'second-canary' })
    const base = repo.commit('second')
    repo.write({ [`config/${DB}`]: text })
    const { rolledBack } = await review({ root: join(repo.root, 'config') }, base)
    expect(rolledBack).toEqual([expect.stringContaining(`${stateOf(repo, first)} again`)])
    expect(rolledBack[0]).toMatch(/^environments\//)
  })
})

describe('a clone without its history', () => {
  function shallow({ root }: TestRepository): TestRepository {
    const clone = mkdtempSync(join(tmpdir(), 'cairn-shallow-'))
    onTestFinished(() => rmSync(clone, { recursive: true, force: true }))
    const copy = new TestRepository(clone)
    copy.git('clone', '-q', '--depth', '2', `file://${root}`, '.')
    return copy
  }

  test('says so, and tells by the time of a file alone', async () => {
    const { secrets: { repo }, text } = await replaced()
    repo.write({ [DB]: textOf(repo).replace(/lastmodified: .*/, 'lastmodified: "2037-01-01T00:00:00Z"') })
    repo.commit('third')
    repo.write({ [DB]: text })
    repo.commit('back')
    expect(await review(shallow(repo), 'HEAD^', 'HEAD')).toEqual({
      rolledBack: [expect.stringMatching(/this file goes back from 2037-01-01T00:00:00Z to .*Z: what was replaced in between is back$/)],
      notChecked: [expect.stringContaining('this clone does not have all of the history')],
    })
  })
  test('says nothing where no encrypted file changes', async () => {
    const { secrets: { repo } } = await replaced()
    repo.write({ 'environments/production/services/a.yaml': 'port: 1\n' })
    repo.commit('third')
    expect(await review(shallow(repo), 'HEAD^', 'HEAD')).toEqual({ rolledBack: [], notChecked: [] })
  })
})

test('a clone that has no trees is not asked: it would fetch those of every commit', async () => {
  const { secrets: { repo }, second } = await replaced()
  expect(fileHistory(repo.root, second, [DB]).states.get(DB)).toHaveLength(2)
  repo.git('config', 'remote.origin.partialclonefilter', 'tree:0')
  expect(fileHistory(repo.root, second, [DB])).toMatchObject({ isWhole: false, states: new Map() })
})
