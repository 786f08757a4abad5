import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cairn } from '../../helpers/cli.ts'
import { repository, type Files } from '../../helpers/repository.ts'
import { CANARY, SPELLINGS } from '../../leaks/canary.ts'
import { KEY, newKey, sealed } from '../../secrets-check/world.ts'
import { made, sealedIn } from './made.ts'

const DB = 'environments/prod/services/db.sops.yaml'
const ALIKE = { version: 1 }

describe('what is sealed stays where it is', () => {
  test('a leaf is left out, mapped to its file, and the file is there byte for byte', async () => {
    const file = sealed('user: app\npool: {password: hunter2, max_unencrypted: 5}\n')
    const one = await made({ 'environments/prod/services/db.yaml': 'port: 5432\n', [DB]: file })
    expect(one.found).toEqual([])
    expect(one.paths).toEqual(['manifest.json', 'prod/manifest.json', 'prod/sealed.json', 'prod/secrets/' + DB, 'prod/services/db.yaml'])
    expect(one.text('prod/services/db.yaml')).toBe('port: 5432\npool:\n  max_unencrypted: 5\n')
    expect(one.text(`prod/secrets/${DB}`)).toBe(file)
    expect(sealedIn(one, 'prod')).toEqual([
      { document: 'services/db', pointer: '/pool/password', file: `secrets/${DB}`, at: '/pool/password' },
      { document: 'services/db', pointer: '/user', file: `secrets/${DB}`, at: '/user' },
    ])
    expect(JSON.parse(one.text('prod/sealed.json') ?? '')).toMatchObject(ALIKE)
  })
  test('bytes are those of the file, whatever they are', async () => {
    const file = Buffer.from(sealed('a: x\n').replaceAll('\n', '\r\n'))
    const { publication } = await made({ [DB]: file })
    expect(Buffer.compare(Buffer.from(publication?.files.find(({ path }) => path.includes('secrets/'))?.bytes ?? []), file)).toBe(0)
  })
  test('inherited: the file of the layer that won, in each environment that it counts in', async () => {
    const one = await made({
      'environments/base/environment.yaml': 'abstract: true\n',
      'environments/eu/environment.yaml': 'inherits: base\n',
      'environments/us/environment.yaml': 'inherits: base\n',
      'environments/base/services/db.sops.yaml': sealed('password: base\n'),
      'environments/eu/services/db.sops.yaml': sealed('password: eu\n'),
    })
    expect(sealedIn(one, 'eu').map(({ file }) => file)).toEqual(['secrets/environments/eu/services/db.sops.yaml'])
    expect(sealedIn(one, 'us').map(({ file }) => file)).toEqual(['secrets/environments/base/services/db.sops.yaml'])
    expect(one.paths.filter((path) => path.includes('secrets/'))).toEqual([
      'eu/secrets/environments/eu/services/db.sops.yaml', 'us/secrets/environments/base/services/db.sops.yaml',
    ])
  })
  test('by reference: a leaf, a subtree, and a text around one', async () => {
    const one = await made({
      [DB]: sealed('login: {user: app, password: hunter2}\n'),
      'environments/prod/services/api.yaml': 'pass: ${cairn:services/db#/login/password}\nall: ${cairn:services/db#/login}\nurl: postgres://${cairn:services/db#/login/user}@db\n',
      'environments/prod/services/web.yaml': 'pass: ${cairn:services/api#/pass}\n',
    })
    expect(one.text('prod/services/api.yaml')).toBe('all: {}\n')
    const file = `secrets/${DB}`
    expect(sealedIn(one, 'prod').filter(({ document }) => document !== 'services/db')).toEqual([
      { document: 'services/api', pointer: '/all/password', file, at: '/login/password' },
      { document: 'services/api', pointer: '/all/user', file, at: '/login/user' },
      { document: 'services/api', pointer: '/pass', file, at: '/login/password' },
      { document: 'services/api', pointer: '/url', file: null, at: null },
      { document: 'services/web', pointer: '/pass', file, at: '/login/password' },
    ])
  })
  test('a list with a sealed item is left out whole, and nothing of it is lost', async () => {
    const one = await made({ [DB]: sealed('keys: [a, b]\nhosts:\n  - {name_unencrypted: x, password: y}\n') })
    expect(one.text('prod/services/db.yaml')).toBe('hosts:\n  - name_unencrypted: x\n')
    expect(sealedIn(one, 'prod').map(({ pointer, at }) => [pointer, at])).toEqual([
      ['/hosts/0/password', '/hosts/0/password'], ['/keys/0', '/keys/0'], ['/keys/1', '/keys/1'],
    ])
    const merged = await made({
      'schemas/services.yaml': 'properties: {keys: {x-merge: append}}\n',
      'environments/base/environment.yaml': '{}\n',
      'environments/prod/environment.yaml': 'inherits: base\n',
      'environments/base/services/db.yaml': 'keys: [plain, {deep: [1], none: {}}]\n',
      [DB]: sealed('keys: [secret]\n'),
    }, { environments: ['prod'] })
    expect(merged.text('prod/services/db.yaml')).toBe('{}\n')
    expect(sealedIn(merged, 'prod')).toEqual([
      { document: 'services/db', pointer: '/keys/0', file: null, at: null, value: 'plain' },
      { document: 'services/db', pointer: '/keys/1/deep/0', file: null, at: null, value: 1 },
      { document: 'services/db', pointer: '/keys/1/none', file: null, at: null, value: {} },
      { document: 'services/db', pointer: '/keys/2', file: `secrets/${DB}`, at: '/keys/0' },
    ])
  })
  test('subtrees and streams: the pointer is that of the file', async () => {
    const file = sealed('catalog:\n  db: {password: one}\n  api: {password: two}\n')
    const stream = sealed('on_unencrypted: x\npassword: first\n---\non_unencrypted: y\npassword: second\n')
    const one = await made({
      'cairn.yaml': `environments: [prod]
layout:
  - {path: catalog.sops.yaml, at: '/catalog/{name}', kind: services}
  - {path: '{name}.stream.yaml', kind: streams, stream: true}
`,
      'catalog.sops.yaml': file,
      'both.stream.yaml': stream,
    })
    expect(one.found.filter((line) => line.includes('error'))).toEqual([])
    expect(sealedIn(one, 'prod').map(({ document, pointer, at, stream: which }) => [document, pointer, at, which])).toEqual([
      ['services/api', '/password', '/catalog/api/password', undefined],
      ['services/db', '/password', '/catalog/db/password', undefined],
      ['streams/both', '/password', '/password', 1],
    ].sort())
  })
  test.each([
    ['yaml', 'db.sops.yaml'], ['json', 'db.sops.json'], ['env', 'db.sops.env'],
  ] as const)('%s files', async (format, name) => {
    const text = format === 'json' ? '{"password": "x"}' : format === 'env' ? 'password=x\n' : 'password: x\n'
    const path = `environments/prod/services/${name}`
    const one = await made({ [path]: sealed(text, { format }) })
    expect(sealedIn(one, 'prod')).toEqual([{ document: 'services/db', pointer: '/password', file: `secrets/${path}`, at: '/password' }])
  })
  test('the fixtures of SOPS itself', async () => {
    const folder = join(import.meta.dirname, '../../fixtures/sops/generated')
    const names = readdirSync(folder).filter((name) => /^v3\.1[23]\..*\.(?:enc\.(?:yaml|json|env|ini))$/.test(name))
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) {
      const bytes = readFileSync(join(folder, name))
      const path = `environments/prod/services/${name.replaceAll('.', '-').replace(/-(\w+)$/, '.sops.$1')}`
      const one = await made({ 'cairn.yaml': `layout:\n  - {path: 'environments/{environment}/{kind}/{name}.sops.{ext}', stream: true}\n`, [path]: bytes })
      if (one.publication === undefined) continue // what is wrong in it has been told
      expect(one.text(`prod/secrets/${path}`)).toBe(bytes.toString('utf8'))
      for (const { path: file, bytes: content } of one.publication.files) {
        if (!file.includes('/secrets/')) expect(Buffer.from(content).toString('utf8')).not.toContain('ENC[')
      }
    }
  })
})

describe('consumers', () => {
  const files = async (groups: string): Promise<Files> => {
    const other = await newKey()
    return {
      'cairn.yaml': `recipients: {host: ${KEY.identity.recipient}, stranger: ${other.identity.recipient}}\npublish:\n  consumers: {prod: ${groups}}\n`,
      [DB]: sealed('password: x\n'),
    }
  }
  test('those who can open are nobody to speak of', async () => {
    const one = await made(await files('host'))
    expect([one.found, one.publication === undefined]).toEqual([[], false])
  })
  test('those who cannot are told where they are named, and nothing is published', async () => {
    const one = await made(await files('[host, stranger]'))
    expect(one.found).toEqual([`cairn.yaml:3:28 error publish/consumer-cannot-open: stranger is to read prod, and cannot open ${DB}: it is no recipient`])
    expect(one.publication).toBeUndefined()
  })
})

describe('no secret is in any publication', () => {
  test('the canary, sealed in every way, with and without a key at hand', async () => {
    const repo = repository({
      [DB]: sealed(`password: ${CANARY}\nlist: [${CANARY}]\n`),
      'environments/prod/services/api.yaml': 'a: ${cairn:services/db#/password}\nb: x-${cairn:services/db#/password}\nc: ${cairn:services/db#/list}\n',
      'cairn.yaml': 'publish:\n  formats: {services: [yaml, json, toml, ini, env]}\n',
    })
    repo.commit()
    const variables = { SOPS_AGE_KEY: KEY.identity.reveal() }
    const commands = ['render --artifacts art', 'publish --to dir:out', 'publish --to archive:out.tar.gz --format json', 'publish --to branch:deploy --dry-run', 'render', 'render services/api --format env', 'render services/api --format toml --output one.toml']
    let text = ''
    for (const command of commands) {
      const { stdout, stderr, code } = await cairn(command.split(' '), { directory: repo.root, variables })
      if (!command.includes('branch:')) expect(code, command + stderr).toBe(0)
      text += stdout + stderr
    }
    mkdirSync(join(repo.root, 'unpacked'))
    execFileSync('tar', ['xzf', 'out.tar.gz', '-C', 'unpacked'], { cwd: repo.root })
    for (const folder of ['art', 'out', 'unpacked']) {
      for (const path of readdirSync(join(repo.root, folder), { recursive: true, encoding: 'utf8' })) {
        const file = join(repo.root, folder, path)
        text += `${path}\n${statSync(file).isFile() ? readFileSync(file, 'utf8') : ''}`
      }
    }
    text += readFileSync(join(repo.root, 'one.toml'), 'utf8')
    expect(text.length).toBeGreaterThan(5000)
    for (const spelling of SPELLINGS) expect(text).not.toContain(spelling)
  })
})

describe('cairn render --reveal is the one exception', () => {
  const repo = () => {
    const made = repository({
      [DB]: sealed(`password: ${CANARY}\nport: 5432\nlist: [${CANARY}]\n`),
      'environments/prod/services/api.yaml': 'a: ${cairn:services/db#/password}\nurl: db://${cairn:services/db#/password}:${cairn:services/db#/port}/x\nall: ${cairn:services/db#/list}\n',
    })
    made.commit()
    return made
  }
  const variables = { SOPS_AGE_KEY: KEY.identity.reveal() }
  const run = (root: string, command: string, more: Record<string, string> = {}) =>
    cairn(command.split(' '), { directory: root, variables: { ...variables, ...more } })

  test('on standard output', async () => {
    const { root } = repo()
    const { stdout, stderr, code } = await run(root, 'render --reveal --format json')
    expect([stderr, code]).toEqual(['', 0])
    expect(JSON.parse(stdout)).toEqual({ prod: {
      'services/api': { a: CANARY, url: `db://${CANARY}:5432/x`, all: [CANARY] },
      'services/db': { password: CANARY, port: 5432, list: [CANARY] },
    } })
    expect((await run(root, 'render services/api --reveal --format env')).stdout).toBe(`A=${CANARY}\nURL=db://${CANARY}:5432/x\nALL=${CANARY}\n`)
    expect((await run(root, 'render services/db --reveal')).stdout).toBe(`---\n# prod services/db\npassword: ${CANARY}\nport: 5432\nlist:\n  - ${CANARY}\n`)
  })
  test('into a file for its owner alone; one that others may read is left as it is', async () => {
    const { root } = repo()
    const file = join(root, 'out.env')
    const command = 'render services/db --reveal --format env --output out.env'
    const before = process.umask(0)
    try {
      expect(await run(root, command)).toEqual({ code: 0, stdout: '', stderr: '' })
    } finally {
      process.umask(before)
    }
    expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, `PASSWORD=${CANARY}\nPORT=5432\nLIST=${CANARY}\n`])
    expect((await run(root, command)).code).toBe(0) // such a file is replaced
    execFileSync('chmod', ['640', file])
    writeFileSync(file, 'mine')
    const refused = await run(root, command)
    expect([refused.code, refused.stderr]).toEqual([2, 'cairn: out.env is there, and is no file that only you can read\n  chmod 600 out.env, remove it, or name another file\n'])
    execFileSync('ln', ['-sf', 'elsewhere', file])
    expect((await run(root, command)).code).toBe(2)
    expect(readdirSync(root).filter((name) => name.includes('.new') || name === 'elsewhere')).toEqual([])
  })
  test('not into the log of a runner', async () => {
    const { root } = repo()
    for (const runner of [{ GITHUB_ACTIONS: 'true' }, { CI: 'true' }, { CI: '1' }] as Record<string, string>[]) {
      const { stdout, stderr, code } = await run(root, 'render --reveal', runner)
      expect([stdout, code]).toEqual(['', 2])
      expect(stderr).toContain('a runner would keep them in its log')
      expect((await run(root, 'render services/db --reveal --format env --output x.env', runner)).code).toBe(0)
    }
  })
  test('all or nothing, too, where the format cannot hold one of the values', async () => {
    const made = repo()
    const { root } = made
    made.write({ 'environments/prod/services/api.yaml': 'a: ${cairn:services/db#/password}\nnone: null\nlast: 1\n' })
    for (const [format, code] of [['toml', 1], ['ini', 1], ['env', 0]] as const) {
      const found = await run(root, `render services/api --reveal --format ${format}`)
      expect([found.code, found.stdout === '']).toEqual([code, code === 1])
    }
  })
  test('all or nothing: no key, another key, a file that was changed, an error elsewhere', async () => {
    const { root } = repo()
    const none = await cairn(['render', '--reveal'], { directory: root, variables: { HOME: root, XDG_CONFIG_HOME: root } })
    expect([none.code, none.stdout]).toEqual([2, ''])
    expect(none.stderr).toContain('--reveal needs a key of age')
    const other = await run(root, 'render --reveal', { SOPS_AGE_KEY: (await newKey()).identity.reveal() })
    expect([other.code, other.stdout]).toEqual([1, ''])
    // Once, and why.
    expect(other.stderr.match(/^\S.*$/gm)).toEqual([expect.stringMatching(/^environments.*db\.sops\.yaml:\d+:\d+ error secret\/locked none of the keys given opens this file: it is for age1/)])
    const changed = repo()
    changed.write({ [DB]: readFileSync(join(changed.root, DB), 'utf8').replace(/^list:/m, 'lost:') })
    const forged = await run(changed.root, 'render services/db --reveal')
    expect([forged.code, forged.stdout]).toEqual([1, ''])
    const broken = repo()
    broken.write({ 'environments/prod/services/api.yaml': 'a: ${cairn:services/db#/nope}\n' })
    const dangling = await run(broken.root, 'render --reveal')
    expect([dangling.code, dangling.stdout]).toEqual([1, ''])
    for (const { stderr } of [none, other, forged, dangling]) for (const spelling of SPELLINGS) expect(stderr).not.toContain(spelling)
  })
})
