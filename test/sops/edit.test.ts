import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newDataKey, openDataKey, sealDataKey, shareDataKey } from '../../src/adapters/sops/data-key.ts'
import type { Identity } from '../../src/adapters/age/identity.ts'
import type { Secret } from '../../src/core/opaque.ts'
import { newLeaf, newList, newMapping, newText, type SopsNode } from '../../src/core/sops/document.ts'
import { keep } from '../../src/core/vault.ts'
import { editSops, type SopsEdit } from '../../src/stages/sops/edit.ts'
import type { WrappedKey } from '../../src/stages/sops/metadata-node.ts'
import type { OpenedFile } from '../../src/stages/sops/open.ts'
import { editsBetween } from '../../src/stages/sops/edits-between.ts'
import { plainText } from '../../src/stages/sops/plain-text.ts'
import { setKeys } from '../../src/stages/sops/recipients.ts'
import { rotateSops } from '../../src/stages/sops/rotate.ts'
import { sealSops } from '../../src/stages/sops/seal.ts'
import { readPlain, readSops, sopsFormatOf, type SopsFormat } from '../../src/stages/sops/read.ts'
import { envDocument, jsonDocument, yamlDocument } from './corpus.ts'
import { age, contents, FIXTURES, freshKey, identitiesOf, kindsOf, NOW, openText, resultOf, run } from './world.ts'

const { identity, dataKey, groups } = await freshKey()
const LATER = '2026-12-24T12:00:00Z'
const text = (value: string): SopsNode => newLeaf(keep(value, 'str'))
const fixture = (name: string) => readFileSync(join(FIXTURES, name), 'utf8')

function sealed(plain: string, format: 'yaml' | 'json' | 'env', how: Partial<Parameters<typeof sealSops>[1]> = {}): string {
  const options = { format, dataKey, groups, selector: { kind: 'unencrypted_suffix', pattern: '_unencrypted' }, macOnlyEncrypted: false, lastModified: NOW, ...how } as const
  return resultOf(sealSops(resultOf(readPlain(plain, format)), options, run))
}

const opened = async (from: string, format: SopsFormat): Promise<OpenedFile> => resultOf(await openText(from, format, [identity]))

/** Lines of a text that another one lacks. */
function changed(before: string, after: string): { gone: string[]; come: string[] } {
  const [was, is] = [before.split('\n'), after.split('\n')]
  const rest = (of: string[], other: string[]) => {
    const left = [...other]
    return of.filter((line) => {
      const at = left.indexOf(line)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
  }
  return { gone: rest(was, is), come: rest(is, was) }
}

const name = (line: string) => line.trim().replace(/^(-? ?"?[\w.-]*"?).*$/, '$1')

describe('an edit changes the lines of its value, mac and lastmodified', () => {
  /** A file that a person has made their own: comments, blank lines, quotes, two columns. */
  const handmade = (): string => {
    const made = sealed('a: one\nb:\n  c: two\n  d: 3\nlist:\n  - x\n  - k: v\n    l: w\nempty: {}\nn: null\ne: ""\nopen_unencrypted: clear\n', 'yaml')
    return made
      .replace(/^a: (.*)$/m, '# about a\n\n\na: "$1"   # beside a')
      .replace(/^ {4}c: (.*)$/m, "    c:   '$1'\n\n    # between")
      .replace(/^empty/m, '\n# a foot\nempty')
  }

  test.each<[string, SopsEdit[], string[], string[]]>([
    ['a value in quotes', [{ op: 'set', tokens: ['a'], value: text('uno') }], ['a'], ['a']],
    ['a nested value', [{ op: 'set', tokens: ['b', 'c'], value: text('due') }], ['c'], ['c']],
    ['a number', [{ op: 'set', tokens: ['b', 'd'], value: newLeaf({ type: 'int', text: '4' }) }], ['d'], ['d']],
    ['an item', [{ op: 'set', tokens: ['list', '0'], value: text('y') }], ['- ENC'], ['- ENC']],
    ['a value in clear', [{ op: 'set', tokens: ['open_unencrypted'], value: text('clearer') }], ['open_unencrypted'], ['open_unencrypted']],
    ['an empty value', [{ op: 'set', tokens: ['e'], value: text('full') }], ['e'], ['e']],
    ['a null', [{ op: 'set', tokens: ['n'], value: text('some') }], ['"n"'], ['"n"']],
    ['to null', [{ op: 'set', tokens: ['a'], value: newLeaf(null) }], ['a'], ['a']],
    ['a new key', [{ op: 'set', tokens: ['new'], value: text('x') }], [], ['new']],
    ['a new nested key', [{ op: 'set', tokens: ['b', 'new'], value: text('x') }], [], ['new']],
    ['a key in an empty mapping', [{ op: 'set', tokens: ['empty', 'k'], value: text('x') }], ['empty'], ['empty', 'k']],
    ['a new mapping', [{ op: 'set', tokens: ['m', 'n', 'o'], value: text('x') }], [], ['m', '"n"', 'o']],
    ['a new item', [{ op: 'append', tokens: ['list'], value: text('z') }], [], ['- ENC']],
    ['a new item that is a mapping', [{ op: 'append', tokens: ['list'], value: newMapping([['k', text('z')], ['l', newList([text('1')])]]) }], [], ['- k', 'l', '- ENC']],
    ['a deleted key', [{ op: 'delete', tokens: ['b', 'd'] }], ['d'], []],
    ['a deleted item', [{ op: 'delete', tokens: ['list', '0'] }], ['- ENC'], []],
    ['a deleted mapping', [{ op: 'delete', tokens: ['list'] }], ['list', '- ENC', '- k', 'l'], []],
    ['the first key behind a dash', [{ op: 'delete', tokens: ['list', '1', 'k'] }], ['- k', 'l'], ['- l']],
    ['all keys of a mapping', [{ op: 'delete', tokens: ['b', 'c'] }, { op: 'delete', tokens: ['b', 'd'] }], ['b', 'c', 'd'], ['b']],
    ['a mapping that becomes a text', [{ op: 'set', tokens: ['list', '1'], value: text('flat') }], ['- k', 'l'], ['- ENC']],
    ['a text that becomes a mapping', [{ op: 'set', tokens: ['b', 'd'], value: newMapping([['deep', text('x')]]) }], ['d'], ['d', 'deep']],
  ])('%s', async (_what, edits, gone, come) => {
    const before = handmade()
    const file = await opened(before, 'yaml')
    const after = resultOf(editSops(file, edits, LATER, run))
    const lines = changed(before, after)
    expect(lines.gone.map(name).sort()).toEqual([...gone, 'lastmodified', 'mac'].sort())
    expect(lines.come.map(name).sort()).toEqual([...come, 'lastmodified', 'mac'].sort())
    expect((await opened(after, 'yaml')).file.metadata.lastModified).toBe(LATER)
  })

  test.each<[string, SopsEdit[]]>([
    ['none', []],
    ['the same text', [{ op: 'set', tokens: ['a'], value: text('one') }]],
    ['the same null', [{ op: 'set', tokens: ['n'], value: newLeaf(null) }]],
    ['the same empty text', [{ op: 'set', tokens: ['e'], value: newText('') }]],
  ])('and what changes nothing changes no byte: %s', async (_what, edits) => {
    const before = handmade()
    expect(resultOf(editSops(await opened(before, 'yaml'), edits, LATER, run))).toBe(before)
  })

  test.each<[string, SopsEdit, string]>([
    ['what is not there', { op: 'delete', tokens: ['nope'] }, 'no-such-value'],
    ['an item beyond the list', { op: 'set', tokens: ['list', '7'], value: text('x') }, 'no-such-value'],
    ['below a scalar', { op: 'set', tokens: ['a', 'b'], value: text('x') }, 'no-such-value'],
    ['another document', { op: 'delete', document: 3, tokens: ['a'] }, 'no-such-value'],
    ['the metadata', { op: 'set', tokens: ['sops'], value: text('x') }, 'reserved-key'],
  ])('is refused for %s', async (_what, edit, kind) => {
    expect(kindsOf(editSops(await opened(handmade(), 'yaml'), [edit], LATER, run))).toEqual([kind])
  })

  test('keeps CRLF, tabs of JSON, flow style and the lines of a dotenv file', async () => {
    const crlf = handmade().replaceAll('\n', '\r\n').replaceAll('\r\n            ', '\n            ')
    const edited = resultOf(editSops(await opened(crlf, 'yaml'), [{ op: 'set', tokens: ['b', 'new'], value: text('x') }], LATER, run))
    expect(edited.match(/^ {4}new: .*\r$/m)).not.toBeNull()
    const json = sealed('{"a": 1, "b": {"c": [1, {"d": 2}]}}', 'json').replace('"a"', ' "a"')
    const after = resultOf(editSops(await opened(json, 'json'), [{ op: 'set', tokens: ['b', 'c', '1', 'e'], value: text('x') }, { op: 'delete', tokens: ['a'] }], LATER, run))
    expect(after).toMatch(/\n\t\t\t\t"d": "ENC.*",\n\t\t\t\t"e": "ENC/)
    expect(JSON.parse(after)).not.toHaveProperty('a')
    const env = sealed('# note\nA=1\n\nB=2\n', 'env')
    const lines = resultOf(editSops(await opened(env, 'env'), [{ op: 'set', tokens: ['C'], value: text('3\n4') }, { op: 'delete', tokens: ['A'] }], LATER, run))
    expect(lines.split('\n').slice(1, 3).map((line) => line.slice(0, 2))).toEqual(['B=', 'C='])
  })

  test('of a stream changes the metadata of every document', async () => {
    const before = sealed('a: 1\n---\nb: 2\n', 'yaml')
    const after = resultOf(editSops(await opened(before, 'yaml'), [{ op: 'set', document: 1, tokens: ['b'], value: text('x') }], LATER, run))
    expect(after.match(/lastmodified: "2026-12-24/g)).toHaveLength(2)
    expect(contents(await opened(after, 'yaml'))).toEqual(['0 ["a"] int 1', '1 ["b"] str x'])
  })

  test('of an anchor that is used elsewhere is refused', async () => {
    const before = sealed('a: 1\n', 'yaml').replace('sops:', 'x_unencrypted: &x clear\ny_unencrypted: *x\nsops:')
    const file = resultOf(readSops(before, 'yaml'))
    const { openLeaves } = await import('../../src/stages/sops/open.ts')
    const at = openLeaves(file, dataKey, run, [])
    expect(kindsOf(editSops(at, [{ op: 'set', tokens: ['x_unencrypted'], value: text('z') }], LATER, run))).toEqual(['through-alias'])
  })

  test('of many values at once takes no longer than of one, and the last word counts', async () => {
    const plain = Array.from({ length: 1000 }, (_, i) => `k${i}: v\n`).join('')
    const file = await opened(sealed(plain, 'yaml'), 'yaml')
    const edits = Array.from({ length: 1000 }, (_, i): SopsEdit => ({ op: 'set', tokens: [`k${i}`], value: text(`w${i}`) }))
    const more: SopsEdit[] = [{ op: 'set', tokens: ['k0'], value: text('last') }, { op: 'delete', tokens: ['k1'] }]
    const start = performance.now()
    const after = resultOf(editSops(file, [...edits, ...more], LATER, run))
    expect(performance.now() - start).toBeLessThan(5000)
    expect(contents(await opened(after, 'yaml')).slice(0, 3)).toEqual(['0 ["k0"] str last', '0 ["k2"] str w2', '0 ["k3"] str w3'])
  })

  test('of an INI file is refused', async () => {
    const file = resultOf(await openText(fixture('generated/v3.13.2.all.enc.ini'), 'ini'))
    expect(kindsOf(editSops(file, [], LATER, run))).toEqual(['read-only'])
  })
})

test.each([['yaml', yamlDocument(5)], ['json', jsonDocument(5)], ['env', envDocument(5)]] as const)('%s: any edit of any document does what it says and nothing else', async (format, arbitrary) => {
  await fc.assert(
    fc.asyncProperty(arbitrary, fc.nat(), fc.constantFrom('set', 'delete', 'add'), fc.constantFrom('v', 'two\nlines', '', 'yes', '🗝️'), async (document, at, op, value) => {
      const made = sealSops([document], { format, dataKey, groups, selector: { kind: 'unencrypted_suffix', pattern: '_unencrypted' }, macOnlyEncrypted: false, lastModified: NOW }, run)
      if (!made.ok) return
      const file = resultOf(await openText(made.result, format, [identity]))
      const target = file.leaves[at % Math.max(1, file.leaves.length)]
      if (target === undefined) return
      const { tokens } = target
      const edit: SopsEdit = op === 'set' ? { op, tokens, value: text(value) } : op === 'delete' ? { op, tokens } : { op: 'set', tokens: ['added key'], value: text(value) }
      const after = resultOf(editSops(file, [edit], LATER, run))
      const now = contents(resultOf(await openText(after, format, [identity])))
      const before = contents(file)
      const line = `0 ${JSON.stringify(op === 'add' ? ['added key'] : tokens)} str ${value}`
      if (op === 'add') expect(now).toEqual([...before, line])
      else if (op === 'set') expect(now).toEqual(before.map((old, i) => (file.leaves[i] === target ? line : old)))
      else expect(now).toHaveLength(before.length - 1)
      const kept = changed(made.result, after).gone.filter((old) => !/^\s*"?(?:sops_)?(?:mac|lastmodified)/.test(old))
      expect(kept.length).toBeLessThanOrEqual(op === 'add' ? 1 : 8)
    }),
    { numRuns: 150 },
  )
})

async function wrapped(part: Secret, of: readonly Identity[]): Promise<WrappedKey[]> {
  return Promise.all(of.map(async ({ recipient }) => ({ recipient, enc: (await sealDataKey(part, recipient, age)) as string })))
}

const others = await Promise.all([age.generate('x25519'), age.generate('hybrid'), age.generate('x25519')])
const REAL = ['v3.9.0.all.enc.json', 'v3.13.2.all.enc.json', 'v3.10.2.types.enc.yaml', 'v3.13.2.comments.enc.yaml', 'v3.13.2.multidoc.enc.yaml', 'v3.13.2.all.enc.env', 'v3.12.2.k8s-moe.enc.yaml', 'v3.13.2.commentregex.enc.yaml', 'v3.13.2.blob.enc']
const formatOf = (file: string) => (file.includes('blob') ? 'binary' : sopsFormatOf(file))

describe.each(REAL)('%s', (file) => {
  const before = fixture(`generated/${file}`)
  const format = formatOf(file)

  test('takes other recipients, and no line outside the metadata changes', async () => {
    const at = resultOf(await openText(before, format))
    const stay = at.file.metadata.groups[0]?.keys.map(({ name: recipient, enc }) => ({ recipient, enc })) ?? []
    const added = [...stay, ...(await wrapped(at.dataKey, others.slice(0, 2)))]
    const more = resultOf(setKeys(at.file, { groups: [added] }))
    for (const who of others.slice(0, 2)) expect(contents(resultOf(await openText(more, format, [who])))).toEqual(contents(at))
    expect(changed(before, more).gone.filter((line) => !/^\s*[}\]]?,?$/.test(line) && !line.startsWith('sops_age'))).toEqual([])
    expect(setKeys(resultOf(readSops(more, format)), { groups: [added] })).toEqual({ ok: true, result: more })
    expect(resultOf(setKeys(resultOf(readSops(more, format)), { groups: [stay] })).split('\n').sort()).toEqual(before.split('\n').sort())
    const none = resultOf(setKeys(resultOf(readSops(more, format)), { groups: [added.slice(-1)] }))
    expect(kindsOf(await openText(none, format))).toEqual(['no-identity'])
    expect(kindsOf(await openText(none, format, others.slice(1, 2)))).toEqual([])
  })

  test('takes a new data key for every value', async () => {
    const at = resultOf(await openText(before, format))
    const fresh = newDataKey()
    const after = resultOf(rotateSops(at, { dataKey: fresh, groups: [await wrapped(fresh, others.slice(0, 1))], now: LATER }, run))
    const again = resultOf(await openText(after, format, others))
    expect(contents(again)).toEqual(contents(at))
    expect(again.comments.map((comment) => comment.opened === undefined)).toEqual(at.comments.map((comment) => comment.opened === undefined))
    const envelopes = (from: string): readonly string[] => from.match(/data:[^,]{8,},iv:[^,]*/g) ?? []
    expect(envelopes(after).filter((envelope) => envelopes(before).includes(envelope))).toEqual([])
    expect(envelopes(after)).toHaveLength(envelopes(before).length)
    expect(kindsOf(await openText(after, format))).toEqual(['no-identity'])
  })
})

test('key groups: any two of three open, a new recipient of a group that nobody opened gets its share', async () => {
  const before = fixture('generated/v3.13.2.shamir2of3.enc.yaml')
  const file = resultOf(readSops(before, 'yaml'))
  const [first = [], second = [], third = []] = await Promise.all(['identity-1', 'identity-2', 'identity-3'].map(identitiesOf))
  expect(kindsOf(await openText(before, 'yaml', first))).toEqual(['too-few-groups'])
  for (const two of [[...first, ...second], [...second, ...third], [...first, ...third], [...first, ...second, ...third]]) {
    expect(kindsOf(await openText(before, 'yaml', two))).toEqual([])
  }
  for (const unopened of [0, 1, 2]) {
    const able = [first, second, third].flatMap((who, i) => (file.metadata.groups[unopened]?.keys[0]?.name === who[0]?.recipient && i >= 0 ? [] : who))
    const known = resultOf(await openDataKey(file.metadata, able, age))
    const [heir, mine] = [others[0], await wrapped(known.shares[unopened] as Secret, others.slice(0, 1))]
    const keys = file.metadata.groups.map((group, i) => [...group.keys.map(({ name: recipient, enc }) => ({ recipient, enc })), ...(i === unopened ? mine : [])])
    const after = resultOf(setKeys(file, { groups: keys, threshold: 2 }))
    for (const who of able) expect(kindsOf(await openText(after, 'yaml', [who, heir]))).toEqual([])
  }
})

test('key groups of a dotenv file', async () => {
  const before = fixture('generated/v3.13.2.shamir.enc.env')
  const at = resultOf(await openText(before, 'env'))
  const fresh = newDataKey()
  const keys = await Promise.all(shareDataKey(fresh, 2, 2).map((share, i) => wrapped(share, [others[i] as Identity])))
  const after = resultOf(rotateSops(at, { dataKey: fresh, groups: keys, threshold: 2, now: LATER }, run))
  expect(contents(resultOf(await openText(after, 'env', others)))).toEqual(contents(at))
  expect(kindsOf(await openText(after, 'env', others.slice(0, 1)))).toEqual(['too-few-groups'])
})

test('one group becomes several and several become one', async () => {
  for (const [format, plain] of [['yaml', 'a: 1\nb: {c: 2}\n'], ['json', '{"a": 1}'], ['env', 'A=1\n']] as const) {
    const at = await opened(sealed(plain, format), format)
    const shares = shareDataKey(at.dataKey, 3, 2)
    const split = await Promise.all(shares.map((share, i) => wrapped(share, [others[i] as Identity])))
    const grouped = resultOf(setKeys(at.file, { groups: split, threshold: 2 }))
    expect(kindsOf(await openText(grouped, format, others.slice(0, 2)))).toEqual([])
    expect(kindsOf(await openText(grouped, format, others.slice(0, 1)))).toEqual(['too-few-groups'])
    const single = resultOf(setKeys(resultOf(readSops(grouped, format)), { groups }))
    expect(contents(await opened(single, format))).toEqual(contents(at))
    expect(single).not.toContain('key_groups')
    expect(single).not.toContain('shamir_threshold')
  }
})

describe('what an editor hands back', () => {
  const how = { dataKey, groups, selector: { kind: 'unencrypted_suffix', pattern: '_unencrypted' }, macOnlyEncrypted: false, lastModified: NOW } as const

  test.each([['yaml', yamlDocument(5)], ['json', jsonDocument(5)], ['env', envDocument(5)]] as const)('%s: becomes the file, whatever it is', async (format, arbitrary) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, arbitrary, async (from, to) => {
        const made = sealSops([from], { ...how, format }, run)
        if (!made.ok) return
        const file = resultOf(await openText(made.result, format, [identity]))
        const edits = resultOf(editsBetween(file, [to], run.cipher))
        const after = editSops(file, edits, LATER, run)
        // Without any value left there is nothing to compare with.
        const now = contents(resultOf(await openText(resultOf(after), format, [identity])))
        const wanted = sealSops([to], { ...how, format }, run)
        if (!wanted.ok) return
        expect([...now].sort()).toEqual([...contents(resultOf(await openText(wanted.result, format, [identity])))].sort())
      }),
      { numRuns: 100 },
    )
  })

  test('and unchanged text is no edit, though values have other spellings', async () => {
    for (const name of ['v3.13.2.comments.enc.yaml', 'v3.13.2.types.enc.yaml', 'v3.13.2.numbers.enc.yaml', 'v3.13.2.multidoc.enc.yaml', 'v3.13.2.all.enc.env']) {
      const format = sopsFormatOf(name) as 'yaml'
      const file = resultOf(await openText(fixture(`generated/${name}`), format))
      const plain = resultOf(readPlain(resultOf(plainText(file)), format))
      expect(resultOf(editsBetween(file, plain, run.cipher)), name).toEqual([])
    }
  })
})

test('a key of several lines, as go-yaml writes it', async () => {
  const from = sealed('"q\\nk": v\nb: x\n', 'yaml').replace(/^"q\\nk": (.*)$/m, '? |-\n    q\n    k\n: $1')
  expect(from).toContain('? |-\n')
  const at = await opened(from, 'yaml')
  const edited = resultOf(editSops(at, [{ op: 'set', tokens: ['q\nk'], value: text('w') }], LATER, run))
  expect(changed(from, edited).come).toHaveLength(3)
  expect(contents(await opened(edited, 'yaml'))).toEqual(contents(await opened(sealed('"q\\nk": w\nb: x\n', 'yaml'), 'yaml')))
  const short = await opened(sealed('? q\n: v\nb: x\n', 'yaml').replace('q: ENC', '? q\n: ENC'), 'yaml')
  const left = resultOf(editSops(short, [{ op: 'delete', tokens: ['q'] }], LATER, run))
  expect(contents(await opened(left, 'yaml'))).toEqual(contents(await opened(sealed('b: x\n', 'yaml'), 'yaml')))
  const without = resultOf(editSops(at, [{ op: 'delete', tokens: ['q\nk'] }], LATER, run))
  expect(contents(await opened(without, 'yaml'))).toEqual(contents(await opened(sealed('b: x\n', 'yaml'), 'yaml')))
})
