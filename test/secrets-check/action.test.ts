import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtAction } from '../action/built.ts'
import { checkout, CONFIG, pullRequest, pullRequestPayload } from '../action/checkouts.ts'
import { runStep, type Ran } from '../action/runner.ts'
import { KEY, sealed } from './world.ts'

const action = builtAction()
const AGE_KEY = KEY.identity.reveal()
const PASSWORD = 'correct horse battery staple'
const CERTIFICATE = ['-----BEGIN TEST-----', 'bGluZSBvbmU1234', 'short', '-----END TEST-----']
const DB = 'environments/production/services/db.sops.yaml'
const BEFORE = { ...CONFIG, 'schemas/services.yaml': 'properties: {password: {maxLength: 20}}\n' }

async function ranWith(key: string, files: Readonly<Record<string, string>>): Promise<Ran> {
  const pull = pullRequest(files, BEFORE)
  const workspace = checkout(pull.origin, 'refs/pull/7/merge', 2)
  const payload = pullRequestPayload(pull, key === '' ? 'fork' : 'branch')
  return runStep({ action: action(), workspace, event: 'pull_request', sha: pull.merge, payload, inputs: { 'age-key': key, 'sarif': 'out/cairn.sarif', 'junit': 'out/cairn.xml' } })
}

/** What is left behind: outputs, variables, state, summary, and every file of the runner's own folder. */
function leftBehind({ outputs, env, state, summary, temporary }: Ran): string {
  const files = readdirSync(temporary, { recursive: true, encoding: 'utf8' }).map((path) => join(temporary, path)).filter((path) => statSync(path).isFile())
  return JSON.stringify([outputs, env, state, summary]) + files.map((path) => readFileSync(path, 'utf8')).join('')
}

const text = sealed(`password: ${PASSWORD}\ncertificate: |\n${CERTIFICATE.map((line) => `  ${line}\n`).join('')}`)

describe('the input age-key', () => {
  test('opens files, masks what is opened before anything else, and shows none of it', async () => {
    const ran = await ranWith(`# a comment\n${AGE_KEY}\n`, { [DB]: text })
    expect(ran.annotations.map(({ properties }) => properties['title'])).toContain('validate/length')
    expect(ran.masks).toEqual(expect.arrayContaining([AGE_KEY, PASSWORD, ...CERTIFICATE.filter((line) => line.length >= 8)]))
    expect(ran.masks).not.toContain('short')
    const last = ran.commands.lastIndexOf('add-mask')
    expect(ran.commands.slice(0, last + 1)).toEqual(Array.from({ length: last + 1 }, () => 'add-mask'))
    expect(ran.raw.split('\n').slice(0, last + 1).every((line) => line.startsWith('::add-mask::'))).toBe(true)
    for (const secret of [AGE_KEY, PASSWORD, 'bGluZSBvbmU1234']) {
      expect(ran.log.join('\n')).not.toContain(secret)
      expect(JSON.stringify(ran.annotations)).not.toContain(secret)
      expect(leftBehind(ran)).not.toContain(secret)
    }
  })

  test('left empty, as on a fork, nothing is opened, and the log says what a key would add', async () => {
    const ran = await ranWith('', { [DB]: text })
    expect(ran.masks).toEqual([])
    expect(ran.annotations.map(({ properties }) => properties['title'])).not.toContain('validate/length')
    expect(ran.log.join('\n')).toContain('not checked: the values of 1 encrypted file')
  })

  test('without a key in it fails the step, and does not quote it', async () => {
    const ran = await ranWith(`${AGE_KEY.slice(0, -1)}x`, { [DB]: text })
    expect(ran).toMatchObject({ conclusion: 'failure', exitCode: 2 })
    expect(ran.annotations[0]?.message).toContain('the input age-key holds no key of age')
    expect(ran.log.join('\n') + JSON.stringify(ran.annotations) + leftBehind(ran)).not.toContain(AGE_KEY.slice(0, 40))
  })

  test('asks a schema nothing that the pull request changes', async () => {
    const ran = await ranWith(AGE_KEY, { [DB]: text, 'schemas/services.yaml': 'properties: {password: {pattern: ^d}}\n' })
    expect(ran.annotations.map(({ properties }) => properties['title'])).not.toContain('validate/pattern')
    expect(ran.log.join('\n')).toContain('not checked: what the schemas of services ask of secrets')
  })

  test('tells tampering', async () => {
    const ran = await ranWith(AGE_KEY, { [DB]: text.replace('\npassword:', '\ntoken:').replace(/^password:/, 'token:') })
    expect(ran.annotations.map(({ properties }) => properties['title'])).toContain('secret/forged-value')
  })
})
