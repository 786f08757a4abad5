import type { Layer } from '../../core/layer.ts'
import type { Path } from './path.ts'

/** The layer that says something, and where. */
export interface Site {
  readonly layer: Layer
  /** Position of the layer: higher wins. */
  readonly index: number
  readonly path: Path
}

/**
 * What the layers said at one pointer of the effective document. Sparse: what only one layer speaks of has no trace of
 * its own, it lies below the `set` of the nearest trace above.
 */
export class Trace {
  /** Who set what counts now; absent where nothing does. */
  set: Site | undefined
  /** Who merged something into it since, lowest precedence first. */
  joined: Site[] = []
  /** Who took away what is in `under`. */
  removed: Site | undefined
  kids: Map<string, Trace> | undefined
  /** The items of a merged list, in the order of the value; in `kids` are then the removed ones, by their old index. */
  items: Trace[] | undefined
  /** What stood here before it was replaced or removed. */
  under: Trace | undefined

  constructor(set?: Site) {
    this.set = set
  }

  replacedBy(site: Site): void {
    this.#bury()
    this.set = site
  }

  removedBy(site: Site): void {
    this.#bury()
    this.removed = site
  }

  /** The trace of a key below. `has`: whether the value so far has the key; whoever set this then set that too. */
  kid(key: string, has: boolean): Trace {
    this.kids ??= new Map()
    let kid = this.kids.get(key)
    if (kid === undefined) this.kids.set(key, (kid = new Trace(has ? this.#siteOf(key) : undefined)))
    return kid
  }

  /** The traces of all items of a list that has `count` of them. */
  itemTraces(count: number): Trace[] {
    if (this.items === undefined) {
      this.items = []
      for (let i = 0; i < count; i++) this.items.push(this.kid(String(i), true))
      this.kids = undefined
    }
    return this.items
  }

  /** Keeps the trace of an item that is no longer in the list. */
  keepGone(index: string, trace: Trace): void {
    this.kids ??= new Map()
    this.kids.set(index, trace)
  }

  #siteOf(token: string): Site | undefined {
    return this.set && { ...this.set, path: { up: this.set.path, token } }
  }

  #bury(): void {
    if (this.set !== undefined || this.removed !== undefined) {
      const { set, joined, removed, kids, items, under } = this
      this.under = Object.assign(new Trace(set), { joined, removed, kids, items, under })
    }
    this.set = this.removed = this.kids = this.items = undefined
    this.joined = []
  }
}
