import { describe, expect, test } from 'vitest'
import { Sealed } from '../../src/core/opaque.ts'
import { concernsIn, listening, toldIn, type Documents } from './run.ts'

const deployment = (type: string, names: readonly string[], more = {}) => ({
  deployment_type: type, services: names.map((name) => ({ service_name: name })), ...more,
})

describe('who shares a machine', () => {
  const WILD = { 'models/a': listening('0.0.0.0', 80), 'services/b': listening('0.0.0.0', 80) }
  const sealed = new Sealed('str', 'x')
  test.each<readonly [string, Documents, readonly string[]]>([
    ['one named host', { 'models/a': listening('db.example.com', 80), 'services/b': listening('db.example.com', 80) }, ['services/b#/network/port port-conflict']],
    ['upper case and a final dot', { 'models/a': listening('DB.example.com.', 80), 'services/b': listening('db.example.com', 80) }, ['services/b#/network/port port-conflict']],
    ['two named hosts', { 'models/a': listening('a.example.com', 80), 'services/b': listening('b.example.com', 80) }, []],
    ['two ports', { 'models/a': listening('a.example.com', 80), 'services/b': listening('a.example.com', 81) }, []],
    ['a port in quotes', { 'models/a': listening('a.example.com', '80'), 'services/b': listening('a.example.com', 80) }, ['services/b#/network/port port-conflict']],
    ['the main port and another one', { 'models/a': listening('h.example.com', 80), 'services/b': listening('h.example.com', 81, { admin_port: 80 }) }, ['services/b#/network/admin_port port-conflict']],
    ['all addresses, nobody says where', WILD, []],
    ['all addresses and the loopback, nobody says where', { 'models/a': listening('0.0.0.0', 80), 'services/b': listening('127.0.0.1', 80) }, []],
    ['pods', { ...WILD, 'deployments/k': deployment('kubernetes', ['a', 'b']) }, []],
    ['pods in other words', { ...WILD, 'deployments/k': deployment('K8s', ['a', 'b']) }, []],
    ['a deployment that does not say what it is', { ...WILD, 'deployments/k': { services: ['a', 'b'] } }, []],
    ['names that stand alone', { ...WILD, 'deployments/d': { deployment_type: 'docker', services: ['a', 'b'] } }, ['services/b#/network/port port-conflict warning']],
    ['texts by name are no names', { ...WILD, 'deployments/d': { deployment_type: 'docker', services: { a: 'b', c: 'b' } } }, []],
    ['one pod, one anywhere', { ...WILD, 'deployments/k': deployment('kubernetes', ['a']) }, []],
    ['containers of one project', { ...WILD, 'deployments/d': deployment('docker', ['a', 'b']) }, ['services/b#/network/port port-conflict warning']],
    ['containers of two projects', { ...WILD, 'deployments/d': deployment('docker', ['a']), 'deployments/e': deployment('docker', ['b']) }, []],
    [
      'one machine of two deployments',
      { ...WILD, 'deployments/d': deployment('systemd', ['a'], { systemd: { hosts: ['x.example.com', 'y.example.com'] } }), 'deployments/e': deployment('systemd', ['b'], { systemd: { hosts: ['Y.example.com'] } }) },
      ['services/b#/network/port port-conflict'],
    ],
    ['two machines in common are one conflict', { ...WILD, 'deployments/d': deployment('systemd', ['a', 'b'], { systemd: { hosts: ['x', 'y'] } }) }, ['services/b#/network/port port-conflict']],
    [
      'all addresses of a machine that another one names',
      { 'models/a': listening('::', 80), 'services/b': listening('x.example.com', 80), 'deployments/d': deployment('systemd', ['a'], { systemd: { hosts: ['x.example.com'] } }) },
      ['services/b#/network/port port-conflict'],
    ],
    ['the loopback and all addresses of one machine', { 'models/a': listening('localhost', 80), 'services/b': listening('*', 80), 'deployments/d': deployment('systemd', ['a', 'b'], { systemd: { hosts: ['x'] } }) }, ['services/b#/network/port port-conflict']],
    ['an unknown type of deployment', { ...WILD, 'deployments/d': deployment(sealed as unknown as string, ['a', 'b']) }, []],
    ['what others run', { 'integrations/a': listening('api.example.com', 443), 'integrations/b': listening('api.example.com', 443) }, []],
    ['one address of a system and of the service that runs it', { 'infrastructure/pg': listening('pg', 5432), 'services/pg-primary': listening('pg', 5432) }, []],
    ['one address of two systems', { 'infrastructure/pg': listening('pg', 5432), 'infrastructure/redis': listening('pg', 5432) }, ['infrastructure/redis#/network/port port-conflict']],
    ['a system on a machine of a service', { 'infrastructure/pg': listening('0.0.0.0', 80), 'services/b': listening('x', 80), 'deployments/d': deployment('systemd', ['pg'], { systemd: { hosts: ['x'] } }) }, ['services/b#/network/port port-conflict']],
    ['UDP and TCP', { 'services/a': listening('dns', 53, { protocol: 'UDP' }), 'services/b': listening('dns', 53, { protocol: 'tcp' }) }, []],
    ['UDP and no word', { 'services/a': listening('dns', 53, { protocol: 'udp' }), 'services/b': listening('dns', 53) }, []],
    ['UDP twice', { 'services/a': listening('dns', 53, { protocol: 'udp' }), 'services/b': listening('dns', 53, { protocol: 'quic' }) }, ['services/b#/network/port port-conflict']],
    ['two protocols over TCP', { 'services/a': listening('h', 80, { protocol: 'grpc' }), 'services/b': listening('h', 80, { protocol: 'http' }) }, ['services/b#/network/port port-conflict']],
    ['an unknown protocol', { 'services/a': listening('h', 80, { protocol: sealed }), 'services/b': listening('h', 80) }, []],
    ['an unknown host', { 'models/a': listening(sealed, 80), 'services/b': listening(sealed, 80) }, []],
    ['an unknown port', { 'models/a': listening('h', sealed), 'services/b': listening('h', sealed) }, []],
    ['no port', { 'models/a': listening('h', null), 'services/b': listening('h', 0) }, []],
    ['a port of a service twice', { 'services/b': listening('0.0.0.0', 80, { metrics_port: 80 }) }, ['services/b#/network/metrics_port port-conflict']],
  ])('%s', (_what, documents, expected) => {
    expect(toldIn(documents)).toEqual(expected)
  })
})

test('many on one port are one concern, with a few of the others', () => {
  const documents = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`services/s${i}`, listening('h.example.com', 80)]))
  const concerns = concernsIn(documents)
  expect(concerns.map(({ message }) => message)).toEqual(['services/s0, services/s1, services/s2, services/s3 and 5 more listen on the port 80 of h.example.com'])
  expect(concerns[0]?.related).toHaveLength(3)
})

test('a service that meets itself and another one makes a concern of each', () => {
  const documents = { 'services/a': listening('h', 80, { admin_port: 80 }), 'services/b': listening('h', 80) }
  expect(toldIn(documents)).toEqual(['services/b#/network/port port-conflict', 'services/a#/network/admin_port port-conflict'])
})

test('names of mappings, and pointers of one\'s own', () => {
  const documents = {
    'apps/a': { listen: { on: '0.0.0.0', port: 1 } },
    'apps/b': { listen: { on: '0.0.0.0', port: 1 } },
    'stacks/s': { run: { a: {}, b: { name: 'b' } }, hosts: ['m'] },
  }
  const rules = '{consistency/port-conflict: {kinds: [apps], host: /listen/on, ports: [/listen/port], deployments: {kinds: [stacks], services: /run, name: /name, hosts: /hosts}}}'
  expect(toldIn(documents, { rules })).toEqual(['apps/b#/listen/port port-conflict'])
})
