import { whenLoaded } from '../../core/lazy.ts'
import { status } from '../../queries/secrets/status.ts'
import { inert } from '../../report/inert.ts'
import { statusJson, statusMarkdown, statusText } from '../../report/secrets/status.ts'
import { rootOf } from '../open.ts'
import type { CommonOptions } from '../options.ts'
import { writeJson } from '../output.ts'
import type { Terminal } from '../terminal.ts'
import { layerPathOf, selectFiles, type LoadedFile } from './files.ts'
import { openRuleBook } from './rules.ts'
import { openQuietly } from './selection.ts'
import { openSecretsWorld } from './world.ts'

/** Says who can open what, and what is due; needs no key. */
export async function runStatus(named: readonly string[], options: CommonOptions, terminal: Terminal): Promise<number> {
  const [world, workspace] = await Promise.all([openSecretsWorld(terminal), openQuietly(options, terminal)])
  const files = selectFiles(named, options, terminal)
  const root = rootOf(options, terminal)
  const byPath = new Map(files.map((file) => [file.path, file]))
  const fileOf = (path: string) => byPath.get(path) as LoadedFile
  const book = openRuleBook(world.run.regexp, terminal)
  const result = await whenLoaded(() => status({
    files,
    workspace,
    ruleOf: (path) => book.ruleOf(fileOf(path).file),
    layerPath: (path) => layerPathOf(fileOf(path), root),
    today: terminal.today,
  }))
  if (options.format === 'json') writeJson(terminal, statusJson(result))
  else if (options.format === 'markdown') terminal.out(inert(statusMarkdown(result)))
  else terminal.out(inert(statusText(result, terminal.outStyle)))
  return result.files.some(({ problems }) => problems.length > 0) ? 1 : 0
}
