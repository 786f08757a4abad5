import { lstatSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import type { PublicationFile } from '../core/publication.ts'
import { makeFolders } from './make-folders.ts'

/**
 * Writes files into a folder that has none yet, and makes it where there is none.
 *
 * @param folder absolute
 * @param shown the folder as it was given
 * @throws Failure where something is there already, or nothing can be written
 */
export function writeNewFolder(folder: string, shown: string, files: readonly PublicationFile[]): void {
  try {
    const there = lstatSync(folder, { throwIfNoEntry: false })
    if (there !== undefined && (!there.isDirectory() || readdirSync(folder).length > 0)) {
      throw new Failure('usage', say`${name(shown)} is not empty`, say`name a folder that is empty, or that is not there`)
    }
    makeFolders(folder)
    for (const { path, bytes } of files) {
      makeFolders(dirname(join(folder, path)))
      writeFileSync(join(folder, path), bytes, { flag: 'wx' })
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('broken', say`${name(shown)} cannot be written`)
  }
}
