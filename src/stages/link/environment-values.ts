import type { ReferenceTarget } from '../../core/effective.ts'
import type { Environment } from '../../core/environment.ts'
import { own, type Value } from '../../core/value.ts'
import { descend } from './descend.ts'
import type { Outcome } from './nodes.ts'
import { textsIn } from './walk.ts'

/** What references can ask of the environment itself: its name, labels and variables, as they are. */
export class EnvironmentValues {
  readonly #environment: Environment
  readonly #root: Value

  constructor(environment: Environment) {
    this.#environment = environment
    const { name, labels, variables } = environment
    this.#root = { name, labels, variables }
  }

  outcomeOf(target: Exclude<ReferenceTarget, { of: 'document' }>): Outcome {
    if (target.of === 'environment') return asItIs(descend(this.#root, [], target.tokens))
    const value = own(this.#environment.variables, target.variable)
    return value === undefined ? { failure: { is: 'no-variable' } } : asItIs({ value })
  }
}

/** Labels and variables are not resolved: a reference in one would reach the document as text. */
function asItIs(outcome: Outcome): Outcome {
  if ('value' in outcome && textsIn(outcome.value).length > 0) return { failure: { is: 'nested' } }
  return outcome
}
