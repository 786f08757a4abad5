import { isList, isMapping, own, type Value } from '../value.ts'
import { applicatorsOf, possibleApplicatorsOf, type Applicators } from './applicators.ts'
import { closureOf, MAX_APPLICABLE, type Reach } from './closure.ts'
import type { SchemaNode } from './node.ts'
import { alwaysFrom, NO_RANKS, ranksOf, type Outranks, type Ranks } from './ranks.ts'
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
  /** The schemas that the others are led to from. */
  readonly seeds: Seeds
  readonly #space: Space
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
  constructor(space: Space, seeds: Seeds) {
    const { nodes, cut } = closureOf(seeds.nodes, space.reach)
    this.nodes = nodes
    this.cut = cut || seeds.isCut
    this.unions = space.reach === 'maybe' ? [] : nodes.flatMap(unionsOf)
    this.#space = space
    this.seeds = seeds
  }

  /** The property names that some schema here lists. */
  get names(): ReadonlySet<string> {
    if (this.#names === undefined) {
      const names = new Set<string>()
      for (const node of this.nodes) {
        for (const name of this.#space.applicatorsOf(node).properties.keys()) names.add(name)
      }
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
      if (branch !== undefined && !this.seeds.nodes.has(branch)) chosen.push(branch)
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
    const scope = (this.#items[at] ??= this.#below(this.#belowItem(at)))
    return scope.unions.length === 0 ? scope : scope.given(value)
  }

  /** The scope of any item of a list: of what is certain, that of the items after those with schemas of their own. */
  atAnyItem(): Scope {
    if (this.#space.reach === 'always') return this.atItem(this.prefix)
    return (this.#anyItem ??= this.#space.of(this.nodes.flatMap((node) => itemsOf(this.#space.applicatorsOf(node)))))
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
    return this.#below(new Map([...this.#belowKey(token), ...this.#belowItem(Math.min(index, this.prefix))]))
  }

  /** The scope where these schemas apply too. */
  with(schemas: readonly SchemaNode[]): Scope {
    if (schemas.length === 0) return this
    const { nodes, outranks } = this.seeds
    return this.#space.of([...nodes, ...schemas], (one, other) => outranks.get(one)?.has(other) === true)
  }

  /**
   * Whether one schema here overrides another: it refers to that one, or it stands in one that overrides, above, the
   * one in which the other stands. What is said beside a `$ref` or an `allOf` is said on purpose, of what is below too.
   */
  overrides(one: SchemaNode, other: SchemaNode): boolean {
    if (one === other) return false
    const [leads, isLedTo] = [alwaysFrom(one).has(other), alwaysFrom(other).has(one)]
    if (leads || isLedTo) return leads && !isLedTo
    const { nodes, outranks } = this.seeds
    if (outranks.size === 0) return false
    const mine = [...nodes].filter((seed) => alwaysFrom(seed).has(one))
    const isBelowMine = (seed: SchemaNode) => mine.some((my) => outranks.get(my)?.has(seed) === true)
    return [...nodes].every((seed) => !alwaysFrom(seed).has(other) || isBelowMine(seed))
  }

  #below(below: Below): Scope {
    if (this.#space.reach === 'maybe') return this.#space.of(below.keys())
    const above = (node: SchemaNode) => below.get(node) as SchemaNode
    return this.#space.of(below.keys(), (one, other) => this.overrides(above(one), above(other)))
  }

  /**
   * The scopes that a step can lead to: of each name, of other keys, by each pattern, of items, of each branch. Not
   * that of a tag that has chosen a branch already.
   */
  *steps(): Generator<Scope> {
    const { open, tags } = this.#choices()
    for (const name of this.names) if (!tags.has(name)) yield this.atKey(name)
    const others = new Map<SchemaNode, SchemaNode>()
    for (const node of this.nodes) {
      const { patterns, additional } = applicatorsOf(node)
      for (const [, schema] of patterns) yield this.#space.of([schema])
      if (additional !== undefined) others.set(additional, node)
    }
    yield this.#below(others)
    for (let index = 0; index <= this.prefix; index++) yield this.atItem(index)
    for (const { branches } of open) for (const branch of branches) yield this.with([branch])
  }

  /** The unions of which no branch is chosen, and the tags of the others. */
  #choices(): { readonly open: readonly Union[]; readonly tags: ReadonlySet<string> } {
    const open: Union[] = []
    const tags = new Set<string>()
    const above = new Set<SchemaNode | undefined>()
    if (this.unions.length > 0) for (const seed of this.seeds.nodes) above.add(seed.above)
    for (const union of this.unions) {
      if (above.has(union.node.child(union.keyword))) tags.add(union.property)
      else open.push(union)
    }
    return { open, tags }
  }

  /** How many items have schemas of their own; the ones after them share one. */
  get prefix(): number {
    if (this.#prefix === undefined) {
      this.#prefix = 0
      for (const node of this.nodes) {
        this.#prefix = Math.max(this.#prefix, this.#space.applicatorsOf(node).prefix.length)
      }
    }
    return this.#prefix
  }

  #enterKey(key: string): Scope {
    const own = this.names.has(key) || this.#hasPatterns()
    const slot = own ? key : undefined
    let scope = this.#keys.get(slot)
    if (scope === undefined) {
      scope = this.#below(this.#belowKey(key))
      if (this.#keys.size < MOST_KEYS) this.#keys.set(slot, scope)
    }
    return scope
  }

  #hasPatterns(): boolean {
    return (this.#patterned ??= this.nodes.some((node) => this.#space.applicatorsOf(node).patterns.length > 0))
  }

  #belowKey(key: string): Below {
    const below = new Map<SchemaNode, SchemaNode>()
    for (const node of this.nodes) {
      const { properties, patterns, additional, maybeEntries } = this.#space.applicatorsOf(node)
      const property = properties.get(key)
      let listed = property !== undefined
      if (property !== undefined) below.set(property, node)
      for (const [pattern, schema] of patterns) {
        const matches = this.#space.home.regexp.test(pattern, key)
        // Whom a pattern is for that the engine refuses is not known.
        if (matches === true || (matches === undefined && this.#space.reach === 'maybe')) below.set(schema, node)
        if (matches === true) listed = true
      }
      if (!listed && additional !== undefined) below.set(additional, node)
      if (this.#space.reach === 'maybe') for (const schema of maybeEntries) below.set(schema, node)
    }
    return below
  }

  #belowItem(index: number): Below {
    const below = new Map<SchemaNode, SchemaNode>()
    for (const node of this.nodes) {
      const { prefix, items, maybeItems } = this.#space.applicatorsOf(node)
      const schema = prefix[index] ?? items
      if (schema !== undefined) below.set(schema, node)
      if (this.#space.reach === 'maybe') for (const one of maybeItems) below.set(one, node)
    }
    return below
  }
}

function itemsOf({ prefix, items, maybeItems }: Applicators): readonly SchemaNode[] {
  return [...prefix, ...(items === undefined ? [] : [items]), ...maybeItems]
}

/** An array index as RFC 6901 §4 writes it. */
const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/
/** Keys of one scope whose steps are kept: where patterns count, every key of a document is a step of its own. */
const MOST_KEYS = 10_000
/** Schemas in all scopes of a space from which on new ones are not kept. Only schemas made to be costly come so far. */
const MOST_KEPT = 1_000_000

/** Schemas that stand directly below others, each with that one. */
type Below = ReadonlyMap<SchemaNode, SchemaNode>

/** What a scope is made of. */
interface Seeds {
  readonly nodes: ReadonlySet<SchemaNode>
  /** Whether there are more than are looked at. */
  readonly isCut: boolean
  /** For those that override others, which. */
  readonly outranks: Ranks
}

/** The scopes of one set of schemas. */
class Space {
  readonly home: Home
  readonly reach: Reach
  readonly applicatorsOf: (node: SchemaNode) => Applicators
  readonly #scopes = new Map<string, Scope>()
  #kept = 0

  constructor(home: Home, reach: Reach) {
    this.home = home
    this.reach = reach
    this.applicatorsOf = reach === 'maybe' ? possibleApplicatorsOf : applicatorsOf
  }

  /** @param outranks whether one of the schemas overrides another; where they are not given, none does. */
  of(schemas: Iterable<SchemaNode>, outranks?: Outranks): Scope {
    const nodes = new Set<SchemaNode>()
    let isCut = false
    let key = ''
    for (const node of schemas) {
      if (nodes.has(node)) continue
      if ((isCut = nodes.size > MAX_APPLICABLE)) break
      key += `${node.id},`
      nodes.add(node)
    }
    const ranks = outranks === undefined ? NO_RANKS : ranksOf(nodes, outranks)
    for (const [one, others] of ranks) for (const other of others) key += `${one.id}>${other.id},`
    let scope = this.#scopes.get(key)
    if (scope === undefined) {
      scope = new Scope(this, { nodes, isCut, outranks: ranks })
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
