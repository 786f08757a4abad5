import { CONFIG_FILE } from '../core/config.ts'
import { showLocation, type Location } from '../core/place.ts'
import { say, type Message } from '../core/message.ts'

/** A place as platforms take it: always a file, with `/`, seen from the top of the Git repository. */
export interface FilePlace {
  readonly file: string
  readonly line?: number
  readonly column?: number
  readonly endLine?: number
  readonly endColumn?: number
  /** What the file does not tell: the variable or the environment that the place really is, or its line in the base. */
  readonly instead?: Message
}

/**
 * Where a platform shows a location. What is in no file is shown at `cairn.yaml`, which maps variables and lists
 * environments.
 *
 * @param prefix the configuration repository, seen from the top of the Git repository, with `/`; empty for the top
 */
export function filePlace(location: Location, prefix: string): FilePlace {
  const { file, line, column, endLine, endColumn, side } = location
  if (file === undefined) return { file: below(prefix, CONFIG_FILE), instead: say`${showLocation(location)}: ` }
  // The head may have something else in that line, or no such file: the file is all that can be shown of it.
  if (side === 'base') return { file: below(prefix, file), instead: line === undefined ? say`in the base: ` : say`in line ${line} of the base: ` }
  return {
    file: below(prefix, file),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  }
}

/** What a link leads to may lie above the configuration repository: such a path starts with `../`. */
function below(prefix: string, path: string): string {
  const segments = prefix === '' ? [] : prefix.split('/')
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else segments.push(segment)
  }
  return segments.join('/')
}
