import { HOLE } from '../../core/opaque.ts'
import { nodeAfter, ROOT, type Tree } from '../../core/tree.ts'
import { isList, isMapping, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'
import { createEntriesOf, targetOf, type EntriesOf } from './tree-entries.ts'
import { ENVELOPE_START, readEnvelope } from './envelope.ts'

/** Rebuilds a value of a tree with its SOPS envelopes replaced: by `Sealed` under SOPS metadata, else by holes. */
export class Sealer {
  /** Envelopes that became holes, and the node of the first. */
  holes = 0
  first = ROOT
  /** Nodes of list items that are encrypted comments; they are left out of the value. */
  readonly comments = new Set<number>()
  readonly #tree: Tree
  readonly #metadata: 'with metadata' | 'without metadata'
  readonly #entriesOf: EntriesOf

  constructor(tree: Tree, metadata: 'with metadata' | 'without metadata') {
    this.#tree = tree
    this.#metadata = metadata
    this.#entriesOf = createEntriesOf(tree)
  }

  /** @param value The root's value, with or without some of its keys. */
  value(value: Value): Value {
    return this.#replace(ROOT, value)
  }

  #replace(node: number, value: Value): Value {
    if (typeof value === 'string') return value.startsWith(ENVELOPE_START) ? this.#leaf(node, value) : value
    if (isMapping(value)) return this.#mapping(node, value)
    return isList(value) ? this.#list(node, value) : value
  }

  #mapping(node: number, value: Mapping): Value {
    const entries = this.#entriesOf(node)
    const replaced: MutableMapping = {}
    for (const key of Object.keys(value)) {
      const child = entries[0]?.nodes.get(key) ?? entries[1]?.nodes.get(key) ?? node
      put(replaced, key, this.#replace(child, value[key] as Value))
    }
    return replaced
  }

  #list(node: number, value: readonly Value[]): Value {
    const replaced: Value[] = []
    let child = targetOf(this.#tree, node) + 1
    for (const item of value) {
      if (this.#isComment(item)) this.comments.add(child)
      else replaced.push(this.#replace(child, item))
      child = nodeAfter(this.#tree, child)
    }
    return replaced
  }

  /** SOPS writes an encrypted comment of a YAML list as an item of the list. */
  #isComment(item: Value): boolean {
    return this.#metadata === 'with metadata' && typeof item === 'string' && readEnvelope(item)?.type === 'comment'
  }

  #leaf(node: number, text: string): Value {
    const sealed = this.#metadata === 'with metadata' ? readEnvelope(text) : undefined
    if (sealed !== undefined && sealed.type !== 'comment') return sealed
    if (this.holes++ === 0) this.first = node
    return HOLE
  }
}
