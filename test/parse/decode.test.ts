import fc from 'fast-check'
import { isUtf8 } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { locate } from '../../src/core/place.ts'
import { decode } from '../../src/stages/parse/decode.ts'

/** `rule line:column`, or `rule file` where a whole file is meant. */
function refusal(bytes: Uint8Array): string | undefined {
  const { refused } = decode('a.yaml', bytes)
  if (refused === undefined) return undefined
  const { file, line, column } = locate(refused.place)
  expect(file).toBe('a.yaml')
  return `${refused.rule} ${line === undefined ? 'file' : `${line}:${column ?? 0}`}`
}

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))

describe('decoding', () => {
  it.each(['', 'a: 1\n', 'é😀 \u2028', '\ufffd is a character like any other'])('takes UTF-8: %j', (text) => {
    expect(decode('a.yaml', Buffer.from(text))).toMatchObject({ source: { path: 'a.yaml', text } })
    expect(refusal(Buffer.from(text))).toBeUndefined()
  })

  it('takes a byte order mark off, and no more than one', () => {
    expect(decode('a.yaml', bytes(0xef, 0xbb, 0xbf, 'a: é')).source.text).toBe('a: é')
    expect(decode('a.yaml', bytes(0xef, 0xbb, 0xbf, '\ufeffa')).source.text).toBe('\ufeffa')
    expect(decode('a.yaml', bytes(0xef, 0xbb, 0xbf)).source.text).toBe('')
  })

  it('keeps nothing of the buffer, and takes a part of one', () => {
    const buffer = Buffer.from('xxa: 1xx')
    const { source } = decode('a.yaml', buffer.subarray(2, 6))
    buffer.fill(0)
    expect(source.text).toBe('a: 1')
  })

  it.each<[string, Buffer, string]>([
    ['Latin-1', bytes('a: 1\nb: caf', 0xe9, '\n'), 'parse/encoding 2:7'],
    ['columns are UTF-16 units', bytes('é😀', 0xff), 'parse/encoding 1:4'],
    ['lines end at CR too', bytes('a\rb\r\n', 0x80), 'parse/encoding 3:1'],
    ['after a byte order mark', bytes(0xef, 0xbb, 0xbf, 'a', 0x80), 'parse/encoding 1:2'],
    ['a sequence cut off at the end', bytes('ab', 0xf0, 0x9f, 0x98), 'parse/encoding 1:3'],
    ['a sequence cut off by a letter', bytes('a', 0xe2, 0x82, 'b'), 'parse/encoding 1:2'],
    ['an overlong form', bytes('a', 0xc0, 0xaf), 'parse/encoding 1:2'],
    ['a longer overlong form', bytes(0xe0, 0x9f, 0xbf), 'parse/encoding 1:1'],
    ['half of a surrogate pair', bytes('ab\n', 0xed, 0xa0, 0x80), 'parse/encoding 2:1'],
    ['beyond Unicode', bytes(0xf4, 0x90, 0x80, 0x80), 'parse/encoding 1:1'],
    ['a real U+FFFD before the mistake', bytes('\ufffd\n', 0xff), 'parse/encoding 2:1'],
    ['UTF-16, little end first', Buffer.from('\ufeffa: 1\n', 'utf16le'), 'parse/encoding 1:1'],
    ['UTF-16, big end first', Buffer.from('\ufeffa: 1\n', 'utf16le').swap16(), 'parse/encoding 1:1'],
    ['UTF-16 without a mark', Buffer.from('a: 1\n', 'utf16le'), 'parse/binary file'],
    ['a binary file', bytes(0x7f, 'ELF', 0x02, 0x01, 0x00, 0xff), 'parse/binary file'],
    ['a pointer of Git LFS', bytes('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'), 'discover/lfs-pointer file'],
  ])('refuses %s', (_, content, place) => {
    expect(refusal(content)).toBe(place)
  })

  it('refuses exactly what is not UTF-8, at the first byte that is not', () => {
    const text = fc.string({ unit: 'binary' }).map((part) => Buffer.from(part))
    const content = fc.array(fc.oneof(text, fc.uint8Array({ maxLength: 4 }))).map((parts) => Buffer.concat(parts))
    fc.assert(fc.property(content, (some) => {
      const { source, refused } = decode('a.yaml', some)
      fc.pre(refused?.rule !== 'parse/binary' && !/^(?:\xff\xfe|\xfe\xff)/.test(some.toString('latin1')))
      expect(refused === undefined).toBe(isUtf8(some))
      if (refused?.place.in !== 'span') return
      const before = Buffer.from(source.text.slice(0, refused.place.start))
      const mark = some[0] === 0xef && some[1] === 0xbb && some[2] === 0xbf ? 3 : 0
      expect(before.equals(some.subarray(mark, mark + before.length))).toBe(true)
      for (let length = 1; length <= 4; length++) {
        const next = some.subarray(mark + before.length, mark + before.length + length)
        expect(next.length < length || !isUtf8(next)).toBe(true)
      }
    }), { numRuns: 3000 })
  })
})
