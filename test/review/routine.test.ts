import { describe, expect, test } from 'vitest'
import type { Change } from '../../src/core/change.ts'
import type { Value } from '../../src/core/value.ts'
import { routineOf } from '../../src/stages/review/routine.ts'

function change(pointer: string, before: Value, after: Value, more: Partial<Change> = {}): Change {
  const side = (value: Value) => ({ value, shadowed: [] })
  return { document: 'services/db', tokens: pointer.split('/').slice(1), kind: 'changed', before: side(before), after: side(after), environments: ['production'], ...more }
}

describe('routine', () => {
  test.each<readonly [string, Value, Value, string]>([
    ['/image', 'db:1.2.3', 'db:1.2.4', 'image'],
    ['/image', 'registry.example:5000/team/db:v1', 'registry.example:5000/team/db:v2', 'image'],
    ['/image', `db:1.2@sha256:${'a'.repeat(64)}`, `db:1.2@sha256:${'b'.repeat(64)}`, 'image'],
    ['/image', `db@sha256:${'a'.repeat(64)}`, `db@sha256:${'b'.repeat(64)}`, 'image'],
    ['/images/0', 'a:1', 'a:2', 'image'],
    ['/image/tag', '1.9', '1.10', 'tag'],
    ['/imageTag', '2026-01-01', '2026-02-01', 'tag'],
    ['/chart/appVersion', 'v1.2.3-rc.1', 'v1.2.3', 'version'],
    ['/helm_chart', '1.0.0', '2.0.0', 'chart'],
    ['/targetRevision', 'a1b2c3d', 'b2c3d4e', 'revision'],
    ['/version', 1, 2, 'version'],
    ['/version', '1.2', '1.2', 'version'],
    ['/image/tag', 'c0042', 'c0043', 'tag'],
    ['/image', 'registry.example/db:w_2026_09', 'registry.example/db:w_2026_10', 'image'],
    ['/version', '1.2.0-rc.1', '1.2.0-rc.2', 'version'],
    ['/version', '1.2.0-alpha3', '1.2.0-beta1', 'version'],
    ['/tag', '1.2-a1b2c3d', '1.2-b2c3d4e', 'tag'],
    ['/image', 'db:3.9-slim', 'db:3.10-slim', 'image'],
    ['/image', 'db:1.2', `db:1.2@sha256:${'a'.repeat(64)}`, 'image'],
  ])('%s from %j to %j is', (pointer, before, after, key) => {
    expect(routineOf([change(pointer, before, after)])).toEqual({ values: 1, keys: [key] })
  })

  test.each<readonly [string, Value, Value]>([
    ['/image', 'db:1.2.4', 'db:1.2.3'],
    ['/image', 'db:1.10', 'db:1.9'],
    ['/image', 'db:1.2.3', 'db:1.2.3-rc.1'],
    ['/version', '1.2.0-rc.2', '1.2.0-rc.1'],
    ['/version', '1.2.0-rc.1', '1.2.0-beta.1'],
    ['/image', 'db:3.9-slim', 'db:3.9-alpine'],
    ['/image', 'db:3.9-slim', 'db:3.9'],
    ['/tag', '2026-02-01', '2026-01-01'],
    ['/image', `db:1.2@sha256:${'a'.repeat(64)}`, 'db:1.3'],
    ['/image', 'db:1.2.3', 'other:1.2.4'],
    ['/image', 'registry.example/db:1', 'db:2'],
    ['/image', 'db:1.2.3', 'db:latest'],
    ['/image', 'db', 'db:1'],
    ['/image', 'db:1.2.3', 'db:1.2.3; rm -rf /'],
    ['/port', 1, 2],
    ['/percentage', '1.0', '2.0'],
    ['/version/replicas', 1, 2],
    ['/tags', ['a'], ['b']],
    ['/version', '1.0', null],
    ['/version', true, false],
    ['/image/tag', 'c0043', 'c0042'],
    ['/image/tag', 'c0042', 'd0043'],
    ['/image/tag', 'a1', 'b2'],
    ['/image/tag', 'c0042', '1.2.3'],
    ['/image/tag', '1.2.3', 'c1.2.4'],
    ['/image', 'c0042', 'c0043'],
    ['/image/tag', 'x12345678901234567', 'x12345678901234568'],
    ['/image', `db:${'1'.repeat(600)}`, `db:${'2'.repeat(600)}`],
  ])('%s from %j to %j is not', (pointer, before, after) => {
    expect(routineOf([change(pointer, before, after)])).toBeUndefined()
  })

  test('nor is anything with something else beside it, a secret, a new value or nothing', () => {
    const bump = change('/image', 'db:1', 'db:2')
    expect(routineOf([bump, change('/port', 1, 2)])).toBeUndefined()
    expect(routineOf([{ ...bump, secret: true }])).toBeUndefined()
    expect(routineOf([{ ...bump, kind: 'added' }])).toBeUndefined()
    expect(routineOf([{ ...bump, whole: true }])).toBeUndefined()
    expect(routineOf([])).toBeUndefined()
  })

  test('the same value in two groups of environments is one', () => {
    const bump = change('/image', 'db:1', 'db:2')
    const other = { ...bump, environments: ['staging'] }
    expect(routineOf([bump, other, change('/chart/version', '1', '2')])).toEqual({ values: 2, keys: ['image', 'version'] })
  })
})
