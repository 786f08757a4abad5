import { describe, expect, test } from 'vitest'
import { adopt, adoptTruly, fixture, proposalFor } from './support.ts'

/** Layouts written by hand for repositories that others keep. A proposal must find the same in them. */
const BY_HAND = {
  phalanx: `
presence: declared
layout:
  - {path: 'applications/{name}/values.yaml', kind: applications}
  - {path: 'applications/{name}/values-{environment}.yaml', kind: applications}
  - {path: 'environments/values.yaml', kind: environments, name: values}
  - {path: 'environments/values-{environment}.yaml', kind: environments, name: values}
`,
  'llm-d-benchmark': `
presence: declared
layout:
  - {path: config/templates/values/defaults.yaml, kind: stacks, name: '*'}
  - {path: 'config/scenarios/{environment**}.yaml', at: /shared, kind: stacks, name: '*'}
  - {path: 'config/scenarios/{environment**}.yaml', at: /scenario/*, kind: stacks, name: {at: /name}}
`,
  'spring-petclinic-config': `
environments: [default, docker, mysql, chaos-monkey]
layout:
  - {path: application.yml, kind: services, name: '*', stream: true, environment: {at: /spring/config/activate/on-profile}}
  - {path: '{name}.yml', kind: services, stream: true, environment: {at: /spring/config/activate/on-profile}}
`,
  kubeai: `
environments: [default]
layout:
  - {path: charts/models/values.yaml, at: '/catalog/{name}', kind: models}
  - {path: charts/models/values.yaml, at: /all, kind: settings, name: all}
`,
  'ray-llm': `
environments: [default]
layout:
  - {path: 'models/**/{name}.yaml', kind: models}
  - {path: 'serve_configs/{name}.yaml', kind: serve_configs}
`,
} as const

const SHAPES = {
  phalanx: 'helm-values',
  'llm-d-benchmark': 'base-overlays',
  'spring-petclinic-config': 'spring-profiles',
  kubeai: 'catalogue',
  'ray-llm': 'catalogue',
} as const

describe.each(Object.entries(BY_HAND))('%s', (name, config) => {
  test('is laid out as by hand', async () => {
    const files = fixture(name)
    const proposal = await proposalFor(files)
    expect(proposal.shape).toBe(SHAPES[name as keyof typeof SHAPES])
    const adopted = await adoptTruly(files, proposal)
    const byHand = await adopt(files, config)
    expect(adopted.documents).toEqual(byHand.documents)
    expect(adopted.environments).toEqual([...byHand.environments].sort())
    expect(adopted.effective).toEqual(byHand.effective)
  })
})

test('phalanx: 514 effective applications in 24 environments, one of them called base', async () => {
  const files = fixture('phalanx')
  const proposal = await proposalFor(files)
  const { environments, effective } = await adoptTruly(files, proposal)
  expect(environments).toHaveLength(24)
  expect(environments).toContain('base')
  expect(effective.filter((key) => key.includes(' applications/'))).toHaveLength(514)
  expect(proposal.unplaced).toEqual([])
})

test('llm-d-benchmark: what is beside the scenarios is named', async () => {
  const { unplaced } = await proposalFor(fixture('llm-d-benchmark'))
  expect(unplaced.map(({ path }) => path)).toEqual([
    'config/cluster-configs/',
    'config/templates/values/overlays/intel-xpu.yaml',
  ])
})

test('kubeai: everything is used or ignored', async () => {
  const files = fixture('kubeai')
  const proposal = await proposalFor(files)
  const { uses } = await adoptTruly(files, proposal)
  expect(proposal.unplaced).toEqual([])
  expect(uses.get('charts/models/templates/models.yaml')).toBe('ignored')
})

describe('flux2-kustomize-helm-example', () => {
  test('overlays meet the bases that they change, though their files are called otherwise', async () => {
    const files = fixture('flux2-kustomize-helm-example')
    const proposal = await proposalFor(files)
    expect(proposal.shape).toBe('base-overlays')
    expect(proposal.environments).toEqual(['base', 'production', 'staging'])
    const { effective } = await adoptTruly(files, proposal)
    expect(effective.filter((key) => key.startsWith('production '))).toEqual([
      'production ArtifactGenerator/flux-system',
      'production HelmRelease/podinfo',
      'production HelmRepository/podinfo',
      'production Kustomization/apps',
      'production Kustomization/infra-configs',
      'production Kustomization/infra-controllers',
      'production Namespace/podinfo',
    ])
    expect(effective.filter((key) => key.startsWith('base '))).toEqual([])
  })

  test('what no layout can read is named: files that mix kinds, and what has no environment', async () => {
    const { unplaced } = await proposalFor(fixture('flux2-kustomize-helm-example'))
    expect(unplaced.map(({ path }) => path)).toEqual([
      'clusters/production/flux-system/',
      'clusters/staging/flux-system/',
      'infrastructure/',
    ])
  })
})
