import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { sealDataKey, shareDataKey } from '../../src/adapters/sops/data-key.ts'
import { readPlain } from '../../src/stages/sops/read.ts'
import { sealSops, type SealOptions } from '../../src/stages/sops/seal.ts'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { byTwo, runTool } from './binaries.ts'
import { age, freshKey, kindsOf, NOW, openText, resultOf, run } from './world.ts'

/*
 * The metadata of a file, field by field with another value: what Cairn calls right, `sops decrypt` decrypts, and the
 * other way round, but for the differences that stand in a list here, each with its reason.
 */
const { identity, dataKey, groups } = await freshKey()
const more = await Promise.all(shareDataKey(dataKey, 2, 2).map(async (share) => [{ recipient: identity.recipient, enc: (await sealDataKey(share, identity.recipient, age)) as string }]))

const PLAIN = { yaml: 'user: admin\nnone: ""\n---\nuser: root\nnone: ""\n', json: '{"user": "admin", "none": ""}', env: 'USER=admin\nNONE=\n' } as const
type Format = keyof typeof PLAIN
const seal = (format: Format, how: Partial<SealOptions> = {}): string =>
  resultOf(sealSops(resultOf(readPlain(PLAIN[format], format)), { format, dataKey, groups, selector: { kind: 'unencrypted_suffix', pattern: '_unencrypted' }, macOnlyEncrypted: false, lastModified: NOW, ...how }, run))

const FILES = { yaml: seal('yaml'), groups: seal('yaml', { groups: more, threshold: 2 }), json: seal('json'), env: seal('env') }

/** `read` and `refused` by both; `stricter`: where Cairn differs from SOPS, and why. */
type Says = 'read' | 'refused' | 'stricter'

interface Row {
  readonly title: string
  readonly format: Format
  readonly text: string
  readonly says: Says
}

/** The first document of a stream, and what comes behind it. */
const inFirst = (text: string, change: (first: string) => string): string => {
  const end = text.search(/^---$/m)
  return end < 0 ? change(text) : change(text.slice(0, end)) + text.slice(end)
}
const inSecond = (text: string, change: (second: string) => string): string => text.slice(0, text.search(/^---$/m)) + change(text.slice(text.search(/^---$/m)))
const fieldOf = (field: string): RegExp => new RegExp(`^    ${field}:.*\\n`, 'm')
/** A field of the metadata with another value, or one more. */
const withField = (text: string, field: string, value: string): string => inFirst(text, (first) => {
  const line = `    ${field}: ${value}\n`
  return fieldOf(field).test(first) ? first.replace(fieldOf(field), () => line) : first.replace('\nsops:\n', () => `\nsops:\n${line}`)
})

const AT = 'created_at: "2026-01-01T00:00:00Z"'
/** Types of keys, and the fields that are texts and need not be there. */
const FOREIGN = { pgp: ['fp'], kms: ['arn', 'role', 'aws_profile'], gcp_kms: ['resource_id'], azure_kv: ['vault_url', 'name', 'version'], hc_vault: ['vault_address', 'engine_path', 'key_name'], hckms: [] }
const NO_TEXT = ['[]', '{}', '[a]', '{a: b}', '2026-01-01']
const SCALARS = ['""', '5', '1.5', 'true', 'text']
const SELECTORS = ['encrypted_suffix', 'unencrypted_regex', 'encrypted_regex', 'unencrypted_comment_regex', 'encrypted_comment_regex']

const VALUES: readonly (readonly [field: string, says: Says, values: readonly string[]])[] = [
  ['version', 'read', ['v3.13.3', '1.18', '1.x', '"1.18"', '3.13.3-rc1', '3.13.3+tool', '3.13.3-rc.1+b.2', '99.0.0', '9223372036854775808.0.0']],
  ['version', 'refused', [
    ...SCALARS.filter((value) => value !== '1.5'), ...NO_TEXT, '~', '3', '3.13', '"3.9"', 'v3', 'V3.13.3', '03.13.3', '3.13.3.4', '" 3.13.3"', '3.13.-1', '3.13.3-', '3.13.3-01', '3.13.3-a..b', '3.13.3+',
    '18446744073709551616.0.0', '.inf',
  ]],
  ['lastmodified', 'read', ['"2026-11-23T12:00:00+00:00"', '"2026-11-23T12:00:00.5Z"', '!!str 2026-11-23T12:00:00Z']],
  ['lastmodified', 'refused', [...SCALARS, ...NO_TEXT, '~', '2026-11-23T12:00:00Z', '2026-11-23', '"2026-11-23 12:00:00Z"', '"2026-11-23T12:00:00"', '"2026-11-23t12:00:00z"', '" 2026-11-23T12:00:00Z"']],
  // A fraction behind a comma, which Go reads and RFC 3339 does not have.
  ['lastmodified', 'stricter', ['"2026-11-23T12:00:00,5Z"']],
  ['mac', 'refused', [...SCALARS, ...NO_TEXT, '~']],
  ['unencrypted_suffix', 'refused', [...NO_TEXT, 'r', 'user']],
  ...SELECTORS.flatMap((selector) => [[selector, 'refused', [...NO_TEXT, 'x']], [selector, 'read', ['""', '~']]] as const),
  ['mac_only_encrypted', 'read', ['false', '"false"', '"False"', '"0"', '0', '0.0', 'F', '"f"', '""', '~']],
  ['mac_only_encrypted', 'refused', [...NO_TEXT, 'yes', 'no', '"no"', '"fAlse"', 'text']],
  ['shamir_threshold', 'read', ['0', '1', '2', '"1"', '-1', '1.5', '99', 'true', '"01"', '""', '~']],
  ['shamir_threshold', 'refused', [...NO_TEXT, 'text', '"1.5"']],
  // Numbers as Go writes them, and beyond 64 bits.
  ['shamir_threshold', 'stricter', ['"0x1"', '"1_0"', '9223372036854775808']],
  ['key_groups', 'read', ['[]', '~', '[~]', '[{age: []}]', '[{age: [{recipient: 1}]}]']],
  ['key_groups', 'refused', [...SCALARS, '[a]', '[5]', '[{hc_vault: 5}]']],
  // A mapping, or a time, in the place of a list, which SOPS before 3.13 refuses.
  ['key_groups', 'stricter', ['{}', '{a: b}', '2026-01-01']],
  ...Object.entries(FOREIGN).flatMap(([type, texts]) => [
    ...texts.flatMap((field) => [
      [type, 'read', [...SCALARS, '~'].map((value) => `[{enc: x, ${AT}, ${field}: ${value}}]`)],
      [type, 'refused', NO_TEXT.map((value) => `[{enc: x, ${AT}, ${field}: ${value}}]`)],
      // Bytes, which SOPS takes for a text.
      [type, 'stricter', [`[{enc: x, ${AT}, ${field}: !!binary aGk=}]`]],
    ] as const),
    [type, 'read', ['[]', '~', `[{enc: x, ${AT}, more: [1]${type === 'hckms' ? ', key_id: "a:b"' : ''}}]`]],
    [type, 'refused', [...SCALARS, '[a]', '[~]', '[{}]', '{a: b}', '2026-01-01', '[{enc: x, created_at: soon}]', '[{enc: x, created_at: 2026-01-01T00:00:00Z}]', `[{enc: [], ${AT}}]`]],
    [type, 'stricter', ['{}']],
  ] as const),
  ['hckms', 'read', ['"a:b"', '"a:b:c"', '" a: b"'].map((id) => `[{key_id: ${id}, enc: x, ${AT}}]`)],
  ['hckms', 'refused', [`[{enc: x, ${AT}}]`, ...['ab', '"a:"', '":b"', '":"', '""', '~', '5', 'true', '[]'].map((id) => `[{key_id: ${id}, enc: x, ${AT}}]`)]],
  ['kms', 'read', ['{}', '~', '{a: b, c: d}', '{a: ~}', '{a: 5}', '{a: true}'].map((context) => `[{arn: a, enc: x, ${AT}, context: ${context}}]`)],
  ['kms', 'refused', ['[a]', 'text', '""', '5', '{a: [x]}', '{a: {b: c}}', '{a: 2026-01-01}'].map((context) => `[{arn: a, enc: x, ${AT}, context: ${context}}]`)],
  ['kms', 'stricter', ['[]', '[{a: b}]', '2026-01-01'].map((context) => `[{arn: a, enc: x, ${AT}, context: ${context}}]`)],
  ['unknown', 'read', [...SCALARS, ...NO_TEXT, '~', '[{a: b}]', '[5]']],
]

const ENTRY = / {8}- enc: \|\n[^]*? +recipient: .*\n/.exec(FILES.yaml)?.[0] ?? ''
const inEntry = (change: (entry: string) => string) => (text: string) => inFirst(text, (first) => first.replace(ENTRY, change))
const twice = (expression: RegExp) => (text: string): string => text.replace(expression, (line) => line + line)

const CHANGES: readonly (readonly [file: keyof typeof FILES, says: Says, title: string, change: (text: string) => string])[] = [
  ['yaml', 'read', 'as it is', (text) => text],
  ...['version', 'lastmodified', 'mac'].map((field) => ['yaml', 'refused', `no ${field}`, (text: string) => inFirst(text, (first) => first.replace(fieldOf(field), ''))] as const),
  ...['version', 'lastmodified', 'mac', 'unencrypted_suffix'].map((field) => ['yaml', 'refused', `${field} twice`, (text: string) => inFirst(text, twice(fieldOf(field)))] as const),
  ['yaml', 'refused', 'an empty value twice', twice(/^none:.*\n/m)],
  ['yaml', 'read', 'the same behind the first document', (text) => inSecond(text, twice(/^none:.*\n/m))],
  ['yaml', 'read', 'a second block without a version', (text) => inSecond(text, (second) => second.replace(fieldOf('version'), ''))],
  ['yaml', 'read', 'a second block with another MAC', (text) => inSecond(text, (second) => second.replace(fieldOf('mac'), '    mac: x\n'))],
  ['yaml', 'read', 'no second block', (text) => inSecond(text, (second) => second.replace(/\nsops:[^]*/, '\n'))],
  // What stands there is a value that nobody encrypted.
  ['yaml', 'stricter', 'a text in the place of the second block', (text) => inSecond(text, (second) => second.replace(/\nsops:[^]*/, '\nsops: x\n'))],
  ['yaml', 'refused', 'no first block', (text) => inFirst(text, (first) => first.replace(/\nsops:[^]*/, '\n'))],
  ['yaml', 'refused', 'no recipients', inEntry(() => '')],
  ...['x', '5', '[a]', '{a: b}'].map((item) => ['yaml', item === '{a: b}' ? 'read' : 'refused', `a recipient ${item}`, inEntry((entry) => `${entry}        - ${item}\n`)] as const),
  ['yaml', 'stricter', 'a recipient that is nothing', inEntry((entry) => `${entry}        -\n`)],
  ...NO_TEXT.map((value) => ['yaml', 'refused', `a recipient with enc ${value}`, inEntry((entry) => `${entry}        - {recipient: x, enc: ${value}}\n`)] as const),
  ...NO_TEXT.map((value) => ['yaml', 'refused', `a recipient called ${value}`, inEntry((entry) => entry.replace(/recipient: .*/, `recipient: ${value}`))] as const),
  ...['""', '~', '5'].map((value) => ['yaml', 'read', `a recipient called ${value}`, inEntry((entry) => entry.replace(/recipient: .*/, `recipient: ${value}`))] as const),
  ['yaml', 'read', 'a recipient with more', inEntry((entry) => `${entry}          more: [a]\n`)],
  // SOPS takes fields in capitals from 3.13 on.
  ...['Version', 'LastModified', 'MAC', 'AGE'].map((field) => ['yaml', 'stricter', field, (text: string) => inFirst(text, (first) => first.replace(`    ${field.toLowerCase()}:`, `    ${field}:`))] as const),
  ...['0', '1', '~', '"2"'].map((value) => ['groups', 'read', `threshold ${value}`, (text: string) => withField(text, 'shamir_threshold', value)] as const),
  ['groups', 'refused', 'threshold 3', (text) => withField(text, 'shamir_threshold', '3')],
  ...['-1', '"0x2"', '1.5', 'true'].map((value) => ['groups', 'stricter', `threshold ${value}`, (text: string) => withField(text, 'shamir_threshold', value)] as const),
  ['groups', 'refused', 'a group with keys that are none', (text) => inFirst(text, (first) => first.replace('hc_vault: []', 'hc_vault: x'))],
  ['json', 'read', 'as it is', (text) => text],
  ...(['version', 'lastmodified'] as const).map((field) => ['json', 'refused', `no ${field}`, (text: string) => text.replace(new RegExp(`.*"${field}".*\n`), '')] as const),
  ...[['"mac": 5', 'refused'], ['"version": 3.13', 'refused'], ['"version": null', 'refused'], ['"unencrypted_suffix": {}', 'refused']].map(
    ([line = '', says]) => ['json', says as Says, line, (text: string) => text.replace(new RegExp(`${line.split(':')[0] ?? ''}:[^\n]*?(,?)\n`), `${line}$1\n`)] as const,
  ),
  ['json', 'read', 'a key twice', (text) => text.replace(/(\t"none".*\n)/, '$1$1')],
  // The same field with two values: readers differ in which one counts.
  ['json', 'stricter', 'the version twice', (text) => text.replace(/(.*"version": ).*/, '$1"1.0",\n$&')],
  ['env', 'read', 'as it is', (text) => text],
  ['env', 'refused', 'the version twice', twice(/^sops_version.*\n/m)],
  ...[['version=3.13', 'refused'], ['version=', 'refused'], ['mac_only_encrypted=no', 'refused'], ['mac_only_encrypted=false', 'read'], ['shamir_threshold=x', 'refused'], ['shamir_threshold=2', 'read'], ['pgp=x', 'refused'],
    ['pgp__list_0__map_fp=x', 'refused'], ['unknown=x', 'read'], ['version__map_x=y', 'refused'], ['age__list_1__map_recipient=', 'read'], ['age__list_2__map_recipient=', 'refused']].map(
    ([line = '', says]) => ['env', says as Says, line, (text: string) => (/^version=/.test(line) ? text.replace(/sops_version=.*/, `sops_${line}`) : `${text}sops_${line}\n`)] as const,
  ),
]

const rows: readonly Row[] = [
  ...VALUES.flatMap(([field, says, values]) => values.map((value) => ({ title: `${field}: ${value}`, format: 'yaml', text: withField(FILES.yaml, field, value), says } as const))),
  ...CHANGES.map(([file, says, title, change]) => ({ title: `${file}: ${title}`, format: file === 'groups' ? 'yaml' : file, text: change(FILES[file]), says } as const)),
]

describe('cairn', () => {
  test.each(rows)('$title is $says', async ({ text, format, says, title }) => {
    if (!title.endsWith('as it is')) expect(Object.values(FILES)).not.toContain(text)
    const kinds = kindsOf(await openText(text, format, [identity]))
    if (says === 'read') expect(kinds).toEqual([])
    else expect(kinds).not.toEqual([])
  })
})

const sops = toolOf('sops-3.13.3')
test.skipIf(sops === undefined)(`and so it is by sops 3.13.3, but for what is stricter${unlessThere('sops-3.13.3')}`, { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-metadata-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const different: string[] = []
  await byTwo(rows.map((row, i) => ({ ...row, path: join(folder, `${i}.${row.format}`) })), async ({ title, text, says, path }) => {
    writeFileSync(path, text)
    const isRead = await runTool(sops ?? '', ['decrypt', path], { SOPS_AGE_KEY: identity.reveal() }).then(() => true, () => false)
    if (isRead !== (says === 'read' || says === 'stricter')) different.push(`${title}: sops ${isRead ? 'reads' : 'refuses'} it`)
  })
  expect(different).toEqual([])
})
