import { describe, expect, test } from 'vitest'
import { changeMessage } from '../../src/core/change.ts'
import type { Opener } from '../../src/core/opener.ts'
import { diff } from '../../src/queries/diff.ts'
import { diffText } from '../../src/report/changes.ts'
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
