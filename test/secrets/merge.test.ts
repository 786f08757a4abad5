import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Identity } from '../../src/adapters/age/identity.ts'
import { runMergeDriver } from '../../src/cli/secrets/merge.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { runTool } from '../sops/binaries.ts'
import { programs, runAs, type Ended } from './process.ts'
import { alice, bob, carol, DB, PLAIN, rules, withPgp, withSecret, type Secrets } from './world.ts'

const textOf = ({ repo }: Secrets) => readFileSync(join(repo.root, DB), 'utf8')

/** Two branches that did something to one file. */
async function branches(
  files: Readonly<Record<string, string>>,
  ours: (secrets: Secrets) => Promise<unknown>,
  theirs: (secrets: Secrets) => Promise<unknown>,
): Promise<Secrets> {
  const secrets = await withSecret(files)
  await secrets.ok(['merge', '--install'])
  secrets.repo.commit('base')
  secrets.repo.git('checkout', '-q', '-b', 'theirs')
  await theirs(secrets)
  secrets.repo.commit('theirs')
  secrets.repo.git('checkout', '-q', 'main')
  await ours(secrets)
  secrets.repo.commit('ours')
  return secrets
}

const set = (pointer: string, value: string) => (secrets: Secrets) => secrets.ok(['set', DB, pointer], { key: alice, input: value })
const mergeAs = (key: Identity | undefined, { repo }: Secrets): Promise<Ended> =>
  runAs(key, ['git', 'merge', '-m', 'merge', 'theirs'], { directory: repo.root, path: programs() })
const lineOf = (text: string, key: string) => text.split('\n').find((line) => line.trim().startsWith(`${key}:`))

describe('git merge of two branches that change different secrets of one file', () => {
  test('succeeds with a key, and keeps the ciphertext of what nobody changed', async () => {
    const secrets = await branches({}, set('/password', 'ours-canary'), set('/nested/token', 'theirs-canary'))
    const before = textOf(secrets)
    const merged = await mergeAs(alice, secrets)
    expect(merged.code, merged.stderr).toBe(0)
    for (const key of ['user', 'port', 'password']) expect(lineOf(textOf(secrets), key)).toBe(lineOf(before, key))
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('ours-canary\n')
    expect(await secrets.ok(['get', DB, '/nested/token'], { key: alice })).toBe('theirs-canary\n')
    await secrets.ok(['verify'], { key: alice })
    for (const version of ['3.13.3', '3.9.4']) {
      const sops = toolOf(`sops-${version}`)
      if (sops === undefined) continue
      const clear = await runTool(sops, ['decrypt', join(secrets.repo.root, DB)], { SOPS_AGE_KEY: alice.reveal() })
      expect(clear.toString()).toContain('theirs-canary')
    }
  })
  test.skipIf(toolOf('sops-3.13.3') === undefined)(`files of the real sops merge${unlessThere('sops-3.13.3')}`, async () => {
    const sops = toolOf('sops-3.13.3') ?? ''
    const byHand = (key: string, value: string) => ({ repo }: Secrets) =>
      runTool(sops, ['set', join(repo.root, DB), `["${key}"]`, JSON.stringify(value)], { SOPS_AGE_KEY: alice.reveal() })
    const secrets = await branches({}, byHand('password', 'ours-canary'), byHand('user', 'theirs-canary'))
    expect(await mergeAs(alice, secrets)).toMatchObject({ code: 0 })
    expect(await secrets.ok(['get', DB, '/user'], { key: alice })).toBe('theirs-canary\n')
  })
  test('added and removed keys are merged', async () => {
    const remove = async (secrets: Secrets) => {
      const { stdout } = await secrets.run(['decrypt', DB], { key: alice })
      secrets.repo.write({ [DB]: stdout.replace(/^port:.*\n/m, '') })
      await secrets.ok(['encrypt', DB])
    }
    const secrets = await branches({}, set('/added', 'new-canary'), remove)
    const merged = await mergeAs(alice, secrets)
    expect(merged.code, merged.stderr).toBe(0)
    expect(await secrets.ok(['get', DB, '/added'], { key: alice })).toBe('new-canary\n')
    expect(await secrets.run(['get', DB, '/port'], { key: alice })).toMatchObject({ code: 2 })
  })
  test('without a key one conflict is left, at lastmodified and mac, and somebody with a key finishes', async () => {
    const later = async (secrets: Secrets) => {
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      await set('/nested/token', 'theirs-canary')(secrets)
    }
    const secrets = await branches({}, set('/password', 'ours-canary'), later)
    const merged = await mergeAs(undefined, secrets)
    expect(merged.code).toBe(1)
    expect(merged.stdout).toContain('CONFLICT')
    expect(merged.stderr).toContain(`cairn secrets merge --finish ${DB}`)
    const marked = textOf(secrets)
    expect(marked.match(/^<{7} ours$/gm)).toHaveLength(1)
    const inside = /^<{7} ours\n([^]*?)^={7}\n([^]*?)^>{7} theirs$/m.exec(marked)
    for (const side of inside?.slice(1) ?? []) expect(side.trim().split('\n').map((line) => line.trim().split(':')[0])).toEqual(['lastmodified', 'mac'])
    expect((await secrets.run(['merge', '--finish', DB])).code).toBe(3)
    await secrets.ok(['merge', '--finish', DB], { key: alice })
    secrets.repo.commit('merge')
    expect(await secrets.ok(['get', DB, '/nested/token'], { key: alice })).toBe('theirs-canary\n')
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('ours-canary\n')
  })
})

describe('what both sides changed', () => {
  test('is a conflict, told by its pointer; one side is chosen', async () => {
    const secrets = await branches({}, set('/password', 'ours-canary'), set('/password', 'theirs-canary'))
    const merged = await mergeAs(alice, secrets)
    expect(merged.code).toBe(1)
    expect(merged.stderr).toContain('  /password\n')
    expect(merged.stderr + merged.stdout).not.toContain('canary')
    expect((await secrets.run(['merge', '--finish', DB], { key: alice })).code).toBe(1)
    await secrets.ok(['merge', '--finish', DB, '--theirs'], { key: alice })
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('theirs-canary\n')
  })
  test('without a key is named too', async () => {
    const secrets = await branches({}, set('/password', 'ours-canary'), set('/password', 'theirs-canary'))
    const merged = await mergeAs(undefined, secrets)
    expect(merged.code).toBe(1)
    expect(merged.stderr).toContain('both sides changed /password')
  })
  test('to the same is none', async () => {
    const secrets = await branches({}, set('/password', 'same-canary'), set('/password', 'same-canary'))
    expect(await mergeAs(alice, secrets)).toMatchObject({ code: 0 })
  })
})

describe('recipients', () => {
  const give = (...recipients: Identity[]) => async (secrets: Secrets) => {
    secrets.repo.write({ '.sops.yaml': rules(...recipients) })
    await secrets.ok(['update-recipients'], { key: alice })
    secrets.repo.write({ '.sops.yaml': rules(alice) })
  }
  test('that one side added are kept', async () => {
    const secrets = await branches({}, set('/password', 'ours-canary'), give(alice, bob))
    const merged = await mergeAs(alice, secrets)
    expect(merged.code, merged.stderr).toBe(0)
    expect(await secrets.ok(['get', DB, '/password'], { key: bob })).toBe('ours-canary\n')
  })
  test('that both sides added are kept', async () => {
    const secrets = await branches({}, give(alice, carol), give(alice, bob))
    const merged = await mergeAs(alice, secrets)
    expect(merged.code, merged.stderr).toBe(0)
    for (const key of [alice, bob, carol]) await secrets.ok(['verify'], { key })
  })
  test('that one side revoked stay out, whatever the other one wrote meanwhile', async () => {
    const secrets = await withSecret({ '.sops.yaml': rules(alice, bob) })
    await secrets.ok(['merge', '--install'])
    secrets.repo.commit()
    secrets.repo.git('checkout', '-q', '-b', 'theirs')
    await secrets.ok(['update-recipients', '--revoke', bob.recipient], { key: alice }).catch(() => undefined)
    secrets.repo.write({ '.sops.yaml': rules(alice) })
    await secrets.ok(['update-recipients', '--revoke', bob.recipient], { key: alice })
    secrets.repo.commit()
    secrets.repo.git('checkout', '-q', 'main')
    await set('/password', 'after-canary')(secrets)
    secrets.repo.commit()
    const merged = await mergeAs(alice, secrets)
    expect(merged.code, merged.stderr).toBe(0)
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('after-canary\n')
    expect((await secrets.run(['verify'], { key: bob })).code).toBe(3)
  })
})

describe('what Cairn cannot change in the text of the other side', () => {
  const change = (to: (text: string) => string) => (secrets: Secrets) => {
    secrets.repo.write({ [DB]: to(textOf(secrets)) })
    return Promise.resolve()
  }
  const both = (...all: ((secrets: Secrets) => Promise<unknown>)[]) => async (secrets: Secrets) => {
    for (const one of all) await one(secrets)
  }
  test.each([['ours', 0], ['theirs', 1]])('a key of PGP that %s added is kept', async (_who, side) => {
    const sides = [both(change(withPgp), set('/password', 'one-canary')), set('/nested/token', 'other-canary')]
    const secrets = await branches({}, sides[side] as typeof sides[0], sides[1 - side] as typeof sides[0])
    const merged = await mergeAs(alice, secrets)
    expect(merged.code, merged.stderr).toBe(0)
    expect(textOf(secrets)).toContain('fp: 85D77543B3D624B6 # ours')
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('one-canary\n')
    expect(await secrets.ok(['get', DB, '/nested/token'], { key: alice })).toBe('other-canary\n')
  })
  test('one that ours took out stays out', async () => {
    const secrets = await withSecret()
    await secrets.ok(['merge', '--install'])
    const text = textOf(secrets)
    secrets.repo.write({ [DB]: withPgp(text) })
    secrets.repo.commit()
    secrets.repo.git('checkout', '-q', '-b', 'theirs')
    await set('/password', 'theirs-canary')(secrets)
    secrets.repo.commit()
    secrets.repo.git('checkout', '-q', 'main')
    secrets.repo.write({ [DB]: text })
    secrets.repo.commit()
    expect(await mergeAs(alice, secrets)).toMatchObject({ code: 0 })
    expect(textOf(secrets)).not.toContain('pgp')
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('theirs-canary\n')
  })
  test('keys that both sides changed are a conflict', async () => {
    const secrets = await branches({}, change(withPgp), change((text) => withPgp(text).replace('85D77543B3D624B6', '0000000000000000')))
    const merged = await mergeAs(alice, secrets)
    expect(merged).toMatchObject({ code: 1, stderr: expect.stringContaining('both sides changed its key groups') as string })
    expect(textOf(secrets)).toContain('<<<<<<<')
  })
  test('a data key that ours made anew is not undone by another selector of theirs', async () => {
    const secrets = await branches({}, both((one) => one.ok(['rotate', DB], { key: alice })), change((text) => text.replace('unencrypted_suffix: _unencrypted', 'unencrypted_suffix: _clear')))
    const old = secrets.repo.git('show', 'theirs:' + DB)
    expect(await mergeAs(alice, secrets)).toMatchObject({ code: 0 })
    expect(textOf(secrets)).toContain('unencrypted_suffix: _clear')
    for (const line of old.match(/^(?:user|password|port): .*/gm) ?? []) expect(textOf(secrets)).not.toContain(line)
    await secrets.ok(['verify'], { key: alice })
  })
})

describe('installation', () => {
  test('writes once, and can be looked at first', async () => {
    const secrets = await withSecret({ 'other.yaml': PLAIN })
    await secrets.ok(['encrypt', 'other.yaml', '--recipient', alice.recipient])
    const planned = await secrets.ok(['merge', '--install', '--dry-run'])
    expect(planned).toContain('.gitattributes: ?*.sops.* merge=cairn-secrets')
    expect(planned).toContain('.gitattributes: /other.yaml merge=cairn-secrets')
    expect(await secrets.ok(['merge', '--install'])).toBe(planned)
    expect(await secrets.ok(['merge', '--install'])).toBe('')
    expect(secrets.repo.git('check-attr', 'merge', DB, '.sops.yaml')).toBe(`${DB}: merge: cairn-secrets\n.sops.yaml: merge: unspecified\n`)
  })
  test('where Git does not find cairn, lines are marked: our side alone would pass for a merge', async () => {
    const secrets = await branches({}, set('/password', 'ours-canary'), set('/nested/token', 'theirs-canary'))
    const merged = await runAs(alice, ['git', 'merge', '-m', 'merge', 'theirs'], { directory: secrets.repo.root, path: '/nonexistent' })
    expect(merged.code, merged.stderr).toBe(1)
    expect(textOf(secrets)).toMatch(/^<{7} ours$[^]*^>{7} theirs$/m)
    await secrets.ok(['merge', '--finish', DB], { key: alice })
    expect(await secrets.ok(['get', DB, '/nested/token'], { key: alice })).toBe('theirs-canary\n')
  })
  test('so are they where a merge breaks off', async () => {
    const secrets = await branches({}, set('/password', 'ours-canary'), set('/password', 'theirs-canary'))
    const files = { base: 'main~1', ours: 'main', theirs: 'theirs' }
    for (const [side, commit] of Object.entries(files)) secrets.repo.write({ [`${side}.tmp`]: secrets.repo.git('show', `${commit}:${DB}`) })
    const broken = { directory: secrets.repo.root, get variables(): never { throw new Error('broken') } } as unknown as Terminal
    await expect(runMergeDriver({ base: 'base.tmp', ours: 'ours.tmp', theirs: 'theirs.tmp', path: DB }, '.', broken)).rejects.toThrow('broken')
    expect(readFileSync(join(secrets.repo.root, 'ours.tmp'), 'utf8')).toMatch(/^<{7} ours$[^]*^>{7} theirs$/m)
  })
  test('a path that looks like an option is none', async () => {
    const path = '-x.sops.yaml'
    const secrets = await withSecret({ [path]: PLAIN })
    await secrets.ok(['encrypt', '--recipient', alice.recipient, '--', path])
    await secrets.ok(['merge', '--install'])
    secrets.repo.commit('base')
    for (const [branch, pointer] of [['theirs', '/user'], ['ours', '/password']] as const) {
      secrets.repo.git('checkout', '-q', '-b', branch, 'main')
      await secrets.ok(['set', '--', path, pointer], { key: alice, input: `${branch}-canary` })
      secrets.repo.commit(branch)
    }
    expect(await mergeAs(alice, secrets)).toMatchObject({ code: 0 })
    expect(await secrets.ok(['get', '--', path, '/user'], { key: alice })).toBe('theirs-canary\n')
  })
  test('files in clear merge by lines as before', async () => {
    const plain = 'environments/production/services/plain.sops.txt'
    const write = (text: string) => async ({ repo }: Secrets) => {
      await Promise.resolve()
      repo.write({ [plain]: text })
    }
    const secrets = await branches({ [plain]: '1\n2\n3\n4\n5\n' }, write('one\n2\n3\n4\n5\n'), write('1\n2\n3\n4\nfive\n'))
    expect(await mergeAs(undefined, secrets)).toMatchObject({ code: 0 })
    expect(readFileSync(join(secrets.repo.root, plain), 'utf8')).toBe('one\n2\n3\n4\nfive\n')
  })
})
