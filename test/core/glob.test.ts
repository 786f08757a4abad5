import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  coversGlob, GlobSet, matchesGlob, matchesSegment, pathGlob, pathGlobProblem, pointerGlob, pointerGlobProblem, reachesGlob,
} from '../../src/core/glob.ts'
import { HOLE, Sealed, Unresolved } from '../../src/core/opaque.ts'

/** What a glob means, as a regular expression. */
function expression(glob: readonly string[]): RegExp {
  const parts = glob.map((segment) => {
    if (segment === '**') return '(?:[^/]*/)*'
    return `${segment.replace(/[.+^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*').replaceAll('?', '[^/]')}/`
  })
  return new RegExp(`^${parts.join('')}$`)
}

const segment = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 3 })
const pattern = fc.oneof(fc.constant('**'), fc.string({ unit: fc.constantFrom('a', 'b', '.', '?', '*'), minLength: 1, maxLength: 4 }).map((text) => text.replace(/\*+/g, '*')))
const segments = fc.array(segment, { maxLength: 5 })
const globs = fc.array(pattern, { maxLength: 5 })

describe('globs', () => {
  test('match what their meaning as an expression matches', () => {
    fc.assert(fc.property(globs, segments, (glob, text) => {
      expect(matchesGlob(glob, text)).toBe(expression(glob).test(text.map((one) => `${one}/`).join('')))
    }), { numRuns: 2000 })
  })

  test('cover what they match and all below', () => {
    fc.assert(fc.property(globs, segments, (glob, text) => {
      const some = text.map((_, length) => text.slice(0, length + 1))
      expect(coversGlob(glob, text)).toBe([[], ...some].some((prefix) => matchesGlob(glob, prefix)))
    }), { numRuns: 1000 })
  })

  test('in a set match as they do alone', () => {
    fc.assert(fc.property(fc.array(globs, { maxLength: 4 }), segments, (all, text) => {
      expect(new GlobSet(all).matches(text)).toBe(all.some((glob) => matchesGlob(glob, text)))
    }))
  })

  test('never take long', () => {
    const glob = pathGlob(`${'**/*a*/'.repeat(60)}x`)
    const started = performance.now()
    expect(matchesGlob(glob, Array.from({ length: 200 }, () => 'aaaaaaaaaaaaaaaaaaaaaaaab'))).toBe(false)
    expect(matchesSegment(`${'*a'.repeat(200)}b`, 'a'.repeat(5000))).toBe(false)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test('a slash at the end is all of a folder', () => {
    expect(matchesGlob(pathGlob('docs/'), ['docs', 'a', 'b'])).toBe(true)
    expect(matchesGlob(pathGlob('docs/'), ['doc', 'a'])).toBe(false)
  })
})

describe('a glob reaches a value', () => {
  const glob = pointerGlob('/database/*/max') ?? []
  test.each([
    ['at what it names', ['database', 'pool', 'max'], 1, true],
    ['below it', ['database', 'pool', 'max', 'x'], 1, true],
    ['above, where that holds it', ['database'], { pool: { max: 1 } }, true],
    ['above, where that does not hold it', ['database'], { pool: { min: 1 } }, false],
    ['all of it', [], { database: { a: { min: 1 }, b: { max: 1 } } }, true],
    ['beside it', ['cache'], { pool: { max: 1 } }, false],
    ['a hole that may hold it', ['database'], HOLE, true],
    ['a reference that may lead to it', ['database', 'pool'], new Unresolved(), true],
    ['a sealed leaf holds nothing', ['database', 'pool'], new Sealed('str', 'x'), false],
    ['nothing', ['database'], undefined, false],
  ])('%s', (_what, tokens, value, expected) => {
    expect(reachesGlob(glob, tokens, value)).toBe(expected)
  })
})

test.each(['/a', 'a//b', '../a', './a', 'a\\b', '!a', '{a,b}', 'a**', 'a/**b/c', 'x'.repeat(1001), ''])('%s is no glob of paths', (text) => {
  expect(pathGlobProblem(text)).toBeDefined()
})
test.each(['a', '**', 'a/', '**/b', 'a/*/c?', '.github/**'])('%s is a glob of paths', (text) => {
  expect(pathGlobProblem(text)).toBeUndefined()
})
test.each(['a', '/a**', '/~2'])('%s is no glob of pointers', (text) => {
  expect(pointerGlobProblem(text)).toBeDefined()
})
