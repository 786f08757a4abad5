import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cairn } from '../helpers/cli.ts'
import { repository } from '../helpers/repository.ts'
import { ROOT } from '../reference/repository-files.ts'

/** `# base: <file>` and `# head: <file>` start a file of one of two states; `# schema diff` is what is said about them. */
test('docs/schemas.md shows what schema diff prints', async () => {
  const page = readFileSync(join(ROOT, 'docs/schemas.md'), 'utf8')
  const states = { base: {} as Record<string, string>, head: {} as Record<string, string> }
  for (const [, state, path = '', text = ''] of page.matchAll(/^# (base|head): (.*)\n((?:(?!# (?:base|head): |```).*\n)*)/gm)) {
    states[state as 'base' | 'head'][path] = text
  }
  const [, shown] = /^# schema diff\n([^]*?)^```$/m.exec(page) ?? []
  const repo = repository({ 'cairn.yaml': 'environments:\n  base: {abstract: true}\n  production: {inherits: base}\n', ...states.base })
  repo.commit()
  repo.write(states.head)
  const { stdout } = await cairn(['schema', 'diff', 'HEAD'], { directory: repo.root })
  expect(stdout.replace(/\([0-9a-f]{12} →/, '(base →')).toBe(shown)
})
