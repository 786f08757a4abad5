import { describe, expect, test } from 'vitest'
import { CASES, expectedOf, madeOf } from './cases.ts'

describe('golden cases', () => {
  test.each(CASES)('%s', (name) => {
    expect(Object.fromEntries(madeOf(name))).toEqual(Object.fromEntries(expectedOf(name)))
  })
})
