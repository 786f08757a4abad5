import { describe, expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import { showLocation } from '../../src/core/place.ts'
import type { Files } from '../helpers/repository.ts'
import { checkFiles } from '../helpers/memory.ts'
import { KEY, newKey, openerWith, sealed } from './world.ts'

const A = 'environments/prod/services/a.sops.yaml'
const SCHEMA = 'schemas/services.yaml'
const PLACE = `${A}:1:11`

const told = ({ location, severity, rule }: SettledFinding): string => `${showLocation(location)} ${severity} ${rule}`

async function both(files: Files) {
  const opener = openerWith(KEY)
  return { without: await checkFiles(files), with: await checkFiles(files, {}, { opener }), masked: opener.masked }
}

describe('what a schema asks of a secret is asked once it is opened', () => {
  test.each([
    ['validate/length', 'minLength: 12', 'hunter2'],
    ['validate/length', 'maxLength: 3', 'hunter2'],
    ['validate/pattern', 'pattern: ^x', 'hunter2'],
    ['validate/format', 'format: ipv4', 'hunter2'],
    ['validate/enum', 'enum: [hunter1, hunter3]', 'hunter2'],
    ['validate/const', 'const: hunter1', 'hunter2'],
    ['validate/range', 'maximum: 65535', '99999'],
    ['validate/range', 'multipleOf: 2', '12347'],
    ['validate/not', 'not: {pattern: ^h}', 'hunter2'],
    ['validate/any-of', 'anyOf: [{pattern: ^x}, {minLength: 9}]', 'hunter2'],
    ['validate/one-of', 'oneOf: [{pattern: ^h}, {minLength: 3}]', 'hunter2'],
  ])('%s: %s', async (rule, keyword, value) => {
    const files = { [SCHEMA]: `properties: {password: {${keyword}}}\n`, [A]: sealed(`password: ${value}\n`) }
    const { without, with: opened, masked } = await both(files)
    expect(without.findings).toEqual([])
    expect(without.undecided).toHaveLength(1)
    expect(without.notChecked.join()).toContain('this run was given no key')
    expect(opened.findings.map(told)).toEqual([`${PLACE} error ${rule}`])
    expect(opened.undecided).toEqual([])
    expect(opened.notChecked).toEqual([])
    expect(JSON.stringify(opened)).not.toContain(value)
    expect(masked).toEqual(value.length >= 8 ? [value] : [])
  })

  test('what fits is no finding, and no longer open', async () => {
    const files = { [SCHEMA]: 'properties: {password: {minLength: 4}}\n', [A]: sealed('password: hunter2\n') }
    const { without, with: opened } = await both(files)
    expect([without.undecided.length, opened.undecided.length, opened.findings.length]).toEqual([1, 0, 0])
  })

  test('a value that came by reference, at the reference', async () => {
    const files = {
      [SCHEMA]: 'properties: {url: {pattern: ^https}}\n',
      [A]: sealed('password: hunter2\n'),
      'environments/prod/services/b.yaml': 'url: ${cairn:services/a#/password}\n',
    }
    const { with: opened } = await both(files)
    expect(opened.findings.map(told)).toEqual(['environments/prod/services/b.yaml:1:6 error validate/pattern'])
  })

  test('a text that is put together from secrets stays open', async () => {
    const files = {
      [SCHEMA]: 'properties: {url: {pattern: ^https}}\n',
      [A]: sealed('password: hunter2\n'),
      'environments/prod/services/b.yaml': 'url: "x ${cairn:services/a#/password}"\n',
    }
    expect((await both(files)).with.undecided).toHaveLength(1)
  })

  test('a kind whose schema is a proposal is asked nothing, and that is said', async () => {
    const files = { [SCHEMA]: 'properties: {password: {pattern: ^h}}\n', [A]: sealed('password: hunter2\n') }
    const found = await checkFiles(files, {}, { opener: openerWith(KEY), mayJudge: () => false })
    expect(found.findings).toEqual([])
    expect(found.undecided).toHaveLength(1)
    expect(found.notChecked).toEqual([expect.stringContaining('the schemas of services')])
  })

  test('in dotenv and JSON too', async () => {
    const files = {
      [SCHEMA]: 'properties: {PASSWORD: {minLength: 12}, deep: {properties: {port: {maximum: 100}}}}\n',
      'environments/prod/services/a.sops.env': sealed('PASSWORD=hunter2\n', { format: 'env' }),
      'environments/prod/services/b.sops.json': sealed('{"deep": {"port": 8080}}', { format: 'json' }),
    }
    expect((await both(files)).with.findings.map(({ rule }) => rule)).toEqual(['validate/length', 'validate/range'])
  })
})

describe('nothing is opened where it may not be', () => {
  const SECRET = { [SCHEMA]: 'properties: {password: {minLength: 12}}\n', [A]: sealed('password: hunter2\n') }

  test('for an environment with an error of parsing', async () => {
    const { with: opened, masked } = await both({ ...SECRET, 'environments/prod/services/b.yaml': 'a: [\n' })
    expect(opened.findings.map(({ rule }) => rule)).toEqual(['parse/syntax'])
    expect(opened.undecided).toHaveLength(1)
    expect(opened.notChecked.join()).toContain('nothing is opened in prod')
    expect(masked).toEqual([])
  })

  test('for an environment with an error of linking, and for others it is', async () => {
    const { with: opened } = await both({
      ...SECRET,
      'environments/staging/services/b.yaml': 'a: ${cairn:services/c#/x}\n',
      'environments/staging/services/a.sops.yaml': sealed('password: hunter3\n'),
    })
    expect(opened.findings.map(told)).toEqual([`${PLACE} error validate/length`, 'environments/staging/services/b.yaml:1:4 error link/dangling'])
    expect(opened.undecided.map(({ environments }) => environments)).toEqual([['staging']])
  })

  test('where the structure has errors', async () => {
    const { masked, with: opened } = await both({ ...SECRET, 'environments/prod/environment.yaml': 'inherits: nobody\n' })
    expect(opened.undecided).toHaveLength(1)
    expect(masked).toEqual([])
  })

  test('with a key that does not fit', async () => {
    const found = await checkFiles(SECRET, {}, { opener: openerWith(await newKey()) })
    expect(found.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['secret/locked', 'note']])
    expect(found.findings[0]?.message).toContain(KEY.identity.recipient)
    expect(found.undecided).toHaveLength(1)
  })
})

describe('tampering is told at its place', () => {
  const text = sealed('password: hunter2\nhost_unencrypted: example.com\nuser: root\n')
  const PASSWORD = /password: (.*)/.exec(text)?.[1] ?? ''
  const USER = /user: (.*)/.exec(text)?.[1] ?? ''
  test.each([
    ['a value', text.replace(/(password: .*data:)(.)/, (_, start: string, first: string) => start + (first === 'A' ? 'B' : 'A')), '1:11', 'secret/forged-value'],
    ['two values that changed places', text.replace(PASSWORD, '@').replace(USER, PASSWORD).replace('@', USER), '1:11', 'secret/forged-value'],
    ['a value in clear', text.replace('example.com', 'evil.example'), 'mac', 'secret/mac-mismatch'],
    ['a type', text.replace(/(password: .*type:)str/, '$1int'), '1:11', 'secret/forged-value'],
    ['the time', text.replace('2026-11-01', '2026-11-02'), 'mac', 'secret/forged-mac'],
    ['the data key', text.replace(/(-----BEGIN AGE ENCRYPTED FILE-----\n\s+\S{20})(.)/, (_, start: string, one: string) => start + (one === 'A' ? 'B' : 'A')), 'key', 'secret/damaged-key'],
  ])('%s', async (_what, changed, place, rule) => {
    expect(changed).not.toBe(text)
    const { without, with: opened } = await both({ [A]: changed })
    expect(without.findings).toEqual([])
    expect(opened.findings.map((one) => one.rule)).toContain(rule)
    if (place.includes(':')) expect(showLocation((opened.findings[0] as SettledFinding).location)).toBe(`${A}:${place}`)
    expect(new Set(opened.findings.map((one) => one.rule))).toEqual(new Set([rule]))
  })
})

describe('a byte order mark', () => {
  const ENV = 'environments/prod/services/a.sops.env'
  const JSON_FILE = 'environments/prod/services/a.sops.json'

  test('is a part of the first key of a dotenv file, as it is for SOPS, and none of what documents call it', async () => {
    const files = { [SCHEMA]: 'properties: {PASSWORD: {minLength: 12}}\n', [ENV]: sealed('\ufeffPASSWORD=hunter2\nUSER=root\n', { format: 'env' }) }
    const { without, with: opened } = await both(files)
    expect(without.findings).toEqual([])
    expect(opened.findings.map(told)).toEqual([`${ENV}:1:10 error validate/length`])
    const { [ENV]: marked } = files
    expect((await both({ [ENV]: marked.slice(1) })).with.findings.map(({ rule }) => rule)).toContain('secret/forged-value')
  })
  test('before JSON makes a file that SOPS does not read', async () => {
    const { without } = await both({ [JSON_FILE]: `\ufeff${sealed('{"password":"hunter2"}', { format: 'json' })}` })
    expect(without.findings.map(told)).toEqual([`${JSON_FILE}:1:1 error secret/bad-metadata`])
  })
  test('before YAML is none of the text', async () => {
    expect((await both({ [A]: `\ufeff${sealed('password: hunter2\n')}` })).with.findings).toEqual([])
  })
})
