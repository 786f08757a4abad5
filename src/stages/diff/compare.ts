import type { Change, Side } from '../../core/change.ts'
import type { Linked } from '../../core/effective.ts'
import type { Strategy } from '../../core/strategy.ts'
import { diffLinked } from './diff.ts'

/**
 * How one document differs between two environments, as changes from the first to the second: `before` is what the
 * first runs with, `after` the second, each side with its environment's name. `undefined` is an environment that lacks
 * the document.
 */
export function compareEnvironments(
  first: Linked | undefined,
  second: Linked | undefined,
  strategy?: Strategy,
): Change[] {
  const names = [first, second].map((linked) => linked?.effective.environment.name)
  const environments = names.filter((name) => name !== undefined).sort()
  return diffLinked(first, second, strategy).map((change) => ({
    ...change,
    environments,
    ...(change.before === undefined ? {} : { before: named(change.before, names[0]) }),
    ...(change.after === undefined ? {} : { after: named(change.after, names[1]) }),
  }))
}

function named(side: Side, environment: string | undefined): Side {
  return environment === undefined ? side : { ...side, environment }
}
