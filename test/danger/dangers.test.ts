import { describe, expect, test } from 'vitest'
import { RULES } from '../../src/core/rules.ts'
import { showLocation } from '../../src/core/place.ts'
import { dangersBetween } from '../helpers/pull-request.ts'
import { DANGERS, HARMLESS_CHANGES, type DangerousChange } from './changes.ts'

const both = ({ base, head }: Pick<DangerousChange, 'base' | 'head'>) => {
  const after: Record<string, string> = { ...base }
  for (const [path, content] of Object.entries(head)) {
    if (content === null) Reflect.deleteProperty(after, path)
    else after[path] = content
  }
  return { before: base, after }
}

describe('a dangerous change makes one finding, at its place', () => {
  test.each(DANGERS.map((danger) => [`${danger.rule}: ${danger.what}`, danger] as const))('%s', async (_title, danger) => {
    const { rule, at, says, environments, related, severity } = danger
    const { before, after } = both(danger)
    const { findings } = await dangersBetween(before, after)
    const told = findings.map((found) => `${showLocation(found.location)} ${found.severity} ${found.rule}`)
    expect(told).toEqual([`${at} ${severity ?? RULES[rule].severity} ${rule}`])
    if (says !== undefined) expect(findings[0]?.message).toBe(says)
    if (environments !== undefined) expect(findings[0]?.environments).toEqual(environments)
    if (related !== undefined) expect(findings[0]?.related.map(({ location }) => showLocation(location))).toEqual(related)
  })

  test('every rule has one', () => {
    const rules = Object.keys(RULES).filter((rule) => rule.startsWith('danger/'))
    expect([...new Set(DANGERS.map(({ rule }) => rule as string))].sort()).toEqual(rules.sort())
  })
})

describe('what is no danger', () => {
  test.each(HARMLESS_CHANGES.map((one) => [one.what, one] as const))('%s', async (_title, one) => {
    const { before, after } = both(one)
    expect((await dangersBetween(before, after)).findings).toEqual([])
  })
})
