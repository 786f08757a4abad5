import { fixtureText } from './fixture.ts'
import type { Mistake } from './mistake.ts'

const ENVIRONMENTS = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/dev/environment.yaml': 'inherits: base\n',
}
const BELOW = 'environments/base/services/a.yaml'
const ABOVE = 'environments/dev/services/a.yaml'
const SECRETS = fixtureText('sops/generated/v3.13.2.k8s.enc.yaml')

/** A mistake that two layers of a document make together. */
function layers(rule: Mistake['rule'], what: string, below: string, above: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...ENVIRONMENTS, [BELOW]: below, [ABOVE]: above }, ...more }
}

/** A layer over an encrypted one. */
function overSecret(what: string, above: string, more: Partial<Mistake> = {}): Mistake {
  return { rule: 'merge/secret-exposed', what, files: { ...ENVIRONMENTS, 'environments/base/services/a.sops.yaml': SECRETS, [ABOVE]: above }, ...more }
}

export const MERGE: readonly Mistake[] = [
  // nulls
  layers('merge/removes-nothing', 'a null for a misspelt key', 'port: 1\n', 'prot: ▶null\n', { says: '/prot' }),
  layers('merge/removes-nothing', 'a key left empty', 'port: 1\n', 'hosts:▶\nport: 2\n'),
  layers('merge/removes-nothing', 'a null one level too high', 'tls: {cert: a}\n', 'cert: ▶~\n'),
  layers('merge/removes-nothing', 'a null inside a mapping that the overlay brings in', 'port: 1\n', 'tls:\n  cert: ▶~\n  on: true\n'),
  {
    ...layers('merge/removes-nothing', 'removed twice', 'port: 1\nhost: a\n', 'port: null\n'),
    files: {
      ...ENVIRONMENTS,
      'environments/prod/environment.yaml': 'inherits: dev\n',
      [BELOW]: 'port: 1\nhost: a\n',
      [ABOVE]: 'port: null\n',
      'environments/prod/services/a.yaml': 'port: ▶null\n',
    },
  },
  {
    ...layers('merge/removes-nothing', 'one layer in three environments', 'port: 1\n', 'prot: ▶null\n'),
    files: {
      ...ENVIRONMENTS,
      'environments/eu/environment.yaml': 'inherits: dev\n',
      'environments/us/environment.yaml': 'inherits: dev\n',
      [BELOW]: 'port: 1\n',
      [ABOVE]: 'prot: ▶null\n',
    },
    environments: ['dev', 'eu', 'us'],
  },

  // another kind of value
  layers('merge/kind-change', 'a list over a mapping', 'hosts: {a: 1}\n', 'hosts: ▶[a]\n', { related: [`${BELOW}:1:8`] }),
  layers('merge/kind-change', 'a scalar over a mapping', 'log:\n  level: info\n', 'log: ▶debug\n', { related: [`${BELOW}:2:3`] }),
  layers('merge/kind-change', 'a mapping over a list of mappings', 'env:\n  - name: A\n', 'env:\n  ▶A: 1\n', { says: 'a list below and a mapping here' }),
  layers('merge/kind-change', 'a layer that forgot a blank after its colon', 'port: 1\n', '▶port:80\n', { says: 'the document is a mapping below and a scalar here' }),
  layers('merge/kind-change', 'a layer that is a list', 'port: 1\n', '▶- port: 2\n', { says: 'the document is a mapping below and a list here' }),
  layers('merge/kind-change', 'a value behind an alias', 'log: {level: info}\n', 'x: &x ▶debug\nlog: *x\n', {
    related: [`${BELOW}:1:6`, `${ABOVE}:2:6`],
  }),
  layers('merge/kind-change', 'a list added to a scalar', 'hosts: a\n', 'hosts: !append ▶[b]\n'),
  {
    ...layers('merge/kind-change', 'a list over a mapping in the layer of a grandparent', '', ''),
    files: {
      ...ENVIRONMENTS,
      'environments/prod/environment.yaml': 'inherits: dev\n',
      [BELOW]: 'port: 1\nhosts:\n  a: 1\n',
      [ABOVE]: 'port: 2\n',
      'environments/prod/services/a.yaml': 'hosts:\n  ▶- a\n',
    },
    related: [`${BELOW}:3:3`],
    environments: ['prod'],
  },
  {
    ...layers('merge/kind-change', 'JSON over YAML', '', ''),
    files: { ...ENVIRONMENTS, [BELOW]: 'log: info\n', 'environments/dev/services/a.json': '{\n  "log": ▶{"level": "info"}\n}\n' },
    related: [`${BELOW}:1:6`],
  },
  {
    rule: 'merge/kind-change',
    what: 'a run variable over a mapping',
    files: { [ABOVE]: 'db: {port: 1}\n', 'cairn.yaml': 'environments: [dev]\nvariables: {DB: services/a#/db}\n' },
    variables: { DB: 'localhost' },
    at: 'variable DB',
    related: [`${ABOVE}:1:5`],
  },
  {
    rule: 'merge/kind-change',
    what: 'a document of a stream over the one before it',
    files: {
      'cairn.yaml': "environments: [dev]\nlayout: [{path: '{name}.yml', kind: k, stream: true}]\n",
      'a.yml': 'log: {level: info}\n---\nlog: ▶debug\n',
    },
    related: ['a.yml:1:6'],
  },

  // tags
  layers('merge/tag-misplaced', '!append on a mapping', 'log: {a: 1}\n', 'log: !append ▶{b: 2}\n', { says: '/log is a mapping' }),
  layers('merge/tag-misplaced', '!append on a scalar', 'hosts: [a]\n', 'hosts: !append ▶b\n', { says: '!append is for lists' }),
  layers('merge/tag-misplaced', '!append on an item instead of its list', 'hosts: [a]\n', 'hosts:\n  - !append ▶b\n', { says: '/hosts/0' }),
  layers('merge/tag-misplaced', '!merge on a list that has no key', 'env: [{name: A}]\n', 'env: !merge ▶[{name: B}]\n', { says: 'x-merge' }),
  {
    rule: 'merge/tag-misplaced',
    what: 'a tag in the lowest layer',
    files: { ...ENVIRONMENTS, [BELOW]: 'log: !prepend ▶{a: 1}\n' },
    environments: ['base', 'dev'],
  },

  // secrets
  overSecret('a plain password over an encrypted one', 'data:\n  password: ▶hunter2\n', {
    related: ['environments/base/services/a.sops.yaml:10:15'],
  }),
  overSecret('a plain mapping over an encrypted text', 'stringData:\n  ▶password: hunter2\n', { says: 'a plain mapping here' }),
  {
    ...overSecret('a plain password in a protected environment', '', { severity: 'error' }),
    files: {
      ...ENVIRONMENTS,
      'environments/dev/environment.yaml': 'inherits: base\nprotected: true\n',
      'environments/base/services/a.sops.yaml': SECRETS,
      [ABOVE]: 'data:\n  nested: {k: ▶plain}\n',
    },
  },
]
