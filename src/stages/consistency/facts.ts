import { Opaque } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isSecretAt, type SchemaNode } from '../../core/schema/schemas.ts'
import { isMapping, own, valueAt, type Value } from '../../core/value.ts'

/** What this run does not know or must not show. A rule that would need it says nothing. */
export const UNKNOWN: unique symbol = Symbol('unknown')
/** What rules know of one value: a scalar, or nothing where there is none (null is none). */
export type Fact = string | number | boolean | typeof UNKNOWN | undefined

/** The scalar that a value is; what is opaque or no scalar is unknown. */
function factOf(value: Value | undefined): Fact {
  if (value === undefined || value === null) return undefined
  return typeof value === 'object' ? UNKNOWN : value
}

/** The fact at a pointer. What an opaque value covers is unknown, not absent. */
export function factAt(value: Value | undefined, tokens: Tokens): Fact {
  let at = value
  for (const token of tokens) {
    if (at instanceof Opaque) return UNKNOWN
    if (at === undefined) return undefined
    at = isMapping(at) ? own(at, token) : valueAt(at, [token])
  }
  return factOf(at)
}

/** The pointers that rules ask documents of one kind for, each read once a document. */
export class SlotTable {
  readonly kind: string
  readonly texts: Texts
  readonly #root: SchemaNode | undefined
  readonly #trie: Node = { slot: -1, keys: [], below: [] }
  #count = 0
  /** How many facts were asked for that only a key would tell. */
  sealed = 0

  constructor(kind: string, { root, texts }: { readonly root: SchemaNode | undefined; readonly texts: Texts }) {
    this.kind = kind
    this.texts = texts
    this.#root = root
  }

  /** The index at which `read` gives the fact at a pointer. */
  slot(tokens: Tokens): number {
    // What the schema hides is never read, so that no message can show it.
    if (this.hides(tokens)) return this.#count++
    let node = this.#trie
    for (const token of tokens) {
      const known = node.keys.indexOf(token)
      const next = known >= 0 ? node.below[known] : undefined
      if (next === undefined) {
        const made: Node = { slot: -1, keys: [], below: [] }
        node.keys.push(token)
        node.below.push(made)
        node = made
      } else {
        node = next
      }
    }
    if (node.slot < 0) node.slot = this.#count++
    return node.slot
  }

  /** Whether the schema has `x-secret` at a pointer or above it, in any branch. */
  hides(tokens: Tokens): boolean {
    return this.#root !== undefined && isSecretAt(this.#root, tokens)
  }

  /** The facts of a document, by slot, in a list that the next document's may overwrite. */
  read(value: Value, facts: Fact[]): void {
    facts.length = this.#count
    facts.fill(UNKNOWN)
    this.sealed += readInto(this.#trie, value, facts)
  }
}

/** An item of a list, or a key of a mapping, for what the schema says of all of them. */
export const ANY = '0'

interface Node {
  slot: number
  readonly keys: string[]
  readonly below: Node[]
}

/** @returns how many of them are opaque, and no holes */
function readInto(node: Node, value: Value | undefined, facts: Fact[]): number {
  if (node.slot >= 0) facts[node.slot] = factOf(value)
  if (value instanceof Opaque) return value.opaque === 'hole' ? 0 : 1
  if (node.keys.length === 0) return 0
  let sealed = 0
  const mapping = isMapping(value) ? value : undefined
  for (let i = 0; i < node.keys.length; i++) {
    const key = node.keys[i] as string
    const below = mapping === undefined ? itemOf(value, key) : own(mapping, key)
    sealed += readInto(node.below[i] as Node, below, facts)
  }
  return sealed
}

function itemOf(value: Value | undefined, key: string): Value | undefined {
  return value === undefined ? undefined : valueAt(value, [key])
}

/** Longest text that V8 copies when it cuts it out of another; longer ones hold on to all of that. */
const ALWAYS_COPIED = 12

/** Keeps texts without holding on to the files that they were cut out of; equal ones once. */
export class Texts {
  readonly #known = new Map<string, string>()

  kept(text: string): string {
    if (text.length <= ALWAYS_COPIED) return text
    let copy = this.#known.get(text)
    if (copy === undefined) {
      copy = Buffer.from(text, 'utf8').toString('utf8')
      this.#known.set(copy, copy)
    }
    return copy
  }

  /** The same for a fact, which may be no text. */
  keptFact(fact: Fact): Fact {
    return typeof fact === 'string' ? this.kept(fact) : fact
  }
}
