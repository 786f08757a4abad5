import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createAge } from '../../src/adapters/age/age.ts'
import { exitCodeOf } from '../../src/cli/secrets/tell.ts'
import { PROBLEM_WORDS } from '../../src/core/sops/problem-words.ts'
import { problem, type SopsProblemKind } from '../../src/core/sops/problem.ts'
import { cairn } from '../helpers/cli.ts'
import { repository, type Files, type TestRepository } from '../helpers/repository.ts'
import { programs } from './process.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/secrets.md'), 'utf8')
const SECTIONS = new Map(PAGE.split(/^## /m).slice(1).map((text) => [text.split('\n')[0] ?? '', text]))
const bob = (await createAge().generate('x25519')).recipient

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Somebody at a shell, with a home of their own, in a repository. */
class Person {
  readonly repo: TestRepository
  readonly #path = `${programs({ 'editor': 'sed -i s/clear/other/ "$1"' })}:${process.env['PATH'] ?? ''}`

  readonly #home: string

  constructor(files: Files = {}) {
    this.repo = repository(files)
    this.#home = join(this.repo.root, '.git', 'home')
    mkdirSync(this.#home)
  }

  run(script: string, input = ''): Ran {
    const who = { NAME: 'Test', EMAIL: 'test@example.invalid' }
    const identity = Object.entries(who).flatMap(([key, value]) => [[`GIT_AUTHOR_${key}`, value], [`GIT_COMMITTER_${key}`, value]])
    const env = { ...Object.fromEntries(identity) as Record<string, string>, PATH: this.#path, HOME: this.#home, EDITOR: 'editor' }
    return spawnSync('sh', ['-ec', script], { cwd: this.repo.root, env, input, encoding: 'utf8' })
  }

  /** Runs a script that has to succeed. */
  ok(script: string, input?: string): string {
    const { status, stdout, stderr } = this.run(script, input)
    expect(status, `${script}\n${stderr}`).toBe(0)
    return stdout
  }

  /** The same for a command of Cairn, without a shell, and within this process. */
  async cairn(command: string, how: { readonly input?: string; readonly variables?: Readonly<Record<string, string>> } = {}): Promise<Ran> {
    const variables = { PATH: this.#path, HOME: this.#home, EDITOR: 'editor', ...how.variables }
    const { code, stdout, stderr } = await cairn(command.split(' '), { directory: this.repo.root, variables, input: how.input ?? '' })
    return { status: code, stdout, stderr }
  }

  async did(command: string, input?: string): Promise<string> {
    const { status, stdout, stderr } = await this.cairn(command, input === undefined ? {} : { input })
    expect(status, `cairn ${command}\n${stderr}`).toBe(0)
    return stdout
  }

  text(path: string): string {
    return readFileSync(join(this.repo.root, path), 'utf8')
  }
}

const blocksOf = (section: string): string[] => Array.from((SECTIONS.get(section) ?? '').matchAll(/^```sh\n([^]*?)^```$/gm), ([, block = '']) => block)

const CLEAR = 'a:\n  b: clear-canary\n  hosts: [one]\npassword: clear\n'

/** Somebody who has a key, a rule, and a file in clear and encrypted. */
async function atWork(): Promise<Person> {
  const person = new Person({ 'f.yaml': CLEAR, 'plain.yaml': CLEAR })
  const recipient = (await person.did('secrets keygen')).trim()
  person.repo.write({ '.sops.yaml': `creation_rules:\n  - age: [${recipient}]\n` })
  await person.did('secrets encrypt f.yaml')
  person.repo.commit()
  return person
}

test('from nothing to an encrypted value, in five commands', async () => {
  const [block = ''] = blocksOf('From nothing to an encrypted value')
  expect(block.trimEnd().split('\n')).toHaveLength(5)
  const person = new Person()
  person.ok(block, 'hunter2-canary\n')
  const file = 'environments/production/services/db.sops.yaml'
  expect(person.text(file)).toMatch(/^password: ENC\[AES256_GCM,/)
  expect(person.repo.git('log', '--all', '-p')).not.toContain('canary')
  expect(await person.did(`secrets get ${file} /password`)).toBe('hunter2-canary\n')
  expect(await person.did('check --open')).toMatch(/no findings/)
  expect((await person.cairn('secrets keygen')).status).not.toBe(0)
  await person.did('secrets keygen --add')
})

describe('every command in a table does what it is there for', () => {
  /** Rows of a table: what is said first, and the commands behind it. */
  const rowsOf = (section: string): (readonly [string, string])[] => {
    const rows = (SECTIONS.get(section) ?? '').split('\n').filter((line) => line.startsWith('| '))
    return rows.flatMap((row) => {
      const [, , last = ''] = row.split(' | ').length > 1 ? ['', ...row.split(' | ')] : []
      const commands = Array.from(last.matchAll(/`([^`]+)`/g), ([, one = '']) => one)
      return commands.filter((one) => /^(?:cairn secrets |(?:get|set|decrypt) )/.test(one)).map((one) => [row.slice(0, 60), one] as const)
    })
  }
  const rows = [...rowsOf('From nothing to an encrypted value'), ...rowsOf('Moving over from sops')]

  test('there are such tables', () => {
    expect(rows.length).toBeGreaterThan(10)
  })
  test.each(rows)('%s … %s', async (_row, command) => {
    const person = await atWork()
    const file = command.startsWith('cairn secrets encrypt') ? 'plain.yaml' : 'f.yaml'
    const written = command.replace(/^cairn secrets /, '').replace(/<file>|\bf\b/, file).replace('…', bob)
    const before = person.text(file)
    const printed = await person.did(`secrets ${written}`, 'clear')
    if (/^(?:decrypt|get)/.test(written)) expect(printed).toContain('clear')
    else if (/^(?:encrypt|edit|set|rotate)/.test(written)) expect(person.text(file)).not.toBe(before)
    else expect(person.text(file)).toBe(before)
    await person.did('secrets verify f.yaml')
  })
})

test('the blocks of commands run as they stand', async () => {
  const person = await atWork()
  for (const section of ['Who can open what', 'Merging']) for (const block of blocksOf(section)) person.ok(block)
  expect(person.text('.gitattributes')).toContain('merge=')
})

test('cairn.yaml as it is shown is read', async () => {
  const [, shown = ''] = /^```yaml\n([^]*?)^```$/m.exec(SECTIONS.get('Who can open what') ?? '') ?? []
  const person = await atWork()
  person.repo.write({ 'cairn.yaml': shown.replace('age1…', bob).replace('age1…', recipientIn(person)) })
  expect((await person.cairn('check')).stdout).not.toContain('config/')
  expect(await person.did('secrets status')).toContain('ci-production (age1')
})

const recipientIn = (person: Person): string => /age: \[(.*)\]/.exec(person.text('.sops.yaml'))?.[1] ?? ''

test('a revocation, as it is told: what was there can still be read, and nothing that comes', async () => {
  const person = await atWork()
  const other = join(person.repo.root, '.git', 'bob.txt')
  const alice = recipientIn(person)
  const recipient = (await person.did(`secrets keygen --output ${other}`)).trim()
  person.repo.write({ '.sops.yaml': `creation_rules:\n  - age: [${alice}, ${recipient}]\n`, 'cairn.yaml': `presence: inherited\nrecipients: {bob: ${recipient}}\n` })
  await person.did('secrets update-recipients')
  person.repo.commit()
  const asBob = (command: string): Promise<Ran> => person.cairn(`secrets ${command}`, { variables: { HOME: '/nonexistent', SOPS_AGE_KEY_FILE: other } })
  expect((await asBob('verify f.yaml')).status).toBe(0)
  person.repo.write({ '.sops.yaml': `creation_rules:\n  - age: [${alice}]\n` })
  expect(await person.did('secrets update-recipients --revoke bob')).toMatch(/change these where they come from[^]*\/a\/b\n[^]*\/password\n/)
  expect((await asBob('verify f.yaml')).status).toBe(3)
  person.repo.write({ 'old.yaml': person.repo.git('show', 'HEAD:f.yaml') })
  expect((await asBob('get old.yaml /password')).stdout).toBe('clear\n')
})

describe('exit codes', () => {
  const rows = Array.from((SECTIONS.get('Exit codes') ?? '').matchAll(/^\| ([0-3]) \| (.*?) \|/gm), ([, code, text = '']) => [Number(code), text] as const)
  const kindsIn = (text: string) => Array.from(text.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g), ([, kind]) => kind as SopsProblemKind)
  test('of every class of problems, once', () => {
    expect(rows.map(([code]) => code)).toEqual([0, 1, 2, 3])
    expect(rows.flatMap(([, text]) => kindsIn(text)).sort()).toEqual(Object.keys(PROBLEM_WORDS).sort())
    for (const [code, text] of rows) for (const kind of kindsIn(text)) expect([kind, exitCodeOf([problem(kind)])]).toEqual([kind, code])
  })
  test.each<[number, string, string]>([
    [0, 'all is right', 'verify f.yaml'],
    [0, 'nothing is to be done', 'update-recipients f.yaml'],
    [1, 'a value was moved', 'verify moved.yaml'],
    [1, 'one of many is not right', 'status f.yaml broken.yaml'],
    [1, 'one of many cannot be read', 'verify f.yaml plain.yaml'],
    [1, 'metadata that SOPS does not read', 'get broken.yaml /password'],
    [2, 'a value that there is not', 'get f.yaml /nothing'],
    [2, 'an option that there is not', 'status --what'],
    [2, 'a file that there is not', 'get nothing.yaml /a'],
    [2, 'a file in clear', 'get plain.yaml /password'],
    [2, 'encrypted already', 'encrypt f.yaml'],
    [2, 'nobody by that name', 'update-recipients --revoke bob'],
    [3, 'somebody else\'s', 'get other.yaml /password'],
    [3, 'no editor', 'edit f.yaml'],
  ])('%i: %s', async (code, _what, command) => {
    const person = await atWork()
    await person.did(`secrets encrypt plain.yaml --recipient ${bob} --output other.yaml`)
    const text = person.text('f.yaml')
    person.repo.write({ 'moved.yaml': text.replace(/^password/m, 'passwort'), 'broken.yaml': text.replace(/ +version: .*\n/, '') })
    expect((await person.cairn(`secrets ${command}`, { variables: { EDITOR: 'false' } })).status).toBe(code)
  })
})

describe('the help of every command', () => {
  const helpOf = async (...names: string[]) => (await cairn([...names, '--help'], { directory: '/' })).stdout
  test('has examples of the command, with options that it has', async () => {
    const all = await helpOf('secrets')
    expect(all).toMatch(/Exit codes[^]*0 {2}done[^]*3 {2}it could not/)
    const names = Array.from(all.matchAll(/^ {2}([a-z][a-z-]+) /gm), ([, one = '']) => one)
    expect(names).toHaveLength(11)
    for (const one of names) {
      const help = await helpOf('secrets', one)
      const examples = (help.split('Examples:')[1] ?? '').trim().split('\n')
      expect(examples.every((example) => example.includes(`cairn secrets ${one}`)), one).toBe(true)
      for (const option of examples.flatMap((example) => example.match(/--[a-z-]+/g) ?? [])) expect(help.split('Examples:')[0]).toContain(option)
    }
  })
})

describe('every command that is named there is one, with its options', () => {
  const spans = new Set(Array.from(PAGE.matchAll(/`(cairn [^`]+)`/g), ([, span = '']) => span))
  test.each([...spans])('%s', async (span) => {
    const words = span.split(' ').slice(1)
    const command = words.slice(0, words[0] === 'secrets' ? 2 : 1).filter((word) => /^[a-z-]+$/.test(word)).join(' ')
    const { stdout } = await cairn([...command.split(' '), '--help'], { directory: '/' })
    expect(stdout).toContain(`cairn ${command}`)
    for (const option of words.filter((word) => /^--[a-z]/.test(word))) expect(stdout).toContain(option)
  })
})
