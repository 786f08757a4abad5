import type { Tokens } from '../../core/pointer.ts'
import type { SettingsOf } from '../../core/rule-settings.ts'
import { valueAt, type Value } from '../../core/value.ts'
import { given, type Amounts } from './asks.ts'
import { entriesOf } from './deployed.ts'
import { ANY, factAt, type Fact, type SlotTable } from './facts.ts'
import { scaleOf, type Amount } from '../../core/quantity.ts'
import { amountOf, countOf, times, type Resource } from './requests.ts'
import type { Subject } from './rule.ts'

type Settings = SettingsOf<'consistency/capacity'>['clusters']

/** Equal nodes of a cluster, as the document describes one of them. */
export interface Pool {
  readonly tokens: Tokens
  readonly written: Readonly<Record<Resource | 'nodes', Fact>>
}

/** A cluster and its pools, by their names. */
export interface Cluster {
  readonly subject: Subject
  /** What deployments call it. */
  readonly name: Fact
  readonly pools: ReadonlyMap<string, Pool>
}

/** Reads a document as a cluster; `undefined` for one without pools. */
export type ReadCluster = (subject: Subject, facts: readonly Fact[], value: Value) => Cluster | undefined

/** @returns `undefined` for a kind whose documents are no clusters */
export function clustersIn(table: SlotTable, settings: Settings): ReadCluster | undefined {
  if (!settings.kinds.includes(table.kind)) return undefined
  const { texts } = table
  const nameSlot = table.slot(settings.name)
  const isHidden = (tokens: Tokens): boolean => table.hides([...settings.pools, ANY, ...tokens])
  const hidden = [settings.nodes, settings.memory, settings.cpu, settings.gpu].some(isHidden)
  const written = (pool: Value): Pool['written'] => ({
    nodes: texts.keptFact(factAt(pool, settings.nodes)),
    memory: texts.keptFact(factAt(pool, settings.memory)),
    cpu: texts.keptFact(factAt(pool, settings.cpu)),
    gpu: texts.keptFact(factAt(pool, settings.gpu)),
  })
  return (subject, facts, value) => {
    const pools = new Map<string, Pool>()
    for (const [key, pool] of hidden ? [] : entriesOf(valueAt(value, settings.pools))) {
      pools.set(texts.kept(key), { tokens: [...settings.pools, texts.kept(key)], written: written(pool) })
    }
    return pools.size === 0 ? undefined : { subject, name: texts.keptFact(facts[nameSlot]), pools }
  }
}

/** What all nodes of a pool have together. */
export function amountsOfPool({ written }: Pool, { memory }: Settings): Amounts {
  const count = written.nodes === undefined ? 1 : countOf(written.nodes)
  const ofAll = (each: Fact, scale: bigint): Amount | undefined => {
    const amount = each === undefined ? 0n : amountOf(each, scale)
    return count === undefined || amount === undefined ? undefined : times(amount, count)
  }
  return given({
    memory: ofAll(written.memory, scaleOf(memory.at(-1))),
    cpu: ofAll(written.cpu, 1n),
    gpu: ofAll(written.gpu, 1n),
  })
}

/** What all pools have together; absent where that is not known of one of them. */
export function amountsOfCluster({ pools }: Cluster, settings: Settings): Amounts {
  let sum: Amounts = { memory: 0n, cpu: 0n, gpu: 0n }
  for (const pool of pools.values()) {
    const amounts = amountsOfPool(pool, settings)
    const plus = (resource: Resource): Amount | undefined => {
      const [before, more] = [sum[resource], amounts[resource]]
      return before === undefined || more === undefined ? undefined : before + more
    }
    sum = given({ memory: plus('memory'), cpu: plus('cpu'), gpu: plus('gpu') })
  }
  return sum
}
