import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/core/rules.ts'
import { showLocation } from '../../src/core/place.ts'
import { checkFiles } from '../helpers/memory.ts'
import { HARMLESS } from './harmless.ts'
import { told, unmark } from './mistake.ts'
import { TABLES } from './tables.ts'

for (const [stage, table] of Object.entries(TABLES)) {
  describe(`one mistake makes one finding, at its place: ${stage}`, () => {
    test.each(table.map((mistake) => [`${mistake.rule}: ${mistake.what}`, mistake] as const))(
      '%s',
      async (_title, { rule, files, at, says, severity, related, environments, variables = {} }) => {
        const marked = unmark(files)
        const { findings } = await checkFiles(marked.files, variables)
        const expected = `${at ?? marked.at ?? 'nowhere'} ${severity ?? RULES[rule].severity} ${rule}`
        expect(findings.map(told)).toEqual([expected])
        const [found] = findings
        if (says !== undefined) expect(found?.message).toContain(says)
        if (related !== undefined) expect(found?.related.map(({ location }) => showLocation(location))).toEqual(related)
        if (environments !== undefined) expect(found?.environments).toEqual(environments)
      },
    )
  })
}

test('every case is another one', () => {
  const cases = Object.values(TABLES).flat()
  expect(cases.length).toBeGreaterThan(60)
  expect(new Set(cases.map(({ files, variables }) => JSON.stringify([files, variables]))).size).toBe(cases.length)
})

describe('what looks wrong and is not', () => {
  test.each(HARMLESS.map((one) => [one.what, one] as const))('%s', async (_title, { files, variables = {} }) => {
    const { findings } = await checkFiles(files, variables)
    expect(findings.map(told)).toEqual([])
  })
})
