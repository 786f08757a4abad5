import { expect, onTestFinished, test } from 'vitest'
import { environment } from '../../src/adapters/git/run.ts'

test.each(['SOPS_AGE_KEY', 'INPUT_AGE-KEY'])('Git, and what it runs, gets no %s', (variable) => {
  const before = process.env[variable]
  process.env[variable] = 'AGE-SECRET-KEY-1CANARY'
  onTestFinished(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, variable)
    else process.env[variable] = before
  })
  expect(environment()['PATH']).toBe(process.env['PATH'])
  expect(JSON.stringify(environment())).not.toContain('CANARY')
})
