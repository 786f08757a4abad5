import type { Files } from '../helpers/repository.ts'
import type { Mistake } from './mistake.ts'

const A = 'environments/dev/services/a.yaml'
const SCHEMA = 'schemas/services.yaml'
const OLD = '$schema: http://json-schema.org/draft-07/schema#\n'

type More = Partial<Mistake> & { readonly others?: Files }

/** A mistake in the schema of the kind `services`, of which there is a document that says nothing. */
function schema(rule: Mistake['rule'], what: string, text: string, { others = {}, ...more }: More = {}): Mistake {
  return { rule, what, files: { [A]: '', [SCHEMA]: text, ...others }, ...more }
}

/** A mistake in what `cairn.yaml` says of schemas. */
function named(rule: Mistake['rule'], what: string, kinds: string, others: Files, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, files: { [A]: '', 'cairn.yaml': `kinds:\n  services: ${kinds}\n`, ...others }, ...more }
}

export const SCHEMA_FILES: readonly Mistake[] = [
  // which file it is
  named('config/bad-value', 'a misspelt schema that comes with Cairn', '{schema: ▶cairn:servces}', {}, {
    says: 'there is no built-in schema cairn:servces; did you mean cairn:services?',
  }),
  named('config/bad-value', 'a schema of which others take parts', '{schema: ▶cairn:common}', {}, {
    says: 'cairn:common only holds definitions for other schemas',
  }),
  named('config/bad-value', 'a file of which other schemas take parts', '{schema: ▶schemas/shared.yaml}', {
    'schemas/shared.yaml': 'title: shared\n$defs: {port: {type: integer}}\n',
  }, { says: 'only holds definitions' }),
  named('config/bad-value', 'a schema file that is not there', '{schema: ▶schemas/service.yaml}', { [SCHEMA]: 'type: object\n' }, {
    says: 'there is no file schemas/service.yaml; did you mean schemas/services.yaml?',
  }),
  named('config/bad-value', 'a schema by a path from the root of the disk', '{schema: ▶/schemas/services.yaml}', { [SCHEMA]: 'type: object\n' }, {
    says: 'starts with a slash',
  }),
  named('config/wrong-type', 'a schema written out in cairn.yaml', '{schema: ▶{type: object}}', {}),
  named('schema/keyword-value', 'a mistake in a schema outside schemas/', '{schema: contracts/service.json}', {
    'contracts/service.json': '{"properties": {"port": {"type": ▶"int"}}}\n',
  }, { says: 'did you mean "integer"?' }),
  named('schema/unknown-reference', 'from a schema outside schemas/ to a file that nothing names', '{schema: contracts/service.yaml}', {
    'contracts/service.yaml': 'properties:\n  port: {$ref: ▶common.yaml#/$defs/port}\n',
    'contracts/common.yaml': '$defs: {port: {type: integer}}\n',
  }, { says: 'there is no such schema file' }),
  {
    rule: 'schema/ambiguous',
    what: 'two schema files for one kind',
    files: { [A]: '', [SCHEMA]: 'type: object\n', 'schemas/services.json': '{"type": "object"}\n' },
    at: 'schemas/services.json',
    says: 'there is schemas/services.yaml',
  },
  schema('schema/ambiguous', 'an $id that another file has', '$id: ▶https://example.com/service\n', {
    others: { 'schemas/other.yaml': '$id: https://example.com/service\n' },
    says: 'this "$id" leads to schemas/other.yaml, not here',
    related: ['schemas/other.yaml:1:6'],
  }),
  schema('schema/ambiguous', 'an $id twice in one file', '$defs:\n  a: {$id: a}\n  b: {$id: ▶a}\n', { related: [`${SCHEMA}:2:12`] }),
  schema('schema/ambiguous', 'an $id that is the path of another file', '$id: ▶other.yaml\n', { others: { 'schemas/other.yaml': 'type: object\n' } }),
  schema('parse/syntax', 'a schema that does not parse', 'properties: ▶{port: {type: integer}\n', { says: 'not closed' }),
  schema('parse/duplicate-key', 'a property twice', 'properties:\n  port: {type: integer}\n  ▶port: {type: string}\n'),
  schema('schema/keyword-value', 'a list instead of a schema', '▶- type: object\n', { says: 'a mapping, true or false' }),
  schema('schema/keyword-value', 'an empty file', '▶', { says: 'a mapping, true or false' }),
  schema('schema/keyword-value', 'a draft that is not known', '$schema: ▶http://json-schema.org/draft-04/schema#\n', { says: 'this dialect is not known here' }),

  // what keywords hold
  schema('schema/keyword-value', 'a misspelt type', 'properties:\n  port: {type: ▶interger}\n', { says: '"interger" is not; did you mean "integer"?' }),
  schema('schema/keyword-value', 'one misspelt type of several', 'properties:\n  port: {type: [integer, ▶nil]}\n'),
  schema('schema/keyword-value', 'required on the property itself', 'properties:\n  port: {type: integer, required: ▶true}\n', { says: 'a list of names' }),
  schema('schema/keyword-value', 'a bound in quotes', 'properties:\n  port: {maximum: ▶"65535"}\n', { says: 'a number' }),
  schema('schema/keyword-value', 'an enum of one text', 'properties:\n  level: {enum: ▶info}\n', { says: 'a list of at least one value' }),
  schema('schema/keyword-value', 'a property that is a type', 'properties:\n  ▶port: integer\n', { says: 'a mapping from names to schemas' }),
  schema('schema/keyword-value', 'a list as items', 'properties:\n  pair: {items: ▶[{type: string}, {type: string}]}\n', { says: 'prefixItems' }),
  schema('schema/keyword-value', 'a look-ahead in a pattern', "properties:\n  name: {pattern: ▶'^(?!-)[a-z-]+$'}\n", { says: 'look-ahead and look-behind are not supported' }),
  schema('schema/keyword-value', 'a reference back in a pattern', "properties:\n  name: {pattern: ▶'(a)\\1'}\n", { says: 'references back to a group' }),
  schema('schema/keyword-value', 'a bracket that a pattern does not close', "patternProperties:\n  ▶'[a-z': {type: string}\n", { says: 'no regular expression' }),
  schema('schema/keyword-value', 'in draft-07: a dependency that is a text', `${OLD}dependencies:\n  ▶tls: cert\n`),
  schema('schema/keyword-value', 'in JSON', '', {
    files: { [A]: '', 'schemas/services.json': '{\n  "properties": {\n    "port": {"minimum": ▶"1"}\n  }\n}\n' },
  }),

  // references
  schema('schema/unknown-reference', 'a definition that is not there', 'properties:\n  port: {$ref: ▶"#/$defs/prot"}\n$defs: {port: {type: integer}}\n', {
    says: '"#/$defs/prot" leads nowhere: nothing is there; did you mean "#/$defs/port"?',
  }),
  schema('schema/unknown-reference', 'a misspelt file', 'properties:\n  port: {$ref: ▶comon.yaml#/$defs/port}\n', {
    others: { 'schemas/common.yaml': '$defs: {port: {type: integer}}\n' },
    says: 'did you mean "common.yaml#/$defs/port"?',
  }),
  schema('schema/unknown-reference', 'a file by its path from the root', 'properties:\n  port: {$ref: ▶schemas/common.yaml#/$defs/port}\n', {
    others: { 'schemas/common.yaml': '$defs: {port: {type: integer}}\n' },
    says: 'did you mean "common.yaml#/$defs/port"?',
  }),
  schema('schema/unknown-reference', 'a reference out of the folder', 'properties:\n  port: {$ref: ▶../contracts/common.yaml#/$defs/port}\n', {
    others: { 'contracts/common.yaml': '$defs: {port: {type: integer}}\n' },
    says: 'there is no such schema file',
  }),
  schema('schema/unknown-reference', 'a reference out of the repository', '$ref: ▶../../../etc/passwd\n'),
  schema('schema/unknown-reference', 'a URL', 'properties:\n  spec: {$ref: ▶https://json.schemastore.org/github-action.json}\n', { says: 'nothing is fetched' }),
  schema('schema/unknown-reference', 'a misspelt schema that comes with Cairn', 'allOf: [{$ref: ▶cairn:service-bse}]\n', { says: 'did you mean "cairn:service-base"?' }),
  schema('schema/unknown-reference', 'in the file that another one leads to', '$ref: common.yaml#/$defs/service\n', {
    others: { 'schemas/common.yaml': '$defs:\n  service: {properties: {port: {$ref: ▶"#/$defs/prot"}}}\n  port: {type: integer}\n' },
  }),
  schema('schema/unknown-reference', 'to what is no schema', 'title: a service\nallOf: [{$ref: ▶"#/title"}]\n', { says: 'what is there is no schema' }),
  schema('schema/too-complex', 'a reference that leads back to itself', 'allOf:\n  - {$ref: "#/$defs/a"}\n$defs:\n  a: {$ref: ▶"#"}\n', { says: 'never end' }),

  schema('schema/too-complex', 'more than can be looked at, and nothing else is told of it', `▶allOf: [${'{},'.repeat(1_200)} {properties: {port: {type: integer}}}]\n`, {
    others: { [A]: 'port: eighty\n' },
    at: `${SCHEMA}:1:1`,
    says: 'no document is validated by this schema',
  }),

  // defaults
  schema('schema/default-invalid', 'a default of the wrong type', 'properties:\n  port: {type: integer, default: ▶"80"}\n', { says: 'this default is a string, and the schema takes an integer' }),
  schema('schema/default-invalid', 'a default that is none of the choices', 'properties:\n  level: {enum: [info, warning], default: ▶warn}\n'),
  schema('schema/default-invalid', 'a default that the schema behind a reference refuses', 'properties:\n  port: {$ref: common.yaml#/$defs/port, default: ▶none}\n', {
    others: { 'schemas/common.yaml': '$defs:\n  port: {type: integer}\n' },
    related: ['schemas/common.yaml:2:3'],
  }),
  schema('validate/one-of', 'a default of a tag that no alternative has', 'required: [type]\nproperties: {type: {type: string, default: ▶dokcer}}\noneOf:\n  - {properties: {type: {const: docker}}}\n  - {properties: {type: {const: systemd}}}\ndiscriminator: {propertyName: type}\n'),
  schema('validate/range', 'a reference in a default, to what is too large', 'properties:\n  limit: {default: 99}\n  port: {type: integer, maximum: 80, default: "▶${cairn:services/a#/limit}"}\n', { says: '99 is above 80' }),
  schema('schema/default-conflict', 'two defaults for one value', 'allOf:\n  - {properties: {port: {default: 80}}}\n  - {properties: {port: {default: ▶8080}}}\n', {
    related: [`${SCHEMA}:2:35`],
  }),
  schema('schema/default-endless', 'a default that brings in itself', 'properties:\n  parent: {$ref: "#", default: ▶{}}\n'),
  schema('validate/range', 'a default that is too large', 'properties:\n  port: {type: integer, maximum: 65535, default: ▶99999}\n', {
    says: '99999 is above 65535',
    related: [`${A}:1:1`, `${SCHEMA}:2:25`],
  }),
  schema('validate/range', 'a default that is too large, in several documents', 'properties:\n  limit: {type: integer, maximum: 5, default: ▶9}\n', {
    others: { 'environments/dev/services/b.yaml': '', 'environments/dev/services/c.yaml': '' },
    related: [`${A}:1:1`, `${SCHEMA}:2:26`, 'environments/dev/services/b.yaml:1:1', 'environments/dev/services/c.yaml:1:1'],
  }),
  schema('link/dangling', 'a reference in a default that leads nowhere', 'properties:\n  url: {type: string, default: "http://▶${cairn:services/b#/host}"}\n', { says: 'there is no document services/b' }),

  // Cairn's own keywords
  schema('schema/keyword-value', 'a strategy that there is not', 'properties:\n  hosts: {type: array, x-merge: ▶concat}\n', { says: '"append", "prepend", "unique", "replace" or {key: <name>}' }),
  schema('schema/keyword-value', 'an x-ref without its kind', 'properties:\n  model: {type: string, x-ref: ▶{by: path}}\n'),
  schema('schema/keyword-value', 'an x-ref to a kind that there is not, and a document that names one of it', 'properties:\n  model: {type: string, x-ref: ▶modls}\n', {
    others: { [A]: 'model: x\n', 'schemas/models.yaml': 'type: object\n' },
    says: 'there is no kind modls that this could name a document of; did you mean models?',
  }),
  schema('schema/keyword-value', 'one of several kinds that looks misspelt', 'properties:\n  next: {type: string, x-ref: {kind: [services, ▶gatway]}}\n', { others: { [A]: 'next: a\n', 'schemas/gateway.yaml': 'type: object\n' } }),
  schema('schema/keyword-value', 'a kind that there is not, written out', 'properties:\n  next: {type: string, x-ref: {kind: ▶service, by: path}}\n', { others: { [A]: 'next: x\n' } }),
  schema('schema/keyword-value', 'x-secret in quotes', 'properties:\n  password: {type: string, x-secret: ▶"true"}\n', { says: 'true or false' }),
  schema('schema/keyword-value', 'an empty separator', 'properties:\n  hosts: {type: array, x-split: ▶""}\n'),
  schema('schema/keyword-value', 'a way to reload that there is not', 'properties:\n  level: {type: string, x-reload: ▶cold}\n', { says: '"hot" or "restart"' }),
  schema('schema/keyword-misplaced', 'x-merge in a branch', 'properties:\n  hosts:\n    anyOf:\n      - {type: array, ▶x-merge: append}\n      - {type: string}\n', { says: 'below "anyOf"' }),
  schema('schema/keyword-misplaced', 'x-merge on a text', 'properties:\n  host: {type: string, ▶x-merge: append}\n', { says: 'it is for lists' }),
  schema('schema/keyword-misplaced', 'x-split on a text', 'properties:\n  host: {type: string, ▶x-split: ","}\n', { says: 'it is for lists' }),
  schema('schema/keyword-misplaced', 'in draft-07: x-secret beside a reference', `${OLD}properties:\n  password: {$ref: "#/definitions/text", ▶x-secret: true}\ndefinitions: {text: {type: string}}\n`, { says: 'nothing beside "$ref"' }),
  schema('schema/keyword-value', 'a misspelt part of x-ref', 'properties:\n  host: {x-ref: {kind: services, ▶acylic: true}}\n', {
    says: 'x-ref has no "acylic"; did you mean acyclic?',
  }),
  schema('schema/keyword-value', 'a part of x-merge that is none', 'properties:\n  hosts: {type: array, x-merge: {key: ▶""}}\n', {
    says: '"key" of x-merge must be the name of a key, and "" is not',
  }),
  schema('schema/keyword-value', 'x-ref without a kind', 'properties:\n  host: {x-ref: ▶{by: path}}\n', { says: 'x-ref lacks "kind"' }),
  schema('schema/keyword-unknown', 'a misspelt required', '▶requird: [zzz]\n', { says: '"requird" is no keyword that is known here, so it does nothing: did you mean "required"?' }),
  schema('schema/keyword-unknown', 'a keyword in small letters', '▶additionalproperties: false\n', { says: 'did you mean "additionalProperties"?' }),
  schema('schema/keyword-unknown', 'a misspelt minLength', 'properties:\n  a: {▶minLenght: 5}\n', { says: 'did you mean "minLength"?' }),
  schema('schema/keyword-unknown', 'a misspelt format', 'properties:\n  a: {▶fromat: email}\n', { says: 'did you mean "format"?' }),
  schema('schema/keyword-unknown', 'a misspelt default', 'properties:\n  a: {▶defualt: 1}\n', { says: 'did you mean "default"?' }),
  schema('schema/keyword-unknown', 'a misspelt type', '▶typ: object\n', { says: 'did you mean "type"?' }),
  schema('schema/keyword-unknown', 'two slips in a long keyword', '▶patternPropertys: {}\n', { says: 'did you mean "patternProperties"?' }),
  schema('schema/keyword-unknown', 'a format that there is not', 'properties:\n  a: {format: ▶emial}\n', { says: '"emial" is no format that is known here, so nothing is checked: did you mean "email"?' }),
  schema('schema/keyword-unknown', 'a misspelt propertyName', 'discriminator: {▶propertyNme: t}\n', { says: 'did you mean "propertyName"?' }),
  schema('schema/too-complex', 'a schema of more than two million characters', `▶description: ${'x'.repeat(2_000_000)}\n`, { says: 'more than 2000000 characters' }),
  schema('schema/keyword-unknown', 'a misspelt keyword', 'properties:\n  hosts: {type: array, ▶x-mrege: append}\n', { says: 'did you mean "x-merge"?' }),
  schema('schema/keyword-unknown', 'a keyword with an underscore', 'properties:\n  password: {type: string, ▶x_secret: true}\n', { says: 'did you mean "x-secret"?' }),
  schema('schema/keyword-conflict', 'two ways to merge one list', 'allOf:\n  - {properties: {hosts: {x-merge: append}}}\n  - {properties: {hosts: {x-merge: ▶unique}}}\n', { related: [`${SCHEMA}:2:36`] }),
]
