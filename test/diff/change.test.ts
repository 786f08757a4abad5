import { describe, expect, it } from 'vitest'
import { changeMessage, shadowedEditMessage, type Change, type ShadowedEdit } from '../../src/core/change.ts'
import { HOLE, Sealed, Unresolved } from '../../src/core/opaque.ts'
import type { Value } from '../../src/core/value.ts'

const change = (before: Value | undefined, after: Value | undefined, more: Partial<Change> = {}): Change => ({
  document: 'services/db',
  tokens: ['pool', 'max'],
  kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
  ...(before === undefined ? {} : { before: { value: before, shadowed: [] } }),
  ...(after === undefined ? {} : { after: { value: after, shadowed: [] } }),
  environments: ['eu'],
  ...more,
})

describe('changeMessage', () => {
  it.each<[Change, string]>([
    [change(10, 20), 'services/db#/pool/max changes from 10 to 20 in eu'],
    [change('a\u001b[31m', 'b'), 'services/db#/pool/max changes from "a\\u001b[31m" to "b" in eu'],
    [change(undefined, 20), 'services/db#/pool/max is added (20) in eu'],
    [change(null, undefined), 'services/db#/pool/max is removed (null) in eu'],
    [change(undefined, { a: 'x' }), 'services/db#/pool/max is added in eu'],
    [change([1], 'x'), 'services/db#/pool/max changes from a list to "x" in eu'],
    [change(new Sealed('str', 'a'), new Sealed('str', 'b')), 'services/db#/pool/max changes: an encrypted value in eu'],
    [change(new Unresolved(), HOLE), 'services/db#/pool/max changes from a value that takes a key to know to a value that could not be determined in eu'],
    [change('hunter1', 'hunter2', { secret: true }), 'services/db#/pool/max changes: a string in eu'],
    [change('hunter1', 5, { secret: true }), 'services/db#/pool/max changes from a string to a number in eu'],
    [change(undefined, 'hunter2', { secret: true }), 'services/db#/pool/max is added (a string) in eu'],
    [change(undefined, { a: 1 }, { whole: true, tokens: [] }), 'services/db is added in eu'],
    [change(undefined, 5, { whole: true, tokens: [] }), 'services/db is added in eu'],
    [change(1, 2, { environments: ['eu', 'jp', 'us'] }), 'services/db#/pool/max changes from 1 to 2 in eu, jp and us'],
    [change(1, 2, { environments: ['a', 'b', 'c', 'd', 'e'] }), 'services/db#/pool/max changes from 1 to 2 in 5 environments'],
  ])('%#', (given, expected) => {
    expect(changeMessage(given)).toBe(expected)
  })
})

describe('shadowedEditMessage', () => {
  const by = { file: 'environments/production-eu/services/db.yaml', line: 14, column: 3 }
  const edit = (more: Partial<ShadowedEdit>): ShadowedEdit => ({
    document: 'services/db',
    tokens: ['a'],
    kind: 'changed',
    edit: { file: 'environments/base/services/db.yaml', line: 3, column: 4 },
    reason: 'overridden',
    environments: ['production-eu'],
    ...more,
  })

  it.each<[ShadowedEdit, string]>([
    [edit({ by }), 'no effect in production-eu: overridden at environments/production-eu/services/db.yaml:14'],
    [edit({ by: { variable: 'DB_PORT' } }), 'no effect in production-eu: overridden at variable DB_PORT'],
    [edit({}), 'no effect in production-eu: overridden'],
    [edit({ reason: 'same-value', by }), 'no effect in production-eu: the same as at environments/production-eu/services/db.yaml:14'],
    [
      edit({ reason: 'same-value', kind: 'layer-removed', by }),
      'no effect in production-eu: the same still comes from environments/production-eu/services/db.yaml:14',
    ],
    [edit({ reason: 'same-value' }), 'no effect in production-eu: the value stays what it was'],
  ])('%#', (given, expected) => {
    expect(shadowedEditMessage(given)).toBe(expected)
  })
})
