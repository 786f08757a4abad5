import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settle } from '../../src/core/finding.ts'
import { inherit } from '../../src/stages/inherit/inherit.ts'
import { createPresence } from '../../src/stages/inherit/presence.ts'
import { indexSources } from '../../src/stages/inherit/sources.ts'
import { discoverFiles, type Files } from '../discover/repository.ts'
import { collect, told } from '../discover/tree.ts'

/** Layers of a document by environment; null where it does not exist. Paths are shortened to what tells them apart. */
function presenceOf(files: Files, document = 'services/x', presence: 'inherited' | 'declared' = 'inherited') {
  const { discovery, found: earlier } = discoverFiles(files)
  const { report, found } = collect()
  const environments = inherit(discovery.environments, report)
  const { sourcesIn } = createPresence({ discovery, environments, config: { presence, sound: true } }, report)
  const sources = discovery.documents.get(document)
  const layers: Record<string, string[] | null> = {}
  for (const [name, environment] of environments) {
    layers[name] = (sources && sourcesIn(sources, environment)?.map(({ path, document: index }) =>
      path.replace(/^environments\//, '').replace(/\/services\/x/, '') + (index === undefined ? '' : `#${index}`))) ?? null
  }
  return { layers, found: [...earlier, ...found] }
}

const ENVIRONMENTS = `environments:
  base: {abstract: true}
  dev: {inherits: base}
  prod: {inherits: base}
  prod-eu: {inherits: [prod, eu]}
  eu: {abstract: true}
`
const layer = (environment: string, name = 'x.yaml'): Files => ({ [`environments/${environment}/services/${name}`]: '' })

describe('inherited presence', () => {
  it('makes a document of an ancestor exist below it, with the layers of the lineage', () => {
    const { layers, found } = presenceOf({ 'cairn.yaml': ENVIRONMENTS, ...layer('base'), ...layer('prod'), ...layer('prod', 'x.sops.yaml'), ...layer('eu') })
    expect(found).toEqual([])
    expect(layers).toEqual({
      base: ['base.yaml'],
      dev: ['base.yaml'],
      prod: ['base.yaml', 'prod.yaml', 'prod.sops.yaml'],
      'prod-eu': ['base.yaml', 'prod.yaml', 'prod.sops.yaml', 'eu.yaml'],
      eu: ['eu.yaml'],
    })
  })

  it('takes a document away by without, and a layer above brings it back with everything below', () => {
    const files = { 'cairn.yaml': ENVIRONMENTS.replace('prod: {inherits: base', 'prod: {without: [services/x], inherits: base'), ...layer('base') }
    expect(presenceOf(files)).toMatchObject({ found: [], layers: { dev: ['base.yaml'], prod: null, 'prod-eu': null } })
    expect(presenceOf({ ...files, ...layer('prod-eu') })).toMatchObject({ found: [], layers: { prod: null, 'prod-eu': ['base.yaml', 'prod-eu.yaml'] } })
  })

  it('orders by environment, then entry, then path, then document of a stream; layers of every document make none exist', () => {
    const cairn = `${ENVIRONMENTS}layout:
- {path: 'x-z.yaml', kind: services, name: x}
- {path: 'all-{environment}.yaml', kind: services, name: '*'}
- {path: '{environment}/{name}.yaml', kind: services, stream: true}
- {path: 'all.yaml', kind: services, name: '*'}
- {path: '{environment}/late.yaml', kind: services, name: '*'}
`
    const { layers, found } = presenceOf({ 'cairn.yaml': cairn, 'x-z.yaml': '', 'all-prod.yaml': '', 'prod/x.yaml': '', 'all.yaml': '', 'prod/late.yaml': '', 'dev/late.yaml': '' })
    expect(found).toEqual([])
    expect(layers).toMatchObject({
      base: ['x-z.yaml', 'all.yaml'],
      dev: ['x-z.yaml', 'all.yaml', 'dev/late.yaml'],
      prod: ['x-z.yaml', 'all.yaml', 'all-prod.yaml', 'prod/x.yaml', 'prod/late.yaml'],
    })
    const alone = presenceOf({ 'cairn.yaml': cairn, 'all.yaml': '', 'dev/x.yaml': '', 'prod/late.yaml': '', 'all-dev.yaml': '' })
    expect(alone.layers).toEqual({ base: null, dev: ['all.yaml', 'all-dev.yaml', 'dev/x.yaml'], eu: null, prod: null, 'prod-eu': null })
  })

  it('keeps the documents of a stream in order', () => {
    const cairn = 'environments: [a]\nlayout: [{path: x.yaml, kind: services, name: x, stream: true, environment: {at: /env}}]'
    expect(presenceOf({ 'cairn.yaml': cairn, 'x.yaml': 'env: a\n---\nb: 1\n---\nenv: a\n' }).layers).toEqual({ a: ['x.yaml#1', 'x.yaml#0', 'x.yaml#2'] })
  })
})

describe('indexSources', () => {
  it('brings layers of an environment into order, however they come', () => {
    const place = { in: 'file', file: 'cairn.yaml' } as const
    const source = (index: number, path: string, document?: number) => {
      const entry = { index, path: '', stream: false, place }
      return { path, entry, environment: 'a', at: [], ...(document !== undefined && { document }) }
    }
    const sorted = [source(0, 'a', 0), source(0, 'a', 1), source(0, 'b'), source(1, 'a'), source(2, 'a')]
    fc.assert(fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
      expect(indexSources(shuffled).get('a')).toEqual(sorted)
    }))
  })
})

describe('declared presence', () => {
  const declared = (files: Files) => presenceOf({ 'cairn.yaml': ENVIRONMENTS, ...files }, 'services/x', 'declared').layers

  it('needs a layer in the environment or in an ancestor that not every environment has', () => {
    expect(declared({ ...layer('base') })).toEqual({ base: ['base.yaml'], dev: null, prod: null, 'prod-eu': null, eu: null })
    expect(declared({ ...layer('base'), ...layer('prod') })).toEqual({
      base: ['base.yaml'], dev: null, prod: ['base.yaml', 'prod.yaml'], 'prod-eu': ['base.yaml', 'prod.yaml'], eu: null,
    })
    expect(declared({ ...layer('base'), ...layer('eu') })).toMatchObject({ prod: null, 'prod-eu': ['base.yaml', 'eu.yaml'] })
  })

  it('is not given by layers below every environment, and is where there is one environment only', () => {
    const cairn = 'presence: declared\nlayout:\n- {path: x.yaml, kind: services, name: x}\n- {path: \'x-{environment}.yaml\', kind: services, name: x}\n'
    expect(presenceOf({ 'cairn.yaml': cairn, 'x.yaml': '', 'x-a.yaml': '', 'y-b.yaml': '' }, 'services/x', 'declared').layers).toEqual({ a: ['x.yaml', 'x-a.yaml'] })
    expect(presenceOf({ 'cairn.yaml': `environments: [a, b]\n${cairn}`, 'x.yaml': '', 'x-a.yaml': '' }, 'services/x', 'declared').layers).toEqual({ a: ['x.yaml', 'x-a.yaml'], b: null })
  })
})

describe('without', () => {
  it.each<[string, string, Files, string, RegExp, string?]>([
    ['a document with a layer there', '[services/x]', { ...layer('base'), ...layer('prod') }, '2:36 discover/without-layer', /has a layer of services\/x itself/, 'environments/prod/services/x.yaml'],
    ['a document that there is not', '[services/y]', layer('base'), '2:36 discover/without-nothing', /no document services\/y .*did you mean services\/x\?/],
    ['a document of others', '[services/x]', layer('dev'), '2:36 discover/without-nothing', /does not exist in what prod inherits/],
    ['one of two', '[services/x, services/zzzzzz]', layer('base'), '2:48 discover/without-nothing', /services\/zzzzzz to be without$/],
  ])('of %s is reported', (_, without, files, expected, words, related) => {
    const cairn = `environments:\n  prod: {inherits: base, without: ${without}}\n  base: {}\n  dev: {}\n  other: {inherits: prod}`
    const { found } = presenceOf({ 'cairn.yaml': cairn, ...files })
    expect(told(found)).toEqual([`cairn.yaml:${expected}`])
    expect(found[0]?.message).toMatch(words)
    const relatedFiles = found.flatMap((finding) => settle(finding).related.map(({ location }) => location.file))
    expect(relatedFiles).toEqual(related === undefined ? [] : [related])
  })

  it('of what an ancestor is without already takes nothing away', () => {
    const cairn = 'environments:\n  a: {}\n  b: {inherits: a, without: [services/x]}\n  c: {inherits: b, without: [services/x]}'
    const { found, layers } = presenceOf({ 'cairn.yaml': cairn, ...layer('a') })
    expect(told(found)).toEqual(['cairn.yaml:4:30 discover/without-nothing'])
    expect(layers).toEqual({ a: ['a.yaml'], b: null, c: null })
  })
})
