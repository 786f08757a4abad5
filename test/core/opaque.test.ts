import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { HOLE, Sealed, Unresolved, type Secret } from '../../src/core/opaque.ts'
import { reveal } from '../../src/core/reveal.ts'
import { isMapping, kindOf, sameValue } from '../../src/core/value.ts'
import { keep } from '../../src/core/vault.ts'

const CANARY = 'canary-7f3a9c'
const secret = () => keep(CANARY, 'str')
const sealed = (text = `ENC[AES256_GCM,data:${CANARY},type:str]`) => new Sealed('str', text)

/** Every way in which a value becomes text by accident. */
const ways: Record<string, (value: Secret | Sealed) => unknown> = {
  template: (value) => `${value as unknown as string}`,
  concatenation: (value) => '' + (value as unknown as string),
  'String()': (value) => String(value),
  'JSON.stringify': (value) => JSON.stringify({ value }),
  'console.log': (value) => inspect(value, { depth: 9, showHidden: true }),
  'Object.entries': (value) => JSON.stringify(Object.entries(value)),
  spread: (value) => JSON.stringify({ ...value }),
  structuredClone: (value) => JSON.stringify(structuredClone({ value })),
  'Error cause': (value) => inspect(new Error('x', { cause: value })),
  'property names': (value) => Reflect.ownKeys(value).map(String).join(),
}

describe.each(Object.entries(ways))('%s', (_way, attempt) => {
  test.each([['a secret', secret], ['a sealed leaf', sealed]] as const)('of %s does not tell what it holds', (_what, make) => {
    let text = ''
    try {
      text = String(attempt(make()))
    } catch {
      return // refusing is the other right answer
    }
    expect(text).not.toContain(CANARY)
  })
})

test('only reveal opens a secret, and only one of this process', () => {
  expect(reveal(secret())).toBe(CANARY)
  const forged = structuredClone({ ...secret() }) as Secret
  expect(() => reveal(forged)).toThrow(TypeError)
})

test('opaque leaves are equal only when they are certainly the same', () => {
  const one = secret()
  expect(sameValue(one, one)).toBe(true)
  expect(sameValue(one, secret())).toBe(false)
  expect(sameValue(sealed('x'), sealed('x'))).toBe(true)
  expect(sameValue(sealed('x'), sealed('y'))).toBe(false)
  expect(sameValue(HOLE, new Unresolved())).toBe(false)
})

test('opaque leaves are no mappings, and their kind has a word', () => {
  expect([HOLE, sealed(), secret()].map(isMapping)).toEqual([false, false, false])
  expect([HOLE, sealed(), secret()].map(kindOf)).toEqual(['hole', 'sealed', 'secret'])
})
