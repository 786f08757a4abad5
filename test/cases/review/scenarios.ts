import type { Files } from '../../helpers/repository.ts'
import { HOSTILE } from '../../report/findings.ts'
import { API, changed, DB, edited, SMALL } from './repository.ts'
import type { Scenario } from './scenario.ts'

const ADA = 'age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph'
const CAROL = 'age1xl3dak65hyvqxjdhy0ffaml84pu2l8j3klznt6xuaz0hmzxpn3tqua39m5'
const SEALED = (data: string) => `password: ENC[AES256_GCM,data:${data},iv:6Ctr1xCqPVDTjDfvCGGGZ4jlTWHWB4XUAdUyxhxqLfw=,tag:1yUR2GBlWHVOYPrzS8dPFg==,type:str]
sops:
  age: [{recipient: age1henwn645drkd3fa34t27t2w2x0nsgw3w4h62gmg5x5xflyjpy38s5cncph}]
  lastmodified: "2026-11-01T00:00:00Z"
  mac: ENC[AES256_GCM,data:AAAA,iv:AAAA,tag:GKt7xGN/VlrHiQZg4cxYkg==,type:str]
  version: 3.9.0
`

const ACCESS = `roles:
  database: ["@ada", "@acme/data"]
  operations: ["@bob", "@eve"]
rules:
  - name: databases of production
    labels: {stage: production}
    documents: [services/db]
    paths: [/pool]
    roles: [database]
  - name: everything protected
    protected: true
    roles: [operations]
    approvals: 2
`

const POOL = (files: Files) => edited(files, DB, 'max: 10', 'max: 200')

const DEFAULTING = edited(SMALL, 'schemas/services.yaml', 'properties:\n', 'properties:\n  upstream: {type: string, default: "${cairn:services/db#/host}"}\n')

function small(name: string, head: Files, more: Partial<Scenario> = {}): Scenario {
  return { name, base: SMALL, head, ...more }
}

/** Environments that inherit from one, each with a document of its own. */
function many(count: number, more = ''): Files {
  const files: Record<string, string | Uint8Array> = { ...SMALL }
  for (let i = 0; i < count; i++) {
    const name = `customer-${String(i).padStart(3, '0')}`
    files[`environments/${name}/environment.yaml`] = 'inherits: base\n'
    files[`environments/${name}/services/own.yaml`] = `port: ${1000 + i}\n${more}`
  }
  return files
}

function documents(count: number, line: (i: number) => string): Files {
  const files: Record<string, string | Uint8Array> = { ...SMALL }
  for (let i = 0; i < count; i++) files[`environments/base/services/s${String(i).padStart(4, '0')}.yaml`] = line(i)
  return files
}

const HOSTILE_NAMES = HOSTILE.filter((name) => !/[/\0\n\r\\]|[\ud800-\udfff]/.test(name)).map((name) => name.trim()).filter((name) => name !== '')

function hostile(value: string): Files {
  const files: Record<string, string | Uint8Array> = { ...SMALL }
  for (const [i, name] of HOSTILE_NAMES.entries()) {
    files[`environments/staging/services/${name}.yaml`] = `${JSON.stringify(name)}: ${JSON.stringify(`${name} ${value}`)}\nport: ${i + (value === 'new' ? 65530 : 1)}\n`
    if (i % 4 === 0) files[`environments/${name}/environment.yaml`] = 'inherits: staging\n'
  }
  return files
}

export const SCENARIOS: readonly Scenario[] = [
  small('nothing-at-all', SMALL),
  small('a-comment-in-a-file', edited(SMALL, DB, 'port: 5432', 'port: 5432 # the default port')),
  small('another-file-changed', changed(SMALL, { 'README.md': '# Our configuration\n' })),
  small('one-value-in-base', edited(SMALL, DB, 'db.internal', 'db-2.internal')),
  small('edit-shadowed-in-one-environment', POOL(SMALL)),
  small('edit-shadowed-everywhere', edited(changed(SMALL, {}), 'environments/production/services/api.yaml', 'replicas: 6', 'replicas: 6\nport: 8080')),
  small('document-renamed', changed(SMALL, { [DB]: undefined, 'environments/staging/services/db.yaml': undefined, 'environments/base/services/database.yaml': SMALL[DB] })),
  small('document-renamed-and-tls-off', changed(SMALL, { [DB]: undefined, 'environments/staging/services/db.yaml': undefined, 'environments/base/services/database.yaml': String(SMALL[DB]).replace('enabled: true', 'enabled: false') })),
  small('document-renamed-alone', changed(SMALL, { [API]: undefined, 'environments/production/services/api.yaml': undefined, 'environments/base/services/gateway.yaml': SMALL[API], 'environments/production/services/gateway.yaml': SMALL['environments/production/services/api.yaml'] })),
  small('document-deleted', changed(SMALL, { [API]: undefined, 'environments/production/services/api.yaml': undefined })),
  small('document-added', changed(SMALL, { 'environments/base/services/cache.yaml': 'image: registry.example/cache:7.0.0\nport: 6379\n' })),
  small('environment-added', changed(SMALL, { 'environments/production-us/environment.yaml': 'inherits: production\nlabels: {region: us}\n' })),
  small('environment-removed', changed(SMALL, { 'environments/production-eu/environment.yaml': undefined })),
  small('environment-re-parented', changed(SMALL, { 'environments/production-eu/environment.yaml': 'inherits: staging\nlabels: {region: eu}\n' })),
  small('environment-unprotected', changed(SMALL, { 'environments/production/environment.yaml': 'inherits: base\nlabels: {stage: staging}\n' })),
  small('protected-environment-alone', edited(SMALL, 'environments/production/services/api.yaml', 'replicas: 6', 'replicas: 7')),
  small('schema-tightened', edited(SMALL, 'schemas/services.yaml', 'maximum: 50', 'maximum: 5')),
  small('schema-weakened', edited(SMALL, 'schemas/services.yaml', 'type: integer, maximum: 65535, ', '')),
  small('default-changed', edited(SMALL, 'schemas/services.yaml', 'default: 30', 'default: 60')),
  small('value-removed', edited(SMALL, DB, 'host: db.internal\n', '')),
  small('value-removed-by-a-null', changed(SMALL, { 'environments/production/services/db.yaml': 'pool: null\n' })),
  small('list-reordered', edited(SMALL, DB, '  - name: read\n    url: http://db-read.internal\n  - name: write\n    url: http://db-write.internal\n', '  - name: write\n    url: http://db-write.internal\n  - name: read\n    url: http://db-read-2.internal\n')),
  small('conflict-of-kinds', changed(SMALL, { 'environments/production/services/db.yaml': 'pool: large\n' })),
  small('value-moved-to-another-layer', changed(SMALL, { 'environments/staging/services/api.yaml': 'replicas: 3\n' })),
  { name: 'value-through-the-default-of-a-schema', base: DEFAULTING, head: edited(DEFAULTING, DB, 'host: db.internal', 'host: db.example') },
  small('value-through-a-reference', edited(SMALL, DB, 'host: db.internal', 'host: db.example')),
  small('file-that-does-not-parse', edited(SMALL, API, 'port: 8080', 'port: [8080')),
  small('file-that-cannot-be-read', edited(SMALL, DB, '5432', '5433'), { unreadable: { [API]: 'unreadable' } }),
  small('value-out-of-range', edited(SMALL, API, 'port: 8080', 'port: 99999')),
  small('tls-switched-off', edited(SMALL, DB, 'enabled: true', 'enabled: false')),
  small('workflow-and-policy-changed', changed(SMALL, { '.github/workflows/check.yml': 'on: [push, pull_request_target]\n', 'access.yaml': ACCESS })),
  {
    name: 'rule-switched-off-by-the-change',
    base: changed(SMALL, { 'cairn.yaml': 'rules: {consistency/limit-below-request: error}\n' }),
    head: changed(edited(SMALL, API, 'port: 8080', 'port: 8080\nresources: {memory_mb: 2048, limits: {memory_mb: 1024}}'), { 'cairn.yaml': 'rules: {consistency/limit-below-request: off}\n' }),
  },
  small('hidden-characters', edited(SMALL, DB, 'host: db.internal', 'host: db\u202e.internal')),
  small('routine-images', edited(edited(SMALL, DB, 'db:1.4.2', 'db:1.4.3'), API, 'api:2.0.1', 'api:2.1.0')),
  small('image-that-goes-back', edited(SMALL, DB, 'db:1.4.2', 'db:1.3.9')),
  small('compared-with-nothing', edited(SMALL, API, 'port: 8080', 'port: 99999'), { base: undefined }),
  small('nothing-found-and-compared-with-nothing', SMALL, { base: undefined }),
  {
    name: 'errors-that-the-base-has-too',
    base: edited(SMALL, API, 'port: 8080', 'port: 99999'),
    head: edited(edited(SMALL, API, 'port: 8080', 'port: 99999'), DB, 'min: 2', 'min: 0'),
  },
  {
    name: 'errors-of-the-base-alone',
    base: edited(SMALL, API, 'port: 8080', 'port: 99999'),
    head: edited(edited(SMALL, API, 'port: 8080', 'port: 99999'), DB, 'db.internal', 'db-2.internal'),
  },
  { name: 'error-mended', base: edited(SMALL, API, 'port: 8080', 'port: 99999'), head: SMALL },
  {
    name: 'sealed-value-changed',
    base: changed(SMALL, { 'environments/production/services/db.sops.yaml': SEALED('p6i/0g==') }),
    head: changed(SMALL, { 'environments/production/services/db.sops.yaml': SEALED('Zq3x1w==') }),
  },
  {
    name: 'secret-recipient-added',
    base: changed(SMALL, { 'environments/base/services/db.sops.yaml': SEALED('p6i/0g=='), 'cairn.yaml': `recipients: {ada: ${ADA}, carol: ${CAROL}}\n`, '.sops.yaml': `creation_rules: [{age: [${ADA}]}]\n` }),
    head: changed(SMALL, {
      'environments/base/services/db.sops.yaml': SEALED('p6i/0g==').replace(`{recipient: ${ADA}}`, `{recipient: ${ADA}}, {recipient: ${CAROL}}`),
      'cairn.yaml': `recipients: {ada: ${ADA}, carol: ${CAROL}}\n`, '.sops.yaml': `creation_rules: [{age: [${ADA}, ${CAROL}]}]\n`,
    }),
  },
  {
    name: 'recipients-of-other-files',
    base: changed(SMALL, { 'environments/production/tls/a/b.sops.yaml': SEALED('p6i/0g=='), 'deploy/ci.sops.yaml': SEALED('p6i/0g=='), 'cairn.yaml': `recipients: {ada: ${ADA}, carol: ${CAROL}}\n`, '.sops.yaml': `creation_rules: [{age: '${ADA},${CAROL}'}]\n` }),
    head: changed(SMALL, {
      'environments/production/tls/a/b.sops.yaml': SEALED('p6i/0g==').replace(`{recipient: ${ADA}}`, `{recipient: ${ADA}}, {recipient: ${CAROL}}`),
      'deploy/ci.sops.yaml': SEALED('p6i/0g==').replace(ADA, CAROL),
      'cairn.yaml': `recipients: {ada: ${ADA}, carol: ${CAROL}}\n`, '.sops.yaml': `creation_rules: [{age: '${ADA},${CAROL}'}]\n`,
    }),
  },
  {
    name: 'secret-value-changed',
    base: edited(SMALL, DB, 'port: 5432', 'port: 5432\npassword: first-secret-9d1'),
    head: edited(SMALL, DB, 'port: 5432', 'port: 5432\npassword: other-secret-77c'),
  },
  {
    name: 'value-named-like-a-secret',
    base: edited(SMALL, API, 'port: 8080', 'port: 8080\nauth: {apiToken: first-canary-31f, tokenizer: bpe, max_tokens: 4096}\ncredentials: [{user: ada, password: first-canary-31f}]'),
    head: edited(SMALL, API, 'port: 8080', 'port: 8080\nauth: {apiToken: other-canary-a90, tokenizer: word, max_tokens: 8192}\ncredentials: [{user: ada, password: other-canary-a90}]\nsmtp: {host: mail.internal, smtp_password: other-canary-a90}'),
  },
  {
    name: 'secret-that-became-plain',
    base: changed(SMALL, { 'environments/production/services/db.sops.yaml': SEALED('p6i/0g==') }),
    head: changed(SMALL, { 'environments/production/services/db.yaml': 'password: other-secret-77c\n' }),
  },
  {
    name: 'danger-accepted-before',
    base: changed(SMALL, { 'cairn.yaml': "presence: inherited\nsilence:\n  - rule: danger/resources\n    path: 'services/api#/replicas'\n    reason: scaled by hand every Monday\n    until: 2027-06-30\n" }),
    head: edited(changed(SMALL, { 'cairn.yaml': "presence: inherited\nsilence:\n  - rule: danger/resources\n    path: 'services/api#/replicas'\n    reason: scaled by hand every Monday\n    until: 2027-06-30\n" }), 'environments/production/services/api.yaml', 'replicas: 6', 'replicas: 20'),
  },
  small('danger-silenced-by-the-change-itself', edited(changed(SMALL, { 'cairn.yaml': "presence: inherited\nsilence:\n  - rule: danger/encryption-off\n    path: 'services/db#/tls'\n    reason: the network is encrypted\n" }), DB, 'enabled: true', 'enabled: false')),
  { name: 'approvals-missing', base: changed(SMALL, { 'access.yaml': ACCESS }), head: POOL(changed(SMALL, { 'access.yaml': ACCESS })), people: { author: 'eve', reviews: [{ user: 'ada', says: 'approved' }] } },
  {
    name: 'approvals-complete',
    base: changed(SMALL, { 'access.yaml': ACCESS }),
    head: edited(changed(SMALL, { 'access.yaml': ACCESS }), 'environments/production/services/api.yaml', 'replicas: 6', 'replicas: 7'),
    people: { author: 'ada', reviews: [{ user: 'bob', says: 'approved' }, { user: 'eve', says: 'approved' }] },
  },
  { name: 'approvals-not-read', base: changed(SMALL, { 'access.yaml': ACCESS }), head: POOL(changed(SMALL, { 'access.yaml': ACCESS })) },
  { name: '500-environments-alike', base: many(500), head: edited(many(500), DB, 'db.internal', 'db-2.internal') },
  { name: '500-environments-each-otherwise', base: many(500), head: Object.fromEntries(Object.entries(many(500)).map(([path, text]) => [path, path.endsWith('/own.yaml') ? String(text).replace('1', '2') : text])) },
  { name: '500-environments-one-danger-each', base: many(500, 'tls: {enabled: true}\n'), head: many(500, 'tls: {enabled: false}\n') },
  { name: '3000-findings', base: documents(100, (i) => `port: ${i + 1}\n`), head: documents(100, (i) => Array.from({ length: 30 }, (_, k) => `k${k}: ${i}\nk${k}: ${i + 1}\n`).join('')) },
  { name: 'many-documents', base: documents(2000, (i) => `port: ${i + 1}\nhost: h${i}.internal\n`), head: documents(2000, (i) => `port: ${i + 2}\nhost: h${i}.example\n`) },
  { name: 'many-documents-and-one-danger', base: documents(2000, (i) => `host: h${i}.internal\n`), head: edited(documents(2000, (i) => `host: h${i}.example\n`), DB, 'enabled: true', 'enabled: false') },
  { name: 'hostile-names', base: hostile('old'), head: hostile('new') },
  { name: 'one-environment-asked-for', base: SMALL, head: POOL(SMALL), environments: ['staging'] },
]
