import type { Concern } from '../../core/concern.ts'
import { name, say, shown } from '../../core/message.ts'
import type { RuleConfig } from '../../core/rule-settings.ts'
import { deployedIn, Named, type Deployed } from './deployed.ts'
import { UNKNOWN, type Fact } from './facts.ts'
import { ByEnvironment, concernsOf, spotOf, type Rule, type Subject } from './rule.ts'

interface Service {
  readonly subject: Subject
  readonly version: Fact
}

interface Deployment {
  readonly subject: Subject
  readonly runs: readonly Deployed[]
  /** Of the version, in the facts of what it runs. */
  readonly slot: number
}

/** A version without the `v` that tags have before it. */
function numberOf(version: Fact): string {
  return String(version).replace(/^v(?=[0-9])/i, '')
}

/** Deployments that run a service in another version than its own. */
export function deploymentVersion(config: RuleConfig<'consistency/deployment-version'>): Rule {
  const { kinds, version, deployments } = config.settings
  const concern = concernsOf('consistency/deployment-version', config)
  const all = new ByEnvironment(() => ({ services: new Named<Service>(kinds), deployments: [] as Deployment[] }))

  const compare = ({ subject, slot }: Deployment, item: Deployed): Concern | undefined => {
    const says = item.facts[slot]
    const services = all.in(subject.environment).services.all(item.name)
    const [first] = services
    if (first === undefined || says === undefined || says === UNKNOWN) return undefined
    const mayBe = (own: Fact): boolean => own === UNKNOWN || numberOf(own) === numberOf(says)
    if (services.some((service) => mayBe(service.version))) return undefined
    const told = say`this runs version ${shown(says) ?? say``} of ${name(first.subject.document)}`
    const own = say`whose own version is ${shown(first.version as string) ?? say``}`
    return concern({
      message: say`${told}, ${own}`,
      discreet: say`this is not the version of ${name(first.subject.document)}`,
      at: spotOf(subject, [...item.tokens, ...deployments.version]),
      related: [{ message: say`its own version`, at: spotOf(first.subject, version) }],
    })
  }

  return {
    prepare: (table) => {
      const deployed = deployedIn(table, deployments)
      const isService = kinds.includes(table.kind)
      if (deployed === undefined && !isService) return undefined
      const slot = isService ? table.slot(version) : -1
      const itemSlot = deployed?.slot(deployments.version) ?? -1
      return (subject, facts, value) => {
        const known = all.in(subject.environment)
        const own = facts[slot]
        if (own !== undefined) known.services.add({ subject, version: table.texts.keptFact(own) })
        if (deployed !== undefined) known.deployments.push({ subject, runs: deployed.read(value), slot: itemSlot })
      }
    },
    concerns: () => {
      const concerns: Concern[] = []
      for (const known of all.values()) {
        for (const deployment of known.deployments) {
          for (const item of deployment.runs) {
            const found = compare(deployment, item)
            if (found !== undefined) concerns.push(found)
          }
        }
      }
      return concerns
    },
  }
}
