import type { SopsProblem } from '../../core/sops/problem.ts'
import { openLeaves, type OpenedFile, type SopsRun } from './open.ts'
import { readSops } from './read.ts'

/**
 * Reads a text that was made of an opened file, and opens it with the same data key, its MAC not yet renewed.
 *
 * @throws Error where it cannot be read, which is a mistake of this program; nothing has been written then
 */
export function reopened(from: Pick<OpenedFile, 'file' | 'dataKey'>, text: string, run: SopsRun): OpenedFile {
  const again = readAgain(from, text, run)
  if (again === undefined) throw new Error('an edited file could not be read again')
  return again
}

/** The same; `undefined` where it cannot be read. */
export function readAgain(
  { file, dataKey }: Pick<OpenedFile, 'file' | 'dataKey'>,
  text: string,
  run: SopsRun,
): OpenedFile | undefined {
  const read = readSops(text, file.format)
  if (!read.ok) return undefined
  const problems: SopsProblem[] = []
  const again = openLeaves(read.result, dataKey, run, problems)
  return problems.length > 0 ? undefined : again
}
