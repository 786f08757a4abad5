import { execFileSync } from 'node:child_process'
import { cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { EnvironmentManifest, PublicationManifest } from '../../../src/core/publication.ts'
import { PublishedFolder, sha256, World, type Mutable } from './world.ts'

const root = mkdtempSync(join(tmpdir(), 'cairn-test-'))
const temporary = join(root, 'out-temporary')
let world: World
let first: string
beforeAll(async () => {
  mkdirSync(temporary)
  vi.stubEnv('TMPDIR', temporary)
  world = new World({}, root)
  first = world.commit
  await world.publish()
  await world.publishNext()
  await world.publishNext('dir:out', 82)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(root, { recursive: true, force: true })
})

type Root = Mutable<PublicationManifest>
type Environment = Mutable<EnvironmentManifest>

const API = 'production/services/api.yaml'
const ENVIRONMENT = 'production/manifest.json'
const HEX = '0'.repeat(64)

const edit = (path: string, change: (text: string) => string) => (at: PublishedFolder): void => { at.edit(path, change) }
const environment = (change: (manifest: Environment) => void) => (at: PublishedFolder): void => { at.editJson(ENVIRONMENT, change) }
const manifest = (change: (manifest: Root) => void) => (at: PublishedFolder): void => { at.editJson('manifest.json', change) }
/** The same with all digests made right. */
const forged = (change: (at: PublishedFolder) => void) => (at: PublishedFolder): void => { change(at); at.forge() }
const entry = (change: Parameters<PublishedFolder['editLast']>[0]) => (at: PublishedFolder): void => { at.editLast(change) }

/** What is done to a publication, and all that is found. */
const TAMPERINGS: Readonly<Record<string, readonly [tamper: (at: PublishedFolder) => void, told: readonly string[]]>> = {
  // files
  'a file changed': [edit(API, (text) => text.replace('82', '83')), [`${API}:1:8 verify/changed-file`]],
  'a file with bytes added': [edit(API, (text) => `${text}x: 1\n`), [`${API}:2:1 verify/changed-file`]],
  'a file emptied': [edit(API, () => ''), [`${API}:1:1 verify/changed-file`]],
  'a file removed': [(at) => { at.remove(API) }, [`${API} verify/missing-file`]],
  'all files of an environment removed': [(at) => { at.remove('staging') }, ['staging/manifest.json verify/missing-file', 'staging/services/api.yaml verify/not-reproduced', 'staging/services/db.yaml verify/not-reproduced']],
  'a file added to an environment': [(at) => { at.write('production/services/x.yaml', 'x: 1\n') }, ['production/services/x.yaml verify/extra-file']],
  'a file added at the root': [(at) => { at.write('README.md', 'hello') }, ['README.md verify/extra-file']],
  'a file named as the one of GitOps Promoter': [(at) => { at.write('hydrator.metadata', '{}') }, ['hydrator.metadata verify/extra-file']],
  'a file in a folder of its own': [(at) => { mkdirSync(at.at('other')); at.write('other/manifest.json', '{}') }, ['other/manifest.json verify/extra-file']],
  'two files exchanged': [(at) => {
    const one = at.text(API)
    at.write(API, at.text('staging/services/api.yaml'))
    at.write('staging/services/api.yaml', one)
  }, [`${API}:1:8 verify/changed-file`, 'staging/services/api.yaml:1:8 verify/changed-file']],
  'ciphertext changed': [edit('production/secrets/environments/production/services/mail.sops.yaml', (text) => text.replace('XA==', 'XB==')), ['production/secrets/environments/production/services/mail.sops.yaml:2:32 verify/changed-file']],
  'sealed.json changed': [edit('production/sealed.json', (text) => text.replace('"/password"', '"/port"')), ['production/sealed.json:6:21 verify/changed-file']],
  // what is no file
  'a link in place of a file': [(at) => { at.write('../../aside', at.text(API)); unlinkSync(at.at(API)); symlinkSync('../../../../aside', at.at(API)) }, [`${API} verify/not-a-file`]],
  'a link in place of the folder': [(at) => { renameSync(at.at('staging'), at.at('../../elsewhere')); symlinkSync('../../elsewhere', at.at('staging')) }, [
    'staging verify/not-a-file', 'staging/manifest.json verify/missing-file', 'staging/services/api.yaml verify/not-reproduced', 'staging/services/db.yaml verify/not-reproduced',
  ]],
  'a link added': [(at) => { symlinkSync('/etc/passwd', at.at('production/passwd')) }, ['production/passwd verify/not-a-file']],
  'a pipe added': [(at) => { execFileSync('mkfifo', [at.at('production/pipe')]) }, ['production/pipe verify/not-a-file']],
  'a folder in place of a file': [(at) => { at.remove(API); mkdirSync(at.at(API)) }, [`${API} verify/missing-file`]],
  // names
  'a backslash in a name': [(at) => { at.write('production\\manifest.json', '{}') }, ['production\\manifest.json verify/bad-path']],
  'a control character in a name': [(at) => { at.write('production/a\u001bb', '') }, ['production/a\u001bb verify/bad-path']],
  'a .git folder': [(at) => { mkdirSync(at.at('production/.git/hooks'), { recursive: true }); at.write('production/.git/hooks/post-checkout', '') }, ['production/.git/hooks/post-checkout verify/bad-path']],
  'a .GIT folder': [(at) => { mkdirSync(at.at('.GIT')); at.write('.GIT/config', '') }, ['.GIT/config verify/bad-path']],
  'a name that differs in case alone': [(at) => { at.write('production/services/Api.yaml', 'port: 1\n') }, ['production/services/Api.yaml verify/extra-file', `${API} verify/bad-path`]],
  // manifests
  'a manifest that is none': [edit('manifest.json', () => '{}'), ['manifest.json verify/bad-manifest']],
  'a manifest of a version to come': [manifest((one) => { Object.assign(one, { version: 2 }) }), ['manifest.json verify/bad-manifest']],
  'a manifest with one key more': [manifest((one) => { Object.assign(one, { more: 1 }) }), ['manifest.json verify/bad-manifest']],
  'a manifest with prototype keys': [edit('manifest.json', (text) => text.replace('{', '{"__proto__": {"version": 1},')), ['manifest.json verify/bad-manifest']],
  'a manifest as deep as a stack': [edit('manifest.json', () => `${'['.repeat(200_000)}${']'.repeat(200_000)}`), ['manifest.json verify/bad-manifest']],
  'a huge manifest': [(at) => { at.write('manifest.json', Buffer.alloc(50_000_001, 32)) }, ['manifest.json verify/bad-manifest']],
  'no manifest': [(at) => { at.remove('manifest.json') }, ['manifest.json verify/no-publication']],
  'the commit in the manifest changed': [(at) => { manifest((one) => { one.source.commit = first })(at) }, ['chain.jsonl:3:1 verify/broken-chain', `${API}:1:8 verify/not-reproduced`]],
  'the manifest reformatted': [edit('manifest.json', (text) => `${JSON.stringify(JSON.parse(text))}\n`), ['chain.jsonl:3:1 verify/broken-chain', 'manifest.json:1:2 verify/not-reproduced']],
  'the digest of an artifact changed': [environment((one) => { Object.assign(one.artifacts[0] as object, { sha256: HEX }) }), [`${ENVIRONMENT}:15:18 verify/changed-file`]],
  'an environment\'s manifest removed': [(at) => { at.remove(ENVIRONMENT) }, [`${ENVIRONMENT} verify/missing-file`]],
  'manifests that list a file twice': [forged(environment((one) => { one.artifacts.push(one.artifacts[0] as never) })), [`${ENVIRONMENT} verify/bad-manifest`]],
  'manifests that list what is outside': [(at) => {
    environment((one) => { Object.assign(one.artifacts[0] as object, { path: '../../../../secret' }) })(at)
    manifest((one) => { (one.environments[0] as Root['environments'][0]).manifest.sha256 = sha256(at.text(ENVIRONMENT)) })(at)
    manifest((one) => { (one.environments[0] as Root['environments'][0]).manifest.size = at.text(ENVIRONMENT).length })(at)
    at.editLast((last) => { last.manifest = sha256(at.text('manifest.json')) })
  }, [`${ENVIRONMENT} verify/bad-manifest`]],
  'an environment listed twice': [manifest((one) => { one.environments.push(one.environments[0] as never) }), ['chain.jsonl:3:1 verify/broken-chain', 'manifest.json verify/bad-manifest']],
  'an environment in the place of another': [forged((at) => {
    at.remove('staging')
    cpSync(at.at('production'), at.at('staging'), { recursive: true })
  }), [
    'staging/manifest.json verify/bad-manifest', 'staging/sealed.json verify/not-reproduced',
    'staging/secrets/environments/production/services/mail.sops.yaml verify/not-reproduced',
    'staging/services/api.yaml:1:8 verify/not-reproduced', 'staging/services/mail.yaml verify/not-reproduced',
  ]],
  'an environment of no commit': [(at) => {
    renameSync(at.at('staging'), at.at('constructor'))
    at.editJson<Environment>('constructor/manifest.json', (one) => { one.environment = 'constructor' })
    manifest((one) => { (one.environments[1] as Root['environments'][0]).name = 'constructor' })(at)
    at.forge()
  }, ['manifest.json verify/not-reproduced']],
  // what belongs to the run
  'no chain': [(at) => { at.remove('chain.jsonl') }, ['chain.jsonl verify/broken-chain']],
  'an empty chain': [edit('chain.jsonl', () => ''), ['chain.jsonl:1:1 verify/broken-chain']],
  'the chain cut in a line': [edit('chain.jsonl', (text) => text.slice(0, -20)), ['chain.jsonl:3:1 verify/broken-chain']],
  'the last line of the chain removed': [(at) => { at.writeLines(at.lines().slice(0, 2)) }, ['chain.jsonl:2:1 verify/broken-chain']],
  'the first line of the chain removed': [(at) => { at.writeLines(at.lines().slice(1)) }, ['chain.jsonl:1:1 verify/broken-chain']],
  'a line of the chain removed': [(at) => { at.writeLines(at.lines().filter((_, i) => i !== 1)) }, ['chain.jsonl:2:1 verify/broken-chain']],
  'a line removed, and those behind it numbered anew': [(at) => {
    at.writeLines(at.lines().filter((_, i) => i !== 1))
    at.editLast((last) => { last.sequence = 2 })
  }, ['chain.jsonl:2:1 verify/broken-chain']],
  'lines of the chain exchanged': [(at) => { const [a, b, c] = at.lines(); at.writeLines([b, a, c] as object[]) }, ['chain.jsonl:1:1 verify/broken-chain']],
  'a line of the chain twice': [(at) => { at.writeLines([...at.lines(), ...at.lines().slice(-1)]) }, ['chain.jsonl:4:1 verify/broken-chain']],
  'an old entry changed': [(at) => { const lines = at.lines(); (lines[0] as (typeof lines)[0]).entry.actor = 'mallory'; at.writeLines(lines) }, ['chain.jsonl:2:1 verify/broken-chain']],
  'the actor changed': [entry((last) => { last.actor = 'mallory' }), ['chain.jsonl:3:1 verify/broken-chain']],
  'the time changed': [entry((last) => { last.time = '2020-01-01T00:00:00Z' }), ['chain.jsonl:3:1 verify/broken-chain']],
  'the commit of an entry changed': [entry((last) => { last.commit = last.newest = first }), ['chain.jsonl:3:1 verify/broken-chain']],
  'the newest commit changed': [entry((last) => { last.newest = first }), ['chain.jsonl:3:1 verify/broken-chain']],
  'a way back made up': [entry((last) => { last.rollback = first }), ['chain.jsonl:3:1 verify/broken-chain']],
  'an entry spelled otherwise': [edit('chain.jsonl', (text) => text.replace('"version":1', '"version": 1')), ['chain.jsonl:1:1 verify/broken-chain']],
  'a chain as deep as a stack': [edit('chain.jsonl', (text) => text.replace('{', `{"entry":${'['.repeat(200_000)}`)), ['chain.jsonl:1:1 verify/broken-chain']],
  'the statement changed': [edit('provenance.json', (text) => text.replace('urn:cairn:local', 'urn:cairn:other')), ['provenance.json verify/changed-file']],
  'the statement removed': [(at) => { at.remove('provenance.json') }, ['provenance.json verify/missing-file']],
  'the statement of other files': [(at) => {
    edit('provenance.json', (text) => text.replace('production/services/api.yaml', 'production/services/apj.yaml'))(at)
    at.editLast((last) => { last.statement = sha256(at.text('provenance.json')) })
  }, ['provenance.json verify/bad-statement']],
  'a statement that is none': [(at) => {
    at.write('provenance.json', `{"_type":{"toString":1},"subject":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)
    at.editLast((last) => { last.statement = sha256(at.text('provenance.json')) })
  }, ['provenance.json verify/bad-statement']],
  // all digests right, and not what the commit gives
  'a value changed, and every digest': [forged(edit(API, (text) => text.replace('82', '83'))), [`${API}:1:8 verify/not-reproduced`]],
  'a file added, and every digest': [forged((at) => {
    at.write('production/services/x.yaml', 'x: 1\n')
    at.editJson<Environment>(ENVIRONMENT, ({ artifacts }) => { artifacts.push({ ...artifacts[0] as Environment['artifacts'][0], path: 'services/x.yaml' }) })
  }), ['production/services/x.yaml verify/not-reproduced']],
  'a file removed, and every digest': [forged((at) => {
    at.remove(API)
    at.editJson<Environment>(ENVIRONMENT, (one) => { one.artifacts.shift() })
  }), [`${API} verify/not-reproduced`]],
  'the layers of an artifact, and every digest': [forged(environment((one) => { Object.assign(one.artifacts[0]?.layers[0] as object, { path: 'environments/base/services/api.yaml' }) })), [`${ENVIRONMENT}:20:33 verify/not-reproduced`]],
  'inputs made up, and every digest': [forged(manifest((one) => { one.inputs.push({ path: 'cairn.yaml', sha256: HEX }) })), ['manifest.json:12:14 verify/not-reproduced']],
  'a variable made up, and every digest': [forged(environment((one) => { Object.assign(one.variables, { PORT: '1' }) })), [`${ENVIRONMENT}:68:17 verify/not-reproduced`]],
  'another commit with another result, and every digest': [forged(manifest((one) => { one.source.commit = first })), [`${API}:1:8 verify/not-reproduced`]],
  'a commit that nobody knows, and every digest': [forged(manifest((one) => { one.source.commit = '1'.repeat(40) })), ['manifest.json verify/unknown-commit']],
  'another folder of the commit, and every digest': [forged(manifest((one) => { one.source.prefix = 'test/' })), ['manifest.json verify/other-folder']],
  'a folder above the repository, and every digest': [forged(manifest((one) => { one.source.prefix = '../../' })), ['manifest.json verify/other-folder']],
}

describe('a publication that was tampered with is refused', () => {
  const cases = Object.entries(TAMPERINGS).map(([title, [tamper, told]]) => [title, tamper, told] as const)
  let number = 0

  test.each(cases)('%s', async (_title, tamper, told) => {
    number++
    cpSync(join(root, 'out'), join(root, `out-${number}`), { recursive: true, verbatimSymlinks: true })
    const at = new PublishedFolder(join(root, `out-${number}`, 'current'))
    tamper(at)
    const before = snapshotOf(join(root, `out-${number}`))
    const ran = await world.verified(`dir:out-${number}`)
    expect(ran.told).toEqual(told)
    expect([ran.code, ran.proofs]).toEqual([1, ['refused']])
    expect(snapshotOf(join(root, `out-${number}`))).toEqual(before)
    expect(readdirSync(temporary)).toEqual([])
    const { stdout, stderr } = await world.verify(`dir:out-${number}`)
    expect(stderr).toBe('')
    expect(stdout.trimEnd().split('\n')).toHaveLength(told.length + 1)
    // eslint-disable-next-line no-control-regex -- what steers a terminal
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })
})

test('a hard link is a file like any other', async () => {
  cpSync(join(root, 'out'), join(root, 'out-linked'), { recursive: true, verbatimSymlinks: true })
  const at = new PublishedFolder(join(root, 'out-linked', 'current'))
  renameSync(at.at(API), join(root, 'out-linked', 'aside'))
  linkSync(join(root, 'out-linked', 'aside'), at.at(API))
  expect((await world.verified('dir:out-linked')).proofs).toEqual(['verified'])
})

test('the world before the tampering is verified, so that each case fails for what it does', async () => {
  const { code, told, proofs } = await world.verified('dir:out')
  expect([code, told, proofs]).toEqual([0, [], ['verified']])
  const plain = new PublishedFolder(join(root, 'out-plain', 'current'))
  cpSync(join(root, 'out'), join(root, 'out-plain'), { recursive: true, verbatimSymlinks: true })
  plain.forge()
  expect((await world.verified('dir:out-plain')).told).toEqual([])
})

test('a manifest that lists a hundred thousand files that are not there is told in a thousand lines', async () => {
  cpSync(join(root, 'out'), join(root, 'out-many'), { recursive: true, verbatimSymlinks: true })
  const at = new PublishedFolder(join(root, 'out-many', 'current'))
  at.editJson<Environment>(ENVIRONMENT, ({ artifacts }) => {
    const [one] = artifacts
    for (let i = 0; i < 100_000; i++) artifacts.push({ ...one as Environment['artifacts'][0], path: `services/${i}.yaml` })
  })
  at.editJson<Root>('manifest.json', (root) => {
    const bytes = readFileSync(at.at(ENVIRONMENT))
    Object.assign((root.environments[0] as Root['environments'][0]).manifest, { size: bytes.length, sha256: sha256(bytes) })
  })
  at.editLast((last) => { last.manifest = sha256(at.text('manifest.json')) })
  const { told, messages } = await world.verified('dir:out-many')
  expect(told.filter((one) => one.endsWith('verify/missing-file'))).toHaveLength(1000)
  expect(messages).toContain('more than 999 of these: the rest is not told')
})

const snapshotOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return entry.isFile() ? `${path} ${sha256(readFileSync(path))}` : path
  }).sort()

