import { chmodSync, existsSync, lstatSync, readFileSync, realpathSync, renameSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { MAX_FILE_BYTES } from '../core/ports.ts'
import { throughBeside } from './beside.ts'
import { repositoryOf } from './git/repository.ts'
import { encodePath } from './paths.ts'

/** A file of a Git repository on disk. Links have been followed: what is read and written is the file itself. */
export interface RepositoryFile {
  /** As it was named; for messages. */
  readonly shown: string
  /** Below the top of the repository, with `/`. */
  readonly path: string
  /** The top of the repository. */
  readonly top: string
}

/**
 * Finds a file that was named; neither it nor its folder need exist.
 *
 * @throws Failure where it is in no Git repository, or it or a folder on the way is a link that leads out of one
 */
export function locateFile(directory: string, shown: string): RepositoryFile {
  const file = resolve(directory, shown)
  const folder = standing(dirname(file))
  const { top, prefix } = repositoryOf(folder)
  if (leadsOut(directory, folder, top)) throw outside(shown)
  const path = join(top, prefix, relative(folder, file))
  const isLink = lstatSync(encodePath(path), { throwIfNoEntry: false })?.isSymbolicLink() === true
  const real = isLink ? followed(path, shown) : path
  const below = relative(top, real)
  if (below.startsWith('..') || below === '' || resolve(top, below) !== real) throw outside(shown)
  return { shown, path: below.split(sep).join('/'), top }
}

const outside = (shown: string): Failure => new Failure('usage', say`${name(shown)} leads out of the repository, and is left alone`)

/**
 * Whether a link on the way from one folder to another leads out of the repository that it stands in. Links that stand
 * in none are how somebody has arranged a disk.
 */
function leadsOut(from: string, to: string, top: string): boolean {
  let at = from
  for (const step of relative(from, to).split(sep)) {
    at = resolve(at, step)
    if (step === '..' || lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() !== true) continue
    const holder = holderOf(dirname(at))
    if (holder !== undefined && holder !== top) return true
  }
  return false
}

/** The top of the repository that a folder lies in, if any. */
function holderOf(folder: string): string | undefined {
  try {
    return repositoryOf(folder).top
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

/** The nearest folder that is there: what is missing below it, whoever makes the file makes too. */
function standing(folder: string): string {
  let at = folder
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at)
  return at
}

function followed(path: string, shown: string): string {
  try {
    return realpathSync(path)
  } catch {
    throw new Failure('usage', say`${name(shown)} is a link that leads nowhere`)
  }
}

/** The bytes of a file; `undefined` where there is none. */
export function readBytes({ top, path, shown }: RepositoryFile): Buffer | undefined {
  const file = encodePath(join(top, path))
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return undefined
  if (!stats.isFile()) throw new Failure('usage', say`${name(shown)} is no regular file`)
  if (stats.size > MAX_FILE_BYTES) throw new Failure('usage', say`${name(shown)} is larger than ${MAX_FILE_BYTES} bytes`)
  try {
    return readFileSync(file)
  } catch {
    throw new Failure('broken', say`${name(shown)} cannot be read`)
  }
}

export interface FileChange {
  /** What the new content was made from; `undefined` where there was no file. */
  readonly before: Buffer | undefined
  readonly after: string | Uint8Array
}

/**
 * Puts a new content in the place of a file's in one step: a file beside it is written, flushed and renamed, so that
 * there is the old content or the new one whenever the run is stopped. Permissions stay. Where the file says something
 * else by now than what the content was made from, nothing is written.
 *
 * @throws Failure where it has changed, or cannot be written
 */
export function writeFileAtomically(file: RepositoryFile, { before, after }: FileChange): void {
  const { top, path, shown } = file
  const now = readBytes(file)
  if (now === undefined || before === undefined ? now !== before : !now.equals(before)) {
    throw new Failure('broken', say`${name(shown)} has changed in the meantime, and is left alone`, say`run the command again`)
  }
  const target = join(top, path)
  try {
    const mode = statSync(encodePath(target), { throwIfNoEntry: false })?.mode
    throughBeside(target, { bytes: after, mode: mode === undefined ? 0o666 : mode & 0o777 }, (beside, place) => {
      // What the process masks of a new file's permissions, the old file may have had.
      if (mode !== undefined) chmodSync(beside, mode & 0o7777)
      renameSync(beside, place)
    })
  } catch {
    throw new Failure('broken', say`${name(shown)} cannot be written`)
  }
}
