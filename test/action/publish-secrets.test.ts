import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inert } from '../../src/report/inert.ts'
import { expectHarmlessMarkdown } from '../helpers/gfm.ts'
import { HOSTILE } from '../report/findings.ts'
import { builtAction } from './built.ts'
import { PUBLISHING, publishWorld, temporaryFolder, TOKEN, watched, type PublishWorld } from './publish-world.ts'
import type { Ran } from './runner.ts'

const action = builtAction()
const world = (files = PUBLISHING): Promise<PublishWorld> => publishWorld(action(), files)

/** A new SSH key: its private text, as a secret of a repository would hold it, and the line for allowed signers. */
function newKey(passphrase = ''): { readonly text: string; readonly allowed: string } {
  const file = join(temporaryFolder(), 'key')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', '', '-f', file])
  return { text: readFileSync(file, 'utf8'), allowed: `releases@example.com ${readFileSync(`${file}.pub`, 'utf8')}` }
}

/** Every way in which a text may stand somewhere. */
function shapesOf(text: string): string[] {
  const bytes = Buffer.from(text)
  // Three bytes are four characters: what stands at another place in a text has another form.
  const inText = [0, 1, 2].map((at) => Buffer.concat([Buffer.alloc(at), bytes]).toString('base64').slice(4, -4))
  return [text, encodeURIComponent(text), bytes.toString('hex'), ...inText]
}

/** What of a secret may stand nowhere: the token, and each line of a key. */
const partsOf = (secret: string): string[] => secret.split('\n').filter((line) => line.length >= 20 && !line.startsWith('-----'))

function expectNowhere(secrets: readonly string[], places: Readonly<Record<string, string>>): void {
  for (const secret of secrets.flatMap(partsOf)) {
    for (const shape of shapesOf(secret)) {
      for (const [place, text] of Object.entries(places)) if (text.includes(shape)) expect.unreachable(`in ${place}`)
    }
  }
}

/** All files below a folder, as one text. */
function textIn(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1')).join('\n')
}

/** What the runner takes away again: it is told what to mask. */
const withoutMasks = ({ raw }: Ran): string => raw.split('\n').filter((line) => !line.startsWith('::add-mask::')).join('\n')

test('token and signing key are in no output, file, argument or commit, and masked line by line', async () => {
  const at = await world()
  const { workspace, sha } = at.push({})
  const key = newKey()
  const watch = watched()
  const [temporary, runtime] = [temporaryFolder(), temporaryFolder()]
  const env = { ...watch.env, TMPDIR: temporary, XDG_RUNTIME_DIR: runtime, ACTIONS_STEP_DEBUG: 'true' }
  const ran = await at.run({ workspace, sha, inputs: { 'sign-key': key.text.replaceAll('\n', '\r\n') }, env })
  expect(ran).toMatchObject({ conclusion: 'success', outputs: { published: 'true' } })
  expect(watch.seen()).toContain('-Y sign')
  expect(watch.seen()).toMatch(/git.* remote-http /)
  expect(watch.rights()).toEqual(['600 700'])
  expectNowhere([TOKEN, key.text], {
    'the log': withoutMasks(ran),
    'the summary': ran.summary,
    'the outputs': JSON.stringify(ran.outputs),
    'arguments': watch.seen(),
    'environments, but for the header': watch.environments().replaceAll(/^GIT_CONFIG_VALUE_\d+=AUTHORIZATION: .*$/gm, ''),
    'the temporary folder of the runner': textIn(ran.temporary),
    'the workspace': textIn(workspace),
    'what was published': at.git('log', '-p', '--all', '--format=%B') + at.published().map((path) => at.read(path)).join(''),
    'what is left behind': textIn(temporary) + textIn(runtime),
  })
  expect(readdirSync(temporary)).toEqual([])
  expect(readdirSync(runtime)).toEqual([])
  for (const part of [TOKEN, ...partsOf(key.text)]) expect(ran.masks).toContain(part)
  // A folder that a reader finds in a log is no secret, and a key's first and last line are none.
  for (const mask of ran.masks) expect(mask).not.toMatch(/^-----/)
})

test('the search above finds what it looks for', () => {
  const found = (text: string): unknown => {
    try {
      expectNowhere([TOKEN], { 'a place': text })
      return undefined
    } catch (error) {
      return error
    }
  }
  for (const text of [TOKEN, Buffer.from(`x-access-token:${TOKEN}`).toString('base64'), Buffer.from(`ab${TOKEN}`).toString('base64')]) {
    expect(found(`before ${text} after`)).toBeDefined()
  }
  expect(found('nothing')).toBeUndefined()
})

describe('sign-key', () => {
  test('signs what is published: ssh-keygen verifies it', async () => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const key = newKey()
    const ran = await at.run({ workspace, sha, inputs: { 'sign-key': key.text } })
    expect(ran.conclusion).toBe('success')
    const { entry, signature } = JSON.parse(at.read('chain.jsonl')) as { entry: object; signature: string }
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'allowed'), key.allowed)
    writeFileSync(join(folder, 'signature'), signature)
    const args = ['-Y', 'verify', '-n', 'cairn-publication', '-I', 'releases@example.com', '-f', join(folder, 'allowed'), '-s', join(folder, 'signature')]
    expect(execFileSync('ssh-keygen', args, { input: JSON.stringify(entry), encoding: 'utf8' })).toContain('Good "cairn-publication" signature')
  })

  test.each([
    ['what is no key', 'hunter2-hunter2-hunter2-hunter2', 'the input sign-key holds no private key'],
    ['a key that is cut off', '', 'the input sign-key holds no private key'],
    ['a key with a passphrase', '', 'ssh-keygen could not sign with'],
  ])('%s is refused, and not shown', async (what, given, said) => {
    const at = await world()
    const { workspace, sha } = at.push({})
    const whole = newKey(what.includes('passphrase') ? 'correct horse' : '').text
    const text = given === '' ? (what.includes('cut') ? whole.slice(0, 200) : whole) : given
    const runtime = temporaryFolder()
    const ran = await at.run({ workspace, sha, inputs: { 'sign-key': text }, env: { XDG_RUNTIME_DIR: runtime } })
    expect(ran).toMatchObject({ exitCode: 2, outputs: { verdict: 'broken', published: 'false' } })
    expect(ran.annotations[0]?.message).toContain(said)
    expectNowhere([text], { 'the log': withoutMasks(ran), 'the outputs': JSON.stringify(ran.outputs), 'what is left': textIn(runtime) })
    expect(readdirSync(runtime)).toEqual([])
    expect(at.published()).toEqual([])
  })
})

test('a run that is cancelled while it signs leaves no key behind', async () => {
  const at = await world()
  const { workspace, sha } = at.push({})
  const [bin, runtime] = [temporaryFolder(), temporaryFolder()]
  // Ends the run as GitHub does, in the middle of it.
  writeFileSync(join(bin, 'ssh-keygen'), '#!/bin/sh\nkill -INT "$PPID"\nexit 1\n')
  chmodSync(join(bin, 'ssh-keygen'), 0o755)
  const env = { PATH: `${bin}:${process.env['PATH'] ?? ''}`, XDG_RUNTIME_DIR: runtime }
  const ran = await at.run({ workspace, sha, inputs: { 'sign-key': newKey().text }, env })
  expect(ran.conclusion).toBe('failure')
  expect(readdirSync(runtime)).toEqual([])
  expect(at.published()).toEqual([])
})

describe('nothing in a repository is a command, where it is published', () => {
  const harmless = (ran: Ran): void => {
    for (const name of ran.commands) expect(['add-mask', 'error', 'warning', 'notice', 'group', 'endgroup', 'debug']).toContain(name)
    for (const mask of ran.masks) expect(mask).toBe(TOKEN)
    const { env, state, path } = ran
    expect({ env, state, path }).toEqual({ env: {}, state: {}, path: [] })
  }

  test('names of documents, environments, targets, branches and actors', async () => {
    const names = ['::error::x', '##[error]x', '##[add-mask]y', '$(id)', 'a b', '<b>', '|', '`x`', '@octocat', '%0Averdict=pass']
    const files = Object.fromEntries(names.flatMap((name) => [
      [`environments/${name}/services/db.yaml`, 'port: 1\n'],
      [`environments/production/services/${name}.yaml`, 'port: 1\n'],
    ]))
    const at = await world({ ...PUBLISHING, ...files })
    const { workspace, sha } = at.push({})
    const out = temporaryFolder()
    const targets = ['branch:deploy', ...names.map((name) => `dir:${out}/${name}`)].join('\n')
    const ran = await at.run({ workspace, sha, inputs: { targets }, env: { GITHUB_ACTOR: '::error::x\n##[error]y' } })
    harmless(ran)
    expect(ran).toMatchObject({ outputs: { verdict: 'pass' } })
    expectHarmlessMarkdown(ran.summary, /^$/)
    expect(inert(ran.summary)).toBe(ran.summary)
    const refused = await at.run({ workspace, sha, inputs: { targets }, env: { GITHUB_REF: 'refs/heads/::error::x' } })
    harmless(refused)
    for (const one of HOSTILE.filter((text) => !text.includes('\0') && text.trim() !== '').slice(0, 8)) {
      harmless(await at.run({ workspace, sha, inputs: { targets: one } }))
    }
  }, 60_000)
})
