import type { Concern, DocumentSpot } from '../../core/concern.ts'
import { list, name, say, type Message } from '../../core/message.ts'
import type { Tokens } from '../../core/pointer.ts'
import type { RuleConfig, SettingsOf } from '../../core/rule-settings.ts'
import { isList, valueAt, type Value } from '../../core/value.ts'
import { deployedIn } from './deployed.ts'
import { ANY, UNKNOWN, type Fact, type SlotTable } from './facts.ts'
import { countOf } from './requests.ts'
import { ByEnvironment, concernsOf, spotOf, type ConcernOf, type Rule, type Subject } from './rule.ts'

type Settings = SettingsOf<'consistency/port-conflict'>

interface Port {
  readonly tokens: Tokens
  readonly number: number
}

/** A service that listens. */
interface Listener {
  readonly subject: Subject
  readonly host: string
  readonly transport: string
  readonly ports: readonly Port[]
}

/** Where a deployment runs its services. */
interface Deployment {
  readonly subject: Subject
  readonly runs: readonly string[]
  /** The machines that all of its services run on; `undefined` where that is not known. */
  readonly hosts: readonly string[] | undefined
  /** Its services may share one machine: it is of a type whose services have no addresses of their own, as pods do. */
  readonly together: boolean
}

/** One port of one service, on one machine. */
interface Use {
  readonly listener: Listener
  readonly port: Port
}

/** Services that listen on the same port of the same machine. */
export function portConflict(config: RuleConfig<'consistency/port-conflict'>): Rule {
  const { kinds, host, ports, protocol } = config.settings
  const concern = concernsOf('consistency/port-conflict', config)
  const all = new ByEnvironment(() => ({ listeners: [] as Listener[], deployments: [] as Deployment[] }))
  return {
    prepare: (table) => {
      const deployment = deploymentIn(table, config)
      if (deployment === undefined && !kinds.includes(table.kind)) return undefined
      const isService = kinds.includes(table.kind)
      const hostSlot = isService ? table.slot(host) : -1
      const protocolSlot = isService ? table.slot(protocol) : -1
      const slots = isService ? ports.map((tokens) => ({ tokens, slot: table.slot(tokens) })) : []
      return (subject, facts, value) => {
        const known = all.in(subject.environment)
        if (deployment !== undefined) known.deployments.push(deployment(subject, facts, value))
        const at = facts[hostSlot]
        const transport = transportOf(facts[protocolSlot])
        if (typeof at !== 'string' || at === '' || transport === undefined) return
        const found: Port[] = []
        for (const { tokens, slot } of slots) {
          const number = countOf(facts[slot])
          if (number !== undefined && number > 0) found.push({ tokens, number })
        }
        if (found.length > 0) known.listeners.push({ subject, host: table.texts.kept(at), transport, ports: found })
      }
    },
    concerns: () => {
      const concerns: Concern[] = []
      for (const { listeners, deployments } of all.values()) {
        const conflicts = conflictsOf(listeners, deployments, config.settings)
        for (const conflict of conflicts) concerns.push(concern(tell(conflict)))
      }
      return concerns
    },
  }
}

/** Protocols that do not use TCP, and what they use: its ports and theirs have nothing to do with each other. */
const TRANSPORTS: ReadonlyMap<string, string> = new Map([
  ['udp', 'udp'], ['dtls', 'udp'], ['quic', 'udp'], ['http3', 'udp'], ['h3', 'udp'], ['sctp', 'sctp'],
])

/** What carries a protocol: TCP where nothing else is said; `undefined` where what is said is not known. */
function transportOf(protocol: Fact): string | undefined {
  if (protocol === UNKNOWN) return undefined
  return (typeof protocol === 'string' ? TRANSPORTS.get(protocol.toLowerCase()) : undefined) ?? 'tcp'
}

/** Reads where a deployment runs what. */
function deploymentIn(
  table: SlotTable,
  { settings: { deployments } }: RuleConfig<'consistency/port-conflict'>,
): ((subject: Subject, facts: readonly Fact[], value: Value) => Deployment) | undefined {
  const deployed = deployedIn(table, deployments)
  if (deployed === undefined) return undefined
  const type = table.slot(deployments.type)
  const { texts } = table
  const hidesHosts = table.hides([...deployments.hosts, ANY])
  return (subject, facts, value) => {
    const hosts = hidesHosts ? undefined : valueAt(value, deployments.hosts)
    const machines: string[] = []
    for (const one of isList(hosts) ? hosts : []) if (typeof one === 'string') machines.push(texts.kept(machineOf(one)))
    return {
      subject,
      runs: deployed.read(value).map((item) => item.name),
      hosts: machines.length === 0 ? undefined : machines,
      together: sharesMachine(facts[type]),
    }
  }
}

const CLUSTERS: ReadonlySet<string> = new Set(['kubernetes', 'k8s', 'helm'])

/** A deployment that does not say what it is says nothing of machines. */
function sharesMachine(type: Fact): boolean {
  return typeof type === 'string' && !CLUSTERS.has(type.toLowerCase())
}

/** A host as it is compared. */
function machineOf(host: string): string {
  const machine = host.toLowerCase()
  return machine.endsWith('.') ? machine.slice(0, -1) : machine
}

/** Hosts that are the machine itself, whichever that is: all of its addresses, or its loopback. */
const LOCAL = /^(?:0\.0\.0\.0|\*|\[?::\]?|\[?::1\]?|127(?:\.[0-9]{1,3}){3}|localhost)$/i

interface Conflict {
  /** The host that they share, as it may be told, and where it stands. */
  readonly host: string
  readonly from: DocumentSpot
  /** At least two. */
  readonly uses: readonly Use[]
  /** Whether it is certain that they share the machine. */
  readonly sure: boolean
}

function conflictsOf(
  listeners: readonly Listener[],
  deployments: readonly Deployment[],
  settings: Settings,
): readonly Conflict[] {
  const running = new Map<string, Deployment[]>()
  for (const deployment of deployments) {
    for (const service of deployment.runs) {
      const others = running.get(service)
      if (others === undefined) running.set(service, [deployment])
      else others.push(deployment)
    }
  }
  const used = new Map<string, Conflict & { readonly uses: Use[] }>()
  for (const listener of listeners) {
    for (const { machine, kind, from, sure } of machinesOf(listener, running.get(listener.subject.name), settings)) {
      for (const port of listener.ports) {
        const key = `${machine}|${port.number}|${listener.transport}|${kind ?? ''}`
        const conflict = used.get(key)
        const host = sure ? machine : listener.host
        if (conflict === undefined) used.set(key, { uses: [{ listener, port }], host, from, sure })
        // What a service does to itself is told by itself.
        else if (conflict.uses.at(-1)?.listener !== listener) conflict.uses.push({ listener, port })
      }
    }
  }
  const alone = listeners.flatMap((listener) => withItself(listener, spotOf(listener.subject, settings.host)))
  return distinct([...used.values(), ...alone].filter(({ uses }) => uses.length > 1))
}

interface Machine {
  readonly machine: string
  /** Only documents of this kind can be in conflict here; absent: those of all kinds. */
  readonly kind?: string
  /** Who says so. */
  readonly from: DocumentSpot
  readonly sure: boolean
}

/** The machines that a service listens on, of those that somebody names; none where it has an address of its own. */
function machinesOf(
  { subject, host }: Listener,
  deployments: readonly Deployment[] = [],
  settings: Settings,
): readonly Machine[] {
  const from = spotOf(subject, settings.host)
  if (!LOCAL.test(host)) {
    const named = { machine: machineOf(host), from, sure: true }
    // It may be the address of what a document of another kind runs.
    return [settings.endpoints.includes(subject.kind) ? { ...named, kind: subject.kind } : named]
  }
  const machines: Machine[] = []
  for (const { subject: deployment, hosts, together } of deployments) {
    const told = spotOf(deployment, settings.deployments.hosts)
    for (const machine of hosts ?? []) machines.push({ machine, from: told, sure: true })
    if (hosts === undefined && together) machines.push({ machine: `?${deployment.document}`, from, sure: false })
  }
  return machines
}

/** A service that uses a port twice, wherever it runs. */
function withItself(listener: Listener, from: DocumentSpot): Conflict[] {
  const { ports } = listener
  const conflicts: Conflict[] = []
  for (const [i, port] of ports.entries()) {
    const earlier = ports.findIndex(({ number }) => number === port.number)
    if (earlier === i) continue
    const uses = [{ listener, port: ports[earlier] as Port }, { listener, port }]
    conflicts.push({ uses, host: listener.host, from, sure: true })
  }
  return conflicts
}

/** Each conflict once: two services may meet on many machines. Those that are certain come first. */
function distinct(conflicts: readonly Conflict[]): readonly Conflict[] {
  const seen = new Set<string>()
  return [...conflicts].sort((a, b) => Number(b.sure) - Number(a.sure)).filter(({ uses }) => {
    const key = uses.map(({ listener, port }) => `${listener.subject.document}#${port.tokens.join('/')}`).join('|')
    return !seen.has(key) && seen.add(key)
  })
}

/** Most places of others that are told. */
const MOST_RELATED = 3

/** Told at the second service, with the others beside it. */
function tell({ uses, host, from, sure }: Conflict): ConcernOf {
  const [first, second] = uses as readonly [Use, Use]
  const { listener, port } = second
  const others = uses.filter((use) => use !== second)
  const related = others.slice(0, MOST_RELATED).map((use) => ({
    message: say`${name(use.listener.subject.document)} listens here`,
    at: spotOf(use.listener.subject, use.port.tokens),
  }))
  const at = spotOf(listener.subject, port.tokens)
  if (first.listener === listener) {
    const discreet = say`this service uses a port twice`
    return { message: say`this service uses the port ${port.number} twice`, discreet, at, related }
  }
  const discreet = say`${whoOf(uses)} listen on the same port`
  const message = say`${whoOf(uses)} listen on the port ${port.number} of ${name(host)}`
  const told = { discreet, shows: [from], at, related }
  if (sure) return { ...told, message }
  return { ...told, message: say`${message}, unless each has an address of its own`, severity: 'warning' }
}

function whoOf(uses: readonly Use[]): Message {
  const services = [...new Set(uses.map(({ listener }) => listener.subject.document))]
  const named = services.slice(0, MOST_RELATED + 1).map(name)
  const more = services.length - named.length
  return list(more > 0 ? [...named, say`${more} more`] : named)
}
