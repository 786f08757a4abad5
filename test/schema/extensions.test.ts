import { expect, test } from 'vitest'
import { documentReference, mergeRule, separator } from '../../src/core/schema/extensions.ts'
import type { Value } from '../../src/core/value.ts'

test.each<[Value, unknown]>([
  ['services', { kinds: ['services'], by: 'name', acyclic: false }],
  [{ kind: 'services' }, { kinds: ['services'], by: 'name', acyclic: false }],
  [{ kind: ['services', 'models'], acyclic: true }, { kinds: ['services', 'models'], by: 'name', acyclic: true }],
  [{ kind: 'models', by: 'path' }, { kinds: ['models'], by: 'path', acyclic: false }],
  ['', undefined],
  [['services'], undefined],
  [{ by: 'path' }, undefined],
  [{ kind: 'models', by: 'file' }, undefined],
  [{ kind: 'models', of: 'x' }, undefined],
])('x-ref: %j', (value, means) => {
  expect(documentReference(value)).toEqual(means)
})

test('what the other keywords mean', () => {
  expect(['append', 'prepend', 'unique', 'replace', { key: 'name' }].map(mergeRule)).toEqual(['append', 'prepend', 'unique', 'replace', { key: 'name' }])
  expect([undefined, 'merge', { key: '' }, { key: 'a', by: 'b' }, 1].map(mergeRule)).toEqual([undefined, undefined, undefined, undefined, undefined])
  expect([',', '', 1, undefined].map(separator)).toEqual([',', undefined, undefined, undefined])
})
