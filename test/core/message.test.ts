import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escapeControls, list, name, say, shown } from '../../src/core/message.ts'
import { HOLE, Sealed } from '../../src/core/opaque.ts'
import { pointer } from '../../src/core/pointer.ts'

describe('say', () => {
  test('puts names, pointers, numbers and shown values into words', () => {
    const value = shown(99999)
    if (value === undefined) throw new Error('a number can be shown')
    expect(say`${pointer(['a/b', 'c~d'])} is ${value}, above ${65535} in ${name('prod')}`).toBe(
      '/a~1b/c~0d is 99999, above 65535 in prod',
    )
  })

  test('refuses raw strings when it is compiled', () => {
    const raw: string = 'hunter2'
    // @ts-expect-error -- a raw string may hold a value
    expect(say`the password is ${raw}`).toBeTypeOf('string')
  })

  test('lets no control, bidirectional or zero-width character through, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const message = say`${name(text)} ${shown(text) ?? name('')} ${pointer([text])}`
        // eslint-disable-next-line no-control-regex -- these must not be there
        expect(message).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/)
        expect(Buffer.from(message).toString()).toBe(message)
      }),
    )
  })
})

describe('shown', () => {
  test('shows scalars as JSON, at most 80 code points of them', () => {
    expect([shown('a"b'), shown(1.5), shown(true), shown(null)]).toEqual(['"a\\"b"', '1.5', 'true', 'null'])
    expect(Array.from(shown('😀'.repeat(500)) ?? '')).toHaveLength(80)
  })

  test('shows neither collections nor opaque leaves', () => {
    expect([shown([1]), shown({}), shown(HOLE), shown(new Sealed('str', 'ENC[x]'))]).toEqual(Array(4).fill(undefined))
  })
})

test('name keeps paths longer than other names', () => {
  expect(name('x'.repeat(200))).toHaveLength(80)
  expect(name(`a/${'x'.repeat(200)}`)).toHaveLength(202)
})

test('list joins as people do', () => {
  const names = ['a', 'b', 'c'].map(name)
  expect([list([]), list(names.slice(0, 1)), list(names.slice(0, 2)), list(names, 'or')]).toEqual(['', 'a', 'a and b', 'a, b or c'])
})

test('escapeControls changes nothing that is harmless', () => {
  expect(escapeControls('größe — 値 😀 a/b')).toBe('größe — 値 😀 a/b')
})
