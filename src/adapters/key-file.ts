import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { writeNewFile } from './beside.ts'
import { git } from './git/run.ts'
import { repositoryOf } from './git/repository.ts'
import { makeFolders } from './make-folders.ts'
import type { Identity } from './age/identity.ts'

/** Only its owner may read a key. */
const MODE = 0o600

/**
 * Writes an identity to a key file as `age-keygen` does, which SOPS reads too. A file that exists is never replaced:
 * with `add` the key is put behind those that it has.
 *
 * @param now RFC 3339, for the comment above the key
 * @throws Failure where there is such a file, it lies where Git would take it, or it cannot be written
 */
export function writeKeyFile(
  path: string,
  identity: Identity,
  { now, add }: { readonly now: string; readonly add: boolean },
): void {
  const isInRepository = refuseTracked(path)
  const text = `# created: ${now}\n# public key: ${identity.recipient}\n${identity.reveal()}\n`
  try {
    makeFolders(dirname(resolve(path)), 0o700)
    if (!existsSync(path)) {
      // Git would take what lies beside a file that it ignores.
      if (isInRepository) return writeFileSync(path, text, { flag: 'wx', mode: MODE })
      return writeNewFile(path, { bytes: text, mode: MODE })
    }
    if (!add) throw new Failure('usage', say`${name(path)} exists already, and is left alone`, say`--add puts another key into it, --output writes another file`)
    const before = readFileSync(path, 'utf8')
    chmodSync(path, MODE)
    appendFileSync(path, before === '' || before.endsWith('\n') ? text : `\n${text}`)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('broken', say`${name(path)} cannot be written`)
  }
}

/**
 * A private key that Git takes is everybody's.
 *
 * @returns whether it lies in a Git repository, which ignores it
 */
function refuseTracked(path: string): boolean {
  let top: string
  try {
    top = repositoryOf(dirname(path)).top
  } catch {
    return false
  }
  if (git(top, ['check-ignore', '-q', '--', path], { answers: [1] }).status === 0) return true
  throw new Failure('usage', say`${name(path)} is in a Git repository, which would take the private key`, say`write it elsewhere, or have Git ignore it first`)
}
