import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseFolders } from './folders.ts'
import { runCase } from './run-case.ts'

test.each(caseFolders())('%s prints what it should', async (_name, folder) => {
  expect(await runCase(folder)).toBe(readFileSync(join(folder, 'expected'), 'utf8'))
})
