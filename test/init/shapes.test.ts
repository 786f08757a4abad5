import { describe, expect, test } from 'vitest'
import type { Files } from '../helpers/repository.ts'
import { propose } from '../../src/stages/discover/propose/propose.ts'
import { adoptTruly, filesAt, proposalFor } from './support.ts'

interface Expected {
  readonly shape: string
  readonly effective: readonly string[]
  /** Empty unless told. */
  readonly unplaced?: readonly string[]
}

async function expectProposal(files: Files, { shape, effective, unplaced = [] }: Expected): Promise<string> {
  const proposal = await proposalFor(files)
  expect(proposal.shape).toBe(shape)
  const adopted = await adoptTruly(files, proposal)
  expect(adopted.effective).toEqual([...effective].sort())
  expect(proposal.unplaced.map(({ path }) => path)).toEqual(unplaced)
  return proposal.config
}

/** `a/{b,c}` written out: one text a line. */
function lines(text: string): readonly string[] {
  return text.trim().split(/\s*\n\s*/)
}

describe("Cairn's own layout", () => {
  const own = {
    'environments/base/environment.yaml': 'abstract: true\n',
    'environments/base/services/db.yaml': 'a: 1\n',
    'environments/prod/environment.yaml': 'inherits: [base]\n',
    'environments/prod/services/api.json': '{"a": 1}\n',
  }

  test('needs no cairn.yaml, and the proposal says so', async () => {
    const config = await expectProposal(own, { shape: 'cairn', effective: ['prod services/api', 'prod services/db'] })
    expect(config).toContain('needs no cairn.yaml')
    expect(config.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true)
  })

  test('is recognised without environment files, and beside much else', async () => {
    const files = { ...filesAt([
      'environments/dev/services/db.yaml', 'environments/prod/services/db.yaml', 'environments/prod/jobs/a.yaml',
    ]) }
    await expectProposal(files, { shape: 'cairn', effective: ['dev services/db', 'prod services/db', 'prod jobs/a'] })
    const beside = filesAt([
      'charts/a/values.yaml', 'charts/a/values-prod.yaml', 'charts/b/values.yaml', 'charts/b/values-prod.yaml',
      'charts/b/values-dev.yaml',
    ])
    await expectProposal({ ...own, ...beside }, {
      shape: 'cairn',
      effective: ['prod services/api', 'prod services/db'],
      unplaced: ['charts/'],
    })
  })

  test('what lies in its folders and has no place is named', async () => {
    const files = { ...own, 'environments/prod/oops.yaml': 'a: 1\n' }
    await expectProposal(files, {
      shape: 'cairn',
      effective: ['prod services/api', 'prod services/db'],
      unplaced: ['environments/prod/oops.yaml'],
    })
  })
})

describe('Helm-style values', () => {
  test.each(['-', '.', '_'])('values%sproduction.yaml beside values.yaml', async (separator) => {
    const files = filesAt([
      'charts/api/values.yaml',
      `charts/api/values${separator}production.yaml`,
      `charts/api/values${separator}dev-2.yaml`,
      'charts/web.ui/values.yaml',
      `charts/web.ui/values${separator}production.yaml`,
    ])
    const effective = ['production charts/api', 'dev-2 charts/api', 'production charts/web.ui']
    const config = await expectProposal(files, { shape: 'helm-values', effective })
    expect(config).toContain('presence: declared')
  })

  test('values/{environment}.yaml', async () => {
    const files = filesAt([
      'apps/a/values.yaml', 'apps/a/values/prod.yaml', 'apps/b/values.yaml', 'apps/b/values/staging.yaml',
    ])
    await expectProposal(files, { shape: 'helm-values', effective: ['prod apps/a', 'staging apps/b'] })
  })

  test('{environment}-values.yaml', async () => {
    const files = filesAt([
      'apps/a/values.yaml', 'apps/a/prod-values.yaml', 'apps/b/values.yaml', 'apps/b/staging-values.yaml',
    ])
    await expectProposal(files, { shape: 'helm-values', effective: ['prod apps/a', 'staging apps/b'] })
  })

  test('values.yaml in a folder of the environment', async () => {
    const files = filesAt([
      'environments/base/api/values.yaml',
      'environments/prod/api/values.yaml',
      'environments/prod/db/values.yaml',
      'environments/dev/api/values.yaml',
    ])
    const effective = ['prod applications/api', 'prod applications/db', 'dev applications/api']
    await expectProposal(files, { shape: 'helm-values', effective })
  })

  test('one chart at the root, with its templates and schema', async () => {
    const files = filesAt(lines(`
      Chart.yaml
      values.yaml
      values-prod.yaml
      values-eu-west-1.yaml
      values.schema.json
      templates/deployment.yaml
      .helmignore
      README.md
    `))
    await expectProposal(files, {
      shape: 'helm-values',
      effective: ['prod applications/values', 'eu-west-1 applications/values'],
    })
  })

  test('an environment called base, and a base that is none', async () => {
    const named = filesAt(['apps/a/values.yaml', 'apps/a/values-base.yaml', 'apps/a/values-prod.yaml'])
    await expectProposal(named, { shape: 'helm-values', effective: ['base apps/a', 'prod apps/a'] })
    const layer = filesAt([
      'apps/a/values-base.yaml', 'apps/a/values-prod.yaml', 'apps/b/values-base.yaml', 'apps/b/values-prod.yaml',
    ])
    await expectProposal(layer, { shape: 'helm-values', effective: ['prod apps/a', 'prod apps/b'] })
  })

  test('examples, schemas and secrets are no environments', async () => {
    const files = filesAt(lines(`
      apps/a/values.yaml
      apps/a/values-prod.yaml
      apps/a/values-example.yaml
      apps/a/secrets.yaml
      apps/a/secrets-prod.yaml
      apps/b/values.yaml
      apps/b/values-common.yaml
      apps/b/values-prod.yaml
    `))
    const config = await expectProposal(files, { shape: 'helm-values', effective: ['prod apps/a', 'prod apps/b'] })
    expect(config).toContain('secrets-{environment}.yaml')
  })

  test('teams with applications of the same name stay apart', async () => {
    const files = filesAt(lines(`
      blue/charts/api/values.yaml
      blue/charts/api/values-prod.yaml
      blue/charts/web/values.yaml
      blue/charts/web/values-prod.yaml
      red/charts/api/values.yaml
      red/charts/api/values-prod.yaml
      red/charts/job/values.yaml
      red/charts/job/values-prod.yaml
    `))
    const effective = ['prod blue-charts/api', 'prod blue-charts/web', 'prod red-charts/api', 'prod red-charts/job']
    await expectProposal(files, { shape: 'helm-values', effective })
  })

  test('folders of many depths share a pattern', async () => {
    const files = filesAt(['a/b/c', 'a/b/d', 'e/f', 'e/g', 'h/i/j/k', 'h/i/j/l', 'm', 'n/o/p', 'n/q/r'].flatMap((folder) => [
      `apps/${folder}/values.yaml`,
      `apps/${folder}/values-prod.yaml`,
    ]))
    const { documents, config } = await proposalFor(files)
    expect(documents).toBe(9)
    expect(config).toContain("'apps/{name**}/values.yaml'")
  })

  test('charts without environments', async () => {
    const files = filesAt([
      'charts/a/Chart.yaml', 'charts/a/values.yaml', 'charts/b/Chart.yaml', 'charts/b/values.yaml',
    ])
    await expectProposal(files, { shape: 'helm-values', effective: ['default charts/a', 'default charts/b'] })
  })
})

describe('Spring-style profiles', () => {
  test('profiles in streams, and in files', async () => {
    const files = {
      'application.yml': 'a: 1\n---\nspring: {config: {activate: {on-profile: docker}}}\n',
      'vets-service.yml': 'a: 1\n---\nspring: {config: {activate: {on-profile: [docker, mysql]}}}\n',
      'vets-service-prod.yml': 'a: 1\n',
      'api.yml': 'a: 1\n',
    }
    const effective = ['docker', 'mysql', 'prod'].flatMap((env) => [`${env} services/api`, `${env} services/vets-service`])
    await expectProposal(files, { shape: 'spring-profiles', effective })
  })

  test('names with dashes are told from profiles by their plain files', async () => {
    const files = filesAt(lines(`
      config/application.yml
      config/application-us-dev.yml
      config/application-dev.yml
      config/vets-service.yml
      config/vets-service-dev.yml
      config/api-us.yml
      config/api-us-dev.yml
      config/batch-dev.yml
    `))
    const services = ['api-us', 'batch', 'vets-service']
    const effective = services.flatMap((name) => (name === 'batch' ? [`dev services/${name}`] : [`dev services/${name}`, `us-dev services/${name}`]))
    await expectProposal(files, { shape: 'spring-profiles', effective })
  })

  test('modules of a build', async () => {
    const files = filesAt(lines(`
      orders/src/main/resources/application.yml
      orders/src/main/resources/application-prod.yml
      orders/src/main/resources/bootstrap.yml
      orders/src/main/java/Orders.java
      orders/pom.xml
      billing/src/main/resources/application.yml
      billing/src/test/resources/application-test.yml
      pom.xml
    `))
    await expectProposal(files, {
      shape: 'spring-profiles',
      effective: ['prod services/orders', 'prod services/billing', 'prod bootstrap/orders'],
    })
  })

  test('a folder a service under the settings of all', async () => {
    const files = filesAt([
      'application.yml', 'api/application.yml', 'api/application-prod.yml', 'web/application.yml',
      'web/application-dev.yml',
    ])
    const effective = ['dev services/api', 'dev services/web', 'prod services/api', 'prod services/web']
    await expectProposal(files, { shape: 'spring-profiles', effective })
  })

  test('profiles as Spring Boot named them before 2.4, with dotted keys', async () => {
    const files = {
      'application.yml': 'a: 1\n---\nspring.profiles: prod\n',
      'api.yml': 'spring.application.name: api\n---\nspring: {profiles: dev}\n',
      'docker-compose.yml': 'services: {}\n',
    }
    await expectProposal(files, { shape: 'spring-profiles', effective: ['dev services/api', 'prod services/api'] })
  })

  test('a condition on profiles is named as what does not fit', async () => {
    const files = {
      'application.yml': 'a: 1\n---\nspring: {config: {activate: {on-profile: prod}}}\n',
      'api.yml': 'a: 1\n---\nspring: {config: {activate: {on-profile: "!prod & cloud"}}}\n',
    }
    const proposal = await proposalFor(files)
    expect(proposal.environments).toEqual(['prod'])
    expect(proposal.unplaced.map(({ path }) => path)).toEqual(['api.yml'])
  })

  test("an Argo CD manifest called application.yaml is none of Spring's", async () => {
    const files = filesAt(['a/application.yaml', 'b/application.yaml'], 'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: x}\n')
    expect((await proposalFor(files)).shape).not.toBe('spring-profiles')
  })
})

describe('base and overlays', () => {
  test('one base, and an overlay an environment, whatever they are called', async () => {
    const files = filesAt(lines(`
      base/db.yaml
      base/api.yaml
      overlays/acme/db.yaml
      overlays/globex.corp/api.yaml
      overlays/globex.corp/kustomization.yaml
    `))
    const effective = ['acme', 'globex.corp'].flatMap((env) => [`${env} settings/api`, `${env} settings/db`])
    await expectProposal(files, { shape: 'base-overlays', effective })
  })

  test('a base for each application', async () => {
    const manifest = 'apiVersion: v1\nkind: Service\nmetadata: {name: x}\n'
    const files = filesAt(lines(`
      apps/api/base/deployment.yaml
      apps/api/base/service.yaml
      apps/api/base/kustomization.yaml
      apps/api/overlays/prod/deployment.yaml
      apps/web/base/deployment.yaml
      apps/web/overlays/prod/deployment.yaml
      apps/web/overlays/dev/deployment.yaml
    `), manifest)
    const documents = ['deployment/api', 'deployment/web', 'service/api']
    const effective = ['dev', 'prod'].flatMap((env) => documents.map((document) => `${env} ${document}`))
    await expectProposal(files, { shape: 'base-overlays', effective })
  })

  test('environments beside the base, and a folder that is none', async () => {
    const files = filesAt([
      'config/base/db.yaml', 'config/base/api.yaml', 'config/prod/db.yaml', 'config/dev/db.yaml',
      'config/lib/stuff.yaml',
    ])
    const effective = ['dev', 'prod'].flatMap((env) => [`${env} config/api`, `${env} config/db`])
    await expectProposal(files, { shape: 'base-overlays', effective, unplaced: ['config/lib/stuff.yaml'] })
  })

  test('environments at the root of a repository that holds much else', async () => {
    const files = filesAt(lines(`
      base/db.yaml
      prod/db.yaml
      dev/db.yaml
      docs/example.yaml
      src/main.py
      package.json
      LICENSE
    `))
    await expectProposal(files, {
      shape: 'base-overlays',
      effective: ['dev settings/db', 'prod settings/db'],
      unplaced: ['docs/example.yaml', 'package.json', 'src/main.py'],
    })
  })

  test('kinds and names, where files lie so', async () => {
    const files = filesAt([
      'config/base/services/db.yaml', 'config/base/jobs/db.yaml', 'config/prod/services/db.yaml',
      'config/dev/jobs/db.yaml',
    ])
    const effective = ['dev', 'prod'].flatMap((env) => [`${env} jobs/db`, `${env} services/db`])
    await expectProposal(files, { shape: 'base-overlays', effective })
  })

  test('an overlay that builds on another inherits from it', async () => {
    const files = {
      ...filesAt(['base/db.yaml', 'overlays/staging/db.yaml', 'overlays/production/db.yaml']),
      'overlays/staging/kustomization.yaml': 'resources: [../../base]\n',
      'overlays/production/kustomization.yaml': 'resources:\n  - ../staging\n',
    }
    const { config } = await proposalFor(files)
    expect(config).toContain('production: {inherits: [staging]}')
    expect(config).toContain('staging: {inherits: [base]}')
    await expectProposal(files, {
      shape: 'base-overlays',
      effective: ['production settings/db', 'staging settings/db'],
    })
  })

  test('overlays that build on one another in a circle still have environments', async () => {
    const files = {
      ...filesAt(['base/db.yaml', 'overlays/a/db.yaml', 'overlays/b/db.yaml']),
      'overlays/a/kustomization.yaml': 'resources: [../b]\n',
      'overlays/b/kustomization.yaml': 'resources: [../a]\n',
    }
    await adoptTruly(files, await proposalFor(files))
  })

  test('files of defaults and scenarios, without an environment in sight', async () => {
    const keys = ['alpha', 'bravo', 'charlie', 'delta', 'echo'].map((key) => `${key}: {x: 1}\n`).join('')
    const scenario = (name: string) => `extra: 1\nstacks:\n  ${name}: {alpha: {x: 2}, delta: {x: 3}}\n`
    const files = {
      'conf/defaults.yaml': keys,
      'conf/runs/one.yaml': scenario('a'),
      'conf/runs/two.yaml': scenario('b'),
      'conf/runs/three.yaml': scenario('a'),
    }
    await expectProposal(files, {
      shape: 'base-overlays',
      effective: ['one stacks/a', 'three stacks/a', 'two stacks/b'],
    })
  })
})

describe('a default file and one file an environment', () => {
  test("node-config's folder", async () => {
    const files = {
      'config/default.json': '{"a": 1, "b": 2}',
      'config/production.json': '{"a": 2}',
      'config/production-2.json': '{"a": 3}',
      'config/acme.json': '{"b": 3}',
      'config/local.json': '{"a": 0}',
      'config/local-production.json': '{"a": 0}',
      'config/custom-environment-variables.json': '{"a": "A"}',
      'package.json': '{}',
      'src/index.js': '',
    }
    const config = await expectProposal(files, {
      shape: 'node-config',
      effective: ['acme settings/app', 'production settings/app', 'production-2 settings/app'],
      unplaced: ['package.json', 'src/index.js'],
    })
    expect(config).toContain('production-2: {inherits: [production]}')
    expect(config).toContain('config/local.json # settings of one machine')
    expect(config).toContain("'config/local-*.json' # settings of one machine")
    expect(config).toMatch(/custom-environment-variables\.json' # process variables/)
  })

  test('packages of a monorepo', async () => {
    const files = filesAt([
      'packages/a/config/default.yaml', 'packages/a/config/production.yaml', 'packages/b/config/default.yaml',
      'packages/b/config/staging.yaml',
    ])
    const effective = ['production', 'staging'].flatMap((env) => [`${env} packages/a`, `${env} packages/b`])
    await expectProposal(files, { shape: 'node-config', effective })
  })

  test('a common file above the folder of environments', async () => {
    const files = filesAt(['config/common.yaml', 'config/environments/prod.yaml', 'config/environments/acme.yaml'])
    await expectProposal(files, { shape: 'node-config', effective: ['acme settings/app', 'prod settings/app'] })
  })

  test('appsettings.json and its variants', async () => {
    const files = filesAt([
      'Api/appsettings.json', 'Api/appsettings.Production.json', 'Api/Program.cs', 'Web/appsettings.json',
      'Web/appsettings.Development.json',
    ])
    const effective = ['Development', 'Production'].flatMap((env) => [`${env} settings/Api`, `${env} settings/Web`])
    await expectProposal(files, { shape: 'node-config', effective })
  })

  test('dotenv files', async () => {
    const files = filesAt(['.env', '.env.production', '.env.staging', '.env.local', '.env.example'], 'A=1\n')
    await expectProposal(files, {
      shape: 'node-config',
      effective: ['production settings/env', 'staging settings/env'],
    })
  })

  test('{name}-{environment} with names and environments that have dashes', async () => {
    const names = ['a', 'b', 'c', 'd', 'e-prod']
    const files = filesAt(names.flatMap((name) => [`svc/${name}.yaml`, `svc/${name}-prod.yaml`, `svc/${name}-eu-prod.yaml`]))
    const effective = ['prod', 'eu-prod'].flatMap((env) => names.map((name) => `${env} svc/${name}`))
    await expectProposal(files, { shape: 'node-config', effective })
  })
})

describe('a catalogue', () => {
  test('a list of things with names', async () => {
    const files = { 'models.yaml': `models:\n${'abcdef'.split('').map((name) => `  - {name: ${name}, gpu: 1, size: 2}\n`).join('')}` }
    await expectProposal(files, {
      shape: 'catalogue',
      effective: 'abcdef'.split('').map((name) => `default models/${name}`),
    })
  })

  test('files of one sort, with the same name in several folders', async () => {
    const files = filesAt(['models/x/a.yaml', 'models/y/a.yaml', 'models/y/b.yaml'])
    await expectProposal(files, {
      shape: 'catalogue',
      effective: ['default models/x/a', 'default models/y/a', 'default models/y/b'],
    })
  })
})

describe('mixed repositories', () => {
  test('the shape that explains most is proposed, the rest is named with its folder', async () => {
    const charts = ['a', 'b', 'c', 'd'].flatMap((name) => [`charts/${name}/values.yaml`, `charts/${name}/values-prod.yaml`])
    const files = filesAt([...charts, 'node/config/default.json', 'node/config/production.json', 'misc/x.toml', 'src/a.ts', '.github/workflows/ci.yml'])
    const proposal = await proposalFor(files)
    expect(proposal.shape).toBe('helm-values')
    await adoptTruly(files, proposal)
    expect(proposal.unplaced.map(({ path }) => path)).toEqual(['misc/x.toml', 'node/', 'src/a.ts'])
    expect(proposal.alternatives.some((text) => text.startsWith('node-config:'))).toBe(true)
  })

  test('a file with several documents where one is expected is named', async () => {
    const files = { ...filesAt([
      'config/base/a.yaml', 'config/prod/a.yaml',
    ]), 'config/base/b.yaml': 'a: 1\n---\na: 2\n' }
    const { unplaced } = await proposalFor(files)
    expect(unplaced).toEqual([{ path: 'config/base/b.yaml', why: expect.stringContaining('several documents') as string }])
  })
})

describe('nothing that is known', () => {
  test.each([
    ['an empty repository', []],
    ['a library', ['src/a.ts', 'src/b.ts', 'README.md', 'package.json', 'docs/guide.md', '.github/workflows/ci.yml']],
    ['one lonely file', ['thing.yaml', 'main.go']],
  ])('%s: a start to be filled in', async (_, paths) => {
    const files = filesAt(paths)
    const proposal = await proposalFor(files)
    expect(proposal).toMatchObject({ shape: 'unknown', documents: 0, effective: 0, environments: [] })
    expect(proposal.config).toContain('environments/<environment>/<kind>/<name>.yaml')
    await adoptTruly(files, proposal)
  })

  test('what could be configuration comes first', async () => {
    const { unplaced } = await proposalFor(filesAt(['a.go', 'thing.yaml', 'lib/x.go', 'lib/y.go']))
    expect(unplaced).toEqual([
      { path: 'thing.yaml', why: 'may be configuration' },
      { path: 'a.go', why: 'no format that Cairn reads' },
      { path: 'lib/', why: '2 files: no format that Cairn reads' },
    ])
  })
})

describe('looking at a repository', () => {
  const charts = Array.from({ length: 300 }, (_, i) => [`charts/c${String(i)}/values.yaml`, `charts/c${String(i)}/values-prod.yaml`]).flat()
  const services = Array.from({ length: 300 }, (_, i) => `conf/s${String(i)}.yml`)

  test('reads at most 50 files, each once', () => {
    for (const paths of [charts, ['conf/application.yml', ...services], services, ['defaults.yaml', ...services]]) {
      const read: string[] = []
      propose({ paths, read: (path) => (read.push(path), [{ a: 1, b: 2, c: 3, d: 4, e: 5 }]) })
      expect(read.length).toBeLessThanOrEqual(50)
      expect(new Set(read).size).toBe(read.length)
    }
  })

  test('takes a moment for a large repository', () => {
    const variants = ['', '-dev', '-us-dev', '-prod', '-stage']
    const names = Array.from({ length: 4000 }, (_, i) => `s${String(i)}-svc`)
    const paths = ['application', ...names].flatMap((name) => variants.map((variant) => `${name}${variant}.yml`))
    const start = performance.now()
    expect(propose({ paths, read: () => [{ a: 1 }] })).toMatchObject({ shape: 'spring-profiles', documents: 4000 })
    expect(performance.now() - start).toBeLessThan(15_000)
  })

  test('files that cannot be parsed are not looked at further', () => {
    const { shape, documents } = propose({ paths: ['application.yml', 'api.yml', 'web.yml'], read: () => undefined })
    expect({ shape, documents }).toEqual({ shape: 'spring-profiles', documents: 2 })
  })

  test('says the same whatever the order of the paths', () => {
    const paths = [...charts, ...services, 'a/config/default.json', 'a/config/prod.json']
    const read = () => [{ a: 1 }]
    expect(propose({ paths: [...paths].reverse(), read })).toEqual(propose({ paths, read }))
  })

  test('what Cairn keeps for itself is no configuration, nor is a cairn.yaml that is there already', async () => {
    const files = filesAt([
      'cairn.yaml', 'access.yaml', 'schemas/a.yaml', 'schemas/b.yaml', 'apps/a/values.yaml',
      'apps/a/values-prod.yaml',
    ])
    await expectProposal(files, { shape: 'helm-values', effective: ['prod apps/a'] })
  })

  test.each([
    ['nothing that is known', ['main.go']],
    ["Cairn's own layout", ['environments/prod/environment.yaml', 'environments/prod/a/x.yaml']],
    ['values files', ['apps/a/values.yaml', 'apps/a/values-prod.yaml']],
  ])('a cairn.yaml that is there already is told of, not looked at: %s', async (_, paths) => {
    const files = filesAt(paths)
    const without = await proposalFor(files)
    const proposal = await proposalFor({ ...files, 'cairn.yaml': 'layout: [{path: "x/{name}.yaml", kind: x}]\n' })
    expect(without.existing).toBeUndefined()
    expect(proposal).toEqual({ ...without, existing: true, alternatives: [expect.stringContaining('there already'), ...without.alternatives] })
  })

  test('settings that Cairn cannot read are named, though the proposal ignores them', async () => {
    const module = (name: string, files: readonly string[]) => files.map((file) => `${name}/src/main/resources/${file}`)
    const files = filesAt([
      ...module('api', ['application.yml', 'application-prod.yml', 'application.properties', 'logo.png']),
      ...module('web', ['application.yml', 'a.properties', 'b.properties', 'c.properties', 'd.conf']),
      ...module('old', ['application.properties']),
      'gradle.properties', 'api/src/test/resources/application.properties', 'web/README.properties',
    ])
    const proposal = await proposalFor(files)
    expect(proposal.shape).toBe('spring-profiles')
    await adoptTruly(files, proposal)
    const why = 'settings in a format that Cairn does not read'
    expect(proposal.config).toContain(`  - '**/*.{conf,properties}' # ${why}\n`)
    expect(proposal.unplaced).toEqual([
      { path: 'api/src/main/resources/application.properties', why },
      { path: 'old/src/main/resources/application.properties', why },
      { path: 'web/src/main/resources/', why: `4 more files: ${why}` },
    ])
  })

  test('globs of what Cairn cannot read are drawn together', async () => {
    const files = filesAt([
      'base/a.yml', 'prod/a.yml', 'prod/a.py', 'prod/b.sql', 'prod/Makefile', 'prod/notes.md', 'dev/a.yml',
    ])
    const config = await expectProposal(files, { shape: 'base-overlays', effective: ['dev settings/a', 'prod settings/a'] })
    expect(config.slice(config.indexOf('ignore:'))).toBe(
      [
        'ignore:',
        "  - '**/*.md' # documentation",
        "  - '**/*.{py,sql}' # no format that Cairn reads",
        "  - '**/Makefile' # no format that Cairn reads",
        '',
      ].join('\n'),
    )
  })
})
