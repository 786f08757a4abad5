import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { showLocation } from '../../src/core/place.ts'
import { checkFiles } from '../helpers/memory.ts'
import { referenceRepository, ROOT } from '../reference/repository-files.ts'

const files = referenceRepository()

/** The repository with one edit. */
function edited(path: string, from: string, to: string): Readonly<Record<string, Buffer | string>> {
  const text = files[path]?.toString() ?? ''
  expect(text.split(from)).toHaveLength(2)
  return { ...files, [path]: text.replace(from, to) }
}

const BASE = 'environments/base'
const PRODUCTION = 'environments/production'

/** One edit that a reviewer might pass, and what it breaks. */
const EDITS: readonly (readonly [what: string, path: string, from: string, to: string, found: readonly string[]])[] = [
  [
    'a port that another service has: containers may collide, pods do not',
    `${BASE}/services/reranker.json`, '"port": 8091', '"port": 8090',
    [`${BASE}/services/reranker.json:44:13 warning consistency/port-conflict in development`],
  ],
  [
    'an administration port that is the main one',
    `${BASE}/services/gateway.yaml`, 'admin_port: 9901', 'admin_port: 8443',
    [`${BASE}/services/gateway.yaml:25:15 error consistency/port-conflict in production-eu, production-us, staging`],
  ],
  [
    'a version that is pinned elsewhere',
    `${BASE}/services/gateway.yaml`, 'service_version: "2.8.0"', 'service_version: "2.9.0"',
    [`${BASE}/deployments/edge-gateway.yaml:24:22 error consistency/deployment-version in production-eu, production-us, staging`],
  ],
  [
    'fewer GPUs for a deployment than one region uses',
    `${PRODUCTION}/deployments/model-serving.yaml`, 'gpu_count: 40', 'gpu_count: 33',
    [`${PRODUCTION}/deployments/model-serving.yaml:8:14 error consistency/deployment-limits in production-us`],
  ],
  [
    'fewer nodes than one region needs',
    'environments/production-us/infrastructure/gpu-cluster.yaml', 'nodes: 3', 'nodes: 2',
    ['environments/production-us/infrastructure/gpu-cluster.yaml:3:3 error consistency/capacity in production-us'],
  ],
  [
    'GPU memory that nobody names',
    `${BASE}/services/embedding.yaml`, '  gpu_memory_gb: 24\n', '',
    [
      `${BASE}/services/embedding.yaml:32:3 warning consistency/gpu-memory in production-eu, production-us, staging`,
      // Development takes away what is no longer there.
      'environments/development/services/embedding.yaml:18:18 warning merge/removes-nothing in development',
    ],
  ],
  [
    'TLS off for every environment',
    `${BASE}/services/router.yaml`, 'ssl_enabled: true', 'ssl_enabled: false',
    [`${BASE}/services/router.yaml:20:16 error consistency/encryption-off in production-eu, production-us, staging`],
  ],
  [
    'a level that is raised where TLS is off',
    'environments/development/environment.yaml', 'SECURITY_LEVEL: low', 'SECURITY_LEVEL: high',
    [
      ...['message-queue.yaml', 'object-storage.json', 'postgres.yaml', 'redis.yaml', 'vector-db.yaml'].map((file) => `infrastructure/${file}`),
      ...['alertmanager.yaml', 'grafana.json', 'otel-collector.yaml', 'prometheus.yaml'].map((file) => `monitoring/${file}`),
    ],
  ],
  [
    'a stage that is written out',
    `${BASE}/services/router.yaml`, 'environment: ${cairn:environment#/labels/stage}', 'environment: production',
    [`${BASE}/services/router.yaml:5:14 error consistency/environment in development, staging`],
  ],
  [
    'a region that is written out',
    `${BASE}/infrastructure/object-storage.json`, '"region": "${cairn:environment#/labels/region}"', '"region": "eu-central-1"',
    [`${BASE}/infrastructure/object-storage.json:22:13 error consistency/environment in development, production-us`],
  ],
  [
    'a limit that was not raised with the request',
    `${BASE}/infrastructure/redis.yaml`, 'memory_mb: 4096', 'memory_mb: 8192',
    [`${BASE}/infrastructure/redis.yaml:13:16 note consistency/limit-below-request in development, production-eu, production-us, staging`],
  ],
]

test('the documents of the system that Cairn grew from do not fit together: three replicas ask for more than there is', async () => {
  const origin = (name: string) => readFileSync(join(ROOT, 'test/fixtures/origin', name), 'utf8')
  const { findings } = await checkFiles({
    'environments/production/services/mixtral-service.yaml': origin('service.yaml'),
    'environments/production/deployments/mixtral-deployment.yaml': origin('deployment.yaml'),
  })
  expect(findings.map(({ message }) => message)).toEqual([
    'the services of deployments/mixtral-deployment ask for 24576 MiB of memory in all, and the limit is 16384 MiB',
    'the services of deployments/mixtral-deployment ask for 12 cores in all, and the limit is 8 cores',
  ])
})

describe('one edit of the reference repository', () => {
  test('none is needed', async () => {
    expect((await checkFiles(files)).findings).toEqual([])
  })

  test.each(EDITS)('%s', async (_what, path, from, to, found) => {
    const { findings } = await checkFiles(edited(path, from, to))
    const told = findings.map(({ location, severity, rule, environments }) => `${showLocation(location)} ${severity} ${rule} in ${environments.join(', ')}`)
    // Of many like one another, which they are.
    const files = findings.map(({ location }) => location.file?.replace(/^environments\/[^/]+\//, ''))
    expect(found.some((one) => one.includes(' ')) ? told : files).toEqual(found)
  })
})
