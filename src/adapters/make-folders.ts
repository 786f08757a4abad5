import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf } from './error-code.ts'

/**
 * Makes a folder and those that it lies in, where they are not there. One after the other: `recursive` of Node.js tries
 * for ever where a folder that is there takes no folders, as in `/proc`.
 *
 * @param folder absolute
 * @param mode of each that is made
 * @throws the error of the system; `ENOENT` of `mkdir` where no folder can be made
 */
export function makeFolders(folder: string, mode = 0o777): void {
  if (make(folder, mode) === 'no-parent') {
    makeFolders(dirname(folder), mode)
    if (make(folder, mode) === 'no-parent') throw noFolders(folder)
  }
}

function make(folder: string, mode: number): 'there' | 'no-parent' {
  try {
    mkdirSync(folder, { mode })
    return 'there'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') {
      if (isFolder(dirname(folder))) throw error
      return 'no-parent'
    }
    if (isFolder(folder)) return 'there'
    throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function noFolders(path: string): Error {
  return Object.assign(new Error(`no folder can be made at ${path}`), { code: 'ENOENT', syscall: 'mkdir', path })
}
