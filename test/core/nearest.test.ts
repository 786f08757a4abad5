import { expect, test } from 'vitest'
import { LONGEST_COMPARED, nearest, NearestBudget } from '../../src/core/nearest.ts'

test('a name of a hundred letters has a near one, a longer one has none', () => {
  const long = 'a'.repeat(LONGEST_COMPARED - 1)
  expect(nearest(`${long}b`, [`${long}c`])).toBe(`${long}c`)
  expect(nearest(`${long}bb`, [`${long}bc`])).toBeUndefined()
})

test('a budget is shared: when it is used up, nothing is near any more', () => {
  const budget = new NearestBudget(25)
  expect(nearest('prot', ['port'], budget)).toBe('port')
  expect(budget.left).toBe(16)
  expect(nearest('prot', ['post', 'port', 'pot'], budget)).toBeUndefined()
  expect(budget.left).toBe(0)
  expect(nearest('prot', ['port'], budget)).toBeUndefined()
})
