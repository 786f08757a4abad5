import { name, say } from '../../../core/message.ts'
import { own, type Mapping, type MutableMapping, type Value } from '../../../core/value.ts'
import { yamlText } from '../../../core/yaml-text.ts'
import type { Tell } from '../problem.ts'
import { composeService, literal, type ComposeContext } from './compose-service.ts'
import { GpuAllotment } from './gpu-allotment.ts'
import type { NativeFile, NativeInput } from './input.ts'
import { once } from './once.ts'
import { given, numberAt, partAt, textAt, textsAt } from './read.ts'
import { workloadsOf, type Workload } from './workload.ts'

/**
 * `compose.yaml` (the Compose Specification), and `config/<service>.yaml` with each service's own document, which its
 * container sees as `/etc/cairn/config.yaml`. Secrets are variables that Compose asks for when it starts.
 */
export function writeCompose(input: NativeInput): readonly NativeFile[] {
  const { deployment } = input
  const tell = once(input.tell)
  const docker = partAt(deployment, 'docker')
  const workloads = workloadsOf({ ...input, tell }, textAt(docker, 'weights_path')).filter((workload) => isNamed(workload, tell))
  const named = textsAt(docker, 'volumes').filter((text, i) => isMountable(text, i, tell))
  const context: ComposeContext = {
    docker,
    workloads: new Map(workloads.map((workload) => [workload.name, workload])),
    gpus: new GpuAllotment(numberAt(partAt(deployment, 'resource_limits'), 'gpu_count')),
    secrets: new Map(),
    tell,
  }
  const services = workloads.map((workload): [string, Mapping] => [workload.name, composeService(workload, context)])
  const [network, project] = [textAt(docker, 'network'), textAt(docker, 'project')]
  const volumes = volumesOf(named, workloads)
  const file = given({
    name: project === undefined ? undefined : literal(project),
    services: Object.fromEntries(services),
    networks: network === undefined ? undefined : Object.fromEntries([[network, { name: literal(network) }]]),
    volumes: Object.keys(volumes).length === 0 ? undefined : volumes,
  })
  return [
    { path: 'compose.yaml', text: yamlText(file), format: 'compose' },
    ...workloads.map((workload): NativeFile => {
      return { path: `config/${workload.name}.yaml`, text: yamlText(workload.document), format: 'compose' }
    }),
  ]
}

/** Compose wants to be told of volumes that it keeps itself: those of `docker.volumes`, and one for each storage. */
function volumesOf(named: readonly string[], workloads: readonly Workload[]): Mapping {
  const volumes: MutableMapping = {}
  for (const text of named) {
    const source = sourceOf(text)
    if (isVolume(source)) volumes[source] = own(volumes, source) ?? ({} satisfies Value)
  }
  for (const workload of workloads) if (workload.storage !== undefined) volumes[`${workload.name}-data`] = {}
  return volumes
}

const SERVICE = /^[A-Za-z0-9._-]+$/
/** Two characters at least: `a:/b` is a folder of Windows to Compose. */
const VOLUME = /^[A-Za-z0-9][A-Za-z0-9_.-]+$/

/** Whether Compose takes a name for a service's; told where not. */
function isNamed({ name: service, index }: Workload, tell: Tell): boolean {
  const said = say`${name(service)} cannot be the name of a service of Docker Compose: that has letters, digits, ., _ and -`
  if (!SERVICE.test(service)) tell({ tokens: ['services', String(index), 'service_name'], said })
  return SERVICE.test(service)
}

const sourceOf = (text: string): string => text.slice(0, Math.max(0, text.indexOf(':')))
/** What is no path. */
const isVolume = (source: string): boolean => source !== '' && !/^[./~]/.test(source)

/** Whether Compose knows what a volume is; `a/b` is to it neither a folder nor a name. */
function isMountable(text: string, index: number, tell: Tell): boolean {
  const source = sourceOf(text)
  const isKnown = !isVolume(source) || VOLUME.test(source)
  const said = say`${name(source)} is no name of a volume; a folder starts with / or ./`
  if (!isKnown) tell({ tokens: ['docker', 'volumes', String(index)], said })
  return isKnown
}
