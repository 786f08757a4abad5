import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inert } from '../../src/report/inert.ts'
import { createCommands } from '../action/commands.ts'

/** What a runner takes away before a command, and where it begins a line. */
const BLANKS = [' ', '\t', '\v', '\f', '\r', '\n', '\u0085', '\u00a0', '\u1680', '\u2003', '\u2028', '\u2029', '\u202f', '\u3000']
const PARTS = [...BLANKS, '::', ':', '##[', '##', '[', 'error', ']', '\u001b[31m', 'x']

test('no line is a command, whatever stands before it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PARTS), { maxLength: 12 }), (parts) => {
      const { line, result } = createCommands()
      for (const one of inert(`${parts.join('')}::error::x`).split(/\r\n|\n|\r/)) line(one)
      expect(result().commands).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test.each(BLANKS)('a long row of %j costs no more than it is long', (blank) => {
  const text = `${blank.repeat(300_000)}::error::x`
  const start = performance.now()
  expect(inert(text)).toBe(`${blank.repeat(300_000)}\\u003a:error::x`)
  // Read once from each of them it would take minutes.
  expect(performance.now() - start).toBeLessThan(5000)
})
