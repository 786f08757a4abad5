import { existsSync, lstatSync, realpathSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say, type Message } from '../core/message.ts'
import { makeFolders } from './make-folders.ts'

export interface ReportFolders {
  /** What a relative path is seen from. */
  readonly workspace: string
  /** Where a report may be written besides. */
  readonly temporary: string | undefined
}

/**
 * Writes a report, replacing an older one. It stays inside the folders whatever links the repository holds: links are
 * files of whoever proposes a change, and the path may lead through one.
 *
 * @returns the path, seen from the workspace where it lies in it
 * @throws Failure where the path leads out of the folders, or cannot be written
 */
export function writeReport(path: string, text: string, folders: ReportFolders): string {
  const { root, file } = reportPlace(path, folders)
  try {
    makeFolders(dirname(file))
    const there = lstatSync(file, { throwIfNoEntry: false })
    if (there?.isFile() === true || there?.isSymbolicLink() === true) unlinkSync(file)
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('broken', say`${name(path)} cannot be written`)
  }
  return root === folders.workspace ? relative(root, file).split(sep).join('/') : file
}

/**
 * Where a report is to be written; nothing is changed. To be asked early, where what comes before cannot be undone.
 *
 * @throws Failure where the path leads out of the folders, or to what is no file
 */
export function reportPlace(path: string, folders: ReportFolders): { readonly root: string; readonly file: string } {
  const file = resolve(folders.workspace, path)
  const root = [folders.workspace, folders.temporary].find((folder) => folder !== undefined && isInside(folder, file))
  if (root === undefined) throw leavesFolders(path)
  let there = dirname(file)
  while (!existsSync(there) && there !== root) there = dirname(there)
  if (!isInside(realpathSync(root), join(realpathSync(there), 'report'))) throw leavesFolders(path)
  if (!statSync(there).isDirectory()) throw inTheWay(path, say`a file stands where its folder belongs`)
  if (lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true) throw inTheWay(path, say`there is a folder`)
  return { root, file }
}

function inTheWay(path: string, why: Message): Failure {
  return new Failure('usage', say`${name(path)} cannot be written: ${why}`, say`name another file for the report`)
}

/** Whether a path lies in a folder; both absolute, and as they are written: links are not followed. */
export function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

function leavesFolders(path: string): Failure {
  const hint = say`a report is written into the workspace or into the runner's temporary folder`
  return new Failure('usage', say`${name(path)} leads out of the workspace`, hint)
}
