import type { Concern } from '../../src/core/concern.ts'
import type { Effective } from '../../src/core/effective.ts'
import type { Environment } from '../../src/core/environment.ts'
import { inEnvironment } from '../../src/core/place.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { RuleConfigs } from '../../src/core/rule-settings.ts'
import type { SchemaNode } from '../../src/core/schema/schemas.ts'
import type { Mapping, Value } from '../../src/core/value.ts'
import { readConfig } from '../../src/stages/discover/config.ts'
import { createConsistency, type ConsistencyOptions } from '../../src/stages/consistency/consistency.ts'
import { treeOf } from '../discover/tree.ts'

/** Documents by `kind/name`. */
export type Documents = Readonly<Record<string, Value>>

export interface Setting {
  readonly environment?: Partial<Environment>
  /** What stands under `rules` in `cairn.yaml`. */
  readonly rules?: string
  readonly root?: (kind: string) => SchemaNode | undefined
  readonly documents?: ConsistencyOptions['documents']
}

export function rulesOf(text: string): RuleConfigs {
  return readConfig(treeOf('cairn.yaml', `rules: ${text}\n`), ({ message }) => { throw new Error(message) }).rules
}

export function environmentOf(name: string, more: Partial<Environment> = {}): Environment {
  const definition = { name, inherits: [], abstract: false, labels: {}, variables: {}, without: [], place: inEnvironment(name) }
  return { name, abstract: false, protected: false, lineage: [name], labels: {}, variables: {}, definition, ...more }
}

/** What the rules say of the documents of one environment. */
export function concernsIn(documents: Documents, { environment, rules = '{}', root, documents: which = 'all' }: Setting = {}): readonly Concern[] {
  const where = environmentOf('production', environment)
  const run = createConsistency({ rules: rulesOf(rules), documents: which })
  for (const [key, value] of Object.entries(documents)) {
    const [kind = '', name = ''] = key.split('/')
    const effective: Effective = { document: { kind, name }, environment: where, layers: [], value, originsAt: () => ({ contributors: [], shadows: [] }) }
    run.add({ effective, value, references: [] }, { root: root?.(kind) })
  }
  return run.concerns()
}

/** A concern in a line: where, and which rule; its severity where it is not the rule's own. */
export function told({ rule, severity, at }: Concern): string {
  return [`${at.document}#${pointer(at.tokens)}`, rule.replace('consistency/', ''), ...(severity === undefined ? [] : [severity])].join(' ')
}

export function toldIn(documents: Documents, setting: Setting = {}): string[] {
  return concernsIn(documents, setting).map(told)
}

/** A service that asks for something. */
export function asking(memory: Value, cpu: Value = 1, more: Mapping = {}): Value {
  return { resources: { memory_mb: memory, cpu_cores: cpu, ...more } }
}

export function listening(host: Value, port: Value, more: Mapping = {}): Value {
  return { network: { host, port, ...more } }
}
