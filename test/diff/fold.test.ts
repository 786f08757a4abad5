import { describe, expect, it } from 'vitest'
import type { Change, ShadowedEdit } from '../../src/core/change.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { Value } from '../../src/core/value.ts'
import { diffLinked } from '../../src/stages/diff/diff.ts'
import { shadowedEdits } from '../../src/stages/diff/edits.ts'
import { foldChanges, foldShadowedEdits, type PerEnvironment } from '../../src/stages/diff/fold.ts'
import { layer, linked } from './support.ts'

/** The changes that an edit of `base` makes in an environment with a layer of its own. */
function changesIn(environment: string, before: Value, after: Value, own: Value = {}, document = 'services/db'): PerEnvironment<Change> {
  const of = (value: Value): ReturnType<typeof linked> =>
    linked([layer('base', value), layer(environment, own)], { environment, document })
  return { environment, changes: diffLinked(of(before), of(after)) }
}

const brief = (changes: readonly Change[]): string[] =>
  changes.map(({ document, tokens, environments }) => `${document}#${pointer(tokens)} ${environments.join(' ')}`)

describe('foldChanges', () => {
  it('makes one change of the same in many environments', () => {
    const environments = ['staging', 'eu', 'us']
    const folded = foldChanges(environments.map((environment) => changesIn(environment, { a: 1 }, { a: 2 })))
    expect(brief(folded)).toEqual(['services/db#/a eu staging us'])
    expect(folded[0]?.after?.location).toMatchObject({ file: 'base/db.yaml', line: 3 })
  })

  it('keeps other values, other origins and other shadows apart', () => {
    const shadowing = { environment: 'jp', changes: [] as Change[] }
    const three = (value: Value): ReturnType<typeof linked> =>
      linked([layer('all', { a: 0 }), layer('base', value), layer('jp', {})], { environment: 'jp' })
    shadowing.changes = diffLinked(three({ a: 1 }), three({ a: 2 }))
    const folded = foldChanges([
      changesIn('eu', { a: 1 }, { a: 2 }),
      changesIn('us', { a: 1 }, { a: 3 }),
      changesIn('uk', { a: 1 }, { a: 2 }),
      { environment: 'cn', changes: diffLinked(linked([layer('other', { a: 1 })]), linked([layer('other', { a: 2 })])) },
      shadowing,
    ])
    expect(brief(folded)).toEqual(['services/db#/a cn', 'services/db#/a eu uk', 'services/db#/a jp', 'services/db#/a us'])
  })

  it('orders by document, pointer as in the document, and environment, whatever the order of the input', () => {
    const input = [
      changesIn('us', { z: 1, m: 1, a: 1 }, { z: 2, m: 2, a: 2 }),
      changesIn('eu', { z: 1, m: 1, a: 1 }, { z: 2, m: 2, a: 2 }, { m: 0 }),
      changesIn('eu', { z: 1, m: 1 }, { z: 3, m: 3 }, {}, 'services/api'),
      changesIn('us', { z: 1, m: 1 }, { z: 4, m: 3 }, {}, 'services/api'),
    ]
    const expected = [
      'services/api#/z eu',
      'services/api#/z us',
      'services/api#/m eu us',
      'services/db#/z eu us',
      'services/db#/m us',
      'services/db#/a eu us',
    ]
    expect(brief(foldChanges(input))).toEqual(expected)
    expect(brief(foldChanges(input.toReversed()))).toEqual(expected)
  })

  it('folds documents that come, where they are the same', () => {
    const added = (environment: string, own: Value): PerEnvironment<Change> => ({
      environment,
      changes: diffLinked(undefined, linked([layer('base', { a: 1 }), layer('production', own)], { environment })),
    })
    const folded = foldChanges([added('eu', {}), added('us', {}), added('jp', { a: 2 })])
    expect(folded.map(({ whole, environments }) => [whole, environments])).toEqual([
      [true, ['eu', 'us']],
      [true, ['jp']],
    ])
  })

  const side = { value: 1, location: { file: 'a', line: 1, column: 1 }, via: { file: 'a', line: 1, column: 2 }, shadowed: [] }
  const change: Change = { document: 'a/b', tokens: ['l', '1'], kind: 'changed', before: side, after: side, environments: [] }
  const elsewhere = { file: 'a', line: 1, column: 3 }

  it.each<[string, Partial<Change>]>([
    ['kind', { kind: 'added' }],
    ['whole', { whole: true }],
    ['secret', { secret: true }],
    ['pointer before', { beforeTokens: ['l', '0'] }],
    ['removing null', { removedBy: elsewhere }],
    ['value before', { before: { ...side, value: 2 } }],
    ['value after', { after: { ...side, value: 2 } }],
    ['place', { after: { ...side, location: elsewhere } }],
    ['end of the place', { after: { ...side, location: { ...side.location, endColumn: 9 } } }],
    ['way', { after: { ...side, via: elsewhere } }],
    ['shadows', { after: { ...side, shadowed: [elsewhere] } }],
  ])('keeps changes of another %s apart', (_, other) => {
    const of = (environment: string, one: Change): PerEnvironment<Change> => ({ environment, changes: [one] })
    expect(foldChanges([of('a', change), of('b', { ...change, ...other }), of('c', change)])).toEqual([
      { ...change, environments: ['a', 'c'] },
      { ...change, ...other, environments: ['b'] },
    ])
  })

  it('names an environment once', () => {
    const entry = { environment: 'a', changes: [change] }
    expect(foldChanges([entry, entry])).toEqual([{ ...change, environments: ['a'] }])
  })

  it('folds nothing to nothing', () => {
    expect(foldChanges([])).toEqual([])
    expect(foldChanges([{ environment: 'eu', changes: [] }])).toEqual([])
  })
})

describe('foldShadowedEdits', () => {
  it('folds by edit and overriding place', () => {
    const editsIn = (environment: string, overriding: string): PerEnvironment<ShadowedEdit> => {
      const of = (value: Value): ReturnType<typeof linked> =>
        linked([layer('base', value), layer(overriding, { a: 5 })], { environment })
      const [before, after] = [of({ a: 1 }), of({ a: 2 })]
      const changes = diffLinked(before, after)
      return { environment, changes: shadowedEdits({ before: before.effective, after: after.effective, changes }) }
    }
    const folded = foldShadowedEdits([editsIn('eu', 'production'), editsIn('us', 'production'), editsIn('jp', 'asia')])
    expect(folded.map(({ by, environments }) => [by?.file, environments])).toEqual([
      ['production/db.yaml', ['eu', 'us']],
      ['asia/db.yaml', ['jp']],
    ])
  })

  const at = { file: 'a', line: 1, column: 1 }
  const known = { document: 'a/b', tokens: [], environments: [] }
  const edit: ShadowedEdit = { ...known, kind: 'changed', edit: at, by: at, reason: 'overridden' }

  it.each<[string, Partial<ShadowedEdit>]>([
    ['kind', { kind: 'added' }],
    ['reason', { reason: 'same-value' }],
    ['place', { edit: { ...at, line: 2 } }],
    ['overriding place', { by: { ...at, endLine: 2 } }],
  ])('keeps edits of another %s apart', (_, other) => {
    const of = (environment: string, one: ShadowedEdit) => ({ environment, changes: [one] })
    expect(foldShadowedEdits([of('a', edit), of('b', { ...edit, ...other })])).toHaveLength(2)
    expect(foldShadowedEdits([of('a', edit), of('b', edit)])).toHaveLength(1)
  })
})
