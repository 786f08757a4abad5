import { describe, expect, it } from 'vitest'
import { shadowedEditMessage, type ShadowedEdit } from '../../src/core/change.ts'
import type { FileLayer, Layer } from '../../src/core/layer.ts'
import { HOLE } from '../../src/core/opaque.ts'
import { showLocation } from '../../src/core/place.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { Strategy } from '../../src/core/strategy.ts'
import type { Value } from '../../src/core/value.ts'
import { diffLinked } from '../../src/stages/diff/diff.ts'
import { shadowedEdits } from '../../src/stages/diff/edits.ts'
import { layer, linked, variables, type DocumentOptions } from './support.ts'

function edits(before: Layer[], after: Layer[], options: DocumentOptions = {}): ShadowedEdit[] {
  const [was, is] = [linked(before, options), linked(after, options)]
  const changes = diffLinked(was, is, options.strategy)
  return shadowedEdits({ before: was.effective, after: is.effective, changes })
}

/** `kind pointer place: message`. */
const brief = (found: readonly ShadowedEdit[]): string[] =>
  found.map((edit) => `${edit.kind} ${pointer(edit.tokens)} ${showLocation(edit.edit)}: ${shadowedEditMessage(edit)}`)

const base = (value: Value): FileLayer => layer('base', value)
const production = (value: Value): FileLayer => layer('production', value)

describe('edits that a layer above overrides', () => {
  const above = production({ pool: { max: 50 }, gone: null, hosts: ['x'] })

  it('names the overriding place', () => {
    const found = edits([base({ pool: { max: 10 } }), above], [base({ pool: { max: 20 } }), above])
    expect(found).toEqual([
      {
        document: 'services/db',
        tokens: ['pool', 'max'],
        kind: 'changed',
        edit: { file: 'base/db.yaml', line: 4, column: 10, endLine: 4, endColumn: 12 },
        reason: 'overridden',
        by: { file: 'production/db.yaml', line: 4, column: 10, endLine: 4, endColumn: 12 },
        environments: ['production'],
      },
    ])
    expect(shadowedEditMessage(found[0] as ShadowedEdit)).toBe('no effect in production: overridden at production/db.yaml:4')
  })

  it.each<[string, Value, Value, string[]]>([
    ['an added leaf', {}, { pool: { max: 1 } }, ['added /pool/max base/db.yaml:4:10: no effect in production: overridden at production/db.yaml:4']],
    ['a removed leaf', { pool: { max: 1 } }, {}, ['removed /pool/max base/db.yaml:4:10: no effect in production: overridden at production/db.yaml:4']],
    ['a list', { hosts: ['a'] }, { hosts: ['a', 'b'] }, ['changed /hosts base/db.yaml:3:3: no effect in production: overridden at production/db.yaml:6']],
    ['a leaf that a null above removes', { gone: 1 }, { gone: 2 }, ['changed /gone base/db.yaml:3:9: no effect in production: overridden at production/db.yaml:5']],
    ['a leaf below a null', { gone: { a: 1 } }, { gone: { a: 1, b: 2 } }, ['added /gone/b base/db.yaml:5:8: no effect in production: overridden at production/db.yaml:5']],
    ['a leaf removed for which there was a null', { gone: 1, a: 1 }, { a: 1 }, ['removed /gone base/db.yaml:3:9: no effect in production: overridden at production/db.yaml:5']],
    ['a leaf with effect', { port: 1 }, { port: 2 }, []],
    ['a leaf with effect beside one without', { port: 1, hosts: [] }, { port: 2, hosts: [1] }, ['changed /hosts base/db.yaml:4:3: no effect in production: overridden at production/db.yaml:6']],
    ['nothing', { port: 1 }, { port: 1 }, []],
  ])('%s', (_, before, after, expected) => {
    expect(brief(edits([base(before), above], [base(after), above]))).toEqual(expected)
  })

  it('names the scalar that stands above a leaf', () => {
    const scalar = production({ pool: 5 })
    expect(brief(edits([base({ pool: { max: 1 } }), scalar], [base({ pool: { max: 2 } }), scalar]))).toEqual([
      'changed /pool/max base/db.yaml:4:10: no effect in production: overridden at production/db.yaml:3',
    ])
  })

  it('names the mapping that replaces the one with the leaf', () => {
    const tags = { tag: '', children: new Map([['pool', { tag: '!replace', children: new Map() }]]) }
    const replaced = layer('production', { pool: { min: 1 } }, 'db.yaml', { tags })
    expect(brief(edits([base({ pool: { max: 1 } }), replaced], [base({ pool: { max: 2 } }), replaced]))).toEqual([
      'changed /pool/max base/db.yaml:4:10: no effect in production: overridden at production/db.yaml:3',
    ])
  })

  it('goes by the head where the overriding layer is edited too', () => {
    const was = [base({ a: 1 }), layer('eu', { a: 5 })]
    const is = [base({ a: 2 }), layer('eu', {}), production({ x: 1, a: 5 })]
    expect(brief(edits(was, is, { lineage: ['eu'] }))).toEqual([
      'changed /a base/db.yaml:3:6: no effect in production: overridden at production/db.yaml:4',
      'removed /a eu/db.yaml:3:6: no effect in production: the same still comes from production/db.yaml:4',
      'added /a production/db.yaml:4:6: no effect in production: the value stays what it was',
    ])
  })
})

describe('edits that say what holds anyway', () => {
  it('names the layer below that comes through once two above say nothing more', () => {
    const below = base({ a: 1 })
    const found = edits([below, layer('eu', { x: 1, a: 3 }), production({ x: 2, a: 1 })], [below, layer('eu', { x: 1 }), production({ x: 2 })])
    expect(brief(found)).toEqual([
      'removed /a eu/db.yaml:4:6: no effect in production: the same still comes from base/db.yaml:3',
      'removed /a production/db.yaml:4:6: no effect in production: the same still comes from base/db.yaml:3',
    ])
    expect(brief(edits([below, layer('eu', { a: 3 }), production({ a: 1 })], [below], { lineage: ['eu'] }))).toEqual([
      'layer-removed  eu/db.yaml:2:1: no effect in production: the same still comes from base/db.yaml:3',
      'layer-removed  production/db.yaml:2:1: no effect in production: the same still comes from base/db.yaml:3',
    ])
  })

  it('names the layer below that says the same', () => {
    expect(brief(edits([base({ a: 1 })], [base({ a: 1 }), production({ a: 1 })]))).toEqual([
      'added /a production/db.yaml:3:6: no effect in production: the same as at base/db.yaml:3',
    ])
    expect(brief(edits([base({ a: 1 }), production({ a: 1, b: 1 })], [base({ a: 1 }), production({ b: 1 })]))).toEqual([
      'removed /a production/db.yaml:3:6: no effect in production: the same still comes from base/db.yaml:3',
    ])
  })

  it('names the null below that still removes', () => {
    const removing = [base({ a: 1, b: 1 }), layer('eu', { a: null })]
    const found = edits([...removing, production({ a: null, x: 1 })], [...removing, production({ x: 1 })])
    expect(brief(found)).toEqual([
      'removed /a production/db.yaml:3:6: no effect in production: the same still comes from eu/db.yaml:3',
    ])
  })

  it('does not name the edited place itself', () => {
    expect(brief(edits([base({ a: 1 }), production({})], [base({ a: 1, x: 1 }), production({ x: null })]))).toEqual([
      'added /x base/db.yaml:4:6: no effect in production: overridden at production/db.yaml:3',
      'added /x production/db.yaml:3:6: no effect in production: the value stays what it was',
    ])
  })

  it('says so where nothing stands there', () => {
    const below = base({ a: 1 })
    expect(brief(edits([below, production({ b: 1 })], [below, production({ b: 1, c: null })]))).toEqual([
      'added /c production/db.yaml:4:6: no effect in production: the value stays what it was',
    ])
  })
})

describe('lists', () => {
  const strategy: Strategy = { properties: { l: { merge: 'unique' } } }

  it('count as one leaf, whatever merged them', () => {
    const above = production({ l: ['b'] })
    expect(brief(edits([base({ l: ['a'] }), above], [base({ l: ['a', 'b'] }), above], { strategy }))).toEqual([
      'changed /l base/db.yaml:3:3: no effect in production: the value stays what it was',
    ])
    expect(edits([base({ l: ['a'] }), above], [base({ l: ['c'] }), above], { strategy })).toEqual([])
  })
})

describe('layers that come and go', () => {
  const first = base({ a: 1, b: { c: 2 } })

  it('counts a removed layer as one edit where nobody misses any of it', () => {
    expect(brief(edits([first, layer('eu', { a: 1 }), production({ a: 5 })], [first, production({ a: 5 })], { lineage: ['eu'] }))).toEqual([
      'layer-removed  eu/db.yaml:2:1: no effect in production: overridden at production/db.yaml:3',
    ])
    expect(brief(edits([first, production({ a: 1, b: { c: 2 } })], [first]))).toEqual([
      'layer-removed  production/db.yaml:2:1: no effect in production: the same still comes from base/db.yaml:3',
    ])
  })

  it('says of a removed layer that it was overridden where any of it was', () => {
    const above = production({ z: 5 })
    expect(brief(edits([first, layer('eu', { a: 1, z: 1 }), above], [first, above], { lineage: ['eu'] }))).toEqual([
      'layer-removed  eu/db.yaml:2:1: no effect in production: overridden at production/db.yaml:3',
    ])
    expect(brief(edits([first, layer('eu', { y: null, a: 1 })], [first], { lineage: ['eu'] }))).toEqual([
      'layer-removed  eu/db.yaml:2:1: no effect in production: the same still comes from base/db.yaml:3',
    ])
    expect(brief(edits([first, layer('eu', {})], [first], { lineage: ['eu'] }))).toHaveLength(1)
  })

  it.each<[string, Layer, string]>([
    ['below', layer(null, { a: 7 }), 'the same still comes from all/db.yaml:3'],
    ['above', layer('production', { a: 7 }, 'other.yaml'), 'overridden at production/other.yaml:3'],
    ['of run variables', variables({ a: 7 }), 'overridden at variable A'],
  ])('goes by precedence where a new layer %s holds what a lost one did not decide', (_, fresh, expected) => {
    const before = [layer('eu', { a: 3 }), production({ a: 7, x: 1 })]
    const rest = production({ x: 1 })
    const after = fresh.from === 'file' && fresh.environment === null ? [fresh, rest] : [rest, fresh]
    const lost = edits(before, after, { lineage: ['eu'] }).filter(({ edit }) => edit.file === 'eu/db.yaml')
    expect(lost.map(shadowedEditMessage)).toEqual([`no effect in production: ${expected}`])
  })

  it('tells nothing of a file that moved as it is to another environment of the lineage', () => {
    const above = production({ a: 5 })
    expect(edits([layer('eu', { a: 1 }), above], [layer('europe', { a: 1 }), above], { lineage: ['eu', 'europe'] })).toEqual([])
  })

  it('tells the leaves that nobody misses where others are missed', () => {
    expect(brief(edits([first, production({ a: 1, b: { c: 3 } })], [first]))).toEqual([
      'removed /a production/db.yaml:3:6: no effect in production: the same still comes from base/db.yaml:3',
    ])
  })

  it('tells the leaves of a new layer', () => {
    expect(brief(edits([first], [first, production({ a: 1, b: { c: 3 } })]))).toEqual([
      'added /a production/db.yaml:3:6: no effect in production: the same as at base/db.yaml:3',
    ])
  })

  it('tells nothing of what an environment no longer inherits', () => {
    expect(edits([first, layer('eu', { a: 1 })], [first])).toEqual([])
    const was = linked([first, layer('eu', { a: 1 })])
    const is = linked([first])
    expect(shadowedEdits({ before: is.effective, after: was.effective, changes: [] })).toEqual([])
    expect(was.effective.environment.lineage).toContain('eu')
  })

  it('tells nothing of a renamed file, and only the edits of one that was edited too', () => {
    const above = production({ a: 5 })
    const [old, renamed] = [layer('base', { a: 1, b: 2 }), layer('base', { a: 1, b: 2 }, 'database.yaml')]
    expect(edits([old, above], [renamed, above])).toEqual([])
    expect(edits([layer('eu', { a: 1 }), above], [layer('europe', { a: 1 }), above])).toEqual([])
    const edited = layer('base', { a: 2, b: 2 }, 'database.yaml')
    expect(brief(edits([old, above], [edited, above]))).toEqual([
      'changed /a base/database.yaml:3:6: no effect in production: overridden at production/db.yaml:3',
    ])
  })

  it('tells nothing where the document as such came or went', () => {
    const document = linked([first])
    expect(shadowedEdits({ before: undefined, after: document.effective, changes: [] })).toEqual([])
    expect(shadowedEdits({ before: document.effective, after: undefined, changes: [] })).toEqual([])
  })
})

describe('which layer is which', () => {
  const above = production({ x: 9, y: 9 })

  it('tells subtrees of one file apart', () => {
    const catalog = (defaults: Value, service: Value): FileLayer[] => {
      const file = { defaults, services: [service] }
      return [layer(null, file, 'catalog.yaml', { at: ['defaults'] }), layer(null, file, 'catalog.yaml', { at: ['services', '0'] })]
    }
    const found = edits([...catalog({ x: 1 }, { y: 1 }), above], [...catalog({ x: 1 }, { y: 2 }), above])
    expect(brief(found)).toEqual(['changed /y all/catalog.yaml:7:10: no effect in production: overridden at production/db.yaml:4'])
  })

  it('pairs the subtree that stayed, not the one that went', () => {
    const file = { defaults: { x: 1 }, services: { a: { y: 1 } } }
    const service = { services: { a: { y: 2 } } }
    const was = [layer(null, file, 'c.yaml', { at: ['defaults'] }), layer(null, file, 'c.yaml', { at: ['services', 'a'] })]
    const found = edits([...was, above], [layer(null, service, 'c.yaml', { at: ['services', 'a'] }), above])
    expect(found.map(({ kind, tokens }) => `${kind} ${pointer(tokens)}`)).toEqual(['changed /y', 'layer-removed '])
  })

  it('tells documents of one stream apart', () => {
    const stream = (...values: Value[]): FileLayer[] => values.map((value) => layer('base', value, 'stream.yaml'))
    const found = edits([...stream({ x: 1 }, { y: 1 }), above], [...stream({ x: 0, z: 1 }, { x: 1 }, { y: 2 }), above])
    expect(found.map(({ kind, tokens }) => `${kind} ${pointer(tokens)}`)).toEqual(['added /x', 'removed /y', 'added /y'])
    expect(edits([...stream({ x: 1 }, { y: 1 }), above], [...stream({ y: 1 }, { x: 1 }), above])).toEqual([])
  })

  it('takes an empty file for an empty mapping', () => {
    expect(edits([base(null), above], [base({ x: 1 }), above]).map(({ kind, tokens }) => [kind, ...tokens])).toEqual([['added', 'x']])
    expect(edits([base({ a: 1 }), production(null)], [base({ a: 1 }), production({})])).toEqual([])
  })
})

describe('what is not claimed', () => {
  it('says nothing of what could not be read', () => {
    expect(edits([base({ a: 1 }), production({ a: HOLE })], [base({ a: 2 }), production({ a: HOLE })])).toEqual([])
    expect(edits([base({ a: { b: 1 } }), production({ c: 1 })], [base({ a: { b: 2 } }), production(HOLE)])).toEqual([])
    expect(edits([base(HOLE)], [base({ a: 2 })])).toEqual([])
    const hole = production({ a: HOLE })
    expect(edits([base({ a: { b: 1 } }), hole], [base({ a: { b: 2 } }), hole])).toEqual([])
  })

  it('says nothing where the value changes for another reason', () => {
    const of = (value: Value): ReturnType<typeof linked> => linked([base(value), production({ a: '${cairn:var#A}' })])
    const [before, after] = [of({ a: 1 }).effective, of({ a: 2 }).effective]
    for (const other of [{ a: 3 }, { a: { b: 3 } }]) {
      const changes = diffLinked(linked([base({ a: { b: 1 } })]), linked([base(other)]))
      expect(shadowedEdits({ before, after, changes })).toEqual([])
    }
    expect(shadowedEdits({ before, after, changes: [] })).toHaveLength(1)
  })

  it('says nothing of a reference that comes out the same', () => {
    const [was, is] = [linked([base({ a: '${cairn:var#A}' })]), linked([base({ a: '${cairn:var#B}' })])]
    expect(shadowedEdits({ before: was.effective, after: is.effective, changes: [] })).toEqual([])
  })
})
