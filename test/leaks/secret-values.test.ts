import { describe, expect, test } from 'vitest'
import { cairn } from '../helpers/cli.ts'
import { repository, type Files } from '../helpers/repository.ts'
import { fixtureText } from '../mistakes/fixture.ts'
import { CANARY, SPELLINGS } from './canary.ts'

const A = 'environments/dev/services/a'
const SCHEMA = 'schemas/services.yaml'
const OLD = '$schema: http://json-schema.org/draft-07/schema#\n'

/** What is printed for people and programs; `render` prints what services are to run with, secrets and all. */
const COMMANDS = [
  'check', 'check --format json', 'check --format markdown', 'check --format sarif', 'check --format junit', 'check --format html',
  'check HEAD', 'check HEAD --format json', 'check HEAD --format markdown', 'check HEAD --format sarif', 'check HEAD --format junit', 'check HEAD --format html',
  'diff HEAD', 'diff HEAD --format json', 'diff HEAD --format markdown',
  'compare dev prod', 'compare dev prod --format json', 'compare dev prod --format markdown', 'compare prod dev',
  'explain dev services/a', 'explain dev services/a --format json', 'explain dev services/a --format markdown',
  'explain prod services/a', 'explain dev services/b --format json', 'explain dev services/b', 'environments --format json',
  'schema diff HEAD', 'schema diff HEAD --format json', 'init', 'order dev --format json',
]

interface Case {
  readonly what: string
  /** The schema of the kind `services`. */
  readonly schema: string
  /** What there is before; where `CANARY` stands, another secret stands after. */
  readonly files: Files
  readonly variables?: Readonly<Record<string, string>>
  /** Pointers of services/a to explain besides. */
  readonly pointers?: readonly string[]
  /** A finding that has to be there, so that it could tell. */
  readonly finds?: string
}

const password = (more: string) => `properties:\n  password: {x-secret: true${more === '' ? '' : `, ${more}`}}\n`
const yaml = (text: string): Files => ({ [`${A}.yaml`]: text })
const SEALED = /password: (ENC\[[^\]]*\])/.exec(fixtureText('sops/generated/v3.13.2.k8s.enc.yaml'))?.[1] ?? ''

/** Every keyword that may refuse a value, and every place that it may come from. */
const CASES: readonly Case[] = [
  ...[
    ['type', 'type: integer'], ['const', 'const: x'], ['enum', `enum: [${CANARY.slice(0, -1)}x, other]`], ['length', 'maxLength: 3'],
    ['pattern', 'pattern: ^x'], ['format', 'format: ipv4'], ['not', 'not: {minLength: 1}'], ['any-of', 'anyOf: [{const: a}, {pattern: ^x}]'],
    ['one-of', 'oneOf: [{pattern: ^c}, {minLength: 1}]'], ['false', 'allOf: [false]'],
  ].map(([rule = '', keyword = '']) => ({
    what: `refused by ${rule}`, schema: password(keyword), files: yaml(`password: ${CANARY}\n`), pointers: ['/password'], finds: 'validate/',
  })),
  { what: 'deprecated', schema: password('deprecated: true'), files: yaml(`password: ${CANARY}\n`), finds: 'validate/deprecated' },
  { what: 'in JSON', schema: password('maxLength: 3'), files: { [`${A}.json`]: `{"password": "${CANARY}"}` }, finds: 'validate/length' },
  { what: 'in TOML', schema: password('maxLength: 3'), files: { [`${A}.toml`]: `password = "${CANARY}"\n` }, finds: 'validate/length' },
  { what: 'a misfit in INI', schema: password('type: integer'), files: { [`${A}.ini`]: `password = ${CANARY}\n` }, finds: 'type/misfit' },
  { what: 'a misfit in dotenv', schema: password('type: boolean'), files: { [`${A}.env`]: `password=${CANARY}\n` }, finds: 'type/misfit' },
  {
    what: 'a misfit among items in dotenv',
    schema: password("type: array, x-split: ',', items: {type: integer}"),
    files: { [`${A}.env`]: `password=1,${CANARY}\n` },
    finds: 'type/misfit',
  },
  {
    what: 'in a run variable',
    schema: password('maxLength: 3'),
    files: { 'cairn.yaml': 'variables: {PASSWORD: services/a#/password}\n', ...yaml('x: 1\n') },
    variables: { PASSWORD: CANARY },
    pointers: ['/password'],
    finds: 'validate/length',
  },
  {
    what: 'in a mapping that is secret as a whole, with a wrong key',
    schema: password('additionalProperties: false, properties: {keys: {type: array, items: {type: integer}}}'),
    files: yaml(`password:\n  key: ${CANARY}\n  keys: [${CANARY}, {x: ${CANARY}}]\n`),
    pointers: ['/password', '/password/keys', '/password/keys/1/x'],
    finds: 'validate/unknown-key',
  },
  {
    what: 'a text where a secret mapping stood below',
    schema: password('type: object'),
    files: { ...yaml(`password: {x: ${CANARY}}\n`), 'environments/prod/services/a.yaml': `password: ${CANARY}\n` },
    finds: 'merge/kind-change',
  },
  {
    what: 'items of a list, twice the same',
    schema: 'properties:\n  passwords: {type: array, uniqueItems: true, items: {x-secret: true, maxLength: 3}}\n',
    files: yaml(`passwords: [${CANARY}, ${CANARY}]\n`),
    pointers: ['/passwords', '/passwords/0'],
    finds: 'validate/unique',
  },
  {
    what: 'the key of a list, twice the same',
    schema: 'properties:\n  users: {type: array, x-merge: {key: token}, items: {properties: {token: {x-secret: true}}}}\n',
    files: yaml(`users:\n  - {token: ${CANARY}}\n  - {token: ${CANARY}, name: x}\n`),
    pointers: ['/users/0/token'],
    finds: 'merge/key-duplicate',
  },
  {
    what: 'in a branch that may not apply',
    schema: 'properties:\n  login:\n    anyOf:\n      - {properties: {token: {x-secret: true, maxLength: 3}}, required: [token]}\n      - {required: [name]}\n',
    files: yaml(`login: {token: ${CANARY}}\n`),
    pointers: ['/login/token', '/login'],
    finds: 'validate/',
  },
  {
    what: 'the tag of a union',
    schema: 'oneOf:\n  - {required: [kind], properties: {kind: {const: a, x-secret: true}}}\n  - {required: [kind], properties: {kind: {const: b}}}\n',
    files: yaml(`kind: ${CANARY}\n`),
    pointers: ['/kind'],
    finds: 'validate/one-of',
  },
  {
    what: 'by a pattern of keys, under a condition, and behind a reference',
    schema: 'patternProperties: {_token$: {$ref: "#/$defs/secret"}}\nif: {required: [mode]}\nthen: {properties: {extra: {$ref: "#/$defs/secret"}}}\n$defs: {secret: {x-secret: true, maxLength: 3}}\n',
    files: yaml(`mode: x\napi_token: ${CANARY}\nextra: ${CANARY}\n`),
    pointers: ['/api_token', '/extra'],
    finds: 'validate/length',
  },
  {
    what: 'behind a dynamic reference',
    schema: "$ref: '#/$defs/tree'\n$defs:\n  tree:\n    $dynamicAnchor: node\n    properties:\n      password: {type: string, maxLength: 3, x-secret: true}\n      kids: {items: {$dynamicRef: '#node'}}\n",
    files: yaml(`password: x\nkids: [{password: ${CANARY}, kids: [{password: ${CANARY}}]}]\n`),
    pointers: ['/kids', '/kids/0/password', '/kids/0/kids/0/password'],
    finds: 'validate/length',
  },
  {
    what: 'behind a dynamic reference, by an anchor of another file',
    schema: '$ref: tree.yaml\n$defs: {node: {$dynamicAnchor: node, properties: {password: {maxLength: 3, x-secret: true}, kids: {$ref: tree.yaml}}}}\n',
    files: { ...yaml(`kids: [{password: ${CANARY}}]\n`), 'schemas/tree.yaml': "$id: tree.yaml\nproperties: {kids: {items: {$dynamicRef: '#node'}}}\n$defs: {any: {$dynamicAnchor: node}}\n" },
    pointers: ['/kids/0/password'],
    finds: 'validate/length',
  },
  {
    what: 'under a schema with an error of syntax',
    schema: 'properties:\n  password: {type: string, x-secret: true}\n  b: {type: [}\n',
    files: yaml(`password: ${CANARY}\nother: {password: ${CANARY}}\n`),
    pointers: ['/password', '/other'],
    finds: 'parse/syntax',
  },
  {
    what: 'under a schema in which the key stands twice',
    schema: 'properties:\n  password: {type: string, x-secret: true}\n  password: {type: string}\n',
    files: yaml(`password: ${CANARY}\n`),
    pointers: ['/password'],
    finds: 'parse/duplicate-key',
  },
  {
    what: 'under a schema that refers to one with an error of syntax',
    schema: 'properties:\n  password: {$ref: "secrets.yaml#/$defs/password"}\n',
    files: { ...yaml(`password: ${CANARY}\n`), 'schemas/secrets.yaml': '$defs: {password: {x-secret: true}, b: [}\n' },
    pointers: ['/password'],
    finds: 'parse/syntax',
  },
  {
    what: 'behind a reference that leads nowhere',
    schema: 'properties:\n  password: {$ref: "#/$defs/pasword"}\n$defs: {password: {x-secret: true}}\n',
    files: yaml(`password: ${CANARY}\n`),
    pointers: ['/password'],
    finds: 'schema/unknown-reference',
  },
  {
    what: 'under a schema that is not there',
    schema: 'properties:\n  password: {x-secret: true}\n',
    files: { ...yaml(`password: ${CANARY}\n`), 'cairn.yaml': 'kinds: {services: {schema: schemas/service.yaml}}\n' },
    pointers: ['/password'],
    finds: 'there is no file schemas/service.yaml',
  },
  {
    what: 'by a keyword with another value than true',
    schema: 'properties:\n  password: {x-secret: yes, maxLength: 3}\n',
    files: yaml(`password: ${CANARY}\n`),
    pointers: ['/password'],
    finds: 'schema/keyword-value',
  },
  {
    what: 'beyond the schemas that are looked at',
    schema: `allOf: [${'{},'.repeat(1_200)} {properties: {password: {type: integer, x-secret: true}}}]\n`,
    files: yaml(`password: ${CANARY}\n`),
    pointers: ['/password'],
    finds: 'schema/too-complex',
  },
  {
    what: 'beyond the branches that are looked at',
    schema: `anyOf: [${'{},'.repeat(1_200)} {properties: {password: {type: integer, x-secret: true}}}]\nproperties: {password: {maxLength: 3}}\n`,
    files: yaml(`password: ${CANARY}\n`),
    pointers: ['/password'],
    finds: 'validate/length',
  },
  {
    what: 'in draft-07, beside a reference',
    schema: `${OLD}properties:\n  password: {$ref: "#/definitions/text", x-secret: true}\ndefinitions: {text: {maxLength: 3}}\n`,
    files: yaml(`password: ${CANARY}\n`),
    pointers: ['/password'],
    finds: 'validate/length',
  },
  {
    what: 'in draft-07, below what stands beside a reference',
    schema: `${OLD}$ref: "#/definitions/any"\nproperties: {password: {x-secret: true}}\ndefinitions: {any: {properties: {password: {maxLength: 3}}}}\n`,
    files: yaml(`password: ${CANARY}\n`),
    pointers: ['/password'],
    finds: 'validate/length',
  },
  {
    what: 'under the name __proto__',
    schema: 'properties:\n  __proto__: {properties: {constructor: {x-secret: true, maxLength: 3}}}\n',
    files: yaml(`__proto__: {constructor: ${CANARY}}\n`),
    pointers: ['/__proto__/constructor'],
    finds: 'validate/length',
  },
  {
    what: 'over an encrypted value',
    schema: password('maxLength: 3'),
    files: { [`${A}.sops.yaml`]: `password: ${SEALED}\nsops: {age: [{recipient: age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph}], lastmodified: "2026-01-01T00:00:00Z", mac: ${SEALED}, version: 3.13.2}\n`, 'environments/prod/services/a.yaml': `password: ${CANARY}\n` },
    finds: 'merge/secret-exposed',
  },
  {
    what: 'as the name of a document',
    schema: password('x-ref: services'),
    files: yaml(`password: ${CANARY}\n`),
    finds: 'refer/unknown-document',
  },
  {
    what: 'as the host of two services',
    schema: 'properties:\n  network: {properties: {host: {x-secret: true}, port: {type: integer}}}\n',
    files: { ...yaml(`network: {host: ${CANARY}, port: 80}\n`), 'environments/dev/services/b.yaml': `network: {host: ${CANARY}, port: 80}\n` },
    finds: 'consistency/port-conflict',
  },
  {
    what: 'by a reference, as a whole, in a text, with all that is around it, and with what refuses it',
    schema: 'properties:\n  password: {x-secret: true}\n  copy: {maxLength: 3}\n  url: {format: ipv4}\n',
    files: {
      ...yaml(`password: ${CANARY}\ncopy: \${cairn:services/a#/password}\nurl: https://u:\${cairn:services/a#/password}@db\n`),
      'environments/dev/services/b.yaml': 'copy: ${cairn:services/a#/password}\nurl: https://u:${cairn:services/a#/password}@db\nall: ${cairn:services/c#}\n',
      'environments/dev/services/c.yaml': `password: ${CANARY}\nnext: \${cairn:services/a#/copy}\n`,
      'environments/prod/services/d.yaml': 'chain: ${cairn:services/b#/copy}\nall: ${cairn:services/b#}\n',
    },
    pointers: ['/copy', '/url'],
    finds: 'validate/length',
  },
]

/** Everything that the commands print, with a second state of the repository to compare with. */
async function everything({ files, schema, variables = {}, pointers = [] }: Case): Promise<string> {
  const others = { 'environments/prod/environment.yaml': 'inherits: dev\n', 'environments/dev/services/b.yaml': 'x: 1\n' }
  const repo = repository({ ...others, [SCHEMA]: schema, ...changed(files, 'old') })
  repo.commit()
  repo.write(files)
  const explained = pointers.flatMap((at) => ['terminal', 'json', 'markdown'].map((format) => `explain dev services/a ${at} --format ${format}`))
  let text = ''
  for (const command of [...COMMANDS, ...explained]) {
    const { stdout, stderr, code } = await cairn(command.split(' '), { directory: repo.root, variables })
    expect([0, 1], `${command}: ${stderr}`).toContain(code)
    text += `$ ${command}\n${stdout}${stderr}`
  }
  return text
}

/** The files with another secret in them, which has the canary in it too. */
function changed(files: Files, end: string): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, String(text).replaceAll(CANARY, `${CANARY}-${end}`)]))
}

function linesWithSecrets(text: string): string[] {
  let command = ''
  return text.split('\n').flatMap((line) => {
    if (line.startsWith('$ ')) command = line
    return SPELLINGS.some((spelling) => line.includes(spelling)) ? [`${command}: ${line}`] : []
  })
}

describe('what is under x-secret is printed by no command but render', () => {
  test.each(CASES.map((one) => [one.what, one] as const))('%s', async (_what, one) => {
    const text = await everything(one)
    expect(linesWithSecrets(text)).toEqual([])
    if (one.finds !== undefined) expect(text).toContain(one.finds)
  })
})

describe('what was a secret on either side of a change is none to show', () => {
  test.each([
    ['the head makes it one', '', 'x-secret: true'],
    ['the head shows it', 'x-secret: true', ''],
  ])('%s', async (_what, before, after) => {
    const schema = (keyword: string) => `properties:\n  password: {${keyword}}\n`
    const repo = repository({ [SCHEMA]: schema(before), ...yaml(`password: ${CANARY}-old\n`) })
    repo.commit()
    repo.write({ [SCHEMA]: schema(after), ...yaml(`password: ${CANARY}\n`) })
    for (const command of ['diff', 'check']) {
      for (const format of ['terminal', 'json', 'markdown']) {
        const { stdout } = await cairn([command, 'HEAD', '--format', format], { directory: repo.root })
        expect(stdout).toContain('/password')
        expect(linesWithSecrets(stdout)).toEqual([])
      }
    }
  })
})
