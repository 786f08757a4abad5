import type { Environment, EnvironmentDefinition } from '../../core/environment.ts'
import type { Place } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { findNode, valuePlace } from '../../core/tree.ts'
import { isMapping, own, put, valueAt, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'

/** What an environment has besides documents; inherited by the order of its lineage. */
export type Properties = 'labels' | 'variables'

/** What an environment has of which no definition in its lineage has said anything. */
const NOTHING: Mapping = {}

/**
 * An environment's labels or variables over its lineage, merged like the layers of a document (RFC 7396): the first
 * definition that says anything is taken as it is, its nulls are values; a null in a later one removes.
 *
 * @param lineage highest precedence first
 */
export function mergeProperties(
  lineage: readonly string[],
  definitions: ReadonlyMap<string, EnvironmentDefinition>,
  field: Properties,
): Mapping {
  let merged = NOTHING
  for (let i = lineage.length - 1; i >= 0; i--) {
    merged = addProperties(merged, (definitions.get(lineage[i] as string) as EnvironmentDefinition)[field])
  }
  return merged
}

/**
 * One more definition on top. Shares what does not change; mutates nothing.
 *
 * @param below what `mergeProperties` or this function has returned
 */
export function addProperties(below: Mapping, above: Mapping): Mapping {
  if (Object.keys(above).length === 0) return below
  return below === NOTHING ? above : patched(below, above)
}

function patched(below: Mapping, above: Mapping): Mapping {
  const merged: MutableMapping = {}
  for (const key of Object.keys(below)) {
    if (own(above, key) !== null) put(merged, key, own(below, key) as Value)
  }
  for (const key of Object.keys(above)) {
    const value = own(above, key) as Value
    if (value === null) continue
    const under = own(below, key)
    put(merged, key, isMapping(value) ? patched(isMapping(under) ? under : {}, value) : value)
  }
  return merged
}

/**
 * Where a label or variable of an environment comes from: the value's place in the highest definition of its lineage
 * that says something there. `undefined` where the environment has no such value.
 */
export function placeOfLabel(
  environment: Environment,
  environments: ReadonlyMap<string, Environment>,
  field: Properties,
  tokens: Tokens,
): Place | undefined {
  if (valueAt(environment[field], tokens) === undefined) return undefined
  for (const ancestor of environment.lineage) {
    const definition = environments.get(ancestor)?.definition
    if (definition?.definedIn === undefined || valueAt(definition[field], tokens) === undefined) continue
    const { tree, node } = definition.definedIn
    const at = findNode(tree, [field, ...tokens], node)
    if (at >= 0) return valuePlace(tree, at)
  }
  return undefined
}
