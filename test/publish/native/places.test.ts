import { expect, test } from 'vitest'
import { sha256 } from '../../../src/adapters/digest.ts'
import { makePublication } from '../../../src/queries/publish/publication.ts'
import { openFiles } from '../../helpers/memory.ts'

const DEPLOYMENT = `deployment_type: docker
docker: {project: a, network: b}
services:
  - {service_name: worker, service_version: 1.0.0, replicas: 2}
`

async function findingsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { workspace, collector } = await openFiles(files)
  const { check, inputs } = await makePublication(workspace, {
    collector,
    digest: sha256,
    source: { commit: '0'.repeat(40), prefix: '' },
    tool: { name: 'cairn', version: '0', digest: null },
    environments: [],
  })
  expect(inputs === undefined).toBe(check.findings.some(({ severity }) => severity === 'error'))
  return check.findings.map(({ rule, location: { file = '', line = 0, column = 0 }, message }) => {
    return `${file}:${String(line)}:${String(column)} ${rule} ${message}`
  })
}

test('what a form cannot express blocks the publication, at the place in the deployment', async () => {
  const files = {
    'environments/production/environment.yaml': '{}\n',
    'environments/production/deployments/all.yaml': DEPLOYMENT,
    'environments/production/services/worker.yaml': 'image: a/b:1\nnetwork: {host: 0.0.0.0, port: 80}\n',
  }
  expect(await findingsOf(files)).toEqual([
    'environments/production/deployments/all.yaml:4:62 render/unrepresentable 2 replicas cannot all have port 80 of one machine',
  ])
  const one = { ...files, 'environments/production/deployments/all.yaml': DEPLOYMENT.replace('replicas: 2', 'replicas: 1') }
  expect(await findingsOf(one)).toEqual([])
})

test('a value that only a key opens is told, since nothing starts without it', async () => {
  const exec = 'ENC[AES256_GCM,data:AAAA,iv:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=,tag:AAAAAAAAAAAAAAAAAAAAAA==,type:str]'
  const found = await findingsOf({
    'environments/production/environment.yaml': '{}\n',
    'environments/production/deployments/edge.yaml': 'deployment_type: systemd\nsystemd: {unit: a.service, hosts: [a]}\nservices: []\n',
    'environments/production/deployments/edge.sops.yaml': `systemd:\n  exec_start: ${exec}\nsops:\n  mac: x\n  version: 3.9.4\n`,
  })
  const told = found.filter((line) => line.includes('nobody without a key knows this'))
  expect(told).toEqual([
    'environments/production/deployments/edge.sops.yaml:2:15 render/unrepresentable nobody without a key knows this, and what starts a deployment cannot leave it out',
  ])
})

const kubernetes = (namespace: string, services: string): string =>
  `deployment_type: kubernetes\nkubernetes: {cluster: c, namespace: ${namespace}}\nservices: [${services}]\n`
const systemd = (hosts: string): string =>
  `deployment_type: systemd\nsystemd: {unit: a.service, exec_start: /bin/a, hosts: [${hosts}]}\nservices: []\n`

test('two deployments that would take each other\'s place where they are started', async () => {
  const all = (first: string, second: string) => findingsOf({
    'environments/production/environment.yaml': '{}\n',
    'environments/production/deployments/one.yaml': first,
    'environments/production/deployments/two.yaml': second,
    'environments/production/services/a.b.yaml': 'image: a:1\n',
    'environments/production/services/a-b.yaml': 'image: a:1\n',
  })
  const [dotted, hyphened] = ['{service_name: a.b}', '{service_name: a-b}']
  const taken = ':0:0 publish/taken-path deployments/two and deployments/one would both be '
  expect(await all(kubernetes('n', dotted), kubernetes('n', hyphened))).toEqual([`${taken}a-b in the namespace n of c`])
  expect(await all(kubernetes('n', dotted), kubernetes('m', hyphened))).toEqual([])
  expect(await all(systemd('h1, h2'), systemd('h2, h3'))).toEqual([`${taken}a.service on h2`])
  expect(await all(systemd('h1'), systemd('h2'))).toEqual([])
})
