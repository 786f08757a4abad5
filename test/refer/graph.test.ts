import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointer } from '../../src/core/pointer.ts'
import { findCycles } from '../../src/stages/refer/cycles.ts'
import { dependentsOf } from '../../src/stages/refer/dependents.ts'
import type { Edge } from '../../src/stages/refer/edge.ts'
import { startOrder } from '../../src/stages/refer/order.ts'
import { edge } from './support.ts'

/** `a→b b→c`: edges between documents of one kind. */
const edges = (text: string): Edge[] =>
  text.split(' ').filter((one) => one !== '').map((one) => {
    const [from = '', to = ''] = one.split('→')
    return edge(`s/${from}`, `s/${to}`, { tokens: ['needs', to] })
  })

const names = (all: readonly string[]) => all.map((key) => key.slice(2)).join(' ')

describe('circles', () => {
  const told = (all: readonly Edge[]) =>
    findCycles(all, 'production').map(({ rule, message, at, related }) => [
      `${at.environment} ${at.document}#${pointer(at.tokens)} ${rule} ${message}`,
      ...related.map((one) => `  ${one.at.document}#${pointer(one.at.tokens)} ${one.message}`),
    ])

  test('none where there is none', () => {
    expect(told(edges('a→b b→c a→c'))).toEqual([])
  })

  test('of one document', () => {
    expect(told(edges('a→a'))).toEqual([['production s/a#/needs/a refer/cycle a document may not need itself: s/a → s/a']])
  })

  test('of three, told at the first by name, whatever the order of the edges', () => {
    const expected = [
      [
        'production s/a#/needs/c refer/cycle a document may not need itself: s/a → s/c → s/b → s/a',
        '  s/c#/needs/b s/c names s/b here',
        '  s/b#/needs/a s/b names s/a here',
      ],
    ]
    expect(told(edges('c→b b→a a→c x→a c→y'))).toEqual(expected)
    expect(told(edges('c→y a→c b→a x→a c→b'))).toEqual(expected)
  })

  test('each once, by a shortest way; the others of a knot are counted', () => {
    expect(told(edges('a→b b→c c→d d→a b→a p→q q→p')).map(([first]) => first)).toEqual([
      'production s/a#/needs/b refer/cycle a document may not need itself: s/a → s/b → s/a; 4 documents in all are in circles with one another',
      'production s/p#/needs/q refer/cycle a document may not need itself: s/p → s/q → s/p',
    ])
  })

  test('only of names that may form none', () => {
    expect(told([edge('s/a', 's/b'), edge('s/b', 's/a', { acyclic: false })])).toEqual([])
  })

  test('as long as you like', () => {
    const long = Array.from({ length: 50_000 }, (_, i) => edge(`s/${i}`, `s/${(i + 1) % 50_000}`))
    const [concern] = findCycles(long, 'production')
    expect(concern?.message).toBe('a document may not need itself: s/0 → s/1 → s/2 → s/3 → s/4 → s/5 → s/6 → … (49993 more) → s/0')
    expect(concern?.related).toHaveLength(7)
  })
})

describe('the order of starting', () => {
  const order = (text: string, documents: readonly string[] = []) => {
    const { levels, circles, waiting } = startOrder(edges(text), documents.map((one) => `s/${one}`))
    return { levels: levels.map(names), circles: circles.map(names), waiting: names(waiting) }
  }

  test('what is needed comes first, what can start together is together', () => {
    expect(order('web→api web→auth api→db auth→db', ['lone'])).toEqual({ levels: ['db lone', 'api auth', 'web'], circles: [], waiting: '' })
  })

  test('what is in a circle never starts, nor what needs it; the rest does', () => {
    expect(order('b→c c→b a→b z→a a→d d→e')).toEqual({ levels: ['e', 'd'], circles: ['b c'], waiting: 'a z' })
  })

  test('names that may form a circle do not count', () => {
    expect(startOrder([edge('s/a', 's/b', { acyclic: false })], ['s/a', 's/b']).levels).toEqual([['s/a', 's/b']])
  })

  const graphs = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), { maxLength: 14 })
  test('property: every document once, after all that it needs, in the first level that is possible', () => {
    let circular = 0
    fc.assert(
      fc.property(graphs, (pairs) => {
        const all = pairs.map(([from, to]) => edge(`s/${from}`, `s/${to}`))
        const { levels, circles, waiting } = startOrder(all, ['s/9'])
        const placed = [...levels.flat(), ...circles.flat(), ...waiting]
        expect(placed.sort()).toEqual([...new Set(['s/9', ...all.flatMap(({ from, to }) => [from, to])])].sort())
        const levelOf = new Map(levels.flatMap((level, i) => level.map((document) => [document, i] as const)))
        const needs = (document: string) => all.filter(({ from }) => from === document).map(({ to }) => to)
        for (const [document, level] of levelOf) {
          expect(level).toBe(Math.max(0, ...needs(document).map((needed) => 1 + (levelOf.get(needed) ?? Infinity))))
        }
        for (const document of waiting) expect(needs(document).some((needed) => !levelOf.has(needed))).toBe(true)
        for (const document of circles.flat()) expect(reachable(needs, needs(document)).has(document)).toBe(true)
        for (const document of [...waiting, ...levelOf.keys()]) expect(reachable(needs, needs(document)).has(document)).toBe(false)
        expect(findCycles(all, 'e')).toHaveLength(circles.length)
        circular += circles.length
      }),
    )
    expect(circular).toBeGreaterThan(10)
  })
})

function reachable(needs: (document: string) => readonly string[], from: readonly string[]): ReadonlySet<string> {
  const seen = new Set(from)
  for (const document of seen) for (const next of needs(document)) seen.add(next)
  return seen
}

describe('dependents', () => {
  test('direct ones first, then through others, each by a shortest way', () => {
    const found = dependentsOf(edges('web→api api→db job→db web→db cron→job a→web db→disk'), 's/db')
    expect(found.map(({ document, way }) => `${names([document])} by ${names(way)}`)).toEqual([
      'api by db',
      'job by db',
      'web by db',
      'a by web db',
      'cron by job db',
    ])
  })

  test('every place in which one names the next, however it does', () => {
    const first = edge('s/a', 's/b')
    const second = edge('s/a', 's/b', { tokens: ['url'], as: 'reference', acyclic: false })
    expect(dependentsOf([first, edge('s/a', 's/c'), second], 's/b')).toEqual([{ document: 's/a', way: ['s/b'], edges: [first, second] }])
  })

  test('a circle is no endless way, and nothing depends on itself', () => {
    expect(dependentsOf(edges('a→b b→a a→a'), 's/a').map(({ document }) => document)).toEqual(['s/b'])
  })

  test('none', () => {
    expect(dependentsOf(edges('a→b'), 's/a')).toEqual([])
  })
})
