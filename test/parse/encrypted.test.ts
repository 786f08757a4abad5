import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/core/finding.ts'
import { Sealed } from '../../src/core/opaque.ts'
import { findNode, valuePlace, type Tree } from '../../src/core/tree.ts'
import { own, type Mapping } from '../../src/core/value.ts'
import { parseDotenv } from '../../src/stages/parse/dotenv.ts'
import { checkEncryptedName, recogniseEncrypted } from '../../src/stages/parse/encrypted.ts'
import { parseIni } from '../../src/stages/parse/ini.ts'
import { parseJson } from '../../src/stages/parse/json.ts'
import { splitKeys } from '../../src/stages/parse/unflatten.ts'
import { parseYaml } from '../../src/stages/parse/yaml.ts'
import { cut, fixture, leavesOf, loadParsers, plain, read, show, span } from './formats.ts'

beforeAll(loadParsers)

function recognise(tree: Tree) {
  const findings: Finding[] = []
  const recognised = recogniseEncrypted(tree, (found) => findings.push(found))
  checkEncryptedName(recognised, (found) => findings.push(found))
  return { ...recognised, value: plain(recognised.tree.value), findings, places: findings.map(show) }
}

const yaml = (text: string, path = 'a.yaml') => recognise(read(parseYaml, text, path).tree)
const sops = (name: string) => fixture(`sops/${name}`)
/** A well-formed envelope that nothing can open. */
const envelope = (type: string, data = 'AAAA') => `ENC[AES256_GCM,data:${data},iv:AAAA,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:${type}]`
const METADATA = `sops:\n  lastmodified: "2026-01-01T00:00:00Z"\n  mac: ${envelope('str')}\n  version: 3.9.0\n`

describe('files of SOPS', () => {
  it('in YAML: every type, what is empty, and lists', () => {
    const { encrypted, tree, value, places } = yaml(sops('generated/v3.13.2.types.enc.yaml'))
    expect({ encrypted, places }).toEqual({ encrypted: true, places: [] })
    expect(tree.encrypted).toBe(true)
    expect(value).toMatchObject({
      a: '!sealed int',
      b: '!sealed float',
      c: '!sealed bool',
      d: null,
      e: '',
      f: '!sealed time',
      h: ['!sealed int', '!sealed int', '!sealed str', ['!sealed int', { x: '!sealed int' }]],
      i: {},
      j: [],
    })
    expect(value).not.toHaveProperty('sops')
  })

  it('in YAML: only what the selector chose is sealed', () => {
    expect(yaml(sops('generated/v3.13.2.k8s.enc.yaml'))).toMatchObject({
      encrypted: true,
      places: [],
      value: {
        kind: 'Secret',
        metadata: { name: 'x', data: '!sealed str' },
        data: { password: '!sealed str', nested: { k: '!sealed str' } },
        stringData: '!sealed str',
        mydata2: 'z',
      },
    })
    expect(yaml(sops('flux/age.yaml')).value).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'age' },
      stringData: { key: '!sealed str' },
    })
    expect(yaml(sops('flux/age-pq.yaml'))).toMatchObject({ encrypted: true, places: [] })
  })

  it('in YAML: several key groups, and numbers', () => {
    for (const name of ['shamir2of3', 'numbers']) {
      const { encrypted, places, tree } = yaml(sops(`generated/v3.13.2.${name}.enc.yaml`))
      expect({ encrypted, places }).toEqual({ encrypted: true, places: [] })
      expect(JSON.stringify(plain(tree.value))).not.toContain('ENC[')
    }
  })

  it('in YAML: every document of a stream', () => {
    const { trees } = read(parseYaml, sops('generated/v3.13.2.multidoc.enc.yaml'))
    expect(trees.map((tree) => recognise(tree)).map(({ encrypted, value }) => ({ encrypted, value }))).toEqual([
      { encrypted: true, value: { a: '!sealed int' } },
      { encrypted: true, value: { b: '!sealed int' } },
      { encrypted: true, value: {} },
    ])
  })

  it('in YAML: encrypted comments of lists are no items', () => {
    const text = sops('generated/v3.13.2.comments.enc.yaml')
    const { tree, value, places } = yaml(text)
    expect(places).toEqual([])
    expect(value).toMatchObject({ list: ['!sealed str', '!sealed str'], o: { k: '!sealed str', z: '!sealed int' } })
    const items = leavesOf(tree).filter(({ tokens }) => tokens[0] === 'list')
    expect(items.map(({ text: at }) => /type:(\w+)/.exec(at)?.[1])).toEqual(['str', 'str'])
    expect(span(valuePlace(tree, findNode(tree, ['list', '1'])), 'start')).toBe(`${lineOf(text, '- ENC', 4)}:7`)
    expect(span(valuePlace(tree, findNode(tree, ['p'])), 'start')).toBe(`${lineOf(text, '\np: ', 0) + 1}:4`)
  })

  it('in YAML: places behind a comment that is left out are right', () => {
    const { tree, value } = yaml(`l:\n- [x, y]\n- ${envelope('comment')}\n- ${envelope('str')}\nz: 1\n${METADATA}`)
    expect(value).toEqual({ l: [['x', 'y'], '!sealed str'], z: 1 })
    expect(span(valuePlace(tree, findNode(tree, ['l', '1'])), 'start')).toBe('4:3')
    expect(span(valuePlace(tree, findNode(tree, ['z'])), 'start')).toBe('5:4')
  })

  it.each(['3.9.0', '3.13.1', '3.13.2'])('in JSON, dotenv and INI, as SOPS %s writes them', (version) => {
    const json = recognise(read(parseJson, sops(`generated/v${version}.all.enc.json`)).tree)
    expect(json).toMatchObject({ encrypted: true, places: [], value: { i: version === '3.13.2' ? '!sealed int' : '!sealed float', n: null, e: '', s_unencrypted: { x: 1.5 } } })
    const env = recognise(read(parseDotenv, sops(`generated/v${version}.all.enc.env`)).tree)
    expect(env).toMatchObject({ encrypted: true, places: [] })
    expect(env.value).toEqual({ A: '!sealed str', B: '!sealed str', C: '', D: '!sealed str', E: '!sealed str', F: '!sealed str', G: '!sealed str', H: '!sealed str', I: '!sealed str', J_unencrypted: 'plain' })
    const ini = recognise(read(parseIni, sops(`generated/v${version}.all.enc.ini`)).tree)
    expect(ini).toMatchObject({ encrypted: true, places: [] })
    expect(ini.value).toMatchObject({ toplevel: '!sealed str', sec: { key: '!sealed str', key4: '', dup: '!sealed str' }, empty: {} })
  })

  it('in dotenv with key groups, and binary', () => {
    expect(recognise(read(parseDotenv, sops('generated/v3.13.2.shamir.enc.env')).tree)).toMatchObject({ encrypted: true, places: [] })
    expect(recognise(read(parseDotenv, sops('flux/env.env')).tree).value).toEqual({ key: '!sealed str' })
    expect(recognise(read(parseJson, sops('generated/v3.13.2.blob.enc')).tree).value).toEqual({ data: '!sealed str' })
    expect(recognise(read(parseJson, sops('flux/file.txt')).tree).value).toEqual({ data: '!sealed str' })
  })

  it('keep their metadata in the source map, and their ciphertext to themselves', () => {
    const { tree } = yaml(sops('generated/v3.13.2.types.enc.yaml'))
    expect(cut(valuePlace(tree, findNode(tree, ['sops', 'version'])))).toBe('3.13.2')
    const leaf = own(tree.value as Mapping, 'a')
    expect(leaf).toBeInstanceOf(Sealed)
    expect(() => JSON.stringify(tree.value)).toThrow('sealed')
    expect(Object.values(leaf as object).join()).not.toContain('AES256')
    const again = yaml(sops('generated/v3.13.2.types.enc.yaml')).tree.value as Mapping
    expect((leaf as Sealed).sameCiphertext(own(again, 'a') as Sealed)).toBe(true)
    expect((leaf as Sealed).sameCiphertext(own(again, 'b') as Sealed)).toBe(false)
  })

  it('may have flat keys', () => {
    const { tree } = yaml(`a.b: ${envelope('int')}\n${METADATA}`)
    const opened = splitKeys(tree, '.', () => {})
    expect(plain(opened.value)).toEqual({ a: { b: '!sealed int' } })
    expect(opened.encrypted).toBe(true)
  })

  it('may have aliases and merge keys put in by hand', () => {
    const text = `x: &x\n  l: &l ["${envelope('comment')}", "${envelope('str')}"]\n  k: &k ${envelope('int')}\ny: {<<: *x, m: *l, n: *k}\n${METADATA}`
    const { value, places, tree } = yaml(text)
    expect(places).toEqual([])
    expect(cut(valuePlace(tree, findNode(tree, ['y', 'n'])))).toBe(`&k ${envelope('int')}`.slice(3))
    expect(cut(valuePlace(tree, findNode(tree, ['y', 'm', '0'])))).toContain('type:str')
    const sealed = { l: ['!sealed str'], k: '!sealed int' }
    expect(value).toEqual({ x: sealed, y: { ...sealed, m: ['!sealed str'], n: '!sealed int' } })
  })
})

describe('what is no file of SOPS', () => {
  it.each([
    '',
    'a: 1',
    'sops: {provider: age}',
    'sops: on',
    'sops: [mac, version]',
    'sops: {version: 3}',
    'a: {sops: {mac: x, lastmodified: y, version: z}}',
    '- sops: {mac: x, version: y}',
    'sops_mac: x\na: 1',
    'a: the ENC[AES256_GCM, envelope of sops',
    `# a: ${envelope('str')}\na: 1`,
    `a: |\n  b: ${envelope('str')}\n  sops: {}\n`,
  ])('%j', (text) => {
    const { tree } = read(parseYaml, text)
    expect(recognise(tree)).toMatchObject({ tree, encrypted: false, places: [] })
    expect(recognise(tree).tree).toBe(tree)
  })

  it.each(['mac: x, version: 1', 'mac: x, lastmodified: y', 'lastmodified: x, version: 1'])('but two of its fields make one: %s', (fields) => {
    expect(yaml(`a: 1\nsops: {${fields}}`)).toMatchObject({ encrypted: true, value: { a: 1 } })
  })

  it('costs next to nothing', () => {
    const { tree } = read(parseYaml, 'key: value\n'.repeat(1).concat(Array.from({ length: 1000 }, (_, i) => `k${i}: v\n`).join('')))
    const start = performance.now()
    for (let i = 0; i < 10_000; i++) recogniseEncrypted(tree, () => {})
    expect(performance.now() - start).toBeLessThan(1_000)
  })
})

describe('envelopes that nothing can open', () => {
  it.each<[string, string[], unknown]>([
    [`a: ${envelope('str')}`, ['1:4-1:75 parse/stray-envelope'], { a: '!hole' }],
    [`a: x\nb: [1, {c: "${envelope('int')}"}, "${envelope('comment')}"]`, ['2:12-2:85 parse/stray-envelope'], { a: 'x', b: [1, { c: '!hole' }, '!hole'] }],
    [`sops: {mac: "${envelope('str')}"}`, ['1:13-1:86 parse/stray-envelope'], { sops: { mac: '!hole' } }],
    [envelope('str'), ['1:1-1:72 parse/stray-envelope'], '!hole'],
    ['a: ENC[AES256_GCM,data:AAAA', ['1:4-1:28 parse/stray-envelope'], { a: '!hole' }],
    [`a: ${envelope('str').slice(0, -1)}`, ['1:4-1:74 parse/stray-envelope'], { a: '!hole' }],
    ['a: [1, "ENC[AES256_GCM,"]', ['1:8-1:25 parse/stray-envelope'], { a: [1, '!hole'] }],
    [`a: |\n  ${envelope('str')}\n  and more\n`, ['1:4-4:1 parse/stray-envelope'], { a: '!hole' }],
  ])('without metadata: %s', (text, places, value) => {
    const found = yaml(text)
    expect(found.places).toEqual(places)
    expect(found.value).toEqual(value)
    expect(found.encrypted).toBe(false)
  })

  it.each([
    envelope('str').replace('==,', '=,'),
    `${envelope('str')} `.concat('x'),
    envelope('str', ''),
    envelope('str', 'A-_A'),
    envelope('str', 'AAA'),
    envelope('text'),
    envelope('str').replace('tag:AAAA', 'tag:'),
    envelope('comment'),
    'ENC[AES256_GCM,data:AAAA',
  ])('under metadata, where they are damaged: %s', (text) => {
    const { places, value, findings } = yaml(`a: x\nb: ${JSON.stringify(text)}\n${METADATA}`)
    expect(places).toHaveLength(1)
    expect(places[0]).toMatch(/^2:4-2:\d+ parse\/damaged-envelope$/)
    expect(value).toEqual({ a: 'x', b: '!hole' })
    expect(findings[0]?.message).not.toContain('AAAA')
  })

  it('are told once a document, with how many there are', () => {
    const stray = yaml(Array.from({ length: 300 }, (_, i) => `k${i}: ${envelope('str')}\n`).join(''))
    expect(stray.places).toEqual(['1:5-1:76 parse/stray-envelope'])
    expect(stray.findings[0]?.message).toContain('300 SOPS envelopes')
    const damaged = yaml(`a: ENC[AES256_GCM,x\nb: ENC[AES256_GCM,y\n${METADATA}`)
    expect(damaged.places).toEqual(['1:4-1:20 parse/damaged-envelope'])
    expect(damaged.findings[0]?.message).toContain('2 SOPS envelopes')
  })
})

describe('names', () => {
  it.each<[string, string, string[]]>([
    ['db.sops.yaml', 'password: hunter2', ['1:1-1:18 parse/encrypted-name']],
    ['environments/prod/services/db.sops.json', '{"a": 1}', ['1:1-1:9 parse/encrypted-name']],
    ['db.sops.yaml', '\n[1]', ['2:1-2:4 parse/encrypted-name']],
    ['db.sops.yaml', `a: 1\n${METADATA}`, []],
    ['db.yaml', `a: 1\n${METADATA}`, []],
    ['db.sops.yaml', '', []],
    ['db.sops.yaml', '{}', []],
    ['db.sops.yaml', 'a: 1\n---\nb: 2\n', ['1:1-1:5 parse/encrypted-name']],
    ['.sops.yaml', 'creation_rules: []', []],
    ['x/.sops.yaml', 'creation_rules: []', []],
    ['db.sops/values.yaml', 'a: 1', []],
    ['dbsops.yaml', 'a: 1', []],
    ['db.yaml', 'a: 1', []],
  ])('%s with %j', (path, text, places) => {
    const found = yaml(text, path)
    expect(found.places).toEqual(places)
    for (const { message } of found.findings) expect(message).not.toContain('hunter2')
  })

  it('are not judged where the file cannot be read', () => {
    const broken = read(parseDotenv, '=', 'a.sops.env').tree
    expect(recognise(broken).places).toEqual([])
  })
})

describe('properties', () => {
  const texts = ['generated/v3.13.2.types.enc.yaml', 'generated/v3.13.2.comments.enc.yaml', 'flux/age.yaml'].map(sops)

  it('no envelope is ever left as text', () => {
    const word = fc.constantFrom(envelope('str'), envelope('int'), envelope('comment'), 'ENC[AES256_GCM,data:AAAA', 'plain', 'sops', '')
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof({ depthSize: 'small' }, word, fc.array(tie('node')), fc.dictionary(fc.constantFrom('a', 'b', 'sops', '__proto__'), tie('node'))),
    }))
    fc.assert(
      fc.property(node, fc.boolean(), (content, withMetadata) => {
        const metadata = withMetadata ? { sops: { mac: 'x', lastmodified: 'y', version: 'z' } } : {}
        const document = typeof content === 'object' && !Array.isArray(content) ? { ...content, ...metadata } : content
        const { value, places } = recognise(read(parseJson, JSON.stringify(document)).tree)
        expect(JSON.stringify(value)).not.toContain('ENC[')
        expect(JSON.stringify(value).includes('!hole')).toBe(places.length > 0)
      }),
    )
  })

  it('never throws on a file of SOPS with a line gone or doubled', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.constantFrom(0, 2), (text, at, times) => {
        const lines = text.split('\n')
        lines.splice(at % lines.length, 1, ...Array.from({ length: times }, () => lines[at % lines.length] as string))
        recognise(read(parseYaml, lines.join('\n')).tree)
      }),
    )
  })

  it('takes large files', () => {
    const comments = `l:\n${`- ${envelope('comment')}\n`.repeat(50_000)}- ${envelope('str')}\n`
    const start = performance.now()
    const { value } = yaml(comments + METADATA)
    expect(value).toEqual({ l: ['!sealed str'] })
    yaml(`a: "ENC[AES256_GCM,data:${'A'.repeat(8_000_000)}"\n${METADATA}`)
    yaml(`l:\n${`- ${envelope('str')}\n`.repeat(50_000)}`)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})

/** The 1-based line of the occurrence number `index` of a text. */
function lineOf(text: string, wanted: string, index: number): number {
  let at = -1
  for (let i = 0; i <= index; i++) at = text.indexOf(wanted, at + 1)
  return text.slice(0, at).split('\n').length
}
