import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import type { FileLayer } from '../../src/core/layer.ts'
import { HOLE } from '../../src/core/opaque.ts'
import type { Tokens } from '../../src/core/pointer.ts'
import type { Strategy } from '../../src/core/strategy.ts'
import { isList, isMapping, put, sameValue, valueAt, type Mapping, type MutableMapping, type Value } from '../../src/core/value.ts'
import { diffLinked } from '../../src/stages/diff/diff.ts'
import { shadowedEdits } from '../../src/stages/diff/edits.ts'
import { foldChanges, type PerEnvironment } from '../../src/stages/diff/fold.ts'
import { apply } from '../diff/apply.ts'
import { layer, linked, plain } from '../diff/support.ts'

const KEYS = ['a', 'b', 'l', 'name', '__proto__', 'x/y~z']
const scalar = fc.constantFrom<Value>(null, true, 0, 1, 2, '', 'a', 'b', 'name')

const valuesOf = (leaf: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  fc.letrec<{ value: Value; list: Value; mapping: Value }>((tie) => ({
    value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf, tie('mapping'), tie('list')),
    list: fc.array(tie('value'), { maxLength: 6 }),
    mapping: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 5, selector: ([key]) => key })
      .map(mappingOf),
  })).value

/** With holes, of which no edit of a layer is told. */
const value = valuesOf(fc.oneof({ weight: 9, arbitrary: scalar }, { weight: 1, arbitrary: fc.constant(HOLE) }))
const known = valuesOf(scalar)

function mappingOf(entries: readonly (readonly [string, Value])[]): Value {
  const made: MutableMapping = {}
  for (const [key, child] of entries) put(made, key, child)
  return made
}

const mapping = known.map((one): Mapping => (isMapping(one) ? one : { a: one, b: 1 }))
const namedList = fc
  .uniqueArray(fc.tuple(fc.constantFrom('p', 'q', 'r', 's', 't'), scalar, scalar), { selector: ([name]) => name, maxLength: 5 })
  .map((items): Value => items.map(([name, a, b]) => ({ name, a, b })))

/** Named items among others. */
const mixedList = fc
  .tuple(namedList, fc.array(fc.oneof(scalar, fc.constantFrom<Value>(HOLE, [], [1], ['a', 2])), { maxLength: 5 }), fc.infiniteStream(fc.nat(5)))
  .map(([named, others, at]): Value => {
    const items = isList(named) ? [...named] : []
    for (const other of others) items.splice(at.next().value as number, 0, other)
    return items
  })

/** Another version of a value: most of it stays, so that there is something to line up. */
function edited(one: Value, dice: () => number): Value {
  const roll = dice()
  if (roll < 4) return [0, 'new', { name: 'new' }, null][roll] as Value
  if (isList(one)) {
    const items = one.flatMap((item) => {
      const move = dice()
      if (move === 0) return []
      return move === 1 ? ['new', item] : [move < 12 ? edited(item, dice) : item]
    })
    return dice() < 3 ? items.toReversed() : items
  }
  if (!isMapping(one)) return one
  const entries = Object.entries(one).filter(() => dice() > 2)
  return mappingOf(entries.map(([key, child]) => [key, dice() < 20 ? edited(child, dice) : child] as const))
}

const rolls = fc.infiniteStream(fc.nat(40)).map((stream) => () => stream.next().value as number)
const pair = fc.oneof(
  fc.tuple(value, value),
  fc.tuple(value, rolls).map(([one, dice]): [Value, Value] => [one, edited(one, dice)]),
  fc.tuple(namedList, namedList).map(([before, after]): [Value, Value] => [{ l: before }, { l: after }]),
  fc.tuple(namedList, rolls).map(([one, dice]): [Value, Value] => [{ l: one }, { l: edited(one, dice) }]),
  fc.tuple(mixedList, mixedList).map(([before, after]): [Value, Value] => [{ l: before }, { l: after }]),
  fc.tuple(mixedList, rolls).map(([one, dice]): [Value, Value] => [{ l: one }, { l: edited(one, dice) }]),
)
const strategy = fc.constantFrom<(Strategy | undefined)[]>(
  undefined,
  { properties: { l: { merge: { key: 'name' } } } },
  { properties: { l: { merge: 'unique' } }, rest: { properties: { l: { merge: 'append' } } } },
)

const runs = (numRuns: number): { numRuns: number } => ({ numRuns })

function copy(one: Value): Value {
  if (isList(one)) return one.map(copy)
  return isMapping(one) ? mappingOf(Object.entries(one).map(([key, child]) => [key, copy(child)])) : one
}

describe('diffLinked', () => {
  it('gives what turns one document into the other', () => {
    fc.assert(
      fc.property(pair, strategy, ([before, after], how) => {
        const changes = diffLinked(plain(before), plain(after), how)
        expect(sameValue(apply(before, changes), after)).toBe(true)
        expect(changes.length === 0).toBe(sameValue(before, after))
      }),
      runs(2_000),
    )
  })

  it('finds nothing between equal documents', () => {
    fc.assert(
      fc.property(value, strategy, (one, how) => {
        expect(diffLinked(plain(one), plain(copy(one)), how)).toEqual([])
      }),
      runs(500),
    )
  })

  it('mirrors when the sides are swapped', () => {
    fc.assert(
      fc.property(pair, strategy, ([before, after], how) => {
        const there = diffLinked(plain(before), plain(after), how)
        const back = diffLinked(plain(after), plain(before), how)
        expect(sorted(back)).toEqual(sorted(there.map(mirrored)))
      }),
      runs(1_500),
    )
  })

  it('changes as few items of a list as possible', () => {
    const items = fc.array(fc.constantFrom<Value>('a', 'b', 'c', 1), { maxLength: 12 })
    fc.assert(
      fc.property(items, items, (before, after) => {
        const changes = diffLinked(plain({ l: before }), plain({ l: after }))
        expect(before.length - changes.filter(({ kind }) => kind !== 'added').length).toBe(longestCommon(before, after))
      }),
      runs(1_000),
    )
  })

  it('makes one item of another only where both are of one sort', () => {
    fc.assert(
      fc.property(mixedList, mixedList, strategy, (before, after, how) => {
        for (const change of diffLinked(plain({ l: before }), plain({ l: after }), how)) {
          if (change.kind !== 'changed' || change.tokens.length !== 2) continue
          const sorts = [change.before?.value, change.after?.value].map((one) => (isMapping(one) ? '{' : isList(one) ? '[' : one === HOLE ? '?' : ''))
          expect(sorts[0] === sorts[1] || sorts.includes('?')).toBe(true)
          expect(valueAt({ l: before }, change.beforeTokens ?? change.tokens)).toBe(change.before?.value)
          expect(valueAt({ l: after }, change.tokens)).toBe(change.after?.value)
        }
      }),
      runs(1_500),
    )
  })

  it('tells inserted items as added, wherever they are', () => {
    fc.assert(
      fc.property(fc.array(value), fc.array(scalar, { minLength: 1, maxLength: 3 }), fc.nat(), (list, fresh, at) => {
        const after = list.toSpliced(at % (list.length + 1), 0, ...fresh)
        const changes = diffLinked(plain({ l: list }), plain({ l: after }))
        expect(changes.map(({ kind }) => kind)).toEqual(fresh.map(() => 'added'))
      }),
      runs(1_000),
    )
  })
})

function mirrored({ tokens, beforeTokens, before, after, kind, ...rest }: Change): Change {
  return {
    ...rest,
    tokens: beforeTokens ?? tokens,
    ...(beforeTokens === undefined ? {} : { beforeTokens: tokens }),
    kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : 'changed',
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }
}

const sorted = (changes: readonly Change[]): string[] => changes.map(textOf).sort()

/** Keys in order, so that equal changes give equal texts. */
function textOf(given: unknown): string {
  if (given === HOLE) return '?'
  if (typeof given !== 'object' || given === null) return String(JSON.stringify(given))
  if (Array.isArray(given)) return `[${given.map(textOf).join()}]`
  return `{${Object.entries(given).map(([key, child]) => `${JSON.stringify(key)}:${textOf(child)}`).sort().join()}}`
}

function longestCommon(a: readonly Value[], b: readonly Value[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const item of a) {
    const next = [0]
    for (const [j, other] of b.entries()) {
      next.push(item === other ? (row[j] as number) + 1 : Math.max(row[j + 1] as number, next[j] as number))
    }
    row = next
  }
  return row[b.length] as number
}

describe('foldChanges', () => {
  const one = fc.tuple(fc.constantFrom('eu', 'us', 'jp'), pair, fc.constantFrom('base', 'shared'))

  it('loses nothing and makes nothing up', () => {
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ([environment]) => environment }), rolls, (given, dice) => {
        const entries = given.map(([environment, [before, after], from]): PerEnvironment<Change> => {
          const of = (said: Value): ReturnType<typeof linked> => linked([layer(from, said)], { environment })
          return { environment, changes: diffLinked(of(before), of(after)) }
        })
        const folded = foldChanges(dice() % 2 === 0 ? entries : entries.toReversed())
        const unfolded = folded.flatMap((one) => one.environments.map((name) => ({ ...one, environments: [name] })))
        expect(sorted(unfolded)).toEqual(sorted(entries.flatMap(({ changes }) => [...changes])))
        expect(foldChanges(entries)).toEqual(folded)
        for (const { environments } of folded) expect(environments).toEqual([...environments].sort())
      }),
      runs(500),
    )
  })

  it('folds all environments into one where they are the same', () => {
    fc.assert(
      fc.property(pair, ([before, after]) => {
        const entries = ['c', 'a', 'b'].map((environment) => {
          const of = (said: Value): ReturnType<typeof linked> => linked([layer('base', said)], { environment })
          return { environment, changes: diffLinked(of(before), of(copy(after))) }
        })
        const folded = foldChanges(entries)
        expect(folded.map(({ tokens }) => tokens)).toEqual(entries[0]?.changes.map(({ tokens }) => tokens))
        for (const { environments } of folded) expect(environments).toEqual(['a', 'b', 'c'])
      }),
      runs(500),
    )
  })
})

describe('shadowedEdits', () => {
  const NAMES = ['base', 'eu', 'production']
  const versions = fc.tuple(mapping, rolls, fc.boolean()).map(([one, dice, stays]): [Mapping, Mapping] => {
    const other = stays ? one : edited(one, dice)
    return [one, isMapping(other) ? other : one]
  })
  const stacks = fc.tuple(versions, versions, versions)

  it('accounts for every edited leaf: it changes something, or is named with who decides', () => {
    fc.assert(
      fc.property(stacks, strategy, fc.constantFrom(-1, 0, 1, 2), (stack, how, dropped) => {
        const layersOf = (side: 0 | 1): FileLayer[] =>
          stack.flatMap((one, i) => (side === 1 && i === dropped ? [] : [layer(NAMES[i] as string, one[side])]))
        const options = { lineage: NAMES, ...(how === undefined ? {} : { strategy: how }) }
        const [before, after] = [linked(layersOf(0), options), linked(layersOf(1), options)]
        const changes = diffLinked(before, after, how)
        const idle = shadowedEdits({ before: before.effective, after: after.effective, changes })
        for (const [i, [was, is]] of stack.entries()) {
          const mine = idle.filter(({ edit }) => edit.file === `${NAMES[i]}/db.yaml`)
          const leaves = editedLeaves(was, i === dropped ? undefined : is)
          if (mine.some(({ kind }) => kind === 'layer-removed')) {
            expect(leaves.some((leaf) => touches(changes, leaf))).toBe(false)
            continue
          }
          const named = new Set(mine.map(({ tokens }) => tokens.join('\u0000')))
          expect(named.size).toBe(mine.length)
          for (const leaf of leaves) expect(named.delete(leaf.join('\u0000'))).toBe(!touches(changes, leaf))
          expect(named.size).toBe(0)
        }
      }),
      runs(2_000),
    )
  })

  it('names a layer above as the one that overrides', () => {
    fc.assert(
      fc.property(stacks, (stack) => {
        const layersOf = (side: 0 | 1): FileLayer[] => stack.map((one, i) => layer(NAMES[i] as string, one[side]))
        const [before, after] = [linked(layersOf(0)), linked(layersOf(1))]
        const changes = diffLinked(before, after)
        const idle = shadowedEdits({ before: before.effective, after: after.effective, changes })
        for (const { reason, edit, by } of idle) {
          if (reason !== 'overridden') continue
          expect(by).toBeDefined()
          expect(rankOf(by?.file)).toBeGreaterThan(rankOf(edit.file))
        }
      }),
      runs(2_000),
    )
  })

  const rankOf = (file: string | undefined): number => NAMES.indexOf(file?.split('/')[0] ?? '')
})

const touches = (changes: readonly Change[], leaf: Tokens): boolean =>
  changes.some(({ tokens }) => tokens.every((token, i) => i >= leaf.length || token === leaf[i]))

/** Edited leaves by listing all leaves of both versions: lists, scalars and empty mappings. */
function editedLeaves(before: Value, after: Value | undefined): Tokens[] {
  const found: Tokens[] = []
  const visit = (was: Value | undefined, is: Value | undefined, at: Tokens): void => {
    const inner = [was, is].every((one) => one === undefined || isMapping(one)) && !isEmptyOnly(was, is)
    if (!inner) {
      if (was === undefined || is === undefined || !sameValue(was, is)) found.push(at)
      return
    }
    const keys = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])
    for (const key of keys) visit(get(was, key), get(is, key), [...at, key])
  }
  visit(before, after, [])
  return found
}

const get = (one: Value | undefined, key: string): Value | undefined =>
  isMapping(one) && Object.hasOwn(one, key) ? one[key] : undefined

const isEmptyOnly = (was: Value | undefined, is: Value | undefined): boolean =>
  (was === undefined || is === undefined) && Object.keys((was ?? is) as Mapping).length === 0
