import { dirname, join, resolve } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { writeNewFile } from './beside.ts'
import { codeOf } from './error-code.ts'
import { makeFolders } from './make-folders.ts'

/**
 * Writes a new file in one step, and the folders that it lies in; one that exists is never replaced.
 *
 * @throws Failure where there is such a file, or the folder cannot be written to
 */
export function createFile(folder: string, path: string, text: string): void {
  try {
    makeFolders(dirname(resolve(folder, path)))
    writeNewFile(join(folder, path), { bytes: text, mode: 0o666 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new Failure('usage', say`${name(path)} exists already`)
    throw new Failure('broken', say`${name(path)} cannot be written`)
  }
}
