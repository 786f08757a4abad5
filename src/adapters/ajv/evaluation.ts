import { heldBy } from '../../core/schema/keywords.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { resolve } from '../../core/schema/resolve.ts'
import { isList } from '../../core/value.ts'
import { dynamicTarget, entering, type DynamicScope } from './dynamic-scope.ts'
import { otherMode, type Mode } from './mode.ts'
import { targetOf, type Target } from './target.ts'

/**
 * Which keys and items a schema counts as evaluated (2020-12 §11): what `unevaluatedProperties` and `unevaluatedItems`
 * leave alone. ajv's own bookkeeping of this fails where branches are tried out, so it is not used.
 */
export interface Evaluation {
  readonly everyKey: boolean
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
  readonly everyItem: boolean
  /** Items from the first on. */
  readonly prefix: number
  /** Items that hold what one of these asks. */
  readonly containing: ReadonlySet<Target>
  /** What counts besides where a condition holds. */
  readonly parts: ReadonlySet<Part>
}

export interface Part {
  /** A schema that the value must satisfy, or must not, or a key that it must have. */
  readonly when: { readonly schema: Target; readonly holds: boolean } | { readonly key: string }
  readonly evaluation: Evaluation
}

/** Says what schemas evaluate, each worked out once. */
export class Evaluations {
  readonly #known = new Map<string, Evaluation>()

  /** What the keywords of a schema evaluate, itself no `unevaluated…`. */
  besides(node: SchemaNode, mode: Mode, scope: DynamicScope): Evaluation {
    const draft = new Draft()
    this.#collect(node, mode, scope, draft)
    return draft
  }

  #of(node: SchemaNode, mode: Mode, from: DynamicScope): Evaluation {
    const { uri, scope } = targetOf(node, mode, from)
    const known = this.#known.get(uri)
    if (known !== undefined) return known
    const draft = new Draft()
    // Known while it is worked out: a schema that refers to itself adds nothing to itself.
    this.#known.set(uri, draft)
    draft.everyKey = node.keyword('unevaluatedProperties') !== undefined
    draft.everyItem = node.keyword('unevaluatedItems') !== undefined
    this.#collect(node, mode, scope, draft)
    return draft
  }

  #collect(node: SchemaNode, mode: Mode, scope: DynamicScope, draft: Draft): void {
    collectOwn(node, mode, scope, draft)
    for (const how of ['$ref', '$dynamicRef'] as const) {
      const reference = node.keyword(how)
      const target = typeof reference === 'string' ? resolve(node, reference).node : undefined
      if (target === undefined) continue
      const meant = how === '$ref' ? target : dynamicTarget(target, reference as string, scope)
      draft.add(this.#of(meant, mode, entering(scope, meant.resource)))
    }
    for (const [, member] of heldBy(node, 'allOf')) draft.add(this.#of(member, mode, scope))
    for (const keyword of ['anyOf', 'oneOf']) {
      for (const [, branch] of heldBy(node, keyword)) {
        const when = { schema: targetOf(branch, mode, scope), holds: true }
        draft.parts.add({ when, evaluation: this.#of(branch, mode, scope) })
      }
    }
    for (const [key, dependent] of heldBy(node, 'dependentSchemas')) {
      draft.parts.add({ when: { key }, evaluation: this.#of(dependent, mode, scope) })
    }
    this.#collectCondition(node, mode, scope, draft)
  }

  #collectCondition(node: SchemaNode, mode: Mode, scope: DynamicScope, draft: Draft): void {
    const [condition, then, otherwise] = ['if', 'then', 'else'].map((keyword) => heldBy(node, keyword)[0]?.[1])
    if (condition === undefined) return
    const when = { schema: targetOf(condition, mode, scope), holds: true }
    for (const clause of [condition, then]) {
      if (clause !== undefined) draft.parts.add({ when, evaluation: this.#of(clause, mode, scope) })
    }
    if (otherwise === undefined) return
    const failing = { schema: targetOf(condition, otherMode(mode), scope), holds: false }
    draft.parts.add({ when: failing, evaluation: this.#of(otherwise, mode, scope) })
  }
}

function collectOwn(node: SchemaNode, mode: Mode, scope: DynamicScope, draft: Draft): void {
  if (node.keyword('additionalProperties') !== undefined) draft.everyKey = true
  for (const [key] of heldBy(node, 'properties')) draft.names.add(key)
  for (const [pattern] of heldBy(node, 'patternProperties')) draft.patterns.add(pattern)
  const items = node.keyword('items')
  if (items !== undefined && !isList(items)) draft.everyItem = true
  draft.prefix = Math.max(draft.prefix, heldBy(node, 'prefixItems').length)
  for (const [, contained] of heldBy(node, 'contains')) draft.containing.add(targetOf(contained, mode, scope))
}

class Draft implements Evaluation {
  everyKey = false
  everyItem = false
  prefix = 0
  readonly names = new Set<string>()
  readonly patterns = new Set<string>()
  readonly containing = new Set<Target>()
  readonly parts = new Set<Part>()

  add(other: Evaluation): void {
    this.everyKey ||= other.everyKey
    this.everyItem ||= other.everyItem
    this.prefix = Math.max(this.prefix, other.prefix)
    for (const name of other.names) this.names.add(name)
    for (const pattern of other.patterns) this.patterns.add(pattern)
    for (const contained of other.containing) this.containing.add(contained)
    for (const part of other.parts) this.parts.add(part)
  }
}

/** What deciding about keys and items takes. */
export interface World {
  readonly matches: (pattern: string, key: string) => boolean
  readonly holds: (schema: Target, data: unknown) => boolean
}

/** The keys of a mapping that nothing evaluates. */
export function keysLeft(evaluation: Evaluation, data: object, world: World): readonly string[] {
  return leftOf(Object.keys(data), evaluation, data, ({ everyKey, names, patterns }, keys) => {
    if (everyKey) return []
    return keys.filter((key) => !names.has(key) && !some(patterns, (pattern) => world.matches(pattern, key)))
  }, world)
}

/** The indexes of a list that nothing evaluates. */
export function itemsLeft(evaluation: Evaluation, data: readonly unknown[], world: World): readonly number[] {
  return leftOf([...data.keys()], evaluation, data, ({ everyItem, prefix, containing }, indexes) => {
    if (everyItem) return []
    return indexes.filter((i) => i >= prefix && !some(containing, (schema) => world.holds(schema, data[i])))
  }, world)
}

function leftOf<T>(
  all: readonly T[],
  evaluation: Evaluation,
  data: unknown,
  without: (evaluation: Evaluation, left: readonly T[]) => readonly T[],
  { holds }: World,
): readonly T[] {
  let left = all
  const open = new Set([evaluation])
  for (const next of open) {
    left = without(next, left)
    if (left.length === 0) return left
    for (const { when, evaluation: inner } of next.parts) {
      if (open.has(inner)) continue
      const counts = 'key' in when ? Object.hasOwn(data as object, when.key) : holds(when.schema, data) === when.holds
      if (counts) open.add(inner)
    }
  }
  return left
}

function some<T>(items: ReadonlySet<T>, test: (item: T) => boolean): boolean {
  for (const item of items) if (test(item)) return true
  return false
}
