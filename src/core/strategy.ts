import type { Tokens } from './pointer.ts'
import { isList, isMapping, valueAt, type Value } from './value.ts'

/**
 * How lists and mappings of a document are merged, as the schema's `x-merge` says; a YAML tag beats it for its layer.
 * Absent: mappings merge, everything else replaces (RFC 7396). Strategies may be cyclic, as recursive schemas are.
 */
export interface Strategy {
  readonly merge?: MergeRule
  readonly properties?: Readonly<Record<string, Strategy>>
  /** For keys that `properties` does not name: one for all, or one for each. */
  readonly rest?: Strategy | ((key: string) => Strategy | undefined)
  /** For the items of a list that are merged with one another (`{key: …}`). */
  readonly items?: Strategy | undefined
  /** Whether the leaf here is under `x-secret`. */
  readonly secret?: boolean
  /** Whether a list here or below is merged by a key; where it does not say, it is searched for. */
  readonly keyed?: boolean
}

export type MergeRule = 'replace' | 'append' | 'prepend' | 'unique' | { readonly key: string }

/** The strategy for what a key of a mapping holds. */
export function strategyAtKey(strategy: Strategy | undefined, key: string): Strategy | undefined {
  if (strategy === undefined) return undefined
  const { properties, rest } = strategy
  if (properties !== undefined && Object.hasOwn(properties, key)) return properties[key]
  return typeof rest === 'function' ? rest(key) : rest
}

/** Whether the schema puts a value, or anything in it, under `x-secret`. */
export function holdsSecret(value: Value | undefined, strategy: Strategy | undefined): boolean {
  if (value === undefined || strategy === undefined) return false
  if (strategy.secret === true) return true
  if (isList(value)) return value.some((item) => holdsSecret(item, strategy.items))
  if (!isMapping(value)) return false
  return Object.keys(value).some((key) => holdsSecret(value[key], strategyAtKey(strategy, key)))
}

/** The strategy for what a pointer of a value leads to. */
export function strategyAt(strategy: Strategy | undefined, tokens: Tokens, value: Value): Strategy | undefined {
  let at = strategy
  for (const [depth, token] of tokens.entries()) {
    at = isList(valueAt(value, tokens.slice(0, depth))) ? at?.items : strategyAtKey(at, token)
  }
  return at
}

/** A strategy that also hides what stands at some places, with all that is below it; in a list, every item alike. */
export function hidingAt(strategy: Strategy | undefined, places: readonly Tokens[]): Strategy | undefined {
  if (places.length === 0) return strategy
  const { merge, keyed = false } = strategy ?? {}
  const secret = strategy?.secret === true || places.some((place) => place.length === 0)
  const below = (takes: (token: string) => boolean): Tokens[] =>
    places.filter(([token]) => token === undefined || takes(token)).map((place) => place.slice(1))
  return {
    ...(merge === undefined ? {} : { merge }),
    keyed,
    secret,
    rest: (key) => hidingAt(strategyAtKey(strategy, key), below((token) => token === key)),
    get items() {
      return hidingAt(strategy?.items, below((token) => LIST_INDEX.test(token)))
    },
  }
}

/** An array index as RFC 6901 §4 writes it: no leading zeros. */
const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/

/**
 * A strategy that hides what either of two hides, and else is the first: what was a secret before a change of its
 * schema, or is one after it, is one.
 */
export function hidingBoth(strategy: Strategy | undefined, other: Strategy | undefined): Strategy | undefined {
  if (strategy === other || other === undefined) return strategy
  const { merge, keyed = false } = strategy ?? {}
  return {
    ...(merge === undefined ? {} : { merge }),
    keyed,
    secret: strategy?.secret === true || other.secret === true,
    rest: (key) => hidingBoth(strategyAtKey(strategy, key), strategyAtKey(other, key)),
    get items() {
      return hidingBoth(strategy?.items, other.items)
    },
  }
}
