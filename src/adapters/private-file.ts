import {
  existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../core/failure.ts'
import { say } from '../core/message.ts'

/** A file that only its owner can read, in a folder of its own, for as long as a program needs it. */
export interface PrivateFile {
  readonly path: string
  /** `undefined` where it is gone. */
  read(): Buffer | undefined
  write(text: string): void
  /** Overwrites and removes it, and whatever the program has put beside it. May be called again. */
  wipe(): void
}

const PREFIX = 'cairn-secrets-'

/**
 * Makes such a file, in memory where the system has a place for that (`XDG_RUNTIME_DIR`, `/dev/shm`). What a run that
 * was killed has left behind is wiped first.
 *
 * @param name its name, which tells an editor the format, and a person what it is
 */
export function createPrivateFile(name: string, variables: Readonly<Record<string, string | undefined>>): PrivateFile {
  const parent = privateParent(variables)
  sweep(parent)
  let folder: string
  try {
    folder = mkdtempSync(join(parent, `${PREFIX}${process.pid}-`))
  } catch {
    throw new Failure('broken', say`no private folder can be made`)
  }
  const path = join(folder, name)
  return {
    path,
    read: () => (existsSync(path) ? readFileSync(path) : undefined),
    write: (text) => writeFileSync(path, text, { mode: 0o600 }),
    wipe: () => wipeFolder(folder),
  }
}

function privateParent({ XDG_RUNTIME_DIR: runtime }: Readonly<Record<string, string | undefined>>): string {
  const places = [runtime, '/dev/shm', tmpdir()]
  return places.find((place) => place !== undefined && place !== '' && isFolder(place)) ?? tmpdir()
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory()
}

/** Wipes the folders of processes that are gone. */
function sweep(parent: string): void {
  const own = process.getuid?.()
  for (const entry of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(entry)?.[1])
    if (!Number.isInteger(pid) || isAlive(pid)) continue
    const folder = join(parent, entry)
    const stats = lstatSync(folder, { throwIfNoEntry: false })
    if (stats?.isDirectory() === true && stats.uid === own) wipeFolder(folder)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Zeros first: on most disks that is all a program can do, and on some it does nothing. */
function wipeFolder(folder: string): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    try {
      if (entry.isFile()) writeFileSync(path, Buffer.alloc(statSync(path).size), { flag: 'r+' })
    } catch {
      // It is removed all the same.
    }
  }
  rmSync(folder, { recursive: true, force: true })
}
