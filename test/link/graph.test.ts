import { describe, expect, it } from 'vitest'
import { pointer } from '../../src/core/pointer.ts'
import type { Value } from '../../src/core/value.ts'
import { mayHoldReferences } from '../../src/stages/link/link.ts'
import { at, layer, legible, told, variables } from '../merge/layers.ts'
import { effectiveWith, link, worldOf, type TestWorld } from './world.ts'

/** A world of plain values, by document. */
function plainWorld(values: Readonly<Record<string, Value>>): TestWorld {
  const world = worldOf({ documents: {} })
  const entries = Object.entries(values)
  const effectives = new Map(entries.map(([key, value]) => [key, effectiveWith(key, value, world.environment)]))
  return { ...world, documents: effectives.keys(), effectives, lookup: (key) => effectives.get(key) }
}

const numbered = (count: number, value: (i: number) => Value): TestWorld =>
  plainWorld(Object.fromEntries(Array.from({ length: count }, (_, i) => [`s/${i}`, value(i)])))

describe('the references of a document', () => {
  it('are listed in order with their places, broken ones too, those in targets not', () => {
    const world = worldOf({
      documents: {
        'services/a': 'x: ${cairn:services/b#/y}:${cairn:var#X}\n"k ~/": [0, "${cairn:environment#/name}"]\nz: ${cairn:nope} ${cairn:services/none#}',
        'services/b': 'y: ${cairn:environment#/name}',
      },
      variables: { X: 1 },
    })
    const { linked } = link(world, 'services/a')
    expect(linked.references.map(({ tokens, target, place }) => [pointer(tokens), at(place), target])).toEqual([
      ['/x', 'services/a.yaml:1:4', { of: 'document', document: 'services/b', tokens: ['y'] }],
      ['/x', 'services/a.yaml:1:27', { of: 'variable', variable: 'X' }],
      ['/k ~0~1/1', 'services/a.yaml:2:14', { of: 'environment', tokens: ['name'] }],
      ['/z', 'services/a.yaml:3:18', { of: 'document', document: 'services/none', tokens: [] }],
    ])
  })
})

describe('cost', () => {
  it('asks for targets only, and shares what holds no reference', () => {
    const world = worldOf({
      documents: {
        'services/a': 'x: ${cairn:services/b#/y}\nrest: {deep: [1]}',
        'services/b': 'y: {k: [1]}\nz: ${cairn:services/c#/q}',
        'services/c': 'q: 1',
      },
    })
    const { linked } = link(world, 'services/a')
    const raw = world.effectives.get('services/a')?.value as Record<string, Value>
    const target = world.effectives.get('services/b')?.value as Record<string, Value>
    expect(world.asked.has('services/c')).toBe(false)
    expect((linked.value as Record<string, Value>)['rest']).toBe(raw['rest'])
    expect((linked.value as Record<string, Value>)['x']).toBe(target['y'])
    expect(raw['x']).toBe('${cairn:services/b#/y}')
  })

  it('returns a document without references as it is', () => {
    const world = worldOf({ documents: { 'services/a': 'x: [1, ${x}]' } })
    const { linked } = link(world, 'services/a')
    expect(linked.value).toBe(world.effectives.get('services/a')?.value)
    expect(linked.references).toEqual([])
  })

  it('resolves each target once for all documents of a world', () => {
    const world = numbered(2_000, (i) => (i === 0 ? 'end' : `\${cairn:s/${i - 1}#}`))
    const asked: string[] = []
    const counting = { ...world, lookup: (key: string) => (asked.push(key), world.effectives.get(key)) }
    for (let i = 1_999; i >= 0; i--) expect(link(counting, `s/${i}`).linked.value).toBe('end')
    expect(asked.length).toBeLessThan(2 * 2_000)
  })
})

describe('bounds', () => {
  it('a chain of 10,000 documents', () => {
    const world = numbered(10_000, (i) => (i === 0 ? { v: 'end' } : { v: `\${cairn:s/${i - 1}#/v}` }))
    const { linked, found } = link(world, 's/9999')
    expect(linked.value).toEqual({ v: 'end' })
    expect(found).toEqual([])
  })

  it('a circle of 10,000 documents: the same finding of readable length in each', () => {
    const world = numbered(10_000, (i) => ({ v: `\${cairn:s/${(i + 1) % 10_000}#/v}` }))
    for (const key of ['s/5', 's/6']) {
      const { linked, found } = link(world, key)
      expect(legible(linked.value)).toEqual({ v: '<hole>' })
      expect(found).toHaveLength(1)
      expect(told(found)[0]).toBe(
        's/0.yaml:1:1 error link/cycle this reference leads back to itself: s/0#/v → s/1#/v → s/2#/v → s/3#/v → s/4#/v → s/5#/v → s/6#/v → … (9993 more) → s/0#/v',
      )
    }
  })

  it('text that doubles at each step', () => {
    const world = numbered(40, (i) => ({ t: i === 0 ? 'lol' : `\${cairn:s/${i - 1}#/t} \${cairn:s/${i - 1}#/t}` }))
    const findings = Array.from({ length: 40 }, (_, i) => link(world, `s/${i}`).found)
    expect(findings.flat().map(({ rule }) => rule)).toEqual(['link/too-large'])
    expect(findings[18]?.[0]?.message).toBe(
      'this makes a text of more than 1000000 characters, or brings more than 10000000 characters and values into the document',
    )
    expect(legible(link(world, 's/39').linked.value)).toEqual({ t: '<hole>' })
  })

  it('mappings that double at each step', () => {
    const before = (i: number) => `\${cairn:s/${i - 1}#}`
    const world = numbered(40, (i) => (i === 0 ? { a: 1, b: 2 } : { a: before(i), b: before(i) }))
    const findings = Array.from({ length: 40 }, (_, i) => link(world, `s/${i}`).found)
    // Document 21 would be too large; what refers to it says so, and all others have a hole in them.
    expect(findings.flat().map(({ rule }) => rule)).toContain('link/too-large')
    expect(findings.flat().length).toBeLessThan(4)
    expect(link(world, 's/39').linked.value).toBeDefined()
  })

  it('mappings that nest at each step', () => {
    const world = numbered(300, (i) => (i === 0 ? 1 : { in: `\${cairn:s/${i - 1}#}` }))
    expect(link(world, 's/100').found).toEqual([])
    expect(told(link(world, 's/101').found)).toEqual([
      's/101.yaml:1:1 error link/too-large with what s/100# leads to, this document would be nested more than 100 deep',
    ])
    expect(link(world, 's/250').found).toEqual([])
  })

  it('a document whose references are large together', () => {
    const big = 'x'.repeat(900_000)
    const world = plainWorld({ 's/big': { t: big }, 's/a': Array.from({ length: 30 }, () => '${cairn:s/big#/t}') })
    const { linked, found } = link(world, 's/a')
    expect(found.map(({ rule }) => rule)).toEqual(['link/too-large'])
    expect((linked.value as readonly Value[]).filter((value) => value === big)).toHaveLength(11)
  })

  it('texts of a million characters that begin references without end', () => {
    const texts = ['${cairn:', '${cairn:\n', '${cairn:x}', '$${cairn:'].map((part) => part.repeat(100_000))
    const started = performance.now()
    const { found } = link(plainWorld({ 's/a': texts }), 's/a')
    expect(found).toHaveLength(300_000)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('a knot of many circles: the first ones are told', () => {
    const items = Array.from({ length: 500 }, () => '${cairn:s/b#}')
    const world = plainWorld({ 's/a': items, 's/b': items.map((_, i) => `\${cairn:s/a#/${i}}`) })
    const { found } = link(world, 's/a')
    expect(found).toHaveLength(20)
    expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(['link/cycle']))
  })

  it('many targets of many references each: nodes are shared, not multiplied', () => {
    const items = Array.from({ length: 3_000 }, (_, i) => (i % 2 === 0 ? '${cairn:s/b#}' : i))
    const same = items.map(() => '${cairn:s/c#/x}')
    const world = plainWorld({ 's/a': items, 's/b': same, 's/c': { x: 1 } })
    const { linked, found } = link(world, 's/a')
    expect(found).toEqual([])
    const [first] = linked.value as readonly (readonly Value[])[]
    expect(first).toHaveLength(3_000)
    expect((linked.value as readonly Value[])[2]).toBe(first)
  })
})

describe('mayHoldReferences', () => {
  it.each([
    ['a: ${cairn:x}', true],
    ['# ${cairn:x}', true],
    ['a: ${x}', false],
    ['a: cairn', false],
    ['a: "\\x24{cairn:x}"', true],
    ['{"a": "\\u0024\\u007bcairn:x}"}', true],
    ['a: "${cai\\\n  rn:x}"', true],
    ['a: "${cai\\\r\n  rn:x}"', true],
    ['a: "\\\\d+\\n \\" C:\\\\"', false],
  ])('%j: %s', (text, expected) => {
    const one = layer('a.yaml', text)
    expect(mayHoldReferences([layer('b.yaml', 'x: 1'), one])).toBe(expected)
    expect(mayHoldReferences([one])).toBe(expected)
  })

  it('looks at the values of run variables', () => {
    expect(mayHoldReferences([variables({ '/a/b': ['X', 'x ${cairn:var#Y}'] })])).toBe(true)
    expect(mayHoldReferences([variables({ '/a/b': ['X', 1] })])).toBe(false)
    expect(mayHoldReferences([])).toBe(false)
  })
})
