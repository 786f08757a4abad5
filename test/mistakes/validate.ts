import type { Mistake } from './mistake.ts'
import { at, ENVIRONMENTS, laidOut, NEEDED, SCHEMA, service } from './service.ts'

/** Values and keys that a schema refuses, in all formats and layers. */
export const VALIDATE: readonly Mistake[] = [
  // types
  service('validate/type', 'a wrong type in a grand-parent layer', {
    [at('base')]: 'name: mixtral\nnetwork:\n  port: ▶"8080"\n',
    [at('eu')]: 'level: info\n',
    [at('prod')]: 'network: {tls: true}\n',
  }, { says: 'without quotes it would be one', related: ['schemas/common.yaml:2:10'] }),
  service('validate/type', 'a wrong type over a right one', { [at('eu')]: 'timeout: 5\n', [at('prod')]: 'timeout: ▶5s\n' }, {
    says: 'expected a number, found the string "5s"',
    related: [`${at('eu')}:1:10`, `${SCHEMA}:17:13`],
  }),
  service('validate/type', 'a boolean of YAML 1.1', { [at('prod')]: 'network: {tls: ▶yes}\n' }, { says: 'write true' }),
  service('validate/type', 'a version that is read as a number', { [at('base')]: 'name: ▶1.30\nnetwork: {port: 1}\n' }, { says: 'quote it' }),
  service('validate/type', 'a number of JSON in quotes', { [at('prod', 'json')]: '{\n  "timeout": ▶"5"\n}\n' }, { says: 'without quotes' }),
  service('validate/type', 'a fraction in TOML', { [at('prod', 'toml')]: '[network]\nport = ▶8080.5\n' }, { says: 'found the number 8080.5' }),
  service('validate/type', 'a number of TOML in quotes', { [at('prod', 'toml')]: 'timeout = ▶"5"\n' }),
  service('validate/type', 'a date of TOML', { [at('prod', 'toml')]: 'timeout = ▶2026-01-01\n' }),
  service('validate/type', 'an item of a list', { [at('prod')]: 'tags:\n  - base\n  - ▶7\n' }, { says: 'quote it' }),
  service('validate/type', 'an item of a list of TOML', { [at('prod', 'toml')]: 'tags = ["base",\n  ▶true]\n' }, { says: 'quote it' }),
  service('validate/type', 'an item that is a mapping for want of quotes', { [at('prod')]: 'tags:\n  - base\n  - ▶team: a\n' }, { says: 'found a mapping' }),
  service('validate/type', 'a key with nothing after its colon', { [at('base')]: `${NEEDED}tags:▶\n` }, { says: 'found null' }),
  service('validate/type', 'text where a mapping belongs', { [at('eu')]: 'labels: ▶a=b\n' }, { says: 'expected a mapping' }),
  service('validate/type', 'a document that is a list', { [at('base')]: '▶- name: a\n' }, { says: 'expected a mapping, found a list' }),
  service('validate/format', 'behind an alias: at its anchor', { [at('prod')]: 'labels: {a: &host ▶a b}\nnetwork: {host: *host}\n' }, {
    related: [`${SCHEMA}:13:28`, `${at('prod')}:2:17`],
  }),
  laidOut('validate/type', 'in a mapping that a merge key brings in', "path: all.yaml, at: '/services/{name}'", {
    'all.yaml': 'shared: &shared {port: 1, tls: ▶1}\nservices:\n  one:\n    name: one\n    network: {<<: *shared, host: a}\n',
  }),
  laidOut('validate/type', 'in one document of a stream', 'path: all.yaml, stream: true, name: {at: /name}', {
    'all.yaml': 'name: one\nnetwork: {port: 1}\n---\nname: two\nnetwork: {port: ▶"2"}\n',
  }),
  laidOut('validate/type', 'in a subtree of a file', "path: all.yaml, at: '/services/{name}'", {
    'all.yaml': 'services:\n  one: {name: one, network: {port: 1}}\n  two:\n    name: two\n    network: {port: ▶true}\n',
  }),
  laidOut('validate/unknown-key', 'a part of a dotted key of INI', "path: '{name}.ini', keys: dotted", { 'a.ini': 'name = mixtral\nnetwork.▶prot = 80\n' }),
  laidOut('validate/type', 'behind dotted keys', "path: '{name}.yml', keys: dotted", { 'a.yml': 'name: mixtral\nnetwork.port: ▶none\n' }),
  service('type/misfit', 'a misfit in dotenv', { [at('prod', 'env')]: 'timeout=▶soon\n' }, { says: '/timeout takes a number, and "soon" is none' }),
  service('type/misfit', 'a misfit in INI', { [at('prod', 'ini')]: '[network]\ntls = ▶yes\n' }, { says: 'write true or false' }),
  service('type/misfit', 'a hexadecimal number in INI, below a layer that says it right', { [at('eu', 'ini')]: 'replicas = ▶0x10\n', [at('prod')]: 'replicas: 2\n' }, { says: 'in decimal' }),
  service('type/misfit', 'a fraction where an integer belongs, in dotenv', { [at('prod', 'env')]: 'replicas=▶1.5\n' }),
  service('type/misfit', 'an empty value in dotenv', { [at('prod', 'env')]: 'replicas=▶\n' }),
  service('type/misfit', 'an integer that a double cannot hold, in INI', { [at('prod', 'ini')]: 'replicas = ▶12345678901234567890\n' }, { says: 'would be rounded' }),
  service('type/misfit', 'one item of several in dotenv', { [at('prod', 'env')]: 'ports=▶80,http\n' }, { says: '/ports/1 takes an integer, and "http" is none' }),
  service('type/misfit', 'blanks between the items in INI', { [at('prod', 'ini')]: 'ports = ▶80, 443\n' }, { says: 'the blanks around it count' }),
  service('type/misfit', 'a list in INI without a separator in the schema', { [at('prod', 'ini')]: 'mounts = ▶/a,/b\n' }, { says: 'x-split' }),
  service('type/misfit', 'a text where a mapping belongs, in dotenv', { [at('prod', 'env')]: 'network=▶8080\n' }, { says: 'set the keys below it' }),
  service('type/misfit', 'in a run variable', { 'cairn.yaml': `${ENVIRONMENTS}variables: {PORT: services/a#/network/port}\n` }, {
    at: 'variable PORT',
    variables: { PORT: 'http' },
    says: '/network/port takes an integer, and "http" is none',
  }),

  // choices, ranges, texts
  service('validate/enum', 'a choice that there is not, in INI', { [at('prod', 'ini')]: 'level = ▶warn\n' }, { says: 'did you mean "warning"?' }),
  service('validate/enum', 'a choice in capitals, in dotenv', { [at('prod', 'env')]: 'level=▶INFO\n' }, { says: 'did you mean "info"?' }),
  service('validate/enum', 'a choice that there is not, in TOML', { [at('eu', 'toml')]: 'level = ▶"inof"\n', [at('prod')]: 'timeout: 1\n' }, { says: 'did you mean "info"?' }),
  service('validate/enum', 'a choice that there is not, in a run variable', { 'cairn.yaml': `${ENVIRONMENTS}variables: {LEVEL: services/a#/level}\n` }, {
    at: 'variable LEVEL',
    variables: { LEVEL: 'warn' },
    says: 'did you mean "warning"?',
  }),
  service('validate/const', 'another version', { [at('prod')]: 'version: ▶3\n' }, { says: 'expected 2, found the number 3' }),
  service('validate/const', 'a version in quotes', { [at('prod', 'json')]: '{"version": ▶"2"}\n' }, { says: 'without quotes it would be 2' }),
  service('validate/range', 'a port that there is not', { [at('prod')]: 'network:\n  port: ▶99999\n' }, {
    says: '99999 is above 65535',
    related: [`${at('base')}:3:9`, 'schemas/common.yaml:2:37'],
  }),
  service('validate/range', 'a port in a run variable', { 'cairn.yaml': `${ENVIRONMENTS}variables: {PORT: services/a#/network/port}\n` }, {
    at: 'variable PORT',
    variables: { PORT: '0' },
    says: '0 is below 1',
  }),
  service('validate/range', 'a bound with a unit, in TOML', { [at('prod', 'toml')]: 'timeout = ▶31\n' }, { says: '31 is above 30 seconds' }),
  service('validate/length', 'an empty text', { [at('base')]: 'name: ▶""\nnetwork: {port: 1}\n' }, { says: 'this is empty' }),
  service('validate/length', 'a text that is too long, after letters beyond the basic plane', { [at('prod')]: '{labels: {icon: "😀"}, name: ▶mixtral-8x7b-instruct}\n' }, { says: 'has 21 characters' }),
  service('validate/length', 'a list that is too long', { [at('prod')]: 'tags: ▶[base, a, b, c]\n' }, { says: 'at most 3 items' }),
  service('validate/pattern', 'a name in capitals', { [at('prod')]: 'name: ▶Mixtral\n' }, { says: '"Mixtral" does not match the pattern', related: [`${at('base')}:1:7`, `${SCHEMA}:6:53`] }),
  service('validate/format', 'a host with its scheme', { [at('prod')]: 'network:\n  host: ▶https://example.com\n' }, { says: 'is not a host name' }),
  service('validate/unique', 'an item twice', { [at('prod')]: 'tags:\n  - base\n  - a\n  - ▶base\n' }, { related: [`${at('prod')}:2:5`, `${SCHEMA}:20:46`] }),
  service('validate/contains', 'a list without what it must hold', { [at('prod')]: 'tags: ▶[a]\n' }),
  service('validate/not', 'a value that is excluded', { [at('prod', 'toml')]: 'user = ▶"root"\n' }, { says: '"root" is not allowed here' }),
  service('validate/length', 'a secret: neither it nor its length is told', { [at('prod')]: 'password: ▶${PASS}\n' }, { says: 'this must have at least 8 characters' }),

  service('validate/range', 'one item of several in INI', { [at('prod', 'ini')]: 'ports = ▶80,70000\n' }, { says: '70000 is above 65535' }),
  service('validate/length', 'an item that is too short, in dotenv', { [at('prod', 'env')]: 'hosts=▶abc,d\n' }, { says: '"d" has 1 character' }),
  service('validate/type', 'text over a mapping of the layer below', { [at('prod')]: 'network: ▶8080\n' }, { says: 'expected a mapping', related: [`${at('base')}:3:3`, `${SCHEMA}:8:5`] }),
  service('merge/tag-misplaced', 'a tag for lists on a text', { [at('base')]: `${NEEDED}mounts: [/a]\n`, [at('prod')]: 'mounts: !append ▶/b\n' }),

  // keys
  service('validate/unknown-key', 'a misspelt key in an overlay', { [at('eu')]: 'network:\n  tls: true\n  ▶hots: example.com\n', [at('prod')]: 'level: info\n' }, { says: 'did you mean host?' }),
  service('validate/unknown-key', 'a misspelt key that is required: one mistake', { [at('base')]: 'name: mixtral\nnetwork:\n  ▶prot: 8080\n' }, { says: 'did you mean port, which is missing?' }),
  service('validate/unknown-key', 'a misspelt key in TOML', { [at('prod', 'toml')]: '[network]\n▶tsl = true\n' }, { says: 'did you mean tls?' }),
  service('validate/unknown-key', 'a misspelt section of INI', { [at('prod', 'ini')]: '[▶netwrok]\ntls = true\n' }, { says: 'did you mean network?' }),
  service('validate/unknown-key', 'a key of dotenv in capitals', { [at('prod', 'env')]: '▶LEVEL=info\n' }, { says: 'did you mean level?' }),
  service('validate/unknown-key', 'a key on the wrong level', { [at('prod')]: '▶port: 8081\n' }),
  service('validate/unknown-key', 'a key that a run variable sets: where it is mapped', { 'cairn.yaml': `${ENVIRONMENTS}variables: {PORT: ▶services/a#/prot}\n` }, {
    variables: { PORT: '80' },
  }),
  service('validate/missing-key', 'a key that no layer sets', { [at('base')]: 'name: mixtral\n▶network:\n  host: example.com\n  tls: true\n', [at('prod')]: 'network: {tls: true}\n' }, {
    says: 'port is missing',
    related: [`${at('prod')}:1:1`, `${SCHEMA}:9:5`],
  }),
  service('validate/missing-key', 'a key that no layer of several environments sets: one mistake', {
    'cairn.yaml': 'environments:\n  base: {abstract: true}\n  dev: {inherits: base}\n  prod: {inherits: base}\n',
    [at('base')]: 'name: mixtral\n▶network: {host: example.com, tls: true}\n',
    [at('dev')]: 'network: {tls: false}\n',
    [at('prod')]: 'network: {host: example.org}\n',
  }, { environments: ['dev', 'prod'], related: [`${at('dev')}:1:1`, `${SCHEMA}:9:5`, `${at('prod')}:1:1`] }),
  service('validate/missing-key', 'several at the top that no layer sets', { [at('base')]: '▶level: info\n' }, { says: 'name and network are missing' }),
  service('validate/missing-key', 'a document with an empty layer only', { [at('base')]: '▶' }, { says: 'name and network are missing' }),
  service('validate/missing-key', 'a required key that a null in an overlay takes away', { [at('prod')]: 'network:\n  port: ▶null\n' }, { says: 'this takes port away, and it is required' }),
  service('validate/missing-key', 'a required mapping that is replaced', { [at('prod')]: '▶network: !replace\n  host: example.com\n' }, { says: 'port is missing' }),
  service('validate/key-name', 'a name that does not match', { [at('prod')]: 'labels:\n  ▶Team-A: x\n' }, { says: 'keys must match the pattern ^[a-z]+$' }),
  service('validate/dependent', 'a key that asks for another', { [at('prod')]: '▶certificate:\n  file: a.pem\n' }, { says: 'key is missing, and it is needed where file is set' }),
  service('validate/false', 'a key that may not be', { [at('prod')]: '▶never: 1\n' }, { says: 'never is not allowed here' }),
  service('validate/deprecated', 'a deprecated key', { [at('prod')]: '▶old: x\n' }, { says: 'old is deprecated: use level' }),

  // which of several it was meant to be, and what differs
  {
    rule: 'validate/type',
    what: 'a mistake in a branch that takes any tag',
    files: {
      'schemas/jobs.yaml': 'discriminator: {propertyName: t}\noneOf:\n  - {properties: {t: {const: y}}}\n  - {properties: {t: {type: string}, n: {type: integer}}}\n',
      'environments/dev/jobs/a.yaml': 't: x\nn: ▶q\n',
    },
    says: 'expected an integer, found the string "q"',
  },
  {
    rule: 'validate/missing-key',
    what: 'a missing key that looks like a known one',
    files: {
      'schemas/jobs.yaml': 'required: [service_type]\nproperties: {service_type: {}}\nanyOf: [{properties: {service_name: {}}}, false]\n',
      'environments/dev/jobs/a.yaml': '▶service_name: api\n',
    },
    says: 'service_type is missing',
  },
  {
    rule: 'validate/const',
    what: 'a mapping that differs from the one that is asked for',
    files: { 'schemas/jobs.yaml': 'properties: {a: {const: {b: 1, c: {d: [2, 3]}}}}\n', 'environments/dev/jobs/a.yaml': 'a: ▶{b: 1, c: {d: [2, 4]}}\n' },
    says: 'and found the number 4 instead of 3 at /c/d/1',
  },
  {
    rule: 'validate/const',
    what: 'a mapping with a key too much',
    files: { 'schemas/jobs.yaml': 'properties: {a: {const: {b: 1}}}\n', 'environments/dev/jobs/a.yaml': 'a: ▶{b: 1, e: 2}\n' },
    says: 'which has no e',
  },
]
