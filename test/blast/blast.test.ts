import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import type { Environment } from '../../src/core/environment.ts'
import { inEnvironment } from '../../src/core/place.ts'
import { blastRadius } from '../../src/stages/refer/blast.ts'
import type { Edge } from '../../src/stages/refer/edge.ts'

const change = (document: string, ...environments: string[]): Change => ({ document, tokens: [], kind: 'changed', environments })
const edge = (from: string, to: string): Edge => ({ from, to, tokens: [], part: 'value', as: 'name', acyclic: false })

function environments(all: Readonly<Record<string, boolean>>): ReadonlyMap<string, Environment> {
  return new Map(Object.entries(all).map(([name, isProtected]) => {
    const definition = { name, inherits: [], abstract: false, labels: {}, variables: {}, without: [], place: inEnvironment(name) }
    return [name, { ...definition, protected: isProtected, lineage: [name], definition }]
  }))
}

const EDGES = [edge('s/api', 's/db'), edge('s/web', 's/api'), edge('s/job', 's/db'), edge('s/db', 's/disk'), edge('s/disk', 's/web')]
const blast = (changes: readonly Change[], head = environments({ a: false, b: true, c: false }), edges = (_: string): readonly Edge[] => EDGES) =>
  blastRadius({ changes, edges, environments: [head] })

describe('what a change reaches', () => {
  test('dependents, the nearest first, each once, whatever circles there are', () => {
    const { reaches } = blast([change('s/db', 'a')])
    expect(reaches).toEqual([{
      environments: ['a'], protected: false, documents: ['s/db'],
      dependents: [
        { document: 's/api', way: ['s/db'] }, { document: 's/job', way: ['s/db'] }, { document: 's/web', way: ['s/api', 's/db'] },
        { document: 's/disk', way: ['s/web', 's/api', 's/db'] },
      ],
    }])
  })
  test('what changes itself is no dependent', () => {
    const { reaches: [reach] } = blast([change('s/db', 'a'), change('s/api', 'a')])
    expect(reach?.documents).toEqual(['s/api', 's/db'])
    expect(reach?.dependents.map(({ document, way }) => [document, ...way])).toEqual([['s/job', 's/db'], ['s/web', 's/api'], ['s/disk', 's/web', 's/api']])
  })
  test('the same in several environments is told once, protected ones first and apart', () => {
    const radius = blast([change('s/db', 'a', 'b', 'c'), change('s/db', 'a')])
    expect(radius.reaches.map((reach) => [reach.environments, reach.protected])).toEqual([[['b'], true], [['a', 'c'], false]])
    expect(radius).toMatchObject({ environments: 3, protected: 1, documents: 1, dependents: 4 })
  })
  test('where it reaches more comes before where it reaches less', () => {
    const radius = blast([change('s/x', 'a'), change('s/db', 'c')])
    expect(radius.reaches.map((reach) => reach.environments)).toEqual([['c'], ['a']])
  })
  test('protected at base is protected', () => {
    const sides = [environments({ a: true }), environments({ a: false })]
    expect(blastRadius({ changes: [change('s/db', 'a')], edges: () => [], environments: sides }).protected).toBe(1)
  })
  test('nothing, where nothing changes', () => {
    expect(blast([])).toEqual({ reaches: [], environments: 0, protected: 0, documents: 0, dependents: 0 })
  })
  test('in 500 environments in no time', () => {
    const names = Array.from({ length: 500 }, (_, i) => `e${String(i)}`)
    const chain = Array.from({ length: 2000 }, (_, i) => edge(`s/${String(i + 1)}`, `s/${String(i % 40)}`))
    const started = performance.now()
    const radius = blast([change('s/0', ...names)], environments({}), () => chain)
    expect(performance.now() - started).toBeLessThan(3000)
    expect(radius).toMatchObject({ environments: 500, dependents: 2000 })
    expect(radius.reaches).toHaveLength(1)
  })
})
