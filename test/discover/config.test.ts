import { describe, expect, it } from 'vitest'
import { locate } from '../../src/core/place.ts'
import { readConfig } from '../../src/stages/discover/config.ts'
import { collect, told, treeOf } from './tree.ts'

function read(text: string) {
  const { report, found } = collect()
  return { config: readConfig(treeOf('cairn.yaml', text), report), found }
}

/** One mistake each: the file with the mistake marked, its rule, and words of its message. */
const MISTAKES: readonly (readonly [string, string, RegExp])[] = [
  ['▸layuot: []', 'config/unknown-key', /did you mean layout/],
  ['▸publishing: {}', 'config/unknown-key', /did you mean publish\?/],
  ['▸version: {}', 'config/unknown-key', /known here: layout, environments/],
  ['▸- layout', 'config/wrong-type', /a mapping, found list/],
  ['▸just text', 'config/wrong-type', /a mapping, found string/],
  ['layout: ▸{path: x}', 'config/wrong-type', /a list/],
  ['layout: ▸[]', 'config/bad-value', /no entries/],
  ['layout: [▸a.yaml]', 'config/wrong-type', /a mapping, found string/],
  ['layout:\n  - ▸{kind: a, name: b}', 'config/missing-key', /`path`/],
  ['layout:\n  - {▸pth: a.yaml, kind: a, name: b}', 'config/unknown-key', /did you mean path/],
  ['layout:\n  - ▸{path: a.yaml, name: b}', 'config/missing-key', /the kind/],
  ['layout:\n  - ▸{path: a.yaml, kind: b}', 'config/missing-key', /the name/],
  ['layout:\n  - {path: ▸7, kind: a, name: b}', 'config/wrong-type', /found number; quote it/],
  ['layout:\n  - {path: ▸"", kind: a, name: b}', 'config/bad-value', /empty/],
  ['layout:\n  - {path: a.yaml, kind: a, name: b, ▸keyss: dotted}', 'config/unknown-key', /did you mean keys/],
  ['layout:\n  - {path: ▸"{enviroment}/a.yaml", kind: a, name: b}', 'config/bad-value', /\{enviroment\}; did you mean \{environment\}/],
  ['layout:\n  - {path: ▸"{x}/a.yaml", kind: a, name: b}', 'config/bad-value', /known are \{environment\}, \{kind\}/],
  ['layout:\n  - {path: ▸"{name/a.yaml", kind: a}', 'config/bad-value', /a \{ that is not closed/],
  ['layout:\n  - {path: ▸"name}/a.yaml", kind: a}', 'config/bad-value', /a \} without/],
  ['layout:\n  - {path: ▸/a.yaml, kind: a, name: b}', 'config/bad-value', /starts with a slash/],
  ['layout:\n  - {path: ▸a/../b.yaml, kind: a, name: b}', 'config/bad-value', /\.\./],
  ['layout:\n  - {path: ▸./b.yaml, kind: a, name: b}', 'config/bad-value', /leave it out/],
  ['layout:\n  - {path: ▸a//b.yaml, kind: a, name: b}', 'config/bad-value', /empty folder/],
  ['layout:\n  - {path: ▸a\\b.yaml, kind: a, name: b}', 'config/bad-value', /backslash/],
  ['layout:\n  - {path: ▸a.conf, kind: a, name: b}', 'config/bad-value', /no format.*yaml, yml, json/],
  ['layout:\n  - {path: ▸"{name}{environment}.yaml", kind: a}', 'config/bad-value', /nothing says where/],
  ['layout:\n  - {path: ▸"{name}/{name}.yaml", kind: a}', 'config/bad-value', /captured twice/],
  ['layout:\n  - {path: ▸"{kind**}/{name}.yaml"}', 'config/bad-value', /cannot span/],
  ['layout:\n  - {path: "{name}.yaml", kind: a, ▸name: b}', 'config/bad-value', /captured already/],
  ['layout:\n  - {path: "{name}.yaml", kind: ▸a/b}', 'config/bad-value', /slash/],
  ['layout:\n  - {path: a.yaml, kind: a, name: {at: ▸name}}', 'config/bad-value', /starts with a slash/],
  ['layout:\n  - {path: a.yaml, kind: a, name: {at: ▸/a~b}}', 'config/bad-value', /~0/],
  ['layout:\n  - {path: a.yaml, kind: a, name: {▸in: /name}}', 'config/unknown-key', /in/],
  ['layout:\n  - {path: a.yaml, kind: a, ▸name: {}}', 'config/missing-key', /at/],
  ['layout:\n  - {path: a.yaml, kind: a, name: ▸[b]}', 'config/wrong-type', /a name or/],
  ['layout:\n  - {path: a.yaml, kind: a, name: b, environment: ▸3}', 'config/wrong-type', /quote it/],
  ['layout:\n  - {path: a.yaml, kind: a, name: b, at: ▸catalog}', 'config/bad-value', /no pointer/],
  ['layout:\n  - {path: a.yaml, kind: a, at: ▸"/c/{nmae}"}', 'config/bad-value', /unknown capture \{nmae\}/],
  ['layout:\n  - {path: a.yaml, kind: a, at: ▸"/{name}/{name}"}', 'config/bad-value', /twice/],
  ['layout:\n  - {path: "{name}.yaml", kind: a, at: ▸"/{name}"}', 'config/bad-value', /by `path` already/],
  ['layout:\n  - {path: a.yaml, kind: a, name: b, stream: ▸yes}', 'config/wrong-type', /true or false, found string/],
  ['layout:\n  - {path: a.yaml, kind: a, name: b, keys: ▸doted}', 'config/bad-value', /did you mean dotted/],
  ['layout:\n  - {path: a.yaml, kind: a, name: b, keys: dotted, ▸nest: __}', 'config/bad-value', /leave out one/],
  ['layout:\n  - {path: a.yaml, kind: a, name: b, nest: ▸""}', 'config/bad-value', /empty/],
  ['environments: ▸production', 'config/wrong-type', /a list of names, or a mapping/],
  ['environments: [a, ▸1]', 'config/wrong-type', /quote it/],
  ['environments: [a, b, ▸a]', 'config/bad-value', /twice/],
  ['environments: [▸"a\\nb"]', 'config/bad-value', /cannot be written/],
  ['environments:\n  ▸"": {}', 'config/bad-value', /empty/],
  ['environments:\n  a: {▸inherit: b}', 'config/unknown-key', /did you mean inherits/],
  ['environments:\n  a: ▸[b]', 'config/wrong-type', /a mapping, found list/],
  ['environments:\n  a: {inherits: ▸1}', 'config/wrong-type', /a name or a list/],
  ['environments:\n  a: {inherits: [b, ▸2]}', 'config/wrong-type', /quote/],
  ['environments:\n  a: {inherits: [b, ▸b]}', 'config/bad-value', /twice/],
  ['environments:\n  a: {abstract: ▸yes}', 'config/wrong-type', /true or false/],
  ['environments:\n  a: {protected: ▸1}', 'config/wrong-type', /true or false/],
  ['environments:\n  a: {labels: ▸[x]}', 'config/wrong-type', /a mapping/],
  ['environments:\n  a: {variables: ▸x}', 'config/wrong-type', /a mapping/],
  ['environments:\n  a: {without: ▸services/db}', 'config/wrong-type', /a list/],
  ['environments:\n  a: {without: [▸db]}', 'config/bad-value', /kind\/name/],
  ['environment-files: ▸[x]', 'config/wrong-type', /a path pattern/],
  ['environment-files: ▸environments/all.yaml', 'config/bad-value', /has \{environment\}/],
  ['environment-files: ▸"{environment}/{name}.yaml"', 'config/bad-value', /neither/],
  ['presence: ▸declard', 'config/bad-value', /did you mean declared/],
  ['presence: ▸true', 'config/wrong-type', /inherited or declared/],
  ['ignore: ▸"*.md"', 'config/wrong-type', /a list/],
  ['ignore: [▸1]', 'config/wrong-type', /a glob/],
  ['ignore: [▸"!keep.yaml"]', 'config/bad-value', /narrower/],
  ['ignore: [▸../x]', 'config/bad-value', /\.\./],
  ['ignore: [▸"{a,b"]', 'config/bad-value', /braces/],
  ['ignore: [▸"{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"]', 'config/bad-value', /more than 64/],
  ['kinds: ▸[services]', 'config/wrong-type', /a mapping/],
  ['kinds: {▸a/b: {}}', 'config/bad-value', /slash/],
  ['kinds: {a: {▸schem: x}}', 'config/unknown-key', /did you mean schema/],
  ['kinds: {a: {schema: ▸/etc/x}}', 'config/bad-value', /starts with a slash/],
  ['kinds: {a: {version: ▸"1"}}', 'config/wrong-type', /whole number/],
  ['kinds: {a: {version: ▸1.5}}', 'config/bad-value', /1.5 is no version/],
  ['tags: {▸vault: string}', 'config/bad-value', /start with one !/],
  ['tags: {▸"!append": keep}', 'config/bad-value', /how layers are merged/],
  ['tags: {"!vault": ▸strin}', 'config/bad-value', /did you mean string/],
  ['variables: {▸DB-PORT: "a/b#/c"}', 'config/bad-value', /process variable/],
  ['variables: {DB_PORT: ▸"a/b/c"}', 'config/bad-value', /kind\/name#\/pointer/],
  ['variables: {DB_PORT: ▸"a/b#"}', 'config/bad-value', /kind\/name#\/pointer/],
  ['variables: {DB_PORT: ▸"b#/c"}', 'config/bad-value', /kind\/name#\/pointer/],
  ['variables: {A: "a/b#/c", B: ▸"a/b#/c"}', 'config/bad-value', /A and B/],
]

describe('readConfig', () => {
  it.each(MISTAKES)('%j has one mistake: %s', (marked, rule, words) => {
    const before = marked.slice(0, marked.indexOf('▸')).split('\n')
    const { found } = read(marked.replace('▸', ''))
    expect(told(found)).toEqual([`cairn.yaml:${before.length}:${(before.at(-1) ?? '').length + 1} ${rule}`])
    expect(found[0]?.message).toMatch(words)
  })

  it('keeps everything else when something is wrong', () => {
    const { config, found } = read(`
layout:
  - {path: 'a/{name}.yaml', kind: a}
  - {path: 'b/{nam}.yaml', kind: b}
  - {path: 'c/{name}.yaml', kind: c, at: '/x/*', stream: true, keys: dotted}
environments: {prod: {inherits: [base, 1], labels: {tier: 1}}, base: , staging: null}
presence: sometimes
kinds: {a: {schema: schemas/a.yaml, version: 0}, c: }
tags: {'!vault': string, '!x': keep, bad: keep}
variables: {PORT: 'a/x#/port', BAD: nothing}
ignore: ['docs/**', 3]
`)
    expect(told(found)).toHaveLength(7)
    expect(config.layout.map(({ index, path }) => [index, path])).toEqual([[0, 'a/{name}.yaml'], [2, 'c/{name}.yaml']])
    expect(config.layout[1]).toMatchObject({ kind: 'c', at: ['x', '*'], stream: true, separator: '.' })
    expect(config.environments.map(({ name }) => name)).toEqual(['prod', 'base', 'staging'])
    expect(config.environments[0]).toMatchObject({ inherits: [{ name: 'base' }], labels: { tier: 1 } })
    expect(config.environments[0]?.definedIn).toBeDefined()
    expect(config.environments[1]?.definedIn).toBeUndefined()
    expect(config.presence).toBe('inherited')
    expect([...config.kinds.values()].map(({ name, schema }) => [name, schema])).toEqual([['a', 'schemas/a.yaml'], ['c', undefined]])
    expect([...config.tags]).toEqual([['!vault', 'string'], ['!x', 'keep']])
    expect(config.variables).toMatchObject([{ variable: 'PORT', kind: 'a', name: 'x', tokens: ['port'] }])
    expect(config.ignore).toEqual(['docs/**'])
  })

  it.each<[string, readonly string[]]>([
    ['{path: a.yaml, kind: k, at: ▸nope, stream: ▸yes, keys: ▸dots, nest: ▸"", name: ▸5}', ['bad-value', 'wrong-type', 'bad-value', 'bad-value', 'wrong-type']],
    ['{path: ▸/a.yaml, kind: ▸k/k, at: ▸"/{nam}", stream: ▸1, environment: ▸[]}', ['bad-value', 'bad-value', 'bad-value', 'wrong-type', 'wrong-type']],
    ['▸{path: a.yaml, at: ▸"{name}"}', ['missing-key', 'bad-value']],
    ['▸{path: a.yaml, name: n, stream: ▸yes}', ['missing-key', 'wrong-type']],
    ['▸{at: ▸x, ▸kinds: k}', ['missing-key', 'bad-value', 'unknown-key']],
    ['{path: "{name}.yaml", kind: k, at: ▸"/{name}", ▸name: ▸4}', ['bad-value', 'bad-value', 'wrong-type']],
  ])('finds every mistake of an entry: %s', (marked, rules) => {
    const columns = marked.split('▸').slice(0, -1).map((_, i, parts) => parts.slice(0, i + 1).join('').length + 3)
    const { found, config } = read(`layout:\n- ${marked.replaceAll('▸', '')}`)
    const expected = rules.map((rule, i) => `cairn.yaml:2:${columns[i] ?? 0} config/${rule}`)
    expect(told(found).sort()).toEqual(expected.sort())
    expect(config).toMatchObject({ layout: [], sound: false })
  })

  it.each([undefined, '', '# only a comment', '<hole>', '{}', 'layout:', 'ignore: # none'])('has the defaults for %j', (text) => {
    const { report, found } = collect()
    const config = readConfig(text === undefined ? undefined : treeOf('cairn.yaml', text), report)
    expect(found).toEqual([])
    expect(config).toMatchObject({ given: text !== undefined, environments: [], presence: 'inherited', ignore: [] })
    expect(config.environmentFiles).toBe('environments/{environment}/environment.yaml')
    expect(config.layout.map(({ path }) => path)).toEqual([
      'environments/{environment}/{kind}/{name}.{ext}',
      'environments/{environment}/{kind}/{name}.sops.{ext}',
    ])
  })

  it('says nothing about holes and does not put the default layout in their place', () => {
    const { config, found } = read('layout: <hole>\nenvironments: [<hole>, a]\nkinds: {x: <hole>}\ntags: {"!a": <hole>}\nvariables: {A: <hole>}')
    expect(found).toEqual([])
    expect(config.layout).toEqual([])
    expect(config.environments.map(({ name }) => name)).toEqual(['a'])
  })

  it('knows the place of everything that later stages point to', () => {
    const { config } = read('environments:\n  prod: {inherits: base, without: [a/b]}\nkinds:\n  a: {version: 1}\nvariables:\n  P: a/b#/c')
    const [prod] = config.environments
    const ofProd = [prod?.place, prod?.inherits[0]?.place, prod?.without[0]?.place]
    const places = [...ofProd, config.kinds.get('a')?.place, config.variables[0]?.place]
    const positions = places.map((place) => place && [locate(place).line, locate(place).column])
    expect(positions).toEqual([[2, 3], [2, 20], [2, 36], [4, 3], [6, 6]])
  })

  it('takes names with spaces, quotes and letters of any alphabet, and keys that touch prototypes', () => {
    const { config, found } = read('environments:\n  "my env \'1\'": {}\n  Zürich-本番: {}\n  __proto__: {labels: {__proto__: 1}}\n  constructor: {}')
    expect(found).toEqual([])
    expect(config.environments.map(({ name }) => name)).toEqual(["my env '1'", 'Zürich-本番', '__proto__', 'constructor'])
    expect(Object.keys(config.environments[2]?.labels ?? {})).toEqual(['__proto__'])
  })
})
