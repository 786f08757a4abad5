import { describe, expect, it } from 'vitest'
import { discoverFiles, fixture, line, lines } from './repository.ts'
import { told } from './tree.ts'

const PHALANX = `
presence: declared
layout:
  - {path: 'applications/{name}/values.yaml', kind: applications}
  - {path: 'applications/{name}/values-{environment}.yaml', kind: applications}
  - {path: 'environments/values.yaml', kind: environments, name: phalanx}
  - {path: 'environments/values-{environment}.yaml', kind: environments, name: phalanx}
`
const LLM_D = `
presence: declared
layout:
  - {path: config/templates/values/defaults.yaml, kind: stacks, name: '*'}
  - {path: 'config/scenarios/{environment**}.yaml', at: /shared, kind: stacks, name: '*'}
  - {path: 'config/scenarios/{environment**}.yaml', at: /scenario/*, kind: stacks, name: {at: /name}}
ignore: ['config/templates/values/overlays/**', 'config/cluster-configs/**']
`
const SPRING = `
environments: [default, docker, mysql, chaos-monkey]
layout:
  - {path: application.yml, kind: services, name: '*', stream: true, environment: {at: /spring/config/activate/on-profile}}
  - {path: '{name}.yml', kind: services, stream: true, environment: {at: /spring/config/activate/on-profile}}
`
const KUBEAI = `
environments: [default]
layout:
  - {path: charts/models/values.yaml, at: '/catalog/{name}', kind: models}
  - {path: charts/models/values.yaml, at: /all, kind: charts, name: all}
ignore: ['charts/models/templates/**', charts/models/Chart.yaml, charts/models/.helmignore]
`
const RAY_LLM = `
environments: [default]
kinds: {serve: {schema: schemas/serve.yaml}}
layout:
  - {path: 'models/**/{name}.yaml', kind: models}
  - {path: 'serve_configs/{name}.yaml', kind: serve}
ignore: ['**/*.md']
`

describe('the layouts of real repositories', () => {
  it('phalanx: values files of Helm, one environment that is named base', () => {
    const files = fixture('phalanx')
    const { discovery, found, parsed } = discoverFiles({ ...files, 'cairn.yaml': PHALANX })
    expect(told(found)).toEqual([])
    expect(parsed).toEqual([])
    const values = Object.keys(files).filter((path) => path.endsWith('.yaml')).sort()
    expect(discovery.files).toEqual(values)
    const names = new Set(values.flatMap((path) => /^applications\/([^/]+)\//.exec(path)?.[1] ?? []))
    expect(discovery.documents.size).toBe(names.size + 1)
    const environments = new Set(values.flatMap((path) => /\/values-(.+)\.yaml$/.exec(path)?.[1] ?? []))
    expect(discovery.environments.map(({ name }) => name)).toEqual([...environments].sort())
    expect(lines(discovery)['applications/argo-workflows']).toEqual([
      '* ← applications/argo-workflows/values.yaml',
      'base ← applications/argo-workflows/values-base.yaml',
      'idfdev ← applications/argo-workflows/values-idfdev.yaml',
      'tucson-teststand ← applications/argo-workflows/values-tucson-teststand.yaml',
    ])
    expect(discovery.documents.get('environments/phalanx')?.sources).toHaveLength(25)
  })

  it('llm-d-benchmark: scenarios in lists, named by their content, environments in folders', () => {
    const { discovery, found } = discoverFiles({ ...fixture('llm-d-benchmark'), 'cairn.yaml': LLM_D })
    expect(told(found)).toEqual([])
    expect(discovery.environments.map(({ name }) => name)).toContain('guides/nok8s')
    expect(discovery.environments).toHaveLength(38)
    expect(lines(discovery)['stacks/nok8s-single']).toEqual(['guides/nok8s ← config/scenarios/guides/nok8s.yaml /scenario/0'])
    const shared = discovery.shared.get('stacks')?.map(line) ?? []
    expect(shared[0]).toBe('* ← config/templates/values/defaults.yaml')
    expect(shared.slice(1).length).toBeGreaterThan(0)
    expect(shared.slice(1).every((each) => each.endsWith(' /shared'))).toBe(true)
  })

  it('spring-petclinic-config: profiles inside streams', () => {
    const { discovery, found } = discoverFiles({ ...fixture('spring-petclinic-config'), 'cairn.yaml': SPRING })
    expect(told(found)).toEqual([])
    expect(discovery.shared.get('services')?.map(line)).toEqual([
      '* ← application.yml [0]',
      'chaos-monkey ← application.yml [1]',
      'docker ← application.yml [2]',
      'mysql ← application.yml [3]',
    ])
    expect(lines(discovery)['services/vets-service']).toEqual([
      '* ← vets-service.yml [0]',
      'default ← vets-service.yml [1]',
      'docker ← vets-service.yml [2]',
    ])
    expect(discovery.documents.size).toBe(8)
  })

  it('kubeai: documents inside one file', () => {
    const { discovery, found, parsed } = discoverFiles({ ...fixture('kubeai'), 'cairn.yaml': KUBEAI })
    expect(told(found)).toEqual([])
    expect([...discovery.documents.values()].filter(({ id }) => id.kind === 'models')).toHaveLength(47)
    expect(lines(discovery)['charts/all']).toEqual(['* ← charts/models/values.yaml /all'])
    expect(new Set(parsed)).toEqual(new Set(['charts/models/values.yaml']))
    expect(discovery.files).toEqual(['charts/models/values.yaml'])
  })

  it('ray-llm: models in folders of any depth', () => {
    const { discovery, found, parsed } = discoverFiles({ ...fixture('ray-llm'), 'cairn.yaml': RAY_LLM })
    expect(told(found)).toEqual([])
    expect(parsed).toEqual([])
    expect([...discovery.documents.keys()].filter((key) => key.startsWith('models/'))).toHaveLength(15)
    expect(lines(discovery)['models/TheBloke--Llama-2-7B-chat-AWQ']).toEqual([
      '* ← models/continuous_batching/quantization/TheBloke--Llama-2-7B-chat-AWQ.yaml',
    ])
    expect(discovery.environments.map(({ name }) => name)).toEqual(['default'])
  })

  it.each(['phalanx', 'llm-d-benchmark', 'spring-petclinic-config', 'kubeai', 'ray-llm', 'flux2-kustomize-helm-example'])(
    '%s has nothing to check in the default layout, and that is one finding with a way out',
    (name) => {
      const { discovery, found } = discoverFiles(fixture(name))
      expect(discovery.documents.size).toBe(0)
      expect(told(found).at(-1)).toBe('cairn.yaml discover/nothing-to-check')
      expect(found.at(-1)?.message).toContain('cairn init')
    },
  )
})
