import { mistakes, type Mistake } from './mistake.ts'

const APP = { 'environments/dev/services/a.yaml': 'port: 1\n' }
const config = (rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake => ({
  rule,
  what,
  files: { ...APP, 'cairn.yaml': text },
  ...more,
})
const environment = (rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake => ({
  rule,
  what,
  files: { ...APP, 'environments/dev/environment.yaml': text },
  ...more,
})

mistakes('cairn.yaml', [
  config('config/unknown-key', 'a misspelt key', 'presence: inherited\n▶ignor: []\n', { says: 'ignore' }),
  config('config/wrong-type', 'ignore is no list', 'ignore: ▶docs\n'),
  config('config/bad-value', 'a presence that there is not', 'presence: ▶inherit\n', { says: 'inherited' }),
  config('config/unknown-key', 'a misspelt key in a layout entry', "layout:\n  - {path: 'environments/{environment}/{kind}/{name}.yaml', ▶strem: true}\n"),
  config('config/missing-key', 'a layout entry without a kind', "layout:\n  - ▶{path: 'environments/{environment}/services/{name}.yaml'}\n"),
  config('config/bad-value', 'an unknown capture', "layout:\n  - {path: ▶'environments/{enviroment}/{kind}/{name}.yaml'}\n  - {path: 'environments/{environment}/{kind}/{name}.{ext}'}\n", { says: 'environment' }),
  config('config/bad-value', 'a pointer without its slash', "layout:\n  - {path: 'environments/{environment}/{kind}/{name}.yaml', at: ▶spec}\n"),
  config('parse/duplicate-key', 'a key twice', 'ignore: []\n▶ignore: []\n'),
])

mistakes('discover', [
  environment('config/unknown-key', 'a misspelt key in an environment file', '▶inherit: base\n', { says: 'inherits' }),
  environment('config/wrong-type', 'abstract is no boolean', 'abstract: ▶"yes"\n'),
  environment('discover/without-layer', 'a document without, and a layer of it', 'without: [▶services/a]\n'),
  environment('discover/without-nothing', 'without something that nobody has', 'without: [▶services/b]\n'),
  {
    rule: 'discover/duplicate-layer',
    what: 'one document in two formats',
    files: { ...APP, 'environments/dev/services/a.json': '{}' },
    at: 'environments/dev/services/a.yaml',
    related: ['environments/dev/services/a.json'],
  },
  {
    rule: 'discover/unknown-environment',
    what: 'a folder for an environment that is not listed',
    files: { ...APP, 'cairn.yaml': 'environments: [dev, prod]\n', 'environments/prdo/services/a.yaml': 'port: 2\n' },
    at: 'environments/prdo/services/a.yaml',
    says: 'prod',
  },
  {
    rule: 'discover/similar-environment',
    what: 'a learned environment that looks like a typing error',
    files: { 'environments/production/services/a.yaml': 'a: 1\n', 'environments/producton/services/a.yaml': 'a: 1\n' },
    at: 'environments/production/services/a.yaml',
    related: ['environments/producton/services/a.yaml'],
  },
  {
    rule: 'discover/unused-file',
    what: 'a file one folder too deep',
    files: { ...APP, 'environments/dev/services/deep/b.yaml': 'port: 1\n' },
    at: 'environments/dev/services/deep/b.yaml',
  },
  { rule: 'discover/nothing-to-check', what: 'a repository without configuration', files: { 'src/main.c': '' }, at: 'cairn.yaml' },
  {
    rule: 'discover/bad-name',
    what: 'a newline in a name',
    files: { ...APP, 'environments/dev/services/b\nc.yaml': 'port: 1\n' },
    at: 'environments/dev/services/b\\u000ac.yaml',
  },
  {
    rule: 'discover/no-name',
    what: 'an entry that lacks the name it is known by',
    files: {
      'cairn.yaml': 'environments: [dev]\nlayout: [{path: all.yaml, at: /items/*, kind: things, name: {at: /name}}]\n',
      'all.yaml': 'items:\n  - name: a\n  - ▶nam: b\n',
    },
  },
  {
    rule: 'discover/ambiguous-pattern',
    what: 'two patterns for one file',
    files: {
      'cairn.yaml': "environments: [dev]\nlayout:\n  - {path: '{name}-x.yaml', kind: k}\n  - {path: 'x-{name}.yaml', kind: k}\n",
      'x-x-x.yaml': 'a: 1\n',
    },
    at: 'x-x-x.yaml',
  },
  {
    rule: 'discover/duplicate-environment',
    what: 'an environment defined in two places',
    files: { ...APP, 'cairn.yaml': 'environments: {dev: {abstract: false}}\n', 'environments/dev/environment.yaml': 'abstract: false\n' },
    at: 'environments/dev/environment.yaml',
  },
])

mistakes('inherit', [
  environment('inherit/unknown-environment', 'a parent that there is not', 'inherits: [▶bsae]\n', {
    files: { ...APP, 'environments/base/environment.yaml': 'abstract: true\n', 'environments/dev/environment.yaml': 'inherits: [▶bsae]\n' },
    says: 'base',
  }),
  {
    rule: 'inherit/cycle',
    what: 'two environments that inherit from one another',
    files: { ...APP, 'environments/dev/environment.yaml': 'inherits: [test]\n', 'environments/test/environment.yaml': 'inherits: [▶dev]\n' },
    says: 'dev → test → dev',
  },
  environment('inherit/cycle', 'an environment that inherits from itself', 'inherits: ▶dev\n'),
  {
    rule: 'inherit/order',
    what: 'parents in an order that a grandparent contradicts',
    files: {
      'environments/a/environment.yaml': '{}\n',
      'environments/b/environment.yaml': 'inherits: a\n',
      'environments/c/environment.yaml': 'inherits: [▶b, a]\n',
      'environments/c/services/x.yaml': 'a: 1\n',
    },
  },
])
