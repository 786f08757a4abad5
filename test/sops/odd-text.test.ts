import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { newDataKey, sealDataKey, shareDataKey } from '../../src/adapters/sops/data-key.ts'
import { rewrite, type SopsDocument } from '../../src/core/sops/document.ts'
import { DEFAULT_SELECTOR } from '../../src/core/sops/select.ts'
import { encryptText } from '../../src/queries/secrets/encrypt.ts'
import type { SecretsWorld } from '../../src/queries/secrets/world.ts'
import { plainText } from '../../src/stages/sops/plain-text.ts'
import { readPlain, type SopsFormat } from '../../src/stages/sops/read.ts'
import { toolOf, unlessThere } from '../helpers/tools.ts'
import { runTool } from './binaries.ts'
import { age, contents, kindsOf, NOW, openText, resultOf, run } from './world.ts'

/*
 * Texts as people write them and no program does: each is encrypted as it stands by Cairn and decrypted by `sops`, and
 * the other way round. Values and comments come out the same.
 */
const identity = await age.generate('x25519')
const rule = { groups: [[identity.recipient]], threshold: 1, selector: DEFAULT_SELECTOR, macOnlyEncrypted: false }
const world: SecretsWorld = {
  run,
  now: NOW,
  keys: {
    open: () => Promise.reject(new Error('nothing is opened')),
    fresh: newDataKey,
    share: shareDataKey,
    seal: (part, recipient) => sealDataKey(part, recipient, age),
  },
}
const encrypt = (text: string, format: 'yaml' | 'json' | 'env') =>
  encryptText({ path: `a.${format}`, text, content: run.cipher.keepBytes(Buffer.from(text)) }, rule, world)

const YAML: Readonly<Record<string, string>> = {
  'tags of scalars': 'a: !!int 5\nb: !!float 3\nc: !!bool true # c\nd: !!timestamp 2001-01-01\ne: !!str 5\n',
  'tags beside anchors': 'a: &x !!int 5\nb: !!int &y 6\n',
  'tags between brackets': 'a: [!!int 5, {b: !!float 3.5}]\n',
  'comments beside empty collections': 'a: []  # one\nb: {} # two\nl:\n  - x: 1 # three\n    y: [] # four\n  - [] # five\nz: 1\n',
  'a comment in empty brackets': 'm: [\n  # one\n  ]\nz: 1\n',
  'a comment at the end of a list': 'a:\n  # one\n  - 1\n  # two\n  - 2\n  # three\n',
  'a comment at the end of a mapping': 'o:\n  a:\n    b: 1\n    # one\n',
  'comments between two columns': 'a:\n    b: 1\n  # one\no:\n    p:\n        q: 1\n      # two\nz: 1\n',
  'an empty document': '# one\n---\n---\na: 1\n',
  'documents that are ended': 'a: 1\n...\n---\nb: 2\n...\n',
  'anchors': 'a: &x {k: v}\nb: *x\nc: &y 5\nd: [*y, *y]\n',
  'folded and literal blocks': 'a: >\n  folded\n  text\n\n  more\nb: |\n  lit\n   ind\nc: |-\n  strip\nd: |+\n  keep\n\n\ne: 1\n',
  'Windows line ends': 'a: 1 # one\r\nb: |\r\n  x\r\n  y\r\n',
  'quotes over lines': 'a: "x\n  y"\nb: \'x\n\n  y\'\n',
  'odd keys': '"123": a\n"a:b": c\n"": e\n__proto__: x\n? long\n: z\n',
}

const valuesOf = (documents: readonly SopsDocument[]): readonly string[] => {
  const values: string[] = []
  rewrite(documents, {
    visit: ({ item, document, tokens }) => {
      const value = item.kind === 'leaf' ? item.value : null
      if (item.kind === 'leaf') values.push(`${document} ${JSON.stringify(tokens)} ${value !== null && 'text' in value ? `${value.type} ${value.text}` : 'null'}`)
      return undefined
    },
  })
  return values
}
/** SOPS writes a float without a fraction as YAML reads an integer. */
const told = (values: readonly string[]): readonly string[] => values.map((value) => value.replace(/ (?:float|int) (?=-?\d+$)/, ' number '))
const commentsIn = (text: string): readonly string[] => (text.match(/# ?(?:one|two|three|four|five|c)\b/g) ?? []).sort()

describe('YAML', () => {
  test.each(Object.entries(YAML))('%s: what is sealed opens to the same text', async (_what, text) => {
    const sealed = resultOf(await encrypt(text, 'yaml'))
    const opened = resultOf(await openText(sealed, 'yaml', [identity]))
    expect(told(contents(opened))).toEqual(told(valuesOf(resultOf(readPlain(text, 'yaml')))))
    expect(commentsIn(resultOf(plainText(opened)))).toEqual(commentsIn(text))
  })
  test('a document without a mark behind the end of another is refused, as by sops', async () => {
    for (const text of ['a: 1\n...\nb: 2\n', '...\na: 1\n']) expect(kindsOf(await encrypt(text, 'yaml'))).toEqual(['bad-content'])
  })
  test('a comment whose type was changed to bytes is told: sops breaks down at it', async () => {
    const sealed = resultOf(await encrypt('a: 1 # one\n', 'yaml')).replace('type:comment', 'type:bytes')
    expect(kindsOf(await openText(sealed, 'yaml', [identity]))).toEqual(['bad-value'])
  })
})

const sops = toolOf('sops-3.13.3') ?? ''
describe.skipIf(sops === '')(`sops 3.13.3${unlessThere('sops-3.13.3')}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-odd-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const variables = { SOPS_AGE_KEY: identity.reveal(), SOPS_AGE_RECIPIENTS: identity.recipient }
  const ask = async (verb: 'encrypt' | 'decrypt', text: string, format: SopsFormat): Promise<string> => {
    const path = join(folder, `a.${format}`)
    writeFileSync(path, text)
    return (await runTool(sops, [verb, path], variables)).toString()
  }
  test.each(Object.entries(YAML))('reads what Cairn encrypts, and Cairn what it does: %s', async (_what, text) => {
    const theirs = await ask('decrypt', resultOf(await encrypt(text, 'yaml')), 'yaml')
    expect(theirs).not.toContain('ENC[')
    expect(told(valuesOf(resultOf(readPlain(theirs, 'yaml'))))).toEqual(told(valuesOf(resultOf(readPlain(text, 'yaml')))))
    const encrypted = await ask('encrypt', text, 'yaml')
    const opened = await openText(encrypted, 'yaml', [identity])
    const own = resultOf(plainText(resultOf(opened)))
    expect(own).not.toContain('ENC[')
    expect(told(valuesOf(resultOf(readPlain(own, 'yaml'))))).toEqual(told(valuesOf(resultOf(readPlain(await ask('decrypt', encrypted, 'yaml'), 'yaml')))))
  })
  test('opens a comment in brackets that are themselves in something, though what it writes then is no YAML', async () => {
    const sealed = resultOf(await encrypt('l:\n  - x: {} # one\n', 'yaml'))
    expect(await ask('decrypt', sealed, 'yaml')).toMatch(/# one/)
    const encrypted = await ask('encrypt', 'l:\n  - x: {} # one\n', 'yaml')
    expect(kindsOf(await openText(encrypted, 'yaml', [identity]))).toEqual(['not-taken'])
  })
})
