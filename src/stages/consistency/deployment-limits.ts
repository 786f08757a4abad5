import type { Concern } from '../../core/concern.ts'
import { name, say } from '../../core/message.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import { amountsOf, mostAsking, sumOf, writtenIn, type AmountSettings, type Ask, type Written } from './asks.ts'
import { deployedIn, Named, type Deployed } from './deployed.ts'
import { countOf, RESOURCES, showAmount, showWhole, truthOf, type Resource } from './requests.ts'
import { ByEnvironment, concernsOf, spotOf, type Rule, type Subject } from './rule.ts'

interface Service {
  readonly subject: Subject
  readonly written: Written
}

/** What a deployment runs, and how often. */
export interface Runs {
  readonly items: readonly Deployed[]
  /** Of the number of replicas, in the facts of an item. */
  readonly slot: number
}

interface Deployment {
  readonly subject: Subject
  readonly runs: Runs
  readonly limits: Written
}

/** Deployments whose services ask for more than the deployment has. */
export function deploymentLimits(config: RuleConfig<'consistency/deployment-limits'>): Rule {
  const { kinds, deployments, limits } = config.settings
  const concern = concernsOf('consistency/deployment-limits', config)
  const all = new ByEnvironment(() => ({ services: new Named<Service>(kinds), deployments: [] as Deployment[] }))

  const compare = (deployment: Deployment, asks: readonly Ask[], resource: Resource): Concern | undefined => {
    const { subject } = deployment
    const isOff = resource === 'gpu' && truthOf(deployment.limits['gpu-switch']) === false
    // GPUs that nobody counted are no limit.
    const isOpen = resource === 'gpu' && !isOff && deployment.limits.gpu === undefined
    const limit = isOpen ? undefined : amountsOf(deployment.limits, limits)[resource]
    const sum = sumOf(asks, resource)
    if (limit === undefined || sum <= limit) return undefined
    const tokens = isOff ? limits['gpu-switch'] : limits[resource]
    const asked = say`the services of ${name(subject.document)} ask for ${showWhole(sum, resource)} in all`
    const message = limit === 0n ? say`${asked}, and there is none` : say`${asked}, and the limit is ${showAmount(limit, resource)}`
    const discreet = say`the services of ${name(subject.document)} ask for more than this limit`
    const related = mostAsking(asks, resource, config.settings)
    return concern({ message, discreet, at: spotOf(subject, tokens), related })
  }

  return {
    prepare: (table) => {
      const deployed = deployedIn(table, deployments)
      const isService = kinds.includes(table.kind)
      if (deployed === undefined && !isService) return undefined
      const asked = isService ? writtenIn(table, config.settings) : undefined
      const slot = deployed?.slot(deployments.replicas) ?? -1
      const given = deployed === undefined ? undefined : writtenIn(table, limits)
      return (subject, facts, value) => {
        const known = all.in(subject.environment)
        const asks = asked?.(facts)
        if (asks !== undefined) known.services.add({ subject, written: asks })
        const limits = given?.(facts)
        if (deployed === undefined || limits === undefined) return
        known.deployments.push({ subject, runs: { items: deployed.read(value), slot }, limits })
      }
    },
    concerns: () => {
      const concerns: Concern[] = []
      for (const { services, deployments } of all.values()) {
        for (const deployment of deployments) {
          const asks = asksOf(deployment.runs, services, config.settings)
          for (const resource of RESOURCES) {
            const found = compare(deployment, asks, resource)
            if (found !== undefined) concerns.push(found)
          }
        }
      }
      return concerns
    },
  }
}

/** What a deployment runs, of what is known; once where it does not say how often. */
export function asksOf({ items, slot }: Runs, services: Named<Service>, settings: AmountSettings): Ask[] {
  const asks: Ask[] = []
  for (const { name: wanted, facts } of items) {
    const [service] = services.all(wanted)
    const replicas = facts[slot] === undefined ? 1 : countOf(facts[slot])
    if (service === undefined || replicas === undefined) continue
    asks.push({ subject: service.subject, amounts: amountsOf(service.written, settings), replicas })
  }
  return asks
}
