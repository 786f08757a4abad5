import { inSpan, type SpanPlace } from '../../core/place.ts'
import type { Source } from '../../core/source.ts'
import { NODE, NODE_WIDTH, type TagTree, type Tree } from '../../core/tree.ts'
import type { Value } from '../../core/value.ts'

/**
 * Builds the source map of one document in pre-order: `open` a node, then its children, then `close` it. The parser
 * keeps the values; the builder keeps keys and offsets (UTF-16 units into the source's text, ends exclusive).
 */
export class TreeBuilder {
  readonly source: Source
  /** Nodes opened so far; the index that the next one gets. */
  count = 0
  readonly #keys: (string | null)[] = []
  #spans = takeScratch()

  constructor(source: Source) {
    this.source = source
  }

  /**
   * Starts a node and returns its index. `key` is null for list items and the root, whose key offsets are -1.
   * Until it is closed, the node has no value span and no end.
   */
  open(key: string | null, keyStart: number, keyEnd: number): number {
    const node = this.count++
    const at = node * NODE_WIDTH
    if (at + NODE_WIDTH > this.#spans.length) this.#grow()
    this.#keys.push(key)
    this.#spans[at + NODE.keyStart] = keyStart
    this.#spans[at + NODE.keyEnd] = keyEnd
    return node
  }

  /** Ends a node: all nodes opened since are below it. */
  close(node: number, valueStart: number, valueEnd: number): void {
    const at = node * NODE_WIDTH
    this.#spans[at + NODE.valueStart] = valueStart
    this.#spans[at + NODE.valueEnd] = valueEnd
    this.#spans[at + NODE.end] = this.count
  }

  /** Ends a node that stands for another one (a YAML alias); the span is that of the alias itself. */
  alias(node: number, anchored: number, valueStart: number, valueEnd: number): void {
    this.close(node, valueStart, valueEnd)
    this.#spans[node * NODE_WIDTH + NODE.end] = ~anchored
  }

  /** The keys of a node's children with their nodes, in order; all are closed. List items are left out. */
  *keysBelow(parent: number): Generator<readonly [string, number]> {
    for (let node = parent + 1; node < this.count; node = this.#after(node)) {
      const key = this.#keys[node]
      if (typeof key === 'string') yield [key, node]
    }
  }

  /** The place of the key of a node that has one. */
  keyPlace(node: number): SpanPlace {
    const at = node * NODE_WIDTH
    return inSpan(this.source, this.#spans[at + NODE.keyStart] as number, this.#spans[at + NODE.keyEnd] as number)
  }

  /** The finished document. The builder must not be used after. */
  finish(value: Value, tags?: TagTree): Tree {
    const spans = stored(this.#spans, this.count * NODE_WIDTH)
    giveScratch(this.#spans)
    const tree = { source: this.source, value, keys: this.#keys, spans }
    return tags === undefined ? tree : { ...tree, tags }
  }

  #after(node: number): number {
    const end = this.#spans[node * NODE_WIDTH + NODE.end] as number
    return end < 0 ? node + 1 : end
  }

  #grow(): void {
    const larger = new Int32Array(this.#spans.length * 2)
    larger.set(this.#spans)
    this.#spans = larger
  }
}

// Memory. A typed array of its own for each tree costs as much as filling it: finished maps stand side by side in
// slabs, each tree with its view, and builders use one scratch array in turn. A slab lives as long as one of its trees.

const SCRATCH = 4096
const LARGEST_SCRATCH = 1 << 20
const SLAB = 1 << 14

let scratch: Int32Array | undefined
let slab = new Int32Array(0)
let used = 0

function takeScratch(): Int32Array {
  const taken = scratch ?? new Int32Array(SCRATCH)
  scratch = undefined
  return taken
}

function giveScratch(array: Int32Array): void {
  if (array.length <= LARGEST_SCRATCH) scratch = array
}

/** A copy of the first `length` integers that is kept. */
function stored(spans: Int32Array, length: number): Int32Array {
  if (length * 4 > SLAB) return spans.slice(0, length)
  if (used + length > slab.length) {
    slab = new Int32Array(SLAB)
    used = 0
  }
  const view = slab.subarray(used, used + length)
  used += length
  view.set(spans.subarray(0, length))
  return view
}
