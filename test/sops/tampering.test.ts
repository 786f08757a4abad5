import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readPlain } from '../../src/stages/sops/read.ts'
import { sealSops } from '../../src/stages/sops/seal.ts'
import { FIXTURES, freshKey, identitiesOf, kindsOf, NOW, openText, resultOf, run } from './world.ts'

const { identity, dataKey, groups } = await freshKey()
const PLAIN = 'user: admin\npassword: hunter2\nport: 5432\nlist: [a, b]\nnote_unencrypted: clear\nkey_x: k\n'
const options = { format: 'yaml', dataKey, groups, selector: { kind: 'unencrypted_suffix', pattern: '_unencrypted' }, macOnlyEncrypted: false, lastModified: NOW } as const
const file = resultOf(sealSops(resultOf(readPlain(PLAIN, 'yaml')), options, run))

/** Another character of base64 in the place of one. */
const flip = (char: string) => (char === 'A' ? 'B' : 'A')
const flipAt = (text: string, expression: RegExp): string => {
  const match = expression.exec(text)
  if (match === null) throw new Error(`${expression.source} is not there`)
  const at = match.index + match[0].length - 1
  return text.slice(0, at) + flip(text.charAt(at)) + text.slice(at + 1)
}
const line = (text: string, key: string) => new RegExp(`^${key}:.*\\n`, 'm').exec(text)?.[0] ?? ''
const without = (text: string, key: string) => text.replace(line(text, key), '')

test('the file as it is opens', async () => expect(kindsOf(await openText(file, 'yaml', [identity]))).toEqual([]))

test.each<[string, (text: string) => string, string]>([
  ['a byte of a value', (text) => flipAt(text, /password: ENC\[AES256_GCM,data:../), 'forged-value'],
  ['a byte of a tag', (text) => flipAt(text, /password: .*tag:../), 'forged-value'],
  ['a byte of an initialisation vector', (text) => flipAt(text, /password: .*iv:../), 'forged-value'],
  ['a tag that is cut', (text) => text.replace(/(password: .*tag:)[^=]{8}/, '$1'), 'damaged-envelope'],
  ['text behind an envelope', (text) => text.replace(/(password: .*type:str\])/, '$1x'), 'damaged-envelope'],
  ['an unknown type', (text) => text.replace(/(password: .*type:)str/, '$1blob'), 'damaged-envelope'],
  ['a type that the value is none of', (text) => text.replace(/(password: .*type:)str/, '$1int'), 'bad-value'],
  ['a type that SOPS never writes', (text) => text.replace(/(password: .*type:)str/, '$1bytes'), 'bad-value'],
  ['a type that takes the value out of the MAC', (text) => text.replace(/(password: .*type:)str/, '$1comment'), 'mac-mismatch'],
  ['the type bool of a number', (text) => text.replace(/(port: .*type:)int/, '$1bool'), 'bad-value'],
  ['the name of a key', (text) => text.replace('key_x:', 'key_y:'), 'forged-value'],
  ['a value under another key', (text) => text.replace(/user: (.*)\npassword: (.*)/, 'user: $2\npassword: $1'), 'forged-value'],
  ['items of a list in another order', (text) => text.replace(/ {4}- (.*)\n {4}- (.*)/, '    - $2\n    - $1'), 'mac-mismatch'],
  ['a value in clear', (text) => text.replace('_unencrypted: clear', '_unencrypted: cleaR'), 'mac-mismatch'],
  ['a value that is deleted', (text) => without(text, 'user'), 'mac-mismatch'],
  ['a value that is emptied', (text) => text.replace(/user: .*/, 'user: ""'), 'mac-mismatch'],
  ['a value that is made null', (text) => text.replace(/user: .*/, 'user: null'), 'mac-mismatch'],
  ['a value that is added in clear, selected', (text) => text.replace('sops:', 'more: x\nsops:'), 'plaintext'],
  ['a value that is added in clear, not selected', (text) => text.replace('sops:', 'more_unencrypted: x\nsops:'), 'mac-mismatch'],
  ['a number in the place of an envelope', (text) => text.replace(/port: .*/, 'port: 5433'), 'not-text'],
  ['values in another order', (text) => text.replace(/(user: .*\n)(password: .*\n)/, '$2$1'), 'mac-mismatch'],
  ['a byte of the MAC', (text) => flipAt(text, / mac: ENC\[AES256_GCM,data:../), 'mac-forged'],
  ['the MAC of a value', (text) => text.replace(/( mac: ).*/, `$1${/user: (.*)/.exec(text)?.[1] ?? ''}`), 'mac-forged'],
  ['a second block of metadata', (text) => text + text.slice(text.indexOf('sops:')), 'bad-metadata'],
  ['no MAC', (text) => text.replace(/ +mac: .*\n/, ''), 'mac-missing'],
  ['an empty MAC', (text) => text.replace(/( mac: ).*/, '$1""'), 'mac-missing'],
  ['the time', (text) => text.replace(/lastmodified: "2026/, 'lastmodified: "2027'), 'mac-forged'],
  ['no time', (text) => text.replace(/ +lastmodified: .*\n/, ''), 'bad-metadata'],
  ['a time that is none', (text) => text.replace(/lastmodified: .*/, 'lastmodified: soon'), 'bad-metadata'],
  ['the selector', (text) => text.replace('unencrypted_suffix: _unencrypted', 'unencrypted_suffix: x'), 'plaintext'],
  ['a selector that selects nothing', (text) => text.replace('unencrypted_suffix: _unencrypted', 'encrypted_suffix: zz'), 'mac-mismatch'],
  ['a second selector', (text) => text.replace('unencrypted_suffix:', 'encrypted_regex: x\n    unencrypted_suffix:'), 'several-selectors'],
  ['a selector that is no expression', (text) => text.replace('unencrypted_suffix: _unencrypted', 'encrypted_regex: "("'), 'bad-selector'],
  ['what the MAC covers', (text) => text.replace('mac:', 'mac_only_encrypted: true\n    mac:'), 'mac-mismatch'],
  ['a byte of the recipient\'s age file', (text) => flipAt(text, /YWdl[^\n]*\n {12}...../), 'bad-recipient-block'],
  ['the armor of the age file', (text) => text.replace('-----BEGIN AGE ENCRYPTED FILE-----', '-----BEGIN AGE-----'), 'bad-recipient-block'],
  ['all recipients', (text) => text.replace(/ {4}age:[^]*?(?= {4}lastmodified)/, ''), 'no-keys'],
  ['the metadata', (text) => text.replace(/sops:[^]*/, ''), 'no-metadata'],
])('%s', async (_what, tamper, kind) => {
  const tampered = tamper(file)
  expect(tampered).not.toBe(file)
  const found = kindsOf(await openText(tampered, 'yaml', [identity]))
  expect(found[0]).toBe(kind)
  expect(new Set(found).size).toBe(1)
})

describe('a file is not sealed', () => {
  const seal = (plain: string, more: Partial<Parameters<typeof sealSops>[1]>) => kindsOf(sealSops(resultOf(readPlain(plain, more.format ?? 'yaml')), { ...options, ...more }, run))

  test.each([
    ['with a selector that is no expression', PLAIN, { selector: { kind: 'encrypted_regex', pattern: '(' } }, 'bad-selector'],
    ['with what JavaScript knows and RE2 does not', PLAIN, { selector: { kind: 'encrypted_regex', pattern: '(?=x)' } }, 'bad-selector'],
    ['with a selector that selects nothing', PLAIN, { selector: { kind: 'encrypted_regex', pattern: '^passwd$' } }, 'nothing-selected'],
    ['with a suffix that selects nothing', PLAIN, { selector: { kind: 'encrypted_suffix', pattern: '_secret' } }, 'nothing-selected'],
    ['with a comment that nobody wrote', PLAIN, { selector: { kind: 'encrypted_comment_regex', pattern: 'sops:enc' } }, 'nothing-selected'],
    ['with an expression that its own envelopes match', '# a note\na: 1\n', { selector: { kind: 'unencrypted_comment_regex', pattern: 'comment' } }, 'bad-selector'],
    ['that is sealed already', file, {}, 'reserved-key'],
    ['that holds an envelope', `a: ${/user: (.*)/.exec(file)?.[1] ?? ''}\n`, {}, 'already-encrypted'],
    ['with a key of the metadata', 'sops_x=1\n', { format: 'env' }, 'reserved-key'],
  ] as const)('%s', (_what, plain, more, kind) => expect(seal(plain, more)).toEqual([kind]))

  test.each(['(?i)PASS', '\\Apass', 'pass\\w+\\z', '(?P<name>pass)', '[[:alpha:]]word', '\\Qpassword\\E'])('but with the expression %s of Go it is', (pattern) => {
    const sealed = resultOf(sealSops(resultOf(readPlain(PLAIN, 'yaml')), { ...options, selector: { kind: 'encrypted_regex', pattern } }, run))
    expect(sealed).toMatch(/^password: ENC/m)
    expect(sealed).toMatch(/^user: admin$/m)
  })
})

test('a problem tells its place and pointer, and nothing of a value', async () => {
  const outcome = await openText(file.replace(/port: .*/, 'port: hunter3'), 'yaml', [identity])
  if (outcome.ok) throw new Error('it opened')
  const [found] = outcome.problems
  expect(found).toMatchObject({ kind: 'plaintext', document: 0, tokens: ['port'] })
  expect(file.replace(/port: .*/, 'port: hunter3').slice(found?.start, found?.end)).toBe('hunter3')
  expect(JSON.stringify(outcome)).not.toContain('hunter')
})

test('what the recipient is called does not count: SOPS tries every identity', async () => {
  const renamed = file.replace(identity.recipient, 'age1somebodyelse')
  expect(kindsOf(await openText(renamed, 'yaml', [identity]))).toEqual([])
})

describe('keys of other types', () => {
  const foreign = '    pgp:\n        - created_at: "2026-01-01T00:00:00Z"\n          enc: x\n          fp: ABCDEF\n'

  test('are kept beside those of age', async () => {
    const mixed = file.replace('    unencrypted_suffix', `${foreign}    unencrypted_suffix`)
    const opened = resultOf(await openText(mixed, 'yaml', [identity]))
    expect(opened.file.metadata.groups[0]?.keys.map(({ type, name }) => [type, name])).toEqual([['age', identity.recipient], ['pgp', 'ABCDEF']])
  })

  test.each(['pgp', 'kms', 'gcp_kms', 'azure_kv', 'hc_vault', 'hckms', 'something_new'])('%s alone cannot be opened here', async (type) => {
    const alone = file.replace(/ {4}age:[^]*?(?= {4}lastmodified)/, foreign.replace('pgp', type).replace('fp: ABCDEF', 'key_id: "region:key"'))
    expect(kindsOf(await openText(alone, 'yaml', [identity]))).toEqual(['unsupported-key'])
  })
})

test.each([
  ['v3.13.2.all.enc.json', 'json'],
  ['v3.13.2.all.enc.env', 'env'],
  ['v3.13.2.all.enc.ini', 'ini'],
  ['v3.13.2.blob.enc', 'binary'],
] as const)('%s: every envelope is guarded', async (name, format) => {
  const text = readFileSync(join(FIXTURES, 'generated', name), 'utf8')
  const keys = await identitiesOf('identity-1')
  for (const { index } of text.matchAll(/data:./g)) {
    const at = index + 'data:'.length
    const found = kindsOf(await openText(text.slice(0, at) + flip(text.charAt(at)) + text.slice(at + 1), format, keys))
    const isComment = /^[^\n]*type:comment\]/.test(text.slice(index))
    // A comment is in no MAC; one that does not open counts as written by hand, for SOPS too.
    expect(found).toEqual(isComment ? [] : [text.slice(0, index).endsWith('ENC[AES256_GCM,') && /mac"?\s*[=:][^\n]*$/.test(text.slice(0, index)) ? 'mac-forged' : 'forged-value'])
  }
})
