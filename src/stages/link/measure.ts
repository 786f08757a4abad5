import { isList, isMapping, type Mapping, type Value } from '../../core/value.ts'

export interface Extent {
  /** Nodes, and the characters of keys and strings, shared parts counted as often as they are used. */
  readonly size: number
  /** 0 for a scalar. */
  readonly depth: number
}

/**
 * Measures values. Resolved values share subtrees, so that a small graph can stand for an enormous document; each
 * shared mapping and list is therefore walked once.
 */
export class Measure {
  readonly #known = new WeakMap<object, Extent>()

  of(value: Value): Extent {
    if (typeof value === 'string') return { size: 1 + value.length, depth: 0 }
    if (!isList(value) && !isMapping(value)) return SCALAR
    let extent = this.#known.get(value)
    if (extent === undefined) this.#known.set(value, (extent = this.#collection(value)))
    return extent
  }

  #collection(value: readonly Value[] | Mapping): Extent {
    let size = 1
    let depth = 0
    const add = (child: Value): void => {
      const below = this.of(child)
      size += below.size
      if (below.depth > depth) depth = below.depth
    }
    if (isList(value)) {
      for (const item of value) add(item)
    } else {
      for (const key of Object.keys(value)) {
        size += key.length
        add(value[key] as Value)
      }
    }
    return { size, depth: depth + 1 }
  }
}

const SCALAR: Extent = { size: 1, depth: 0 }
