import { fullFormats } from 'ajv-formats/dist/formats.js'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/adapters/ajv/formats.ts'
import { FORMAT_WORDS } from '../../src/stages/validate/formats.ts'

const fits = (format: string, value: string | number): boolean | undefined => {
  const checked = FORMATS.get(format)
  if (checked?.type === 'string') return checked.validate(value as string)
  return checked?.validate(value as number)
}

test.each<readonly [format: string, right: readonly (string | number)[], wrong: readonly (string | number)[]]>([
  ['date', ['2024-02-29', '1999-12-31'], ['2023-02-29', '2024-1-1', '2024-13-01', '']],
  ['time', ['12:30:00Z', '23:59:60Z', '12:30:00.5+02:00'], ['12:30', '12:30:00', '25:00:00Z']],
  ['date-time', ['2024-02-29T12:30:00Z', '2024-02-29t12:30:00.123+02:00'], ['2024-02-29', '2024-02-30T12:30:00Z', '2024-02-29T12:30:00']],
  ['duration', ['P1D', 'PT5M', 'P1Y2M3DT4H5M6S', 'P2W'], ['1D', 'P', 'PT', 'P1W2D']],
  ['uri', ['https://example.com/a?b#c', 'urn:a:b', 'http://[::1]:80/'], ['example.com', '/a', 'http://a b', '']],
  ['uri-reference', ['/a', '../b?c', 'https://a', ''], ['\\a', 'a b']],
  ['uri-template', ['/users/{id}', '/{?a,b}'], ['/{', '/{a']],
  ['url', ['https://10.0.0.1:80/x', 'http://localhost', 'ftp://a.b/c'], ['//a', 'mailto:a@b.c', 'https://', 'https:///a', 'http://a b']],
  ['email', ['a@example.com', 'root@localhost', "o'neil+x@a-b.example", 'a@[192.0.2.1]', 'a@[IPv6:::1]'], ['a', '@b', 'a@', 'a@b@c', '.a@b', 'a..b@c', 'a@b.', 'a b@c', 'a@[x]', `${'a'.repeat(65)}@b`]],
  ['hostname', ['localhost', 'a-1.example.com', 'a.b.'], ['-a', 'a_b', 'a..b', 'a b', `${'a'.repeat(64)}.b`, '']],
  ['ipv4', ['192.0.2.1', '0.0.0.0'], ['256.0.0.1', '1.2.3', '01.2.3.4', '1.2.3.4/8']],
  ['ipv6', ['::1', '2001:db8::1', '::ffff:192.0.2.1'], ['fe80::1%eth0', '1::2::3', ':::', '12345::']],
  ['uuid', ['123e4567-e89b-12d3-a456-426614174000'], ['123e4567e89b12d3a456426614174000', 'x']],
  ['json-pointer', ['', '/a/0', '/a~1b'], ['a', '/a~2']],
  ['relative-json-pointer', ['0', '1/a', '2#'], ['/a', '-1', '01']],
  ['regex', ['^a+$', '(?<year>\\d{4})'], ['(', '[', '\\']],
  ['byte', ['', 'YWI=', 'YQ==', 'YWJj'], ['YWI', 'YW=I', 'Y===', 'YWJj\nYWJj', 'YW I']],
  ['int32', [0, -2147483648, 2147483647], [2147483648, 1.5]],
  ['int64', [0, 9007199254740991], [1.5]],
])('%s', (format, right, wrong) => {
  expect(right.filter((value) => fits(format, value) !== true)).toEqual([])
  expect(wrong.filter((value) => fits(format, value) !== false)).toEqual([])
})

test('every format that ajv-formats checks is checked', () => {
  const unchecked = Object.entries(fullFormats).flatMap(([name, format]) => (format === true || FORMATS.has(name) ? [] : [name]))
  // They accept every number there is.
  expect(unchecked).toEqual(['float', 'double'])
})

test('every format that is checked has words', () => {
  expect([...FORMAT_WORDS.keys()].sort()).toEqual([...FORMATS.keys()].sort())
})

describe('take time in proportion to the text', () => {
  const LENGTH = 60_000
  /** What makes expressions backtrack: long runs of what may stand in several of their parts, and an end that may not. */
  const pieces = [
    '0', '1', 'a', 'A', '.', ':', '/', '-', '%', '%41', '@', '{', '{a', '{a,', '}', '#', '?', '=', '+', '~0', '/~1', 'a.', 'a-', '1.', '1:', '::', 'a@', 'P1Y', '1D', 'a/', '[', '\\', ' ',
  ]
  const starts = ['', 'a', 'http://', 'https://a', 'mailto:', 'a@', 'a@a', 'P', 'PT', '/', '#/', '{', '2024-01-01T', '12:30:00.', 'urn:uuid:']
  const attacks = pieces.flatMap((piece) => starts.map((start) => start + piece.repeat(LENGTH / piece.length)))

  test.each([...FORMATS].filter(([, { type }]) => type === 'string').map(([format]) => format))('%s', (format) => {
    let slowest = 0
    for (const attack of attacks) {
      for (const end of ['', '!', '\u0000']) {
        const started = performance.now()
        fits(format, attack + end)
        slowest = Math.max(slowest, performance.now() - started)
      }
    }
    // Quadratic time would be some seconds.
    expect(slowest).toBeLessThan(500)
  })

  test('and refuse what is longer than any of them', () => {
    expect(fits('uri', `https://example.com/${'a'.repeat(10_000_000)}`)).toBe(false)
    expect(fits('byte', 'YWJj'.repeat(1_000_000))).toBe(true)
  })
})
