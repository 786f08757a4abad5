import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../core/failure.ts'
import { name, say } from '../core/message.ts'
import { SIGNATURE_NAMESPACE } from '../core/publication.ts'

/**
 * Signs a text with an SSH key, as `ssh-keygen -Y sign` does (ssh-keygen(1), PROTOCOL.sshsig).
 *
 * @param key the private key's file, or the public one's of a key that an agent holds
 * @returns the armored signature
 * @throws Failure where there is no ssh-keygen, no such key, or it asks for a passphrase
 */
export function signText(text: Uint8Array, key: string): Promise<string> {
  const { status, stdout, error } = sshKeygen(['-Y', 'sign', '-q', '-n', SIGNATURE_NAMESPACE, '-f', key], text)
  if (isMissing(error)) throw notInstalled()
  if (status === 0 && stdout.startsWith('-----BEGIN SSH SIGNATURE-----')) return Promise.resolve(stdout)
  const hint = say`name the file of a private key that is readable and has no passphrase, or use ssh-agent`
  throw new Failure('usage', say`ssh-keygen could not sign with ${name(key)}`, hint)
}

/** Who signed a text, where it is known who may; or why that cannot be said. */
export interface CheckedSignature {
  readonly by?: string
  /** `invalid`: it is no signature of the text. `stranger`: one by a key that was not allowed to sign at the time. */
  readonly problem?: 'invalid' | 'stranger'
}

export interface SignedText {
  readonly text: Uint8Array
  /** Armored. */
  readonly signature: string
  /** When it was made, `2026-01-31T12:00:00Z`: keys may be allowed for a time. */
  readonly at: string
}

/** Verifies signatures with `ssh-keygen -Y verify`, in a folder of its own that `close` removes. */
export class SignatureChecker {
  readonly #folder = mkdtempSync(join(tmpdir(), 'cairn-signature-'))
  readonly #signers = join(this.#folder, 'allowed_signers')
  readonly #file = join(this.#folder, 'signature')
  readonly #knowsSigners: boolean
  readonly #principals: readonly string[]
  /** Who was found last: mostly the same signs again. */
  #last: string | undefined

  /**
   * @param allowedSigners the text of a file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS); absent where nobody
   *   is known: a signature is then only seen to be one
   */
  constructor(allowedSigners: Uint8Array | undefined) {
    this.#knowsSigners = allowedSigners !== undefined
    this.#principals = principalsIn(Buffer.from(allowedSigners ?? []).toString('utf8'))
    if (allowedSigners !== undefined) writeFileSync(this.#signers, allowedSigners)
  }

  /** @throws Failure where there is no ssh-keygen */
  check({ text, signature, at }: SignedText): CheckedSignature {
    if (!ARMOR.test(signature)) return { problem: 'invalid' }
    writeFileSync(this.#file, signature)
    const by = this.#knowsSigners ? this.#signerOf(text, at) : undefined
    if (by !== undefined) return { by }
    const { status, error } = sshKeygen(['-Y', 'check-novalidate', '-n', SIGNATURE_NAMESPACE, '-s', this.#file], text)
    if (isMissing(error)) throw notInstalled()
    if (status !== 0) return { problem: 'invalid' }
    return this.#knowsSigners ? { problem: 'stranger' } : {}
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  #signerOf(text: Uint8Array, at: string): string | undefined {
    // Without a zone: `sshKeygen` sets it to UTC, which older versions of OpenSSH have no other word for.
    const time = `-Overify-time=${at.replace(/[-:TZ]/g, '')}`
    const isBy = (by: string): boolean => {
      const args = ['-Y', 'verify', time, '-n', SIGNATURE_NAMESPACE, '-s', this.#file, '-f', this.#signers, '-I', by]
      return sshKeygen(args, text).status === 0
    }
    if (this.#last !== undefined && isBy(this.#last)) return this.#last
    const { status, stdout, error } = sshKeygen(['-Y', 'find-principals', time, '-s', this.#file, '-f', this.#signers], text)
    if (isMissing(error)) throw notInstalled()
    // It tells of the first line with the key alone, which may be for something else, or have been for another time.
    const candidates = new Set([...(status === 0 ? stdout.trim().split(/[\n,]/) : []), ...this.#principals])
    return (this.#last = [...candidates].slice(0, MOST_PRINCIPALS).find(isBy))
  }
}

const MOST_PRINCIPALS = 100

/** Who a file of allowed signers is about: the first field of each line is a list of patterns. */
function principalsIn(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
  return lines.flatMap((line) => (line.split(/\s/)[0] ?? '').replaceAll('"', '').split(',')).filter((by) => by !== '' && !by.startsWith('!'))
}

/** As ssh-keygen writes it: what it would read as the same in other bytes is none. */
const ARMOR = /^-----BEGIN SSH SIGNATURE-----\n(?:[A-Za-z0-9+/]{1,76}\n)*[A-Za-z0-9+/]{1,76}={0,2}\n-----END SSH SIGNATURE-----\n$/

function sshKeygen(args: readonly string[], input: Uint8Array) {
  // Without a terminal it cannot ask for a passphrase.
  const env = { ...process.env, SSH_ASKPASS_REQUIRE: 'never', TZ: 'UTC' }
  return spawnSync('ssh-keygen', args, { input, env, encoding: 'utf8', windowsHide: true, stdio: ['pipe', 'pipe', 'ignore'] })
}

/** Other errors are of a pipe that it did not read to its end: its answer counts. */
function isMissing(error: Error | undefined): boolean {
  return error !== undefined && (error as NodeJS.ErrnoException).code !== 'EPIPE'
}

function notInstalled(): Failure {
  return new Failure('broken', say`ssh-keygen was not found`, say`install OpenSSH, 8.2 or newer`)
}
