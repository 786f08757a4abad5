import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Secret, Sealed } from '../../src/core/opaque.ts'
import { reveal, revealBytes } from '../../src/core/reveal.ts'
import type { SopsNode } from '../../src/core/sops/document.ts'
import { floatText } from '../../src/core/sops/scalars.ts'
import { parseFile } from '../../src/stages/parse/parse.ts'
import { pairSealed } from '../../src/stages/sops/pair.ts'
import { binaryContent, plainText } from '../../src/stages/sops/plain-text.ts'
import { readPlain, sopsFormatOf, type SopsFormat } from '../../src/stages/sops/read.ts'
import { sealSops } from '../../src/stages/sops/seal.ts'
import { contents, FIXTURES, freshKey, identitiesOf, kindsOf, NOW, openText, resultOf, run } from './world.ts'

const generated = readdirSync(join(FIXTURES, 'generated')).filter((name) => name.includes('.enc'))
const read = (...path: string[]) => readFileSync(join(FIXTURES, ...path), 'utf8')
const formatOf = (name: string): SopsFormat => (name.includes('.blob.') ? 'binary' : sopsFormatOf(name))

/** Numbers without their type: SOPS before 3.13.2 had floats alone in JSON. */
const untyped = (lines: readonly string[]) => lines.map((line) => line.replace(/\] (?:int|float) /, '] number '))

/** In JSON, SOPS before 3.13.2 had every number as a double. */
function inVersion(name: string, lines: readonly string[]): readonly string[] {
  if (!name.endsWith('.json') || name.startsWith('v3.13.2')) return lines
  return lines.map((line) => line.replace(/number (\d{16,19})$/, (_, digits: string) => `number ${floatText(Number(digits))}`))
}

function plainContents(name: string): readonly string[] {
  const format = formatOf(name)
  const documents = resultOf(readPlain(read('generated', name), format as Exclude<SopsFormat, 'binary'>))
  const leaves = documents.flatMap(({ root }, document) => [...leavesOf(root, [], document)])
  return untyped(leaves)
}

function* leavesOf(node: SopsNode, tokens: readonly string[], document: number): Generator<string> {
  if (node.kind === 'leaf') {
    const { value } = node
    yield `${document} ${JSON.stringify(tokens)} ${value === null ? 'null' : 'text' in value ? `${value.type} ${value.text}` : ''}`
    return
  }
  let index = 0
  for (const item of node.items) if (item.kind === 'entry') yield* leavesOf(item.node, [...tokens, item.key ?? String(index++)], document)
}

describe('files written by seven versions of SOPS', () => {
  test('are all here', () => expect(generated.length).toBeGreaterThan(70))

  test.each(generated)('%s opens to its plaintext, its MAC verified', async (name) => {
    const opened = resultOf(await openText(read('generated', name), formatOf(name)))
    expect(opened.comments.filter((comment) => comment.selected && comment.opened === undefined && comment.comment.end - comment.comment.start > 1)).toEqual([])
    if (formatOf(name) === 'binary') {
      const content = binaryContent(opened)
      return expect(content instanceof Secret && Buffer.from(revealBytes(content)).equals(readFileSync(join(FIXTURES, 'generated', 'blob.plain.bin')))).toBe(true)
    }
    const [, , , subject = ''] = /^v(\d+)\.(\d+)\.\d+\.(.*?)\.enc/.exec(name) ?? []
    const extension = name.slice(name.lastIndexOf('.'))
    const source = `${/^k8s|^shamir/.test(subject) ? 'k8s' : subject}.plain${extension}`
    if (subject === 'shamir' && extension === '.env') return expect(opened.leaves.length).toBeGreaterThan(0)
    expect(untyped(contents(opened))).toEqual(inVersion(name, plainContents(source)))
  })
})

describe('files of other projects', () => {
  test.each([
    ['flux/age.yaml', 'yaml', 'flux-age'],
    ['flux/age-pq.yaml', 'yaml', 'flux-age-pq'],
    ['flux/global.yaml', 'yaml', 'flux-age-global'],
    ['flux/merge1.yaml', 'yaml', 'flux-age'],
    ['flux/env.env', 'env', 'flux-age'],
    ['flux/component.env', 'env', 'flux-age'],
    ['flux/file.txt', 'binary', 'flux-age'],
    ['sops-age/secret.enc.yaml', 'yaml', 'sops-age'],
    ['sops-age/secret.enc.json', 'json', 'sops-age'],
    ['sops-age/secret.enc.env', 'env', 'sops-age'],
  ] as const)('%s opens with its key and with no other', async (path, format, key) => {
    const text = read(path)
    const opened = resultOf(await openText(text, format, await identitiesOf(key)))
    expect(opened.leaves.some(({ value }) => value instanceof Secret)).toBe(true)
    expect(kindsOf(await openText(text, format, await identitiesOf('identity-1')))).toEqual(['no-identity'])
    expect(kindsOf(await openText(text, format, []))).toEqual(['no-identity'])
  })

  test('hold what they were made of', async () => {
    const opened = resultOf(await openText(read('sops-age', 'secret.enc.json'), 'json'))
    const text = resultOf(plainText(opened))
    expect(JSON.parse(text)).toEqual(JSON.parse(read('sops-age', 'secret.plain.json')))
  })
})

describe('in clear', () => {
  const lineFormats = generated.filter((name) => formatOf(name) !== 'binary')
  test.each(lineFormats)('%s keeps its lines', async (name) => {
    const text = read('generated', name)
    const opened = resultOf(await openText(text, formatOf(name)))
    const plain = resultOf(plainText(opened))
    expect(plain).not.toContain('ENC[')
    const again = resultOf(readPlain(plain, formatOf(name) as 'yaml'))
    const leaves = again.flatMap(({ root }, document) => [...leavesOf(root, [], document)])
    expect(untyped(leaves)).toEqual(untyped(contents(opened)))
    const kept = text.split('\n').filter((line) => line !== '' && !/ENC\[|^\s+|^sops|^\[sops\]|=|^[A-Za-z0-9+/]{20,}|^---.*AGE|^"""/.test(line))
    for (const line of kept) expect(plain).toContain(line)
  })
})

test('sealed leaves of the parse stage find their secrets, through merge keys and past comments', async () => {
  for (const name of ['v3.13.2.comments.enc.yaml', 'v3.13.2.types.enc.yaml', 'v3.13.2.multidoc.enc.yaml', 'v3.13.2.all.enc.ini', 'v3.13.2.blob.enc']) {
    const text = read('generated', name)
    const opened = resultOf(await openText(text, formatOf(name)))
    const trees = parseFile(name === 'v3.13.2.blob.enc' ? 'blob.json' : name, Buffer.from(text), { stream: true, tags: new Map() }, () => undefined)
    for (const [document, tree] of trees.entries()) {
      const sealed: Sealed[] = []
      const collect = (value: unknown): void => {
        if (value instanceof Sealed) sealed.push(value)
        else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
      }
      collect(tree.value)
      const pairs = pairSealed(tree.value, opened, document)
      expect(sealed.filter((leaf) => !pairs.has(leaf)), name).toEqual([])
    }
  }
  const opened = resultOf(await openText(read('generated', 'v3.13.2.comments.enc.yaml'), 'yaml'))
  const [tree] = parseFile('c.yaml', Buffer.from(opened.file.text), { stream: false, tags: new Map() }, () => undefined)
  const { list, o } = tree?.value as { list: Sealed[]; o: Record<string, Sealed> }
  const pairs = pairSealed(tree?.value as never, opened)
  expect([...list, o['k'], o['z']].map((leaf) => reveal(pairs.get(leaf as Sealed) as Secret))).toEqual(['one', 'two', 'v', '1'])
})

test('comments come back once, where they were', async () => {
  const plain = '# head\nseq:\n    - k: v # in k\n      # before l\n      l: w\n    - # inner\n      m: x\n    # before the next\n    - z\n# tail\n'
  const { dataKey, groups, identity } = await freshKey()
  const options = { format: 'yaml', dataKey, groups, selector: { kind: 'unencrypted_suffix', pattern: '_u' }, macOnlyEncrypted: false, lastModified: NOW } as const
  const sealed = resultOf(sealSops(resultOf(readPlain(plain, 'yaml')), options, run))
  const clear = resultOf(plainText(resultOf(await openText(sealed, 'yaml', [identity]))))
  expect(clear.split('\n').map((line) => line.trim()).sort()).toEqual(plain.replace('- # inner\n      m', '# inner\n    - m').replace('m: x', 'm: x').split('\n').map((line) => line.trim()).sort())
})
