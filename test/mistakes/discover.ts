import type { Mistake } from './mistake.ts'

const A = 'environments/dev/services/a.yaml'
const APP = { [A]: 'port: 1\n' }
const BASE = { 'environments/base/environment.yaml': 'abstract: true\n' }
const STREAM = 'environments: [dev, prod]\nlayout:\n  - {path: all.yaml, stream: true, kind: k, name: {at: /metadata/name}}\n'
const PROFILES = "environments: [dev, prod]\nlayout:\n  - {path: '{name}.yml', kind: k, stream: true, environment: {at: /profile}}\n"

/** A mistake in files whose layers the layout tells by their content. */
function content(rule: Mistake['rule'], what: string, layout: string, text: string, more: Partial<Mistake> = {}): Mistake {
  const file = layout === PROFILES ? 'all.yml' : 'all.yaml'
  return { rule, what, files: { 'cairn.yaml': layout, [file]: text }, ...more }
}

export const DISCOVER: readonly Mistake[] = [
  // nothing, too little, too much
  { rule: 'discover/nothing-to-check', what: 'a repository without configuration', files: { 'src/main.c': '' }, at: 'cairn.yaml', says: 'cairn init' },
  {
    rule: 'discover/nothing-to-check',
    what: 'a misspelt folder, for all files',
    files: { 'enviroments/dev/services/a.yaml': 'port: 1\n' },
    at: 'cairn.yaml',
  },
  {
    rule: 'discover/unused-entry',
    what: 'a misspelt folder in one of two entries',
    files: {
      ...APP,
      'cairn.yaml': "layout:\n  - {path: 'environments/{environment}/{kind}/{name}.yaml'}\n  - ▶{path: 'enviroments/{environment}/{kind}/{name}.json'}\n",
    },
    says: 'takes no file',
  },
  {
    rule: 'discover/unused-entry',
    what: 'a misspelt pointer',
    files: {
      'cairn.yaml': "environments: [dev]\nlayout:\n  - ▶{path: all.yaml, at: '/catalogue/{name}', kind: models}\n",
      'all.yaml': 'catalog:\n  a: {gpus: 1}\n',
    },
    says: 'pointers',
  },
  {
    rule: 'discover/unused-kind',
    what: 'a misspelt kind',
    files: { ...APP, 'cairn.yaml': 'environments: [dev]\nkinds:\n  ▶servics: {version: 1}\n' },
    says: 'services',
  },
  {
    rule: 'discover/unused-kind',
    what: 'a misspelt schema file',
    files: { ...APP, 'schemas/service.yaml': 'type: object\n' },
    at: 'schemas/service.yaml',
    says: 'schemas/services.yaml',
  },
  {
    rule: 'discover/nothing-to-check',
    what: 'abstract environments only',
    files: {
      'cairn.yaml': 'environments:\n  ▶base: {abstract: true}\n',
      'environments/base/services/a.yaml': 'port: 1\n',
    },
    says: 'abstract',
  },
  {
    rule: 'discover/unused-file',
    what: 'a file one folder too deep',
    files: { ...APP, 'environments/dev/services/deep/b.yaml': 'port: 1\n' },
    at: 'environments/dev/services/deep/b.yaml',
  },
  {
    rule: 'discover/unused-file',
    what: 'a file that lacks its kind',
    files: { ...APP, 'environments/dev/b.yaml': 'port: 1\n' },
    at: 'environments/dev/b.yaml',
  },
  {
    rule: 'discover/unused-file',
    what: 'an environment file with another extension',
    files: { ...APP, 'environments/dev/environment.yml': 'abstract: true\n' },
    at: 'environments/dev/environment.yml',
  },
  {
    rule: 'discover/unused-file',
    what: 'a whole folder',
    files: { ...APP, 'environments/dev/services/old/b.yaml': '', 'environments/dev/services/old/x/c.yaml': '' },
    at: 'environments/dev/services/old/b.yaml',
    says: '2 files in environments/dev/services/old/',
  },
  {
    rule: 'discover/unused-file',
    what: 'a file in no format that Cairn reads',
    files: { ...APP, 'environments/dev/services/b.yaml.bak': 'port: 1\n' },
    at: 'environments/dev/services/b.yaml.bak',
    severity: 'note',
  },

  // two where there may be one
  {
    rule: 'discover/duplicate-layer',
    what: 'one document in two formats',
    files: { ...APP, 'environments/dev/services/a.json': '{}' },
    at: A,
    related: ['environments/dev/services/a.json'],
  },
  {
    rule: 'discover/duplicate-layer',
    what: 'yaml and yml',
    files: { ...APP, 'environments/dev/services/a.yml': 'port: 2\n' },
    at: 'environments/dev/services/a.yml',
    related: [A],
  },
  content('discover/duplicate-layer', 'two documents of one name in a stream', STREAM, 'metadata: {name: a}\nx: 1\n---\nmetadata: {name: ▶a}\ny: 2\n', {
    related: ['all.yaml:1:18'],
  }),
  content(
    'discover/duplicate-layer',
    'two entries of one name in a list',
    'environments: [dev]\nlayout: [{path: all.yaml, at: /items/*, kind: k, name: {at: /name}}]\n',
    'items:\n  - name: a\n    gpus: 1\n  - name: ▶a\n    gpus: 2\n',
    { related: ['all.yaml:2:11'] },
  ),
  {
    rule: 'discover/ambiguous-pattern',
    what: 'two patterns for one file',
    files: {
      'cairn.yaml': "environments: [dev]\nlayout:\n  - {path: '{name}-x.yaml', kind: k}\n  - {path: 'x-{name}.yaml', kind: k}\n",
      'x-x-x.yaml': 'a: 1\n',
    },
    at: 'x-x-x.yaml',
    related: ['cairn.yaml:4:5', 'cairn.yaml:3:5'],
  },
  {
    rule: 'discover/duplicate-environment',
    what: 'an environment defined in two places',
    files: { ...APP, 'cairn.yaml': 'environments: {dev: {abstract: false}}\n', 'environments/dev/environment.yaml': 'abstract: false\n' },
    at: 'environments/dev/environment.yaml',
    related: ['cairn.yaml:1:16'],
  },

  // environments
  {
    rule: 'discover/unknown-environment',
    what: 'folders for an environment that is not listed',
    files: {
      ...APP,
      'cairn.yaml': 'environments: [dev, prod]\n',
      'environments/prdo/services/a.yaml': 'port: 2\n',
      'environments/prdo/services/b.yaml': 'port: 2\n',
    },
    at: 'environments/prdo/services/a.yaml',
    says: 'did you mean prod?; 2 layers are left out',
    related: ['environments/prdo/services/b.yaml'],
  },
  {
    rule: 'discover/unknown-environment',
    what: 'an environment file for an environment that is not listed',
    files: { ...APP, 'cairn.yaml': 'environments: [dev]\n', 'environments/devel/environment.yaml': 'abstract: true\n' },
    at: 'environments/devel/environment.yaml',
    says: 'did you mean dev?',
  },
  content('discover/unknown-environment', 'an environment in the content that is not listed', PROFILES, 'x: 1\n---\nprofile: ▶prd\nx: 2\n', {
    says: 'did you mean prod?',
  }),
  {
    rule: 'discover/similar-environment',
    what: 'a learned environment that looks like a typing error',
    files: { 'environments/production/services/a.yaml': 'a: 1\n', 'environments/producton/services/a.yaml': 'a: 1\n' },
    at: 'environments/production/services/a.yaml',
    related: ['environments/producton/services/a.yaml'],
  },
  {
    rule: 'discover/similar-environment',
    what: 'a typing error beside an environment that has a file',
    files: {
      'environments/staging/environment.yaml': 'labels: {stage: test}\n',
      'environments/staging/services/a.yaml': 'a: 1\n',
      'environments/stagign/services/a.yaml': 'a: 2\n',
    },
    at: 'environments/stagign/services/a.yaml',
    says: 'stagign is nearly staging',
  },
  {
    rule: 'discover/similar-environment',
    what: 'a capital letter',
    files: { 'environments/Production/services/a.yaml': 'a: 1\n', 'environments/production/environment.yaml': '{}\n' },
    at: 'environments/Production/services/a.yaml',
  },

  // names
  {
    rule: 'discover/bad-name',
    what: 'a newline in a name',
    files: { ...APP, 'environments/dev/services/b\nc.yaml': 'port: 1\n' },
    at: 'environments/dev/services/b\\u000ac.yaml',
  },
  {
    rule: 'discover/bad-name',
    what: 'a path that is not UTF-8',
    files: { ...APP, 'environments/dev/services/caf\ufffd.yaml': 'port: 1\n' },
    at: 'environments/dev/services/caf\ufffd.yaml',
    says: 'UTF-8',
  },
  {
    rule: 'discover/bad-name',
    what: 'an empty name in the content',
    files: { 'cairn.yaml': STREAM, 'all.yaml': 'metadata: {name: ▶""}\n' },
    says: 'empty',
  },
  {
    rule: 'discover/no-name',
    what: 'an entry that lacks the name it is known by',
    files: {
      'cairn.yaml': 'environments: [dev]\nlayout: [{path: all.yaml, at: /items/*, kind: things, name: {at: /name}}]\n',
      'all.yaml': 'items:\n  - name: a\n  - ▶nam: b\n',
    },
  },
  content('discover/no-name', 'a document of a stream without its name', STREAM, 'metadata: {name: a}\n---\n▶metadata: {nam: b}\n'),
  content('discover/no-name', 'a document of a stream without what holds its name', STREAM, 'metadata: {name: a}\n---\n▶kind: List\nitems: []\n'),
  content('discover/no-name', 'a number as a name', STREAM, 'metadata: {name: ▶7}\n', { says: 'number' }),
  content(
    'discover/no-name',
    'a list where names are keys',
    "environments: [dev]\nlayout: [{path: all.yaml, at: '/items/{name}', kind: k}]\n",
    'items:\n  ▶- name: a\n',
    { says: 'a mapping from names' },
  ),
  content('discover/no-name', 'a number as an environment', PROFILES, 'profile: ▶5\nx: 2\n'),
  content('discover/no-name', 'an empty list of environments', PROFILES, 'profile: ▶[]\nx: 2\n', { says: 'leave it out' }),

  // without
  {
    rule: 'discover/without-layer',
    what: 'a document without, and a layer of it',
    files: { ...APP, 'environments/dev/environment.yaml': 'without: [▶services/a]\n' },
    related: [A],
  },
  {
    rule: 'discover/without-nothing',
    what: 'without a misspelt document',
    files: { ...APP, ...BASE, 'environments/dev/environment.yaml': 'inherits: base\nwithout:\n  - ▶service/a\n' },
    says: 'did you mean services/a?',
  },
  {
    rule: 'discover/without-nothing',
    what: 'without a document that is not inherited',
    files: { ...APP, 'environments/prod/services/b.yaml': 'x: 1\n', 'environments/dev/environment.yaml': 'without: [▶services/b]\n' },
    says: 'does not exist in what dev inherits',
  },

  // what is in the file is not what is in the repository
  {
    rule: 'discover/lfs-pointer',
    what: 'a Git LFS pointer',
    files: {
      [A]: 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
    },
    at: A,
  },
]
