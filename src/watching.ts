import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gitDirectory, repositoryOf } from './adapters/git.ts'
import { Bell, quiet } from './adapters/watch/bell.ts'
import { claimFolder, type ClaimedFolder } from './adapters/watch/rendered-folder.ts'
import { watchPlaces } from './adapters/watch/watcher.ts'
import { Failure } from './core/failure.ts'
import type { WatchTrouble } from './core/watch-round.ts'
import { isPlainPath } from './stages/publish/read-manifest.ts'
import { Rounds, type RoundsOptions } from './watch-rounds.ts'

export interface WatchOptions extends RoundsOptions {
  /** An absolute path; absent: nothing is rendered. */
  readonly to?: string
  /** Whether to look every second instead of being told of changes. */
  readonly polls: boolean
  readonly trouble: (trouble: WatchTrouble) => void
  /** Ends the watch. */
  readonly signal: AbortSignal
}

/** How often is looked where nothing is told of changes. */
const POLL_MS = 1000
/** A folder that has just been made may have got files before it was watched. */
const SECOND_LOOK_MS = 400

/**
 * Checks a working tree and renders it, and again whenever it changes, until the signal comes.
 *
 * @throws Failure where already the first round fails
 */
export async function watchTree(options: WatchOptions): Promise<void> {
  const claimed = options.to === undefined ? undefined : await claimFolder(options.to, isPlainPath)
  try {
    await watchFrom(options, claimed?.folder)
  } finally {
    claimed?.release()
  }
}

async function watchFrom(options: WatchOptions, folder: ClaimedFolder['folder'] | undefined): Promise<void> {
  const { signal, trouble } = options
  const rounds = new Rounds(options, folder)
  await rounds.next()
  const bell = new Bell()
  const { top } = repositoryOf(options.root)
  const git = gitDirectory(top)
  const poll = (): void => {
    const timer = setInterval(() => { bell.ring() }, POLL_MS)
    signal.addEventListener('abort', () => { clearInterval(timer) })
  }
  const watcher = options.polls ? undefined : watchPlaces({
    root: realpathSync(options.root),
    gitDirectory: realpathSync(git),
    except: options.to === undefined ? undefined : realpathSync(options.to),
    changed: () => { bell.ring() },
    failed: (said, hint) => {
      trouble({ said, hint })
      poll()
    },
  })
  if (watcher === undefined) poll()
  void watcher?.ready.then(() => { bell.ring() })
  signal.addEventListener('abort', () => { bell.ring() })
  const isOver = (): boolean => signal.aborted
  while (!isOver()) {
    watcher?.cover(rounds.files(), rounds.outside())
    await bell.rung()
    await quiet(bell, join(git, 'index.lock'), signal)
    if (isOver()) break
    try {
      if (await rounds.next()) void setTimeout(SECOND_LOOK_MS, undefined, { ref: false }).then(() => { bell.ring() })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      trouble({ said: error.said, hint: error.hint })
    }
  }
  await watcher?.close()
}
