import fc from 'fast-check'
import { load, loadAll } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import type { Mapping, Value } from '../../../src/core/value.ts'
import { nativeFiles, type NativeService } from '../../../src/stages/render/native/native.ts'
import { expanded, interpolated, readCommand, readUnit, withVariables } from './readers.ts'

/** What somebody would write to break out of where it stands. */
const nasty = fc.constantFrom(
  '"', "'", '\\', '\n', '\r', '\t', ' ', '%', '%i', '%%', '$', '$$', '${HOME}', '$(HOME)', ';', '#', ':', ': ', '- ', '---', '...', '|', '>',
  '&a', '*a', '!!', '{', '}', '[', ']', ',', '\u0085', '\u2028', '\u0001', '=', 'ExecStartPre=/bin/sh', 'null', 'yes', '0x10', '1e3', 'é', '😀',
)
const hostile = fc.array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 }).map((parts) => parts.join(''))
const withoutNul = hostile.filter((text) => !text.includes('\u0000'))
const key = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,8}$/)

interface Made {
  readonly files: ReadonlyMap<string, string>
  readonly told: number
}

function made(deployment: Mapping, services: Readonly<Record<string, Mapping>> = {}): Made {
  let told = 0
  const files = nativeFiles({
    name: 'd',
    deployment,
    environment: 'e',
    services: new Map(Object.entries(services).map(([name, value]): [string, NativeService] => {
      return [name, { kind: 'services', name, value, sealed: [] }]
    })),
    tell: () => { told++ },
  })
  return { files: new Map(files.map(({ path, text }) => [path, text])), told }
}

const VARIABLES = { HOME: '/home/a' }
/** What becomes of a word between quotes: only a variable is something else than itself. */
const literalDollars = (word: string): string => word.replace(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g, (_, braced?: string, bare?: string) => {
  return (braced ?? bare) === 'HOME' ? '/home/a' : ''
})

/** A word as a shell takes it literally. */
const shellQuoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

describe('a unit', () => {
  const unit = (systemd: Mapping): Mapping => {
    return { deployment_type: 'systemd', systemd: { unit: 'a.service', user: 'u', exec_start: '/bin/a', hosts: ['h'], ...systemd }, services: [] }
  }

  test('starts exactly the words that the document says', () => {
    fc.assert(fc.property(fc.array(withoutNul, { maxLength: 5 }), (words) => {
      const { files, told } = made(unit({ exec_start: ['/bin/a', ...words.map(shellQuoted)].join(' ') }))
      const lines = readUnit(files.get('a.service') ?? '').filter(([, name]) => name.startsWith('Exec'))
      expect(lines.map(([section, name]) => `${section}/${name}`)).toEqual(['Service/ExecStart'])
      const read = withVariables(readCommand(lines[0]?.[2] ?? '') as string[], VARIABLES)
      expect(read).toEqual(['/bin/a', ...words.map(literalDollars)])
      expect(told).toBe(0)
    }))
  })

  const started = (command: string): string[] => {
    const { files, told } = made(unit({ exec_start: command }))
    expect(told).toBe(0)
    const line = readUnit(files.get('a.service') ?? '').find(([, name]) => name === 'ExecStart')?.[2] ?? ''
    return withVariables(readCommand(line) as string[], { A: '1 2', B: 'b' })
  }

  test.each([
    ['$A', ['1', '2']], ['"$A"', ['1 2']], ['${A}', ['1 2']], ['$B/x', ['b/x']], ['--b=$B', ['--b=b']], ['x${B}y$B', ['xbyb']],
    ['$', ['$']], ['$5.00', ['$5.00']], ["'$(id)'", ['$(id)']], ['$$', ['$$']], ['$$B', ['$b']], ['a$', ['a$']], ['${B', ['${B']],
    ["'${B:-x}'", ['${B:-x}']], ["'a $ b'", ['a $ b']], ['$NONE', []], ['x$NONE', ['x']],
  ])('puts in variables, and leaves every other $ as it is: %s', (word, expected) => {
    expect(started(`/bin/a ${word} end`)).toEqual(['/bin/a', ...expected, 'end'])
  })

  test('has no variable in the path of its program, where systemd knows none, and is of no template', () => {
    expect(made(unit({ exec_start: '$A/bin/a' })).told).toBe(1)
    expect(made(unit({ exec_start: '/opt/$A/a' })).told).toBe(1)
    expect(made(unit({ unit: 'a@.service' })).told).toBe(1)
    expect(made(unit({ unit: 'a@b.service' })).told).toBe(0)
  })

  test('has no line but its own, whatever stands in a value', () => {
    const expected = readUnit(made(unit({ environment_file: '/a', after: ['b.target'] })).files.get('a.service') ?? '')
    const known = expected.map(([section, name]) => `${section}/${name}`)
    fc.assert(fc.property(hostile, fc.constantFrom('user', 'environment_file', 'exec_start', 'after', 'hosts'), (text, field) => {
      const isList = field === 'after' || field === 'hosts'
      const { files, told } = made(unit({ environment_file: '/a', after: ['b.target'], [field]: isList ? [text] : text }))
      const lines = readUnit(files.get('a.service') ?? '').map(([section, name]) => `${section}/${name}`)
      expect(known).toEqual(expect.arrayContaining(lines))
      expect(new Set(lines).size).toBe(lines.length)
      if (lines.length < known.length && text !== '') expect(told).toBeGreaterThan(0)
      const value = readUnit(files.get('a.service') ?? '').find(([, name]) => name === 'User')?.[2]
      if (field === 'user' && value !== undefined) expect(value.replaceAll('%%', '%')).toBe(text)
    }))
  })
})

const documentOf = ({ args, env, path }: { args: readonly string[]; env: Mapping; path: string }): Mapping => ({
  image: 'a/b:1',
  container: { args, env },
  network: { host: '0.0.0.0', port: 80 },
  health: { path, startup_timeout_seconds: 10, interval_seconds: 5 },
  'x-note': path,
})
const process = fc.record({ args: fc.array(hostile, { minLength: 1, maxLength: 4 }), env: fc.dictionary(key, hostile), path: hostile })

describe('a Compose file', () => {
  test('gives containers exactly what the document says', () => {
    fc.assert(fc.property(process, hostile, (said, image) => {
      const document = { ...documentOf(said), image }
      const deployment = { deployment_type: 'docker', docker: { project: 'p', network: 'n' }, services: [{ service_name: 's', replicas: 1 }] }
      const { files } = made(deployment, { s: document })
      const { services } = load(files.get('compose.yaml') ?? '') as { services: Record<string, Record<string, Value>> }
      const service = services['s'] ?? {}
      expect(interpolated(service['image'] as string)).toBe(image)
      expect((service['command'] as string[]).map(interpolated)).toEqual(said.args)
      expect(mapped((service['environment'] ?? {}) as Record<string, string>, interpolated)).toEqual(said.env)
      const { test: check } = service['healthcheck'] as { test: string[] }
      expect(check[1]).toMatch(/^curl -fsSk -o \/dev\/null (http:[A-Za-z0-9._~/%:@,+=-]+) \|\| wget -q --no-check-certificate -O \/dev\/null \1 \|\| exit 1$/)
      expect(load(files.get('config/s.yaml') ?? '')).toEqual(document)
    }))
  })
})

describe('Kubernetes manifests', () => {
  test('give containers exactly what the document says', () => {
    fc.assert(fc.property(process, (said) => {
      const document = documentOf(said)
      const deployment = { deployment_type: 'kubernetes', kubernetes: { cluster: 'c', namespace: 'n' }, services: [{ service_name: 's', replicas: 1 }] }
      const resources = loadAll(made(deployment, { s: document }).files.get('s.yaml') ?? '') as Resource[]
      expect(resources.map(({ kind }) => kind)).toEqual(['ConfigMap', 'Service', 'Deployment'])
      expect(load(resources[0]?.data?.['config.yaml'] ?? '')).toEqual(document)
      const container = resources[2]?.spec?.template?.spec?.containers[0]
      expect(container?.args?.map(expanded)).toEqual(said.args)
      const env = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]))
      expect(mapped(env, expanded)).toEqual(said.env)
      expect(container?.startupProbe?.httpGet.path).toBe(said.path)
    }))
  })

  test('write quantities that a cluster takes, of whatever numbers', () => {
    fc.assert(fc.property(fc.oneof(fc.double({ min: 1e-12, max: 1e30, noNaN: true }), fc.constantFrom(1e21, 2 ** 60, 1e-7, 512.5)), (size) => {
      const share = { memory_mb: size, cpu_cores: size }
      const document = { image: 'a:1', resources: { ...share, limits: share }, storage: { size_gb: size, path: '/a' } }
      const kubernetes = { namespace: 'n', shm_size_mb: size }
      const services = [{ service_name: 's', replicas: 1 }]
      const { files } = made({ deployment_type: 'kubernetes', kubernetes, services, resource_limits: share }, { s: document })
      const quantities = [...files.values()].flatMap((text) => [...text.matchAll(/(?:memory|cpu|storage|sizeLimit): '?([^'\n]+)/g)].slice(-8))
      expect(quantities.length).toBeGreaterThan(5)
      // k8s.io/apimachinery/pkg/api/resource
      for (const [, quantity = ''] of quantities.filter(([line]) => !line.includes('_'))) expect(quantity).toMatch(/^[0-9]+(?:\.[0-9]+)?(?:m|Mi|G)?$/)
    }))
  })

  test('have names and labels that a cluster takes, each once', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.oneof(hostile, fc.stringMatching(/^[a-z0-9.-]{1,70}$/), fc.stringMatching(/^[ab](?:[.-]pods)?$/)), { maxLength: 5 }), (names) => {
      const services = names.map((name) => ({ service_name: name, service_version: name, replicas: 1 }))
      const documents = Object.fromEntries(names.map((name) => [name, { image: 'a:1', network: { port: 1 }, storage: { size_gb: 1, path: '/a' } }]))
      const { files, told } = made({ deployment_type: 'kubernetes', kubernetes: { namespace: 'n' }, services }, documents)
      const streams = [...files].filter(([path]) => path !== 'resource-quota.yaml').map(([, text]) => loadAll(text) as Resource[])
      expect(streams.length + told).toBe(names.length)
      const metadata = streams.flat().map((resource) => ({ ...resource.metadata, kind: resource.kind }))
      for (const { name, labels } of metadata) {
        expect(name).toMatch(/^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/)
        for (const label of Object.values(labels ?? {})) expect(label).toMatch(/^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$/)
      }
      expect(new Set(metadata.map(({ kind, name }) => `${kind} ${name}`)).size).toBe(metadata.length)
    }))
  })
})

describe('the same input', () => {
  test('makes the same bytes, in whatever order documents come', () => {
    const document = (name: string): Mapping => ({ image: `${name}:1`, container: { env: { B: '1', A: '2' } }, network: { port: 1 } })
    const deployment = (type: string): Mapping => ({
      deployment_type: type,
      docker: { project: 'p', network: 'n' },
      kubernetes: { namespace: 'n' },
      services: ['a', 'b', 'c'].map((name) => ({ service_name: name, replicas: 1 })),
    })
    for (const type of ['docker', 'kubernetes']) {
      const one = made(deployment(type), { a: document('a'), b: document('b'), c: document('c') })
      const other = made(deployment(type), { c: document('c'), b: document('b'), a: document('a') })
      expect([...one.files]).toEqual([...other.files])
    }
  })
})

interface Resource {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> }
  readonly data?: Readonly<Record<string, string>>
  readonly spec?: { readonly template?: { readonly spec?: { readonly containers: readonly Container[] } } }
}

interface Container {
  readonly args?: readonly string[]
  readonly env?: readonly { readonly name: string; readonly value: string }[]
  readonly startupProbe?: { readonly httpGet: { readonly path: string } }
}

function mapped(texts: Readonly<Record<string, string>>, read: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, read(text)]))
}
