import type { Environment } from '../../core/environment.ts'
import { locate, type Location } from '../../core/place.ts'
import type { Tokens } from '../../core/pointer.ts'
import { findNode, keyPlace } from '../../core/tree.ts'

type Environments = ReadonlyMap<string, Environment>

/** Where an environment's own definition says something; where it is defined, if it does not. */
export function placeInDefinition({ definition }: Environment, tokens: Tokens): Location {
  const { definedIn, place } = definition
  const node = definedIn === undefined ? -1 : findNode(definedIn.tree, tokens, definedIn.node)
  return locate(definedIn === undefined || node < 0 ? place : keyPlace(definedIn.tree, node))
}

/** The nearest of an environment and its ancestors of which something is so. */
export function nearestOf(
  environment: Environment,
  all: Environments,
  isSo: (one: Environment) => boolean,
): Environment | undefined {
  for (const name of environment.lineage) {
    const one = all.get(name)
    if (one !== undefined && isSo(one)) return one
  }
  return undefined
}

/** Whether what an environment runs with is asked for at all: on one side at least. */
export function isConcrete(name: string, ...sides: readonly Environments[]): boolean {
  return sides.some((all) => all.get(name)?.abstract === false)
}
