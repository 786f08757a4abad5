import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'

/**
 * Writes a new file, and the folders that it lies in; one that exists is never replaced.
 *
 * @throws Failure where there is such a file, or the folder cannot be written to
 */
export function createFile(folder: string, path: string, text: string): void {
  try {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new Failure('usage', say`${name(path)} exists already`)
    throw new Failure('broken', say`${name(path)} cannot be written`)
  }
}
