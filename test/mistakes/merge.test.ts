import { mistakes } from './mistake.ts'

const BASE = { 'environments/base/environment.yaml': 'abstract: true\n', 'environments/dev/environment.yaml': 'inherits: base\n' }

mistakes('merge', [
  {
    rule: 'merge/removes-nothing',
    what: 'a null in an overlay for a key that is not below',
    files: { ...BASE, 'environments/base/services/a.yaml': 'port: 1\n', 'environments/dev/services/a.yaml': 'prot: ▶null\n' },
  },
  {
    rule: 'merge/removes-nothing',
    what: 'a null inside a mapping that the overlay brings in',
    files: { ...BASE, 'environments/base/services/a.yaml': 'port: 1\n', 'environments/dev/services/a.yaml': 'tls:\n  cert: ▶~\n  on: true\n' },
  },
  {
    rule: 'merge/kind-change',
    what: 'a list over a mapping',
    files: { ...BASE, 'environments/base/services/a.yaml': 'hosts: {a: 1}\n', 'environments/dev/services/a.yaml': 'hosts: ▶[a]\n' },
    related: ['environments/base/services/a.yaml:1:8'],
  },
  {
    rule: 'merge/kind-change',
    what: 'a scalar over a mapping',
    files: { ...BASE, 'environments/base/services/a.yaml': 'log:\n  level: info\n', 'environments/dev/services/a.yaml': 'log: ▶debug\n' },
    related: ['environments/base/services/a.yaml:2:3'],
  },
  {
    rule: 'merge/kind-change',
    what: 'a mapping over a scalar, two layers below',
    files: {
      ...BASE,
      'environments/dev/environment.yaml': 'inherits: [base]\n',
      'environments/prod/environment.yaml': 'inherits: [dev]\n',
      'environments/base/services/a.yaml': 'log: info\n',
      'environments/dev/services/a.yaml': 'port: 1\n',
      'environments/prod/services/a.yaml': 'log:\n  ▶level: info\n',
    },
    related: ['environments/base/services/a.yaml:1:6'],
  },
  {
    rule: 'merge/tag-misplaced',
    what: '!append on a mapping',
    files: { ...BASE, 'environments/base/services/a.yaml': 'log: {a: 1}\n', 'environments/dev/services/a.yaml': 'log: !append ▶{b: 2}\n' },
  },
])
