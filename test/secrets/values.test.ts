import { chmodSync, existsSync, lstatSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { runTool } from '../sops/binaries.ts'
import { alice, bob, DB, PLAIN, rules, Secrets, withSecret } from './world.ts'

const textOf = (secrets: Secrets, path = DB) => readFileSync(join(secrets.repo.root, path), 'utf8')

describe('encrypt', () => {
  test('in its place, and back', async () => {
    const secrets = await withSecret()
    expect(textOf(secrets)).toContain('password: ENC[')
    expect(textOf(secrets)).not.toContain('canary')
    expect(await secrets.ok(['decrypt', DB], { key: alice })).toContain('password: hunter2-canary\n')
    expect(await secrets.ok(['get', DB, '/nested/token'], { key: alice })).toBe('t0ken-canary\n')
    expect(await secrets.ok(['get', DB, '/nested'], { key: alice })).toBe('{\n  "token": "t0ken-canary"\n}\n')
  })
  test.each([
    ['json', '{"a": "x-canary"}'],
    ['env', 'A=x-canary\n'],
    ['yaml', 'a: x-canary\n'],
    ['pem', 'x-canary'],
  ])('a byte order mark of a .%s stays where sops reads the file with it', async (extension, text) => {
    const path = `environments/production/services/b.${extension}`
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [path]: `\ufeff${text}` })
    await secrets.ok(['encrypt', path])
    expect(textOf(secrets, path).startsWith('\ufeff')).toBe(extension === 'yaml')
    expect((await secrets.ok(['decrypt', path], { key: alice })).replace(/\s|\ufeff|ï»¿/g, '')).toBe(text.replace(/\s/g, ''))
    const sops = toolOf('sops-3.13.3')
    if (sops === undefined) return
    const clear = await runTool(sops, ['decrypt', join(secrets.repo.root, path)], { SOPS_AGE_KEY: alice.reveal() })
    expect(clear.toString()).toContain('x-canary')
  })
  test.skipIf(toolOf('sops-3.13.3') === undefined)(`that of a dotenv file is a part of its first key to sops${unlessThere('sops-3.13.3')}`, async () => {
    const path = 'environments/production/services/b.env'
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [path]: '\ufeffA=x-canary\nB=y\n' })
    await runTool(toolOf('sops-3.13.3') ?? '', ['encrypt', '-i', '--age', alice.recipient, join(secrets.repo.root, path)], {})
    expect(await secrets.ok(['decrypt', path], { key: alice })).toBe('\ufeffA=x-canary\nB=y\n')
    await secrets.ok(['set', path, '/B'], { key: alice, input: 'z' })
    const clear = await runTool(toolOf('sops-3.13.3') ?? '', ['decrypt', join(secrets.repo.root, path)], { SOPS_AGE_KEY: alice.reveal() })
    expect(clear.toString()).toBe('\ufeffA=x-canary\nB=z\n')
  })
  test('--dry-run writes nothing', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: PLAIN })
    expect((await secrets.run(['encrypt', DB, '--dry-run'])).code).toBe(0)
    expect(textOf(secrets)).toBe(PLAIN)
  })
  test('says that what was committed in clear stays readable', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: PLAIN })
    secrets.repo.commit()
    expect((await secrets.run(['encrypt', DB])).stderr).toContain('stay readable in Git')
  })
  test.each<[string, string | undefined, number, RegExp]>([
    ['no .sops.yaml', undefined, 2, /no rule of \.sops\.yaml/],
    ['a selector that is no expression', `creation_rules: [{age: ${alice.recipient}, encrypted_regex: '('}]\n`, 2, /no expression of RE2/],
    ['a selector that selects nothing', `creation_rules: [{age: ${alice.recipient}, encrypted_regex: '^nothing$'}]\n`, 2, /selects no value/],
    ['a misspelt key', `creation_rules: [{agee: ${alice.recipient}}]\n`, 2, /did you mean age/],
    ['a private key among the recipients', 'creation_rules: [{age: AGE-SECRET-KEY-1CANARYCANARY}]\n', 2, /private key stands here/],
  ])('refuses %s', async (_what, config, code, says) => {
    const secrets = new Secrets({ [DB]: PLAIN, ...(config === undefined ? {} : { '.sops.yaml': config }) })
    const ran = await secrets.run(['encrypt', DB])
    expect(ran.stderr).toMatch(says)
    expect(ran.stderr).not.toContain('CANARY')
    expect(ran.code).toBe(code)
    expect(textOf(secrets)).toBe(PLAIN)
  })
  test.each([['.sops.yaml', 'creation_rules: [{age: "\\p"}]\n'], ['.sops.yaml', 'creation_rules:\n  - age: [\n']])('says where the rules cannot be read', async (path, text) => {
    const secrets = new Secrets({ [path]: text, [DB]: PLAIN })
    const ran = await secrets.run(['encrypt', DB])
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/^\.sops\.yaml:\d+:\d+ error parse\/syntax/m) as string })
    for (const args of [['update-recipients'], ['set', DB.replace('db', 'new'), '/a']]) {
      expect((await secrets.run(args, { key: alice, input: 'x' })).stderr).not.toContain('a defect')
    }
  })
  test.each<[string, string, string]>([
    ['a key twice', 'a: 1\na: 2\n', 'duplicate-key'],
    ['the key of the metadata', 'a: 1\nsops: x\n', 'reserved-key'],
    ['another version of YAML', '%YAML 1.2\n---\na: 1\n', 'bad-content'],
    ['a tab as indentation', 'a:\n  - 1\n\t\n  - 2\n', 'bad-content'],
  ])('refuses what SOPS would not read: %s', async (_what, text, says) => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: text })
    expect(await secrets.run(['encrypt', DB])).toMatchObject({ code: 2, stderr: expect.stringContaining(says) as string })
    expect(textOf(secrets)).toBe(text)
  })
  test.each<[string, string, string]>([
    ['base64 as YAML has it', 'a: !!binary aGVsbG8=\n', '1:13'],
    ['a bracket that is closed in the first column', 'a: {b: 1,\n  c: 2\n}\n', '3:1'],
  ])('refuses what it does not take, and does not say that SOPS refuses it: %s', async (_what, text, place) => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: text })
    const ran = await secrets.run(['encrypt', DB])
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(`${DB}:${place} error not-taken: Cairn does not take this`) as string })
    expect(ran.stderr).not.toContain('SOPS cannot')
    expect(textOf(secrets)).toBe(text)
  })
  test.each(['{"a": "b-canary", "c": [1]}\n', '{\n  a: b-canary,\n  c: {d: 1}\n}\n'])('between brackets: %s', async (text) => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: text })
    await secrets.ok(['encrypt', DB])
    expect(await secrets.ok(['get', DB, '/a'], { key: alice })).toBe('b-canary\n')
  })
  test('takes tabs where YAML does', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: 'a: {\n\t\n  b: 1}\nc: |\n  x\n  \t\n  y\nd:\te\n' })
    await secrets.ok(['encrypt', DB])
  })
  test('refuses what is encrypted already', async () => {
    const ran = await (await withSecret()).run(['encrypt', DB])
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('already-encrypted') as string })
  })
  test('keeps permissions, and writes through a link inside the repository', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: PLAIN, 'b.txt': '' })
    chmodSync(join(secrets.repo.root, DB), 0o640)
    symlinkSync('db.sops.yaml', join(secrets.repo.root, 'environments/production/services/link.sops.yaml'))
    await secrets.ok(['encrypt', 'environments/production/services/link.sops.yaml'])
    expect(statSync(join(secrets.repo.root, DB)).mode & 0o777).toBe(0o640)
    expect(lstatSync(join(secrets.repo.root, 'environments/production/services/link.sops.yaml')).isSymbolicLink()).toBe(true)
    expect(textOf(secrets)).toContain('ENC[')
  })
  test('follows no link out of the repository', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), 'environments/x.txt': '' })
    const outside = new Secrets({ 'a.yaml': PLAIN })
    symlinkSync(join(outside.repo.root, 'a.yaml'), join(secrets.repo.root, 'environments/a.sops.yaml'))
    const ran = await secrets.run(['encrypt', 'environments/a.sops.yaml'])
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('out of the repository') as string })
  })
})

describe('folders', () => {
  test('that are links out of the repository are not followed, even into another one', async () => {
    const secrets = await withSecret()
    const outside = await withSecret()
    const before = textOf(outside)
    symlinkSync(outside.repo.root, join(secrets.repo.root, 'other'))
    const ran = await secrets.run(['set', `other/${DB}`, '/password'], { key: alice, input: 'x' })
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('out of the repository') as string })
    expect(await secrets.run(['get', `other/${DB}`, '/password'], { key: alice })).toMatchObject({ code: 2, stdout: '' })
    expect(await secrets.run(['encrypt', 'other/new.yaml'])).toMatchObject({ code: 2 })
    expect(textOf(outside)).toBe(before)
  })
  test('that are links within it, or to it, are', async () => {
    const secrets = await withSecret()
    symlinkSync('environments', join(secrets.repo.root, 'envs'))
    expect(await secrets.ok(['get', DB.replace('environments', 'envs'), '/port'], { key: alice })).toBe('5432\n')
    const elsewhere = mkdtempSync(join(tmpdir(), 'cairn-link-'))
    onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }))
    symlinkSync(secrets.repo.root, join(elsewhere, 'repo'))
    expect(await secrets.ok(['get', join(elsewhere, 'repo', DB), '/port'], { key: alice })).toBe('5432\n')
  })
})

describe('keys', () => {
  test('none fits: who it is for, and where keys were looked for', async () => {
    const secrets = await withSecret()
    const ran = await secrets.run(['decrypt', DB], { key: bob })
    expect(ran.code).toBe(3)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toContain(`it is for ${alice.recipient}`)
    expect(ran.stderr).toContain('looked in the variable SOPS_AGE_KEY: one key, which does not fit')
    expect(ran.stderr).toContain('/nonexistent/sops/age/keys.txt')
    expect(ran.stderr).not.toContain(bob.reveal())
  })
  test('a mistyped key is never told', async () => {
    const secrets = await withSecret()
    const mistyped = `${alice.reveal().slice(0, -3)}QQQ`
    const ran = await secrets.run(['verify'], { variables: { SOPS_AGE_KEY: mistyped } })
    expect(ran.code).toBe(3)
    expect(ran.stderr).toContain('line 1 holds no key of age')
    expect(ran.stderr + ran.stdout).not.toContain(mistyped.slice(15, 40))
  })
  test('from a file, and from a command, which no shell runs', async () => {
    const secrets = await withSecret({ 'keys/a b.txt': '' })
    secrets.repo.write({ 'keys/a b.txt': `# a key\n${alice.reveal()}\n` })
    const file = join(secrets.repo.root, 'keys/a b.txt')
    expect(await secrets.ok(['get', DB, '/port'], { variables: { SOPS_AGE_KEY_FILE: file } })).toBe('5432\n')
    expect(await secrets.ok(['get', DB, '/port'], { variables: { SOPS_AGE_KEY_CMD: `cat '${file}'` } })).toBe('5432\n')
    const failing = await secrets.run(['get', DB, '/port'], { variables: { SOPS_AGE_KEY_CMD: 'false; cat' } })
    expect(failing).toMatchObject({ code: 3, stderr: expect.stringContaining('the command could not be run') as string })
  })
  test('keygen writes the private key for its owner alone, once, and prints the recipient', async () => {
    const secrets = await withSecret()
    const home = new Secrets({ '.gitignore': 'home\n', 'a.txt': '' })
    const variables = { XDG_CONFIG_HOME: join(home.repo.root, 'home') }
    const file = join(home.repo.root, 'home/sops/age/keys.txt')
    const made = await secrets.run(['keygen'], { variables })
    expect(made.stdout).toMatch(/^age1[a-z0-9]{58}\n$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const key = /AGE-SECRET-KEY-\S+/.exec(readFileSync(file, 'utf8'))?.[0] ?? ''
    expect(key).not.toBe('')
    expect(made.stdout + made.stderr).not.toContain(key)
    expect((await secrets.run(['keygen'], { variables })).code).toBe(2)
    await secrets.ok(['keygen', '--add'], { variables })
    expect(readFileSync(file, 'utf8').match(/AGE-SECRET-KEY-/g)).toHaveLength(2)
    const tracked = await secrets.run(['keygen', '--output', 'key.txt'])
    expect(tracked).toMatchObject({ code: 2, stderr: expect.stringContaining('would take the private key') as string })
    expect(existsSync(join(secrets.repo.root, 'key.txt'))).toBe(false)
  })
})

describe('set', () => {
  test('a value from standard input, its lines alone', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    await secrets.ok(['set', DB, '/password'], { key: alice, input: 'new-canary\n' })
    const changed = textOf(secrets).split('\n').filter((line, i) => line !== before.split('\n')[i])
    expect(changed.map((line) => line.trim().split(':')[0])).toEqual(['password', 'lastmodified', 'mac'].filter((key) => changed.some((line) => line.trim().startsWith(key))))
    expect(await secrets.ok(['get', DB, '/password'], { key: alice })).toBe('new-canary\n')
  })
  test('keeps the type that a value has, and refuses what is none of it', async () => {
    const secrets = await withSecret()
    await secrets.ok(['set', DB, '/port'], { key: alice, input: '5433\n' })
    expect(textOf(secrets)).toMatch(/port: ENC\[.*type:int\]/)
    const wrong = await secrets.run(['set', DB, '/port'], { key: alice, input: 'canary' })
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('none of the type int') as string })
    expect(wrong.stderr).not.toContain('canary')
    await secrets.ok(['set', DB, '/new/list', '--type', 'json'], { key: alice, input: '[1, {"a": "b"}]' })
    expect(await secrets.ok(['get', DB, '/new/list/1/a'], { key: alice })).toBe('b\n')
  })
  test('the same value writes nothing; --dry-run neither', async () => {
    const secrets = await withSecret()
    const before = textOf(secrets)
    await secrets.ok(['set', DB, '/password'], { key: alice, input: 'hunter2-canary' })
    await secrets.ok(['set', DB, '/password', '--dry-run'], { key: alice, input: 'other' })
    expect(textOf(secrets)).toBe(before)
  })
  test('makes a file, so that nothing ever stands in clear', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), 'environments/dev/services/a.yaml': 'a: 1\n' })
    const path = 'environments/dev/services/a.sops.yaml'
    await secrets.ok(['set', path, '/db/password'], { input: 'x-canary' })
    expect(textOf(secrets, path)).not.toContain('canary')
    expect(await secrets.ok(['get', path, '/db/password'], { key: alice })).toBe('x-canary\n')
  })
  test.each<[string, string, string, string, string]>([
    ['a list by indentation', DB, 'hosts:\n  # first\n  - a\n', '/hosts/-', '/hosts/1'],
    ['a list between brackets', DB, 'hosts: [a, b]\nx: 1\n', '/hosts/-', '/hosts/2'],
    ['an empty one', DB, 'hosts: []\n', '/hosts/-', '/hosts/0'],
    ['one of JSON', 'environments/a.json', '{"hosts": ["a"]}\n', '/hosts/-', '/hosts/1'],
    ['an item that is a mapping', DB, 'hosts:\n  - name: a\n', '/hosts/-/name', '/hosts/1/name'],
    ['a list in a list', DB, 'hosts:\n  - [a]\n', '/hosts/0/-', '/hosts/0/1'],
    ['a list that is not there yet', DB, 'x: 1\n', '/hosts/-', '/hosts/0'],
    ['a key of a mapping', DB, 'hosts: {a: b}\n', '/hosts/-', '/hosts/-'],
  ])('- is the item behind the last (RFC 6901): %s', async (_what, path, text, at, after) => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [path]: text })
    await secrets.ok(['encrypt', path])
    await secrets.ok(['set', path, at], { key: alice, input: 'x-canary' })
    expect(textOf(secrets, path)).not.toContain('canary')
    expect(await secrets.ok(['get', path, after], { key: alice })).toBe('x-canary\n')
    const sops = toolOf('sops-3.13.3')
    if (sops !== undefined) await runTool(sops, ['decrypt', join(secrets.repo.root, path)], { SOPS_AGE_KEY: alice.reveal() })
  })
  test('makes a list in a new file', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), 'environments/x.yaml': '' })
    await secrets.ok(['set', 'environments/new.yaml', '/hosts/-'], { input: 'x' })
    expect(await secrets.ok(['decrypt', 'environments/new.yaml'], { key: alice })).toBe('hosts:\n    - x\n')
  })
  test('adds nothing to a list that stands elsewhere', async () => {
    const secrets = await withSecret()
    const rest = textOf(secrets).replace(/^[^]*?(?=^sops:)/m, '')
    secrets.repo.write({ [DB]: `base: &base []\nother: *base\n${rest.replace(/\n {4}mac: .*/, '')}` })
    const opened = await secrets.run(['set', DB, '/other/-'], { key: alice, input: 'x' })
    expect(opened.stderr).not.toContain('defect')
    expect(opened.code).not.toBe(0)
  })
  test('says that a value stands in clear, where the selector leaves it out', async () => {
    const secrets = new Secrets({ '.sops.yaml': `creation_rules: [{age: ${alice.recipient}, encrypted_regex: ^password$}]\n`, [DB]: PLAIN })
    await secrets.ok(['encrypt', DB])
    const ran = await secrets.run(['set', DB, '/nested/token'], { key: alice, input: 'x-canary' })
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('in clear, since encrypted_regex "^password$"') as string })
    expect((await secrets.run(['set', DB, '/password'], { key: alice, input: 'x-canary' })).stderr).not.toContain('in clear')
  })
  test.each<[string, string, string, readonly string[]]>([
    ['a text to merge', DB, '/<<', []],
    ['a text to merge below', DB, '/nested/<<', []],
    ['what JSON has no number for', 'environments/a.json', '/a', ['--type', 'float']],
    ['the same in a new file', 'environments/b.json', '/a', ['--type', 'float']],
  ])('refuses what SOPS could not write out: %s', async (_what, path, pointer, args) => {
    const secrets = await withSecret({ 'environments/a.json': '{"b": 1}\n' })
    await secrets.ok(['encrypt', 'environments/a.json'])
    const ran = await secrets.run(['set', path, pointer, ...args], { key: alice, input: 'NaN' })
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('not-representable') as string })
  })
  test.each([['password', 2], ['/user/x', 2]])('refuses %s', async (pointer, code) => {
    const ran = await (await withSecret()).run(['set', DB, pointer], { key: alice, input: 'canary' })
    expect(ran.code).toBe(code)
    expect(ran.stderr).not.toContain('canary')
  })
})

describe('files of other formats', () => {
  test.each([
    ['a.env', 'A=canary\nB=2\n'],
    ['a.json', '{\n\t"a": "canary",\n\t"b": 2\n}\n'],
    ['a.bin', 'canary \u0000\n'],
  ])('%s goes there and back', async (file, plain) => {
    const path = `environments/dev/${file}`
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [path]: plain })
    await secrets.ok(['encrypt', path])
    expect(textOf(secrets, path)).not.toContain('canary')
    expect(await secrets.ok(['decrypt', path], { key: alice })).toBe(plain)
    await secrets.ok(['decrypt', path, '--output', 'clear'], { key: alice })
    expect(statSync(join(secrets.repo.root, 'clear')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(secrets.repo.root, 'clear'), 'utf8')).toBe(plain)
  })
})

describe('tampering', () => {
  test('is a problem of the file: exit code 1', async () => {
    const secrets = await withSecret()
    secrets.repo.write({ [DB]: textOf(secrets).replace(/^ +token:.*\n/m, '') })
    const ran = await secrets.run(['verify', '--format', 'json'], { key: alice })
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.stdout)).toMatchObject({ files: [{ path: DB, state: 'wrong', problems: [{ kind: 'mac-mismatch' }] }] })
    expect((await secrets.run(['decrypt', DB], { key: alice }))).toMatchObject({ code: 1, stdout: '' })
  })
})

describe('encrypt keeps a text as it stands', () => {
  const handmade = '# about this\n\nuser:   "admin"   # beside\n\nlist:\n- a\n# between\n- k: v\n  l: "5"\nnested:\n  deep: |\n    one\n    two\n\n# the end\n'
  test('blank lines, quotes, indentation and comments, there and back', async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: handmade })
    await secrets.ok(['encrypt', DB])
    expect(textOf(secrets)).toMatch(/^#ENC\[.*\]\n\nuser: {3}"ENC\[.*\]" {3}#ENC\[.*\]\n\nlist:\n- ENC/)
    expect(await secrets.ok(['decrypt', DB], { key: alice })).toBe(handmade)
  })
  test.skipIf(toolOf('sops-3.13.3') === undefined)(`and the real sops reads it${unlessThere('sops-3.13.3')}`, async () => {
    const secrets = new Secrets({ '.sops.yaml': rules(alice), [DB]: handmade, 'environments/a.env': '# c\nA=1\n\nB=2\n', 'environments/a.json': '{"a": {"b": 1}, "c": [true]}' })
    for (const path of [DB, 'environments/a.env', 'environments/a.json']) {
      await secrets.ok(['encrypt', path])
      for (const version of ['3.13.3', '3.9.4']) {
        const sops = toolOf(`sops-${version}`)
        if (sops === undefined) continue
        const clear = await runTool(sops, ['--decrypt', '--output-type', 'json', join(secrets.repo.root, path)], { SOPS_AGE_KEY: alice.reveal() })
        expect(Object.keys(JSON.parse(clear.toString()) as object).length).toBeGreaterThan(0)
      }
    }
  })
})
