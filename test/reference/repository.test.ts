import { beforeAll, describe, expect, test } from 'vitest'
import { environments } from '../../src/queries/environments.ts'
import { order } from '../../src/queries/order.ts'
import { render } from '../../src/queries/render.ts'
import { checkFiles, openFiles } from '../helpers/memory.ts'
import { effectiveDocuments } from '../schemas/reference.ts'
import type { Json } from './independent.ts'
import { referenceRepository } from './repository-files.ts'

/** A document of the reference repository, as far as the tests look into it. */
interface Document {
  readonly service_name?: string
  readonly service_version?: string
  readonly deployment_name?: string
  readonly environment: string
  readonly network?: { readonly host: string; readonly [port: string]: string | number }
  readonly resources?: Resources & { readonly limits?: Resources }
  readonly security?: Security
  readonly engine?: { readonly tensor_parallel_size?: number; readonly pipeline_parallel_size?: number }
  readonly scaling?: { readonly replicas: number; readonly min_replicas?: number; readonly max_replicas?: number }
  readonly services?: readonly DeployedService[]
  readonly resource_limits?: Resources
  readonly node_pools?: Readonly<Record<string, NodePool>>
}

interface Security {
  readonly security_level: string
  readonly encryption_enabled: boolean
  readonly ssl_enabled: boolean
}

interface DeployedService {
  readonly service_name: string
  readonly service_version: string
  readonly replicas: number
}

interface NodePool {
  readonly nodes: number
  readonly gpus_per_node: number
  readonly gpu_memory_gb?: number
}

interface Resources {
  readonly memory_mb: number
  readonly cpu_cores: number
  readonly gpu_enabled?: boolean
  readonly gpu_type?: string
  readonly gpu_count?: number
  readonly gpu_memory_gb?: number
}

const files = referenceRepository()
const rendered: Record<string, Record<string, Json>> = {}

beforeAll(async () => {
  const { workspace, collector } = await openFiles(files)
  for await (const { environment, document, value } of render(workspace, { selection: {}, collector })) {
    ;(rendered[environment] ??= {})[document] = value as Json
  }
})

describe('the reference repository', () => {
  test('has nothing to find', async () => {
    expect((await checkFiles(files)).findings).toEqual([])
  })

  test('has one finding for one mistake', async () => {
    const path = 'environments/production/services/gateway.yaml'
    const edited = Buffer.from(files[path]?.toString().replace('  burst:', '  brust:') ?? '')
    const { findings } = await checkFiles({ ...files, [path]: edited })
    expect(findings.map(({ rule, location }) => `${location.file ?? ''}:${location.line ?? 0} ${rule}`)).toEqual([`${path}:6 validate/unknown-key`])
  })

  test('is what another reading of it says', () => {
    const read: typeof rendered = {}
    for (const { environment, kind, name, value } of effectiveDocuments()) (read[environment] ??= {})[`${kind}/${name}`] = value
    expect(rendered).toEqual(read)
  })

  test('is large enough to show something', () => {
    const counts: Record<string, number> = {}
    for (const document of Object.keys(rendered['production-eu'] ?? {})) {
      const kind = document.split('/')[0] as string
      counts[kind] = (counts[kind] ?? 0) + 1
    }
    const least = { models: 6, services: 4, infrastructure: 4, integrations: 3, monitoring: 3, deployments: 3 }
    for (const [kind, count] of Object.entries(least)) expect(counts[kind]).toBeGreaterThanOrEqual(count)
    expect(rendered['production-eu']).toHaveProperty(['models/mixtral-8x7b'])
  })

  test('has layers in every format', () => {
    const endings = new Set(Object.keys(files).map((path) => path.slice(path.lastIndexOf('.'))))
    expect([...endings].sort()).toEqual(['.env', '.ini', '.json', '.toml', '.yaml'])
  })

  test.each(['development', 'staging', 'production-eu', 'production-us'])('says what has to run before what in %s', async (environment) => {
    const { workspace, collector } = await openFiles(referenceRepository())
    const { levels, findings } = await order(workspace, environment, collector)
    const levelOf = (document: string) => levels.findIndex((level) => level.includes(document))
    const way = ['infrastructure/object-storage', 'models/mixtral-8x7b', 'services/router', 'services/gateway'].map(levelOf)
    expect(way).toEqual([0, 1, 2, 3])
    expect(findings).toEqual([])
  })

  test('has a diamond', async () => {
    const { workspace, collector } = await openFiles(files)
    const all = environments(workspace, {}, collector).environments
    expect(all.find(({ name }) => name === 'production-eu')?.lineage).toEqual(['production-eu', 'region-eu', 'production', 'base'])
  })
})

describe.each(['development', 'staging', 'production-eu', 'production-us'])('%s is consistent', (environment) => {
  let documents: [string, Document][]
  beforeAll(() => {
    documents = Object.entries(rendered[environment] ?? {}).map(([name, value]) => [name, value as unknown as Document])
  })

  test('names and stages', () => {
    for (const [name, { service_name, deployment_name, environment: stage }] of documents) {
      expect([name, service_name ?? deployment_name]).toEqual([name, name.split('/')[1]])
      expect(stage).toBe(environment.replace(/-(?:eu|us)$/, ''))
    }
  })

  test('one service on a host and port', () => {
    const taken = new Map<string, string>()
    for (const [name, { network = { host: '' } }] of documents) {
      for (const [key, port] of Object.entries(network)) {
        if (!/port$/.test(key)) continue
        const address = `${network.host}:${port}`
        expect([address, taken.get(address)]).toEqual([address, undefined])
        taken.set(address, name)
      }
    }
  })

  test('requests within limits, memory for every GPU', () => {
    for (const [name, { resources, engine }] of documents) {
      if (resources === undefined) continue
      const { limits = resources, gpu_enabled, gpu_type, gpu_count, gpu_memory_gb } = resources
      expect(limits.memory_mb, name).toBeGreaterThanOrEqual(resources.memory_mb)
      expect(limits.cpu_cores, name).toBeGreaterThanOrEqual(resources.cpu_cores)
      const told = [gpu_type, gpu_count, gpu_memory_gb].filter((one) => one !== undefined).length
      expect(told, name).toBe(gpu_enabled === true ? 3 : 0)
      const { tensor_parallel_size: tensor = 0, pipeline_parallel_size: pipeline = 0 } = engine ?? {}
      if (tensor > 0) expect(tensor * pipeline, name).toBe(gpu_count)
    }
  })

  test('encryption wherever security is high, and high everywhere but in development', () => {
    for (const [name, { security }] of documents) {
      if (security === undefined) continue
      const { security_level, encryption_enabled, ssl_enabled } = security
      if (environment !== 'development') expect(security_level, name).toBe('high')
      if (security_level === 'high') expect([encryption_enabled, ssl_enabled], name).toEqual([true, true])
    }
  })

  test('deployments of versions that there are, within their limits', () => {
    const byName = new Map(documents.map(([name, document]) => [name.split('/')[1], document]))
    for (const [name, { services = [], resource_limits }] of documents) {
      let memory = 0
      let cores = 0
      let gpus = 0
      for (const { service_name, service_version, replicas } of services) {
        const service = byName.get(service_name)
        expect(service?.service_version, service_name).toBe(service_version)
        if (service?.scaling !== undefined) expect(service.scaling.replicas, service_name).toBe(replicas)
        memory += replicas * (service?.resources?.memory_mb ?? 0)
        cores += replicas * (service?.resources?.cpu_cores ?? 0)
        gpus += replicas * (service?.resources?.gpu_count ?? 0)
      }
      if (resource_limits === undefined) continue
      expect(memory, name).toBeLessThanOrEqual(resource_limits.memory_mb)
      expect(cores, name).toBeLessThanOrEqual(resource_limits.cpu_cores)
      expect(gpus, name).toBeLessThanOrEqual(resource_limits.gpu_count ?? 0)
    }
  })

  test('GPUs that the cluster has, with all replicas that may be', () => {
    const pools = documents.find(([name]) => name === 'infrastructure/gpu-cluster')?.[1].node_pools
    if (pools === undefined) return
    const wanted = new Map<string, number>()
    for (const [name, { resources, scaling }] of documents) {
      const { gpu_type, gpu_count = 0, gpu_memory_gb } = resources ?? {}
      if (gpu_type === undefined || scaling === undefined) continue
      const { replicas, min_replicas = replicas, max_replicas = replicas } = scaling
      expect(min_replicas <= replicas && replicas <= max_replicas, name).toBe(true)
      expect(pools[gpu_type]?.gpu_memory_gb, name).toBe(gpu_memory_gb)
      wanted.set(gpu_type, (wanted.get(gpu_type) ?? 0) + max_replicas * gpu_count)
    }
    for (const [type, count] of wanted) {
      expect(count, type).toBeLessThanOrEqual((pools[type]?.nodes ?? 0) * (pools[type]?.gpus_per_node ?? 0))
    }
  })
})
