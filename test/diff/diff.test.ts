import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import type { Origins, Reference } from '../../src/core/effective.ts'
import { HOLE, Sealed, Unresolved } from '../../src/core/opaque.ts'
import { inSpan, showLocation, type Location } from '../../src/core/place.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { Strategy } from '../../src/core/strategy.ts'
import type { Value } from '../../src/core/value.ts'
import { diffLinked } from '../../src/stages/diff/diff.ts'
import { layer, linked, plain } from './support.ts'

/** `kind pointer`, with the pointer before where it is another one. */
function brief(changes: readonly Change[]): string[] {
  return changes.map(({ kind, tokens, beforeTokens }) => {
    const from = beforeTokens === undefined ? '' : ` from ${pointer(beforeTokens)}`
    return `${kind} ${pointer(tokens)}${from}`
  })
}

const diffValues = (before: Value, after: Value, strategy?: Strategy): string[] =>
  brief(diffLinked(plain(before), plain(after), strategy))

const shown = (at: Location | undefined): string | undefined => at && showLocation(at)

describe('values', () => {
  it.each<[string, Value, Value, string[]]>([
    ['equal documents', { a: [1, { b: null }] }, { a: [1, { b: null }] }, []],
    ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ['a scalar', { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, ['changed /a/c']],
    ['a type', { a: 1 }, { a: '1' }, ['changed /a']],
    ['a mapping that becomes a scalar', { a: { b: 1 } }, { a: 1 }, ['changed /a']],
    ['a list that becomes a mapping', { a: [] }, { a: {} }, ['changed /a']],
    ['a subtree that comes', {}, { a: { b: { c: 1 } } }, ['added /a']],
    ['a subtree that goes', { a: { b: { c: 1 } } }, {}, ['removed /a']],
    ['a null that comes', {}, { a: null }, ['added /a']],
    ['a null that goes', { a: null }, {}, ['removed /a']],
    ['a null that becomes a value', { a: null }, { a: 0 }, ['changed /a']],
    ['the root', 1, { a: 1 }, ['changed ']],
    ['keys of prototypes', {}, JSON.parse('{"__proto__": 1, "constructor": 2}') as Value, ['added /__proto__', 'added /constructor']],
    ['a key of prototypes that goes', JSON.parse('{"__proto__": {"x": 1}}') as Value, {}, ['removed /__proto__']],
    ['keys that pointers escape', { 'a/b': 1, 'c~d': 1 }, { 'a/b': 2, 'c~d': 2 }, ['changed /a~1b', 'changed /c~0d']],
  ])('%s', (_, before, after, expected) => {
    expect(diffValues(before, after)).toEqual(expected)
  })

  it('keeps the order of the document after, with what is gone where it was', () => {
    const before = { first: 1, old: 1, name: 'x', last: 1, tail: 1 }
    const after = { first: 2, name: 'x', fresh: 1, last: 2 }
    expect(diffValues(before, after)).toEqual(['changed /first', 'removed /old', 'added /fresh', 'changed /last', 'removed /tail'])
  })

  it('tells a whole document as one change', () => {
    const document = plain({ a: 1, b: 2 })
    const [added, ...more] = diffLinked(undefined, document)
    expect(more).toEqual([])
    expect(added).toMatchObject({ document: 'services/db', tokens: [], kind: 'added', whole: true, environments: ['production'] })
    expect(added?.after?.value).toEqual({ a: 1, b: 2 })
    expect(added).not.toHaveProperty('before')
    expect(diffLinked(document, undefined)).toMatchObject([{ kind: 'removed', whole: true, before: { value: { a: 1, b: 2 } } }])
    expect(diffLinked(undefined, undefined)).toEqual([])
  })

  it('tells a collection with thousands of differences as one change', () => {
    const numbers = (by: number): Value => ({ a: 1, list: Array.from({ length: 6_000 }, (_, i) => i * by + 1) })
    expect(diffValues(numbers(2), numbers(-3))).toEqual(['changed /list'])
  })
})

describe('opaque leaves', () => {
  const sealed = (text: string): Sealed => new Sealed('str', text)

  it('tells another ciphertext as a change that holds the opaque values', () => {
    const [was, is] = [sealed('ENC[1]'), sealed('ENC[2]')]
    const [change, ...more] = diffLinked(plain({ password: was }), plain({ password: is }))
    expect(more).toEqual([])
    expect(change).toMatchObject({ kind: 'changed', tokens: ['password'] })
    expect(change?.before?.value).toBe(was)
    expect(change?.after?.value).toBe(is)
  })

  it('keeps quiet about the same ciphertext', () => {
    expect(diffValues({ password: sealed('ENC[1]') }, { password: sealed('ENC[1]') })).toEqual([])
  })

  it('tells a secret that is not one any more', () => {
    expect(diffValues({ password: sealed('ENC[1]') }, { password: 'hunter2' })).toEqual(['changed /password'])
  })

  it('tells a hole on one side as a change, so that none is lost in two steps', () => {
    expect(diffValues({ a: HOLE, b: 1, c: HOLE }, { a: 1, b: HOLE, c: HOLE })).toEqual(['changed /a', 'changed /b'])
    expect(diffValues({ a: 5 }, { a: HOLE })).toEqual(['changed /a'])
    const [change] = diffLinked(plain({ a: HOLE }), plain({ a: 99999 }))
    expect([change?.before?.value, change?.after?.value]).toEqual([HOLE, 99999])
    expect(diffValues({ a: { b: 1 } }, { a: HOLE })).toEqual(['changed /a'])
    expect(diffValues({ a: HOLE }, {})).toEqual(['removed /a'])
    expect(diffValues({}, { a: HOLE })).toEqual(['added /a'])
    expect(diffValues({ a: HOLE }, { a: new Unresolved(['x']) })).toEqual(['changed /a'])
    expect(diffValues({ a: new Unresolved(['x']) }, { a: 'x' })).toEqual(['changed /a'])
  })

  it('tells a hole in a list as the item that it was or becomes', () => {
    expect(diffValues({ list: [1, HOLE] }, { list: [1, { a: 2 }] })).toEqual(['changed /list/1'])
    expect(diffValues({ list: [1, [2], 3] }, { list: [1, HOLE, 3] })).toEqual(['changed /list/1'])
    expect(diffValues({ list: [HOLE, 'x', HOLE] }, { list: [HOLE, 'y', HOLE] })).toEqual(['changed /list/1'])
    expect(diffValues({ list: [{ name: 'a' }, HOLE] }, { list: [{ name: 'a' }, { name: 'b' }] })).toEqual(['changed /list/1'])
  })

  it('tells a document of which one side is a hole', () => {
    expect(diffLinked(plain(HOLE), plain(HOLE))).toEqual([])
    expect(diffLinked(plain(HOLE), plain({ a: 1 }))).toMatchObject([{ kind: 'changed', tokens: [], after: { value: { a: 1 } } }])
    expect(diffLinked(plain({ a: 1 }), plain(HOLE))).toMatchObject([{ kind: 'changed', tokens: [], before: { value: { a: 1 } } }])
    expect(diffLinked(undefined, plain(HOLE))).toMatchObject([{ kind: 'added', whole: true }])
  })

  it('tells a text with an opaque part as changed unless all of its parts are the same', () => {
    const url = (...parts: unknown[]): Value => ({ url: new Unresolved(parts) })
    const before = url('postgres://', sealed('ENC[1]'), '@db')
    expect(diffValues(before, url('postgres://', sealed('ENC[1]'), '@db'))).toEqual([])
    expect(diffValues(before, url('postgres://', sealed('ENC[2]'), '@db'))).toEqual(['changed /url'])
    expect(diffValues(before, url('postgres://', sealed('ENC[1]'), '@db2'))).toEqual(['changed /url'])
    expect(diffValues(before, url('postgres://', sealed('ENC[1]')))).toEqual(['changed /url'])
    expect(diffValues(url(), url())).toEqual(['changed /url'])
  })
})

describe('lists', () => {
  it.each<[string, Value[], Value[], string[]]>([
    ['an item at the front', ['a', 'b', 'c'], ['x', 'a', 'b', 'c'], ['added /l/0']],
    ['an item in the middle', ['a', 'b', 'c'], ['a', 'x', 'b', 'c'], ['added /l/1']],
    ['an item less at the front', ['a', 'b', 'c'], ['b', 'c'], ['removed /l/0']],
    ['an item at both ends', ['b'], ['a', 'b', 'c'], ['added /l/0', 'added /l/2']],
    ['one of several equal items', [1, 1, 1], [1, 1], ['removed /l/2']],
    ['an item instead of another', ['a', 'b', 'c'], ['a', 'x', 'c'], ['changed /l/1']],
    ['a move', ['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'], ['added /l/0', 'removed /l/3']],
    ['all items', [], [1, 2], ['added /l/0', 'added /l/1']],
    ['items of equal looks', [1, '1', true], ['1', true], ['removed /l/0']],
    ['items inside items', [[1], [2]], [[0], [1], [2, 3]], ['added /l/0', 'added /l/2/1 from /l/1/1']],
    ['mappings without a name', [{ a: 1 }, { b: 1 }], [{ z: 1 }, { a: 1 }, { b: 1 }], ['added /l/0']],
    ['a change below an item that moved', [{ a: [1] }, 'x'], ['new', { a: [1] }, 'y'], ['added /l/0', 'changed /l/2 from /l/1']],
    ['a scalar of another type', ['80', 'a'], [80, 'a'], ['changed /l/0']],
    ['a scalar instead of a collection', ['x', { a: 1 }], ['x', 'y'], ['removed /l/1', 'added /l/1']],
    ['a list instead of a mapping', [{ a: 1 }], [[1]], ['removed /l/0', 'added /l/0']],
    ['items of their own sort', [1, { a: 1 }, [1]], [{ a: 2 }, [2]], ['removed /l/0', 'changed /l/0/a from /l/1/a', 'changed /l/1/0 from /l/2/0']],
    ['items that no sort has in common', [1, 2], [{}, []], ['removed /l/0', 'removed /l/1', 'added /l/0', 'added /l/1']],
  ])('%s', (_, before, after, expected) => {
    expect(diffValues({ l: before }, { l: after })).toEqual(expected)
  })

  const item = (name: string, port: number, more = {}): Value => ({ name, port, protocol: 'tcp', ...more })

  it('lines named items up by name', () => {
    expect(diffValues({ l: [item('a', 1), item('b', 2)] }, { l: [item('c', 3), item('a', 1), item('b', 9)] })).toEqual([
      'added /l/0',
      'changed /l/2/port from /l/1/port',
    ])
    expect(diffValues({ l: [item('a', 1), item('b', 2)] }, { l: [item('b', 9), item('c', 3)] })).toEqual([
      'removed /l/0',
      'changed /l/0/port from /l/1/port',
      'added /l/1',
    ])
  })

  it('lines named items up by name beside items of other sorts', () => {
    const x = (v: number): Value => ({ name: 'x', v })
    const reversed = ['added /l/0', 'added /l/1', 'removed /l/1', 'removed /l/2']
    expect(diffValues({ l: [1, 2, 3, x(1)] }, { l: [3, 2, 1, x(2)] })).toEqual([...reversed, 'changed /l/3/v'])
    expect(diffValues({ l: ['a', x(1)] }, { l: [x(2), 'b', 'c'] })).toEqual([
      'removed /l/0',
      'changed /l/0/v from /l/1/v',
      'added /l/1',
      'added /l/2',
    ])
    expect(diffValues({ l: [['a'], x(1), 5, { name: 'y' }] }, { l: [5, { name: 'y' }, x(2)] })).toEqual([
      'removed /l/0',
      'removed /l/1',
      'added /l/2',
    ])
  })

  it('keeps both pointers of what moved and changed', () => {
    const changes = diffLinked(plain({ l: ['a', { name: 'x', v: [1] }] }), plain({ l: ['b', 'c', 'd', { name: 'x', v: [2] }] }))
    expect(changes.map(({ kind, beforeTokens, tokens }) => [kind, beforeTokens, tokens])).toEqual([
      ['changed', undefined, ['l', '0']],
      ['added', undefined, ['l', '1']],
      ['added', undefined, ['l', '2']],
      ['changed', ['l', '1', 'v', '0'], ['l', '3', 'v', '0']],
    ])
  })

  it('tells a new name as such where the rest stayed', () => {
    expect(diffValues({ l: [item('a', 1)] }, { l: [item('b', 1)] })).toEqual(['changed /l/0/name'])
    expect(diffValues({ l: [item('a', 1, { x: 1 })] }, { l: [{ name: 'b', kind: 'udp', cost: 4 }] })).toEqual([
      'removed /l/0',
      'added /l/0',
    ])
  })

  it("goes by the strategy's key where there is one", () => {
    const byHost: Strategy = { properties: { l: { merge: { key: 'host' } } } }
    const [a, b] = [{ host: 'a', name: 'x', port: 1 }, { host: 'b', name: 'y', port: 2 }]
    const before = { l: [a, b] }
    const after = { l: [{ ...b, name: 'x' }, { ...a, host: 'c', name: 'y' }] }
    expect(diffValues(before, after, byHost)).toEqual(['removed /l/0', 'changed /l/0/name from /l/1/name', 'added /l/1'])
    expect(diffValues({ l: [a] }, { l: [{ ...a, host: 'c' }] }, byHost)).toEqual(['removed /l/0', 'added /l/0'])
  })

  it('tells another order of named items', () => {
    const [a, b, c] = [item('a', 1), item('b', 2), item('c', 3)]
    expect(diffValues({ l: [a, b, c] }, { l: [c, a, b] })).toEqual(['added /l/0', 'removed /l/2'])
  })

  it('stays fast on long lists, and on lists of equal items', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `item ${i}`)
    const start = performance.now()
    expect(diffValues({ l: long }, { l: ['new', ...long.slice(0, -3), 'end'] })).toHaveLength(4)
    const bits = (by: number): Value[] => Array.from({ length: 3_000 }, (_, i) => (i * by) % 7 < 3)
    expect(diffValues({ l: bits(3) }, { l: bits(5) })).not.toEqual([])
    const sealed = (): Value[] => Array.from({ length: 2_000 }, (_, i) => new Sealed('str', `${i} ${Math.random()}`))
    expect(diffValues({ l: sealed() }, { l: sealed() })).toHaveLength(2_000)
    const mixed = (by: number): Value[] => Array.from({ length: 3_000 }, (_, i) => ((i * by) % 3 === 0 ? { i: i * by } : i * by))
    expect(diffValues({ l: mixed(2) }, { l: [[], ...mixed(-3)] })).not.toEqual([])
    expect(performance.now() - start).toBeLessThan(3_000)
  })
})

describe('origins', () => {
  const base = layer('base', { pool: { max: 10, min: 1 }, hosts: ['a'] })
  const production = layer('production', { pool: { max: 20 } })

  it('says where both values come from and what they shadow', () => {
    const [change] = diffLinked(linked([base, production]), linked([base, layer('production', { pool: { max: 30 } })]))
    expect(shown(change?.before?.location)).toBe('production/db.yaml:4:10')
    expect(shown(change?.after?.location)).toBe('production/db.yaml:4:10')
    expect(change?.after?.location).toMatchObject({ endLine: 4, endColumn: 12 })
    expect(change?.after?.shadowed.map(shown)).toEqual(['base/db.yaml:4:10'])
  })

  it('says that another layer won before', () => {
    const [change] = diffLinked(linked([base]), linked([base, production]))
    expect(shown(change?.before?.location)).toBe('base/db.yaml:4:10')
    expect(change?.before?.shadowed).toEqual([])
    expect(shown(change?.after?.location)).toBe('production/db.yaml:4:10')
    expect(change?.after?.shadowed.map(shown)).toEqual(['base/db.yaml:4:10'])
  })

  it('points to the key of a collection', () => {
    const [change] = diffLinked(linked([layer('base', { hosts: ['a'] })]), linked([base]))
    expect(change).toMatchObject({ kind: 'added', tokens: ['pool'] })
    expect(shown(change?.after?.location)).toBe('base/db.yaml:3:3')
  })

  it('points to the null that removed a value, and to the one that no longer does', () => {
    const removing = linked([base, layer('production', { pool: { min: null } })])
    const [removed] = diffLinked(linked([base]), removing)
    expect(removed).toMatchObject({ kind: 'removed', tokens: ['pool', 'min'] })
    expect(shown(removed?.removedBy)).toBe('production/db.yaml:4:10')
    const [added] = diffLinked(removing, linked([base]))
    expect(added?.kind).toBe('added')
    expect(shown(added?.removedBy)).toBe('production/db.yaml:4:10')
  })

  it('says nothing of the null of another item that has the index now', () => {
    const [change] = diffLinked(plain({ l: ['a', 'b'] }), plain({ l: ['b'] }))
    expect(change).toMatchObject({ kind: 'removed', tokens: ['l', '0'] })
    expect(change).not.toHaveProperty('removedBy')
    const before = plain({ l: ['a', 'b'] })
    const after = plain({ l: ['b'] })
    const removedBy = { layer: layer('base', { l: null }), tokens: ['l'] }
    const originsAt = (): Origins => ({ contributors: [], shadows: [], removedBy })
    const lying = { ...after, effective: { ...after.effective, originsAt } }
    expect(diffLinked(before, lying)[0]).not.toHaveProperty('removedBy')
  })

  it('names the reference through which a value came, for all that it stands for', () => {
    const text = '${cairn:services/cache#/port}'
    const from = (value: Value): ReturnType<typeof linked> => {
      const one = layer('base', { port: text })
      const start = one.tree.source.text.indexOf('$')
      const place = inSpan(one.tree.source, start, start + text.length)
      const target: Reference['target'] = { of: 'document', document: 'services/cache', tokens: ['port'] }
      const references = [place, inSpan(one.tree.source, start + 9, start + 10)].map((at) => ({ tokens: ['port'], target, place: at }))
      return linked([one], { value: { port: value }, references })
    }
    const [scalar] = diffLinked(from(1), from(2))
    expect(shown(scalar?.after?.via)).toBe('base/db.yaml:3:10')
    expect(shown(scalar?.after?.location)).toBe('base/db.yaml:3:9')
    const [inside] = diffLinked(from({ http: 80, grpc: 90 }), from({ http: 80, grpc: 91 }))
    expect(inside?.tokens).toEqual(['port', 'grpc'])
    expect(shown(inside?.before?.via)).toBe('base/db.yaml:3:10')
    expect(shown(inside?.after?.location)).toBe('base/db.yaml:3:9')
  })

  it('asks for origins only where something changed', () => {
    const silent = (value: Value): ReturnType<typeof linked> => {
      const one = plain(value)
      const originsAt = (): never => {
        throw new Error('asked for origins')
      }
      return { ...one, effective: { ...one.effective, originsAt } }
    }
    expect(diffLinked(silent({ a: [1] }), silent({ a: [1] }))).toEqual([])
    expect(() => diffLinked(silent({ a: [1] }), silent({ a: [2] }))).toThrow('asked for origins')
  })
})

describe('x-secret', () => {
  const secret: Strategy = { secret: true }
  const users: Strategy = { items: { rest: secret } }
  const strategy: Strategy = { properties: { tls: { properties: { key: secret } }, users } }
  const marked = (before: Value, after: Value): (true | undefined)[] =>
    diffLinked(plain(before), plain(after), strategy).map(({ secret }) => secret)

  it('marks what is under it, above it and beside it', () => {
    expect(marked({ tls: { key: 'a', port: 1 } }, { tls: { key: 'b', port: 2 } })).toEqual([true, undefined])
    expect(marked({}, { tls: { key: 'a' } })).toEqual([true])
    expect(marked({}, { tls: { port: 1 } })).toEqual([undefined])
    expect(marked({}, { users: [{ a: 1 }] })).toEqual([true])
    expect(marked({}, { users: ['a'] })).toEqual([undefined])
    expect(diffLinked(plain({}), plain({ constructor: 'a' }), { properties: {}, rest: secret })[0]?.secret).toBe(true)
    expect(marked({ users: [{ a: { b: 1 } }] }, { users: [{ a: { b: 2 } }] })).toEqual([true])
    expect(diffLinked(undefined, plain({ tls: { key: 'a' } }), strategy)).toMatchObject([{ whole: true, secret: true }])
  })
})
