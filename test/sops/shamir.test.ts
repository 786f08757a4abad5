import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combineShares, shareAt, splitSecret } from '../../src/core/sops/shamir.ts'

const random = (length: number) => Uint8Array.from(randomBytes(length))
const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 })

test('any threshold of shares gives the secret, and every other share', () => {
  const sharing = fc.integer({ min: 2, max: 9 }).chain((parts) => fc.tuple(fc.constant(parts), fc.integer({ min: 2, max: parts })))
  fc.assert(fc.property(bytes, sharing, fc.nat(), (secret, [parts, threshold], at) => {
    const shares = splitSecret(secret, { parts, threshold }, random)
    const turned = [...shares.slice(at % parts), ...shares.slice(0, at % parts)]
    expect(combineShares(turned.slice(0, threshold))).toEqual(secret)
    expect(combineShares(turned)).toEqual(secret)
    expect(shares.map((_, i) => shareAt(turned.slice(0, threshold), i + 1))).toEqual(shares)
  }))
})

test('one share fewer tells nothing: it fits every secret', () => {
  const secret = Uint8Array.from(randomBytes(32))
  const [one] = splitSecret(secret, { parts: 3, threshold: 2 }, random) as [Uint8Array]
  expect(combineShares([one])).not.toEqual(secret)
})

test('what cannot be shares is refused', () => {
  const [a, b] = splitSecret(Uint8Array.of(1, 2, 3), { parts: 2, threshold: 2 }, random) as [Uint8Array, Uint8Array]
  expect(combineShares([a, a])).toBeUndefined()
  expect(combineShares([a, b.slice(1)])).toBeUndefined()
  expect(combineShares([])).toBeUndefined()
  expect(combineShares([Uint8Array.of(1, 0), Uint8Array.of(1, 1)])).toBeUndefined()
  for (const threshold of [0, 1, 3]) expect(() => splitSecret(a, { parts: 2, threshold }, random)).toThrow(RangeError)
})

test('the shares that HashiCorp Vault would make: 3 of a line through (0, 42)', () => {
  // y = 42 + 7x over GF(2^8) with 0x11B: 42^7, 42^14, 42^9.
  const shares = splitSecret(Uint8Array.of(42), { parts: 3, threshold: 2 }, () => Uint8Array.of(7))
  expect(shares.map((share) => [...share])).toEqual([[42 ^ 7, 1], [42 ^ 14, 2], [42 ^ 9, 3]])
})
