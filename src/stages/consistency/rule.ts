import type { Concern, DocumentSpot } from '../../core/concern.ts'
import type { Environment } from '../../core/environment.ts'
import type { Tokens } from '../../core/pointer.ts'
import type { ConfigurableRule, RuleConfig } from '../../core/rule-settings.ts'
import type { Severity } from '../../core/rules.ts'
import type { Value } from '../../core/value.ts'
import type { Fact, SlotTable } from './facts.ts'

/** A document in an environment: what a rule keeps of it beside its facts. */
export interface Subject {
  readonly environment: Environment
  /** `kind/name`. */
  readonly document: string
  readonly kind: string
  readonly name: string
}

/** Takes in one document. The facts are valid during the call only. */
export type Visit = (subject: Subject, facts: readonly Fact[], value: Value) => void

/** A rule over the documents of a run: asks each for a few facts, keeps what it needs, and answers at the end. */
export interface Rule {
  /** Says what to do with documents of a kind; `undefined` where the rule does not look at them. Called once a kind. */
  readonly prepare: (table: SlotTable) => Visit | undefined
  readonly concerns: () => readonly Concern[]
}

export function spotOf(subject: Subject, tokens: Tokens, part: DocumentSpot['part'] = 'value'): DocumentSpot {
  return { environment: subject.environment.name, document: subject.document, tokens, part }
}

/** A concern without what its rule adds. */
export type ConcernOf = Omit<Concern, 'rule' | 'severity' | 'related'> & {
  readonly related?: Concern['related']
  /** How severe it is where `cairn.yaml` does not say. */
  readonly severity?: Severity
}

/** Makes the concerns of a rule, as severe as `cairn.yaml` says. */
export function concernsOf<R extends ConfigurableRule>(
  rule: R,
  { severity }: RuleConfig<R>,
): (concern: ConcernOf) => Concern {
  const given = severity === undefined || severity === 'off' ? {} : { severity }
  return (concern) => ({ rule, related: [], ...concern, ...given })
}

/** What a rule keeps of the documents of each environment. */
export class ByEnvironment<T> {
  readonly #kept = new Map<string, T>()
  readonly #fresh: () => T

  constructor(fresh: () => T) {
    this.#fresh = fresh
  }

  in({ name }: Environment): T {
    let kept = this.#kept.get(name)
    if (kept === undefined) this.#kept.set(name, (kept = this.#fresh()))
    return kept
  }

  values(): Iterable<T> {
    return this.#kept.values()
  }
}
