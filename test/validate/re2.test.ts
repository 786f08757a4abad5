import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRegExp } from '../../src/adapters/re2.ts'

const regexp = createRegExp()

/** Patterns that schemas have, and texts around what they match. */
const PATTERNS = [
  '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', '^[0-9]+(ms|s|m|h)$', '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$', '^\\S+$', '^.+$', '\\s', '[\\s\\d]', '[^\\s]', '^[\\S]$', '\\bfoo\\b',
  '^\\p{Letter}+$', '\\P{L}', '\\p{Script=Greek}', '\\p{gc=Nd}', '^\\u0041\\x42\\cA?$', '\\u{1F600}', '[\\b]', '[[]', '[\\]\\[]', '^[^]*$', '[]', '^(?<year>\\d{4})-\\d\\d$', '^a{2,3}?$', 'a|b|',
  '^\\/\\.\\-$'.replace('\\-', '-'), '[\\w-]', '^[\\w.-]+$', '$', '^', '(?:a|ab)(?:c|bcd)$', '^\\d{1,3}(\\.\\d{1,3}){3}$',
]
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'foo', '1', '0', '.', '-', ' ', '\t', '\n', '\r', '\u00a0', '\u2028', '\ufeff', '\u0008', 'é', 'α', '٣', '😀', '[', ']', 'A', 'B', '_', 's'), maxLength: 8 }),
  fc.constantFrom('a-b', '30s', '1.20', '2024-01', 'AB\u0001', '/.-', '10.0.0.1', 'foo bar'),
)

test.each(PATTERNS)('%s matches what it matches in JavaScript', (pattern) => {
  const native = new RegExp(pattern, 'u')
  fc.assert(fc.property(text, (input) => {
    expect(regexp.test(pattern, input)).toBe(native.test(input))
  }), { numRuns: 300 })
})

describe('what is refused', () => {
  test.each([
    '(', '[', '*', 'a**', '(?=a)', '(?!a)', '(?<=a)b', '(?<!a)b', '(a)\\1', '(?<n>a)\\k<n>', '(?i)a', '\\Aa\\z', '\\Qa\\E', '\\a', '(?P<n>a)', 'a{2000}', '((a{1,500}){1,500}){1,500}',
    '\\p{Letters}', '\\p{Nothing=Greek}', 'a'.repeat(20_000),
  ])('%s', (pattern) => {
    expect(regexp.test(pattern, 'a')).toBeUndefined()
  })
})

describe('what JavaScript takes without the u flag', () => {
  test.each([['^[\\w-.]+$', 'a-b.c', true], ['^[\\w-.]+$', 'a b', false], ['\\-', 'a-b', true], ['^\\_$', '_', true], ['a{,2}', 'a{,2}', true]])('%s of %s', (pattern, input, matches) => {
    expect(regexp.test(pattern, input)).toBe(matches)
  })
})

test('patterns that backtrack take no time', () => {
  const started = performance.now()
  for (const pattern of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '(.*)*x', '^(([a-z])+.)+[A-Z]([a-z])+$', 'a*a*a*a*a*a*b', '(x+x+)+y']) {
    expect(regexp.test(pattern, `${'a'.repeat(100_000)}!`)).toBe(false)
  }
  expect(performance.now() - started).toBeLessThan(5000)
})
