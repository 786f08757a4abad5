import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputName } from '../../src/action/inputs.ts'
import type { GivenEvent } from '../../src/action/event.ts'
import { runAction } from '../../src/action/run.ts'
import type { Runner } from '../../src/action/runner.ts'

const PUSH: GivenEvent = { name: 'push', sha: '', payload: undefined }

/**
 * Runs the action inside this process, on a push where no other event is given, and returns everything that it tells anybody: log, debug log,
 * annotations, summary, outputs and report files.
 */
export async function toldByAction(workspace: string, inputs: Readonly<Partial<Record<InputName, string>>>, event = PUSH): Promise<string> {
  let text = ''
  const tell = (...parts: readonly unknown[]): void => {
    text += `${parts.map((part) => JSON.stringify(part)).join(' ')}\n`
  }
  const runner: Runner = {
    input: (input) => inputs[input] ?? '',
    event,
    variables: {},
    workspace,
    temporary: undefined,
    log: tell,
    logGroup: tell,
    debug: tell,
    annotate: tell,
    // What is masked is what must not be told: the runner takes it and shows nothing.
    mask: () => undefined,
    output: tell,
    summarize: (markdown) => {
      tell(markdown)
      return Promise.resolve(true)
    },
    fail: tell,
  }
  await runAction({ action: 'root', runner, environment: {} })
  for (const path of [inputs.sarif, inputs.junit, inputs.html]) if (path !== undefined) text += readFileSync(join(workspace, path), 'utf8')
  return text
}
