import type { Concern } from '../../core/concern.ts'
import { documentKey } from '../../core/document.ts'
import type { Linked } from '../../core/effective.ts'
import { ruleConfig, type ConfigurableRule, type RuleConfig, type RuleConfigs } from '../../core/rule-settings.ts'
import type { SchemaNode } from '../../core/schema/schemas.ts'
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
   */
  readonly add: (linked: Linked, hiding?: Hiding) => void
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
  return {
    add: (linked, { root, targetIsSecret } = {}) => {
      const { document, environment } = linked.effective
      let plan = plans.get(document.kind)
      if (plan === undefined) plans.set(document.kind, (plan = planFor(document.kind, rules, { root, texts })))
      if (plan.visits.length === 0) return
      const value = targetIsSecret === undefined ? linked.value : withoutSecrets(linked, targetIsSecret)
      const { kind, name } = document
      const subject: Subject = { environment, document: documentKey(document), kind, name }
      plan.table.read(value, facts)
      for (const visit of plan.visits) visit(subject, facts, value)
    },
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
