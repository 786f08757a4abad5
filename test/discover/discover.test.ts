import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settle } from '../../src/core/finding.ts'
import { locate } from '../../src/core/place.ts'
import { readConfig } from '../../src/stages/discover/config.ts'
import { discover } from '../../src/stages/discover/discover.ts'
import { discoverFiles, line, lines, type Files } from './repository.ts'
import { collect, told, treeOf } from './tree.ts'

const DB = 'environments/prod/services/db.yaml'
const STREAM = 'layout: [{path: "{name}.yaml", kind: a, stream: true, environment: {at: /env}}]'
const LIST = 'layout: [{path: all.yaml, kind: a, at: "/list/*", name: {at: /id}}]'
const NAMED = 'layout: [{path: all.yaml, kind: a, stream: true, name: {at: /meta/id}}]'
const CATALOG = 'layout: [{path: all.yaml, kind: a, at: "/catalog/{name}"}]'

/** One mistake each: the files, what is found, words of the message, and the related places. */
const MISTAKES: readonly (readonly [string, Files, string, RegExp, (readonly string[])?])[] = [
  ['no file fits', { 'x/y.yaml': '' }, 'cairn.yaml discover/nothing-to-check', /cairn init/],
  ['no file fits a layout of one\'s own', { 'cairn.yaml': 'layout: [{path: "a/{name}.yaml", kind: a}]' }, 'cairn.yaml discover/nothing-to-check', /no file fits a\/\{name\}\.yaml$/],
  ['an unused file', { [DB]: '', 'environments/prod/x.yaml': '' }, 'environments/prod/x.yaml discover/unused-file', /^this file is used by no layout entry/],
  ['unused files in a folder', { [DB]: '', 'environments/k/a/b/1.yaml': '', 'environments/k/b.md': '', 'environments/k/c.md': '', 'environments/k/d.md': '' },
    'environments/k/a/b/1.yaml discover/unused-file', /^4 files in environments\/k\/ are used by no layout entry: a\/b\/1\.yaml, b\.md, c\.md and 1 more/],
  ['unused files beside used ones', { 'cairn.yaml': 'layout: [{path: "a/{name}.yaml", kind: a}]', 'a/b.yaml': '', 'a/x.txt': '', 'a/y.txt': '' },
    'a/x.txt discover/unused-file', /^2 files in a\/ are/],
  ['rival patterns', { 'cairn.yaml': 'layout:\n- {path: "{kind}/{name}.yaml"}\n- {path: "{name}/{kind}.yaml"}', 'a/b.yaml': '', 'c/d.yaml': '' },
    'a/b.yaml discover/ambiguous-pattern', /^this file and 1 more fit/, ['cairn.yaml:3:3', 'cairn.yaml:2:3']],
  ['two files for a layer', { [DB]: '', 'environments/prod/services/db.json': '' }, `${DB} discover/duplicate-layer`, /services\/db/, ['environments/prod/services/db.json']],
  ['two files in two folders', { 'cairn.yaml': 'layout: [{path: "a/**/{name}.yaml", kind: a}]', 'a/x.yaml': '', 'a/b/x.yaml': '' }, 'a/x.yaml discover/duplicate-layer', /a\/x/, ['a/b/x.yaml']],
  ['a list that names a document twice', { 'cairn.yaml': LIST, 'all.yaml': 'list:\n- id: x\n- {id: y}\n- id: x' }, 'all.yaml:4:7 discover/duplicate-layer', /a\/x/, ['all.yaml:2:7']],
  ['a document of a stream without a name', { 'cairn.yaml': NAMED, 'all.yaml': 'meta: {id: x}\n---\n# nothing here\nport: 1\n' }, 'all.yaml:4:1 discover/no-name', /nothing at \/meta\/id/],
  ['an empty document of a stream', { 'cairn.yaml': NAMED, 'all.yaml': 'meta: {id: x}\n---\n---\nmeta: {id: y}\n' }, 'all.yaml:2:4 discover/no-name', /nothing at/],
  ['a list item without a name', { 'cairn.yaml': LIST, 'all.yaml': 'list:\n- id: x\n- {port: 1}' }, 'all.yaml:3:3 discover/no-name', /nothing at \/id/],
  ['a name that is a number', { 'cairn.yaml': LIST, 'all.yaml': 'list:\n- id: x\n- id: 2' }, 'all.yaml:3:7 discover/no-name', /number/],
  ['a name that is empty', { 'cairn.yaml': LIST, 'all.yaml': 'list:\n- id: x\n- id: ""' }, 'all.yaml:3:7 discover/bad-name', /empty/],
  ['a name with a newline', { 'cairn.yaml': CATALOG, 'all.yaml': 'catalog:\n  x: {}\n  "a\\nb": {}' }, 'all.yaml:3:3 discover/bad-name', /a\\u000ab/],
  ['a catalogue that is a list', { 'cairn.yaml': CATALOG, 'all.yaml': 'catalog:\n- x' }, 'all.yaml:2:1 discover/no-name', /a mapping from names/],
  ['entries of a scalar', { 'cairn.yaml': LIST, 'all.yaml': 'list: x' }, 'all.yaml:1:7 discover/no-name', /a list or a mapping/],
  ['an entry that takes no file', { 'cairn.yaml': 'layout:\n- {path: a.yaml, kind: a, name: a}\n- {path: b.yaml, kind: a, name: b}', 'a.yaml': '' }, 'cairn.yaml:3:3 discover/unused-entry', /no file/],
  ['a layer of every document, of which there is none', { 'cairn.yaml': 'layout:\n- {path: all.yaml, kind: a, name: "*"}\n- {path: b.yaml, kind: b, name: b}', 'all.yaml': '', 'b.yaml': '' },
    'cairn.yaml:2:3 discover/unused-entry', /every document of the kind a, and there is no/, ['all.yaml']],
  ['layers of every document, of several kinds', { 'cairn.yaml': 'layout:\n- {path: "all-{kind}.yaml", name: "*"}\n- {path: "{kind}/{name}.yaml"}', 'all-a.yaml': '', 'all-b.yaml': '', 'a/x.yaml': '' },
    'cairn.yaml:2:3 discover/unused-entry', /kind b,/, ['all-b.yaml']],
  ['a layer of every document, where the entry of the documents takes no file', { 'cairn.yaml': 'layout:\n- {path: all.yaml, kind: a, name: "*"}\n- {path: "a/{name}.yaml", kind: a}', 'all.yaml': '' },
    'cairn.yaml:3:3 discover/unused-entry', /no file/],
  ['a layer of every document, where the documents have no name', { 'cairn.yaml': `layout:\n- {path: d.yaml, kind: a, name: "*"}\n- ${LIST.slice(9, -1)}`, 'd.yaml': '', 'all.yaml': 'list:\n- {x: 1}' },
    'all.yaml:2:3 discover/no-name', /id/],
  ['a pointer that leads nowhere', { 'cairn.yaml': CATALOG, 'all.yaml': 'katalog: {a: {}}' }, 'cairn.yaml:1:10 discover/unused-entry', /pointers/],
  ['a path with a newline', { [DB]: '', 'environments/prod/services/a\nb.yaml': '' }, 'environments/prod/services/a\nb.yaml discover/bad-name', /a\\u000ab/],
  ['a path without a name', { [DB]: '', 'environments/prod/services/.yaml': '' }, 'environments/prod/services/.yaml discover/bad-name', /empty/],
  ['a path that is not UTF-8', { [DB]: '', 'environments/prod/services/a\ufffd.yaml': '' }, 'environments/prod/services/a\ufffd.yaml discover/bad-name', /UTF-8/],
  ['an environment with a newline', { [DB]: '', 'environments/a\nb/services/db.yaml': '' }, 'environments/a\nb/services/db.yaml discover/bad-name', /environment/],
  ['a submodule', { [DB]: '', 'environments/dev@': '' }, 'environments/dev discover/submodule', /another repository/],
  ['a submodule above the layout', { [DB]: '', 'cairn.yaml': 'layout: [{path: "environments/{environment}/{kind}/{name}.yaml"}, {path: "a/b/{name}.yaml", kind: a}]', 'a/b/x.yaml': '', 'a@': '' }, 'a discover/submodule', /submodule/],
  ['a link to a folder', { [DB]: '', 'environments/dev->': '' }, 'environments/dev discover/unused-file', /symbolic link/],
  ['an environment that is not listed', { 'cairn.yaml': 'environments: [prod, staging]', [DB]: '', 'environments/stagin/services/a.yaml': '', 'environments/stagin/services/b.yaml': '' },
    'environments/stagin/services/a.yaml discover/unknown-environment', /stagin .* did you mean staging\?; 2 layers/, ['environments/stagin/services/b.yaml']],
  ['an environment file that is not listed', { 'cairn.yaml': 'environments: [prod]', [DB]: '', 'environments/dev/environment.yaml': '' }, 'environments/dev/environment.yaml discover/unknown-environment', /dev/],
  ['an environment in a stream that is not listed', { 'cairn.yaml': `${STREAM}\nenvironments: [prod, test]`, 'x.yaml': 'a: 1\n---\nenv: testt\n' }, 'x.yaml:3:6 discover/unknown-environment', /did you mean test/],
  ['a fixed environment that is not listed', { 'cairn.yaml': 'environments: [prod]\nlayout:\n- {path: "{name}.yaml", kind: a, environment: prd}', 'x.yaml': '' }, 'cairn.yaml:3:47 discover/unknown-environment', /did you mean prod/],
  ['an environment that is a number', { 'cairn.yaml': STREAM, 'x.yaml': 'env: 1' }, 'x.yaml:1:6 discover/no-name', /number/],
  ['an environment in a list that is a mapping', { 'cairn.yaml': STREAM, 'x.yaml': 'env:\n- a\n- {b: 1}' }, 'x.yaml:3:3 discover/no-name', /mapping/],
  ['an empty list of environments', { 'cairn.yaml': STREAM, 'x.yaml': 'env: []' }, 'x.yaml:1:6 discover/no-name', /no environment/],
  ['two environments that are nearly one', { 'environments/production/services/a.yaml': '', 'environments/production/services/b.yaml': '', 'environments/produciton/services/a.yaml': '' },
    'environments/produciton/services/a.yaml discover/similar-environment', /nearly production/, ['environments/production/services/a.yaml']],
  ['an environment defined twice', { 'cairn.yaml': 'environments:\n  prod: {labels: {a: 1}}', [DB]: '', 'environments/prod/environment.yaml': 'labels: {a: 2}' },
    'environments/prod/environment.yaml discover/duplicate-environment', /prod/, ['cairn.yaml:2:3']],
  ['an environment file with a slip', { [DB]: '', 'environments/prod/environment.yaml': 'inherits: []\nlables: {a: 1}' }, 'environments/prod/environment.yaml:2:1 config/unknown-key', /did you mean labels/],
  ['a run variable for a document that there is not', { 'cairn.yaml': 'variables: {PORT: services/bd#/port}', [DB]: '' }, 'cairn.yaml:1:19 discover/unknown-document', /did you mean services\/db/],
]

describe('discover', () => {
  it.each(MISTAKES.map((row) => ({ mistake: row[0], row })))('reports $mistake', ({ row: [, files, expected, words, related] }) => {
    const { found } = discoverFiles(files)
    expect(told(found)).toEqual([expected])
    expect(found[0]?.message).toMatch(words)
    const places = found.flatMap((finding) => settle(finding).related.map(({ location }) => location))
    if (related !== undefined) expect(places.map(({ file, line, column }) => (line === undefined ? file : `${file ?? ''}:${line}:${column ?? 0}`))).toEqual(related)
  })

  it('reads the default layout: plain before encrypted, and what is ignored by name', () => {
    const { discovery, found, parsed } = discoverFiles({
      [DB]: '', 'environments/prod/services/db.sops.yaml': '', 'environments/base/services/db.json': '',
      'environments/base/environment.yaml': 'abstract: true', 'environments/prod/environment.yaml': 'inherits: base',
      'environments/README.md': '', 'environments/prod/.gitkeep': '', 'schemas/services.yaml': '', '.sops.yaml': '',
      'environments/prod/services/.sops.yaml': '', 'src/main.py': '', 'cairn.yaml': '',
    })
    expect(found).toEqual([])
    expect(lines(discovery)).toEqual({
      'services/db': [
        'base ← environments/base/services/db.json',
        `prod ← ${DB}`,
        'prod ← environments/prod/services/db.sops.yaml',
      ],
    })
    const { environments } = discovery
    const definitions = environments.map(({ name, abstract, inherits }) => [name, abstract, inherits[0]?.name])
    expect(definitions).toEqual([['base', true, undefined], ['prod', false, 'base']])
    expect(parsed).toEqual(['environments/base/environment.yaml', 'environments/prod/environment.yaml'])
    expect(discovery.files).toHaveLength(3)
  })

  it('lets the pattern with most literal characters take a file, and every entry written for that path use it', () => {
    const { discovery, found } = discoverFiles({
      'cairn.yaml': `layout:
- {path: '{name}.yaml', kind: plain}
- {path: 'special-{name}.yaml', kind: special}
- {path: 'special-{name}.yaml', kind: part, at: /part}
- {path: 'deep/**/{name}.yaml', kind: any}`,
      'a.yaml': '', 'special-a.yaml': 'part: {x: 1}', 'special-b.yaml': 'other: 1', 'deep/a.yaml': '', 'README.yaml': '', 'deep/schemas/b.yaml': '',
    })
    expect(found).toEqual([])
    expect(lines(discovery)).toEqual({
      'any/a': ['* ← deep/a.yaml'], 'any/b': ['* ← deep/schemas/b.yaml'], 'part/a': ['* ← special-a.yaml /part'],
      'plain/a': ['* ← a.yaml'], 'special/a': ['* ← special-a.yaml'], 'special/b': ['* ← special-b.yaml'],
    })
  })

  it('warns about unused files that may be configuration, and only notes others', () => {
    const files = { [DB]: '', 'environments/prod/notes/a/b.txt': '', 'environments/prod/x.md': '', 'environments/prod/y.toml': '' }
    expect(discoverFiles(files).found.map(({ severity, place }) => [severity, locate(place).file])).toEqual([
      ['note', 'environments/prod/notes/a/b.txt'],
      ['warning', 'environments/prod/x.md'],
    ])
  })

  it('sorts documents by kind, then name', () => {
    const { discovery } = discoverFiles({ 'environments/p/a-b/x.yaml': '', 'environments/p/a/z.yaml': '', 'environments/p/a/B.yaml': '', 'environments/p/a/b.yaml': '' })
    expect([...discovery.documents.keys()]).toEqual(['a/B', 'a/b', 'a/z', 'a-b/x'])
  })

  it('reads names, environments and subtrees from the content', () => {
    const { discovery, found } = discoverFiles({
      'cairn.yaml': `layout:
- {path: all.yaml, kind: apps, at: '/teams/*/{name}/config', environment: {at: /envs}}
- {path: list.yaml, kind: jobs, at: '/jobs/*', name: {at: /meta/name}, environment: {at: /env}}`,
      'all.yaml': 'teams:\n  a:\n    x: {config: {envs: [dev, prod, dev]}}\n    y: {other: 1}\n  b: {z: {config: {}}}\n',
      'list.yaml': 'env: prod\njobs:\n- {meta: {name: j}, env: dev}\n- meta: {name: k}\n',
    })
    expect(found).toEqual([])
    expect(lines(discovery)).toEqual({
      'apps/x': ['dev ← all.yaml /teams/a/x/config', 'prod ← all.yaml /teams/a/x/config'],
      'apps/z': ['* ← all.yaml /teams/b/z/config'],
      'jobs/j': ['dev ← list.yaml /jobs/0'],
      'jobs/k': ['prod ← list.yaml /jobs/1'],
    })
  })

  it('takes every document of a stream that is not looked into as one source, and those that are one by one', () => {
    const stream = 'a: 1\n---\nenv: [dev, prod]\n---\nenv: dev\n---\nenv:\n'
    const plain = discoverFiles({ 'cairn.yaml': 'layout: [{path: "{name}.yaml", kind: a, stream: true}]', 'x.yaml': stream })
    expect(plain.parsed).toEqual([])
    expect(lines(plain.discovery)).toEqual({ 'a/x': ['* ← x.yaml'] })
    const { discovery, found } = discoverFiles({ 'cairn.yaml': STREAM, 'x.yaml': stream })
    expect(found).toEqual([])
    expect(lines(discovery)).toEqual({
      'a/x': ['* ← x.yaml [0]', '* ← x.yaml [3]', 'dev ← x.yaml [1]', 'dev ← x.yaml [2]', 'prod ← x.yaml [1]'],
    })
  })

  it('passes holes on in silence', () => {
    const hole = { 'x.yaml': '<hole>' }
    expect(discoverFiles({ 'cairn.yaml': STREAM, ...hole })).toMatchObject({ found: [] })
    expect(lines(discoverFiles({ 'cairn.yaml': STREAM, ...hole }).discovery)).toEqual({ 'a/x': ['* ← x.yaml [0]'] })
    const part = discoverFiles({ 'cairn.yaml': 'layout: [{path: x.yaml, kind: a, name: x, at: /b/c}]', 'x.yaml': 'b: <hole>' })
    expect([lines(part.discovery), part.found]).toEqual([{ 'a/x': ['* ← x.yaml /b'] }, []])
    for (const text of ['<hole>', 'list: <hole>', 'list: [<hole>, {id: <hole>}]']) {
      expect(discoverFiles({ 'cairn.yaml': LIST, 'all.yaml': text }).discovery.documents.size).toBe(0)
    }
    for (const text of ['<hole>', 'list: [{id: <hole>}]']) expect(discoverFiles({ 'cairn.yaml': LIST, 'all.yaml': text }).found).toEqual([])
  })

  it('keeps the layer of every document apart', () => {
    const { discovery, found } = discoverFiles({
      'cairn.yaml': 'layout:\n- {path: "common-{environment}.yaml", kind: a, name: "*"}\n- {path: "{name}.yaml", kind: a, environment: prod}',
      'common-dev.yaml': '', 'common-prod.yaml': '', 'x.yaml': '',
    })
    expect(found).toEqual([])
    expect(discovery.shared.get('a')?.map(line)).toEqual(['dev ← common-dev.yaml', 'prod ← common-prod.yaml'])
    expect(lines(discovery)).toEqual({ 'a/x': ['prod ← x.yaml'] })
  })

  it('reads layers of every document where nobody else will', () => {
    const layout = 'layout:\n- {path: "all-{environment}.yaml", kind: a, name: "*"}\n- {path: s.yaml, kind: a, name: "*", stream: true, environment: {at: /env}}\n'
    const files = { 'all-prod.yaml': 'a: 1', 'all-dev.yaml': 'a: 1', 's.yaml': 'env: [prod, dev]', 'b/x.yaml': '' }
    const lonely = discoverFiles({ 'cairn.yaml': `${layout}- {path: "b/{name}.yaml", kind: b}`, ...files })
    expect(lonely.parsed).toEqual(['s.yaml', 'all-dev.yaml', 'all-prod.yaml'])
    expect(told(lonely.found)).toEqual(['cairn.yaml:2:3 discover/unused-entry', 'cairn.yaml:3:3 discover/unused-entry'])
    const used = discoverFiles({ 'cairn.yaml': `${layout}- {path: "b/{name}.yaml", kind: a}`, ...files })
    expect([used.parsed, used.found]).toEqual([['s.yaml'], []])
  })

  it('knows one environment where none is named', () => {
    const { discovery } = discoverFiles({ 'cairn.yaml': 'layout: [{path: "{name}.yaml", kind: a}]', 'x.yaml': '' })
    expect(discovery.environments.map(({ name, place }) => [name, locate(place)])).toEqual([['default', { environment: 'default' }]])
  })

  it('takes definitions from files for environments that are listed by name', () => {
    const { discovery, found } = discoverFiles({
      'cairn.yaml': 'environments: [b, a]\nenvironment-files: envs/{environment}.yaml', 'envs/a.yaml': 'labels: {x: 1}', 'environments/a/k/n.yaml': '',
    })
    expect(found).toEqual([])
    expect(discovery.environments.map(({ name, labels }) => [name, labels])).toEqual([['a', { x: 1 }], ['b', {}]])
  })

  it.each([
    ['us-east-1', 'us-east-2'], ['prod', 'prod2'], ['prod-eu', 'prod-us'], ['us-east', 'us-west'], ['cell-a', 'cell-b'],
    ['dev', 'def'], ['prod', 'prodx'], ['idfdemo', 'idfdev'], ['staging', 'production'], ['release1', 'release'],
  ])('does not take %s for a slip of %s', (a, b) => {
    expect(discoverFiles({ [`environments/${a}/k/n.yaml`]: '', [`environments/${b}/k/n.yaml`]: '' }).found).toEqual([])
  })

  it.each([['staging', 'stagin'], ['staging-eu', 'stagign-eu'], ['development', 'developmend'], ['sandbox', 'sandboxx'], ['dev', 'Dev'], ['prod2', 'PROD2'], ['us-east-1', 'us-East-1'], ['Stagin', 'staging']])(
    'takes %s and %s for one', (a, b) => {
      const files = { [`environments/${a}/k/n.yaml`]: '', [`environments/${a}/k/m.yaml`]: '', [`environments/${b}/k/n.yaml`]: '' }
      expect(told(discoverFiles(files).found)).toEqual([`environments/${b}/k/n.yaml discover/similar-environment`])
      const vouched = { [`environments/${a}/environment.yaml`]: '', [`environments/${b}/environment.yaml`]: '' }
      expect(discoverFiles({ ...files, ...vouched }).found).toEqual([])
    },
  )

  it('tells names that differ in case of more environments than anybody has typed', () => {
    const names = [...Array.from({ length: 1200 }, (_, i) => `environment-${i}`), 'a', 'A']
    const { found } = discoverFiles(Object.fromEntries(names.map((name) => [`environments/${name}/k/n.yaml`, ''])))
    expect(told(found)).toEqual(['environments/A/k/n.yaml discover/similar-environment'])
  })

  it('takes names with spaces, quotes, braces and any alphabet', () => {
    const names = ["it's", 'a b', '"q"', '{x}', '名前', 'a#b', '*', '__proto__', '-rf', 'ａ', 'e\u0301']
    const { discovery, found } = discoverFiles(Object.fromEntries(names.map((name) => [`environments/p/k/${name}.yaml`, ''])))
    expect(found).toEqual([])
    expect([...discovery.documents.keys()]).toEqual(names.map((name) => `k/${name}`).sort())
  })

  it('tells every file under the roots: used, ignored or reported', () => {
    const segment = fc.constantFrom('environments', 'prod', 'dev', 'services', 'db.yaml', 'db.json', 'x.md', 'README.md', '.gitkeep', 'environment.yaml', 'a b.env', '.sops.yaml')
    const paths = fc.uniqueArray(fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => ['environments', ...segments].join('/')), { maxLength: 20 })
    fc.assert(fc.property(paths, (all) => {
      const entries = [...all].sort().map((path) => ({ path, type: 'file' as const }))
      const { report, found } = collect()
      const { files } = discover({ entries, config: readConfig(undefined, report), parse: () => [treeOf('x', '')] }, report)
      const ignored = all.filter((path) => /(^|\/)(README\.md|\.gitkeep|\.sops\.yaml)$/.test(path))
      const definitions = all.filter((path) => /^environments\/[^/]+\/environment\.yaml$/.test(path))
      const unused = found.filter(({ rule }) => rule === 'discover/unused-file').reduce((sum, { message }) => sum + Number(/^(\d+) files/.exec(message)?.[1] ?? 1), 0)
      expect(files.length + new Set([...ignored, ...definitions]).size + unused).toBe(all.length)
    }))
  })

  it('never throws, whatever the configuration and the content', () => {
    const anything = fc.json({ maxDepth: 3 })
    const key = fc.constantFrom('layout', 'environments', 'presence', 'ignore', 'kinds', 'tags', 'variables', 'environment-files')
    const entry = fc.record({
      path: fc.constantFrom('{name}.yaml', 'a/{environment}.yaml', '**/{name}.{ext}', '{kind}/{name**}.yaml', 'a.yaml'),
      kind: fc.constantFrom('a', '*', '', 1), name: fc.constantFrom('*', 'x', { at: '/n' }, { at: '' }, []),
      environment: fc.constantFrom('e', { at: '/e' }, null), at: fc.constantFrom('/a/*', '/{name}', '', '/0', 'x'), stream: fc.boolean(),
    }, { requiredKeys: ['path'] })
    const config = fc.oneof(
      fc.dictionary(key, anything.map((text) => JSON.parse(text) as unknown)).map((value) => JSON.stringify(value)),
      fc.array(entry, { maxLength: 4 }).map((layout) => JSON.stringify({ layout })),
    )
    fc.assert(fc.property(config, anything, anything, (text, one, other) => {
      expect(() => discoverFiles({ 'cairn.yaml': text, 'a.yaml': one, 'a/b.yaml': other, 'environments/x/environment.yaml': one })).not.toThrow()
    }), { numRuns: 500 })
  })
})
