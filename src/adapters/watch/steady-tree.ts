import { lstatSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { ReadResult, Snapshot, SnapshotEntry } from '../../core/ports.ts'
import { blobId } from '../git/blob-id.ts'
import { encodePath } from '../paths.ts'

/** A file says something else than when it was looked at: the round is begun again. */
export class Moved extends Error {
  constructor() {
    super('a file changed while it was looked at: look again')
  }
}

interface Seen {
  /** What `lstat` says; the same means the same content, once some time has passed. */
  readonly stamp: string
  readonly isOld: boolean
  readonly oid: string
  /** Of a link: where it leads, seen from the root. */
  readonly target?: string | undefined
}

/**
 * For so long after a change a file may change again without another time: the clock of file systems ticks as slowly
 * as every 10 ms, on some every two seconds.
 */
const YOUNG_MS = 2500

/**
 * Snapshots of a working tree in which every file has an object id of its content, as if it were committed: read once,
 * and again when `lstat` says something else. Whatever is read of such a snapshot has the content that its id says.
 */
export class SteadyTree {
  readonly #root: string
  #seen = new Map<string, Seen>()
  #isInMotion = false

  constructor(root: string) {
    this.#root = root
  }

  /** @param listed the working tree as it is now; it gives no object ids itself */
  take(listed: Snapshot): Snapshot {
    const seen = new Map<string, Seen>()
    const oids = new Map<string, string>()
    const entries = listed.entries.map((entry): SnapshotEntry => {
      if (entry.type === 'submodule') return entry
      const now = this.#look(entry, listed)
      seen.set(entry.path, now)
      oids.set(entry.path, now.oid)
      return { path: entry.path, type: entry.type, oid: now.oid }
    })
    this.#isInMotion = [...seen].some(([path, { oid }]) => isNone(oid) && this.#seen.get(path)?.oid !== oid)
    this.#seen = seen
    const read: Snapshot['read'] = (path) => {
      const result = listed.read(path)
      const oid = oids.get(path)
      if (oid !== undefined && idOf(result) !== oid) throw new Moved()
      return result
    }
    return { ...listed, entries, read }
  }

  /** Whether a file could not be read that nobody has seen so before: somebody may be writing it. */
  get isInMotion(): boolean {
    return this.#isInMotion
  }

  /** Where a link leads, seen from the root; undefined for all that is no link or leads nowhere. */
  targetOf(path: string): string | undefined {
    return this.#seen.get(path)?.target
  }

  #look(entry: SnapshotEntry, listed: Snapshot): Seen {
    const { path } = entry
    const stats = entry.type === 'file' ? statOf(join(this.#root, path)) : undefined
    const known = this.#seen.get(path)
    // What a link leads to, or Git has of a file that is not there, no time of the file tells.
    if (stats?.isFile() !== true) {
      const result = listed.read(path)
      return { stamp: '', isOld: false, oid: idOf(result), target: result.path }
    }
    const { ino, size, mtimeMs, ctimeMs, mode } = stats
    const stamp = `${ino} ${size} ${mtimeMs} ${ctimeMs} ${mode}`
    if (known?.isOld === true && known.stamp === stamp) return known
    const isOld = Date.now() - Math.max(mtimeMs, ctimeMs) > YOUNG_MS
    return { stamp, isOld, oid: idOf(listed.read(path)) }
  }
}

const NONE = 'none '
const isNone = (oid: string): boolean => oid.startsWith(NONE)

/** Of a link also where it leads; of what cannot be read why. */
function idOf({ bytes, path, problem }: ReadResult): string {
  if (bytes === undefined) return `${NONE}${problem}`
  return path === undefined ? blobId(bytes) : `${blobId(bytes)} ${path}`
}

function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(encodePath(path))
  } catch {
    return undefined
  }
}
