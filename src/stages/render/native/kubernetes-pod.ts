import { name, say } from '../../../core/message.ts'
import { digitsOf } from '../../../core/number-text.ts'
import { isMapping, own, type Mapping, type Value } from '../../../core/value.ts'
import type { NativeInput } from './input.ts'
import { quantityOf } from './kubernetes-names.ts'
import { checkMounts, type Mount } from './mounts.ts'
import { given, listAt, numberAt, textAt, textsAt } from './read.ts'
import type { Workload } from './workload.ts'

interface PodContext {
  readonly input: NativeInput
  readonly kubernetes: Mapping
  /** The name of the service's resources. */
  readonly resource: string
}

/** Each pod sees its service's document as `/etc/cairn/config.yaml`. */
const CONFIG_FOLDER = '/etc/cairn'

/** The pods of a service: one container, its document, its secrets by reference, and what the deployment mounts. */
export function podOf(workload: Workload, context: PodContext): Mapping {
  const { kubernetes, resource } = context
  const serviceAccount = textAt(kubernetes, 'service_account')
  const secrets = textsAt(kubernetes, 'image_pull_secrets')
  const tolerations = tolerationsOf(context)
  const { mounts, volumes } = mounting(workload, context)
  return given({
    serviceAccountName: serviceAccount,
    priorityClassName: textAt(kubernetes, 'priority_class'),
    imagePullSecrets: secrets.length === 0 ? undefined : secrets.map((secret) => ({ name: secret })),
    nodeSelector: nodeSelector(workload, context),
    tolerations: tolerations.length === 0 ? undefined : tolerations,
    terminationGracePeriodSeconds: numberAt(kubernetes, 'termination_grace_seconds'),
    containers: [
      given({
        name: resource,
        image: workload.image,
        command: commandOf(workload.command),
        args: commandOf(workload.args),
        env: environment(workload, resource),
        ports: portsOf(workload),
        resources: resourcesOf(workload),
        ...probes(workload),
        volumeMounts: mounts,
      }),
    ],
    volumes,
  })
}

/** Kubernetes replaces `$(NAME)` in commands and variables; `$$` is a `$` that begins nothing. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$')
}

function commandOf(words: readonly string[]): Value | undefined {
  return words.length === 0 ? undefined : words.map(literal)
}

function environment({ variables, secrets }: Workload, resource: string): Value | undefined {
  const plain = variables.map(({ name: variable, text }) => ({ name: variable, value: literal(text) }))
  const secret = secrets.map(({ variable, kept }) => {
    return { name: variable, valueFrom: { secretKeyRef: kept ?? { name: `${resource}-sealed`, key: variable } } }
  })
  const all = [...plain, ...secret]
  return all.length === 0 ? undefined : all
}

function portsOf({ ports }: Workload): Value | undefined {
  return ports.length === 0 ? undefined : ports.map(({ name: port, number }) => ({ name: port, containerPort: number }))
}

/** GPUs are whole and never shared: what is asked for is the limit too. */
function resourcesOf(workload: Workload): Value {
  const key = workload.gpuType?.startsWith('mi') === true ? 'amd.com/gpu' : 'nvidia.com/gpu'
  const gpus = workload.gpus === 0 ? {} : { [key]: String(workload.gpus) }
  const part = (share: Workload['limits']): Mapping | undefined => {
    const fields = given({ ...quantityOf(share), ...gpus })
    return Object.keys(fields).length === 0 ? undefined : fields
  }
  return given({ requests: part(workload.requests), limits: part(workload.limits) })
}

/** Nothing is restarted for being slow to start: the other probes wait for the first one. */
function probes({ health, ports, speaksTls }: Workload): Record<string, Value | undefined> {
  const [port] = ports
  if (health === undefined || port === undefined) return {}
  const { path, interval } = health
  const httpGet = { path, port: port.name, scheme: speaksTls ? 'HTTPS' : 'HTTP' }
  const probe = { httpGet, periodSeconds: interval, timeoutSeconds: Math.min(interval, 5) }
  return {
    startupProbe: { ...probe, failureThreshold: Math.max(1, Math.ceil(health.startup / health.interval)) },
    livenessProbe: probe,
    readinessProbe: probe,
  }
}

function nodeSelector(workload: Workload, { input, kubernetes }: PodContext): Mapping | undefined {
  const { index, gpus, gpuType, name: service } = workload
  if (gpus === 0 || gpuType === undefined) return undefined
  const label = textAt(kubernetes, 'node_pool_label')
  if (label !== undefined) return { [label]: gpuType }
  const missing = say`${name(service)} needs a GPU of the sort ${name(gpuType)}, and nothing says which nodes have it`
  const said = say`${missing}: add \`kubernetes.node_pool_label\``
  input.tell({ tokens: ['services', String(index), 'service_name'], said })
  return undefined
}

function tolerationsOf({ input, kubernetes }: PodContext): Value[] {
  return listAt(kubernetes, 'tolerations').filter(isMapping).map((toleration, i) => {
    const [operator, value] = [textAt(toleration, 'operator'), textAt(toleration, 'value')]
    if (operator === 'Exists' && value !== undefined) {
      input.tell({ tokens: ['kubernetes', 'tolerations', String(i), 'value'], said: say`with Exists no value counts, and Kubernetes refuses one` })
    }
    return given({ key: textAt(toleration, 'key'), operator, value, effect: textAt(toleration, 'effect') })
  })
}

interface Mounting {
  readonly mounts: Value
  readonly volumes: Value
}

function mounting({ storage, index }: Workload, { kubernetes, resource, input }: PodContext): Mounting {
  const service = ['services', String(index), 'service_name']
  const places: Mount[] = [{ path: CONFIG_FOLDER, tokens: service }]
  const mounts: Mapping[] = [{ name: 'config', mountPath: CONFIG_FOLDER, readOnly: true }]
  const volumes: Mapping[] = [{ name: 'config', configMap: { name: `${resource}-config` } }]
  if (storage !== undefined) {
    places.push({ path: storage.path, tokens: service })
    mounts.push({ name: 'data', mountPath: storage.path })
  }
  const shm = numberAt(kubernetes, 'shm_size_mb')
  if (shm !== undefined) {
    places.push({ path: '/dev/shm', tokens: ['kubernetes', 'shm_size_mb'] })
    mounts.push({ name: 'shm', mountPath: '/dev/shm' })
    volumes.push({ name: 'shm', emptyDir: { medium: 'Memory', sizeLimit: `${digitsOf(shm)}Mi` } })
  }
  for (const [i, volume] of listAt(kubernetes, 'volumes').filter(isMapping).entries()) {
    const [path, claimName] = [textAt(volume, 'path'), textAt(volume, 'claim')]
    const readOnly = own(volume, 'read_only') === true ? true : undefined
    places.push({ path: path ?? '', tokens: ['kubernetes', 'volumes', String(i), 'path'] })
    mounts.push(given({ name: `volume-${String(i)}`, mountPath: path, readOnly }))
    volumes.push({ name: `volume-${String(i)}`, persistentVolumeClaim: given({ claimName, readOnly }) })
  }
  checkMounts(places, input.tell)
  return { mounts, volumes }
}
