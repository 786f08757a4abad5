import { openSecret } from '../../queries/secrets/world.ts'
import { valueText } from '../../queries/secrets/values.ts'
import type { WhereOptions } from '../open.ts'
import type { Terminal } from '../terminal.ts'
import { loadFile } from './files.ts'
import { placeOf } from './place.ts'
import { tellProblems } from './tell.ts'
import { openSecretsWorld } from './world.ts'

export interface GetOptions extends WhereOptions {
  readonly document?: string
}

/** Prints one value in clear, with a line break behind it. */
export async function runGet(named: string, at: string, options: GetOptions, terminal: Terminal): Promise<number> {
  const place = placeOf(at, options.document)
  const world = await openSecretsWorld(terminal)
  const secret = loadFile(named, options, terminal)
  const found = await openSecret(secret, world)
  if (!found.ok) return tellProblems(secret, found.problems, terminal, world)
  const text = valueText(found.result.opened, place)
  if (!text.ok) return tellProblems(secret, text.problems, terminal, world)
  terminal.out(`${text.result}\n`)
  return 0
}
