import { name, say, type Message } from '../../../core/message.ts'
import { isMapping, own, type Mapping } from '../../../core/value.ts'
import type { NativeInput } from './input.ts'
import { processOf, type Process } from './process.ts'
import { listAt, numberAt, partAt, textAt, textsAt } from './read.ts'
import { checkSealed } from './sealed.ts'

/** What runs in containers: an entry of a deployment's `services` with its document, read once for all forms. */
export interface Workload extends Process {
  /** Its index in the deployment's `services`. */
  readonly index: number
  readonly name: string
  readonly kind: string
  readonly version: string
  readonly replicas: number
  /** The service's effective value, without opaque leaves. */
  readonly document: Mapping
  readonly image: string
  /** Where it listens or is reached; `0.0.0.0` where the document does not say. */
  readonly host: string
  readonly ports: readonly Port[]
  readonly speaksTls: boolean
  readonly requests: Share
  readonly limits: Share
  /** Of one replica. */
  readonly gpus: number
  readonly gpuType: string | undefined
  readonly health: Health | undefined
  readonly storage: Storage | undefined
  /** Whether a replica has data that it may not lose when it is replaced. */
  readonly keepsData: boolean
  /** Names of documents that have to run before. */
  readonly needs: readonly string[]
}

export interface Port {
  /** `main`, or what stands before `_port`: `admin`, `grpc`, `http`, `metrics`, `monitor`. */
  readonly name: string
  readonly number: number
}

export interface Share {
  /** In units of 1,048,576 bytes. */
  readonly memory: number | undefined
  readonly cores: number | undefined
}

export interface Health {
  readonly path: string
  /** In seconds. */
  readonly startup: number
  /** In seconds. */
  readonly interval: number
}

export interface Storage {
  /** In units of 1,000,000,000 bytes. */
  readonly size: number
  readonly class: string | undefined
  readonly path: string
}

const PORTS = ['port', 'http_port', 'grpc_port', 'metrics_port', 'monitor_port', 'admin_port']
/** Blocks of a document that say that it keeps data. */
const DATA = ['storage', 'streams', 'databases', 'collections']

/**
 * What a deployment runs in containers. An entry without a document or without an image, and one that is listed before,
 * is told and left out.
 *
 * @param weights where containers see the weights of models, if the deployment says so
 */
export function workloadsOf(input: NativeInput, weights: string | undefined): Workload[] {
  const workloads = new Map<string, Workload>()
  for (const [index, item] of listAt(input.deployment, 'services').entries()) {
    const workload = isMapping(item) ? workloadOf(input, { item, index, weights }) : undefined
    if (workload === undefined) continue
    if (!workloads.has(workload.name)) workloads.set(workload.name, workload)
    else input.tell({ tokens: ['services', String(index), 'service_name'], said: say`${name(workload.name)} is listed twice` })
  }
  return [...workloads.values()]
}

interface Entry {
  readonly item: Mapping
  readonly index: number
  readonly weights: string | undefined
}

function workloadOf({ services, tell }: NativeInput, { item, index, weights }: Entry): Workload | undefined {
  const wanted = textAt(item, 'service_name') ?? ''
  const tokens = ['services', String(index), 'service_name']
  const service = services.get(wanted)
  if (service === undefined) {
    tell({ tokens, said: say`${name(wanted)} has no document that says what to start` })
    return undefined
  }
  const { value } = service
  const problem = (said: Message): void => { tell({ tokens, said }) }
  const isStartable = checkSealed(service, problem)
  const image = textAt(value, 'image') ?? textAt(partAt(value, 'engine'), 'image')
  if (image === undefined) {
    if (isStartable) tell({ tokens, said: say`${name(`${service.kind}/${wanted}`)} names no image: containers cannot be made of it; add \`image\` there` })
    return undefined
  }
  const storage = storageOf(value)
  if (storage === undefined && own(value, 'storage') !== undefined) {
    tell({ tokens, said: say`${name(`${service.kind}/${wanted}`)} has storage, and does not say where it sees it: add \`storage.path\` there` })
  }
  return {
    index,
    name: wanted,
    kind: service.kind,
    version: textAt(item, 'service_version') ?? '',
    replicas: numberAt(item, 'replicas') ?? 1,
    document: value,
    image,
    ...processOf(service, weights, problem),
    ...reachOf(value),
    ...resourcesOf(partAt(value, 'resources')),
    health: healthOf(value),
    storage,
    keepsData: DATA.some((key) => own(value, key) !== undefined) || own(partAt(value, 'settings'), 'appendonly') === true,
    needs: needsOf(value),
  }
}

function reachOf(value: Mapping): Pick<Workload, 'host' | 'ports' | 'speaksTls'> {
  const network = partAt(value, 'network')
  const ports: Port[] = []
  for (const key of PORTS) {
    const number = numberAt(network, key)
    if (number === undefined || ports.some((port) => port.number === number)) continue
    ports.push({ name: key === 'port' ? 'main' : key.slice(0, -'_port'.length), number })
  }
  return { host: textAt(network, 'host') ?? '0.0.0.0', ports, speaksTls: own(partAt(value, 'security'), 'ssl_enabled') === true }
}

function resourcesOf(resources: Mapping): Pick<Workload, 'requests' | 'limits' | 'gpus' | 'gpuType'> {
  const hasGpus = own(resources, 'gpu_enabled') === true
  return {
    requests: shareOf(resources),
    limits: shareOf(partAt(resources, 'limits')),
    gpus: hasGpus ? (numberAt(resources, 'gpu_count') ?? 1) : 0,
    gpuType: hasGpus ? textAt(resources, 'gpu_type') : undefined,
  }
}

function shareOf(block: Mapping): Share {
  return { memory: numberAt(block, 'memory_mb'), cores: numberAt(block, 'cpu_cores') }
}

function healthOf(value: Mapping): Health | undefined {
  const health = partAt(value, 'health')
  const startup = numberAt(health, 'startup_timeout_seconds')
  if (startup === undefined) return undefined
  return { path: textAt(health, 'path') ?? '/health', startup, interval: numberAt(health, 'interval_seconds') ?? 15 }
}

function storageOf(value: Mapping): Storage | undefined {
  const storage = partAt(value, 'storage')
  const [size, path] = [numberAt(storage, 'size_gb'), textAt(storage, 'path')]
  return size === undefined || path === undefined ? undefined : { size, path, class: textAt(storage, 'class') }
}

function needsOf(value: Mapping): string[] {
  const needs = partAt(value, 'depends_on')
  return Object.keys(needs).flatMap((kind) => textsAt(needs, kind))
}

/** Whether a host is an address, and not a name. */
export function isAddress(host: string): boolean {
  return /^[0-9.]+$/.test(host) || host.includes(':')
}
