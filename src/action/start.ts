import { optimizeLater } from '../adapters/late-optimizing.ts'
import { runAction, type ActionName } from './run.ts'
import { openRunner } from './runner.ts'

/** Runs one of the actions in this process. Loaded on demand, so that the actions share one chunk of their own. */
export async function start(action: ActionName): Promise<void> {
  optimizeLater()
  await runAction({ action, runner: openRunner(process), environment: process.env })
}
