import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { git } from './git/run.ts'
import { repositoryOf } from './git/repository.ts'
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
  refuseTracked(path)
  const text = `# created: ${now}\n# public key: ${identity.recipient}\n${identity.reveal()}\n`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    if (!existsSync(path)) return writeFileSync(path, text, { flag: 'wx', mode: MODE })
    if (!add) throw new Failure('usage', say`${name(path)} exists already, and is left alone`, say`--add puts another key into it, --output writes another file`)
    const before = readFileSync(path, 'utf8')
    chmodSync(path, MODE)
    appendFileSync(path, before === '' || before.endsWith('\n') ? text : `\n${text}`)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure('broken', say`${name(path)} cannot be written`)
  }
}

/** A private key that Git takes is everybody's. */
function refuseTracked(path: string): void {
  let top: string
  try {
    top = repositoryOf(dirname(path)).top
  } catch {
    return
  }
  if (git(top, ['check-ignore', '-q', '--', path], { answers: [1] }).status === 0) return
  throw new Failure('usage', say`${name(path)} is in a Git repository, which would take the private key`, say`write it elsewhere, or have Git ignore it first`)
}
