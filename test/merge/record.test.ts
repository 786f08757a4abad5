import { describe, expect, it } from 'vitest'
import type { Origin, Origins } from '../../src/core/effective.ts'
import { placeIn, type Layer } from '../../src/core/layer.ts'
import { pointer, tokensOf } from '../../src/core/pointer.ts'
import type { Strategy } from '../../src/core/strategy.ts'
import { mergeLayers, recordMerge, Recorder } from '../../src/stages/merge/merge.ts'
import { at, layer, variables } from './layers.ts'

interface Case {
  readonly name: string
  readonly layers: Readonly<Record<string, string>>
  readonly more?: readonly Layer[]
  readonly strategy?: Strategy
  /** By pointer: where the value comes from, in the words of `tell`. */
  readonly origins: Readonly<Record<string, string>>
}

const keyed: Strategy = { properties: { list: { merge: { key: 'name' } } } }
const list = (merge: 'append' | 'prepend' | 'unique'): Strategy => ({ properties: { list: { merge } } })

const cases: Case[] = [
  {
    name: 'the winner and what it shadows',
    layers: { 'a.yaml': 'a: 1\nb: 2', 'b.yaml': 'a: 3', 'c.yaml': 'a: 4' },
    origins: {
      '/a': 'c.yaml:1:4 over b.yaml:1:4, a.yaml:1:4',
      '/b': 'a.yaml:2:4',
      '': 'c.yaml:1:1 with b.yaml:1:1, a.yaml:1:1',
      '/c': 'nothing',
      '/a/b': 'nothing',
    },
  },
  {
    name: 'mappings that several layers contribute to',
    layers: { 'a.yaml': 'm: {x: 1, n: {y: 1}}', 'b.yaml': 'm: {n: {z: 2}}' },
    origins: {
      '/m': 'b.yaml:1:4 with a.yaml:1:4',
      '/m/x': 'a.yaml:1:8',
      '/m/n': 'b.yaml:1:8 with a.yaml:1:14',
      '/m/n/y': 'a.yaml:1:18',
      '/m/n/z': 'b.yaml:1:12',
    },
  },
  {
    name: 'removed, and what was there',
    layers: { 'a.yaml': 'm: {x: {y: 1}, z: 1}', 'b.yaml': 'm: {x: {y: 2}}', 'c.yaml': 'm: {x: null}' },
    origins: {
      '/m/x': 'removed by c.yaml:1:8 over b.yaml:1:8, a.yaml:1:8',
      '/m/x/y': 'removed by c.yaml:1:8 over b.yaml:1:12, a.yaml:1:12',
      '/m/x/q': 'nothing',
      '/m/z': 'a.yaml:1:19',
    },
  },
  {
    name: 'removed, then set again: the null is a shadow',
    layers: { 'a.yaml': 'x: 1', 'b.yaml': 'x: null', 'c.yaml': 'x: 2' },
    origins: { '/x': 'c.yaml:1:4 over b.yaml:1:4, a.yaml:1:4' },
  },
  {
    name: 'a null that removes nothing leaves no trace',
    layers: { 'a.yaml': 'a: 1', 'b.yaml': 'm: {x: null, y: {z: null}, k: 1}\nx: null' },
    origins: { '/m/x': 'nothing', '/m/y': 'b.yaml:1:17', '/m/y/z': 'nothing', '/m/k': 'b.yaml:1:31', '/x': 'nothing' },
  },
  {
    name: 'below something that was replaced as a whole',
    layers: { 'a.yaml': 'm: {x: 1, y: 2}', 'b.yaml': 'm: text', 'c.yaml': 'm: {x: 3}' },
    origins: {
      '/m/x': 'c.yaml:1:8 over a.yaml:1:8',
      '/m/y': 'nothing over a.yaml:1:14',
      '/m': 'c.yaml:1:4 over b.yaml:1:4, a.yaml:1:4',
    },
  },
  {
    name: '!replace and nulls that are values',
    layers: { 'a.yaml': 'm: {x: 1}\nn: null', 'b.yaml': 'm: !replace {y: null}' },
    origins: {
      '/m': 'b.yaml:1:13 over a.yaml:1:4',
      '/m/y': 'b.yaml:1:17',
      '/m/x': 'nothing over a.yaml:1:8',
      '/n': 'a.yaml:2:4',
    },
  },
  {
    name: 'a replaced list, item by item',
    layers: { 'a.yaml': 'l: [1, 2]', 'b.yaml': 'l: [3]' },
    origins: {
      '/l': 'b.yaml:1:4 over a.yaml:1:4',
      '/l/0': 'b.yaml:1:5 over a.yaml:1:5',
      '/l/1': 'nothing over a.yaml:1:8',
      '/l/-': 'nothing',
      '/l/00': 'nothing',
    },
  },
  {
    name: 'append',
    strategy: list('append'),
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: [2, {x: 3}]', 'c.yaml': 'list: [4]' },
    origins: {
      '/list': 'c.yaml:1:7 with b.yaml:1:7, a.yaml:1:7',
      '/list/0': 'a.yaml:1:8',
      '/list/1': 'b.yaml:1:8',
      '/list/2/x': 'b.yaml:1:15',
      '/list/3': 'c.yaml:1:8',
      '/list/4': 'nothing',
    },
  },
  {
    name: 'prepend',
    strategy: list('prepend'),
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: [2, 3]' },
    origins: { '/list/0': 'b.yaml:1:8', '/list/1': 'b.yaml:1:11', '/list/2': 'a.yaml:1:8' },
  },
  {
    name: 'unique: the first who said it',
    strategy: list('unique'),
    layers: { 'a.yaml': 'list: [1]', 'b.yaml': 'list: [1, 2]' },
    origins: { '/list/0': 'a.yaml:1:8', '/list/1': 'b.yaml:1:11', '/list/2': 'nothing' },
  },
  {
    name: 'elements by key, wherever they stand in their layers',
    strategy: keyed,
    layers: { 'a.yaml': 'list: [{name: a, x: 1}, {name: b, x: 1}]', 'b.yaml': 'list: [{name: b, x: 2}, {name: c}]' },
    origins: {
      '/list': 'b.yaml:1:7 with a.yaml:1:7',
      '/list/0/x': 'a.yaml:1:21',
      '/list/1': 'b.yaml:1:8 with a.yaml:1:25',
      '/list/1/x': 'b.yaml:1:21 over a.yaml:1:38',
      '/list/2/name': 'b.yaml:1:32',
    },
  },
  {
    name: 'removed elements, where nothing has moved to their place',
    strategy: keyed,
    layers: {
      'a.yaml': 'list: [{name: a}, {name: b}, {name: c}]',
      'b.yaml': 'list: [{name: a, $remove: true}, {name: c, $remove: true}]',
    },
    origins: {
      '/list/0/name': 'a.yaml:1:26',
      '/list/1': 'nothing',
      '/list/2': 'removed by b.yaml:1:34 over a.yaml:1:30',
      '/list/2/name': 'removed by b.yaml:1:34 over a.yaml:1:37',
    },
  },
  {
    name: '$remove elements that fall away shift the others',
    strategy: keyed,
    layers: { 'a.yaml': 'list: [{name: a, $remove: true}, {name: b}]' },
    origins: { '/list/0/name': 'a.yaml:1:41', '/list/1': 'nothing' },
  },
  {
    name: 'run variables, an empty file between, an anchor',
    layers: { 'a.yaml': 'x: &x {y: 1}\nz: *x', 'b.yaml': '' },
    more: [variables({ '/z/y': ['ZY', 2] })],
    origins: { '/z/y': 'ZY over a.yaml:1:11', '/z': 'ZY with a.yaml:1:7', '/x/y': 'a.yaml:1:11' },
  },
  { name: 'a document of empty files', layers: { 'a.yaml': '', 'b.yaml': '# nothing' }, origins: { '': 'b.yaml:1:1' } },
  {
    name: 'a document that is a hole',
    layers: { 'a.yaml': 'x: 1', 'b.yaml': '!hole x' },
    origins: { '': 'b.yaml:1:7', '/x': 'nothing' },
  },
]

function layersOf({ layers, more }: Case): Layer[] {
  return [...Object.entries(layers).map(([path, text]) => layer(path, text)), ...(more ?? [])]
}

/** The winner, what else made the value (`with`), what removed it, and what is shadowed (`over`). */
function tell({ winner, contributors, shadows, removedBy }: Origins): string {
  const place = ({ layer: by, tokens }: Origin) => at(placeIn(by, tokens, 'value'))
  expect(contributors[0]).toBe(winner)
  const first = winner !== undefined ? place(winner) : removedBy !== undefined ? `removed by ${place(removedBy)}` : 'nothing'
  const others = contributors.slice(1).map(place).join(', ')
  const below = shadows.map(place).join(', ')
  return first + (others === '' ? '' : ` with ${others}`) + (below === '' ? '' : ` over ${below}`)
}

describe('origins', () => {
  it.each(cases.map((test) => [test.name, test] as const))('%s', (_name, test) => {
    const { originsAt } = recordMerge(layersOf(test), test.strategy)
    const told = Object.keys(test.origins).map((path) => [path, tell(originsAt(tokensOf(path) ?? []))])
    expect(Object.fromEntries(told)).toEqual(test.origins)
  })

  it('replays on the first question only, once', () => {
    const low = layer('a.yaml', 'a: 1')
    let reads = 0
    const counted = Object.defineProperty({ ...low }, 'value', { get: () => (reads++, low.value) }) as Layer
    const { originsAt } = recordMerge([counted], undefined)
    expect(reads).toBe(0)
    originsAt(['a'])
    const once = reads
    expect(once).toBeGreaterThan(0)
    originsAt([])
    // Answering looks into the layer; replaying would look again from the start.
    expect(reads).toBeLessThanOrEqual(once)
  })

  it('come from a recorder that watches the merge itself, too', () => {
    const recorder = new Recorder()
    const layers = [layer('a.yaml', 'a: 1'), layer('b.yaml', 'a: 2')]
    expect(mergeLayers(layers, undefined, { recorder, environment: { name: 'e', protected: false } })).toEqual({ a: 2 })
    expect(tell(recorder.originsAt(['a']))).toBe('b.yaml:1:4 over a.yaml:1:4')
    expect(pointer(recorder.originsAt(['a']).winner?.tokens ?? [])).toBe('/a')
  })
})
