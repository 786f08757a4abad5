import { decide } from '../../core/schema/decide.ts'
import { mergeRule } from '../../core/schema/extensions.ts'
import { mergeEdges, reaching } from '../../core/schema/reach.ts'
import { enter, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import { isSecretScope, mayHoldSecret } from '../../core/schema/secret.ts'
import type { MergeRule, Strategy } from '../../core/strategy.ts'

/**
 * What a schema says about merging documents (`x-merge`) and hiding what they hold (`x-secret`): `undefined` where it
 * says nothing, so that the merge stays on its fast path. Worked out as far as it is asked for, once for each schema.
 *
 * `x-merge` counts where the schema alone makes it certain. `x-secret` counts wherever it might apply, in any branch,
 * and for everything below; and where a schema cannot be read to the end, everything is hidden that it might hide: what
 * is hidden without need costs less than what is shown.
 */
export function strategyOf(root: SchemaNode): Strategy | undefined {
  let strategy = strategies.get(root)
  if (strategy === undefined && !strategies.has(root)) {
    strategy = strategyAt(enter(root), enter(root, undefined, 'maybe'))
    strategies.set(root, strategy)
  }
  return strategy
}

const strategies = new WeakMap<SchemaNode, Strategy | undefined>()

const leadsToMerge = reaching(mergeEdges, (node) => mergeRule(node.keyword('x-merge')) !== undefined)
const leadsToKeyed = reaching(mergeEdges, (node) => typeof mergeRule(node.keyword('x-merge')) === 'object')

/** Of what nothing is known but that it is secret, with all that is below it. */
const SECRET: Strategy = {
  secret: true,
  keyed: false,
  rest: () => SECRET,
  get items() {
    return SECRET
  },
}

/** By what is certain, then by what is possible; strategies are cyclic where schemas are, so each is made once. */
const made = new WeakMap<Scope, Map<Scope | undefined, SchemaStrategy>>()

/** @param possible the schemas that may apply; absent where one above has hidden everything already. */
function strategyAt(certain: Scope, possible: Scope | undefined): Strategy | undefined {
  const secret = possible === undefined || isSecretScope(possible)
  if (!certain.nodes.some(leadsToMerge)) {
    if (secret) return SECRET
    if (!possible.nodes.some(mayHoldSecret)) return undefined
  }
  const hiding = secret ? undefined : possible
  let ofCertain = made.get(certain)
  if (ofCertain === undefined) made.set(certain, (ofCertain = new Map<Scope | undefined, SchemaStrategy>()))
  let strategy = ofCertain.get(hiding)
  if (strategy === undefined) ofCertain.set(hiding, (strategy = new SchemaStrategy(certain, hiding)))
  return strategy
}

/** Keys of one mapping whose strategies are kept; documents with more than that have no schema for each. */
const MOST_KEYS = 10_000

class SchemaStrategy implements Strategy {
  readonly secret: boolean
  readonly keyed: boolean
  readonly merge?: MergeRule
  /** Bound, for the merge takes it from here. */
  readonly rest: (key: string) => Strategy | undefined
  readonly #certain: Scope
  readonly #possible: Scope | undefined
  readonly #keys = new Map<string, Strategy | undefined>()
  #items: { readonly strategy: Strategy | undefined } | undefined

  constructor(certain: Scope, possible: Scope | undefined) {
    const rule = mergeRule(decide(certain, 'x-merge')?.value)
    if (rule !== undefined) this.merge = rule
    this.secret = possible === undefined
    this.keyed = certain.nodes.some(leadsToKeyed)
    this.rest = (key) => this.#atKey(key)
    this.#certain = certain
    this.#possible = possible
  }

  get items(): Strategy | undefined {
    this.#items ??= { strategy: strategyAt(this.#certain.atAnyItem(), this.#possible?.atAnyItem()) }
    return this.#items.strategy
  }

  #atKey(key: string): Strategy | undefined {
    const known = this.#keys.get(key)
    if (known !== undefined || this.#keys.has(key)) return known
    const strategy = strategyAt(this.#certain.atKey(key), this.#possible?.atKey(key))
    if (this.#keys.size < MOST_KEYS) this.#keys.set(key, strategy)
    return strategy
  }
}
