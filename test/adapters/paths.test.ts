import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePath, encodePath } from '../../src/adapters/paths.ts'
import { escapeControls } from '../../src/core/message.ts'

const bytesOf = (path: string): Buffer => Buffer.from(encodePath(path) as string)

test('valid UTF-8 stays what it is', () => {
  for (const path of ['plain', 'käse/日本.yaml', 'a\nb"c', '🗻.yaml', '\ufeffbom']) {
    expect(decodePath(Buffer.from(path))).toBe(path)
    expect(encodePath(path)).toBe(path)
  }
})

test('a byte that is no UTF-8 becomes a lone surrogate, which messages escape', () => {
  const path = decodePath(Buffer.from([0x61, 0xff, 0x2f, 0xc3, 0xa4, 0xc3]))
  expect(path).toBe('a\udcff/ä\udcc3')
  expect(escapeControls(path)).toBe('a\\udcff/ä\\udcc3')
})

test('every sequence of bytes comes back as it was, and no two meet', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), fc.uint8Array({ maxLength: 12 }), (a, b) => {
      const [one, other] = [Buffer.from(a), Buffer.from(b)]
      expect(bytesOf(decodePath(one)).equals(one)).toBe(true)
      expect(decodePath(one) === decodePath(other)).toBe(one.equals(other))
    }),
  )
})

test('bytes around the borders of UTF-8 come back as they were', () => {
  const border = fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe2, 0xed, 0xef, 0xf0, 0xf4, 0xff)
  fc.assert(
    fc.property(fc.array(border, { maxLength: 8 }), (values) => {
      const bytes = Buffer.from(values)
      expect(bytesOf(decodePath(bytes)).equals(bytes)).toBe(true)
    }),
  )
})
