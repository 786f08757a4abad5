import { verify, type Verified } from '../../queries/secrets/verify.ts'
import { inert } from '../../report/inert.ts'
import { verifyJson, verifyMarkdown, verifySummary } from '../../report/secrets/verify.ts'
import type { CommonOptions } from '../options.ts'
import { writeJson } from '../output.ts'
import type { Terminal } from '../terminal.ts'
import { selectFiles } from './files.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld } from './world.ts'

/** Opens files, every value and the MAC, and says which are right; nothing of what they hold. */
export async function runVerify(named: readonly string[], options: CommonOptions, terminal: Terminal): Promise<number> {
  const world = await openSecretsWorld(terminal)
  const files = selectFiles(named, options, terminal)
  const found: Verified[] = []
  const progress = (done: number, total: number) => terminal.progress(done, total, 'files')
  let code = 0
  for await (const one of verify(files, world, progress)) {
    found.push(one)
    if (one.state !== 'verified' && options.format === 'terminal') await tellProblems(one, one.problems, terminal, world)
  }
  terminal.clear()
  if (found.some(({ state }) => state === 'not opened')) code = 3
  if (found.some(({ state }) => state === 'wrong')) code = 1
  if (options.format === 'json') writeJson(terminal, verifyJson(found))
  else if (options.format === 'markdown') terminal.out(inert(verifyMarkdown(found)))
  else terminal.out(`${verifySummary(found)}\n`)
  return code
}
