import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import { applyingOf } from '../../src/stages/review/applying.ts'
import { tellKnown } from '../../src/stages/review/known.ts'
import { markRisky } from '../../src/stages/review/risky.ts'
import { found } from '../report/findings.ts'

const change = (more: Partial<Change>): Change => ({ document: 'services/db', tokens: ['port'], kind: 'changed', environments: ['production'], ...more })

describe('findings that the base has too', () => {
  const states = (head: Parameters<typeof tellKnown>[0], base: Parameters<typeof tellKnown>[1]) => tellKnown(head, base).map(({ since }) => since)
  const at = (line: number) => found({ location: { file: 'a.yaml', line, column: 1 } })

  test('whatever line they stand in', () => expect(states([at(9)], [at(2)])).toEqual(['known']))
  test('as many as there are in the base', () => expect(states([at(1), at(2), at(3)], [at(7), at(8)])).toEqual(['known', 'known', 'new']))
  test.each([
    ['rule', { rule: 'parse/syntax' as const }],
    ['message', { message: 'another' }],
    ['file', { location: { file: 'b.yaml' } }],
    ['severity', { severity: 'warning' as const }],
    ['kind of place', { location: { variable: 'a.yaml' } }],
  ])('not with another %s', (_what, more) => {
    expect(states([found({ location: { file: 'a.yaml' }, ...more })], [found({ location: { file: 'a.yaml' } })])).toEqual(['new'])
  })
  test('new in an environment more, known in one less', () => {
    const [one, two] = [found({ environments: ['a'] }), found({ environments: ['a', 'b'] })]
    expect(states([two], [one])).toEqual(['new'])
    expect(states([one], [two])).toEqual(['known'])
  })
})

describe('what it takes to apply a change', () => {
  test('of a document the more of its changes, by environment', () => {
    const changes = [
      change({ reload: 'hot', environments: ['production', 'staging'] }),
      change({ reload: 'restart', environments: ['production'] }),
      change({ environments: ['test'] }),
    ]
    expect(applyingOf(changes)).toEqual([
      { document: 'services/db', takes: 'restart', environments: ['production'] },
      { document: 'services/db', takes: 'unknown', environments: ['test'] },
      { document: 'services/db', takes: 'hot', environments: ['staging'] },
    ])
  })
  test('of a document that comes or goes, whatever its schema says', () => {
    const [come, go] = [change({ whole: true, kind: 'added', reload: 'hot' }), change({ document: 'services/old', whole: true, kind: 'removed' })]
    expect(applyingOf([go, come]).map(({ document, takes }) => [document, takes])).toEqual([['services/db', 'start'], ['services/old', 'stop']])
  })
})

describe('risky changes', () => {
  const side = (line: number) => ({ value: 1, shadowed: [], location: { file: 'a.yaml', line, column: 1 } })
  test('are those at the place of what was found', () => {
    const changes = [change({ after: side(2) }), change({ after: side(3) }), change({ before: side(2) })]
    const marks = markRisky(changes, [found({ rule: 'danger/resources', location: { file: 'a.yaml', line: 2, column: 8 } })])
    expect(marks.map(({ risky }) => risky)).toEqual([true, undefined, undefined])
  })
  test('what is gone by what is found in the base: the same line of the head is another', () => {
    const changes = [change({ after: side(2) }), change({ before: side(2) })]
    const marks = markRisky(changes, [found({ rule: 'danger/encryption-off', location: { file: 'a.yaml', line: 2, side: 'base' } })])
    expect(marks.map(({ risky }) => risky)).toEqual([undefined, true])
  })
  test('not by breadth, nor by a file as a whole', () => {
    const findings = [found({ rule: 'danger/breadth', location: { file: 'a.yaml', line: 2 } }), found({ location: { file: 'a.yaml' } })]
    expect(markRisky([change({ after: side(2) })], findings)[0]?.risky).toBeUndefined()
  })
})
