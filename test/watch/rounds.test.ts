import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../scripts/root.ts'
import { RenderedFolder } from '../../src/adapters/watch/rendered-folder.ts'
import { isPlainPath } from '../../src/stages/publish/read-manifest.ts'
import { roundJson, roundText } from '../../src/report/watch.ts'
import { plain } from '../../src/report/style.ts'
import { CANARY, SPELLINGS } from '../leaks/canary.ts'
import { repository, type Files } from '../helpers/repository.ts'
import { filesOf, fresh, temporaryFolder, watching } from './fresh.ts'

/** The reference repository, which has what no small one has: names, deployments, rules across documents. */
function reference() {
  const repo = repository({})
  for (const folder of ['environments', 'schemas']) cpSync(join(ROOT, folder), join(repo.root, folder), { recursive: true })
  repo.commit()
  return repo
}

const SERVICE = 'environments/base/services/embedding.yaml'

/** Edits of the reference repository, and whether all of it has to be looked at again. */
const EDITS: readonly (readonly [string, (repo: ReturnType<typeof reference>) => void])[] = [
  ['an image that deployments start', (repo) => {
    repo.write({ [SERVICE]: read(repo.root, SERVICE).replace(/image: (\S+?):\S+/, 'image: $1:9.9.9') })
  }],
  ['a service that names lead to is gone', (repo) => { repo.remove(SERVICE) }],
  ['and there again', (repo) => { repo.git('checkout', '-q', '.') }],
  ['a comment above labels that findings point to', (repo) => {
    repo.write({ 'environments/staging/environment.yaml': `# one line lower\n${read(repo.root, 'environments/staging/environment.yaml')}` })
  }],
  ['a schema', (repo) => {
    repo.write({ 'schemas/common.yaml': `# one line lower\n${read(repo.root, 'schemas/common.yaml')}` })
  }],
  ['another commit', (repo) => {
    repo.commit()
    repo.git('checkout', '-q', 'HEAD^')
  }],
]

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8')

test('each edit of the reference repository gives what a fresh check and publication give', async () => {
  const repo = reference()
  const to = temporaryFolder()
  const { rounds, told } = watching(repo.root, to)
  await rounds.next()
  let last = (await fresh(repo.root)).files
  expect(filesOf(to)).toEqual(last)
  let evaluated = 0
  for (const [what, edit] of EDITS) {
    edit(repo)
    expect(await rounds.next(), what).toBe(true)
    const now = await fresh(repo.root)
    last = now.files ?? last
    const round = told.at(-1)
    expect(round?.check.findings.filter(({ rule }) => !rule.startsWith('render/')), what).toEqual(now.check.findings)
    expect(filesOf(to), what).toEqual(last)
    if (what.startsWith('an image')) {
      evaluated = round?.evaluated ?? 0
      const { files } = round ?? {}
      expect(files?.state === 'written' && files.written.some((path) => path.includes('/deployments/')), what).toBe(true)
    }
  }
  expect(evaluated).toBeGreaterThan(0)
  expect(evaluated).toBeLessThan(told[0]?.check.documents ?? 0)
}, 120_000)

/** What one file decides in another, by other ways than a reference to a document. */
const FAR: readonly (readonly [string, Files, Files])[] = [
  [
    'a name leads nowhere any more',
    { 'schemas/services.yaml': 'type: object\nproperties: {needs: {items: {x-ref: services}}}\n', 'environments/dev/services/a.yaml': 'x: 1\n', 'environments/dev/services/b.yaml': 'needs: [c]\n', 'environments/dev/services/c.yaml': 'x: 1\n' },
    { 'environments/dev/services/c.yaml': '' },
  ],
  [
    'what a reference to a label leads to stands a line lower',
    { 'schemas/services.yaml': 'type: object\nproperties: {port: {type: integer}}\n', 'environments/dev/environment.yaml': 'labels: {x: text}\n', 'environments/dev/services/a.yaml': 'port: ${cairn:environment#/labels/x}\n' },
    { 'environments/dev/environment.yaml': '# lower\nlabels: {x: text}\n' },
  ],
  [
    'a deployment starts another image',
    {
      'environments/dev/deployments/all.yaml': 'deployment_type: docker\ndocker: {}\nservices: [{service_name: a}]\n',
      'environments/dev/services/a.yaml': 'image: "example.org/a:1"\n',
    },
    { 'environments/dev/services/a.yaml': 'image: "example.org/a:2"\n' },
  ],
]

test.each(FAR)('%s', async (_what, files, change) => {
  const repo = repository(files)
  const to = temporaryFolder()
  const { rounds, told } = watching(repo.root, to)
  await rounds.next()
  const before = [JSON.stringify(told.at(-1)?.check.findings), [...filesOf(to)].filter(([path]) => path.includes('/deployments/'))]
  for (const [path, text] of Object.entries(change)) {
    if (text === '') repo.remove(path)
    else repo.write({ [path]: text })
  }
  await rounds.next()
  const now = await fresh(repo.root)
  const findings = told.at(-1)?.check.findings
  expect(findings).toEqual(now.check.findings)
  if (now.files !== undefined) expect(filesOf(to)).toEqual(now.files)
  expect([JSON.stringify(findings), [...filesOf(to)].filter(([path]) => path.includes('/deployments/'))]).not.toEqual(before)
})

test('memory does not grow with the rounds', async () => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  const repo = repository({
    'environments/base/environment.yaml': 'abstract: true\n', 'environments/dev/environment.yaml': 'inherits: base\n',
    'schemas/services.yaml': 'type: object\nproperties: {port: {type: integer, maximum: 9000}}\n',
    ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`environments/base/services/s${i}.yaml`, `port: ${i}\n`])),
  })
  const { rounds, told } = watching(repo.root, temporaryFolder())
  const sizes: number[] = []
  for (let round = 0; round < 300; round++) {
    repo.write({ [`environments/base/services/s${round % 20}.yaml`]: `port: ${round + 100}\nother: \${cairn:services/s${(round + 1) % 20}#/port}\n` })
    if (round % 7 === 0) repo.write({ 'schemas/services.yaml': `type: object\nproperties: {port: {type: integer, maximum: ${9000 + round}}}\n` })
    if (round % 5 === 0) repo.write({ [`environments/base/services/t${round}.yaml`]: 'port: 1\n' })
    if (round % 5 === 1) repo.remove(`environments/base/services/t${round - 1}.yaml`)
    await rounds.next()
    told.length = 0
    if (round % 100 !== 99) continue
    gc()
    sizes.push(process.memoryUsage().heapUsed / 1e6)
  }
  expect((sizes[2] ?? 0) - (sizes[0] ?? 0), sizes.join(', ')).toBeLessThan(3)
}, 120_000)

describe('the folder of rendered files', () => {
  const file = (path: string, text: string) => ({ path, bytes: Buffer.from(text) })

  test('only what says something else is written, and only what was written is removed', () => {
    const path = join(temporaryFolder(), 'out')
    const first = new RenderedFolder(path, isPlainPath)
    expect(first.write([file('a/x', '1'), file('a/y', '2'), file('b', '3')]).written).toEqual(['a/x', 'a/y', 'b'])
    writeFileSync(join(path, 'a/mine'), 'mine')
    // The next run knows from the list what is ours.
    const second = new RenderedFolder(path, isPlainPath)
    expect(second.write([file('a/x', '1'), file('c', '4')])).toEqual({ written: ['c'], removed: ['a/y', 'b'], total: 2 })
    expect(second.write([])).toEqual({ written: [], removed: ['a/x', 'c'], total: 0 })
    expect([...filesOf(path)]).toEqual([['a/mine', 'mine']])
    expect(readdirSync(join(path, '.cairn-watch'))).toEqual(['files.json'])
  })

  test('a file takes the place of a folder, and the other way round', () => {
    const path = temporaryFolder()
    const folder = new RenderedFolder(path, isPlainPath)
    folder.write([file('a/x', '1')])
    folder.write([file('a', '2')])
    folder.write([file('a/x/y', '3')])
    expect([...filesOf(path)]).toEqual([['a/x/y', '3']])
  })

  test('nothing of others is replaced, and nothing is written through a link', () => {
    const path = temporaryFolder()
    const elsewhere = temporaryFolder()
    const folder = new RenderedFolder(path, isPlainPath)
    writeFileSync(join(path, 'x'), 'mine')
    symlinkSync(elsewhere, join(path, 'linked'))
    expect(() => folder.write([file('x', '1')])).toThrow('did not write it')
    expect(() => folder.write([file('linked/x', '1')])).toThrow('is no folder')
    expect(() => folder.write([file('../x', '1')])).toThrow('no path of a rendered file')
    expect(() => folder.write([file('.cairn-watch/files.json', '1')])).toThrow('no path of a rendered file')
    expect(readFileSync(join(path, 'x'), 'utf8')).toBe('mine')
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test.each(['{', '{"version":1,"files":["../../x"]}', '{"version":2,"files":[]}', '{"version":1,"files":[".gitignore"]}'])('a list that is damaged is not believed: %s', (text) => {
    const path = temporaryFolder()
    mkdirSync(join(path, '.cairn-watch'))
    writeFileSync(join(path, '.cairn-watch/files.json'), text)
    expect(() => new RenderedFolder(path, isPlainPath)).toThrow('damaged')
  })
})

test('sealed leaves are left out, their file is beside, and nothing that is broken is quoted', async () => {
  const sealed = readFileSync(join(ROOT, 'test/fixtures/sops/generated/v3.13.2.types.enc.yaml'), 'utf8')
  const repo = repository({
    'environments/dev/services/a.sops.yaml': sealed, 'environments/dev/services/a.yaml': 'port: 1\n',
  })
  const to = temporaryFolder()
  const { rounds, told } = watching(repo.root, to)
  await rounds.next()
  const files = filesOf(to)
  expect(files).toEqual((await fresh(repo.root)).files)
  expect(files.get('dev/secrets/environments/dev/services/a.sops.yaml')).toBe(Buffer.from(sealed).toString('latin1'))
  for (const [path, text] of files) if (!path.includes('/secrets/')) expect(text, path).not.toContain('ENC[')
  repo.write({ 'environments/dev/services/a.yaml': `password: "${CANARY}\n` })
  await rounds.next()
  rmSync(join(repo.root, 'environments/dev/services/a.sops.yaml'))
  repo.write({ 'environments/dev/environment.yaml': `labels: [${CANARY}\n` })
  await rounds.next()
  const text = told.map((round) => roundText(round, plain) + JSON.stringify(roundJson(round))).join('\n')
  expect(text).toContain('parse/syntax')
  expect(text).not.toContain('ENC[')
  for (const spelling of SPELLINGS) expect(text + [...filesOf(to).values()].join('\n')).not.toContain(spelling)
  expect(existsSync(join(to, '.cairn-watch/new'))).toBe(false)
})

test('what blocks a publication blocks the folder: environments that cannot have folders beside each other', async () => {
  const repo = repository({ 'environments/dev/services/a.yaml': 'port: 1\n', 'environments/Dev/services/a.yaml': 'port: 2\n' })
  const to = temporaryFolder()
  const { rounds, told } = watching(repo.root, to)
  await rounds.next()
  expect(told[0]?.check.findings.map(({ rule }) => rule)).toEqual((await fresh(repo.root)).findings.map(({ rule }) => rule))
  expect(told[0]?.fresh.map(({ rule }) => rule)).toContain('publish/taken-path')
  expect(told[0]?.files).toEqual({ state: 'blocked' })
  expect(filesOf(to).size).toBe(0)
})

test('what is known of an encrypted file holds as long as it, its rules and cairn.yaml say the same', async () => {
  const file = 'environments/dev/services/a.sops.yaml'
  const sealed = read(ROOT, 'test/fixtures/sops/generated/v3.13.2.types.enc.yaml')
  const repo = repository({ [file]: sealed, 'environments/dev/services/b.yaml': 'port: 1\n' })
  const { rounds, told } = watching(repo.root)
  await rounds.next()
  const age = 'age: age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m5'
  const steps: readonly (readonly [Files, string | undefined])[] = [
    [{ '.sops.yaml': `creation_rules: [{encrypted_regex: "^never$", ${age}}]\n` }, 'secret/unlike-rule'],
    [{ 'environments/dev/services/b.yaml': 'port: 2\n' }, 'secret/unlike-rule'],
    [{ '.sops.yaml': `creation_rules: [{path_regex: elsewhere, ${age}}]\n` }, 'secret/no-rule'],
    [{ 'environments/.sops.yaml': `creation_rules: [{encrypted_suffix: _x, ${age}}]\n` }, 'secret/unlike-rule'],
    [{ [file]: `# a line lower\n${sealed}` }, 'secret/unlike-rule'],
    [{ [file]: sealed.replace(/^( +)mac: .*$/m, '$1mac:') }, undefined],
    [{ [file]: sealed }, 'secret/unlike-rule'],
    [{ 'cairn.yaml': 'secrets: {max-age: 1d}\n' }, 'secret/old'],
  ]
  for (const [i, [files, rule]] of steps.entries()) {
    repo.write(files)
    await rounds.next()
    const { findings } = (await fresh(repo.root)).check
    expect(told.at(-1)?.check.findings, `step ${String(i)}`).toEqual(findings)
    if (rule !== undefined) expect(findings.map((found) => found.rule), `step ${String(i)}`).toContain(rule)
  }
})
