import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseQuantity, scaleOf } from '../../src/core/quantity.ts'

const ONE = 10n ** 9n

describe('parseQuantity', () => {
  test.each<[string | number, bigint]>([
    ['0', 0n],
    ['1', ONE],
    [1, ONE],
    ['500m', ONE / 2n],
    ['0.5', ONE / 2n],
    ['.5', ONE / 2n],
    ['5.', 5n * ONE],
    ['+5', 5n * ONE],
    ['2Gi', 2n * 2n ** 30n * ONE],
    ['1.5Gi', 3n * 2n ** 29n * ONE],
    ['0.1Ki', 102_400_000_000n],
    ['128974848', 128_974_848n * ONE],
    ['129e6', 129_000_000n * ONE],
    ['129M', 129_000_000n * ONE],
    ['1E3', 1000n * ONE],
    ['1E', 10n ** 18n * ONE],
    ['1Ei', 2n ** 60n * ONE],
    ['1e-3', ONE / 1000n],
    ['250u', 250_000n],
    ['7n', 7n],
    ['007', 7n * ONE],
    [1e21, 10n ** 21n * ONE],
    [1e-7, 100n],
    [0.1, ONE / 10n],
  ])('%j', (text, amount) => {
    expect(parseQuantity(text)).toBe(amount)
  })

  test('is exact where doubles are not', () => {
    const sum = (parseQuantity(0.1) ?? 0n) + (parseQuantity('200m') ?? 0n)
    expect(sum).toBe(parseQuantity(0.3))
    expect(parseQuantity('9007199254740993')).toBe(9_007_199_254_740_993n * ONE)
  })

  test('rounds up what is finer than a billionth', () => {
    expect(parseQuantity('0.0000000001')).toBe(1n)
    expect(parseQuantity('0.1n')).toBe(1n)
    expect(parseQuantity('1e-30')).toBe(1n)
    expect(parseQuantity('0.0000000000')).toBe(0n)
  })

  test('a suffix counts for more than the field', () => {
    expect(parseQuantity('2', 1024n)).toBe(2048n * ONE)
    expect(parseQuantity(2, 1024n)).toBe(2048n * ONE)
    expect(parseQuantity('2k', 1024n)).toBe(2000n * ONE)
    expect(parseQuantity('2e0', 1024n)).toBe(2048n * ONE)
  })

  test.each([
    '', ' ', '.', '+', '-1', -1, '--1', '1 Gi', ' 1', '1\n', '1Gb', '1GI', '1gi', '1K', '1mi', 'Gi', 'm', '1e', '1e+', '1ee3', '1e3Gi', '1_000',
    '1,5', '0x10', '1e31', '1e-31', '1e999', '1e9999999999', '1e-9999999999', 'NaN', 'Infinity', '١', '1\u0000',
  ])('%j is no quantity', (text) => {
    expect(parseQuantity(text)).toBeUndefined()
  })

  test('long texts are none', () => {
    expect(parseQuantity('9'.repeat(65))).toBeUndefined()
    expect(parseQuantity('1'.repeat(1_000_000))).toBeUndefined()
  })

  test('never throws, never answers anything negative, and takes no time', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...'0123456789.+-eEkKMGTPimun '), maxLength: 80 })
    fc.assert(fc.property(fc.oneof(hostile, fc.string()), fc.bigInt({ min: 1n, max: 2n ** 40n }), (text, scale) => {
      const amount = parseQuantity(text, scale)
      return amount === undefined || amount >= 0n
    }))
  })

  test('whole numbers keep their sum, whatever unit they are written in', () => {
    fc.assert(fc.property(fc.nat(), fc.constantFrom('', 'Ki', 'Mi', 'Gi'), (count, suffix) => {
      const scale = { '': 1n, 'Ki': 2n ** 10n, 'Mi': 2n ** 20n, 'Gi': 2n ** 30n }[suffix]
      expect(parseQuantity(`${count}${suffix}`)).toBe(parseQuantity(count, scale))
    }))
  })
})

test('scaleOf', () => {
  expect(['memory_mb', 'memory_mb_per_node', 'memory_MiB', 'memory_gb', 'size_kib', 'disk_tb', 'memory', 'mb', 'cpu_cores', undefined].map(scaleOf)).toEqual([
    2n ** 20n, 2n ** 20n, 2n ** 20n, 2n ** 30n, 2n ** 10n, 2n ** 40n, 1n, 1n, 1n, 1n,
  ])
})
