import { lstatSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { makeFolders } from './make-folders.ts'

/**
 * The text of a file that is to be edited; `undefined` where there is none.
 *
 * @throws Failure where it is no regular file, or cannot be read
 */
export function readText(folder: string, path: string): string | undefined {
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const stats = lstatSync(join(folder, above), { throwIfNoEntry: false })
    // Behind a link may be anything of this machine.
    if (stats?.isDirectory() === false) throw new Failure('usage', say`${name(above)} is no folder of its own, and is left alone`)
  }
  const file = join(folder, path)
  const stats = lstatSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  if (!stats.isFile()) throw new Failure('usage', say`${name(path)} is no regular file, and is left alone`)
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Failure('broken', say`${name(path)} cannot be read`)
  }
}

export interface Replacement {
  /** What the new text was made from; `undefined` where there was no file. */
  readonly before: string | undefined
  readonly after: string
}

/**
 * Puts a new text in the place of a file's, in one step; makes the folder that it is in. Where the file says something
 * else by now than what the text was made from, nothing is written.
 *
 * @throws Failure where it has changed, or cannot be written
 */
export function replaceText(folder: string, path: string, { before, after }: Replacement): void {
  if (readText(folder, path) !== before) throw new Failure('broken', say`${name(path)} has changed in the meantime, and is left alone`)
  const file = join(folder, path)
  try {
    makeFolders(dirname(resolve(file)))
    writeFileSync(`${file}.cairn`, after, { flag: 'wx' })
    renameSync(`${file}.cairn`, file)
  } catch {
    throw new Failure('broken', say`${name(path)} cannot be written`)
  }
}
