import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settle } from '../../src/core/finding.ts'
import { locate } from '../../src/core/place.ts'
import { MAX_LINEAGE } from '../../src/stages/inherit/inherit.ts'
import { placeOfLabel } from '../../src/stages/inherit/labels.ts'
import { told } from '../discover/tree.ts'
import { checkFiles } from '../helpers/memory.ts'
import { inheritTable, inheritText } from './definitions.ts'

function lineages(text: string): Record<string, string> {
  return Object.fromEntries([...inheritText(text).environments].map(([name, { lineage }]) => [name, lineage.join(' ')]))
}

describe('lineages', () => {
  it.each<[string, string, Record<string, string>]>([
    ['a chain', '  c: {inherits: b}\n  b: {inherits: a}\n  a: {}', { c: 'c b a' }],
    ['the last parent wins', '  x: {inherits: [a, b]}\n  a:\n  b:', { x: 'x b a' }],
    ['a diamond, resolved once', '  x: {inherits: [a, b]}\n  a: {inherits: base}\n  b: {inherits: base}\n  base:', { x: 'x b a base' }],
    ['a mixin beside a chain', '  eu: {inherits: [prod, region-eu]}\n  prod: {inherits: base}\n  region-eu: {}\n  base: {}', { eu: 'eu region-eu prod base' }],
    ['a parent and its own parent', '  x: {inherits: [base, prod]}\n  prod: {inherits: base}\n  base:', { x: 'x prod base' }],
    // The example of C3's paper, with the lists reversed since here the last one wins.
    ['the paper\'s editing panes', '  pane: {inherits: []}\n  scroll: {inherits: pane}\n  edit: {inherits: pane}\n  se: {inherits: [edit, scroll]}\n  ep: {inherits: [edit]}\n  es: {inherits: [ep, se]}',
      { es: 'es se scroll ep edit pane' }],
  ])('%s', (_, text, expected) => {
    expect(lineages(text)).toMatchObject(expected)
    expect(inheritText(text).found).toEqual([])
  })

  it('is abstract for itself only, and protected like what it inherits from unless it says otherwise', () => {
    const { environments } = inheritText('  a: {abstract: true, protected: true}\n  b: {inherits: a}\n  c: {inherits: b, protected: false}')
    const flags = [...environments.values()].map((environment) => [environment.abstract, environment.protected])
    expect(flags).toEqual([[true, true], [false, true], [false, false]])
  })
})

/** One mistake each: environments, where it is, its rule, words of the message, and what becomes of the lineages. */
const MISTAKES: readonly (readonly [string, string, string, RegExp, Record<string, string>])[] = [
  ['  prod: {inherits: baze}\n  base:', '2:20', 'inherit/unknown-environment', /baze .* did you mean base\?/, { prod: 'prod' }],
  ['  prod: {inherits: [base, x]}\n  base:', '2:27', 'inherit/unknown-environment', /no environment x to inherit from$/, { prod: 'prod base' }],
  ['  a: {inherits: a}', '2:17', 'inherit/cycle', /a inherits from itself/, { a: 'a' }],
  ['  a: {inherits: b}\n  b: {inherits: a}', '3:17', 'inherit/cycle', /: a → b → a;/, { a: 'a b', b: 'b' }],
  ['  c: {inherits: [d, x]}\n  d: {inherits: e}\n  e: {inherits: c}\n  x:', '4:17', 'inherit/cycle', /: c → d → e → c;/, { c: 'c x d e', e: 'e' }],
  ['  x: {inherits: [prod, base]}\n  prod: {inherits: base}\n  base:', '2:18', 'inherit/order', /prod and base|base and prod/, { x: 'x prod base' }],
  ['  x: {inherits: [a, b]}\n  y: {inherits: [b, a]}\n  a:\n  b:\n  z: {inherits: [x, y]}\n  zz: {inherits: [z, y]}', '6:21', 'inherit/order', /z inherits .* contradict/, { z: 'z y x b a' }],
]

describe('what is wrong with inheritance', () => {
  it.each(MISTAKES)('%j at %s: %s', (text, where, rule, words, expected) => {
    const { found } = inheritText(text)
    expect(told(found)).toEqual([`cairn.yaml:${where} ${rule}`])
    expect(found[0]?.message).toMatch(words)
    expect(lineages(text)).toMatchObject(expected)
  })

  it('names the other steps of a cycle', () => {
    const { found } = inheritText('  c: {inherits: d}\n  d: {inherits: e}\n  e: {inherits: c}')
    expect(found.flatMap((finding) => settle(finding).related.map(({ location }) => location.line))).toEqual([2, 3])
  })

  it('reports each of two cycles once', () => {
    const { found } = inheritText('  a: {inherits: [b, c]}\n  b: {inherits: a}\n  c: {inherits: a}\n  d: {inherits: [a, b]}')
    expect(told(found)).toEqual(['cairn.yaml:3:17 inherit/cycle', 'cairn.yaml:4:17 inherit/cycle'])
  })
})

describe('size', () => {
  it('resolves a chain of 500 and 500 parents of one environment in a moment', () => {
    const names = Array.from({ length: 500 }, (_, i) => `e${i}`)
    const chain = Object.fromEntries(names.map((name, i) => [name, i === 0 ? [] : [`e${i - 1}`]]))
    const start = performance.now()
    expect(inheritTable(chain).environments.get('e499')?.lineage).toEqual([...names].reverse())
    expect(inheritTable({ ...chain, all: names }).environments.get('all')?.lineage).toHaveLength(501)
    expect(inheritTable(Object.fromEntries(names.map((name, i) => [name, [`e${(i + 1) % 500}`]]))).found).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('follows no more than a thousand and says so once', () => {
    const chain = Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`e${i}`, i === 0 ? [] : [`e${i - 1}`]]))
    const { environments, found } = inheritTable(chain)
    expect(told(found)).toEqual(['cairn.yaml inherit/too-deep'])
    expect(found[0]?.environment).toBe(`e${MAX_LINEAGE}`)
    expect(environments.get('e2499')?.lineage).toHaveLength(MAX_LINEAGE)
  })
})

/** Acyclic: an environment inherits from earlier ones only. */
const hierarchy = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.tuple(...Array.from({ length: size }, (_, i) => fc.shuffledSubarray(Array.from({ length: i }, (__, j) => `e${j}`), { maxLength: Math.min(i, 3) }))),
).map((parents) => Object.fromEntries(parents.map((inherits, i) => [`e${i}`, inherits])))

describe('laws of C3', () => {
  it('has every ancestor once, keeps the order of parents and of their lineages, and agrees with the definition', () => {
    let kept = 0
    fc.assert(fc.property(hierarchy, (parents) => {
      const { environments, found } = inheritTable(parents)
      const model = new Map<string, string[] | undefined>()
      for (const name of Object.keys(parents)) {
        const lineage = environments.get(name)?.lineage ?? []
        const own = parents[name] ?? []
        expect([...lineage].sort(), name).toEqual([...ancestors(name, parents)].sort())
        expect(lineage[0]).toBe(name)
        model.set(name, naive(name, own, model))
        const expected = model.get(name)
        if (expected === undefined) continue
        kept++
        expect(lineage).toEqual(expected)
        expect(isSubsequence([...own].reverse(), lineage), 'local precedence').toBe(true)
        for (const parent of own) {
          expect(isSubsequence(environments.get(parent)?.lineage ?? [], lineage), 'monotony').toBe(true)
        }
      }
      // A finding for each environment whose order cannot be kept, and none for those that only inherit from one.
      const broken = [...model].filter(([name, order]) => {
        return order === undefined && (parents[name] ?? []).every((parent) => model.get(parent) !== undefined)
      })
      expect(found.map(({ environment }) => environment)).toEqual(broken.map(([name]) => name))
    }), { numRuns: 500 })
    expect(kept).toBeGreaterThan(500)
  })

  it('resolves anything without a loop, with every environment in its own lineage once', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__')
    fc.assert(fc.property(fc.array(fc.tuple(name, fc.array(name, { maxLength: 4 }))), (pairs) => {
      const { environments } = inheritTable(Object.fromEntries(pairs.filter(([key]) => key !== '__proto__')))
      for (const [key, { lineage }] of environments) {
        expect(lineage[0]).toBe(key)
        expect(new Set(lineage).size).toBe(lineage.length)
      }
    }))
  })
})

function ancestors(name: string, parents: Readonly<Record<string, readonly string[]>>): Set<string> {
  return new Set([name, ...(parents[name] ?? []).flatMap((parent) => [...ancestors(parent, parents)])])
}

/** C3 as it is defined, by removing heads from lists; `undefined` where there is no order. */
function naive(
  name: string,
  inherits: readonly string[],
  done: ReadonlyMap<string, string[] | undefined>,
): string[] | undefined {
  const highestFirst = [...inherits].reverse()
  const lines = highestFirst.map((parent) => done.get(parent))
  if (lines.includes(undefined)) return undefined
  let lists = [...lines.map((line) => [...(line ?? [])]), [...highestFirst]].filter((list) => list.length > 0)
  const order = [name]
  while (lists.length > 0) {
    const heads = lists.map((list) => list[0] as string)
    const next = heads.find((head) => lists.every((list) => !list.slice(1).includes(head)))
    if (next === undefined) return undefined
    order.push(next)
    lists = lists.map((list) => list.filter((member) => member !== next)).filter((list) => list.length > 0)
  }
  return order
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  const order = part.map((name) => whole.indexOf(name))
  return order.every((at, i) => at >= 0 && (i === 0 || at > (order[i - 1] as number)))
}

describe('labels and variables', () => {
  const text = [
    '  base: {labels: {tier: low, team: {name: core, lead: ann}, zones: [a, b]}, variables: {DOMAIN: example.org}}', // 2
    '  eu: {labels: {region: eu, team: {name: eu}}}', // 3
    '  prod: {inherits: base, labels: {tier: high, zones: [c], team: {lead: null}}}', // 4
    '  prod-eu: {inherits: [prod, eu], labels: {region: eu-1}}', // 5
    '  odd: {inherits: base, labels: {team: none}}', // 6
    '  __proto__: {labels: {__proto__: {x: 1}}}', // 7
  ].join('\n')

  it('inherit along the lineage', () => {
    const { environments, found } = inheritText(text)
    expect(found).toEqual([])
    expect(environments.get('prod-eu')?.labels).toEqual({ tier: 'high', zones: ['c'], team: { name: 'eu' }, region: 'eu-1' })
    expect(environments.get('prod-eu')?.variables).toEqual({ DOMAIN: 'example.org' })
    expect(environments.get('odd')?.labels['team']).toBe('none')
    expect(environments.get('base')?.labels).toEqual({ tier: 'low', team: { name: 'core', lead: 'ann' }, zones: ['a', 'b'] })
    expect(Object.keys(environments.get('__proto__')?.labels ?? {})).toEqual(['__proto__'])
  })

  it.each<[string, 'labels' | 'variables', string[], [number, number] | undefined]>([
    ['prod-eu', 'labels', ['region'], [5, 52]],
    ['prod-eu', 'labels', ['tier'], [4, 41]],
    ['prod-eu', 'labels', ['team', 'name'], [3, 42]],
    ['prod-eu', 'labels', ['team', 'lead'], undefined],
    ['prod-eu', 'labels', ['zones', '0'], [4, 55]],
    ['prod-eu', 'labels', ['zones', '1'], undefined],
    ['prod-eu', 'variables', ['DOMAIN'], [2, 97]],
    ['prod-eu', 'variables', ['NONE'], undefined],
    ['odd', 'labels', ['team', 'name'], undefined],
    ['odd', 'labels', ['team'], [6, 40]],
    ['base', 'labels', [], [2, 18]],
    ['eu', 'variables', [], undefined],
  ])('%s %s %j comes from %j', (environment, field, tokens, expected) => {
    const { environments } = inheritText(text)
    const of = environments.get(environment)
    const place = of && placeOfLabel(of, environments, field, tokens)
    const at = place && locate(place)
    expect(at && [at.line, at.column]).toEqual(expected)
  })

  const nulls = [
    '  bare: {}', // 2
    '  base: {inherits: bare, labels: {a: null, m: {x: null, y: 1}}, variables: {}}', // 3
    '  same: {inherits: base}', // 4
    '  above: {inherits: base, labels: {a: null, b: null, m: {y: null, z: null}}, variables: {V: null}}', // 5
    '  top: {inherits: above, labels: {a: 1, c: null}, variables: {W: null}}', // 6
    '  mixed: {inherits: [above, other], labels: {m: null}}', // 7
    '  other: {labels: {d: null}}', // 8
  ].join('\n')

  it('are values where null in the first definition that says anything, and are removed by null above it', () => {
    const { environments, found } = inheritText(nulls)
    expect(found).toEqual([])
    const labels = Object.fromEntries([...environments].map(([name, one]) => [name, one.labels]))
    expect(labels).toEqual({
      bare: {},
      base: { a: null, m: { x: null, y: 1 } },
      same: { a: null, m: { x: null, y: 1 } },
      above: { m: { x: null } },
      top: { a: 1, m: { x: null } },
      mixed: {},
      other: { d: null },
    })
    const variables = Object.fromEntries([...environments].map(([name, one]) => [name, one.variables]))
    expect(variables).toMatchObject({ bare: {}, base: {}, above: { V: null }, top: { V: null }, mixed: { V: null } })
  })

  it.each<[string, string[], [number, number] | undefined]>([
    ['base', ['a'], [3, 38]],
    ['same', ['m', 'x'], [3, 51]],
    ['above', ['a'], undefined],
    ['above', ['m', 'x'], [3, 51]],
    ['above', ['b'], undefined],
    ['top', ['a'], [6, 38]],
    ['top', ['c'], undefined],
    ['mixed', ['d'], undefined],
  ])('that are null have a place where they are values: %s %j', (environment, tokens, expected) => {
    const { environments } = inheritText(nulls)
    const of = environments.get(environment)
    const place = of && placeOfLabel(of, environments, 'labels', tokens)
    const at = place && locate(place)
    expect(at && [at.line, at.column]).toEqual(expected)
  })

  it('that are null are values of references, and no text', async () => {
    const files = {
      'cairn.yaml': 'environments:\n  base: {abstract: true, variables: {V: null, W: x}}\n  prod: {inherits: base, variables: {W: null}}\n',
      'environments/prod/a/x.yaml': 'v: ${cairn:var#V}\ntext: is ${cairn:var#V}\nw: ${cairn:var#W}\n',
    }
    const { findings } = await checkFiles(files)
    const places = findings.map(({ location, rule }) => `${location.line ?? 0}:${location.column ?? 0} ${rule}`)
    expect(places).toEqual(['2:10 link/not-scalar', '3:4 link/dangling'])
  })
})
