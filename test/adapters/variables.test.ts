import { expect, test } from 'vitest'
import { processVariables } from '../../src/adapters/variables.ts'

test('variables are those of the moment, and nothing of a prototype', () => {
  process.env['CAIRN_TEST'] = 'before'
  const variables = processVariables()
  process.env['CAIRN_TEST'] = 'after'
  expect(variables['CAIRN_TEST']).toBe('before')
  expect(variables['constructor']).toBeUndefined()
  expect(variables['__proto__']).toBeUndefined()
  Reflect.deleteProperty(process.env, 'CAIRN_TEST')
})
