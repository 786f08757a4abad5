import type { Variables } from '../../src/workspace.ts'
import type { Files } from '../helpers/repository.ts'

interface Harmless {
  readonly what: string
  readonly files: Files
  readonly variables?: Variables
}

const A = 'environments/dev/services/a'
const ENVIRONMENTS = {
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/dev/environment.yaml': 'inherits: base\n',
}

function file(what: string, extension: string, text: string): Harmless {
  return { what, files: { [`${A}.${extension}`]: text } }
}

function layers(what: string, below: string, above: string): Harmless {
  return { what, files: { ...ENVIRONMENTS, 'environments/base/services/a.yaml': below, [`${A}.yaml`]: above } }
}

function schema(what: string, text: string, below: string, above: string): Harmless {
  return { what, files: { ...layers(what, below, above).files, 'schemas/services.yaml': text } }
}

const TYPED = `properties:
  n: {default: 80}
  port: {type: integer, default: '\${cairn:services/a#/n}'}
  level: {enum: [80, 81], default: '\${cairn:services/a#/n}'}
  net: {const: {port: 80}, default: {port: '\${cairn:services/a#/n}'}}
`

/** What people take for mistakes, or other tools do. */
export const HARMLESS: readonly Harmless[] = [
  file('keys that YAML 1.1 would read as booleans', 'yaml', 'on: {push: yes}\noff: no\ny: n\n'),
  file('a comment after a key', 'yaml', 'a: # nothing\n  b: 1 # one\n'),
  file('a list indented like its key', 'yaml', 'hosts:\n- a\n- b\n'),
  file('the same key in two list items', 'yaml', '- name: a\n- name: a\n'),
  file('an octal mode', 'yaml', 'mode: 0644\n'),
  file('a time of day, a date and a version', 'yaml', 'at: 12:30:00\nday: 2026-01-01\nversion: 1.10.0\n'),
  file('a tab between key and value, and on an empty line', 'yaml', 'a:\t1\n\t\nb: 2\n'),
  file('a document between its markers', 'yaml', '%YAML 1.2\n---\na: 1\n...\n'),
  file('nothing but comments', 'yaml', '# nothing yet\n'),
  file('templates in quotes and block scalars', 'yaml', "a: '{{ $labels.pod }}'\nb: |\n  {{ if x }}\n  {% y %}\n"),
  file('a reference that is only written about', 'yaml', 'help: $${cairn:services/nothing#/x}\nhome: ${HOME}/${cairn}\n'),
  file('a reference in a key and in a comment', 'yaml', '${cairn:services/nothing#/x}: 1 # ${cairn:var#X}\n'),
  file('a merge key over its own keys', 'yaml', 'x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n'),
  file('two merge keys', 'yaml', 'x: &x {a: 1}\ny: &y {b: 1}\nc:\n  <<: *x\n  <<: *y\n'),
  file('a byte order mark and CRLF', 'yaml', '\ufeffa: 1\r\nb: 2\r\n'),
  file('a key `sops` that is no metadata', 'yaml', 'sops: {kms: []}\nnote: "ENC[…]"\n'),
  file('a number with a fraction of zero', 'json', '{"a": 1.0, "b": 1e2}\n'),
  file('an empty file', 'json', ''),
  file('dates and times', 'toml', 'a = 2026-01-01\nb = 2026-01-01T00:00:00Z\nc = 07:32:00\n'),
  file('a table that comes after its child', 'toml', '[a.b]\nx = 1\n[a]\ny = 2\n'),
  file('a section that comes back', 'ini', '[db]\nport = 1\n[web]\nx = 1\n[db]\nhost = a\n'),
  file('keys that differ by case', 'ini', '[db]\nPort = 1\nport = 2\n'),
  file('a value over lines', 'env', 'KEY="-----BEGIN\nx\n-----END"\nexport A=1 # one\n'),
  file('what a shell would expand', 'env', 'A=$HOME/${X:-y}\nB=$(date)\n'),
  layers('a null in the first layer', 'a: null\n', 'b: 1\n'),
  layers('a null that removes', 'a: 1\nb: 2\n', 'a: ~\n'),
  layers('nulls in a list and under !replace', 'a: {x: 1}\n', 'a: !replace {y: null}\nl: [null, {z: null}]\n'),
  layers('placeholders of another kind', 'a: {}\nb: []\nc: ""\nd: null\n', 'a: [1]\nb: {x: 1}\nc: [1]\nd: 1\n'),
  layers('an overlay that says nothing', 'a: 1\n', '# as in base\n'),
  layers('a dangling reference below a layer that overrides it', 'a: ${cairn:services/nothing#/x}\n', 'a: 1\n'),
  schema('a wrong value below a layer that overrides it', 'properties: {port: {type: integer}}\n', 'port: eighty\n', 'port: 80\n'),
  schema('references in defaults of typed keys', TYPED, '', 'list: 1\n'),
  schema('a default of a tag, in one of its alternatives', 'required: [type]\nproperties: {type: {type: string, default: docker}}\noneOf:\n  - {properties: {type: {const: docker}}}\n  - {properties: {type: {const: systemd}}}\ndiscriminator: {propertyName: type}\n', 'image: x\n', ''),
  schema('defaults and strategies beside an allOf, two levels down', 'allOf: [{$ref: "#/$defs/base"}]\nproperties:\n  log: {default: warn}\n  net: {properties: {hosts: {x-merge: unique}, port: {default: 2}}}\n$defs:\n  base:\n    properties:\n      log: {default: info}\n      net: {properties: {hosts: {type: array, x-merge: append}, port: {default: 1}}}\n', 'net: {hosts: [a]}\n', 'net: {hosts: [b]}\n'),
  schema('an x-ref to a kind that has documents alone', 'properties: {next: {type: string, x-ref: {kind: [hosts, services]}}}\n', 'next: a\n', ''),
  schema('a required key that each layer has a part of', 'required: [a, b]\n', 'a: 1\n', 'b: 1\n'),
  schema('a required key that has a default', 'required: [port]\nproperties: {port: {default: 80}}\n', '', 'a: 1\n'),
  schema('a number that is a text of a reference', 'properties: {port: {type: integer}}\n', 'n: 80\n', 'port: ${cairn:services/a#/n}\n'),
  schema('an integer with a fraction of zero', 'properties: {port: {type: integer}}\n', 'port: 80.0\n', 'port: 8e1\n'),
  schema('a key that is removed, and that nobody may set', 'properties: {old: false}\n', 'old: 1\n', 'old: null\n'),
  schema('a deprecated key that is removed', 'properties: {old: {deprecated: true}}\n', 'old: 1\n', 'old: null\n'),
  schema('a format and keywords that nobody knows', 'properties: {a: {format: hostport, atLeast: 3, x-order: 1}}\n', 'a: 1\n', ''),
  schema('words of OpenAPI and of editors', 'example: {a: 1}\nnullable: true\nxml: {}\nexternalDocs: {}\nmarkdownDescription: x\nid: x\ncomment: x\nproperties: {a: {format: uint32}}\n', 'a: 1\n', ''),
  schema('keys of a document that look like keywords', 'properties: {requird: {}, typ: {}, fromat: {}}\n$defs: {itmes: {}}\ndefault: {enmu: 1}\n', 'requird: 1\n', ''),
  schema('keywords for another type', 'properties: {a: {maximum: 3, pattern: "^x", minItems: 2}}\n', 'a: {}\n', ''),
  schema('a length in characters beyond the basic plane', 'properties: {a: {maxLength: 2}}\n', 'a: "😀😀"\n', ''),
  schema('names of properties that are methods elsewhere', 'additionalProperties: false\nproperties: {constructor: {type: string}, toString: true, __proto__: {type: integer}}\n', 'constructor: a\ntoString: 1\n', '__proto__: 2\n'),
  schema('a branch that an overlay switches to, with null for the other\'s keys', `oneOf:
  - {required: [kind, a], additionalProperties: false, properties: {kind: {const: x}, a: true}}
  - {required: [kind, b], additionalProperties: false, properties: {kind: {const: y}, b: true}}
`, 'kind: x\na: 1\n', 'kind: y\na: null\nb: 1\n'),
  {
    what: 'a document that is wrong in an abstract environment only',
    files: { ...ENVIRONMENTS, 'environments/base/services/a.yaml': 'a: 1\n', 'environments/dev/services/a.yaml': 'b: 1\n', 'schemas/services.yaml': 'required: [b]\n' },
  },
  {
    what: 'files of schemas/ that are no schemas, and a schema of a kind without documents',
    files: { [`${A}.yaml`]: 'a: 1\n', 'schemas/README.md': '# Schemas\n', 'schemas/jobs.yaml': 'required: [x]\n', 'schemas/build.sh': 'exit 1\n' },
  },
  {
    what: 'a run variable that is a text, and looks like a number',
    files: { 'cairn.yaml': 'environments: [dev]\nvariables: {VERSION: services/a#/version}\n', [`${A}.yaml`]: '', 'schemas/services.yaml': 'properties: {version: {type: string}}\n' },
    variables: { VERSION: '1.30' },
  },
  {
    what: 'a dangling reference in an abstract environment only',
    files: {
      ...ENVIRONMENTS,
      'environments/base/services/a.yaml': 'domain: ${cairn:var#DOMAIN}\n',
      'environments/dev/environment.yaml': 'inherits: base\nvariables: {DOMAIN: x}\n',
    },
  },
  {
    what: 'one document of two kinds, and two environments that differ by a digit',
    files: { 'environments/cell-1/services/a.yaml': '', 'environments/cell-2/services/a.yaml': '', 'environments/cell-2/jobs/a.yaml': '' },
  },
  {
    what: 'documents of a stream that are layers of one',
    files: { 'cairn.yaml': "environments: [dev]\nlayout: [{path: '{name}.yml', kind: k, stream: true}]\n", 'a.yml': 'a: 1\n---\nb: 2\n' },
  },
]
