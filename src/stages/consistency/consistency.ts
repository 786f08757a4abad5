import type { Concern } from '../../core/concern.ts'
import { documentKey } from '../../core/document.ts'
import type { Effective, Linked } from '../../core/effective.ts'
import { ruleConfig, type ConfigurableRule, type RuleConfig, type RuleConfigs } from '../../core/rule-settings.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
import type { Value } from '../../core/value.ts'
import { capacity } from './capacity.ts'
import { deploymentLimits } from './deployment-limits.ts'
import { deploymentVersion } from './deployment-version.ts'
import { encryptionOff } from './encryption-off.ts'
import { environmentField } from './environment-field.ts'
import { SlotTable, Texts, type Fact } from './facts.ts'
import { gpuMemory } from './gpu-memory.ts'
import { largeDocument } from './large-document.ts'
import { limitBelowRequest } from './limit-below-request.ts'
import { portConflict } from './port-conflict.ts'
import type { Rule, Subject, Visit } from './rule.ts'
import { withoutSecrets, type TargetIsSecret } from './without-secrets.ts'

/** The rules over the facts of a run. */
export interface Consistency {
  /**
   * Pass 1: takes a linked document's facts, and nothing else of it. Called once a document and environment;
   * documents of abstract environments are not for it.
   *
   * @param hiding what must not be compared
   * @returns what is enough to add the document again in a later run; absent where no rule looks at its kind
   */
  readonly add: (linked: Linked, hiding?: Hiding) => Value | undefined
  /** The same with what an earlier run's `add` returned. */
  readonly addAgain: (subject: Pick<Effective, 'document' | 'environment'>, value: Value, root: SchemaNode | undefined) => void
  /** Pass 2: what the rules find wrong, in an order that depends on that of the documents alone. */
  readonly concerns: () => readonly Concern[]
  /** How many values the rules would have looked at that only a key would tell. */
  readonly sealed: () => number
}

/** What a document hides. */
export interface Hiding {
  /** The schema of the document's kind, for its `x-secret`; the same for all of the kind. */
  readonly root?: SchemaNode | undefined
  /** Whether what a reference leads to is, or holds, a secret; asked of references to documents alone. */
  readonly targetIsSecret?: TargetIsSecret
}

/** A rule that may be switched off. */
interface Configured {
  readonly rule: ConfigurableRule
  readonly create: (configs: RuleConfigs) => Rule | undefined
}

function configured<R extends ConfigurableRule>(rule: R, make: (config: RuleConfig<R>) => Rule): Configured {
  const create: Configured['create'] = (configs) => {
    const config = ruleConfig(configs, rule)
    return config.severity === 'off' ? undefined : make(config)
  }
  return { rule, create }
}

/** Those that look at one document and its environment. */
const OF_DOCUMENTS: readonly Configured[] = [
  configured('consistency/gpu-memory', gpuMemory),
  configured('consistency/encryption-off', encryptionOff),
  configured('consistency/environment', environmentField),
  configured('consistency/limit-below-request', limitBelowRequest),
  configured('consistency/large-document', largeDocument),
]
/** Those that look at all documents of an environment. */
const ACROSS_DOCUMENTS: readonly Configured[] = [
  configured('consistency/port-conflict', portConflict),
  configured('consistency/deployment-version', deploymentVersion),
  configured('consistency/deployment-limits', deploymentLimits),
  configured('consistency/capacity', capacity),
]

/** The rules that need all documents of an environment: a run that looks at some only cannot ask them. */
export const ENVIRONMENT_RULES: readonly ConfigurableRule[] = ACROSS_DOCUMENTS.map(({ rule }) => rule)

export interface ConsistencyOptions {
  readonly rules: RuleConfigs
  /** `some` where the run looks at some documents of an environment only: rules that need all of them stay silent. */
  readonly documents: 'all' | 'some'
}

/** The rules that are not switched off. */
export function createConsistency({ rules: configs, documents }: ConsistencyOptions): Consistency {
  const asked = documents === 'all' ? [...OF_DOCUMENTS, ...ACROSS_DOCUMENTS] : OF_DOCUMENTS
  const rules = asked.map(({ create }) => create(configs)).filter((rule) => rule !== undefined)
  const plans = new Map<string, Plan>()
  const facts: Fact[] = []
  const texts = new Texts()
  const planOf = (kind: string, root: SchemaNode | undefined): Plan => {
    let plan = plans.get(kind)
    if (plan === undefined) plans.set(kind, (plan = planFor(kind, rules, { root, texts })))
    return plan
  }
  const look = ({ document, environment }: Pick<Effective, 'document' | 'environment'>, value: Value, plan: Plan): void => {
    const { kind, name } = document
    const subject: Subject = { environment, document: documentKey(document), kind, name }
    plan.table.read(value, facts)
    for (const visit of plan.visits) visit(subject, facts, value)
  }
  return {
    add: (linked, { root, targetIsSecret } = {}) => {
      const plan = planOf(linked.effective.document.kind, root)
      if (plan.visits.length === 0) return undefined
      const value = targetIsSecret === undefined ? linked.value : withoutSecrets(linked, targetIsSecret)
      look(linked.effective, value, plan)
      return value
    },
    addAgain: (subject, value, root) => { look(subject, value, planOf(subject.document.kind, root)) },
    concerns: () => rules.flatMap((rule) => rule.concerns()),
    sealed: () => [...plans.values()].reduce((sum, { table }) => sum + table.sealed, 0),
  }
}

/** What is done with documents of one kind. */
interface Plan {
  readonly table: SlotTable
  readonly visits: readonly Visit[]
}

function planFor(kind: string, rules: readonly Rule[], using: ConstructorParameters<typeof SlotTable>[1]): Plan {
  const table = new SlotTable(kind, using)
  return { table, visits: rules.map((rule) => rule.prepare(table)).filter((visit) => visit !== undefined) }
}
