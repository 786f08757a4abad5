import type { SettledFinding } from '../../src/core/finding.ts'
import type { DangerRule } from '../../src/core/silence.ts'

/** A change, and the one danger in it. */
export interface DangerousChange {
  readonly rule: DangerRule
  readonly what: string
  readonly base: Readonly<Record<string, string>>
  /** What the head has instead; null for a file that is gone. */
  readonly head: Readonly<Record<string, string | null>>
  readonly at: string
  readonly says?: string
  readonly severity?: SettledFinding['severity']
  readonly environments?: readonly string[]
  readonly related?: readonly string[]
}

const E = 'environments/production'
const DB = `${E}/services/db.yaml`
const BASE_DB = 'environments/base/services/db.yaml'
const ENVIRONMENT = `${E}/environment.yaml`

type Rest = Omit<DangerousChange, 'rule' | 'what' | 'base' | 'head' | 'at'>

/** A danger in one file of one environment. */
function inDb(rule: DangerRule, what: string, before: string, after: string, at: string, more: Rest = {}): DangerousChange {
  return { rule, what, base: { [DB]: before }, head: { [DB]: after }, at: `${DB}:${at}`, environments: ['production'], ...more }
}

function inConfig(rule: DangerRule, what: string, before: string, after: string, at: string, more: Rest = {}): DangerousChange {
  const base = { [DB]: 'port: 1\n', 'cairn.yaml': before }
  return { rule, what, base, head: { 'cairn.yaml': after }, at: `cairn.yaml:${at}`, ...more }
}

const SEALED = 'ENC[AES256_GCM,data:Zm9v,iv:MDEyMzQ1Njc4OTAxMjM0NQ==,tag:MDEyMzQ1Njc4OTAxMjM0NQ==,type:str]'
const sops = (key: string): string => `${key}: ${SEALED}\nsops:\n  age: [{recipient: age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph}]\n  mac: ${SEALED}\n  version: 3.9.0\n  lastmodified: "2026-01-01T00:00:00Z"\n`
const SCHEMA = 'schemas/services.yaml'

const ADA = 'age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph'
const BOB = 'age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m5'
const SECRET = `${E}/services/db.sops.yaml`
const RULES = `creation_rules: [{path_regex: ^environments/, age: [${ADA}]}]\n`
/** One value that is no secret; another tag is another ciphertext. */
const sealedValue = (tag: string): string => SEALED.replace('tag:MDEy', `tag:${tag}`)
interface Sops {
  readonly recipients?: readonly string[]
  readonly value?: string
  readonly mac?: string
  readonly on?: string
  readonly more?: string
}
const sealedFile = ({ recipients = [ADA], value = 'AAAA', mac = 'AAAA', on = '2026-01-01', more = '' }: Sops = {}): string =>
  `password: ${sealedValue(value)}\nsops:\n  age:\n${recipients.map((one) => `    - {recipient: ${one}}\n`).join('')}  lastmodified: "${on}T00:00:00Z"\n  mac: ${sealedValue(mac)}\n  version: 3.13.3\n${more}`

/** A danger in an encrypted file of production. */
function inSecret(rule: DangerRule, what: string, before: string, after: string, at: string, more: Rest & { base?: Record<string, string> } = {}): DangerousChange {
  return { rule, what, head: { [SECRET]: after }, at: `${SECRET}:${at}`, environments: ['production'], ...more, base: { [SECRET]: before, ...more.base } }
}

const sealedBinary = (...recipients: readonly string[]): string =>
  `${JSON.stringify({ data: SEALED, sops: { age: recipients.map((recipient) => ({ recipient })), lastmodified: '2026-01-01T00:00:00Z', mac: SEALED, version: '3.13.3' } })}\n`

const grouped = (threshold: number): string =>
  sealedFile().replace(/ {2}age:\n.*\n/, `  key_groups:\n    - age: [{recipient: ${ADA}}]\n    - age: [{recipient: ${BOB}}]\n  shamir_threshold: ${threshold}\n`)

/** Environments that inherit from one, and a value there. */
function many(count: number, port: number): Record<string, string> {
  const files: Record<string, string> = { 'environments/base/environment.yaml': 'abstract: true\n', [BASE_DB]: `port: ${port}\n` }
  for (let i = 0; i < count; i++) files[`environments/e${String(i)}/environment.yaml`] = `inherits: base\nprotected: ${String(i < 2)}\n`
  return files
}

const services = (count: number, port: number): Record<string, string> => {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${E}/services/s${String(i)}.yaml`, `port: ${String(port)}\n`]))
}

const family = (production: string): Record<string, string> => ({
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/strict/environment.yaml': 'abstract: true\n',
  [ENVIRONMENT]: production,
  'environments/production-eu/environment.yaml': 'inherits: production\n',
})

export const DANGERS: readonly DangerousChange[] = [
  {
    rule: 'danger/became-plain', what: 'an encrypted value in a plain file', at: `${DB}:1:11`,
    base: { [`${E}/services/db.sops.yaml`]: sops('password') },
    head: { [`${E}/services/db.sops.yaml`]: null, [DB]: 'password: hunter2\n' },
    says: 'services/db#/password was encrypted, and is plain text now',
    related: [`${E}/services/db.sops.yaml:1:11`], environments: ['production'],
  },
  {
    rule: 'danger/became-plain', what: 'a reference to something encrypted, written out', at: `${DB}:1:6`,
    base: { [`${E}/services/key.sops.yaml`]: sops('token'), [DB]: 'url: "https://${cairn:services/key#/token}@db"\n' },
    head: { [DB]: 'url: "https://abc@db"\n' },
    says: 'services/db#/url was made of something encrypted, and is plain text now',
  },
  {
    rule: 'danger/became-plain', what: 'a reference that leads to something plain now', at: `${DB}:1:7`,
    base: { [`${E}/services/key.sops.yaml`]: sops('token'), [DB]: 'url: "${cairn:services/key#/token}"\n' },
    head: { [`${E}/services/key.yaml`]: 'plain: abc\n', [DB]: 'url: "${cairn:services/key#/plain}"\n' },
    says: 'services/db#/url was encrypted, and is plain text now',
  },
  {
    rule: 'danger/became-plain', what: 'a secret in a document of another kind, that has no schema', at: `${DB}:1:1`,
    base: { [DB]: 'password: hunter2\nport: 1\n', [SCHEMA]: 'properties: {password: {type: string, x-secret: true}}\n', 'cairn.yaml': 'presence: inherited\n' },
    head: { 'cairn.yaml': "layout: [{path: 'environments/{environment}/services/{name}.yaml', kind: apps}]\n" },
    says: 'apps/db#/password was a secret by its schema, and is none now',
  },
  {
    rule: 'danger/became-plain', what: 'a document under another name', at: `${E}/services/key.yaml:1:1`,
    base: { [DB]: 'port: 1\n', [`${E}/services/token.sops.yaml`]: sops('token') },
    head: { [`${E}/services/token.sops.yaml`]: null, [`${E}/services/key.yaml`]: 'token: abc\n' },
    says: 'services/key#/token was encrypted, and is plain text now',
  },
  {
    rule: 'danger/became-plain', what: 'a mapping with something encrypted in it that became a text', at: `${DB}:1:7`,
    base: { [`${E}/services/db.sops.yaml`]: `auth:\n  password: ${SEALED}\nsops:\n  age: [{recipient: age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph}]\n  mac: ${SEALED}\n  version: 3.9.0\n` },
    head: { [`${E}/services/db.sops.yaml`]: null, [DB]: 'auth: root:hunter2\n' },
  },
  inSecret('danger/recipient-added', 'somebody who can open a file', sealedFile(), sealedFile({ recipients: [ADA, BOB] }), '5:5', {
    says: `${BOB} can open this file now, and could not before`,
  }),
  inSecret('danger/recipient-added', 'somebody whom cairn.yaml knows and the rule does not', sealedFile(), sealedFile({ recipients: [ADA, BOB] }), '5:5', {
    base: { 'cairn.yaml': `recipients: {bob: ${BOB}}\n`, '.sops.yaml': RULES }, says: `bob (${BOB}) can open this file now, and could not before`,
    related: ['.sops.yaml:1:52'],
  }),
  { ...inSecret('danger/recipient-added', 'somebody who can open a new file', '', sealedFile({ recipients: [ADA, BOB] }), '5:5'), base: { '.sops.yaml': RULES }, related: ['.sops.yaml:1:52'],
    says: `${BOB} can open this newly encrypted file, which no rule of the base says` },
  {
    rule: 'danger/recipient-added', what: 'somebody who can open two files, told once', at: `${E}/services/a.sops.yaml:5:5`, environments: ['production', 'staging'],
    base: { [`${E}/services/a.sops.yaml`]: sealedFile(), 'environments/staging/services/b.sops.yaml': sealedFile() },
    head: { [`${E}/services/a.sops.yaml`]: sealedFile({ recipients: [ADA, BOB] }), 'environments/staging/services/b.sops.yaml': sealedFile({ recipients: [ADA, BOB] }) },
    says: `${BOB} can open 2 files now, and could not before`, related: ['environments/staging/services/b.sops.yaml:5:5'],
  },
  {
    rule: 'danger/recipient-added', what: 'somebody who can open a file that is no layer', at: 'environments/production/tls/server.sops.pem:1:118',
    base: { 'environments/production/tls/server.sops.pem': sealedBinary(ADA) }, head: { 'environments/production/tls/server.sops.pem': sealedBinary(BOB, ADA) },
  },
  inSecret('danger/recipient-removed', 'somebody who opens a file no more', sealedFile({ recipients: [ADA, BOB] }), sealedFile({ value: 'BBBB', mac: 'BBBB', on: '2026-01-02' }), '2:1', {
    says: `${BOB} can open this file no more`, related: [`${SECRET}:5:5`],
  }),
  inSecret('danger/recipient-removed', 'somebody who is revoked and had the data key that stays', sealedFile({ recipients: [ADA, BOB] }), sealedFile(), '2:1', {
    base: { '.sops.yaml': RULES },
    says: `${BOB} can open this file no more, but its data key stayed: who had it can read what is encrypted later; cairn secrets rotate makes a new one`,
  }),
  inSecret('danger/secret-weakened', 'fewer key groups', grouped(2), grouped(1), '6:21', {
    says: 'keys of one key group open this file now, and it took those of 2 key groups', related: [`${SECRET}:6:21`],
  }),
  inSecret('danger/secret-weakened', 'a MAC that covers less', sealedFile(), sealedFile({ more: '  mac_only_encrypted: true\n' }), '8:23'),
  inSecret('danger/secret-weakened', 'a selector that leaves a value in clear', sealedFile(), `port: 5432\n${sealedFile({ more: '  encrypted_regex: ^password$\n' })}`, '1:7', {
    says: 'a value of this file stands in clear, since encrypted_regex ^password$ leaves it out: as the base has it it would be encrypted',
  }),
  {
    rule: 'danger/secret-weakened', what: 'an encrypted file that is no layer in clear', at: 'environments/production/tls/server.sops.pem',
    base: { 'environments/production/tls/server.sops.pem': sealedBinary(ADA) }, head: { 'environments/production/tls/server.sops.pem': '-----BEGIN CERTIFICATE-----\n' },
    says: 'this file was encrypted, and is in clear now',
  },
  inSecret('danger/secret-rolled-back', 'an older state', sealedFile({ value: 'BBBB', mac: 'BBBB', on: '2026-05-01' }), sealedFile(), '5:17', {
    says: 'this file goes back from 2026-05-01T00:00:00Z to 2026-01-01T00:00:00Z: what was replaced in between is back', related: [`${SECRET}:5:17`],
  }),
  inDb('danger/encryption-off', 'a mode that asks for less', 'sslmode: verify-full\n', 'sslmode: require\n', '1:10', {
    says: 'services/db#/sslmode asks for less: it changes from "verify-full" to "require"',
  }),
  inDb('danger/encryption-off', 'a mode of MySQL that asks for less', 'db: {ssl-mode: VERIFY_IDENTITY}\n', 'db: {ssl-mode: VERIFY_CA}\n', '1:16'),
  inDb('danger/encryption-off', 'a mode of a mesh that asks for less', 'mtls: {mode: STRICT}\n', 'mtls: {mode: PERMISSIVE}\n', '1:14'),
  inDb('danger/encryption-off', 'an earlier version of TLS', 'tls: {minVersion: TLSv1.3}\n', 'tls: {minVersion: 1.1}\n', '1:19'),
  inDb('danger/encryption-off', 'a mode in a URL that asks for less', 'url: postgres://db/x?sslmode=verify-full\n', 'url: postgres://db/x?sslmode=require\n', '1:6', {
    says: 'services/db#/url has a sslmode that asks for less',
  }),
  inDb('danger/encryption-off', 'TLS switched off', 'security:\n  ssl_enabled: true\n', 'security:\n  ssl_enabled: false\n', '2:16', {
    says: 'services/db#/security/ssl_enabled is false now, and it was true',
  }),
  inDb('danger/encryption-off', 'a switch taken out', 'tls: {enabled: true}\n', 'tls: {}\n', '1:16', {
    says: 'services/db#/tls/enabled is gone, and it was true',
  }),
  inDb('danger/encryption-off', 'the whole mapping taken out', 'port: 1\nsecurity:\n  ssl_enabled: true\n', 'port: 1\n', '2:1'),
  inDb('danger/encryption-off', 'a mode of TLS', 'database: {sslmode: verify-full}\n', 'database: {sslmode: disable}\n', '1:21', {
    says: 'services/db#/database/sslmode is "disable" now, and it was "verify-full"',
  }),
  inDb('danger/encryption-off', 'certificates that nobody checks', 'upstream: {url: x}\n', 'upstream: {url: x, insecureSkipVerify: true}\n', '1:40', {
    says: 'services/db#/upstream/insecureSkipVerify is true now',
  }),
  inDb('danger/encryption-off', 'such a mapping that is new', 'port: 1\n', 'port: 1\nupstream: {insecure: true}\n', '2:1'),
  {
    rule: 'danger/encryption-off', what: 'in a layer below, for all that inherit it', at: `${BASE_DB}:1:16`,
    base: {
      'environments/base/environment.yaml': 'abstract: true\n', [BASE_DB]: 'tls: {enabled: true}\n',
      [ENVIRONMENT]: 'inherits: base\n', 'environments/staging/environment.yaml': 'inherits: base\n',
      'environments/test/environment.yaml': 'inherits: base\n', 'environments/test/services/db.yaml': 'tls: {enabled: false}\n',
    },
    head: { [BASE_DB]: 'tls: {enabled: "off"}\n' },
    environments: ['production', 'staging'],
  },
  {
    rule: 'danger/encryption-off', what: 'a switch that cairn.yaml names for consistency', at: `${DB}:1:9`,
    base: { 'cairn.yaml': 'rules: {consistency/encryption-off: {switches: [/cipher]}}\n', [DB]: 'cipher: true\n' },
    head: { [DB]: 'cipher: false\n' },
  },
  inDb('danger/encryption-off', 'a mapping that became false', 'tls: {enabled: true}\n', 'tls: false\n', '1:6', {
    says: 'services/db#/tls/enabled is gone, and it was true',
  }),
  inDb('danger/encryption-off', 'a mapping that became null', 'tls: {enabled: true}\n', 'tls: null\n', '1:6'),
  inDb('danger/encryption-off', 'a switch that became a mapping', 'tls: true\n', 'tls: {enabled: false}\n', '1:1', {
    says: 'services/db#/tls/enabled is false now, and it was true',
  }),
  inDb('danger/encryption-off', 'a number', 'ssl_enabled: 1\n', 'ssl_enabled: 0\n', '1:14'),
  inDb('danger/encryption-off', 'a key written in another way', 'SSL-Mode: require\n', 'SSL-Mode: Prefer\n', '1:11', {
    says: 'services/db#/SSL-Mode is "Prefer" now, and it was "require"',
  }),
  inDb('danger/encryption-off', 'an opening written in another way', 'insecure-skip-tls-verify: false\n', 'insecure-skip-tls-verify: true\n', '1:27'),
  inDb('danger/encryption-off', 'a section that is gone', 'port: 1\ntls: [{hosts: [a], secretName: b}]\n', 'port: 1\n', '2:1', {
    says: 'services/db#/tls is gone, with all that it said',
  }),
  inDb('danger/encryption-off', 'a URL without TLS', 'url: https://user:pw@a.example/x\n', 'url: http://user:pw@a.example/x\n', '1:6', {
    says: 'services/db#/url goes over http now, and went over https',
  }),
  inDb('danger/encryption-off', 'a parameter of a URL', 'url: postgres://db/x?a=1&sslmode=verify-full\n', 'url: postgres://db/x?a=1&sslmode=disable\n', '1:6', {
    says: 'services/db#/url has no sslmode that is on any more',
  }),
  inDb('danger/encryption-off', 'a parameter of a driver that is gone', 'dsn: host=db sslmode=require\n', 'dsn: host=db\n', '1:6'),
  {
    rule: 'danger/encryption-off', what: 'in a variable of a process', at: `${E}/services/db.env:1:13`,
    base: { [`${E}/services/db.env`]: 'TLS_ENABLED=true\n' }, head: { [`${E}/services/db.env`]: 'TLS_ENABLED=0\n' },
  },
  {
    rule: 'danger/encryption-off', what: 'in a document under another name', at: `${E}/services/database.yaml:1:1`, environments: ['production'],
    base: { [DB]: 'tls: {enabled: true}\nport: 1\nhost: a\n' }, head: { [DB]: null, [`${E}/services/database.yaml`]: 'tls: {enabled: false}\nport: 1\nhost: a\nmore: 2\n' },
    says: 'services/database#/tls/enabled is false now, and it was true', related: [`${DB}:1:1`],
  },
  {
    rule: 'danger/encryption-off', what: 'in a document of another kind', at: `${DB}:1:1`, environments: ['production'],
    base: { [DB]: 'tls: {enabled: true}\n', 'cairn.yaml': 'presence: inherited\n' },
    head: { [DB]: 'tls: {enabled: false}\n', 'cairn.yaml': "layout: [{path: 'environments/{environment}/services/{name}.yaml', kind: apps}]\n" },
    says: 'apps/db#/tls/enabled is false now, and it was true',
  },
  {
    rule: 'danger/encryption-off', what: 'in an environment under another name', at: 'environments/live/services/db.yaml:1:1', environments: ['live'],
    base: { [DB]: 'tls: {enabled: true}\nport: 1\nhost: a\n' }, head: { [DB]: null, 'environments/live/services/db.yaml': 'tls: {enabled: false}\nport: 1\nhost: a\n' },
  },
  inDb('danger/security-level', 'a word that is no level', 'security_level: high\n', 'security_level: none\n', '1:17', {
    says: 'services/db#/security_level is "none" now, which is no level that is known, and was "high"',
  }),
  inDb('danger/security-level', 'levels in another case', 'securityLevel: High\n', 'securityLevel: LOW\n', '1:16'),
  inDb('danger/security-level', 'a mapping that became a text', 'security: {security_level: high}\n', 'security: none\n', '1:11', {
    says: 'services/db#/security/security_level is gone, and was "high"',
  }),
  inDb('danger/security-level', 'lowered', 'security: {security_level: critical}\n', 'security: {security_level: high}\n', '1:28', {
    says: 'services/db#/security/security_level is lowered from "critical" to "high"',
  }),
  inDb('danger/security-level', 'gone', 'security_level: low\nport: 1\n', 'port: 1\n', '1:17', {
    says: 'services/db#/security_level is gone, and was "low"',
  }),
  {
    rule: 'danger/schema-weakened', what: 'a greater maximum', at: `${SCHEMA}:2:10`,
    base: { [DB]: 'port: 1\n', [SCHEMA]: 'properties:\n  port: {maximum: 10}\n' },
    head: { [SCHEMA]: 'properties:\n  port: {maximum: 20}\n' },
    related: [`${SCHEMA}:2:10`],
  },
  {
    rule: 'danger/schema-weakened', what: 'a schema that is gone', at: `${SCHEMA}:1:1`,
    base: { [DB]: 'port: 1\n', [SCHEMA]: 'type: object\n' }, head: { [SCHEMA]: null },
  },
  {
    rule: 'danger/policy-changed', what: 'who must approve', at: 'access.yaml',
    base: { [DB]: 'port: 1\n', 'access.yaml': 'roles: {}\n' }, head: { 'access.yaml': null },
    says: 'this says what changes have to keep to, and is gone',
  },
  {
    rule: 'danger/policy-changed', what: 'who can decrypt', at: 'environments/.sops.yaml',
    base: { [DB]: 'port: 1\n', 'environments/.sops.yaml': 'creation_rules: []\n' }, head: { 'environments/.sops.yaml': 'creation_rules: [{age: x}]\n' },
  },
  inConfig('danger/config-changed', 'a rule switched off', 'rules: {consistency/environment: error}\n', 'rules: {consistency/environment: off}\n', '1:9', {
    says: 'consistency/environment is weakened from error to off', related: ['cairn.yaml:1:9'],
  }),
  inConfig('danger/config-changed', 'what made a rule stricter taken out', 'rules: {consistency/gpu-memory: error}\n', 'presence: inherited\n', '1:9', {
    says: 'consistency/gpu-memory is weakened from error to warning',
  }),
  inConfig('danger/config-changed', 'a rule with other settings', 'presence: inherited\n', 'rules:\n  danger/resources: {percent: 500}\n', '2:3', {
    says: 'the settings of danger/resources change',
  }),
  inConfig('danger/config-changed', 'a run variable', 'variables: {PORT: services/db#/port}\n', 'variables: {PORT: services/db#/ports}\n', '1:13', {
    says: 'the run variable PORT changes: "services/db#/ports"',
  }),
  inConfig('danger/config-changed', 'a name that another recipient gets', `recipients: {ada: ${ADA}}\n`, `recipients: {ada: ${BOB}}\n`, '1:14', {
    says: `the recipient ada changes: "${BOB}"`, related: ['cairn.yaml:1:14'],
  }),
  inConfig('danger/config-changed', 'secrets that may be older', 'secrets: {max-age: 90d}\n', 'secrets: {max-age: 900d}\n', '1:11', { says: 'max-age of cairn.yaml changes: "900d"' }),
  inConfig('danger/config-changed', 'a silence for later', 'presence: inherited\n', 'silence:\n  - {rule: danger/workflow-changed, path: "**", reason: x}\n', '2:5', {
    says: 'danger/workflow-changed is silenced for **',
  }),
  { ...inConfig('danger/config-changed', 'no cairn.yaml any more', 'rules: {consistency/environment: error}\n', '', ''), head: { 'cairn.yaml': null }, at: 'cairn.yaml' },
  inConfig('danger/self-silenced', 'a silence that covers what it is itself', 'presence: inherited\n', 'silence: [{rule: danger/config-changed, path: cairn.yaml, reason: x}]\n', '1:11', {
    says: 'this would silence what danger/config-changed finds in the very same change: it counts once it is merged, on its own',
  }),
  inDb('danger/hidden-character', 'a text that is turned round', 'role: user\n', 'role: user # \u202e nimda\n', '1:14', {
    says: 'a character that turns the direction of the text (U+202E): it reads otherwise than it is', environments: [],
  }),
  inDb('danger/hidden-character', 'a key with a character of no width', 'port: 1\n', 'port: 1\nna\u200bme: x\n', '2:3', {
    says: 'a character that nobody sees (U+200B)', environments: [],
  }),
  inDb('danger/hidden-character', 'a tag character, which takes two units', 'port: 1\n', 'port: 1 # \u{e0041}\n', '1:11', { environments: [] }),
  {
    rule: 'danger/hidden-character', what: 'in the name of a file', at: `${E}/services/d\\u200bb.yaml`, base: { [DB]: 'port: 1\n' },
    head: { [`${E}/services/d\u200bb.yaml`]: 'port: 1\n' }, says: 'the path of this file has a character that nobody sees (U+200B)',
  },
  {
    rule: 'danger/workflow-changed', what: 'a workflow', at: '.github/workflows/ci.yml',
    base: { [DB]: 'port: 1\n', '.github/workflows/ci.yml': 'on: push\n' }, head: { '.github/workflows/ci.yml': 'on: pull_request_target\n' },
    says: 'this says what runs in CI, and with which rights, and changes',
  },
  { rule: 'danger/workflow-changed', what: 'an action of the repository', at: 'tools/x/action.yml', base: { [DB]: 'port: 1\n' }, head: { 'tools/x/action.yml': 'runs: {}\n' } },
  {
    rule: 'danger/breadth', what: 'every environment at once', at: `${BASE_DB}:1:7`, base: many(24, 1), head: { [BASE_DB]: 'port: 2\n' },
    says: 'this changes 24 of 24 environments (2 protected) at once',
  },
  {
    rule: 'danger/breadth', what: 'most documents at once', at: `${E}/services/s0.yaml:1:7`, base: services(30, 1), head: services(20, 2),
    says: 'this changes 20 of 30 documents at once', environments: ['production'],
  },
  inDb('danger/resources', 'twice the memory', 'resources: {memory_mb: 1024}\n', 'resources: {memory_mb: 2048}\n', '1:24', {
    says: 'services/db#/resources/memory_mb changes from 1024 to 2048: 100 % more',
  }),
  inDb('danger/resources', 'replicas', 'scaling: {replicas: 5}\n', 'scaling: {replicas: 2}\n', '1:21', {
    says: 'services/db#/scaling/replicas changes from 5 to 2: 60 % less',
  }),
  inDb('danger/resources', 'nothing left', 'replicas: 5\n', 'replicas: 0\n', '1:11', { says: 'services/db#/replicas changes from 5 to 0: to nothing' }),
  inDb('danger/resources', 'quantities of Kubernetes', 'resources: {limits: {memory: 512Mi, cpu: 500m}}\n', 'resources: {limits: {memory: 1Gi, cpu: 0.6}}\n', '1:30', {
    says: 'services/db#/resources/limits/memory changes from "512Mi" to "1Gi": 100 % more',
  }),
  inDb('danger/resources', 'limits that are gone', 'port: 1\nresources: {limits: {cpu: 2, memory: 4Gi}}\n', 'port: 1\n', '2:1', {
    says: 'services/db#/resources/limits/cpu is gone, and was 2, and so is 1 more amount',
  }),
  inDb('danger/resources', 'replicas under another name', 'minReplicas: 2\n', 'minReplicas: 20\n', '1:14'),
  {
    rule: 'danger/resources', what: 'replicas in an item of a deployment', at: `${E}/deployments/d.yaml:2:33`,
    base: { [`${E}/deployments/d.yaml`]: 'services:\n  - {service_name: a, replicas: 2}\n' },
    head: { [`${E}/deployments/d.yaml`]: 'services:\n  - {service_name: a, replicas: 8}\n' },
  },
  {
    rule: 'danger/reparented', what: 'another parent', at: `${ENVIRONMENT}:1:11`, base: family('inherits: strict\n'), head: { [ENVIRONMENT]: 'inherits: base\n' },
    says: 'production inherits from base now, and inherited from strict', related: [`${ENVIRONMENT}:1:11`], environments: ['production', 'production-eu'],
  },
  {
    rule: 'danger/reparented', what: 'no parent', at: `${ENVIRONMENT}:1:11`, base: family('inherits: strict\n'), head: { [ENVIRONMENT]: 'abstract: false\n' }, related: [],
    says: 'production inherits from nothing now, and inherited from strict',
  },
  {
    rule: 'danger/relabelled', what: 'another label, inherited', at: `${ENVIRONMENT}:1:10`,
    base: family('labels: {stage: production}\n'), head: { [ENVIRONMENT]: 'labels: {stage: test}\n' },
    says: 'the label /stage changes from "production" to "test"', environments: ['production', 'production-eu'],
  },
  {
    rule: 'danger/relabelled', what: 'a label that is gone', at: `${ENVIRONMENT}:1:16`,
    base: family('labels: {a: 1, stage: production}\n'), head: { [ENVIRONMENT]: 'labels: {a: 1}\n' },
    says: 'the label /stage is gone; it was "production"',
  },
  {
    rule: 'danger/unprotected', what: 'protected no more', at: `${ENVIRONMENT}:1:1`, base: family('protected: true\n'), head: { [ENVIRONMENT]: 'abstract: false\n' },
    says: 'this is no protected environment any more', environments: ['production', 'production-eu'],
  },
  {
    rule: 'danger/unprotected', what: 'an environment that is gone', at: 'environments/live/environment.yaml:1:1',
    base: { [DB]: 'port: 1\n', 'environments/live/environment.yaml': 'protected: true\n' }, head: { 'environments/live/environment.yaml': null },
    says: 'the protected environment live is gone', environments: ['live'],
  },
  {
    rule: 'danger/unprotected', what: 'an environment that is abstract now', at: `${ENVIRONMENT}:1:1`,
    base: { [DB]: 'port: 1\n', [ENVIRONMENT]: 'labels: {}\n' }, head: { [ENVIRONMENT]: 'abstract: true\n' },
    says: 'production is abstract now: nothing of it is checked or published any more',
  },
  {
    rule: 'danger/document-removed', what: 'a document of a protected environment', at: `${DB}:1:1`,
    base: { ...family('inherits: base\nprotected: true\n'), [DB]: 'port: 1\n', [`${E}/services/api.yaml`]: 'host: a\n' }, head: { [DB]: null },
    says: 'services/db is gone, and with it all that it said', environments: ['production', 'production-eu'],
  },
  {
    rule: 'danger/document-removed', what: 'two documents of which one may be what they became', at: `${E}/services/b.yaml:1:1`,
    base: { [ENVIRONMENT]: 'protected: true\n', [`${E}/services/a.yaml`]: 'host: a\nport: 1\n', [`${E}/services/b.yaml`]: 'host: a\nport: 2\n' },
    head: { [`${E}/services/a.yaml`]: null, [`${E}/services/b.yaml`]: null, [`${E}/services/c.yaml`]: 'host: a\nport: 1\n' },
  },
]

const harmless = (what: string, before: string, after: string) => ({ what, base: { [DB]: before }, head: { [DB]: after } })

export const HARMLESS_CHANGES: readonly Pick<DangerousChange, 'what' | 'base' | 'head'>[] = [
  { what: 'a document that is gone where nothing is protected', base: { [DB]: 'port: 1\n', [`${E}/services/a.yaml`]: 'a: 1\n' }, head: { [DB]: null } },
  {
    what: 'a document of a protected environment under another name',
    base: { [ENVIRONMENT]: 'protected: true\n', [DB]: 'port: 1\n' }, head: { [DB]: null, [`${E}/services/database.yaml`]: 'port: 1\n' },
  },
  harmless('a mode that asks for more', 'sslmode: require\n', 'sslmode: verify-full\n'),
  harmless('the same mode as another driver calls it', 'sslmode: require\n', 'sslmode: REQUIRED\n'),
  harmless('a mode that is no mode of encryption', 'mode: strict\n', 'mode: permissive\n'),
  harmless('a later version of TLS', 'tls: {min_version: TLSv1.2}\n', 'tls: {min_version: "1.3"}\n'),
  harmless('nothing', 'port: 1\n', 'port: 1\n'),
  harmless('a value', 'port: 1\n', 'port: 2\n'),
  { what: 'somebody who can open a file as the rule of the base says', base: { [SECRET]: sealedFile(), '.sops.yaml': RULES.replace(ADA, `${ADA}, ${BOB}`) }, head: { [SECRET]: sealedFile({ recipients: [BOB, ADA] }) } },
  { what: 'somebody whom the rule of the base does not name, with a new data key', base: { [SECRET]: sealedFile({ recipients: [ADA, BOB] }), '.sops.yaml': RULES }, head: { [SECRET]: sealedFile({ value: 'BBBB', mac: 'BBBB', on: '2026-02-01' }) } },
  { what: 'a first encrypted file', base: { [DB]: 'port: 1\n' }, head: { [SECRET]: sealedFile() } },
  { what: 'a new encrypted file for somebody whom cairn.yaml knows', base: { 'cairn.yaml': `recipients: {ada: ${ADA}}\n` }, head: { [SECRET]: sealedFile() } },
  { what: 'another value', base: { [SECRET]: sealedFile() }, head: { [SECRET]: sealedFile({ value: 'BBBB', mac: 'BBBB', on: '2026-02-01' }) } },
  { what: 'more key groups', base: { [SECRET]: grouped(1) }, head: { [SECRET]: grouped(2) } },
  { what: 'an encrypted file of tests, which no layout has', base: { 'test/fixtures/a.sops.yaml': sealedFile() }, head: { 'test/fixtures/a.sops.yaml': sealedFile({ recipients: [ADA, BOB] }) } },
  { what: 'a selector that leaves out what is not there', base: { [SECRET]: sealedFile() }, head: { [SECRET]: sealedFile({ more: '  encrypted_regex: ^password$\n' }) } },
  harmless('TLS switched on', 'tls: {enabled: false}\n', 'tls: {enabled: true}\n'),
  harmless('TLS that is on in fewer words', 'tls: {enabled: true}\n', 'tls: true\n'),
  harmless('TLS in a URL that was not there', 'url: http://a\n', 'url: https://a?sslmode=require\n'),
  { what: 'another document that has little of one that is gone', base: { [DB]: 'tls: {enabled: true}\nport: 1\nhost: a\n' }, head: { [DB]: null, [`${E}/services/x.yaml`]: 'tls: {enabled: false}\nport: 1\n' } },
  { what: 'a document that is only called otherwise', base: { [DB]: 'tls: {enabled: true}\nreplicas: 2\n' }, head: { [DB]: null, [`${E}/services/x.yaml`]: 'tls: {enabled: true}\nreplicas: 2\n' } },
  harmless('TLS that was off and is gone', 'tls: {enabled: false}\n', 'port: 1\n'),
  harmless('another mode of TLS', 'sslmode: require\n', 'sslmode: verify-full\n'),
  harmless('a check of certificates that is on again', 'insecure: true\n', 'insecure: false\n'),
  harmless('a higher security level', 'security_level: low\n', 'security_level: high\n'),
  harmless('a level that nobody knows', 'security_level: low\n', 'security_level: top\n'),
  harmless('half as much again', 'resources: {memory_mb: 1000}\n', 'resources: {memory_mb: 1500}\n'),
  harmless('half as much', 'replicas: 4\n', 'replicas: 2\n'),
  harmless('the same amount in other words', 'resources: {memory: 1Gi}\n', 'resources: {memory: 1024Mi}\n'),
  harmless('resources that are new', 'port: 1\n', 'port: 1\nresources: {memory_mb: 8}\n'),
  harmless('a text among resources', 'resources: {gpu_type: a100}\n', 'resources: {gpu_type: h100}\n'),
  harmless('a joined emoji and a joined word', 'port: 1\n', 'port: 1 # \u{1f469}\u200d\u{1f4bb} \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n'),
  harmless('a byte order mark', 'port: 1\n', '\ufeffport: 1\n'),
  harmless('a hidden character that was there', 'a: 1 # \u200b\n', '# more\na: 1 # \u200b\n'),
  { what: 'a new document without TLS', base: { [DB]: 'port: 1\n' }, head: { [`${E}/services/x.yaml`]: 'tls: {enabled: false}\ninsecure: true\n' } },
  { what: 'a document that is gone, with TLS', base: { [DB]: 'port: 1\n', [`${E}/services/x.yaml`]: 'tls: {enabled: true}\n' }, head: { [`${E}/services/x.yaml`]: null } },
  { what: 'an edit that an environment overrides', base: { ...family('inherits: base\n'), [BASE_DB]: 'tls: {enabled: true}\n', [DB]: 'tls: {enabled: true}\n' }, head: { [BASE_DB]: 'tls: {enabled: false}\n' } },
  { what: 'a new environment with all of its documents', base: services(30, 1), head: { 'environments/new/environment.yaml': 'inherits: production\n' } },
  { what: 'a new environment that is protected', base: family(''), head: { 'environments/new/environment.yaml': 'protected: true\n' } },
  { what: 'an environment that is not protected and is gone', base: { ...family(''), 'environments/x/environment.yaml': 'labels: {a: 1}\n' }, head: { 'environments/x/environment.yaml': null } },
  { what: 'a rule written otherwise', base: { [DB]: 'port: 1\n', 'cairn.yaml': 'rules: {consistency/environment: error}\n' }, head: { 'cairn.yaml': 'rules:\n  consistency/environment: error # as before\n' } },
  { what: 'another structure', base: { [DB]: 'port: 1\n', 'cairn.yaml': 'presence: inherited\n' }, head: { 'cairn.yaml': 'presence: declared\n' } },
  { what: 'a silence less', base: { [DB]: 'port: 1\n', 'cairn.yaml': 'silence: [{rule: danger/breadth, path: "**", reason: x}]\n' }, head: { 'cairn.yaml': 'silence: []\n' } },
  { what: 'a first cairn.yaml', base: { [DB]: 'port: 1\n' }, head: { 'cairn.yaml': 'rules: {consistency/environment: off}\n' } },
  { what: 'a stricter schema', base: { [DB]: 'port: 1\n', [SCHEMA]: 'properties: {port: {maximum: 20}}\n' }, head: { [SCHEMA]: 'properties: {port: {maximum: 10}}\n' } },
]
