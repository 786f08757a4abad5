import { expect, test } from 'vitest'
import { becauseOf } from '../../src/report/review/changed.ts'
import type { ReportedEdit } from '../../src/report/review/report.ts'
import { sameEdits } from '../../src/report/same-edits.ts'

function edit(environment: string, more: Partial<ReportedEdit> = {}): ReportedEdit {
  return {
    document: 'services/db', pointer: '/host', kind: 'changed', edit: { file: 'base.yaml', line: 3 }, reason: 'overridden',
    by: { file: `${environment}.yaml`, line: 1 }, environments: [environment], message: '', ...more,
  }
}

test('one edit is one, however many environments override it, each at its own place', () => {
  const [same = [], ...others] = sameEdits([edit('b'), edit('a'), edit('c', { reason: 'same-value' })])
  expect(others).toEqual([])
  expect(becauseOf(same)).toEqual([
    { why: 'overridden at', environments: ['a', 'b'], by: [{ file: 'b.yaml', line: 1 }, { file: 'a.yaml', line: 1 }] },
    { why: 'the same as at', environments: ['c'], by: [{ file: 'c.yaml', line: 1 }] },
  ])
})

test('another place, value or document is another edit', () => {
  const others: readonly Partial<ReportedEdit>[] = [{ edit: { file: 'base.yaml', line: 4 } }, { pointer: '/port' }, { document: 'services/api' }, { kind: 'added' }]
  for (const more of others) expect(sameEdits([edit('a'), edit('b', more)])).toHaveLength(2)
})
