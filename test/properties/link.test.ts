import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLE, Opaque } from '../../src/core/opaque.ts'
import { pointer, tokensOf } from '../../src/core/pointer.ts'
import { isList, isMapping, put, sameValue, valueAt, type MutableMapping, type Value } from '../../src/core/value.ts'
import { readText } from '../../src/stages/link/syntax.ts'
import { linkDocument } from '../../src/stages/link/link.ts'
import { effectiveWith, link, worldOf, type TestWorld } from '../link/world.ts'
import { legible } from '../merge/layers.ts'

const RUNS = 2_000
const OPEN = '${cairn:'

function worldWith(values: readonly Value[], variables = {}): TestWorld {
  const world = worldOf({ documents: {}, variables })
  const effectives = new Map(values.map((value, i) => [`s/${i}`, effectiveWith(`s/${i}`, value, world.environment)]))
  return { ...world, documents: effectives.keys(), effectives, lookup: (key) => effectives.get(key) }
}

const key = fc.constantFrom('a', 'b', 'c/d', '~', '', '__proto__')
const scalar: fc.Arbitrary<Value> = fc.constantFrom<Value[]>(0, 1.5, true, null, '', 'text', '${x}', HOLE)

function trees(leaf: fc.Arbitrary<Value>, depth: number): fc.Arbitrary<Value> {
  if (depth === 0) return leaf
  const child = trees(leaf, depth - 1)
  const mapping = fc.array(fc.tuple(key, child), { maxLength: 3 }).map((entries) => {
    const made: MutableMapping = {}
    for (const [name, value] of entries) put(made, name, value)
    return made
  })
  return fc.oneof(leaf, mapping, fc.array(child, { maxLength: 3 }))
}

/** A reference to be: which document below, and which of its pointers, as fractions; alone or in a text. */
interface Sketch {
  readonly document: number
  readonly pointer: number
  readonly before: string
  readonly after: string
}

const fraction = fc.double({ min: 0, max: 0.999, noNaN: true })
const around = fc.constantFrom('', '', 'x', '$${cairn:', ' }', '$')
const sketch: fc.Arbitrary<Sketch> = fc.record({ document: fraction, pointer: fraction, before: around, after: around })
const sketches = new WeakMap<object, Sketch>()
/** Stands for a sketch in a generated tree. */
const marked = sketch.map((made) => {
  const mark = Object.freeze(new Mark())
  sketches.set(mark, made)
  return mark
})

class Mark extends Opaque {
  readonly opaque = 'unresolved'
}

function pointersOf(value: Value, at: string[] = []): string[][] {
  const below = isMapping(value) || isList(value) ? Object.entries(value) : []
  return [at, ...below.flatMap(([name, child]) => pointersOf(child, [...at, name]))]
}

function mapLeaves(value: Value, change: (leaf: Value) => Value): Value {
  if (isList(value)) return value.map((item) => mapLeaves(item, change))
  if (!isMapping(value)) return change(value)
  const made: MutableMapping = {}
  for (const [name, child] of Object.entries(value)) put(made, name, mapLeaves(child, change))
  return made
}

/** Substitution as one would explain it: documents in order, each reference replaced by what is there already. */
function substitute(text: string, resolved: ReadonlyMap<string, Value>): Value {
  const look = (body: string): Value => {
    const hash = body.indexOf('#')
    return valueAt(resolved.get(body.slice(0, hash)) ?? null, tokensOf(body.slice(hash + 1)) ?? []) ?? null
  }
  const sole = /^\$\{cairn:([^}]*)\}$/.exec(text)
  if (sole !== null) return look(sole[1] ?? '')
  const holes: Value[] = []
  const joined = text.replace(/\$(\$\{cairn:)|\$\{cairn:([^}]*)\}/g, (_all, literal?: string, body?: string) => {
    if (literal !== undefined) return literal
    const value = look(body ?? '')
    if (typeof value === 'object') holes.push(value)
    return typeof value === 'object' ? '' : String(value)
  })
  return holes.length > 0 ? HOLE : joined
}

describe('linking', () => {
  it('is plain substitution where nothing refers in a circle', () => {
    let references = 0
    fc.assert(
      fc.property(fc.array(trees(fc.oneof(scalar, marked), 3), { minLength: 1, maxLength: 6 }), (documents) => {
        const resolved = new Map<string, Value>()
        const written: Value[] = []
        for (const [i, document] of documents.entries()) {
          const text = mapLeaves(document, (leaf) => {
            const made = sketches.get(leaf as object)
            if (made === undefined) return leaf
            if (i === 0) return 'nothing to refer to'
            references++
            const target = `s/${Math.floor(made.document * i)}`
            const pointers = pointersOf(resolved.get(target) ?? null)
            const tokens = pointers[Math.floor(made.pointer * pointers.length)] ?? []
            return `${made.before === '$' ? '' : made.before}\${cairn:${target}#${pointer(tokens)}}${made.after}`
          })
          written.push(text)
          const value = mapLeaves(text, (leaf) =>
            typeof leaf === 'string' && leaf.includes(OPEN) ? substitute(leaf, resolved) : leaf,
          )
          resolved.set(`s/${i}`, value)
        }
        const world = worldWith(written)
        // From the last: everything is found on demand.
        for (let i = documents.length - 1; i >= 0; i--) {
          const { linked, found } = link(world, `s/${i}`)
          expect(JSON.stringify(legible(linked.value))).toBe(JSON.stringify(legible(resolved.get(`s/${i}`) ?? null)))
          for (const { rule } of found) expect(rule).toBe('link/not-scalar')
        }
      }),
      { numRuns: RUNS },
    )
    expect(references).toBeGreaterThan(RUNS)
  })

  it('finds every circle, in every document that is part of it, and no other', () => {
    const graph = fc.array(fc.array(fc.nat(7), { maxLength: 3 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(graph, fc.boolean(), (edges, separate) => {
        const size = edges.length
        const texts = edges.map((targets) => {
          const references = targets.map((target) => `\${cairn:s/${target % size}#}`)
          return separate ? references : `x${references.join('')}`
        })
        const world = worldWith(texts)
        for (let i = 0; i < size; i++) {
          const inCircle = reaches(edges, i).has(i)
          const { found, linked } = link(world, `s/${i}`)
          expect(found.some(({ rule }) => rule === 'link/cycle')).toBe(inCircle)
          if (inCircle && !separate) expect(linked.value).toBe(HOLE)
          if (![i, ...reaches(edges, i)].some((other) => reaches(edges, other).has(other)) && separate) {
            expect(JSON.stringify(linked.value)).not.toContain('cairn')
          }
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('says the same in any order of documents, whatever was linked before', () => {
    const graph = fc.array(fc.array(fc.nat(5), { maxLength: 3 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(graph, fc.nat(5), (edges, first) => {
        const texts = edges.map((targets) => targets.map((target) => `\${cairn:s/${target % edges.length}#/${target}}`))
        const shared = worldWith(texts)
        link(shared, `s/${first % edges.length}`)
        for (let i = 0; i < edges.length; i++) {
          const [a, b] = [link(shared, `s/${i}`), link(worldWith(texts), `s/${i}`)]
          expect(legible(a.linked.value)).toEqual(legible(b.linked.value))
          expect(a.found.map(({ message }) => message)).toEqual(b.found.map(({ message }) => message))
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('leaves a document without references as it is, and a linked one too', () => {
    fc.assert(
      fc.property(trees(scalar, 3), trees(scalar, 3), (value, target) => {
        const world = worldWith([value, ['${cairn:s/0#}', target]])
        expect(link(world, 's/0').linked.value).toBe(value)
        const { linked } = link(world, 's/1')
        const effective = { ...linked.effective, value: linked.value }
        const again = linkDocument(effective, { ...world, documents: [] }, () => expect.fail())
        expect(again.value).toBe(linked.value)
        expect(sameValue(linked.value, [value, target])).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

const names = ['s/0', 's/1', '#/a', 'var#X', 'environment#/name']
const fragment = fc.constantFrom('${cairn:', '$', '{', '}', '#', '/', '~', '~1', '\n', ' ', 'é', '\u0000', '${', '}}', ...names)

describe('texts made of fragments of the syntax', () => {
  const text = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''))

  it('never throw, and resolve to something or are a hole with a finding', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { linked, found } = link(worldWith([{ a, b }, { a: 1 }], { X: 'x' }), 's/0')
        const values = linked.value as Readonly<Record<string, Value>>
        if (found.length === 0) for (const value of Object.values(values)) expect(value).not.toBe(HOLE)
        else expect(Object.values(values)).toContain(HOLE)
        for (const [name, said] of Object.entries({ a, b })) if (!said.includes(OPEN)) expect(values[name]).toBe(said)
      }),
      { numRuns: 5 * RUNS },
    )
  })

  it('are read completely: literal text and spans make up the text', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const again = readText(whole).map((part) =>
          typeof part === 'string' ? part.replaceAll(OPEN, () => `$${OPEN}`) : whole.slice(part.start, part.end),
        )
        expect(again.join('')).toBe(whole)
      }),
      { numRuns: 5 * RUNS },
    )
  })
})

function reaches(edges: readonly (readonly number[])[], from: number): ReadonlySet<number> {
  const seen = new Set<number>()
  const open = [from]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const target of edges[node] ?? []) {
      const next = target % edges.length
      if (!seen.has(next)) {
        seen.add(next)
        open.push(next)
      }
    }
  }
  return seen
}
