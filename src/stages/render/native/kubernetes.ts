import { name, say } from '../../../core/message.ts'
import { digitsOf } from '../../../core/number-text.ts'
import { own, type Mapping } from '../../../core/value.ts'
import { yamlText } from '../../../core/yaml-text.ts'
import { once } from './once.ts'
import type { NativeFile, NativeInput } from './input.ts'
import { labelsOf, quantityOf, resourceName, ResourceNames } from './kubernetes-names.ts'
import { podOf } from './kubernetes-pod.ts'
import { given, numberAt, partAt, textAt } from './read.ts'
import { workloadsOf, type Workload } from './workload.ts'

/** ConfigMaps hold a mebibyte; some room is left for the rest of the object. */
const LARGEST_CONFIG = 1_000_000

/**
 * A stream of manifests a service, `<service>.yaml`: ConfigMap, Service, and a Deployment, or a StatefulSet where the
 * service keeps data; and `resource-quota.yaml` for all of them. Namespace, service account, priority class and secrets
 * are named, not made: they belong to the cluster. API of Kubernetes 1.25 and later.
 */
export function writeKubernetes(received: NativeInput): readonly NativeFile[] {
  const tell = once(received.tell)
  const input = { ...received, tell }
  const { deployment } = input
  const kubernetes = partAt(deployment, 'kubernetes')
  const names = new ResourceNames(tell)
  const files: NativeFile[] = []
  for (const workload of workloadsOf(input, textAt(kubernetes, 'weights_path'))) {
    const tokens = ['services', String(workload.index), 'service_name']
    const resource = names.of(workload.name, tokens)
    if (resource === undefined) continue
    if (workload.keepsData && !names.claim(`${resource}-pods`, workload.name, tokens)) continue
    const manifests = manifestsOf(workload, { input, kubernetes, resource })
    const text = manifests.map((manifest) => yamlText(manifest)).join('---\n')
    const makes = [resource, ...(workload.keepsData ? [`${resource}-pods`] : [])].map((one) => placed(one, kubernetes))
    files.push({ path: `${resource}.yaml`, text, makes, format: 'kubernetes' })
  }
  return [...files, { path: 'resource-quota.yaml', text: yamlText(quotaOf(input, kubernetes)), format: 'kubernetes' }]
}

function placed(resource: string, kubernetes: Mapping): string {
  const [namespace = 'default', cluster = ''] = [textAt(kubernetes, 'namespace'), textAt(kubernetes, 'cluster')]
  return `${resource} in the namespace ${namespace} of ${cluster === '' ? 'the cluster' : cluster}`
}

interface ManifestContext {
  readonly input: NativeInput
  readonly kubernetes: Mapping
  /** The name of the service's resources. */
  readonly resource: string
}

function manifestsOf(workload: Workload, context: ManifestContext): Mapping[] {
  return [configMap(workload, context), ...servicesOf(workload, context), runner(workload, context)]
}

function metadata(workload: Workload, { input, kubernetes }: ManifestContext, resource: string): Mapping {
  const cluster = textAt(kubernetes, 'cluster')
  return given({
    name: resource,
    namespace: textAt(kubernetes, 'namespace'),
    labels: labelsOf(workload, input).all,
    annotations: given({ 'cairn/cluster': cluster, 'cairn/environment': input.environment }),
  })
}

function configMap(workload: Workload, context: ManifestContext): Mapping {
  const text = yamlText(workload.document)
  if (Buffer.byteLength(text) > LARGEST_CONFIG) {
    const tokens = ['services', String(workload.index), 'service_name']
    context.input.tell({ tokens, said: say`the document of ${name(workload.name)} is too large for a ConfigMap` })
  }
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: metadata(workload, context, `${context.resource}-config`),
    data: { 'config.yaml': text },
  }
}

/** Where other pods reach it; a StatefulSet has one more, by which each of its pods has a name. */
function servicesOf(workload: Workload, context: ManifestContext): Mapping[] {
  const ports = workload.ports.filter((port) => port.name !== 'admin').map((port) => {
    return { name: port.name, port: port.number, targetPort: port.name }
  })
  const { selector } = labelsOf(workload, context.input)
  const service = (resource: string, spec: Mapping): Mapping => {
    const full = { ...spec, selector, ...(ports.length > 0 && { ports }) }
    return { apiVersion: 'v1', kind: 'Service', metadata: metadata(workload, context, resource), spec: full }
  }
  const clustered = ports.length === 0 ? [] : [service(context.resource, { type: 'ClusterIP' })]
  return workload.keepsData ? [...clustered, service(`${context.resource}-pods`, { clusterIP: 'None' })] : clustered
}

function runner(workload: Workload, context: ManifestContext): Mapping {
  const { input, resource } = context
  const { all, selector } = labelsOf(workload, input)
  const spec = {
    replicas: workload.replicas,
    ...rollout(workload, context),
    selector: { matchLabels: selector },
    template: { metadata: { labels: all }, spec: podOf(workload, context) },
  }
  return {
    apiVersion: 'apps/v1',
    kind: workload.keepsData ? 'StatefulSet' : 'Deployment',
    metadata: metadata(workload, context, resource),
    spec: workload.keepsData ? { ...spec, serviceName: `${resource}-pods`, ...claims(workload) } : spec,
  }
}

/** A StatefulSet replaces its pods in place, one after the other: `rollout` says so of services that keep data. */
function rollout({ keepsData }: Workload, { kubernetes, input }: ManifestContext): Mapping {
  const said = partAt(kubernetes, 'rollout')
  const strategy = textAt(said, 'strategy')
  if (keepsData) {
    if (strategy === 'Recreate') {
      const message = say`services that keep data are replaced one replica after the other, never all at once`
      input.tell({ tokens: ['kubernetes', 'rollout', 'strategy'], said: message })
    }
    return { updateStrategy: { type: 'RollingUpdate' } }
  }
  if (strategy === undefined) return {}
  const rollingUpdate = given({ maxSurge: numberAt(said, 'max_surge'), maxUnavailable: numberAt(said, 'max_unavailable') })
  const isRolling = strategy === 'RollingUpdate'
  if (!isRolling && Object.keys(rollingUpdate).length > 0) {
    input.tell({ tokens: ['kubernetes', 'rollout'], said: say`with Recreate there is neither a surge nor a number that may be missing` })
  }
  return { strategy: { type: strategy, ...(isRolling && Object.keys(rollingUpdate).length > 0 && { rollingUpdate }) } }
}

/** Disk sizes are in units of 1,000,000,000 bytes. */
function claims({ storage }: Workload): Mapping {
  if (storage === undefined) return {}
  const spec = given({
    accessModes: ['ReadWriteOnce'],
    storageClassName: storage.class,
    resources: { requests: { storage: `${digitsOf(storage.size)}G` } },
  })
  return { volumeClaimTemplates: [{ metadata: { name: 'data' }, spec }] }
}

function quotaOf({ name: deployment, deployment: value, tell }: NativeInput, kubernetes: Mapping): Mapping {
  const resource = resourceName(deployment)
  if (resource === '' || resource.length > 63) {
    tell({ tokens: [], said: say`${name(deployment)} cannot be the name of a ResourceQuota: that has 1 to 63 letters, digits and hyphens` })
  }
  const limits = partAt(value, 'resource_limits')
  const hasGpus = own(limits, 'gpu_enabled')
  const { memory, cpu } = quantityOf({ memory: numberAt(limits, 'memory_mb'), cores: numberAt(limits, 'cpu_cores') })
  const gpus = hasGpus === false ? 0 : numberAt(limits, 'gpu_count')
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: given({ name: resource, namespace: textAt(kubernetes, 'namespace') }),
    spec: {
      hard: given({
        'requests.memory': memory,
        'requests.cpu': cpu,
        'requests.nvidia.com/gpu': gpus === undefined ? undefined : String(gpus),
      }),
    },
  }
}
