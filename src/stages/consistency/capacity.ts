import type { Concern } from '../../core/concern.ts'
import type { Environment } from '../../core/environment.ts'
import { name, say } from '../../core/message.ts'
import { pointer } from '../../core/pointer.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import {
  amountsOf, given, mostAsking, sumOf, writtenIn, type AmountSettings, type Ask, type Written,
} from './asks.ts'
import { amountsOfCluster, amountsOfPool, clustersIn, type Cluster } from './clusters.ts'
import { asksOf, type Runs } from './deployment-limits.ts'
import { deployedIn, Named } from './deployed.ts'
import { environmentFact } from './environment-facts.ts'
import { UNKNOWN, type Fact } from './facts.ts'
import { scaleOf } from '../../core/quantity.ts'
import { amountOf, countOf, RESOURCES, showAmount, showWhole, type Resource } from './requests.ts'
import { ByEnvironment, concernsOf, spotOf, type Rule, type Subject } from './rule.ts'

type Config = RuleConfig<'consistency/capacity'>

interface Service {
  readonly subject: Subject
  readonly written: Written
  readonly replicas: Fact
  /** Which GPU it needs, which is the name of a pool. */
  readonly gpuType: Fact
}

interface Deployment {
  readonly runs: Runs
  readonly cluster: Fact
}

interface Known {
  environment: Environment | undefined
  readonly services: Named<Service>
  readonly deployments: Deployment[]
  readonly clusters: Cluster[]
}

/** Services that ask for more than their environment, or the cluster that they run on, has. */
export function capacity(config: Config): Rule {
  const { kinds } = config.settings
  const all = new ByEnvironment((): Known => ({
    environment: undefined, services: new Named<Service>(kinds), deployments: [], clusters: [],
  }))
  return {
    prepare: (table) => {
      const { settings } = config
      const isService = kinds.includes(table.kind)
      const deployed = deployedIn(table, settings.deployments)
      const cluster = clustersIn(table, settings.clusters)
      if (!isService && deployed === undefined && cluster === undefined) return undefined
      const asked = isService ? writtenIn(table, settings) : undefined
      const { texts } = table
      const replicasSlot = isService ? table.slot(settings.replicas) : -1
      const typeSlot = isService ? table.slot(settings['gpu-type']) : -1
      const slot = deployed?.slot(settings.deployments.replicas) ?? -1
      const clusterSlot = deployed === undefined ? -1 : table.slot(settings.deployments.cluster)
      return (subject, facts, value) => {
        const known = all.in(subject.environment)
        known.environment = subject.environment
        const asks = asked?.(facts)
        if (asks !== undefined) {
          const replicas = texts.keptFact(facts[replicasSlot])
          known.services.add({ subject, written: asks, replicas, gpuType: texts.keptFact(facts[typeSlot]) })
        }
        if (deployed !== undefined) {
          const runs = { items: deployed.read(value), slot }
          known.deployments.push({ runs, cluster: texts.keptFact(facts[clusterSlot]) })
        }
        const found = cluster?.(subject, facts, value)
        if (found !== undefined) known.clusters.push(found)
      }
    },
    concerns: () => {
      const concerns: Concern[] = []
      for (const known of all.values()) {
        concerns.push(...ofEnvironment(known, config))
        for (const cluster of known.clusters) concerns.push(...ofCluster(cluster, known, config))
      }
      return concerns
    },
  }
}

/** What the environment's labels or variables say that there is. */
function ofEnvironment(known: Known, config: Config): Concern[] {
  const { settings } = config
  const concern = concernsOf('consistency/capacity', config)
  const { environment } = known
  const concerns: Concern[] = []
  if (environment === undefined) return concerns
  const { memory, cpu, gpu } = settings.environment
  const has = given({
    memory: amountOf(environmentFact(environment, memory), scaleOf(memory.at(-1))),
    cpu: amountOf(environmentFact(environment, cpu), 1n),
    gpu: amountOf(environmentFact(environment, gpu), 1n),
  })
  if (RESOURCES.every((resource) => has[resource] === undefined)) return concerns
  const asks = allAsks(known, settings)
  for (const resource of RESOURCES) {
    const limit = has[resource]
    const sum = sumOf(asks, resource)
    const related = limit !== undefined && sum > limit ? mostAsking(asks, resource, settings) : []
    const [most] = related
    if (limit === undefined || most === undefined) continue
    const whole = say`the services of this environment ask for ${showWhole(sum, resource)} in all`
    const message = say`${whole}, and it has ${showAmount(limit, resource)} (${pointer(settings.environment[resource])})`
    const discreet = say`the services of this environment ask for more than it has (${pointer(settings.environment[resource])})`
    concerns.push(concern({ message, discreet, at: most.at, related }))
  }
  return concerns
}

/** What the deployments run; where there is none, every service as often as it says itself. */
function allAsks({ services, deployments }: Known, settings: AmountSettings): Ask[] {
  if (deployments.length > 0) return deployments.flatMap(({ runs }) => asksOf(runs, services, settings))
  const asks: Ask[] = []
  for (const { subject, written, replicas } of services.values()) {
    const count = replicas === undefined ? 1 : countOf(replicas)
    if (count !== undefined) asks.push({ subject, amounts: amountsOf(written, settings), replicas: count })
  }
  return asks
}

/** What a cluster's pools have, for the deployments that name the cluster. */
function ofCluster(cluster: Cluster, { services, deployments }: Known, config: Config): Concern[] {
  const { settings } = config
  const concern = concernsOf('consistency/capacity', config)
  if (cluster.name === undefined || cluster.name === UNKNOWN) return []
  const here = deployments.filter((deployment) => deployment.cluster === cluster.name)
  const asks = here.flatMap(({ runs }) => asksOf(runs, services, settings))
  const concerns = ofPools(cluster, { asks, services }, config)
  const total = amountsOfCluster(cluster, settings.clusters)
  for (const resource of RESOURCES) {
    const has = total[resource]
    const sum = sumOf(asks, resource)
    // Where a pool lacks GPUs, that is told already.
    if (has === undefined || sum <= has || (resource === 'gpu' && concerns.length > 0)) continue
    const asked = say`the services on ${name(cluster.subject.document)} ask for ${showWhole(sum, resource)} in all`
    const message = say`${asked}, and it has ${showAmount(has, resource)}`
    const at = spotOf(cluster.subject, settings.clusters.pools, 'key')
    const discreet = say`the services on ${name(cluster.subject.document)} ask for more than it has`
    concerns.push(concern({ message, discreet, at, related: mostAsking(asks, resource, settings) }))
  }
  return concerns
}

interface Asked {
  readonly asks: readonly Ask[]
  readonly services: Named<Service>
}

/** GPUs of one sort, where pools are named after them. */
function ofPools(cluster: Cluster, { asks, services }: Asked, config: Config): Concern[] {
  const { settings } = config
  const concern = concernsOf('consistency/capacity', config)
  const byType = new Map<string, Ask[]>()
  for (const ask of asks) {
    const [service] = services.all(ask.subject.name)
    const type = service?.gpuType
    if (typeof type !== 'string' || (ask.amounts.gpu ?? 0n) === 0n || ask.replicas === 0) continue
    const same = byType.get(type)
    if (same === undefined) byType.set(type, [ask])
    else same.push(ask)
  }
  const areNamed = [...byType.keys()].some((type) => cluster.pools.has(type))
  const concerns: Concern[] = []
  const resource: Resource = 'gpu'
  for (const [type, wanting] of areNamed ? byType : []) {
    const pool = cluster.pools.get(type)
    const has = pool === undefined ? 0n : amountsOfPool(pool, settings.clusters).gpu
    const sum = sumOf(wanting, resource)
    if (has === undefined || sum <= has) continue
    const there = pool === undefined ? say`there is no such pool` : say`the pool has ${showAmount(has, resource)}`
    const message = say`the services that need ${name(type)} ask for ${showWhole(sum, resource)} in all, and ${there}`
    const at = spotOf(cluster.subject, pool?.tokens ?? settings.clusters.pools, 'key')
    const discreet = say`the services on ${name(cluster.subject.document)} ask for more GPUs than it has`
    const shows = wanting.map((ask) => spotOf(ask.subject, settings['gpu-type']))
    concerns.push(concern({ message, discreet, shows, at, related: mostAsking(wanting, resource, settings) }))
  }
  return concerns
}
