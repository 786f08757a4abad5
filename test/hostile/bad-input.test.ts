import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cairn } from '../helpers/cli.ts'
import { repository, type Files } from '../helpers/repository.ts'

const GOOD: Files = { 'environments/dev/services/good.yaml': 'port: 80\n' }
const BAD = 'environments/dev/services/bad'

interface Checked {
  readonly code: number
  readonly documents: number
  readonly findings: readonly { rule: string; file?: string; line?: number; column?: number; message: string }[]
}

/** The verdict as a program reads it; the rest of the run has to be complete. */
async function check(root: string): Promise<Checked> {
  const { code, stdout, stderr } = await cairn(['check', '--format', 'json'], { directory: root })
  expect(stderr).toBe('')
  return { code, ...(JSON.parse(stdout) as Omit<Checked, 'code'>) }
}

const places = ({ findings }: Checked) =>
  findings.map(({ file = '', line, column, rule }) => `${file}${line === undefined ? '' : `:${line}:${column}`} ${rule}`)

describe('one bad file is a finding at its place, and the others are checked', () => {
  const nested = (open: string, close: string, depth: number) => `a: ${open.repeat(depth)}${close.repeat(depth)}\n`
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]', ...'bcdefghi'.split('').map((key, i) => {
    const below = 'abcdefgh'[i] ?? ''
    return `${key}: &${key} [${Array(10).fill(`*${below}`).join(', ')}]`
  })].join('\n')

  test.each<[string, Files, string]>([
    ['random bytes', { [`${BAD}.yaml`]: Buffer.from([0, 1, 2, 255, 254, 0]) }, `${BAD}.yaml parse/binary`],
    ['invalid UTF-8', { [`${BAD}.yaml`]: Buffer.from('a: 1\nb: \xff\n', 'latin1') }, `${BAD}.yaml:2:4 parse/encoding`],
    ['invalid UTF-8 in JSON', { [`${BAD}.json`]: Buffer.from('{"a": "\xff"}', 'latin1') }, `${BAD}.json:1:8 parse/encoding`],
    ['11 MB', { [`${BAD}.yaml`]: `a: ${'x'.repeat(11_000_000)}\n` }, `${BAD}.yaml discover/too-large`],
    ['50 MB', { [`${BAD}.json`]: Buffer.alloc(50_000_000, 32) }, `${BAD}.json discover/too-large`],
    ['100,000 nested lists', { [`${BAD}.yaml`]: nested('[', ']', 100_000) }, `${BAD}.yaml:1:106 parse/too-deep`],
    ['100,000 nested JSON lists', { [`${BAD}.json`]: '['.repeat(100_000) }, `${BAD}.json:1:101 parse/too-deep`],
    ['an alias bomb', { [`${BAD}.yaml`]: bomb }, `${BAD}.yaml:6:36 parse/too-many-nodes`],
  ])('%s', async (_what, files, expected) => {
    const { root } = repository({ ...GOOD, ...files })
    const start = performance.now()
    const checked = await check(root)
    expect(places(checked).filter((one) => one === expected)).toHaveLength(1)
    expect(checked.documents).toBe(2)
    expect(checked.code).toBe(1)
    expect(performance.now() - start).toBeLessThan(20_000) // a guard against running away, not a measurement
  })

  test.each([
    ['yaml', '__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n'],
    ['json', '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'],
    ['toml', '[__proto__]\npolluted = true\n[constructor.prototype]\npolluted = true\n'],
    ['ini', '[__proto__]\npolluted = true\n[constructor]\nprototype = 1\n'],
    ['env', '__proto__=polluted\nconstructor=polluted\n'],
  ])('__proto__ in %s is a key, also through a merge', async (extension, text) => {
    const { root } = repository({
      'environments/base/environment.yaml': 'abstract: true\n',
      'environments/dev/environment.yaml': 'inherits: base\n',
      [`environments/base/services/bad.${extension}`]: text,
      [`environments/dev/services/bad.${extension}`]: text,
    })
    expect(places(await check(root))).toEqual([])
    const { stdout } = await cairn(['render', '--format', 'json'], { directory: root })
    expect(stdout).toContain('"__proto__"')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('files that are none', () => {
  test('links, folders, pipes and what may not be read', async () => {
    const repo = repository({ ...GOOD, 'environments/dev/services/empty.yaml': '', 'elsewhere/real.yaml': 'port: 1\n' })
    const at = (name: string) => join(repo.root, 'environments/dev/services', name)
    symlinkSync('/etc/hostname', at('outside.yaml'))
    symlinkSync('nowhere.yaml', at('dangling.yaml'))
    symlinkSync('circle.yaml', at('circle.yaml'))
    symlinkSync('../../../elsewhere/real.yaml', at('inside.yaml'))
    mkdirSync(at('folder.yaml'))
    writeFileSync(join(at('folder.yaml'), 'x.yaml'), 'a: 1\n')
    execFileSync('mkfifo', [at('pipe.yaml')])
    const checked = await check(repo.root)
    const file = (name: string) => `environments/dev/services/${name}`
    expect(places(checked)).toEqual([
      `${file('circle.yaml')} discover/broken-link`,
      `${file('dangling.yaml')} discover/broken-link`,
      `${file('folder.yaml/x.yaml')} discover/unused-file`,
      `${file('outside.yaml')} discover/outside-link`,
    ])
    const { stdout } = await cairn(['render', '--format', 'json', 'services/inside', 'services/empty'], { directory: repo.root })
    expect(JSON.parse(stdout)).toEqual({ dev: { 'services/inside': { port: 1 }, 'services/empty': {} } })
  })

  test.runIf(process.getuid?.() !== 0)('a file without read permission', async () => {
    const repo = repository({ ...GOOD, [`${BAD}.yaml`]: 'a: 1\n' })
    chmodSync(join(repo.root, `${BAD}.yaml`), 0)
    expect(places(await check(repo.root))).toEqual([`${BAD}.yaml discover/unreadable-file`])
  })
})

describe('many and odd environments', () => {
  test('500 environments that inherit in a chain', async () => {
    const files: Record<string, string> = { 'environments/e0/services/a.yaml': 'port: 1\n' }
    for (let i = 0; i < 500; i++) {
      files[`environments/e${i}/environment.yaml`] = i === 0 ? '{}\n' : `inherits: e${i - 1}\n`
      files[`environments/e${i}/services/own.yaml`] = `number: ${i}\n`
    }
    const { root } = repository(files)
    const checked = await check(root)
    expect(checked.code).toBe(0)
    expect(checked.documents).toBe(2)
  })

  test('a circle of 500 is one finding', async () => {
    const files: Record<string, string> = { ...(GOOD as Record<string, string>) }
    for (let i = 0; i < 500; i++) files[`environments/e${i}/environment.yaml`] = `inherits: e${(i + 1) % 500}\n`
    expect((await check(repository(files).root)).findings.map(({ rule }) => rule)).toEqual(['inherit/cycle'])
  })

  test('names with spaces, quotes, unicode, dots and control characters', async () => {
    const odd = ['with space', `quo"te's`, 'größe 値 😀', '..dots', '-dash', '$(x)', '%41', 'a\tb', 'new\nline', 'bidi\u202e', '\\back']
    const files: Record<string, string> = {}
    for (const name of odd) files[`environments/${name}/services/${name}.yaml`] = 'port: 1\n'
    const { root } = repository(files)
    const checked = await check(root)
    const bad = checked.findings.filter(({ rule }) => rule === 'discover/bad-name')
    expect(bad.length).toBeGreaterThan(0)
    expect(checked.findings.filter((one) => !bad.includes(one))).toEqual([])
    for (const format of ['terminal', 'markdown']) {
      const { stdout } = await cairn(['check', '--format', format], { directory: root })
      // eslint-disable-next-line no-control-regex -- these must not be there
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
    }
    const { stdout } = await cairn(['render', '--format', 'json', '-e', `quo"te's`], { directory: root })
    expect(JSON.parse(stdout)).toEqual({ [`quo"te's`]: { [`services/quo"te's`]: { port: 1 } } })
  })
})

describe('places where there is nothing to check', () => {
  test('outside of any repository', async () => {
    const { code, stderr, stdout } = await cairn(['check'], { directory: '/' })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('not in a Git repository')
  })
  test('a folder that does not exist', async () => {
    expect((await cairn(['-C', '/does/not/exist', 'check'], { directory: '/' })).code).toBe(2)
  })
  test('a repository without a commit', async () => {
    const { root } = repository({})
    expect((await check(root)).findings.map(({ rule }) => rule)).toEqual(['discover/nothing-to-check'])
    expect((await cairn(['check', '--at', 'HEAD'], { directory: root })).code).toBe(2)
    expect((await cairn(['diff'], { directory: root })).code).toBe(2)
  })
})
