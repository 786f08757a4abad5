import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hostNode } from '../../../scripts/host-node.ts'
import { sha256 } from '../../../src/adapters/digest.ts'
import { toolIdentity } from '../../../src/adapters/tool.ts'
import { commitTree } from '../../../src/adapters/git.ts'
import type { Publication } from '../../../src/core/publication.ts'
import { memory } from '../../helpers/memory.ts'
import { repository, type Files } from '../../helpers/repository.ts'
import { referenceRepository } from '../../reference/repository-files.ts'
import { sealed } from '../../secrets-check/world.ts'
import { contentsOf } from '../targets/sources.ts'
import { publisher, temporaryFolder } from '../targets/world.ts'
import { made, madeOf, manifestOf, type Made } from './made.ts'

const A = 'environments/prod/services/a'
const APP = { [`${A}.yaml`]: 'port: 80\n' }

const publish = publisher()

/** Files and their bytes, as text. */
function bytesOf(publication: Publication | undefined): readonly (readonly [string, string])[] {
  return publication?.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('base64')] as const) ?? []
}

describe('the same commit gives the same bytes', () => {
  const FILES: Files = {
    ...referenceRepository(),
    'environments/production-eu/extra/secret.sops.yaml': sealed('password: x\n'),
  }
  test('twice, and whatever order files are listed in', async () => {
    const first = bytesOf((await made(FILES)).publication)
    expect(first.length).toBeGreaterThan(20)
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(memory(FILES).entries.slice(), { minLength: memory(FILES).entries.length }), async (entries) => {
      expect(bytesOf((await madeOf({ ...memory(FILES), entries })).publication)).toEqual(first)
    }), { numRuns: 4 })
  }, 60_000)
  test('on another Node.js, in another time zone and language, with another umask', async () => {
    const repo = repository(FILES)
    const commit = repo.commit()
    const folder = temporaryFolder()
    const contents = []
    for (const [i, node] of [process.execPath, hostNode()].entries()) {
      const to = join(folder, String(i))
      const variables = i === 0 ? {} : { TZ: 'Asia/Kathmandu', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' }
      await publish({ root: repo.root, commit, to: [`dir:${to}`] }, { node, variables, umask: i === 0 ? '022' : '077' })
      const files = [...contentsOf(join(to, 'current'))].filter(([path]) => path !== 'chain.jsonl' && path !== 'provenance.json')
      contents.push(files.sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]))
    }
    expect(contents[0]?.length).toBeGreaterThan(20)
    expect(contents[1]).toEqual(contents[0])
  }, 60_000)
})

describe('nothing is published', () => {
  const blocked = async (files: Files, rule: string, making = {}): Promise<Made> => {
    const one = await made(files, making)
    expect(one.publication).toBeUndefined()
    expect(one.found.join('\n')).toContain(` error ${rule}: `)
    return one
  }
  test.each([
    ['a file that cannot be read', { ...APP, 'environments/prod/services/b.yaml': 'a: [\n' }, 'parse/syntax'],
    ['a reference that leads nowhere', { ...APP, 'environments/prod/services/b.yaml': 'a: ${cairn:services/c#/x}\n' }, 'link/dangling'],
    ['a value that a schema refuses', { ...APP, 'schemas/services.yaml': 'properties: {port: {type: string}}\n' }, 'validate/type'],
    ['a mistake in cairn.yaml', { ...APP, 'cairn.yaml': 'publish: {targets: [deploy]}\n' }, 'config/bad-value'],
    ['what a format cannot hold', { ...APP, 'cairn.yaml': 'publish: {formats: {services: ini}}\n', [`${A}.yaml`]: 'port: null\n' }, 'render/unrepresentable'],
    ['an encrypted file in clear', { ...APP, 'environments/prod/services/b.sops.yaml': sealed('x: 1\n').replace('x: ', 'y: 1\nx: ') }, 'secret/in-clear'],
    ['a hole', { ...APP, [`${A}.json`]: '{}', 'cairn.yaml': "layout: [{path: 'environments/{environment}/{kind}/{name}.{ext}'}]\n" }, 'discover/duplicate-layer'],
  ])('where there is %s', async (_what, files, rule) => {
    await blocked(files, rule)
  })
  test('an error in an environment that is not asked for does not block', async () => {
    const files = { ...APP, 'environments/dev/services/a.yaml': 'port: ${cairn:services/x#/y}\n' }
    await blocked(files, 'link/dangling')
    expect((await made(files, { environments: ['prod'] })).paths).toContain('prod/services/a.yaml')
  })
  test('of abstract environments, and of none at all', async () => {
    const files = { 'environments/base/environment.yaml': 'abstract: true\n', 'environments/base/services/a.yaml': 'port: 1\n' }
    const both = { ...files, 'environments/prod/environment.yaml': 'inherits: base\n' }
    expect((await made(both)).paths).toEqual(['manifest.json', 'prod/manifest.json', 'prod/services/a.yaml'])
    await expect(made(both, { environments: ['base'] })).rejects.toThrow('base is not published')
    await expect(made(files)).rejects.toThrow('no environment is published')
  })
  test('of environments that `publish` does not list', async () => {
    const files = { ...APP, 'environments/dev/services/a.yaml': 'port: 1\n', 'cairn.yaml': 'publish: {environments: [prod]}\n' }
    expect((await made(files)).paths).toEqual(['manifest.json', 'prod/manifest.json', 'prod/services/a.yaml'])
    await expect(made(files, { environments: ['dev'] })).rejects.toThrow('dev is not published')
  })
})

describe('run variables', () => {
  const config = (more = ''): Files => ({ ...APP, 'cairn.yaml': `variables: {PORT: services/a#/port}\n${more}` })
  test('are refused, since they are not in the commit', async () => {
    const one = await made(config(), { variables: { PORT: '81' } })
    expect(one.found).toEqual(['cairn.yaml:1:19 error publish/unrecorded-variable: PORT is not in the commit, so nobody could verify what is published: unset it, or list it under `publish.record`'])
    expect(one.publication).toBeUndefined()
  })
  test('do not matter where they are not set', async () => {
    expect(manifestOf(await made(config()), 'prod').variables).toEqual({})
  })
  test('are recorded where `publish.record` says so', async () => {
    const one = await made(config('publish: {record: [PORT]}\n'), { variables: { PORT: '81', OTHER: 'x' } })
    expect(manifestOf(one, 'prod').variables).toEqual({ PORT: '81' })
    expect(one.text('prod/services/a.yaml')).toContain('81')
  })
  test('never supply a secret, recorded or not', async () => {
    const files = { ...config('publish: {record: [PORT]}\n'), 'schemas/services.yaml': 'properties: {port: {x-secret: true}}\n' }
    const one = await made(files, { variables: { PORT: 'hunter2' } })
    expect(one.found.join('\n')).toContain('error publish/unrecorded-variable: PORT supplies a secret: it cannot be published')
    expect(one.publication).toBeUndefined()
  })
})

describe('paths', () => {
  /** Documents whose names come from the content of a file. */
  const named = (names: readonly string[]): Files => ({
    'cairn.yaml': "environments: [prod]\nlayout: [{path: all.yaml, at: '/{name}', kind: services}]\n",
    'all.yaml': names.map((name) => `${JSON.stringify(name)}: {port: 1}\n`).join(''),
  })
  test.each([
    ['leads out', ['../../x'], 'environment prod error publish/bad-path: services/../../x cannot be published: services/../../x.yaml is no path below a folder'],
    ['is a folder of Git', ['.git/config'], 'environment prod error publish/bad-path: services/.git/config cannot be published: services/.git/config.yaml is no path below a folder'],
    ['has a backslash', ['a\\b'], 'environment prod error publish/bad-path: services/a\\b cannot be published: services/a\\b.yaml is no path below a folder'],
    ['has an empty folder', ['a//b'], 'environment prod error publish/bad-path: services/a//b cannot be published: services/a//b.yaml is no path below a folder'],
    ['is longer than file systems allow', ['x'.repeat(300)], 'file systems have no names of more than 255 bytes'],
    ['differs in case alone', ['Api', 'api'], 'environment prod error publish/taken-path: services/api and services/Api would both be services/api.yaml (not all file systems tell upper and lower case apart)'],
    ['differs in composition alone', ['\u00e9', 'e\u0301'], 'would both be'],
    ['needs a folder where another has a file', ['a', 'a.yaml/b'], 'environment prod error publish/taken-path: services/a.yaml/b needs a folder where services/a is a file (not all file systems tell upper and lower case apart)'],
  ])('a name that %s', async (_what, names, told) => {
    const one = await made(named(names))
    expect(one.publication).toBeUndefined()
    expect(one.found.join('\n')).toContain(told)
  })
  test('a kind that would take the place of secrets, and a document that would be the manifest', async () => {
    const one = await made({ 'cairn.yaml': "environments: [prod]\nlayout: [{path: '{name}.yaml', kind: secrets}, {path: '{name}.sops.yaml', kind: services}]\n", 'x.sops.yaml': sealed('a: 1\n'), 'x.sops.yaml.yaml': 'a: 1\n' })
    expect(one.found.length + one.paths.length).toBeGreaterThan(0)
  })
  test.each([
    ['the manifest', ['manifest.json'], 'environment manifest.json error publish/taken-path: manifest.json is the name of a file that every publication has'],
    ['the chain, in capitals', ['Chain.jsonl'], 'is the name of a file that every publication has'],
    ['another one, in capitals', ['prod', 'Prod'], 'prod and Prod would have one folder'],
    ['a way out', ['../x'], 'environment ../x error publish/bad-path: ../x cannot be the name of a folder'],
    ['a folder in that of another one', ['prod', 'prod/services'], 'prod/services is a folder in that of prod, where services/a has services/a.yaml'],
  ])('an environment with the name of %s', async (_what, names, told) => {
    const one = await made({ 'cairn.yaml': `environments: ${JSON.stringify(names)}\nlayout: [{path: a.yaml, kind: services, name: a}]\n`, 'a.yaml': 'port: 1\n' })
    expect(one.publication).toBeUndefined()
    expect(one.found.join('\n')).toContain(told)
  })
  test('environments in folders of their own, one in the other', async () => {
    const one = await made({ 'cairn.yaml': 'environments: [eu, eu/prod]\nlayout: [{path: a.yaml, kind: services, name: a}]\n', 'a.yaml': 'port: 1\n' })
    expect(one.paths).toEqual(['eu/manifest.json', 'eu/prod/manifest.json', 'eu/prod/services/a.yaml', 'eu/services/a.yaml', 'manifest.json'])
  })
})

describe('manifests', () => {
  const FILES: Files = {
    'cairn.yaml': 'kinds: {services: {schema: schemas/services.yaml, version: 3}}\npublish: {formats: {services: [json, env]}}\n',
    'access.yaml': 'roles: {ops: ["@a"]}\nrules: [{kinds: [services], roles: [ops]}]\n',
    'schemas/services.yaml': 'type: object\n',
    'environments/base/environment.yaml': 'abstract: true\n',
    'environments/prod/environment.yaml': 'inherits: base\n',
    'environments/base/services/a.yaml': 'port: 1\n',
    'environments/prod/services/a.yaml': 'port: 2\n',
    'environments/prod/other/b.yaml': 'x: 1\n',
  }
  const atCommit = async (files: Files) => {
    const repo = repository(files)
    const commit = repo.commit()
    return { repo, one: await madeOf(commitTree(repo.root, commit)) }
  }
  test('artifacts with size, digest and the blobs of their layers, lowest first', async () => {
    const { repo, one } = await atCommit(FILES)
    const { artifacts, kinds } = manifestOf(one, 'prod')
    const blob = (path: string): string => repo.git('rev-parse', `HEAD:${path}`).trim()
    const layers = ['environments/base/services/a.yaml', 'environments/prod/services/a.yaml'].map((path) => ({ path, blob: blob(path) }))
    const [other, env, json] = artifacts
    expect(other).toMatchObject({ path: 'other/b.yaml', format: 'yaml', document: 'other/b' })
    expect(env).toEqual({ path: 'services/a.env', size: 7, sha256: sha256(Buffer.from('PORT=2\n')), document: 'services/a', format: 'env', layers })
    expect(json).toMatchObject({ path: 'services/a.json', layers })
    expect(kinds).toEqual([
      { name: 'other', version: 1, schema: null },
      { name: 'services', version: 3, schema: sha256(Buffer.from(`schemas/services.yaml ${sha256(Buffer.from('type: object\n'))}\n`)) },
    ])
  })
  test('inputs: cairn.yaml, access.yaml and schemas; each environment has its digest', async () => {
    const one = await made(FILES)
    const { inputs, environments } = one.publication?.manifest ?? { inputs: [], environments: [] }
    expect(inputs).toEqual(['access.yaml', 'cairn.yaml', 'schemas/services.yaml'].map((path) => ({ path, sha256: sha256(Buffer.from(FILES[path] ?? '')) })))
    const own = one.text('prod/manifest.json') ?? ''
    expect(environments).toEqual([{ name: 'prod', manifest: { path: 'prod/manifest.json', size: Buffer.byteLength(own), sha256: sha256(Buffer.from(own)) } }])
    expect(own).not.toContain(one.publication?.manifest.source.commit)
  })
  test('a schema of another file of ours changes the digest of the kind', async () => {
    const digest = async (text: string) => manifestOf(await made({ ...FILES, 'schemas/services.yaml': '$ref: common.yaml\n', 'schemas/common.yaml': text }), 'prod').kinds[1]?.schema
    expect(await digest('type: object\n')).not.toBe(await digest('type: [object, "null"]\n'))
  })
  test('a layer outside the configuration repository has no blob, and a sealed one cannot come along', async () => {
    const repo = repository({ 'sub/cairn.yaml': '{}\n', 'shared/a.yaml': 'port: 1\n', 'shared/b.sops.yaml': sealed('x: 1\n') })
    const root = join(repo.root, 'sub')
    mkdirSync(join(root, 'environments/prod/services'), { recursive: true })
    writeFileSync(join(root, 'environments/prod/services/own.yaml'), 'a: 1\n')
    symlinkSync('../../../../shared/a.yaml', join(root, 'environments/prod/services/a.yaml'))
    const one = await madeOf(commitTree(root, repo.commit()))
    expect(one.found).toEqual([])
    expect(manifestOf(one, 'prod').artifacts.map(({ path, layers }) => [path, layers[0]?.path, layers[0]?.blob === null])).toEqual([
      ['services/a.yaml', '../shared/a.yaml', true], ['services/own.yaml', 'environments/prod/services/own.yaml', false],
    ])
    symlinkSync('../../../../shared/b.sops.yaml', join(root, 'environments/prod/services/b.sops.yaml'))
    const other = await madeOf(commitTree(root, repo.commit()))
    expect(other.found).toEqual(['../shared/b.sops.yaml error publish/bad-path: lies outside the configuration repository: it cannot be published with the rest; move it there, or leave prod out'])
    expect(other.publication).toBeUndefined()
  })
  test('the tool: its version, and a digest of the scripts of a bundle', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'dist/chunks'), { recursive: true })
    writeFileSync(join(folder, 'dist/cli.js'), 'a')
    writeFileSync(join(folder, 'dist/chunks/b.js'), 'b')
    const identity = () => toolIdentity('1.2.3', `file://${folder}/dist/chunks/b.js`)
    const lines = `chunks/b.js ${sha256(Buffer.from('b'))}\ncli.js ${sha256(Buffer.from('a'))}\n`
    expect(identity()).toEqual({ name: 'cairn', version: '1.2.3', digest: sha256(Buffer.from(lines)) })
    writeFileSync(join(folder, 'dist/types.d.ts'), 'x')
    expect(identity().digest).toBe(sha256(Buffer.from(lines)))
    expect(toolIdentity('1.2.3').digest).toBeNull()
  })
})
