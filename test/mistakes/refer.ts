import type { Mistake } from './mistake.ts'

const A = 'environments/prod/services/a.yaml'
const REPOSITORY = {
  'schemas/services.yaml': `type: object
properties:
  model: {x-ref: models}
  runs: {type: array, items: {x-ref: {kind: [models, jobs]}}}
  needs: {type: array, items: {x-ref: {kind: services, acyclic: true}}}
  after: {x-ref: {kind: services, acyclic: true}}
  upstreams: {propertyNames: {x-ref: services}}
  file: {x-ref: {kind: models, by: path}}
  default_model: {x-ref: models, default: mixtral}
  backend:
    oneOf:
      - {required: [is], properties: {is: {const: model}, name: {x-ref: models}}}
      - {required: [is], properties: {is: {const: job}, name: {x-ref: jobs}}}
  token: {type: object, x-secret: true, properties: {of: {x-ref: models}}}
`,
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/prod/environment.yaml': 'inherits: base\n',
  'environments/prod/services/b.yaml': 'port: 80\n',
  'environments/prod/models/mixtral.yaml': 'gpus: 2\n',
  'environments/prod/jobs/nightly.yaml': 'at: 1\n',
}

/** A mistake in `services/a`. */
function inA(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...REPOSITORY, [A]: text }, ...more }
}

/** A mistake in several files. */
function among(rule: Mistake['rule'], what: string, files: Mistake['files'], more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { ...REPOSITORY, ...files }, ...more }
}

export const REFER: readonly Mistake[] = [
  // names
  inA('refer/unknown-document', 'a misspelt name', 'model: ▶mixtrall\n', { says: 'did you mean mixtral?' }),
  inA('refer/unknown-document', 'in a list, of two kinds', 'runs: [nightly, mixtral, ▶nigthly]\n', { says: 'of the kind models or jobs; did you mean nightly?' }),
  inA('refer/unknown-document', 'a misspelt key', 'upstreams:\n  b: 1\n  ▶bb: 1\n', { says: 'did you mean b?' }),
  inA('refer/unknown-document', 'a name with its kind', 'model: ▶models/mixtral\n', { says: 'write mixtral, without the kind' }),
  inA('refer/unknown-document', 'a document of another kind', 'model: ▶nightly\n', { says: 'there is no document models/nightly' }),
  inA('refer/unknown-document', 'an empty name', 'model: ▶""\n', { says: 'an empty text' }),
  inA('refer/unknown-document', 'the branch that a tag chooses', 'backend: {is: job, name: ▶mixtral}\n', { says: 'jobs/mixtral' }),
  inA('refer/unknown-document', 'behind an alias', 'x: &x ▶mixtrall\nmodel: *x\n'),
  inA('refer/unknown-document', 'where nothing may be shown', 'token: {of: ▶"${MODEL}"}\n', { says: 'this names no document of the kind models' }),
  among('refer/unknown-document', 'in TOML', { 'environments/prod/services/a.toml': '[upstreams]\nb = 1\n▶c = 2\n' }),
  among('refer/unknown-document', 'in dotenv', { 'environments/prod/services/a.env': 'model=▶mixtrall\n' }),
  among('refer/unknown-document', 'in JSON', { 'environments/prod/services/a.json': '{"runs": ["mixtral",\n  ▶"bge"]}\n' }),
  among('refer/unknown-document', 'in a layer of an ancestor', { 'environments/base/services/a.yaml': 'model: ▶mixtrall\n', [A]: 'port: 1\n' }),
  among('refer/unknown-document', 'in an overlay', { 'environments/base/services/a.yaml': 'model: mixtral\n', [A]: 'model: ▶mixtrall\n' }, {
    related: ['environments/base/services/a.yaml:1:8'],
  }),
  among('refer/unknown-document', 'what came through a reference', { [A]: 'model: ▶${cairn:jobs/names#/of}\n', 'environments/prod/jobs/names.yaml': 'of: mixtrall\n' }, {
    related: ['environments/prod/jobs/names.yaml:1:5'],
  }),
  among('refer/unknown-document', 'a default, in an environment without the document', { 'environments/test/services/a.yaml': 'port: 1\n' }, {
    at: 'schemas/services.yaml:9:43',
    says: 'models/mixtral exists in prod, not here',
    related: ['environments/test/services/a.yaml:1:1'],
    environments: ['test'],
  }),
  among(
    'refer/unknown-document',
    'a document that two of three environments lack',
    {
      'environments/eu/environment.yaml': 'inherits: base\n',
      'environments/us/environment.yaml': 'inherits: base\n',
      'environments/base/services/a.yaml': 'default_model: null\nmodel: ▶mixtral\n',
    },
    { says: 'exists in prod, not here', environments: ['eu', 'us'] },
  ),
  among('refer/unknown-document', 'a run variable', { [A]: 'model: mixtral\n', 'cairn.yaml': 'variables: {MODEL: services/a#/model}\n' }, {
    variables: { MODEL: 'mixtrall' },
    at: 'variable MODEL',
    related: [`${A}:1:8`],
  }),

  // paths
  inA('refer/unknown-file', 'a misspelt path', 'file: ▶../models/mixtrall.yaml\n', { says: 'did you mean environments/prod/models/mixtral.yaml?' }),
  inA('refer/unknown-file', 'a path out of the repository', 'file: ▶../../../../models/mixtral.yaml\n'),
  inA('refer/unknown-file', 'an absolute path', 'file: ▶/models/mixtral.yaml\n'),
  inA('refer/unknown-file', 'a name where a path belongs', 'file: ▶mixtral\n'),
  inA('refer/unknown-file', 'a file of another kind', 'file: ▶environments/prod/services/b.yaml\n', { says: 'is no file of a document of the kind models' }),
  among('refer/unknown-document', 'a file of a document that is elsewhere', { [A]: 'file: ▶../../test/models/bge.yaml\n', 'environments/test/models/bge.yaml': 'gpus: 1\n' }, {
    says: 'this file is one of models/bge, which exists in test, not here',
  }),

  // circles
  inA('refer/cycle', 'a document that needs itself', 'needs: [b, ▶a]\n', { says: 'services/a → services/a' }),
  among('refer/cycle', 'two documents that need one another, one way by a key of its own', { [A]: 'after: ▶b\n', 'environments/prod/services/b.yaml': 'needs: [a]\n' }, {
    related: ['environments/prod/services/b.yaml:1:9'],
  }),
  among(
    'refer/cycle',
    'a circle that an overlay closes, in two environments',
    {
      'environments/eu/environment.yaml': 'inherits: prod\n',
      'environments/base/services/c.yaml': 'needs: [a]\ndefault_model: null\n',
      'environments/prod/services/b.yaml': 'needs:\n  - c\n',
      'environments/base/services/a.yaml': 'needs: [▶b]\ndefault_model: null\n',
    },
    { says: 'services/a → services/b → services/c → services/a', related: ['environments/prod/services/b.yaml:2:5', 'environments/base/services/c.yaml:1:9'], environments: ['eu', 'prod'] },
  ),
  among(
    'refer/cycle',
    'several circles that hang together are one finding',
    { [A]: 'needs: [▶b]\n', 'environments/prod/services/b.yaml': 'needs: [a, c]\n', 'environments/prod/services/c.yaml': 'needs: [b]\n' },
    { says: '3 documents in all are in circles with one another' },
  ),
]
