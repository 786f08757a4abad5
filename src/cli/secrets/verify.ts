import { plural } from '../../report/verdict.ts'
import { toldProblem } from '../../report/secrets/problem.ts'
import { verify, type Verified } from '../../queries/secrets/verify.ts'
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
    if (one.state !== 'verified' && options.format !== 'json') await tellProblems(one, one.problems, terminal, world)
  }
  terminal.clear()
  const count = (state: Verified['state']) => found.filter((one) => one.state === state).length
  if (count('not opened') > 0) code = 3
  if (count('wrong') > 0) code = 1
  if (options.format === 'json') writeJson(terminal, { files: found.map(plain) })
  else terminal.out(`${plural(count('verified'), 'file')} verified, ${count('wrong')} wrong, ${count('not opened')} not opened\n`)
  return code
}

function plain({ path, text, state, problems }: Verified) {
  return { path, state, problems: problems.map((found) => toldProblem(path, text, found)) }
}
