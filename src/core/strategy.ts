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
