import { readdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectedOf, reportOn } from './real-repository.ts'
import { REAL_CHANGES } from './scenarios.ts'

const expected = (name: string): string => readFileSync(expectedOf({ name }), 'utf8')

describe('changes of real repositories', () => {
  test.each(REAL_CHANGES.map((one) => [one.name, one] as const))('%s', async (name, change) => {
    expect(await reportOn(change)).toBe(expected(name))
  })

  test('there is no golden without its change', () => {
    expect(readdirSync(dirname(expectedOf({ name: '' }))).sort()).toEqual(REAL_CHANGES.map(({ name }) => `${name}.md`).sort())
  })

  test('the first line is the answer, and names what is routine', () => {
    for (const { name } of REAL_CHANGES) expect(expected(name), name).toMatch(/^## Cairn (?:passed|failed)[:,] /)
    const routine = REAL_CHANGES.map(({ name }) => name).filter((name) => expected(name).includes('routine, only versions change'))
    expect(routine).toEqual(['flux-image', 'phalanx-image-in-five'])
  })
})
