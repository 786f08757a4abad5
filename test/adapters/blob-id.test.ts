import { expect, test } from 'vitest'
import { isBlob } from '../../src/adapters/git/blob-id.ts'

test.each([
  ['e69de29bb2d1d6434b8b29ae775ad8c2e48c5391', ''],
  ['ce013625030ba8dba906f756967f9e9ca394464a', 'hello\n'],
  ['473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813', ''],
])('%s is %j, and nothing else is', (oid, text) => {
  expect(isBlob(oid, Buffer.from(text))).toBe(true)
  expect(isBlob(oid, Buffer.from(`${text} `))).toBe(false)
})
