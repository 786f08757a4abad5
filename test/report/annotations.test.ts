import { describe, expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import type { Message } from '../../src/core/message.ts'
import { annotationsOf, failureText, type Annotations } from '../../src/report/annotations.ts'
import { verdict, type FailOn } from '../../src/report/verdict.ts'
import { found, many, resultOf } from './findings.ts'

function told(findings: readonly SettledFinding[], failOn: FailOn = 'error') {
  const judged = verdict(findings, failOn)
  const all = annotationsOf(findings, judged, { prefix: '', warnings: 0 })
  return { all, text: failureText(judged, all), counts: countsOf(all, judged.passed) }
}

/** What the runner counts: the failure of the step is an error too. */
function countsOf({ annotations }: Annotations, passed: boolean): Record<string, number> {
  const counts = { error: passed ? 0 : 1, warning: 0, notice: 0 }
  for (const { level } of annotations) counts[level]++
  return counts
}

describe('ten of a level a step', () => {
  const table: readonly (readonly [number, number, number, FailOn, object, string])[] = [
    [1, 0, 0, 'error', { error: 2, warning: 0, notice: 0 }, '1 error'],
    [9, 10, 10, 'error', { error: 10, warning: 10, notice: 10 }, '9 errors, 10 warnings, 10 notes'],
    [10, 11, 12, 'error', { error: 10, warning: 10, notice: 10 }, '10 errors, 11 warnings, 12 notes; 9 of 10 errors, 9 of 11 warnings and 9 of 12 notes are annotated, the log has all'],
    [10, 0, 0, 'never', { error: 10, warning: 0, notice: 0 }, '10 errors'],
    [11, 0, 0, 'never', { error: 10, warning: 0, notice: 0 }, '11 errors; 9 of 11 errors are annotated, the log has all'],
    [0, 3, 0, 'warning', { error: 1, warning: 3, notice: 0 }, '3 warnings'],
    [5000, 5000, 5000, 'note', { error: 10, warning: 10, notice: 10 }, '5,000 errors, 5,000 warnings, 5,000 notes; 9 of 5,000 errors, 9 of 5,000 warnings and 9 of 5,000 notes are annotated, the log has all'],
  ]
  test.each(table)('%d errors, %d warnings, %d notes, fail-on %s', (errors, warnings, notes, failOn, counts, text) => {
    const findings = [...many(notes, 'note'), ...many(warnings, 'warning'), ...many(errors, 'error')]
    expect(told(findings, failOn)).toMatchObject({ counts, text })
  })

  test('the most severe come first; the last of a level says how many more there are', () => {
    const { annotations } = told([...many(12, 'warning'), ...many(12, 'error')]).all
    expect(annotations.map(({ level }) => level)).toEqual([...Array<string>(9).fill('error'), ...Array<string>(10).fill('warning')])
    expect(annotations.at(-1)).toEqual({ level: 'warning', title: 'Cairn', message: '3 warnings more: the log has all' })
  })
})

test('a message ends with a whole line before the runner cuts it', () => {
  const related = Array.from({ length: 50 }, (_, i) => ({ message: `${i} ${'x'.repeat(700)}` as Message, location: { file: 'a.yaml', line: 1, column: 1 } }))
  const [long] = told([found({ related })]).all.annotations
  expect(long?.message.length).toBeLessThanOrEqual(4096)
  expect(long?.message.split('\n').slice(1).every((line) => /^a\.yaml:1:1 \d x{700}$/.test(line))).toBe(true)
  const [single] = told([found({ message: '🧱'.repeat(5000) })]).all.annotations
  expect(single?.message.length).toBeLessThanOrEqual(4096)
  expect(single?.message).toMatch(/^(?:🧱)+$/u)
  const [several] = told([found({ related: related.map((one) => ({ ...one, message: 'here' as Message })) })]).all.annotations
  expect(several?.message).toContain('10 of 50 places shown')
})

test('what is in no file is at cairn.yaml, and says what it is', () => {
  const judged = verdict([])
  const { annotations } = annotationsOf([found({ location: { variable: 'PORT' } })], judged, { prefix: 'deploy', warnings: 0 })
  expect(annotations[0]).toMatchObject({ message: 'variable PORT: the key port is given twice', place: { file: 'deploy/cairn.yaml' } })
  expect(resultOf([]).findings).toEqual([])
})
