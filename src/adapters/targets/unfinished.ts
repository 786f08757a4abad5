import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { sha256 } from '../digest.ts'
import { codeOf } from '../error-code.ts'

/** After this long nobody is still at it, wherever the process ran. */
const ABANDONED_MS = 60 * 60 * 1000
const OWNER = /-([0-9a-f]{8})-([1-9][0-9]*)-[0-9a-f]{12}$/

/** A name that nobody else takes for something that is being made: it says which process is at it. */
export function unfinishedName(start: string): string {
  return `${start}-${thisHost()}-${process.pid}-${randomBytes(6).toString('hex')}`
}

/**
 * Whether nobody is going to finish what has such a name. Of processes of other machines only time tells.
 *
 * @param changed when it was changed last, in milliseconds since 1970
 */
export function isAbandoned(entry: string, changed: number): boolean {
  const [, host, pid] = OWNER.exec(entry) ?? []
  return (host === thisHost() && isGone(Number(pid))) || Date.now() - changed > ABANDONED_MS
}

/** Whether this machine has no such process. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return codeOf(error) === 'ESRCH'
  }
}

function thisHost(): string {
  return sha256(Buffer.from(hostname())).slice(0, 8)
}
