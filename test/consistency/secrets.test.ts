import { describe, expect, test } from 'vitest'
import type { SettledFinding } from '../../src/core/finding.ts'
import { checkFiles } from '../helpers/memory.ts'
import type { Files } from '../helpers/repository.ts'

const SCHEMA = 'properties: {token: {x-secret: true}, network: {properties: {admin_port: {x-secret: true}}}}\n'
const E = 'environments/production'

/** Findings of the rules here. */
async function check(files: Files): Promise<readonly SettledFinding[]> {
  const { findings } = await checkFiles({ 'schemas/services.yaml': SCHEMA, ...files })
  return findings.filter(({ rule }) => rule.startsWith('consistency/'))
}

describe('what a schema hides', () => {
  test('is not compared', async () => {
    const findings = await check({
      [`${E}/services/a.yaml`]: 'network: {host: h, admin_port: 4711}\n',
      [`${E}/services/b.yaml`]: 'network: {host: h, admin_port: 4711}\n',
    })
    expect(findings).toEqual([])
  })

  test('is not compared either where it is taken by reference', async () => {
    const files = (version: string) => ({
      [`${E}/services/a.yaml`]: 'token: 1.0.0\nservice_version: 2.0.0\nnetwork: {host: h, port: 80, admin_port: 4711}\n',
      [`${E}/services/b.yaml`]: 'service_version: "${cairn:services/a#/token}"\nnetwork: {host: i, port: 4711}\n',
      [`${E}/models/c.yaml`]: 'network: {host: i, port: "${cairn:services/a#/network/admin_port}"}\n',
      [`${E}/models/d.yaml`]: 'network: {host: "${cairn:services/a#/token}", port: 80}\n',
      [`${E}/models/e.yaml`]: 'network: {host: "${cairn:models/d#/network/host}", port: 80}\nresources: {memory_mb: 2}\n',
      [`${E}/models/f.yaml`]: 'network: "${cairn:services/a#/network}"\nresources: {memory_mb: "${cairn:services/a#/network/admin_port}"}\n',
      [`${E}/deployments/x.yaml`]: [
        `services: [{service_name: b, service_version: ${version}}, {service_name: f}, {service_name: "\${cairn:services/a#/token}"}]`,
        'environment: "staging-${cairn:services/a#/token}"', 'resource_limits: {memory_mb: 1}',
      ].join('\n'),
    })
    const of = async (version: string) => (await check(files(version))).map(({ rule, message }) => [rule, message])
    // What is beside the secrets, in a mapping that came as a whole, is compared as ever.
    const beside = [['consistency/port-conflict', 'models/f and services/a listen on the port 80 of h']]
    expect(await of('1.0.0')).toEqual(beside)
    expect(await of('1.0.1')).toEqual(beside)
  })

  test('is not compared where a list or mapping of it is, and the rest of the list is', async () => {
    const findings = await check({
      'schemas/infrastructure.yaml': 'properties: {runs: {items: {properties: {v: {x-secret: true}}}}, all: {x-secret: true}}\n',
      [`${E}/infrastructure/i.yaml`]: 'runs: [{service_name: a, service_version: 1, v: 5}]\nall: [{service_name: a, service_version: 1}]\nhosts: [m]\n',
      [`${E}/services/a.yaml`]: 'service_version: 2\n',
      [`${E}/deployments/x.yaml`]: 'services: ["${cairn:infrastructure/i#/runs/0}", "${cairn:infrastructure/i#/all/0}"]\n',
      [`${E}/deployments/y.yaml`]: 'services: "${cairn:infrastructure/i#/all}"\n',
    })
    expect(findings.map(({ rule, location }) => [rule, location.file])).toEqual([['consistency/deployment-version', `${E}/deployments/x.yaml`]])
  })
})

test('nothing that is encrypted is compared', async () => {
  const sealed = 'ENC[AES256_GCM,data:AAAA,iv:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:int]'
  const encrypted = `network:\n  host: h\n  port: ${sealed}\nsops:\n  mac: ${sealed}\n  version: 3.9.0\n`
  const findings = await check({ [`${E}/services/a.sops.yaml`]: encrypted, [`${E}/services/b.sops.yaml`]: encrypted })
  expect(findings).toEqual([])
})
