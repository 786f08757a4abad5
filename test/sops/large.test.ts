import { expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../../src/core/ports.ts'
import { readPlain, readSops } from '../../src/stages/sops/read.ts'
import { sealSops } from '../../src/stages/sops/seal.ts'
import { freshKey, kindsOf, NOW, openText, resultOf, run } from './world.ts'

const LONG = 'x'.repeat(MAX_FILE_BYTES / 2)

test.each([
  ['yaml', `a: ${LONG}\n`],
  ['json', `{"a": "${LONG}"}`],
  ['env', `A=${LONG}\n`],
] as const)('a value of megabytes: %s', async (format, plain) => {
  const { identity, dataKey, groups } = await freshKey()
  const how = { format, dataKey, groups, selector: { kind: 'unencrypted_suffix', pattern: '_unencrypted' }, macOnlyEncrypted: false, lastModified: NOW } as const
  const sealed = resultOf(sealSops(resultOf(readPlain(plain, format)), how, run))
  expect(kindsOf(await openText(sealed, format, [identity]))).toEqual([])
})

test.each(['{"a": "b\\"}', '{"a": "b', '{"a": "\\x"}', '{"a": "\u0001"}', '{"a\\": 1}', '{a: 1}'])('%j is no JSON', (text) => {
  expect(readPlain(text, 'json').ok).toBe(false)
})

test.each(['{"a": "b\\\\", "c": "\\\\\\""}', '{"\\"": "\\u0041"}'])('%s is', (text) => {
  expect(readPlain(text, 'json').ok).toBe(true)
  expect(readSops(text, 'json').ok).toBe(false)
})
