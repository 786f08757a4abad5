import { statSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/** Events are waited for as long as they come this close to one another: an editor's save, a checkout. */
const QUIET_MS = 40
/** And no longer than this, unless Git is at work. */
const MOST_WAIT_MS = 2000
/** Git holds the lock of its index as long as it writes files; a lock that is older was left behind. */
const LOCK_MS = 30_000

/** Rings once, however often it is struck before somebody listens. */
export class Bell {
  #struck = false
  #strikes = 0
  #listener: (() => void) | undefined

  /** How often it was struck so far. */
  get strikes(): number {
    return this.#strikes
  }

  ring(): void {
    this.#strikes++
    this.#struck = true
    this.#listener?.()
  }

  async rung(): Promise<void> {
    if (!this.#struck) await new Promise<void>((done) => { this.#listener = done })
    this.#listener = undefined
    this.#struck = false
  }

  /** What has been struck until now needs no ringing any more. */
  silence(): void {
    this.#struck = false
  }
}

/** Waits until nobody has changed anything for a while, and Git is done. */
export async function quiet(bell: Bell, lock: string, signal: AbortSignal): Promise<void> {
  for (let waited = 0; !signal.aborted; waited += QUIET_MS) {
    const before = bell.strikes
    await setTimeout(QUIET_MS)
    const isCalm = bell.strikes === before || waited >= MOST_WAIT_MS
    if (isCalm && !isHeld(lock)) break
  }
  bell.silence()
}

function isHeld(lock: string): boolean {
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
  return since !== undefined && Date.now() - since < LOCK_MS
}
