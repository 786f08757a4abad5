/**
 * Which GPUs of a machine are whose. Docker's `count` would give each container the first ones, the same to all.
 */
export class GpuAllotment {
  readonly #limit: number
  #next = 0

  /** @param limit how many there are; undefined where nobody says */
  constructor(limit: number | undefined) {
    this.#limit = limit ?? Infinity
  }

  /** The next GPUs, as Docker numbers them; undefined where there are not so many left. */
  take(count: number): string[] | undefined {
    if (this.#next + count > this.#limit) return undefined
    const ids = Array.from({ length: count }, (_, i) => String(this.#next + i))
    this.#next += count
    return ids
  }
}
