import { describe, expect, test } from 'vitest'
import { HOLE, Sealed } from '../../src/core/opaque.ts'
import type { Value } from '../../src/core/value.ts'
import { asking, concernsIn, toldIn, type Documents } from './run.ts'

/** What these are about is not which GPUs there are. */
const rules = '{consistency/gpu-memory: off}'
const sealed = new Sealed('str', 'x')
const one = (version: Value, replicas: Value = 1, name: Value = 'a') => [{ service_name: name, service_version: version, replicas }]

describe('the version in a deployment', () => {
  test.each<readonly [string, Documents, readonly string[]]>([
    ['the same', { 'services/a': { service_version: '1.2.0' }, 'deployments/d': { services: one('1.2.0') } }, []],
    ['another one', { 'services/a': { service_version: '1.2.0' }, 'deployments/d': { services: one('1.2.1') } }, ['deployments/d#/services/0/service_version deployment-version']],
    ['a tag of it', { 'services/a': { service_version: '1.2.0' }, 'deployments/d': { services: one('v1.2.0') } }, []],
    ['two tags', { 'services/a': { service_version: 'V1.2.0' }, 'deployments/d': { services: one('v1.2.1') } }, ['deployments/d#/services/0/service_version deployment-version']],
    ['a word that starts like a tag', { 'services/a': { service_version: 'vintage' }, 'deployments/d': { services: one('intage') } }, ['deployments/d#/services/0/service_version deployment-version']],
    ['a number and its text', { 'services/a': { service_version: 2 }, 'deployments/d': { services: one('2') } }, []],
    ['unknown in the service', { 'services/a': { service_version: sealed }, 'deployments/d': { services: one('1.2.1') } }, []],
    ['unknown in the deployment', { 'services/a': { service_version: '1.2.0' }, 'deployments/d': { services: one(HOLE) } }, []],
    ['an unknown name', { 'services/a': { service_version: '1.2.0' }, 'deployments/d': { services: one('2', 1, sealed) } }, []],
    ['an unknown item, and all of them', { 'services/a': { service_version: '1' }, 'deployments/d': { services: [HOLE] }, 'deployments/e': { services: sealed } }, []],
    ['a service that there is not', { 'services/a': { service_version: '1' }, 'deployments/d': { services: one('2', 1, 'b') } }, []],
    ['a service without a version', { 'services/a': {}, 'deployments/d': { services: one('2') } }, []],
    ['one of two of that name', { 'services/a': { service_version: '1' }, 'models/a': { service_version: '2' }, 'deployments/d': { services: one('2') } }, []],
    ['none of two of that name', { 'models/a': { service_version: '2' }, 'services/a': { service_version: '1' }, 'deployments/d': { services: one('3') } }, ['deployments/d#/services/0/service_version deployment-version']],
  ])('%s', (_what, documents, expected) => {
    expect(toldIn(documents, { rules })).toEqual(expected)
  })

  test('names both', () => {
    const [concern] = concernsIn({ 'models/a': { service_version: '2' }, 'services/a': { service_version: '1' }, 'deployments/d': { services: one('3') } })
    expect(concern?.message).toBe('this runs version "3" of services/a, whose own version is "1"')
    expect(concern?.related.map(({ at }) => at.document)).toEqual(['services/a'])
  })
})

describe('the limits of a deployment', () => {
  const runs = (limits: Value, services: Value = one('1', 3)) => ({ services, resource_limits: limits })
  test.each<readonly [string, Documents, readonly string[]]>([
    ['just enough', { 'services/a': asking(1024, 0.1), 'deployments/d': runs({ memory_mb: 3072, cpu_cores: 0.3 }) }, []],
    ['too little memory', { 'services/a': asking(1025), 'deployments/d': runs({ memory_mb: 3072 }) }, ['deployments/d#/resource_limits/memory_mb deployment-limits']],
    ['too few cores', { 'services/a': asking(1, '101m'), 'deployments/d': runs({ memory_mb: 3, cpu_cores: '300m' }) }, ['deployments/d#/resource_limits/cpu_cores deployment-limits']],
    ['units that differ', { 'services/a': asking('1Gi'), 'deployments/d': runs({ memory_mb: 3071 }) }, ['deployments/d#/resource_limits/memory_mb deployment-limits']],
    ['too few GPUs', { 'models/a': asking(1, 1, { gpu_count: 2, gpu_enabled: true }), 'deployments/d': runs({ gpu_enabled: true, gpu_count: 5 }) }, ['deployments/d#/resource_limits/gpu_count deployment-limits']],
    ['a GPU that nobody counted', { 'models/a': asking(1, 1, { gpu_enabled: true }), 'deployments/d': runs({ gpu_count: 2 }) }, ['deployments/d#/resource_limits/gpu_count deployment-limits']],
    ['no GPUs at all', { 'models/a': asking(1, 1, { gpu_count: 1 }), 'deployments/d': runs({ gpu_enabled: false }) }, ['deployments/d#/resource_limits/gpu_enabled deployment-limits']],
    ['GPUs that are switched off', { 'models/a': asking(1, 1, { gpu_count: 4, gpu_enabled: false }), 'deployments/d': runs({ gpu_enabled: false }) }, []],
    ['GPUs without a number', { 'models/a': asking(1, 1, { gpu_count: 4 }), 'deployments/d': runs({ gpu_enabled: true }) }, []],
    ['no word of GPUs', { 'models/a': asking(1, 1, { gpu_count: 4 }), 'deployments/d': runs({ memory_mb: 10 }) }, []],
    ['no replicas', { 'services/a': asking(1025), 'deployments/d': runs({ memory_mb: 10 }, one('1', 0)) }, []],
    ['one replica where none is said', { 'services/a': asking(11), 'deployments/d': runs({ memory_mb: 10 }, [{ service_name: 'a' }]) }, ['deployments/d#/resource_limits/memory_mb deployment-limits']],
    ['names that stand alone', { 'services/a': asking(11), 'deployments/d': runs({ memory_mb: 10 }, ['a']) }, ['deployments/d#/resource_limits/memory_mb deployment-limits']],
    ['unknown replicas', { 'services/a': asking(11), 'deployments/d': runs({ memory_mb: 10 }, one('1', sealed)) }, []],
    ['an unknown limit', { 'services/a': asking(11), 'deployments/d': runs({ memory_mb: sealed }) }, []],
    ['one unknown, and too much without it', { 'services/a': asking(11), 'services/b': asking(sealed), 'deployments/d': runs({ memory_mb: 10 }, [...one('1', 1, 'b'), ...one('1')]) }, ['deployments/d#/resource_limits/memory_mb deployment-limits']],
    ['what is no quantity', { 'services/a': asking('lots'), 'deployments/d': runs({ memory_mb: 1 }) }, []],
    ['less than nothing', { 'services/a': asking(-5), 'deployments/d': runs({ memory_mb: 1 }) }, []],
  ])('%s', (_what, documents, expected) => {
    expect(toldIn(documents, { rules })).toEqual(expected)
  })

  test('names those that ask for most', () => {
    const services = Object.fromEntries([1, 5, 3, 2, 4].map((size) => [`services/s${size}`, asking(size * 100)]))
    const items = [1, 2, 3, 4, 5].map((size) => ({ service_name: `s${size}`, replicas: size === 1 ? 9 : 1 }))
    const [concern] = concernsIn({ ...services, 'deployments/d': runs({ memory_mb: 1000 }, items) })
    expect(concern?.message).toBe('the services of deployments/d ask for 2300 MiB of memory in all, and the limit is 1000 MiB')
    expect(concern?.related.map(({ message }) => message)).toEqual([
      'services/s1 asks for 9 times 100 MiB of memory', 'services/s5 asks for 500 MiB of memory', 'services/s4 asks for 400 MiB of memory',
    ])
  })
})

describe('the capacity of an environment', () => {
  const labels = { capacity: { memory_mb: 1000, cpu_cores: '4', gpu_count: 2 } }
  const CLUSTER = {
    cluster: { name: 'c' },
    node_pools: {
      l4: { nodes: 2, memory_mb_per_node: 500, cpu_cores_per_node: 2, gpus_per_node: 1 },
      system: { nodes: 1, memory_mb_per_node: 100, cpu_cores_per_node: 1, gpus_per_node: 0 },
    },
  }
  const on = (cluster: Value, replicas: Value = 1) => ({ kubernetes: { cluster }, services: one('1', replicas) })

  test.each<readonly [string, Documents, readonly string[]]>([
    ['services, as often as they say', { 'services/a': { ...(asking(251) as object), scaling: { replicas: 4 } } }, ['services/a#/resources/memory_mb capacity']],
    ['services that fit', { 'services/a': asking(500), 'services/b': asking(500) }, []],
    ['deployments, where there are any', { 'services/a': asking(900), 'services/b': asking(900), 'deployments/d': { services: one('1') } }, []],
    ['all deployments together', { 'services/a': asking(600), 'deployments/d': { services: one('1') }, 'deployments/e': { services: one('1') } }, ['services/a#/resources/memory_mb capacity']],
    ['each resource', { 'models/a': asking(1001, 5, { gpu_count: 3 }) }, ['models/a#/resources/memory_mb capacity', 'models/a#/resources/cpu_cores capacity', 'models/a#/resources/gpu_count capacity']],
  ])('by labels: %s', (_what, documents, expected) => {
    expect(toldIn(documents, { rules, environment: { labels } })).toEqual(expected)
  })

  test.each<readonly [string, Documents, readonly string[]]>([
    ['memory', { 'services/a': asking(1101), 'deployments/d': on('c') }, ['infrastructure/i#/node_pools capacity']],
    ['what fits', { 'services/a': asking(1100, 5), 'deployments/d': on('c') }, []],
    ['another cluster', { 'services/a': asking(1101), 'deployments/d': on('other') }, []],
    ['an unknown cluster', { 'services/a': asking(1101), 'deployments/d': on(sealed) }, []],
    ['no cluster', { 'services/a': asking(1101), 'deployments/d': { services: one('1') } }, []],
    ['GPUs of a pool', { 'models/a': asking(1, 1, { gpu_count: 3, gpu_type: 'l4' }), 'deployments/d': on('c') }, ['infrastructure/i#/node_pools/l4 capacity']],
    ['GPUs of no pool in particular', { 'models/a': asking(1, 1, { gpu_count: 3, gpu_type: 'any' }), 'deployments/d': on('c') }, ['infrastructure/i#/node_pools capacity']],
    [
      'GPUs that no pool has, where pools bear their names',
      { 'models/a': asking(1, 1, { gpu_count: 1, gpu_type: 'l4' }), 'models/b': asking(1, 1, { gpu_count: 1, gpu_type: 't4' }), 'deployments/d': { ...on('c'), services: [...one('1'), ...one('1', 1, 'b')] } },
      ['infrastructure/i#/node_pools capacity'],
    ],
    ['a pool with an unknown number of nodes', { 'services/a': asking(1101), 'deployments/d': on('c'), 'infrastructure/i': { ...CLUSTER, node_pools: { x: { nodes: sealed, memory_mb_per_node: 1 } } } }, []],
    ['a cluster with an unknown name', { 'services/a': asking(1101), 'deployments/d': on('c'), 'infrastructure/i': { ...CLUSTER, cluster: sealed } }, []],
  ])('by clusters: %s', (_what, documents, expected) => {
    expect(toldIn({ 'infrastructure/i': CLUSTER, ...documents }, { rules })).toEqual(expected)
  })
})
