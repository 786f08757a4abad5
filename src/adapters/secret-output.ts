import { chmodSync, closeSync, fsyncSync, lstatSync, openSync, renameSync, rmSync, writeSync, type Stats } from 'node:fs'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'

/**
 * Writes plaintext to a file that only its owner can read. One that exists is replaced, in one step, if it is such a
 * file already: whoever could read it before shall not read this.
 *
 * @param file absolute
 * @param shown the path as it was given
 * @throws Failure where others may read the file that is there, or it cannot be written
 */
export function writeSecretFile(file: string, shown: string, content: Uint8Array): void {
  const there = lstatSync(file, { throwIfNoEntry: false })
  if (there !== undefined && !isPrivate(there)) {
    const hint = say`chmod 600 ${name(shown)}, remove it, or name another file`
    throw new Failure('usage', say`${name(shown)} is there, and is no file that only you can read`, hint)
  }
  const fresh = `${file}.${process.pid}.new`
  try {
    const descriptor = openSync(fresh, 'wx', 0o600)
    try {
      chmodSync(fresh, 0o600)
      writeAll(descriptor, content)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(fresh, file)
  } catch {
    rmSync(fresh, { force: true })
    throw new Failure('broken', say`${name(shown)} cannot be written`)
  }
}

function isPrivate(there: Stats): boolean {
  return there.isFile() && (there.mode & 0o077) === 0 && there.uid === process.getuid?.()
}

function writeAll(descriptor: number, content: Uint8Array): void {
  for (let at = 0; at < content.byteLength; ) at += writeSync(descriptor, content, at)
}
