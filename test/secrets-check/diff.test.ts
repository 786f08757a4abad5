import { describe, expect, test } from 'vitest'
import { changeMessage } from '../../src/core/change.ts'
import type { Opener } from '../../src/core/opener.ts'
import { diff } from '../../src/queries/diff.ts'
import { diffText } from '../../src/report/changes.ts'
import { diffJson } from '../../src/report/json.ts'
import { diffMarkdown } from '../../src/report/markdown.ts'
import { plain } from '../../src/report/style.ts'
import { openFiles } from '../helpers/memory.ts'
import type { Files } from '../helpers/repository.ts'
import { KEY, newKey, openerWith, sealed } from './world.ts'

const A = 'environments/prod/services/a.sops.yaml'

async function between(before: Files, after: Files, opener?: Opener) {
  const [base, head] = [await openFiles(before), await openFiles(after)]
  const collectors = { base: base.collector, head: head.collector }
  return diff({ base: base.workspace, head: head.workspace, selection: {}, collectors, ...(opener && { opener }) })
}

const said = async (before: string, after: string, opener?: Opener): Promise<string[]> =>
  (await between({ [A]: before }, { [A]: after }, opener)).changes.map(changeMessage)

const ANEW = 'services/a#/password is encrypted differently: only a key tells whether it is another value in prod'
const CHANGED = 'services/a#/password changes: an encrypted value in prod'

describe('a sealed value', () => {
  const one = sealed('password: hunter2\n')
  test('with the same ciphertext does not change', async () => {
    expect(await said(one, `${one}# touched\n`)).toEqual([])
  })
  test('of another length or type changes, which takes no key to know', async () => {
    expect(await said(one, sealed('password: hunter22\n'))).toEqual([CHANGED])
    expect(await said(one, sealed('password: 1234567\n'))).toEqual([CHANGED])
  })
  test('encrypted anew may be the same: with a key it is no change', async () => {
    const again = sealed('password: hunter2\n')
    expect(await said(one, again)).toEqual([ANEW])
    expect(await said(one, again, openerWith(KEY))).toEqual([])
  })
  test('or another one: with a key it is a change', async () => {
    const other = sealed('password: hunter3\n')
    expect(await said(one, other)).toEqual([ANEW])
    expect(await said(one, other, openerWith(KEY))).toEqual([CHANGED])
  })
  test('that no key given opens stays open', async () => {
    expect(await said(one, sealed('password: hunter3\n'), openerWith(await newKey()))).toEqual([ANEW])
  })
  test('is added and removed', async () => {
    expect(await said(one, sealed('password: hunter2\ntoken: x\n').replace(/password: .*/, /password: .*/.exec(one)?.[0] ?? ''))).toEqual(['services/a#/token is added (an encrypted value) in prod'])
  })
  test('nothing is opened where a file cannot be read', async () => {
    const broken = { 'environments/prod/services/a.yaml': 'x: [\n' }
    const found = await between({ [A]: one, ...broken }, { [A]: sealed('password: hunter2\n'), ...broken }, openerWith(KEY))
    expect(found.changes.map(({ resealed }) => resealed)).not.toContain(undefined)
  })
})

describe('who can open a file', () => {
  const more = (text: string, other: string): string => text.replace(/^ {8}- enc/m, `        - recipient: ${other}\n          enc: x\n        - enc`)
  const shownIn = async (before: Files, after: Files): Promise<string> => diffText(await between(before, after), plain)

  test('is a change like any other', async () => {
    const other = await newKey()
    const before = sealed('password: hunter2\n')
    const after = before.replace(KEY.identity.recipient, other.identity.recipient)
    const config = { 'cairn.yaml': `recipients: {ada: ${KEY.identity.recipient}}\n` }
    expect(await shownIn({ ...config, [A]: before }, { ...config, [A]: after })).toBe(`services/a
  + /sops/age/${other.identity.recipient}: "${other.identity.recipient}"  in prod
      ${A}:4:9
  - /sops/age/${KEY.identity.recipient}: "ada"  in prod
      ${A}:4:9
2 changes in 1 document (memory → memory; 1 document compared)
`)
  })
  test('is told in all environments in which the values count, once', async () => {
    const other = (await newKey()).identity.recipient
    const base = 'environments/base/services/a.sops.yaml'
    const inherits = { 'environments/base/environment.yaml': 'abstract: true\n', 'environments/prod/environment.yaml': 'inherits: base\n', 'environments/test/environment.yaml': 'inherits: base\n' }
    const before = sealed('password: hunter2\n')
    const shown = await shownIn({ ...inherits, [base]: before }, { ...inherits, [base]: more(before, other) })
    expect(shown).toContain(`services/a\n  + /sops/age/${other}: "${other}"  in prod, test\n      ${base}:4:9\n1 change`)
  })
  test('is told by the names that the base has for people: a change could call anybody by another\'s', async () => {
    const other = (await newKey()).identity.recipient
    const before = sealed('password: hunter2\n')
    const shown = await shownIn(
      { 'cairn.yaml': 'presence: inherited\n', [A]: before },
      { 'cairn.yaml': `presence: inherited\nrecipients: {production: ${other}}\n`, [A]: more(before, other) },
    )
    expect(shown).toContain(`+ /sops/age/${other}: "${other}"  in prod`)
  })
  test('is told of a file that a document gets, and not of one that is renamed', async () => {
    const plainFile = { 'environments/prod/services/a.yaml': 'port: 1\n' }
    const file = sealed('password: hunter2\n')
    expect(await shownIn(plainFile, { ...plainFile, [A]: file })).toContain(`+ /sops/age/${KEY.identity.recipient}`)
    const renamed = { ...plainFile, 'environments/prod/services/a.sops.yml': file }
    expect(await shownIn({ ...plainFile, [A]: file }, renamed)).toContain('no effective change')
    expect(await shownIn({ ...plainFile, [A]: file }, plainFile)).not.toContain('/sops/age')
  })
  test('is told with how many groups it takes', async () => {
    const grouped = (threshold: number): string => sealed('password: hunter2\n').replace(/^ {4}age:\n[^]*?(?=^ {4}[a-z])/m, `    key_groups:\n        - age: [{recipient: ${KEY.identity.recipient}}]\n        - age: [{recipient: age1other}]\n    shamir_threshold: ${threshold}\n`)
    const one = grouped(2)
    expect(await shownIn({ [A]: one }, { [A]: one.replace('threshold: 2', 'threshold: 1') })).toContain(`~ /sops/shamir_threshold: 2 → 1  in prod\n      ${A}:6:23\n`)
  })
})

describe('who can open a file of no document', () => {
  const TLS = 'environments/prod/tls/server.sops.pem'
  const OTHER = 'deploy/terraform/prod.sops.yaml'
  const text = sealed('password: hunter2\n')
  const config = { 'cairn.yaml': `layout: [{path: 'environments/{environment}/{kind}/{name}.yaml'}]\nrecipients: {ada: ${KEY.identity.recipient}}\n`, 'environments/prod/services/a.yaml': 'port: 1\n' }
  const told = async (before: Files, after: Files) => between({ ...config, ...before }, { ...config, ...after })

  test('is told by file, wherever it lies, and whatever .sops.yaml allows', async () => {
    const other = (await newKey()).identity.recipient
    const rules = { '.sops.yaml': `creation_rules: [{age: '${KEY.identity.recipient},${other}'}]\n` }
    for (const path of ['environments/prod/tls/deep/b.sops.yaml', OTHER]) {
      const found = await told({ ...rules, [path]: text }, { ...rules, [path]: text.replace(KEY.identity.recipient, other) })
      expect(found.changes).toEqual([])
      expect(diffText(found, plain)).toBe(`encrypted files of no document
  ${path}
    + opened by ${other}
        ${path}:4:9
    - no more by ada (${KEY.identity.recipient})
        ${path}:4:9
no effective change, 1 encrypted file with other recipients (memory → memory; 0 documents compared)
`)
      expect(diffMarkdown(found)).toContain(`\n**Encrypted files of no document**\n\n| File | Can open it now | No more |\n| --- | --- | --- |\n| \`${path}\` | \`${other}\` | \`ada (${KEY.identity.recipient})\` |\n`)
      expect(diffJson(found)).toMatchObject({ encryptedFiles: [{ file: path, recipients: [{ kind: 'added', type: 'age', recipient: other, location: { line: 4 } }, { kind: 'removed', alias: 'ada', location: { side: 'base' } }] }] })
    }
  })
  test('is told of a new one and of a binary one, and not of one that is gone or whose values alone differ', async () => {
    const binary = sealed('{"data":"-----BEGIN"}', { format: 'json' })
    expect((await told({}, { [TLS]: binary })).encryptedFiles).toMatchObject([{ file: TLS, recipients: [{ kind: 'added', alias: 'ada' }] }])
    expect((await told({ [TLS]: binary }, {})).encryptedFiles).toEqual([])
    expect((await told({ [OTHER]: text }, { [OTHER]: sealed('password: hunter3\n') })).encryptedFiles).toEqual([])
    expect((await told({ [OTHER]: text }, { [OTHER]: 'password: hunter2\n' })).encryptedFiles).toEqual([])
  })
  test('is told with how many groups it takes', async () => {
    const grouped = text.replace(/^ {4}age:\n[^]*?(?=^ {4}[a-z])/m, '    key_groups:\n        - age: [{recipient: age1one}]\n        - age: [{recipient: age1other}]\n    shamir_threshold: 2\n')
    const found = await told({ [OTHER]: grouped }, { [OTHER]: grouped.replace('threshold: 2', 'threshold: 1') })
    expect(found.encryptedFiles).toEqual([{ file: OTHER, recipients: [], threshold: { before: 2, after: 1 } }])
    expect(diffText(found, plain)).toContain('    ~ takes keys of 1 group, 2 before\n')
  })
  test('of a layer that counts in no environment is told so too; of one that counts, as a change of its document', async () => {
    const other = (await newKey()).identity.recipient
    const after = text.replace(KEY.identity.recipient, other)
    const base = 'environments/base/services/a.sops.yaml'
    const abstract = { 'environments/base/environment.yaml': 'abstract: true\n', 'environments/prod/services/a.yaml': 'port: 1\n' }
    expect((await between({ ...abstract, [base]: text }, { ...abstract, [base]: after })).encryptedFiles).toMatchObject([{ file: base }])
    expect((await between({ [A]: text }, { [A]: after })).encryptedFiles).toEqual([])
  })
  test('is not told where environments or documents are named: it belongs to none', async () => {
    const [base, head] = [await openFiles({ ...config }), await openFiles({ ...config, [OTHER]: text })]
    const collectors = { base: base.collector, head: head.collector }
    const asked = (selection: object) => diff({ base: base.workspace, head: head.workspace, selection, collectors })
    expect((await asked({ environments: ['prod'] })).encryptedFiles).toEqual([])
    expect((await asked({})).encryptedFiles).toHaveLength(1)
  })
  test('is looked for in files that differ alone', async () => {
    const read: string[] = []
    const side = async (files: Files) => {
      const { workspace, collector } = await openFiles({ ...config, ...files })
      return { collector, workspace: { ...workspace, reader: { ...workspace.reader, bytes: (path: string) => (read.push(path), workspace.reader.bytes(path)) } } }
    }
    const [base, head] = [await side({ 'same.sops.yaml': text, [OTHER]: text }), await side({ 'same.sops.yaml': text, [OTHER]: `${text}# x\n` })]
    const ids = (one: typeof base) => ({ ...one.workspace, snapshot: { ...one.workspace.snapshot, entries: one.workspace.snapshot.entries.map((entry) => ({ ...entry, oid: entry.path === OTHER ? `${String(one === base)}` : entry.path })) } })
    const found = await diff({ base: ids(base), head: ids(head), selection: {}, collectors: { base: base.collector, head: head.collector } })
    expect(found.encryptedFiles).toEqual([])
    expect([...new Set(read)]).toEqual([OTHER])
  })
})
