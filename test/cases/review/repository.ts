import type { Files } from '../../helpers/repository.ts'

const SCHEMA = `properties:
  image: {type: string, x-reload: restart}
  replicas: {type: integer, minimum: 1, maximum: 50, default: 1, x-reload: hot}
  port: {type: integer, maximum: 65535, x-reload: restart}
  pool:
    x-reload: hot
    properties:
      min: {type: integer, minimum: 1}
      max: {type: integer, maximum: 500}
      timeout_s: {type: integer, default: 30}
  tls: {properties: {enabled: {type: boolean}}}
  password: {type: string, x-secret: true}
  endpoints:
    type: array
    x-merge: {key: name}
    items: {properties: {name: {type: string}, url: {type: string}}}
`

/** A small repository that everything is tried with: one protected environment and two others. */
export const SMALL: Files = {
  'cairn.yaml': 'presence: inherited\n',
  'README.md': '# Configuration\n',
  '.github/workflows/check.yml': 'on: push\n',
  'schemas/services.yaml': SCHEMA,
  'environments/base/environment.yaml': 'abstract: true\n',
  'environments/production/environment.yaml': 'inherits: base\nprotected: true\nlabels: {stage: production}\n',
  'environments/production-eu/environment.yaml': 'inherits: production\nlabels: {region: eu}\n',
  'environments/staging/environment.yaml': 'inherits: base\nlabels: {stage: staging}\n',
  'environments/base/services/db.yaml': `image: registry.example/db:1.4.2
host: db.internal
port: 5432
replicas: 2
pool:
  min: 2
  max: 10
tls:
  enabled: true
endpoints:
  - name: read
    url: http://db-read.internal
  - name: write
    url: http://db-write.internal
`,
  'environments/base/services/api.yaml': `image: registry.example/api:2.0.1
port: 8080
replicas: 3
database: \${cairn:services/db#/host}
`,
  'environments/production/services/api.yaml': 'replicas: 6\n',
  'environments/staging/services/db.yaml': 'pool:\n  max: 5\n',
}

export const DB = 'environments/base/services/db.yaml'
export const API = 'environments/base/services/api.yaml'

/** The files with others in their place; `undefined` takes one away. */
export function changed(files: Files, changes: Readonly<Record<string, string | Uint8Array | undefined>>): Files {
  const all: Record<string, string | Uint8Array> = { ...files }
  for (const [path, content] of Object.entries(changes)) {
    if (content === undefined) Reflect.deleteProperty(all, path)
    else all[path] = content
  }
  return all
}

/** The files with a text replaced in one of them; throws where it is not there. */
export function edited(files: Files, path: string, from: string, to: string): Files {
  const before = files[path]
  if (typeof before !== 'string' || !before.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return { ...files, [path]: before.replace(from, to) }
}
