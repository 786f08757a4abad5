import { randomBytes } from 'node:crypto'
import {
  closeSync, fsyncSync, linkSync, lstatSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { codeOf } from './error-code.ts'
import { isLeft, MARK } from './left-file.ts'
import { encodePath } from './paths.ts'

interface Content {
  readonly bytes: string | Uint8Array
  /** Permissions, of which the process may mask some. */
  readonly mode: number
}

/**
 * Writes a file beside another, flushes it, and has it put in the other's place; where that fails it is removed. What
 * runs that were killed have left there is removed first.
 *
 * @param put is given its path, and the other's
 */
export function throughBeside(
  target: string,
  { bytes, mode }: Content,
  put: (beside: string | Buffer, target: string | Buffer) => void,
): void {
  const beside = encodePath(join(dirname(target), `.${basename(target)}${MARK}${randomBytes(6).toString('hex')}`))
  removeLeft(target)
  try {
    const descriptor = openSync(beside, 'wx', mode)
    try {
      writeFileSync(descriptor, bytes)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    put(beside, encodePath(target))
  } finally {
    rmSync(beside, { force: true })
  }
}

/**
 * Writes a new file in one step: all of it is there or none of it, whenever the run is stopped.
 *
 * @throws EEXIST where there is something; it is never replaced
 */
export function writeNewFile(path: string, content: Content): void {
  throughBeside(path, content, (beside, target) => {
    try {
      linkSync(beside, target)
    } catch (error) {
      if (!NO_LINKS.has(codeOf(error))) throw error
      if (lstatSync(target, { throwIfNoEntry: false }) !== undefined) throw Object.assign(new Error(), { code: 'EEXIST' })
      renameSync(beside, target)
    }
  })
}

/** What file systems say that have no second name of a file, such as FAT. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'])

/** Milliseconds after which nobody is writing a file any more. */
const LEFT = 60_000

/** Removes what runs that were killed have left beside a file. */
function removeLeft(target: string): void {
  const folder = dirname(target)
  for (const entry of readdirSync(encodePath(folder), 'utf8')) {
    if (!entry.startsWith(`.${basename(target)}${MARK}`) || !isLeft(entry)) continue
    const path = encodePath(join(folder, entry))
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity)
    if (age > LEFT) rmSync(path, { force: true })
  }
}
