import {
  closeSync, fsyncSync, linkSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync,
  rmSync, symlinkSync, writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say } from '../../core/message.ts'
import { codeOf } from '../error-code.ts'

/** What targets do to a disk; tests let it fail. */
export interface Disk {
  readonly lstat: typeof lstatSync
  readonly list: (folder: string) => string[]
  readonly read: (file: string) => Buffer
  readonly readLink: (link: string) => string
  /** Writes a new file whole, to the disk itself. */
  readonly write: (file: string, bytes: Uint8Array) => void
  readonly makeFolder: (folder: string) => void
  readonly rename: (from: string, to: string) => void
  readonly link: (to: string, link: string) => void
  /** A second name of a file, which must not be taken. */
  readonly hardLink: (file: string, second: string) => void
  readonly remove: (path: string) => void
}

export const disk: Disk = {
  lstat: lstatSync,
  list: (folder) => readdirSync(folder),
  read: (file) => readFileSync(file),
  readLink: (link) => readlinkSync(link),
  write: writeDurably,
  makeFolder: (folder) => { mkdirSync(folder, { recursive: true }) },
  rename: renameSync,
  link: symlinkSync,
  hardLink: linkSync,
  remove: (path) => { rmSync(path, { recursive: true, force: true }) },
}

function writeDurably(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  const handle = openSync(file, 'wx', 0o644)
  try {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** What a disk that refuses means to the person who publishes. */
export function diskFailure(error: unknown, path: string): Failure {
  if (error instanceof Failure) return error
  const code = codeOf(error)
  const why = REASONS.get(code) ?? say`it answered ${name(code === '' ? 'with an error' : code)}`
  return new Failure('broken', say`${name(path)} cannot be written: ${why}`, say`what was published there before is as it was`)
}

const REASONS = new Map([
  ['ENOSPC', say`no space is left`],
  ['EDQUOT', say`the quota is used up`],
  ['EACCES', say`this user may not`],
  ['EPERM', say`this user may not`],
  ['EROFS', say`the file system is read-only`],
  ['ENOTDIR', say`a file stands where a folder is needed`],
])
