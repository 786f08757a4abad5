import type { Files } from '../helpers/repository.ts'
import type { Mistake } from './mistake.ts'

const E = 'environments/production'
const A = `${E}/services/a.yaml`
const B = `${E}/services/b.yaml`
const D = `${E}/deployments/d.yaml`
const ENVIRONMENT = `${E}/environment.yaml`

function among(rule: Mistake['rule'], what: string, files: Files, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files, ...more }
}

const listens = (host: string, port: string): string => `network: {host: ${host}, port: ${port}}\n`

/** Values that are each right and do not go together. */
export const CONSISTENCY: readonly Mistake[] = [
  among('consistency/port-conflict', 'two services on one host and port', { [A]: listens('10.0.0.1', '80'), [B]: listens('10.0.0.1', '▶80') }, {
    says: 'services/a and services/b listen on the port 80 of 10.0.0.1',
    related: [`${A}:1:33`],
    environments: ['production'],
  }),
  among('consistency/port-conflict', 'two services on all addresses, in one project of containers', {
    [A]: listens('0.0.0.0', '80'),
    [B]: listens('0.0.0.0', '▶80'),
    [D]: 'deployment_type: docker\nservices: [a, b]\n',
  }, { severity: 'warning' }),
  among('consistency/port-conflict', 'a port in a layer below', {
    'environments/base/environment.yaml': 'abstract: true\n',
    'environments/base/services/a.yaml': 'network: {host: h, port: 80}\n',
    'environments/base/services/b.yaml': 'network: {host: x, port: ▶80}\n',
    [ENVIRONMENT]: 'inherits: base\n',
    [B]: 'network: {host: h}\n',
    'environments/staging/environment.yaml': 'inherits: base\n',
  }, { environments: ['production'] }),
  among('consistency/port-conflict', 'a port by reference', { [A]: listens('h', '80'), [B]: listens('h', '"▶${cairn:services/a#/network/port}"') }),
  among('consistency/port-conflict', 'a port in INI', { [A]: listens('h', '80'), [`${E}/services/b.ini`]: '[network]\nhost = h\nport = ▶80\n' }),
  among('consistency/port-conflict', 'one machine of two units', {
    [A]: listens('0.0.0.0', '80'),
    [B]: listens('0.0.0.0', '▶80'),
    [D]: 'systemd: {hosts: [edge-1]}\nservices: [{service_name: a}]\n',
    [`${E}/deployments/e.yaml`]: 'systemd: {hosts: [edge-1, edge-2]}\nservices: [{service_name: b}]\n',
  }, { says: 'edge-1' }),
  among('consistency/deployment-version', 'a version that was not raised', {
    [A]: 'service_version: 1.3.0\n',
    [D]: 'services:\n  - service_name: a\n    service_version: ▶1.2.0\n',
  }, { says: 'version "1.2.0" of services/a, whose own version is "1.3.0"', related: [`${A}:1:18`] }),
  among('consistency/deployment-version', 'a list of several layers', {
    'environments/base/environment.yaml': 'abstract: true\n',
    'environments/base/deployments/d.yaml': 'services: [{service_name: x, service_version: 1.0.0}]\n',
    [ENVIRONMENT]: 'inherits: base\n',
    [D]: 'services: !append\n  - {service_name: a, service_version: ▶1.2.0}\n',
    [A]: 'service_version: 1.3.0\n',
  }),
  among('consistency/deployment-limits', 'too many replicas', {
    [A]: 'resources: {memory_mb: 512}\n',
    [D]: 'services: [{service_name: a, replicas: 3}]\nresource_limits: {memory_mb: ▶1024}\n',
  }, { says: 'ask for 1536 MiB of memory in all, and the limit is 1024 MiB', related: [`${A}:1:24`] }),
  among('consistency/deployment-limits', 'cores in thousandths', {
    [A]: 'resources: {cpu_cores: 250m}\n',
    [D]: 'services: [{service_name: a, replicas: 3}]\nresource_limits: {cpu_cores: ▶0.5}\n',
  }),
  among('consistency/deployment-limits', 'GPUs where there are none', {
    [A]: 'resources: {gpu_enabled: true, gpu_memory_gb: 24}\n',
    [D]: 'services: [{service_name: a}]\nresource_limits: {gpu_enabled: ▶false}\n',
  }, { says: 'and there is none' }),
  among('consistency/capacity', 'more than the environment\'s labels say', {
    [A]: 'resources: {memory_mb: ▶2048}\n',
    [ENVIRONMENT]: 'labels: {capacity: {memory_mb: 1024}}\n',
  }, { says: '/labels/capacity/memory_mb' }),
  among('consistency/capacity', 'more than the cluster\'s nodes have', {
    [A]: 'resources: {memory_mb: 2048}\n',
    [D]: 'kubernetes: {cluster: c}\nservices: [{service_name: a}]\n',
    [`${E}/infrastructure/i.yaml`]: 'cluster: {name: c}\n▶node_pools:\n  system: {nodes: 3, memory_mb_per_node: 512}\n',
  }, { related: [`${A}:1:24`] }),
  among('consistency/capacity', 'more GPUs than a pool has', {
    [A]: 'resources: {gpu_count: 3, gpu_type: l4, gpu_memory_gb: 24}\n',
    [D]: 'kubernetes: {cluster: c}\nservices: [{service_name: a}]\n',
    [`${E}/infrastructure/i.yaml`]: 'cluster: {name: c}\nnode_pools:\n  ▶l4: {nodes: 2, gpus_per_node: 1}\n',
  }, { says: 'the services that need l4 ask for 3 GPUs in all, and the pool has 2 GPUs' }),
  among('consistency/gpu-memory', 'a GPU and no word of its memory', { [A]: 'resources:\n  ▶gpu_enabled: true\n' }, { says: '/resources/gpu_memory_gb' }),
  among('consistency/encryption-off', 'TLS off at a high level', { [A]: 'security: {security_level: high, ssl_enabled: ▶false}\n' }, {
    related: [`${A}:1:28`],
  }),
  among('consistency/encryption-off', 'TLS off in other words', { [A]: 'security: {security_level: HIGH, ssl_enabled: ▶off}\n' }, {
    says: 'the security level is "HIGH"',
  }),
  among('consistency/encryption-off', 'TLS off in an environment of a high level', {
    [A]: 'security: {ssl_enabled: ▶false}\n',
    [ENVIRONMENT]: 'labels: {security_level: critical}\n',
  }),
  among('consistency/encryption-off', 'TLS off by a variable', {
    [A]: 'security: {security_level: high, ssl_enabled: "▶${cairn:var#TLS}"}\n',
    [ENVIRONMENT]: 'variables: {TLS: false}\n',
  }),
  among('consistency/environment', 'another stage than the folder\'s', { [A]: 'environment: ▶staging\n' }, { says: 'and this is another environment' }),
  among('consistency/environment', 'another stage than the label', {
    ['environments/eu/services/a.yaml']: 'environment: ▶staging\n',
    'environments/eu/environment.yaml': 'labels: {stage: production}\n',
  }, { says: '/environment is "staging", and not the environment\'s /labels/stage' }),
  among('consistency/environment', 'another environment', {
    'environments/blue/services/a.yaml': 'environment: ▶green\n',
    'environments/green/services/a.yaml': 'environment: green\n',
  }),
  among('consistency/environment', 'another region than the label', { [`${E}/infrastructure/i.yaml`]: 'region: ▶us-east-1\n', [ENVIRONMENT]: 'labels: {region: eu-central-1}\n' }),
  among('consistency/limit-below-request', 'a limit that was forgotten', { [A]: 'resources: {memory_mb: 2048, limits: {memory_mb: ▶1024}}\n' }, {
    related: [`${A}:1:24`],
  }),
  among('consistency/large-document', 'a document that grew', { 'cairn.yaml': 'rules: {consistency/large-document: {characters: 20}}\n', [A]: '▶a: 0123456789\nb: 0123456789\n' }, {
    says: 'more than 20 characters',
  }),
]
