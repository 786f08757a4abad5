import type { Environment, EnvironmentDefinition } from '../../core/environment.ts'
import type { Place } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { findNode, valuePlace } from '../../core/tree.ts'
import { isMapping, own, put, valueAt, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'

/** What an environment has besides documents; inherited by the order of its lineage. */
export type Properties = 'labels' | 'variables'

/**
 * An environment's labels or variables over its lineage (RFC 7396, starting from nothing: a null never stays).
 *
 * @param lineage highest precedence first
 */
export function mergeProperties(
  lineage: readonly string[],
  definitions: ReadonlyMap<string, EnvironmentDefinition>,
  field: Properties,
): Mapping {
  let merged: Mapping = {}
  for (let i = lineage.length - 1; i >= 0; i--) {
    merged = addProperties(merged, (definitions.get(lineage[i] as string) as EnvironmentDefinition)[field])
  }
  return merged
}

/** One more definition on top. Shares what does not change; mutates nothing. */
export function addProperties(below: Mapping, above: Mapping): Mapping {
  const keys = Object.keys(above)
  if (keys.length === 0) return below
  const merged: MutableMapping = {}
  for (const key of Object.keys(below)) {
    if (own(above, key) !== null) put(merged, key, own(below, key) as Value)
  }
  for (const key of keys) {
    const value = own(above, key) as Value
    if (value === null) continue
    const under = own(below, key)
    put(merged, key, isMapping(value) ? addProperties(isMapping(under) ? under : {}, value) : value)
  }
  return merged
}

/**
 * Where a label or variable of an environment comes from: the value's place in the highest definition of its lineage
 * that says something there. `undefined` where none does, or what does removes it.
 */
export function placeOfLabel(
  environment: Environment,
  environments: ReadonlyMap<string, Environment>,
  field: Properties,
  tokens: Tokens,
): Place | undefined {
  for (const ancestor of environment.lineage) {
    const definition = environments.get(ancestor)?.definition
    if (definition?.definedIn === undefined) continue
    const said = saidAt(definition[field], tokens)
    if (said === 'nothing') continue
    const { tree, node } = definition.definedIn
    const at = said === 'other' ? -1 : findNode(tree, [field, ...tokens], node)
    return at < 0 ? undefined : valuePlace(tree, at)
  }
  return undefined
}

/** Whether a definition gives a value at a path, says nothing of it, or takes it away: by null, or by another kind. */
function saidAt(properties: Mapping, tokens: Tokens): 'value' | 'nothing' | 'other' {
  let at: Value = properties
  for (const [depth, token] of tokens.entries()) {
    if (!isMapping(at)) return (valueAt(at, tokens.slice(depth)) ?? null) === null ? 'other' : 'value'
    const next = own(at, token)
    if (next === undefined) return 'nothing'
    at = next
  }
  if (tokens.length === 0 && Object.keys(properties).length === 0) return 'nothing'
  return at === null ? 'other' : 'value'
}
