import { fixtureText } from './fixture.ts'
import type { Mistake } from './mistake.ts'
import { at, ENVIRONMENTS, NEEDED, SCHEMA, service, under } from './service.ts'

const OLD = '$schema: http://json-schema.org/draft-07/schema#\n'
const SOPS = fixtureText('sops/generated/v3.13.2.k8s.enc.yaml')

/** Unions, conditions, and what schemas say together. */
const STORE = `type: object
properties:
  store:
    oneOf:
      - {$ref: stores.yaml#/$defs/postgres}
      - {$ref: stores.yaml#/$defs/files}
  auth: {anyOf: [{required: [token]}, {required: [user, password]}]}
  listen:
    anyOf:
      - {type: string}
      - {type: object, required: [port], additionalProperties: false, properties: {port: {type: integer}}}
      - {type: 'null'}
  either: {oneOf: [{required: [inline]}, {required: [file]}]}
  apart: {not: {required: [cpu, gpu]}}
  mode: {enum: [lax, strict]}
if: {required: [mode], properties: {mode: {const: strict}}}
then: {required: [store]}
`
const STORES = `$defs:
  postgres:
    title: a PostgreSQL store
    type: object
    required: [kind, dsn]
    additionalProperties: false
    properties: {kind: {const: postgres}, dsn: {type: string}, pool: {$ref: sizes.yaml#/$defs/pool}}
  files:
    title: a folder
    type: object
    required: [kind, path]
    additionalProperties: false
    properties: {kind: {const: files}, path: {type: string}, keep: {type: integer}}
`
const SIZES = '$defs:\n  pool: {type: integer, maximum: 100}\n'

function store(rule: Mistake['rule'], what: string, layers: Mistake['files'], more: Partial<Mistake> = {}): Mistake {
  return under(rule, what, STORE, { 'schemas/stores.yaml': STORES, 'schemas/sizes.yaml': SIZES, ...layers }, more)
}

/** Lists merged by a key, and others. */
const LISTS = `properties:
  jobs:
    type: array
    x-merge: {key: name}
    items:
      type: object
      required: [name, port]
      additionalProperties: false
      properties: {name: {type: string}, port: {type: integer}, every: {type: integer}}
  args: {type: array, x-merge: append, items: {type: string}, uniqueItems: true}
`
const JOBS = 'jobs:\n  - {name: gateway, port: 9901}\n  - {name: router, port: 4000}\n'

const lists = (rule: Mistake['rule'], what: string, layers: Mistake['files'], more: Partial<Mistake> = {}): Mistake =>
  under(rule, what, LISTS, { [at('base')]: JOBS, ...layers }, more)

/** The document `services/b`, which others refer to. */
const B = (text: string) => ({ 'environments/base/services/b.yaml': `${NEEDED}${text}` })

/** What comes about when schemas, layers and documents meet. */
export const COMPOSE: readonly Mistake[] = [
  // unions
  store('validate/one-of', 'a misspelt tag', { [at('prod')]: 'store: {kind: ▶postgers, dsn: x}\n' }, { says: 'did you mean "postgres"?' }),
  store('validate/missing-key', 'no tag', { [at('prod')]: '▶store: {dsn: x}\n' }, { says: 'kind is missing. It says what this is: "postgres" or "files"' }),
  store('validate/missing-key', 'a misspelt key of the tag', { [at('base')]: 'store: {dsn: x}\n', [at('prod')]: 'store: {▶kidn: postgres}\n' }, { says: 'is kidn meant to be it?' }),
  store('validate/type', 'a wrong type in the branch that the tag chooses', { [at('base')]: 'store: {kind: postgres, pool: ▶many}\n', [at('prod')]: 'store: {dsn: x}\n' }, {
    says: 'expected an integer, found the string "many"',
    related: [`${SCHEMA}:5:9`, 'schemas/sizes.yaml:2:10'],
  }),
  store('validate/range', 'two references away', { [at('prod')]: 'store:\n  kind: postgres\n  dsn: x\n  pool: ▶500\n' }, { says: '500 is above 100' }),
  store('validate/unknown-key', 'a key of the branch that an overlay switched from', { [at('base')]: 'store: {kind: postgres, ▶dsn: x}\n', [at('prod')]: 'store: {kind: files, path: /data}\n' }, {
    says: 'unknown key dsn',
  }),
  store('validate/missing-key', 'a key of the branch that an overlay switched to', { [at('base')]: '▶store: {kind: files, keep: 3}\n', [at('prod')]: 'store: {kind: files}\n' }, { says: 'path is missing' }),
  store('type/misfit', 'in dotenv, by the branch that a layer below chose', { [at('base')]: 'store: {kind: postgres, dsn: x}\n', [at('prod', 'ini')]: '[store]\npool = ▶many\n' }, { environments: ['prod'] }),
  store('validate/type', 'a kind of value that no branch takes', { [at('prod', 'toml')]: 'listen = ▶8080\n' }, { says: 'expected a string, a mapping or null, found the number 8080' }),
  store('validate/unknown-key', 'a slip in the only branch that takes a mapping', { [at('prod')]: 'listen: {▶prot: 80}\n' }, { says: 'did you mean port, which is missing?' }),
  store('validate/any-of', 'none of the keys of which one is needed', { [at('prod')]: '▶auth: {user: a}\n' }, { says: 'one of these is missing: token or password' }),
  store('validate/one-of', 'two keys of which only one may be, in two layers', { [at('base')]: 'either: {inline: a}\n', [at('prod')]: 'either: ▶{file: b}\n' }, { says: 'only one of inline and file may be set' }),
  store('validate/not', 'keys that exclude one another, in two layers', { [at('base')]: 'apart: {cpu: 1}\n', [at('prod')]: 'apart: {▶gpu: 1}\n' }, {
    says: 'cpu and gpu exclude one another',
    related: [`${at('base')}:1:9`, `${SCHEMA}:14:11`],
  }),
  store('validate/missing-key', 'a key that a condition asks for', { [at('prod')]: '▶mode: strict\n' }, { says: 'store is missing, since mode is "strict"' }),

  // lists
  lists('validate/unknown-key', 'a misspelt key in an item that an overlay merges by its key', { [at('prod')]: 'jobs:\n  - {name: router, ▶evry: 10}\n' }, { says: 'did you mean every?' }),
  lists('validate/type', 'a wrong type in an item that an overlay merges by its key', { [at('prod')]: 'jobs:\n  - {name: router, port: ▶"4001"}\n' }, {
    related: [`${at('base')}:3:26`, `${SCHEMA}:9:49`],
  }),
  lists('validate/missing-key', 'a new item in an overlay that lacks a key', { [at('prod')]: 'jobs:\n  - ▶{name: gpus}\n' }, { says: 'port is missing' }),
  lists('validate/missing-key', 'a key that a null in an item takes away', { [at('prod')]: 'jobs:\n  - {name: router, port: ▶null}\n' }, { says: 'this takes port away' }),
  lists('validate/type', 'an item of the base that an overlay does not touch', { [at('base')]: 'jobs:\n  - {name: gateway, port: ▶none}\n  - {name: router, port: 1}\n', [at('prod')]: 'jobs: [{name: router, every: 1}]\n' }),
  lists('merge/key-missing', 'an item without the key that the list is merged by', { [at('prod')]: 'jobs:\n  - ▶{nam: router, port: 1}\n' }, { says: '/jobs/0 has no "name"' }),
  lists('merge/key-duplicate', 'two items with one key', { [at('prod')]: 'jobs:\n  - {name: gpus, port: 1}\n  - ▶{name: gpus, port: 2}\n' }),
  lists('validate/type', 'an item that an overlay appends', { [at('eu')]: 'args: [a]\n', [at('prod')]: 'args: [b, ▶3]\n' }, { says: 'quote it' }),
  lists('validate/unique', 'an item that is appended twice', { [at('eu')]: 'args: [a, b]\n', [at('prod')]: 'args: [▶a]\n' }, { related: [`${at('eu')}:1:8`, `${SCHEMA}:10:63`] }),

  // references
  service('validate/type', 'a value of another document that has the wrong type', { ...B('version: 2\n'), [at('prod')]: 'labels:\n  next: ▶${cairn:services/b#/version}\n' }, {
    says: 'expected a string, found the number 2',
    related: ['environments/base/services/b.yaml:4:10', `${SCHEMA}:19:87`],
  }),
  service('validate/range', 'a value of another document that is too large', { ...B('version: 2\n'), [at('prod')]: 'replicas: "▶${cairn:services/b#/version}"\n', [SCHEMA]: 'properties: {replicas: {maximum: 1}}\n' }, { says: '2 is above 1' }),
  service('validate/type', 'a text around a reference where a number belongs', { ...B('version: 2\n'), [at('prod')]: 'replicas: ▶${cairn:services/b#/version}0\n' }, { says: 'found the string "20"' }),
  service('validate/enum', 'a label that is none of the choices', {
    'cairn.yaml': ENVIRONMENTS.replace('prod: {', 'prod: {labels: {level: loud}, '),
    [at('prod')]: 'level: ▶${cairn:environment#/labels/level}\n',
  }, { says: 'found the string "loud"' }),
  service('validate/length', 'a secret of another document: neither it nor its length is told', {
    ...B('password: ${DATABASE_PASSWORD}\n'), [at('prod')]: 'name: ▶${cairn:services/b#/password}\n',
  }, { says: 'this must have at most 12 characters' }),
  service('validate/range', 'a reference in dotenv', { ...B('version: 2\n'), [at('prod', 'env')]: 'replicas=▶${cairn:services/b#/network/port}\n', [SCHEMA]: 'properties: {replicas: {type: integer, maximum: 10}}\n' }, { says: '8080 is above 10' }),
  service('link/dangling', 'a reference that leads nowhere, in an item of a list of INI', { [at('prod', 'ini')]: 'hosts = abc,▶${cairn:services/b#/host},def\n' }),
  service('validate/type', 'a subtree of another document that lacks something', { ...B(''), [at('prod')]: 'labels: {}\ncertificate: ▶${cairn:services/b#/name}\n' }, { says: 'expected a mapping, found the string "mixtral"' }),

  // draft-07
  under('validate/type', 'in draft-07, beside a reference that alone counts', `${OLD}properties: {port: {$ref: '#/definitions/port', maximum: 10}}\ndefinitions: {port: {type: integer}}\n`, {
    [at('base')]: 'port: 99\n',
    [at('prod')]: 'port: ▶99.5\n',
  }, { says: 'expected an integer, found the number 99.5' }),
  under('validate/dependent', 'in draft-07, by dependencies', `${OLD}properties: {tls: {dependencies: {cert: [key]}}}\n`, { [at('prod', 'toml')]: '[▶tls]\ncert = "a"\n' }),
  under('validate/length', 'in draft-07, an item past those of a tuple', `${OLD}properties: {pair: {items: [{type: string}], additionalItems: false}}\n`, { [at('prod', 'json')]: '{"pair": ["a", ▶"b"]}\n' }, {
    says: 'at most 1 item, and has 2',
  }),

  // encrypted layers, without a key
  under('validate/type', 'an encrypted text where a number belongs', 'properties: {data: {properties: {password: {type: integer}}}}\n', {
    [at('prod', 'sops.yaml')]: SOPS.replace('password: ENC', 'password: ▶ENC'),
  }, { says: 'expected an integer, found a sealed string' }),
  under('validate/unknown-key', 'a key of an encrypted file that the schema does not know', 'additionalProperties: false\nproperties: {apiVersion: true, kind: true, metadata: true, data: true, mydata2: true}\n', {
    [at('prod', 'sops.yaml')]: SOPS.replace('stringData: ENC', '▶stringData: ENC'),
  }),
]
