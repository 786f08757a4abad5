import { isList, isMapping, own, type Value } from '../value.ts'
import { applicatorsOf } from './applicators.ts'
import { closureOf, MAX_APPLICABLE, type Reach } from './closure.ts'
import type { SchemaNode } from './node.ts'
import type { Home } from './types.ts'
import { branchOf, unionsOf, type Union } from './union.ts'

/**
 * The schemas that apply at one pointer, and the way from there to those that apply below it. Scopes are kept: the same
 * schemas are the same scope, and a step that was taken once costs a look-up. So walking 10,000 documents along one
 * schema makes no more scopes than walking one.
 */
export class Scope {
  /** Nearest first: a schema stands before those that it refers to. */
  readonly nodes: readonly SchemaNode[]
  /** The discriminated unions among them. */
  readonly unions: readonly Union[]
  /** Whether more schemas apply than are looked at. */
  readonly cut: boolean
  readonly #space: Space
  readonly #seeds: ReadonlySet<SchemaNode>
  /** By key; at `undefined` that of all keys that no schema here names. */
  readonly #keys = new Map<string | undefined, Scope>()
  readonly #items: Scope[] = []
  readonly #chosen = new Map<SchemaNode, Scope>()
  #names: ReadonlySet<string> | undefined
  #patterned: boolean | undefined
  #prefix: number | undefined
  #anyItem: Scope | undefined
  #ofKeys: Scope | undefined

  /** Made by `enter` and by steps from other scopes alone. */
  constructor(space: Space, seeds: ReadonlySet<SchemaNode>) {
    const { nodes, cut } = closureOf(seeds, space.reach)
    this.nodes = nodes
    this.cut = cut
    this.unions = space.reach === 'maybe' ? [] : nodes.flatMap(unionsOf)
    this.#space = space
    this.#seeds = seeds
  }

  /** The property names that some schema here lists. */
  get names(): ReadonlySet<string> {
    if (this.#names === undefined) {
      const names = new Set<string>()
      for (const node of this.nodes) for (const name of applicatorsOf(node).properties.keys()) names.add(name)
      this.#names = names
    }
    return this.#names
  }

  /** The scope once the value here is known: with the branches that its tags choose. */
  given(value: Value | undefined): Scope {
    if (this.unions.length === 0 || this.cut) return this
    const chosen: SchemaNode[] = []
    for (const union of this.unions) {
      const branch = branchOf(union, value)
      if (branch !== undefined && !this.#seeds.has(branch)) chosen.push(branch)
    }
    // A branch may have further unions.
    return chosen.length === 0 ? this : this.#choose(chosen).given(value)
  }

  #choose(branches: readonly SchemaNode[]): Scope {
    const [first] = branches
    if (first === undefined || branches.length > 1) return this.with(branches)
    let scope = this.#chosen.get(first)
    if (scope === undefined) this.#chosen.set(first, (scope = this.with(branches)))
    return scope
  }

  /** The scope of a key's value; as long as that is not given, nothing is chosen by it. */
  atKey(key: string, value?: Value): Scope {
    const scope = this.#keys.get(key) ?? this.#enterKey(key)
    return scope.unions.length === 0 ? scope : scope.given(value)
  }

  /** The scope of the keys of a mapping, as strings. */
  ofKeys(): Scope {
    if (this.#ofKeys === undefined) {
      const names = this.nodes.map((node) => applicatorsOf(node).names)
      this.#ofKeys = this.#space.of(names.filter((node) => node !== undefined))
    }
    return this.#ofKeys
  }

  /** The scope of an item of a list; as long as that is not given, nothing is chosen by it. */
  atItem(index: number, value?: Value): Scope {
    const at = Math.min(index, this.prefix)
    const scope = (this.#items[at] ??= this.#space.of(this.#belowItem(at)))
    return scope.unions.length === 0 ? scope : scope.given(value)
  }

  /** The scope of any item of a list: of what is certain, that of the items after those with schemas of their own. */
  atAnyItem(): Scope {
    if (this.#space.reach === 'always') return this.atItem(this.prefix)
    return (this.#anyItem ??= this.#space.of(this.nodes.flatMap(itemsOf)))
  }

  /**
   * The scope of what a token leads to from the value here. Where that is neither mapping nor list (it is absent or
   * opaque), a token is a key, and an index too where it can be one.
   */
  at(token: string, value: Value | undefined): Scope {
    if (isMapping(value)) return this.atKey(token, own(value, token))
    const index = LIST_INDEX.test(token) ? Number(token) : undefined
    if (isList(value)) return index === undefined ? this.#space.of([]) : this.atItem(index, value[index])
    if (index === undefined) return this.atKey(token)
    return this.#space.of([...this.#belowKey(token), ...this.#belowItem(Math.min(index, this.prefix))])
  }

  /** The scope where these schemas apply too. */
  with(schemas: readonly SchemaNode[]): Scope {
    return schemas.length === 0 ? this : this.#space.of([...this.#seeds, ...schemas])
  }

  /** The scopes that a step can lead to: of each name, of other keys, by each pattern, of items, of each branch. */
  *steps(): Generator<Scope> {
    for (const name of this.names) yield this.atKey(name)
    const others: SchemaNode[] = []
    for (const node of this.nodes) {
      const { patterns, additional } = applicatorsOf(node)
      for (const [, schema] of patterns) yield this.#space.of([schema])
      if (additional !== undefined) others.push(additional)
    }
    yield this.#space.of(others)
    for (let index = 0; index <= this.prefix; index++) yield this.atItem(index)
    for (const { node, keyword, branches } of this.unions) {
      const list = node.child(keyword)
      let open = true
      for (const seed of this.#seeds) if (seed.above === list) open = false
      if (open) for (const branch of branches) yield this.with([branch])
    }
  }

  /** How many items have schemas of their own; the ones after them share one. */
  get prefix(): number {
    if (this.#prefix === undefined) {
      this.#prefix = 0
      for (const node of this.nodes) this.#prefix = Math.max(this.#prefix, applicatorsOf(node).prefix.length)
    }
    return this.#prefix
  }

  #enterKey(key: string): Scope {
    const own = this.names.has(key) || this.#hasPatterns()
    const slot = own ? key : undefined
    let scope = this.#keys.get(slot)
    if (scope === undefined) {
      scope = this.#space.of(this.#belowKey(key))
      if (this.#keys.size < MOST_KEYS) this.#keys.set(slot, scope)
    }
    return scope
  }

  #hasPatterns(): boolean {
    return (this.#patterned ??= this.nodes.some((node) => applicatorsOf(node).patterns.length > 0))
  }

  #belowKey(key: string): SchemaNode[] {
    const below: SchemaNode[] = []
    for (const node of this.nodes) {
      const { properties, patterns, additional, maybeEntries } = applicatorsOf(node)
      const property = properties.get(key)
      let listed = property !== undefined
      if (property !== undefined) below.push(property)
      for (const [pattern, schema] of patterns) {
        if (this.#space.home.regexp.test(pattern, key) !== true) continue
        below.push(schema)
        listed = true
      }
      if (!listed && additional !== undefined) below.push(additional)
      if (this.#space.reach === 'maybe') below.push(...maybeEntries)
    }
    return below
  }

  #belowItem(index: number): SchemaNode[] {
    const below: SchemaNode[] = []
    for (const node of this.nodes) {
      const { prefix, items, maybeItems } = applicatorsOf(node)
      const schema = prefix[index] ?? items
      if (schema !== undefined) below.push(schema)
      if (this.#space.reach === 'maybe') below.push(...maybeItems)
    }
    return below
  }
}

function itemsOf(node: SchemaNode): readonly SchemaNode[] {
  const { prefix, items, maybeItems } = applicatorsOf(node)
  return [...prefix, ...(items === undefined ? [] : [items]), ...maybeItems]
}

/** An array index as RFC 6901 §4 writes it. */
const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/
/** Keys of one scope whose steps are kept: where patterns count, every key of a document is a step of its own. */
const MOST_KEYS = 10_000
/** Schemas in all scopes of a space from which on new ones are not kept. Only schemas made to be costly come so far. */
const MOST_KEPT = 1_000_000

/** The scopes of one set of schemas. */
class Space {
  readonly home: Home
  readonly reach: Reach
  readonly #scopes = new Map<string, Scope>()
  #kept = 0

  constructor(home: Home, reach: Reach) {
    this.home = home
    this.reach = reach
  }

  of(schemas: Iterable<SchemaNode>): Scope {
    const seeds = new Set<SchemaNode>()
    let key = ''
    for (const node of schemas) {
      if (seeds.size > MAX_APPLICABLE) break
      if (!seeds.has(node)) key += `${node.id},`
      seeds.add(node)
    }
    let scope = this.#scopes.get(key)
    if (scope === undefined) {
      scope = new Scope(this, seeds)
      this.#kept += scope.nodes.length + 1
      if (this.#kept <= MOST_KEPT) this.#scopes.set(key, scope)
    }
    return scope
  }
}

const spaces: Readonly<Record<Reach, WeakMap<Home, Space>>> = { always: new WeakMap(), maybe: new WeakMap() }

/** The scope of a value as a whole under a schema: which schemas apply to it. `reach`: also those that only may. */
export function enter(root: SchemaNode, value?: Value, reach: Reach = 'always'): Scope {
  let space = spaces[reach].get(root.home)
  if (space === undefined) spaces[reach].set(root.home, (space = new Space(root.home, reach)))
  return space.of([root]).given(value)
}
