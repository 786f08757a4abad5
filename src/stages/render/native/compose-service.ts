import { name, say } from '../../../core/message.ts'
import { digitsOf } from '../../../core/number-text.ts'
import { isList, isMapping, put, type Mapping, type MutableMapping, type Value } from '../../../core/value.ts'
import type { Tell } from '../problem.ts'
import type { GpuAllotment } from './gpu-allotment.ts'
import { checkMounts } from './mounts.ts'
import { given, numberAt, textAt, textsAt } from './read.ts'
import { environmentName, type SecretVariable } from './secrets.ts'
import { isAddress, type Health, type Share, type Workload } from './workload.ts'

export interface ComposeContext {
  /** The deployment's block. */
  readonly docker: Mapping
  readonly workloads: ReadonlyMap<string, Workload>
  readonly gpus: GpuAllotment
  /** Which secret each variable of the host stands for. */
  readonly secrets: Map<string, string>
  readonly tell: Tell
}

/** Where each container sees its service's document. */
const CONFIG_TARGET = '/etc/cairn/config.yaml'
/** Not for other machines: the service's own administration, and what its neighbours on the network ask for. */
const INTERNAL = ['admin', 'metrics', 'monitor']

/** A service of a Compose file. What stands in documents is literal: only secrets are variables of the host. */
export function composeService(workload: Workload, context: ComposeContext): Mapping {
  const { docker } = context
  const { health } = workload
  const shm = numberAt(docker, 'shm_size_mb')
  const fields = given({
    image: workload.image,
    entrypoint: nonEmpty(workload.command),
    command: nonEmpty(workload.args),
    ...reach(workload, context),
    volumes: volumesOf(workload, context),
    runtime: textAt(docker, 'runtime'),
    deploy: { replicas: workload.replicas, resources: resourcesOf(workload, context) },
    shm_size: shm === undefined ? undefined : `${digitsOf(shm)}m`,
    restart: textAt(docker, 'restart'),
    healthcheck: health === undefined ? undefined : healthcheck(workload, health),
    depends_on: dependsOn(workload, context.workloads),
  })
  return { ...(literal(fields) as Mapping), ...environment(workload, context) }
}

/** Compose reads `$` as the start of a variable; twice, it is itself. */
export function literal(value: Value): Value {
  if (typeof value === 'string') return value.replaceAll('$', '$$$$')
  if (isList(value)) return value.map(literal)
  if (!isMapping(value)) return value
  const copy: MutableMapping = {}
  for (const key of Object.keys(value)) put(copy, key, literal(value[key] as Value))
  return copy
}

function environment(workload: Workload, context: ComposeContext): Mapping {
  const { variables, secrets } = workload
  const all: MutableMapping = {}
  for (const { name: key, text } of variables) put(all, key, literal(text))
  for (const secret of secrets) {
    put(all, secret.variable, `\${${hostVariable(workload, secret, context)}:?is a secret, and has to be set}`)
  }
  return Object.keys(all).length === 0 ? {} : { environment: all }
}

function hostVariable(workload: Workload, secret: SecretVariable, { secrets, tell }: ComposeContext): string {
  const { variable, kept } = secret
  const wanted = environmentName(kept === undefined ? [workload.name, variable] : [kept.name, kept.key])
  const host = /^[0-9]/.test(wanted) ? `_${wanted}` : wanted
  const identity = JSON.stringify(kept === undefined ? [workload.name, variable] : [kept.name, kept.key, 'kept'])
  const other = secrets.get(host) ?? identity
  secrets.set(host, other)
  if (other !== identity) {
    const said = say`a secret of ${name(workload.name)} and another one would both be the variable ${name(host)}`
    tell({ tokens: ['services', String(workload.index), 'service_name'], said })
  }
  return host
}

function reach(workload: Workload, { docker, tell }: ComposeContext): Record<string, Value | undefined> {
  const { host, ports, replicas } = workload
  const network = textAt(docker, 'network')
  const aliases = isAddress(host) ? {} : { aliases: [host] }
  const published = isAddress(host) ? ports.filter((port) => !INTERNAL.includes(port.name)) : []
  if (replicas > 1 && published.length > 0) {
    const tokens = ['services', String(workload.index), 'replicas']
    tell({ tokens, said: say`${replicas} replicas cannot all have port ${published[0]?.number ?? 0} of one machine` })
  }
  const at = host === '0.0.0.0' || host === '::' ? '' : `${host.includes(':') ? `[${host}]` : host}:`
  return {
    networks: network === undefined ? undefined : Object.fromEntries([[network, aliases]]),
    ports: nonEmpty(published.map(({ number }) => `${at}${String(number)}:${String(number)}`)),
    expose: nonEmpty(ports.filter((port) => !published.includes(port)).map(({ number }) => String(number))),
  }
}

function volumesOf({ name: service, storage, index }: Workload, { docker, tell }: ComposeContext): Value {
  const tokens = ['services', String(index), 'service_name']
  const texts = textsAt(docker, 'volumes')
  const places = texts.map((text, i) => ({ path: text.split(':')[1] ?? '', tokens: ['docker', 'volumes', String(i)] }))
  const own = storage === undefined ? [] : [{ path: storage.path, tokens }]
  checkMounts([{ path: CONFIG_TARGET, tokens }, ...own, ...places], tell)
  return [
    { type: 'bind', source: `./config/${service}.yaml`, target: CONFIG_TARGET, read_only: true },
    ...(storage === undefined ? [] : [{ type: 'volume', source: `${service}-data`, target: storage.path }]),
    ...texts,
  ]
}

function resourcesOf(workload: Workload, context: ComposeContext): Value {
  const devices = devicesOf(workload, context)
  return given({
    limits: share(workload.limits),
    reservations: devices === undefined ? share(workload.requests) : { ...share(workload.requests), devices },
  })
}

/** Docker's `m` is 1,048,576 bytes. */
function share({ memory, cores }: Share): Mapping | undefined {
  if (memory === undefined && cores === undefined) return undefined
  return given({
    cpus: cores === undefined ? undefined : digitsOf(cores),
    memory: memory === undefined ? undefined : `${digitsOf(memory)}m`,
  })
}

function devicesOf(workload: Workload, { gpus, tell }: ComposeContext): Value | undefined {
  if (workload.gpus === 0 || workload.replicas === 0) return undefined
  const tokens = ['services', String(workload.index), 'replicas']
  if (workload.replicas > 1) {
    tell({ tokens, said: say`Docker Compose gives the same GPUs to all replicas of ${name(workload.name)}: one is possible` })
    return undefined
  }
  if (workload.gpuType?.startsWith('mi') === true) {
    tell({ tokens, said: say`Docker Compose reserves GPUs of NVIDIA alone, and ${name(workload.name)} needs others` })
    return undefined
  }
  const ids = gpus.take(workload.gpus)
  if (ids === undefined) tell({ tokens, said: say`no GPUs are left for ${name(workload.name)}, which needs ${workload.gpus}` })
  return ids === undefined ? undefined : [{ driver: 'nvidia', device_ids: ids, capabilities: ['gpu'] }]
}

function healthcheck({ ports, speaksTls }: Workload, { path, startup, interval }: Health): Mapping {
  const [main] = ports
  const url = `${speaksTls ? 'https' : 'http'}://127.0.0.1:${String(main?.number ?? 80)}${shellSafe(path)}`
  // Images have one of the two, if any. A certificate is not for this address.
  const test = `curl -fsSk -o /dev/null ${url} || wget -q --no-check-certificate -O /dev/null ${url} || exit 1`
  return {
    test: ['CMD-SHELL', test],
    interval: `${String(interval)}s`,
    timeout: `${String(Math.min(interval, 5))}s`,
    retries: 3,
    start_period: `${String(startup)}s`,
  }
}

/** A path of a URL in which nothing means anything to a shell. */
function shellSafe(path: string): string {
  const absolute = path.startsWith('/') ? path : `/${path}`
  let text = ''
  for (const byte of new TextEncoder().encode(absolute)) {
    const char = String.fromCharCode(byte)
    text += /[A-Za-z0-9._~/%:@,+=-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }
  return text
}

function dependsOn({ needs, name: self }: Workload, workloads: ReadonlyMap<string, Workload>): Mapping | undefined {
  const all: MutableMapping = {}
  for (const need of needs) {
    const other = workloads.get(need)
    if (other === undefined || need === self) continue
    put(all, need, { condition: other.health === undefined ? 'service_started' : 'service_healthy' })
  }
  return Object.keys(all).length === 0 ? undefined : all
}

function nonEmpty(list: readonly string[]): Value | undefined {
  return list.length === 0 ? undefined : list
}
