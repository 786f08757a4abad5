import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRegExp as createRe2 } from '../../src/adapters/re2.ts'
import { costOf, waysFor } from '../../src/adapters/pattern-cost.ts'
import { readPlain, type PlainPattern } from '../../src/adapters/plain-pattern.ts'
import { createRegExp } from '../../src/adapters/regexp.ts'
import { NotLoaded } from '../../src/core/lazy.ts'

const re2 = createRe2()

const { pattern } = fc.letrec<{ pattern: string; piece: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', '-', '\\.', '[ab]', '[^a]', '[a-c]', '[b-]', '\\d', '\\w', '\\s', '.', 'é'),
    tie('pattern').map((inside) => `(?:${inside})`),
    tie('pattern').map((inside) => `(${inside})`),
  ),
  piece: fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,2}', '{1,}')).map((both) => both.join('')),
  pattern: fc
    .array(fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')), { minLength: 1, maxLength: 2 })
    .map((alternatives) => alternatives.join('|')),
}))
const patterns = fc.tuple(fc.constantFrom('', '^', '^'), pattern, fc.constantFrom('', '$', '$')).map((parts) => parts.join(''))
const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '.', '1', ' ', 'é'), maxLength: 10 })

describe('the cost of a pattern', () => {
  test('is not exceeded by an engine that goes back and tries again', () => {
    fc.assert(
      fc.property(patterns, texts, (written, text) => {
        const plain = readPlain(written)
        const cost = costOf(written)
        if (plain === undefined || cost === undefined) throw new Error('the pattern is plain')
        const limit = waysFor(cost, text.length)
        fc.pre(limit < 5_000)
        expect(dead(plain, text)).toBeLessThanOrEqual(limit * (text.length + 2) * (written.length + 2))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['^(?:0|[1-9][0-9]*)\\.(?:0|[1-9][0-9]*)(?:-[0-9a-z.-]+)?$', 1, 1],
    ['^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$', 62, 62],
    ['^https?://[a-z.]+(?::[0-9]{1,5})?$', 1, 1],
    ['^[a-z]*[a-z0-9]*$', 31, 31],
    ['^[a-z]*[a-z0-9]*a$', 496, 496],
    ['^(a+)+$', 1e15, Infinity],
    ['(a|a)*b', 1e15, Infinity],
  ])('%s can be tried in at least %d and at most %d ways on thirty characters', (written, least, most) => {
    const cost = costOf(written)
    const ways = cost === undefined ? NaN : waysFor(cost, 30)
    expect(ways).toBeGreaterThanOrEqual(least)
    expect(ways).toBeLessThanOrEqual(most)
  })

  test.each(['(?=a)', 'a(?!b)', '(?<n>a)', '\\1', 'a*?', 'a++', '\\bword', '[a', 'a)', '(a', 'a{2000}', 'a{3,2}', '\\p{L}', '[[:alpha:]]', '*'])(
    '%s is not plain',
    (written) => {
      expect(costOf(written)).toBeUndefined()
    },
  )
})

describe('expressions', () => {
  test('match what RE2 matches', () => {
    const regexp = createRegExp()
    let plain = 0
    fc.assert(
      fc.property(patterns, texts, (written, text) => {
        let matches: boolean | undefined
        try {
          matches = regexp.test(written, text)
        } catch (error) {
          expect(error).toBeInstanceOf(NotLoaded)
          return
        }
        plain++
        expect(matches).toBe(re2.test(written, text))
      }),
      { numRuns: 3000 },
    )
    expect(plain).toBeGreaterThan(500)
  })

  test.each(['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', 'a*a*a*a*a*a*b', '(.*)*x', '^(?:a?){30}a{30}$', '^(([a-z])+.)+[A-Z]([a-z])+$'])(
    '%s on a text that would take it long is left to RE2',
    async (written) => {
      const regexp = createRegExp()
      const text = 'a'.repeat(5000) + '!'
      let missing: unknown
      try {
        regexp.test(written, text)
      } catch (error) {
        missing = error
      }
      expect(missing).toBeInstanceOf(NotLoaded)
      await (missing as NotLoaded).load()
      expect(regexp.test(written, text)).toBe(re2.test(written, text))
    },
  )

  test('costly texts are matched by RE2 when there have been many', () => {
    const regexp = createRegExp()
    const text = `${'a'.repeat(60)}!`
    expect(() => {
      for (let i = 0; i < 100_000; i++) regexp.test('^a*a*a*$', text)
    }).toThrow(NotLoaded)
  })
})

/** How many ways to match an engine tries that goes back: every point at which it finds that one leads nowhere. */
function dead(pattern: PlainPattern, text: string): number {
  let count = 0
  const match = (part: PlainPattern, at: number, next: (at: number) => boolean): boolean => {
    if (part.is === 'anchor') return next(at)
    if (part.is === 'character') {
      const code = text.charCodeAt(at)
      const has = at < text.length && (part.set >> BigInt(Math.min(code, 128))) & 1n
      if (has === 1n) return next(at + 1)
      count++
      return false
    }
    if (part.is === 'alternatives') return part.parts.some((one) => match(one, at, next))
    if (part.is === 'sequence') {
      const from = (i: number, here: number): boolean => {
        const one = part.parts[i]
        return one === undefined ? next(here) : match(one, here, (there) => from(i + 1, there))
      }
      return from(0, at)
    }
    const again = (times: number, here: number): boolean => {
      const more = times < part.most && match(part.part, here, (there) => (there > here || times < part.least) && again(times + 1, there))
      return more || (times >= part.least && next(here))
    }
    return again(0, at)
  }
  for (let start = 0; start <= text.length; start++) {
    match(pattern, start, () => {
      count++
      return false
    })
    if (isAnchored(pattern)) break
  }
  return count
}

/** As `costOf` sees it: the first part of the one sequence that it is. */
function isAnchored(pattern: PlainPattern): boolean {
  return pattern.is === 'sequence' && pattern.parts[0]?.is === 'anchor'
}
