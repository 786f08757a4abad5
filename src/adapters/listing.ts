import { compareText } from '../core/collector.ts'
import type { SnapshotEntry } from '../core/ports.ts'

/** The files of a tree, sorted by path (UTF-16 order), found by path. */
export class Listing<E extends SnapshotEntry> {
  readonly entries: readonly E[]
  readonly #byPath = new Map<string, E>()
  /** What has taken the place of entries there. */
  readonly #instead: ReadonlyMap<string, E>

  /**
   * Takes the entries over; of several with one path the first counts.
   *
   * @param like a listing that has the same paths; what is found by path there need not be gone through again
   */
  constructor(entries: readonly E[], like?: Listing<E>) {
    this.#instead = new Map()
    if (like !== undefined) {
      const own = entries.filter((entry, i) => entry !== like.entries[i])
      this.entries = entries
      this.#byPath = like.#byPath
      this.#instead = new Map([...like.#instead.values(), ...own].map((entry) => [entry.path, entry]))
      return
    }
    for (const entry of entries) {
      if (!this.#byPath.has(entry.path)) this.#byPath.set(entry.path, entry)
    }
    const distinct = this.#byPath.size === entries.length ? entries : [...this.#byPath.values()]
    this.entries = isSorted(distinct) ? distinct : distinct.toSorted((a, b) => compareText(a.path, b.path))
  }

  get(path: string): E | undefined {
    return this.#instead.get(path) ?? this.#byPath.get(path)
  }

  /** Whether a file lies below a path; the root is a directory even when it is empty. */
  isDirectory(path: string): boolean {
    if (path === '') return true
    const below = path + '/'
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (compareText((this.entries[middle] as E).path, below) < 0) low = middle + 1
      else high = middle
    }
    return this.entries[low]?.path.startsWith(below) ?? false
  }
}

function isSorted(entries: readonly SnapshotEntry[]): boolean {
  for (let i = 1; i < entries.length; i++) {
    if ((entries[i - 1] as SnapshotEntry).path > (entries[i] as SnapshotEntry).path) return false
  }
  return true
}
