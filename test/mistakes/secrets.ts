import { fixtureText } from './fixture.ts'
import type { Mistake } from './mistake.ts'

const A = 'environments/prod/services/a.sops.yaml'
const RULES = '.sops.yaml'
const ALICE = 'age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m5'
const BOB = 'age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph'
const CAROL = 'age18wc9f64zc9vpyutzm2a583q9nz7mx75sancq8dgvlx00phau44gquz9m32'
const SEALED = /password: (ENC\[[^\]]*\])/.exec(fixtureText('sops/generated/v3.13.2.k8s.enc.yaml'))?.[1] ?? ''
const MAC = `mac: ${SEALED}`
const CONTENT = `password: ${SEALED}\n`

interface Metadata {
  readonly age?: string
  readonly mac?: string
  readonly more?: string
}

const metadata = ({ age = `age: [{recipient: ${ALICE}}]`, mac = MAC, more = '' }: Metadata = {}): string =>
  `sops:\n  ${age}\n  lastmodified: "2026-11-01T00:00:00Z"\n  ${mac}\n${more === '' ? '' : `  ${more}\n`}  version: 3.13.2\n`

/** A mistake in an encrypted file, with or without rules. */
function inA(rule: Mistake['rule'], what: string, text: string, more: Partial<Mistake> = {}): Mistake {
  return { rule, what, ...more, files: { [A]: text, ...more.files } }
}

const ruled = (rule: string): Mistake['files'] => ({ [RULES]: `creation_rules:\n  - {${rule}}\n` })
const SECRET = { 'schemas/services.yaml': 'properties: {password: {x-secret: true}, login: {x-secret: true, properties: {user: {type: string}}}, other: {anyOf: [{type: object}, {type: string, x-secret: true}]}}\n' }
const PROTECTED = { 'environments/prod/environment.yaml': 'protected: true\n' }

export const SECRETS: readonly Mistake[] = [
  inA('secret/in-clear', 'a value written by hand', `${CONTENT}token: ▶hunter2\n${metadata()}`, { says: 'unencrypted_suffix _unencrypted of this file' }),
  inA('secret/in-clear', 'a number', `${CONTENT}pin: ▶1234\n${metadata()}`),
  inA('secret/in-clear', 'an item of a list', `${CONTENT}tokens:\n  - ${SEALED}\n  - ▶hunter2\n${metadata()}`),
  inA('secret/in-clear', 'what only the rule would encrypt', `${CONTENT}token: ▶hunter2\n${metadata({ more: 'encrypted_regex: ^password$' })}`, {
    files: ruled(`encrypted_regex: ^(password|token)$, age: ${ALICE}`),
    says: 'encrypted_regex ^(password|token)$ of .sops.yaml',
  }),
  { rule: 'secret/in-clear', what: 'in dotenv', files: { 'environments/prod/services/a.sops.env': `PASSWORD=${SEALED}\nTOKEN=▶hunter2\nsops_age__list_0__map_recipient=${ALICE}\nsops_lastmodified=2026-11-01T00:00:00Z\nsops_mac=${SEALED}\nsops_version=3.13.2\n` } },
  inA('secret/never-opened', 'an encrypted value under another key', `${CONTENT}host: ▶${SEALED}\n${metadata({ more: 'encrypted_regex: ^password$' })}`),
  inA('secret/selects-nothing', 'a selector that is about other files', `host: example.com\n${metadata({ more: 'encrypted_regex: ▶^(data|stringData)$' })}`),
  inA('secret/bad-selector', 'a selector that is no expression', `${CONTENT}${metadata({ more: 'encrypted_regex: ▶"("' })}`),
  inA('secret/bad-metadata', 'nobody can open it', `${CONTENT}sops:\n  ▶lastmodified: "2026-11-01T00:00:00Z"\n  ${MAC}\n  version: 3.13.2\n`, { says: 'nobody can open this file' }),
  inA('secret/bad-metadata', 'two selectors', `${CONTENT}${metadata({ more: 'encrypted_suffix: _x\n  unencrypted_suffix: _y' }).replace('  age', '  ▶age')}`, { says: 'more than one selector' }),
  inA('secret/bad-metadata', 'no time', `${CONTENT}sops:\n  age: [{recipient: ${ALICE}}]\n  lastmodified: ▶yesterday\n  ${MAC}\n`),
  inA('secret/bad-metadata', 'a time without quotes', `${CONTENT}${metadata().replace('"2026-11-01T00:00:00Z"', '▶2026-11-01T00:00:00Z')}`, { says: 'SOPS cannot read this' }),
  inA('secret/bad-metadata', 'no version', `${CONTENT}${metadata().replace(/ {2}version.*\n/, '').replace('  age', '  ▶age')}`),
  inA('secret/bad-metadata', 'a version that is none', `${CONTENT}${metadata().replace('version: 3.13.2', 'version: ▶3.13')}`),
  inA('secret/no-mac', 'no MAC', `${CONTENT}▶sops:\n  age: [{recipient: ${ALICE}}]\n  lastmodified: "2026-11-01T00:00:00Z"\n  version: 3.13.2\n`),
  inA('secret/no-mac', 'a MAC that is none', `${CONTENT}${metadata({ mac: 'mac: ▶x' })}`),
  inA('secret/extra-recipient', 'somebody who has left', `${CONTENT}${metadata({ age: `age:\n    - recipient: ${ALICE}\n    ▶- recipient: ${BOB}` })}`, { files: ruled(`age: ${ALICE}`), related: [`${RULES}:2:11`] }),
  inA('secret/extra-recipient', 'a key of another service', `${CONTENT}${metadata({ more: 'pgp:\n    ▶- {created_at: "2026-11-01T00:00:00Z", enc: x, fp: 85D77543B3D624B6}' })}`, { files: ruled(`age: ${ALICE}`), says: 'sops updatekeys' }),
  inA('secret/extra-recipient', 'another key of the same vault', `${CONTENT}${metadata({ more: 'hc_vault:\n    ▶- {created_at: "2026-11-01T00:00:00Z", enc: x, vault_address: "https://vault", engine_path: sops, key_name: mine}\n    - {created_at: "2026-11-01T00:00:00Z", enc: x, vault_address: "https://vault", engine_path: sops, key_name: ours}' })}`, { files: ruled(`age: ${ALICE}, hc_vault_transit_uri: "https://vault/v1/sops/keys/ours"`), says: 'https://vault/v1/sops/keys/mine' }),
  inA('secret/missing-recipient', 'a key of another service', `${CONTENT}▶${metadata()}`, { files: ruled(`age: ${ALICE}, pgp: 85D77543B3D624B6`), says: '85D77543B3D624B6 of pgp' }),
  inA('secret/missing-recipient', 'somebody new', `${CONTENT}▶${metadata()}`, { files: ruled(`age: "${ALICE},${BOB}"`), says: BOB }),
  inA('secret/duplicate-recipient', 'a recipient twice', `${CONTENT}${metadata({ age: `age:\n    - recipient: ${ALICE}\n    ▶- recipient: ${ALICE}` })}`),
  inA('secret/no-rule', 'a file that no rule covers', `${CONTENT}▶${metadata()}`, { files: ruled(`path_regex: staging, age: ${ALICE}`) }),
  inA('secret/unlike-rule', 'another selector than the rule has', `${CONTENT}${metadata({ more: 'encrypted_regex: ▶^password$' })}`, { files: ruled(`encrypted_regex: ^(password|token)$, age: ${ALICE}`), related: [`${RULES}:2:23`] }),
  inA('secret/unlike-rule', 'a MAC that covers less than the rule says', `${CONTENT}${metadata({ more: 'mac_only_encrypted: ▶true' })}`, { files: ruled(`age: ${ALICE}`), says: 'covers encrypted values alone' }),
  inA('secret/unlike-rule', 'a lower threshold than the rule has', `${CONTENT}${metadata({ age: `key_groups:\n    ▶- age: [{recipient: ${ALICE}}]\n    - age: [{recipient: ${BOB}}]\n    - age: [{recipient: ${CAROL}}]\n  shamir_threshold: 2` })}`, { files: ruled(`shamir_threshold: 3, key_groups: [{age: [${ALICE}]}, {age: [${BOB}]}, {age: [${CAROL}]}]`) }),
  inA('secret/other-keys', 'for a key of PGP alone', `${CONTENT}▶${metadata({ age: 'pgp: [{created_at: "2026-11-01T00:00:00Z", fp: 85D77543B3D624B63CEA9E6DBC17301B491B3F21}]' })}`, { says: 'encrypted for pgp' }),
  { rule: 'secret/plain', what: 'a secret in a plain file', files: { ...SECRET, 'environments/prod/services/a.yaml': 'password: ▶hunter2\n' } },
  { rule: 'secret/plain', what: 'in a protected environment', severity: 'error', files: { ...SECRET, ...PROTECTED, 'environments/prod/services/a.yaml': 'password: ▶hunter2\n' } },
  { rule: 'secret/plain', what: 'several in one collection', files: { ...SECRET, 'environments/prod/services/a.yaml': 'login:\n  user: ▶root\n  pin: 1234\n' } },
  { rule: 'secret/plain', what: 'the only branch for a text', files: { ...SECRET, 'environments/prod/services/a.yaml': 'other: ▶hunter2\n' } },
  { rule: 'secret/plain', what: 'what a reference brings in clear', files: { ...SECRET, 'environments/prod/services/a.yaml': 'password: ▶${cairn:other/b#/x}\n', 'environments/prod/other/b.yaml': 'x: hunter2\n' }, says: 'what it is made of' },
  { rule: 'secret/plain', what: 'in a text around a reference, and by a variable of the environment', severity: 'error', files: { ...SECRET, 'environments/prod/environment.yaml': 'protected: true\nvariables: {V: hunter2}\n', 'environments/prod/services/a.yaml': 'password: a-▶${cairn:var#V}\n' } },
  { rule: 'secret/plain', what: 'what leads to a secret in clear: one mistake', files: { ...SECRET, 'environments/prod/services/a.yaml': 'password: ${cairn:services/b#/password}\n', 'environments/prod/services/b.yaml': 'password: ▶hunter2\n' } },
  { rule: 'merge/secret-exposed', what: 'a secret over an encrypted one: one mistake', severity: 'error', files: { ...SECRET, 'environments/base/environment.yaml': 'abstract: true\n', 'environments/prod/environment.yaml': 'inherits: base\n', 'environments/base/services/a.sops.yaml': `${CONTENT}${metadata()}`, 'environments/prod/services/a.yaml': 'password: ▶hunter2\n' } },
  { rule: 'secret/plain-file', what: 'a file in a folder of secrets', files: { ...ruled(`path_regex: /secrets/, age: ${ALICE}`), 'environments/prod/secrets/a.yaml': 'password: ▶hunter2\nuser: root\n' }, says: '2 values' },
  { rule: 'secret/plain-file', what: 'in a protected environment', severity: 'error', files: { ...PROTECTED, ...ruled(`path_regex: /secrets/, age: ${ALICE}`), 'environments/prod/secrets/a.json': '{"password": ▶"hunter2"}' } },
  { rule: 'config/bad-value', what: 'a selector in .sops.yaml that is no expression', files: { [RULES]: `creation_rules:\n  - {encrypted_regex: ▶"(", age: ${ALICE}}\n`, [A]: `${CONTENT}${metadata()}` } },
]
