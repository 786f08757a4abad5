import { proveOpens } from '../../queries/secrets/world.ts'
import { newlyClear } from '../../stages/sops/left-clear.ts'
import type { OpenedFile } from '../../stages/sops/open.ts'
import type { Terminal } from '../terminal.ts'
import type { OpenSecretsWorld } from './world.ts'

/** Most values that are named. */
const MOST_NAMED = 5

interface Written {
  /** As it was named. */
  readonly path: string
  readonly text: string
}

/** Says which values an edit has put into a file in clear: nobody expects that of a file that is encrypted. */
export function tellClear(before: OpenedFile, written: Written, terminal: Terminal, world: OpenSecretsWorld): void {
  const after = proveOpens(written, before.dataKey, world)
  const clear = newlyClear(before, after, world.run.cipher)
  if (clear.length === 0) return
  const { kind, pattern } = after.file.metadata.selector
  const named = clear.slice(0, MOST_NAMED).join(', ')
  const more = clear.length > MOST_NAMED ? ` and ${clear.length - MOST_NAMED} more` : ''
  terminal.err(`in clear, since ${kind} ${JSON.stringify(pattern)} of ${written.path} leaves it out: ${named}${more}\n`)
}
