import { own, type Mapping, type MutableMapping, type Value } from '../../../core/value.ts'
import { writeYaml } from '../yaml.ts'
import { composeService, type ComposeContext } from './compose-service.ts'
import { GpuAllotment } from './gpu-allotment.ts'
import type { NativeFile, NativeInput } from './input.ts'
import { given, numberAt, partAt, textAt, textsAt } from './read.ts'
import { workloadsOf, type Workload } from './workload.ts'

/**
 * `compose.yaml` (the Compose Specification), and `config/<service>.yaml` with each service's own document, which its
 * container sees as `/etc/cairn/config.yaml`. Secrets are variables that Compose asks for when it starts.
 */
export function writeCompose(input: NativeInput): readonly NativeFile[] {
  const { deployment, tell } = input
  const docker = partAt(deployment, 'docker')
  const workloads = workloadsOf(input, textAt(docker, 'weights_path'))
  const context: ComposeContext = {
    docker,
    workloads: new Map(workloads.map((workload) => [workload.name, workload])),
    gpus: new GpuAllotment(numberAt(partAt(deployment, 'resource_limits'), 'gpu_count')),
    secrets: new Map(),
    tell,
  }
  const services = workloads.map((workload): [string, Mapping] => [workload.name, composeService(workload, context)])
  const network = textAt(docker, 'network')
  const volumes = volumesOf(docker, workloads)
  const project = given({
    name: textAt(docker, 'project'),
    services: Object.fromEntries(services),
    networks: network === undefined ? undefined : Object.fromEntries([[network, { name: network }]]),
    volumes: Object.keys(volumes).length === 0 ? undefined : volumes,
  })
  return [
    { path: 'compose.yaml', text: writeYaml(project), format: 'compose' },
    ...workloads.map((workload): NativeFile => {
      return { path: `config/${workload.name}.yaml`, text: writeYaml(workload.document), format: 'compose' }
    }),
  ]
}

/** Compose wants to be told of volumes that it keeps itself: those of `docker.volumes`, and one for each storage. */
function volumesOf(docker: Mapping, workloads: readonly Workload[]): Mapping {
  const volumes: MutableMapping = {}
  for (const text of textsAt(docker, 'volumes')) {
    const source = text.slice(0, Math.max(0, text.indexOf(':')))
    if (/^[A-Za-z0-9]/.test(source)) volumes[source] = own(volumes, source) ?? ({} satisfies Value)
  }
  for (const workload of workloads) if (workload.storage !== undefined) volumes[`${workload.name}-data`] = {}
  return volumes
}
