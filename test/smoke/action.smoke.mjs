import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clone, run, start, temporary, test } from './harness.mjs'

const folder = clone()

/** Runs the committed bundle on a folder as a runner would; its outputs and what it printed. */
function action(workspace, inputs = {}) {
  const files = temporary()
  const [output, summary] = ['output', 'summary'].map((name) => join(files, name))
  for (const file of [output, summary]) writeFileSync(file, '')
  const variables = Object.entries(inputs).map(([name, value]) => `INPUT_${name.toUpperCase()}=${value}`)
  const args = [...variables, `GITHUB_OUTPUT=${output}`, `GITHUB_STEP_SUMMARY=${summary}`, `GITHUB_WORKSPACE=${workspace}`]
  const { status, stdout, stderr } = start('env', [...args, process.execPath, join(folder, 'dist', 'action.js')], workspace)
  return { status, printed: stdout + stderr, outputs: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') }
}

test('the action passes on the embedded repository', () => {
  const { status, printed, outputs, summary } = action(folder, { SARIF: 'cairn.sarif' })
  assert.equal(status, 0, printed)
  assert.match(outputs, /^verdict<<(\S+)\npass\n\1$/m)
  assert.match(outputs, /^changed-environments<<(\S+)\n\["development",.*\]\n\1$/m)
  assert.match(summary, /^## Cairn passed/)
  assert.equal(JSON.parse(readFileSync(join(folder, 'cairn.sarif'), 'utf8')).version, '2.1.0')
})

test('without a checkout there is a message and no stack trace', () => {
  const { status, printed, outputs } = action(temporary())
  assert.equal(status, 2)
  assert.match(printed, /^::error::.*not in a Git repository%0Aactions\/checkout has to run/m)
  assert.doesNotMatch(printed, /^\s+at |node:internal/m)
  assert.match(outputs, /^verdict<<(\S+)\nbroken\n\1$/m)
})

await run()
