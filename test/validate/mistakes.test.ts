import { expect, test } from 'vitest'
import { locate, showLocation } from '../../src/core/place.ts'
import type { RuleId } from '../../src/core/rules.ts'
import { SCHEMA, validated, type Input } from './documents.ts'

/** Stands just before the place where the finding belongs; taken out before the text is read. */
const MARK = '▶'

interface Mistake extends Omit<Input, 'layers'> {
  readonly what: string
  readonly rule: RuleId
  /** Files with one `▶`, in the layers or in the schema. */
  readonly layers: Readonly<Record<string, string>>
  /** The message. */
  readonly says: string
  /** Places that the finding names besides, those in the schema left out. */
  readonly related?: readonly string[]
  /** Findings that rightly come with it. */
  readonly also?: readonly RuleId[]
}

/** A service, as most of the mistakes need one. */
const SERVICE = `
type: object
required: [name, network]
additionalProperties: false
properties:
  name: {type: string, minLength: 2, maxLength: 12, pattern: '^[a-z][a-z0-9-]*$'}
  network:
    type: object
    required: [port]
    additionalProperties: false
    properties:
      port: {type: integer, minimum: 1, maximum: 65535}
      host: {type: string, format: hostname}
      tls: {type: boolean}
  level: {enum: [debug, info, warning, error]}
  replicas: {type: integer, exclusiveMinimum: 0, multipleOf: 2}
  timeout: {type: number, maximum: 30, x-unit: seconds}
  ratio: {type: number, multipleOf: 0.1}
  version: {const: 2}
  labels: {type: object, propertyNames: {pattern: '^[a-z]+$'}, maxProperties: 2, additionalProperties: {type: string}}
  tags: {type: array, items: {type: string}, uniqueItems: true, maxItems: 3, contains: {const: base}}
  password: {type: string, minLength: 8, x-secret: true}
  user: {type: string, enum: [admin, reader], x-secret: true}
  old: {type: string, deprecated: true, description: use level}
  never: false
`

/** Unions, conditions and dependencies. */
const STORE = `
type: object
properties:
  store:
    oneOf:
      - $ref: '#/$defs/postgres'
      - $ref: '#/$defs/files'
  auth:
    anyOf: [{required: [token]}, {required: [user, password]}]
  listen:
    anyOf:
      - type: string
      - {type: object, required: [port], properties: {port: {type: integer}}, additionalProperties: false}
      - type: 'null'
  size: {oneOf: [{const: small, title: Small}, {const: large, title: Large}]}
  mode: {type: string}
  cache: {type: object, dependentRequired: {host: [port]}}
  either: {oneOf: [{required: [inline]}, {required: [file]}]}
  apart: {not: {required: [cpu, gpu]}}
  free: {oneOf: [{properties: {a: {type: string}}, required: [a]}, {properties: {b: {type: string}}, required: [b]}]}
if: {properties: {mode: {const: strict}}, required: [mode]}
then: {required: [store]}
$defs:
  postgres:
    title: a PostgreSQL store
    type: object
    required: [kind, dsn]
    additionalProperties: false
    properties: {kind: {const: postgres}, dsn: {type: string}, pool: {type: integer}}
  files:
    title: a folder
    type: object
    required: [kind, path]
    additionalProperties: false
    properties: {kind: {const: files}, path: {type: string}}
`

const BASE = 'name: mixtral\nnetwork:\n  port: 8080\n'

const MISTAKES: readonly Mistake[] = [
  // type
  {
    what: 'a wrong type in the lowest of three layers',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: mixtral\nnetwork:\n  port: ▶"8080"\n', 'eu.yaml': 'level: info\n', 'prod.yaml': 'network:\n  tls: true\n' },
    says: 'expected an integer, found the string "8080"; without quotes it would be one',
  },
  {
    what: 'a wrong type over a right one',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}timeout: 5\n`, 'prod.yaml': 'timeout: ▶5s\n' },
    says: 'expected a number, found the string "5s"',
    related: ['base.yaml:4:10'],
  },
  {
    what: 'a mapping where a scalar belongs',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}timeout: ▶{seconds: 5}\n` },
    says: 'expected a number, found a mapping',
  },
  {
    what: 'an empty value',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}tags:▶\n` },
    says: 'expected a list, found null',
  },
  {
    what: 'a number where a string belongs',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}labels:\n  rank: ▶1\n` },
    says: 'expected a string, found the number 1; quote it to make it a string',
  },
  {
    what: 'a YAML 1.1 boolean',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: mixtral\nnetwork: {port: 1, tls: ▶yes}\n' },
    says: 'expected true or false, found the string "yes"; write true',
  },
  {
    what: 'a wrong type in a list item, in JSON',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.json': '{"name": "mixtral", "network": {"port": 1},\n "tags": ["base", ▶7]}' },
    says: 'expected a string, found the number 7; quote it to make it a string',
  },
  {
    what: 'a wrong type in TOML',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.toml': 'name = "mixtral"\n[network]\nport = ▶1.5\n' },
    says: 'expected an integer, found the number 1.5',
  },
  {
    what: 'a document that is no mapping',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': '▶- a\n' },
    says: 'expected a mapping, found a list',
  },

  // keys
  {
    what: 'a key that no layer sets',
    rule: 'validate/missing-key',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: mixtral\n▶network: {host: a, tls: true}\n', 'prod.yaml': 'network: {tls: false}\n' },
    says: 'port is missing',
    related: ['prod.yaml:1:1'],
  },
  {
    what: 'a key that no layer sets, at the top',
    rule: 'validate/missing-key',
    schema: SERVICE,
    layers: { 'base.yaml': '▶network: {port: 1}\n' },
    says: 'name is missing',
  },
  {
    what: 'several keys that no layer sets',
    rule: 'validate/missing-key',
    schema: SERVICE,
    layers: { 'base.yaml': '▶level: info\n' },
    says: 'name and network are missing',
  },
  {
    what: 'a required key taken away by a null',
    rule: 'validate/missing-key',
    schema: SERVICE,
    layers: { 'base.yaml': BASE, 'prod.yaml': 'network:\n  port: ▶null\n' },
    says: 'this takes port away, and it is required',
  },
  {
    what: 'a misspelt key that is required: one mistake',
    rule: 'validate/unknown-key',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: mixtral\nnetwork:\n  ▶prot: 8080\n' },
    says: 'unknown key prot; did you mean port, which is missing?',
  },
  {
    what: 'a misspelt key in an overlay',
    rule: 'validate/unknown-key',
    schema: SERVICE,
    layers: { 'base.yaml': BASE, 'prod.yaml': 'network: {▶hots: a}\n' },
    says: 'unknown key hots; did you mean host?',
  },
  {
    what: 'a key in the wrong case',
    rule: 'validate/unknown-key',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}▶Level: info\n` },
    says: 'unknown key Level; did you mean level?',
  },
  {
    what: 'a key like no other',
    rule: 'validate/unknown-key',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: mixtral\nnetwork:\n  port: 1\n  ▶protocol: udp\n' },
    says: 'unknown key protocol; known here: port, host and tls',
  },
  {
    what: 'a key that only a shared schema would know, with unevaluatedProperties',
    rule: 'validate/unknown-key',
    schema: 'allOf: [{$ref: "#/$defs/base"}]\nproperties: {image: {type: string}}\nunevaluatedProperties: false\n$defs: {base: {properties: {name: {type: string}}}}\n',
    layers: { 'base.yaml': 'name: a\nimage: b\n▶imgae: c\n' },
    says: 'unknown key imgae; did you mean image?',
  },
  {
    what: 'a missing key that an allowed key looks like',
    rule: 'validate/missing-key',
    schema: 'required: [hostname]\nproperties: {hostname: {type: string}}\n',
    layers: { 'base.yaml': '▶hostnmae: a\n' },
    says: 'hostname is missing; is hostnmae meant to be it?',
  },
  {
    what: 'a missing key in a list item',
    rule: 'validate/missing-key',
    schema: 'properties: {rules: {type: array, items: {required: [name]}}}\n',
    layers: { 'base.yaml': 'rules:\n  - {name: a}\n  - {▶nam: b}\n' },
    says: 'name is missing; is nam meant to be it?',
  },
  {
    what: 'a key that may not be',
    rule: 'validate/false',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}▶never: 1\n` },
    says: 'never is not allowed here',
  },
  {
    what: 'a badly named key',
    rule: 'validate/key-name',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}labels:\n  ▶Team-A: x\n` },
    says: 'Team-A may not be a key here: keys must match the pattern ^[a-z]+$',
  },
  {
    what: 'too many keys, of which an overlay adds one',
    rule: 'validate/length',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}labels: {a: x, b: x}\n`, 'prod.yaml': 'labels: ▶{c: x}\n' },
    says: 'this has 3 keys, and must have at most 2 keys',
  },
  {
    what: 'a key that asks for another',
    rule: 'validate/dependent',
    schema: STORE,
    layers: { 'base.yaml': '▶cache: {host: a}\n' },
    says: 'port is missing, and it is needed where host is set',
  },

  {
    what: 'a key whose schema asks for another',
    rule: 'validate/dependent',
    schema: 'dependentSchemas: {tls: {required: [cert]}}\n',
    layers: { 'base.yaml': '▶tls: true\n' },
    says: 'cert is missing, and it is needed where tls is set',
  },
  {
    what: 'a key that is none of the names that there are',
    rule: 'validate/key-name',
    schema: 'properties: {by: {propertyNames: {enum: [alpha, beta]}}}\n',
    layers: { 'base.yaml': 'by:\n  ▶alhpa: 1\n' },
    says: 'alhpa may not be a key here: did you mean alpha?',
  },

  // values
  {
    what: 'a value that is none of the choices',
    rule: 'validate/enum',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}level: info\n`, 'prod.yaml': 'level: ▶warn\n' },
    says: 'expected "debug", "info", "warning" or "error", found the string "warn"; did you mean "warning"?',
    related: ['base.yaml:4:8'],
  },
  {
    what: 'a value that is none of the choices, in INI',
    rule: 'validate/enum',
    schema: 'properties: {log: {properties: {level: {enum: [debug, info]}}}}\n',
    layers: { 'base.ini': '[log]\nlevel = ▶inof\n' },
    says: 'expected "debug" or "info", found the string "inof"; did you mean "info"?',
  },
  {
    what: 'a value that is none of the choices, in dotenv',
    rule: 'validate/enum',
    schema: 'properties: {LEVEL: {enum: [debug, info]}}\n',
    layers: { 'a.env': 'A=1\nLEVEL=▶INFO\n' },
    says: 'expected "debug" or "info", found the string "INFO"; did you mean "info"?',
  },
  {
    what: 'a constant that is another',
    rule: 'validate/const',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}version: ▶3\n` },
    says: 'expected 2, found the number 3',
  },
  {
    what: 'a number that is too large',
    rule: 'validate/range',
    schema: SERVICE,
    layers: { 'base.yaml': BASE, 'prod.yaml': 'network: {port: ▶99999}\n' },
    says: '99999 is above 65535',
    related: ['base.yaml:3:9'],
  },
  {
    what: 'a number that is too small',
    rule: 'validate/range',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: mixtral\nnetwork: {port: ▶0}\n' },
    says: '0 is below 1',
  },
  {
    what: 'a number on the wrong side of a bound with a unit',
    rule: 'validate/range',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}timeout: ▶31\n` },
    says: '31 is above 30 seconds',
  },
  {
    what: 'a number at a bound that is excluded',
    rule: 'validate/range',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}replicas: ▶0\n` },
    says: '0 is not above 0',
  },
  {
    what: 'a number that is no multiple',
    rule: 'validate/range',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}replicas: ▶3\n` },
    says: '3 is no multiple of 2',
  },
  {
    what: 'a string that is too short',
    rule: 'validate/length',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: ▶m\nnetwork: {port: 1}\n' },
    says: '"m" has 1 character, and must have at least 2 characters',
  },
  {
    what: 'an empty string',
    rule: 'validate/length',
    schema: SERVICE,
    layers: { 'base.yaml': "name: ▶''\nnetwork: {port: 1}\n" },
    says: 'this is empty, and must have at least 2 characters',
  },
  {
    what: 'a string that does not match',
    rule: 'validate/pattern',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: ▶Mixtral\nnetwork: {port: 1}\n' },
    says: '"Mixtral" does not match the pattern ^[a-z][a-z0-9-]*$',
  },
  {
    what: 'a string that is not of the format',
    rule: 'validate/format',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: mixtral\nnetwork:\n  port: 1\n  host: ▶a b\n' },
    says: '"a b" is not a host name',
  },
  {
    what: 'an item twice',
    rule: 'validate/unique',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}tags: [base, a, ▶base]\n` },
    says: 'this item is the same as item 1 of the list, and each may occur once',
    related: ['base.yaml:4:8'],
  },
  {
    what: 'too many items',
    rule: 'validate/length',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}tags: ▶[base, a, b, c]\n` },
    says: 'this has 4 items, and must have at most 3 items',
  },
  {
    what: 'more items than have a meaning',
    rule: 'validate/length',
    schema: 'properties: {pair: {prefixItems: [{type: string}, {type: string}], items: false}}\n',
    layers: { 'base.yaml': 'pair: [a, b, ▶c]\n' },
    says: 'this list must have at most 2 items, and has 3',
  },
  {
    what: 'a list without what it must hold',
    rule: 'validate/contains',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}tags: ▶[a]\n` },
    says: 'of the items of this list, at least 1 must be what the schema describes',
  },
  {
    what: 'a deprecated key',
    rule: 'validate/deprecated',
    schema: SERVICE,
    layers: { 'base.yaml': BASE, 'prod.yaml': '▶old: x\n' },
    says: 'old is deprecated: use level',
  },

  // what must not be shown
  {
    what: 'a secret that is too short: neither it nor its length is told',
    rule: 'validate/length',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}password: ▶hunter2\n` },
    says: 'this must have at least 8 characters',
  },
  {
    what: 'a secret that is none of the choices: not even the nearest is told',
    rule: 'validate/enum',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}user: ▶admni\n` },
    says: 'expected "admin" or "reader", found a string',
  },
  {
    what: 'a wrong type of what is hidden',
    rule: 'validate/type',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}password: ▶12345678\n` },
    says: 'expected a string, found a number; quote it to make it a string',
  },

  // unions and conditions
  {
    what: 'a tag that no branch has',
    rule: 'validate/one-of',
    schema: STORE,
    layers: { 'base.yaml': 'store: {kind: ▶postgers, dsn: x}\n' },
    says: 'expected "postgres" or "files", found the string "postgers"; did you mean "postgres"?',
  },
  {
    what: 'no tag',
    rule: 'validate/missing-key',
    schema: STORE,
    layers: { 'base.yaml': '▶store: {dsn: x}\n' },
    says: 'kind is missing. It says what this is: "postgres" or "files"',
  },
  {
    what: 'a misspelt tag key',
    rule: 'validate/missing-key',
    schema: STORE,
    layers: { 'base.yaml': 'store: {dsn: x}\n', 'prod.yaml': 'store: {▶kidn: files}\n' },
    says: 'kind is missing; is kidn meant to be it? It says what this is: "postgres" or "files"',
  },
  {
    what: 'a mistake in the branch that the tag chooses',
    rule: 'validate/type',
    schema: STORE,
    layers: { 'base.yaml': 'store: {kind: postgres, dsn: x, pool: ▶many}\n' },
    says: 'expected an integer, found the string "many"',
  },
  {
    what: 'a key of another branch',
    rule: 'validate/unknown-key',
    schema: STORE,
    layers: { 'base.yaml': 'store: {kind: files, path: /, ▶dsn: x}\n' },
    says: 'unknown key dsn; known here: kind and path',
  },
  {
    what: 'a kind of value that no branch takes',
    rule: 'validate/type',
    schema: STORE,
    layers: { 'base.yaml': 'listen: ▶7\n' },
    says: 'expected a string, a mapping or null, found the number 7',
  },
  {
    what: 'a mistake in the only branch that takes a mapping',
    rule: 'validate/unknown-key',
    schema: STORE,
    layers: { 'base.yaml': 'listen: {▶prot: 80}\n' },
    says: 'unknown key prot; did you mean port, which is missing?',
  },
  {
    what: 'a choice written as a union of constants',
    rule: 'validate/enum',
    schema: STORE,
    layers: { 'base.yaml': 'size: ▶lagre\n' },
    says: 'expected "small" or "large", found the string "lagre"; did you mean "large"?',
  },
  {
    what: 'none of the keys of which one is needed',
    rule: 'validate/any-of',
    schema: STORE,
    layers: { 'base.yaml': '▶auth: {user: a}\n' },
    says: 'one of these is missing: token or password',
  },
  {
    what: 'two keys of which one may be',
    rule: 'validate/one-of',
    schema: STORE,
    layers: { 'base.yaml': 'either: ▶{inline: a, file: b}\n' },
    says: 'only one of inline and file may be set',
  },
  {
    what: 'a value that fits two forms',
    rule: 'validate/one-of',
    schema: STORE,
    layers: { 'base.yaml': 'free: ▶{a: x, b: y}\n' },
    says: 'this fits 2 of the forms that the schema allows, one with a and one with b, and must fit exactly one',
  },
  {
    what: 'keys that exclude one another',
    rule: 'validate/not',
    schema: STORE,
    layers: { 'base.yaml': 'apart: {cpu: 1}\n', 'prod.yaml': 'apart: {▶gpu: 1}\n' },
    says: 'cpu and gpu exclude one another: only one of them may be set',
    related: ['base.yaml:1:9'],
  },
  {
    what: 'a key that is needed under a condition',
    rule: 'validate/missing-key',
    schema: STORE,
    layers: { 'base.yaml': '▶mode: strict\n' },
    says: 'store is missing, since mode is "strict"',
  },

  {
    what: 'a key that is needed as long as a condition does not hold',
    rule: 'validate/missing-key',
    schema: 'if: {properties: {mode: {const: strict}}, required: [mode]}\nelse: {required: [plain]}\n',
    layers: { 'base.yaml': '▶mode: lax\n' },
    says: 'plain is missing, since it is not so that mode is "strict"',
  },
  {
    what: 'a value that is excluded',
    rule: 'validate/not',
    schema: 'properties: {user: {not: {enum: [root, admin]}}}\n',
    layers: { 'base.yaml': 'user: ▶root\n' },
    says: '"root" is not allowed here',
  },
  {
    what: 'a value that is as far from one form as from the other',
    rule: 'validate/any-of',
    schema: 'properties: {b: {anyOf: [{title: A, properties: {x: {type: integer}}}, {title: B, properties: {x: {type: boolean}}}]}}\n',
    layers: { 'base.yaml': 'b: ▶{x: s}\n' },
    says: 'this fits none of the 2 forms that the schema allows: A and B',
  },
  {
    what: 'a slip in the form that fits best',
    rule: 'validate/type',
    schema: 'properties: {b: {oneOf: [{required: [url], properties: {url: {type: string}, wait: {type: integer}}}, {required: [host, port]}]}}\n',
    layers: { 'base.yaml': 'b: {url: x, wait: ▶soon}\n' },
    says: 'expected an integer, found the string "soon"',
  },

  // where values come from
  {
    what: 'a wrong value of another document',
    rule: 'validate/range',
    schema: SERVICE,
    layers: { 'base.yaml': BASE, 'prod.yaml': 'network:\n  port: "▶${cairn:services/db#/port}"\n' },
    others: { 'services/db': 'host: a\nport: 99999\n' },
    says: 'this value is above 65535',
    related: ['services/db.yaml:2:7'],
  },
  {
    what: 'a text with two references that does not match',
    rule: 'validate/pattern',
    schema: SERVICE,
    layers: { 'base.yaml': 'name: ▶${cairn:services/db#/a}-${cairn:services/db#/b}\nnetwork: {port: 1}\n' },
    others: { 'services/db': 'a: x\nb: Y\n' },
    says: 'this value does not match the pattern ^[a-z][a-z0-9-]*$',
    related: ['services/db.yaml:1:4', 'services/db.yaml:2:4'],
  },
  {
    what: 'a label with a value that is not allowed, which may be shown',
    rule: 'validate/enum',
    schema: SERVICE,
    layers: { 'base.yaml': `${BASE}level: ▶\${cairn:environment#/labels/region}\n` },
    says: 'expected "debug", "info", "warning" or "error", found the string "eu"',
  },
  {
    what: 'a default that another keyword refuses',
    rule: 'validate/range',
    schema: 'properties:\n  limits:\n    properties:\n      cpu: {type: number, maximum: 4, default: ▶8}\n',
    layers: { 'base.yaml': 'limits: {}\n' },
    says: '8 is above 4',
    related: ['base.yaml:1:1'],
  },
  {
    what: 'an item that a list merge appended',
    rule: 'validate/type',
    schema: 'properties: {args: {type: array, x-merge: append, items: {type: string}}}\n',
    layers: { 'base.yaml': 'args: [a]\n', 'prod.yaml': 'args: [b, ▶3]\n' },
    says: 'expected a string, found the number 3; quote it to make it a string',
  },
  {
    what: 'a value inside an anchor',
    rule: 'validate/type',
    schema: 'properties: {b: {properties: {n: {type: integer}}}}\n',
    layers: { 'base.yaml': 'a: &a {n: ▶x}\nb: *a\n' },
    says: 'expected an integer, found the string "x"',
  },
  {
    what: 'the same demand in three schemas: one mistake',
    rule: 'validate/type',
    schema: 'allOf: [{$ref: "#/$defs/a"}, {$ref: "#/$defs/a"}]\nproperties: {n: {type: integer, maximum: 3}}\n$defs: {a: {properties: {n: {type: integer, enum: [1]}}}}\n',
    layers: { 'base.yaml': 'n: ▶x\n' },
    says: 'expected an integer, found the string "x"',
  },
]

test.each(MISTAKES.map((mistake) => [`${mistake.rule}: ${mistake.what}`, mistake] as const))('%s', (_title, mistake) => {
  const { rule, says, related = [], also = [] } = mistake
  const { layers, schema, at } = unmark(mistake)
  const { findings } = validated({ ...mistake, layers, schema })
  const told = findings.map((found) => `${showLocation(locate(found.place))} ${found.rule} ${found.message}`)
  expect(told.filter((_one, i) => !also.includes(findings[i]?.rule as RuleId))).toEqual([`${at} ${rule} ${says}`])
  const places = findings[0]?.related.map(({ place }) => showLocation(locate(place))).filter((place) => !place.startsWith(SCHEMA))
  expect(places).toEqual(related)
  const schemaSays = findings[0]?.related.find(({ message }) => message.includes('the schema says so here'))
  expect(schemaSays?.place.in).toBe('span')
})

function unmark({ layers, schema }: Mistake): { readonly layers: Readonly<Record<string, string>>; readonly schema: string; readonly at: string } {
  const files: Record<string, string> = { ...layers, [SCHEMA]: schema as string }
  let at = ''
  for (const [path, text] of Object.entries(files)) {
    const [before, after] = text.split(MARK)
    if (before === undefined || after === undefined) continue
    const lines = before.split('\n')
    at = `${path}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`
    files[path] = before + after
  }
  const { [SCHEMA]: cleanSchema = '', ...cleanLayers } = files
  return { layers: cleanLayers, schema: cleanSchema, at }
}
