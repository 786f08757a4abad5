import {
  closeSync, fsyncSync, linkSync, lstatSync, openSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync,
  symlinkSync, writeSync,
} from 'node:fs'
import { dirname, sep } from 'node:path'
import { Failure } from '../../core/failure.ts'
import { name, say, type Message } from '../../core/message.ts'
import { codeOf } from '../error-code.ts'
import { makeFolders } from '../make-folders.ts'

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
  makeFolder: makeFolders,
  rename: renameSync,
  link: symlinkSync,
  hardLink: linkSync,
  remove: (path) => { rmSync(path, { recursive: true, force: true }) },
}

function writeDurably(file: string, bytes: Uint8Array): void {
  makeFolders(dirname(file))
  const handle = openSync(file, 'wx', 0o644)
  try {
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * What a disk that refuses means to the person who publishes.
 *
 * @param target the path of what is published to
 * @returns the error itself where no disk is to blame
 */
export function diskFailure(error: unknown, target: string, doing: 'reading' | 'writing'): unknown {
  if (!isOfSystem(error)) return error
  const { why, todo } = REASONS.get(reasonOf(error)) ?? unforeseen(error)
  const where = name(placeOf(error, target))
  if (doing === 'reading') return new Failure('broken', say`${where} cannot be read: ${why}`, todo)
  return new Failure('broken', say`${where} cannot be written: ${why}`, say`${todo}; what was published there before is as it was`)
}

function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && !(error instanceof Failure) && typeof (error as NodeJS.ErrnoException).code === 'string'
}

/** What a person can find: what lies above the target or in it, and is no name of what is only being made. */
function placeOf({ path }: NodeJS.ErrnoException, target: string): string {
  if (path === undefined) return target
  const isAbove = target.startsWith(path.endsWith(sep) ? path : `${path}${sep}`)
  const isIn = path.startsWith(`${target}${sep}`) && !/[\\/]\.(?:new|old|current)-/.test(path)
  return isAbove || isIn ? path : target
}

/** What some calls cannot do at all has a code that means something else elsewhere. */
function reasonOf({ code = '', syscall = '' }: NodeJS.ErrnoException): string {
  if (syscall === 'mkdir' && code === 'ENOENT') return 'no folders'
  const isLink = syscall === 'symlink' || syscall === 'link'
  return isLink && ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code) ? 'no links' : code
}

interface Reason {
  readonly why: Message
  readonly todo: Message
}

const REASONS = new Map<string, Reason>([
  ['ENOSPC', { why: say`no space is left`, todo: say`make room, and publish again` }],
  ['EDQUOT', { why: say`the quota is used up`, todo: say`make room, and publish again` }],
  ['EACCES', { why: say`this user may not`, todo: say`let this user write there, or publish elsewhere` }],
  ['EPERM', { why: say`this user may not`, todo: say`let this user write there, or publish elsewhere` }],
  ['EROFS', { why: say`the file system is read-only`, todo: say`publish elsewhere` }],
  ['ENOTDIR', { why: say`a file stands where a folder is needed`, todo: say`publish elsewhere, or remove that file` }],
  ['EISDIR', { why: say`a folder stands where a file is needed`, todo: say`publish elsewhere, or remove that folder` }],
  ['EEXIST', { why: say`a link that leads nowhere stands where a folder is needed`, todo: say`remove that link, or publish elsewhere` }],
  ['ELOOP', { why: say`its links lead in a circle`, todo: say`remove those links, or publish elsewhere` }],
  ['ENAMETOOLONG', { why: say`its name is too long`, todo: say`publish elsewhere` }],
  ['ENOENT', { why: say`it was taken away meanwhile`, todo: say`publish again` }],
  ['no links', { why: say`no links can be made there`, todo: say`publish to a file system that has links` }],
  ['no folders', { why: say`no folder can be made there`, todo: say`publish elsewhere, or see that folders can be made there` }],
])

function unforeseen(error: NodeJS.ErrnoException): Reason {
  return { why: say`it answered ${name(codeOf(error))}`, todo: say`see to the disk, and publish again` }
}
