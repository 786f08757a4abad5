import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Origin } from '../../src/core/effective.ts'
import type { Finding } from '../../src/core/finding.ts'
import { placeIn, type FileLayer } from '../../src/core/layer.ts'
import { HOLE, Opaque, Sealed } from '../../src/core/opaque.ts'
import { pointer } from '../../src/core/pointer.ts'
import { Source } from '../../src/core/source.ts'
import type { MergeRule, Strategy } from '../../src/core/strategy.ts'
import type { TagTree } from '../../src/core/tree.ts'
import {
  isList,
  isMapping,
  own,
  put,
  sameValue,
  valueAt,
  type Mapping,
  type MutableMapping,
  type Value,
} from '../../src/core/value.ts'
import { mergeLayers, recordMerge, Recorder } from '../../src/stages/merge/merge.ts'
import { layer as yamlLayer, legible, told } from '../merge/layers.ts'

const environment = { name: 'production', protected: false }
const RUNS = 3_000

const key = fc.constantFrom('a', 'b', 'c', 'name', '__proto__', 'constructor', '1', '$remove')
const scalar: fc.Arbitrary<Value> = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('', 'x', 'y', true, null))
const sealed = fc.constantFrom('one', 'two').map((text) => new Sealed('str', text))
const opaque: fc.Arbitrary<Value> = fc.oneof(sealed, fc.constant(HOLE))
const leaf: fc.Arbitrary<Value> = fc.oneof({ weight: 8, arbitrary: scalar }, { weight: 2, arbitrary: opaque })

function mapping(child: fc.Arbitrary<Value>): fc.Arbitrary<Mapping> {
  return fc.array(fc.tuple(key, child), { maxLength: 4 }).map((entries) => {
    const made: MutableMapping = {}
    for (const [name, value] of entries) put(made, name, value)
    return made
  })
}

/** Trees with lists of named elements, so that keyed lists meet. */
function trees(leaves: fc.Arbitrary<Value>): { tree: fc.Arbitrary<Value>; root: fc.Arbitrary<Mapping> } {
  const { tree } = fc.letrec<{ tree: Value; element: Value }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaves,
      mapping(tie('tree')),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.array(tie('element'), { maxLength: 4 }),
    ),
    element: fc.tuple(fc.constantFrom('n1', 'n2', 'n3'), fc.boolean(), mapping(tie('tree'))).map(([name, gone, fields]) => ({
      ...fields,
      name,
      ...(gone && { $remove: true }),
    })),
  }))
  return { tree, root: mapping(tree) }
}

function strategies(depth: number): fc.Arbitrary<Strategy> {
  const merge = fc.constantFrom<MergeRule[]>('append', 'prepend', 'unique', 'replace', { key: 'name' })
  const below = depth === 0 ? {} : { rest: strategies(depth - 1), items: strategies(depth - 1) }
  return fc.record({ merge, secret: fc.boolean(), ...below }, { requiredKeys: [] }) as fc.Arbitrary<Strategy>
}

const strategy = fc.option(strategies(3), { nil: undefined, freq: 4 })

function tagTrees(depth: number): fc.Arbitrary<TagTree> {
  const token = fc.constantFrom('a', 'b', 'c', 'name', '0', '1')
  const children = depth === 0 ? fc.constant([]) : fc.array(fc.tuple(token, tagTrees(depth - 1)), { maxLength: 2 })
  return fc.record({
    tag: fc.constantFrom('', '', '!append', '!prepend', '!replace', '!merge'),
    children: children.map((pairs) => new Map(pairs)),
  })
}

const tags = tagTrees(3)

function plain(value: Value, more: Partial<FileLayer> = {}): FileLayer {
  const tree = { source: new Source('layer.yaml', ''), value, keys: [null], spans: Int32Array.of(-1, -1, 0, 0, 1) }
  return { from: 'file', tree, node: 0, value: frozen(value), environment: null, encrypted: false, ...more }
}

function frozen(value: Value): Value {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    if (!(value instanceof Opaque)) Object.values(value).forEach((child) => frozen(child))
  }
  return value
}

const anyTree = trees(leaf)
const anyRoot = fc.oneof({ weight: 5, arbitrary: anyTree.root }, { weight: 1, arbitrary: anyTree.tree })
const anyLayer = fc
  .tuple(anyRoot, fc.option(tags, { nil: undefined }), fc.boolean())
  .map(([value, tree, encrypted]) => plain(value, { encrypted, ...(tree && { tags: tree }) }))
const anyLayers = fc.array(anyLayer, { minLength: 1, maxLength: 4 })
const jsonTree = trees(scalar)
const jsonLayers = fc
  .array(jsonTree.root, { minLength: 1, maxLength: 4 })
  .map((values) => values.map((value) => plain(value)))

const merge = (layers: readonly FileLayer[], how?: Strategy): Value => mergeLayers(layers, how, { environment })
const order = (value: Value): string => JSON.stringify(legible(value))

function leavesOf(value: Value, at: string[] = []): [string[], Value][] {
  if (value === null || typeof value !== 'object' || value instanceof Opaque) return [[at, value]]
  return Object.entries(value).flatMap(([name, child]) => leavesOf(child, [...at, name]))
}

/** RFC 7396 §2, word for word. */
function mergePatch(target: Value | undefined, patch: Value): Value {
  if (!isMapping(patch)) return patch
  const result: MutableMapping = isMapping(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) Reflect.deleteProperty(result, name)
    else put(result, name, mergePatch(own(result, name), value))
  }
  return result
}

describe('merging', () => {
  it('is the fold of RFC 7396, where no root is null and nothing asks for more than the RFC has', () => {
    const roots = fc.array(jsonTree.tree.filter((value) => value !== null), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(roots, (values) => {
        const folded = values.slice(1).reduce<Value>((low, high) => mergePatch(low, high), values[0] as Value)
        expect(order(merge(values.map((value) => plain(value))))).toBe(order(folded))
      }),
      { numRuns: RUNS },
    )
  })

  it('gives the same value whoever watches, mutates no layer, never throws, and says the same twice', () => {
    fc.assert(
      fc.property(anyLayers, strategy, (layers, how) => {
        const alone = merge(layers, how)
        const found: Finding[] = []
        const again: Finding[] = []
        const recorder = new Recorder()
        const watched = mergeLayers(layers, how, { environment, recorder, report: (f) => found.push(f) })
        const reported = mergeLayers(layers, how, { environment, report: (f) => again.push(f) })
        for (const value of [watched, reported]) {
          expect(sameOpaque(alone, value)).toBe(true)
          expect(order(value)).toBe(order(alone))
        }
        expect(told(again)).toEqual(told(found))
      }),
      { numRuns: RUNS },
    )
  })

  it('is not changed by an empty layer anywhere, nor by an empty mapping above a mapping', () => {
    fc.assert(
      fc.property(anyLayers, strategy, fc.nat(4), (layers, how, position) => {
        const merged = order(merge(layers, how))
        expect(order(merge(layers.toSpliced(position, 0, plain(null)), how))).toBe(merged)
        if (how?.merge === 'replace' || !layers.every(({ value }) => isMapping(value))) return
        expect(order(merge(layers.toSpliced(Math.max(1, position), 0, plain({})), how))).toBe(merged)
      }),
      { numRuns: RUNS },
    )
  })

  it('may be done in steps', () => {
    fc.assert(
      fc.property(jsonLayers, (layers) => {
        const [first, ...rest] = layers
        const stepwise = rest.reduce((low, high) => plain(merge([low, high])), first as FileLayer)
        expect(order(merge([stepwise]))).toBe(order(merge(layers)))
      }),
      { numRuns: RUNS },
    )
  })
})

describe('origins', () => {
  it('hold the leaf: the winner says at its place what the document says', () => {
    let leaves = 0
    fc.assert(
      fc.property(anyLayers, strategy, (layers, how) => {
        const { originsAt } = recordMerge(layers, how)
        for (const [tokens, value] of leavesOf(merge(layers, how))) {
          const { winner, removedBy } = originsAt(tokens)
          leaves++
          expect(winner).toBeDefined()
          expect(removedBy).toBeUndefined()
          if (winner !== undefined) expect(sameOpaque(valueAt(winner.layer.value, winner.tokens), value)).toBe(true)
        }
      }),
      { numRuns: RUNS },
    )
    expect(leaves).toBeGreaterThan(RUNS)
  })

  it('hold what matters: another leaf at the winner\'s place changes that value and nothing else', () => {
    let leaves = 0
    fc.assert(
      fc.property(anyLayers, strategy, (layers, how) => {
        // Elements are found by their key and `unique` compares: there a leaf has effects elsewhere, as it should.
        fc.pre(!JSON.stringify(how ?? {}).includes('unique'))
        const { originsAt } = recordMerge(layers, how)
        const merged = merge(layers, how)
        for (const [tokens, value] of leavesOf(merged).slice(0, 4)) {
          const { winner } = originsAt(tokens)
          // A hole at the root is no leaf: there is no document around it.
          if (winner === undefined || tokens.length === 0 || value === null) continue
          if (['name', '$remove'].includes(tokens.at(-1) ?? '')) continue
          leaves++
          const changed = layers.map((layer) =>
            layer === winner.layer ? { ...layer, value: replaced(layer.value, winner.tokens, 'PERTURBED') } : layer,
          )
          expect(order(merge(changed, how))).toBe(order(replaced(merged, tokens, 'PERTURBED')))
        }
      }),
      { numRuns: RUNS },
    )
    expect(leaves).toBeGreaterThan(RUNS)
  })

  it('leave nothing out: what any layer says at a pointer wins, contributes or is shadowed there', () => {
    fc.assert(
      fc.property(fc.array(jsonTree.root, { minLength: 1, maxLength: 4 }), tags, (values, tree) => {
        const replaceOnly = onlyReplace(tree)
        const layers = values.map((value, i) => plain(value, i === 1 ? { tags: replaceOnly } : {}))
        const { originsAt } = recordMerge(layers, undefined)
        for (const layer of layers) {
          for (const [tokens, said] of saidBy(layer.value)) {
            // A null may remove nothing; what others remove is looked for here.
            if (said === null && layer !== layers[0]) continue
            const { contributors, shadows } = originsAt(tokens)
            const same = (origin: Origin) => origin.layer === layer && pointer(origin.tokens) === pointer(tokens)
            const named = [...contributors, ...shadows].some(same)
            expect(named, `${tokens.join('/')} of layer ${layers.indexOf(layer)}`).toBe(true)
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('come in the order of precedence, each once', () => {
    fc.assert(
      fc.property(anyLayers, strategy, (layers, how) => {
        const { originsAt } = recordMerge(layers, how)
        const merged = merge(layers, how)
        for (const tokens of [[], ...layers.flatMap(({ value }) => saidBy(value).map(([at]) => at))]) {
          const { winner, contributors, shadows, removedBy } = originsAt(tokens)
          for (const list of [contributors, shadows]) {
            const indexes = list.map((origin) => layers.indexOf(origin.layer as FileLayer))
            expect(indexes).toEqual([...indexes].sort((a, b) => b - a))
          }
          expect(winner).toBe(contributors[0])
          expect(winner !== undefined).toBe(valueAt(merged, tokens) !== undefined)
          if (removedBy !== undefined) expect(shadows.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('lead to the text: the span of a winner parses to the value', () => {
    fc.assert(
      fc.property(fc.array(jsonTree.root, { minLength: 1, maxLength: 3 }), strategy, (values, how) => {
        const layers = values.map((value, i) => yamlLayer(`${i}.json`, JSON.stringify(value, null, 1)))
        const { originsAt } = recordMerge(layers, how)
        for (const [tokens, value] of leavesOf(merge(layers, how))) {
          const { winner } = originsAt(tokens)
          const place = winner && placeIn(winner.layer, winner.tokens, 'value')
          expect(place?.in).toBe('span')
          if (place?.in === 'span') expect(JSON.parse(place.source.text.slice(place.start, place.end))).toEqual(value)
        }
      }),
      { numRuns: 300 },
    )
  })
})

/** Deep equality that takes opaque leaves for equal only if they are the same one. */
function sameOpaque(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return sameValue(a, b)
}

/** Everything that a value says, at every pointer but the root. */
function saidBy(value: Value, at: string[] = []): [string[], Value][] {
  const here: [string[], Value][] = at.length === 0 ? [] : [[at, value]]
  if (!isMapping(value) && !isList(value)) return here
  return [...here, ...Object.entries(value).flatMap(([name, child]) => saidBy(child, [...at, name]))]
}

function onlyReplace({ tag, children }: TagTree): TagTree {
  const below = [...children].map(([name, child]) => [name, onlyReplace(child)] as const)
  return { tag: tag === '' ? '' : '!replace', children: new Map(below) }
}

function replaced(value: Value, [token, ...rest]: readonly string[], by: Value): Value {
  if (token === undefined) return by
  if (isList(value)) return value.map((item, i) => (String(i) === token ? replaced(item, rest, by) : item))
  const copy: MutableMapping = { ...(value as Mapping) }
  put(copy, token, replaced(copy[token] as Value, rest, by))
  return copy
}
