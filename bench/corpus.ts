/** A deterministic repository in Cairn's default layout, for measuring: the same arguments give the same bytes. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SHARED, sharedSchema, schemaText } from './schemas.ts'

const TIERS = 3
const REGIONS = 6
const ENVIRONMENTS = 10

export interface CorpusOptions {
  readonly documents: number
  /** Kinds that the documents are spread over; one, `services`, where it is not said. */
  readonly kinds?: number
  /** Whether each kind has a schema. */
  readonly schemas?: boolean
}

export interface Corpus {
  readonly root: string
  /** Layer files; 20 environment files come on top. */
  readonly files: number
  /** Documents × concrete environments. */
  readonly effective: number
}

/**
 * Writes and commits documents with a layer in each of 20 environments: base, 3 tiers and 6 regions (abstract), 10
 * concrete ones that inherit from a tier and a region. 4 layers make an effective document; one document in 20 refers
 * to another, one in 20 has anchors and merge keys.
 */
export function corpus(root: string, { documents, kinds = 1, schemas = false }: CorpusOptions): Corpus {
  const result = { root, files: documents * 20, effective: documents * ENVIRONMENTS }
  if (existsSync(join(root, '.git'))) return result
  rmSync(root, { recursive: true, force: true })
  const kindOf = (i: number): string => (kinds === 1 ? 'services' : kindName(i % kinds))
  for (const environment of environments()) {
    const folder = join(root, 'environments', environment.name)
    for (let i = 0; i < kinds; i++) mkdirSync(join(folder, kindOf(i)), { recursive: true })
    writeFileSync(join(folder, 'environment.yaml'), environment.text)
    for (let i = 0; i < documents; i++) {
      const random = randomOf(`${environment.name}/${i}`)
      const text = environment.name === 'base' ? baseText(i, kindOf(0), random) : overlayText(i, environment.name, random)
      writeFileSync(join(folder, kindOf(i), `${serviceName(i)}.yaml`), text)
    }
  }
  if (schemas) writeSchemas(join(root, 'schemas'), kinds)
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', ...args])
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('-c', 'commit.gpgsign=false', '-c', 'gc.auto=0', 'commit', '-q', '-m', 'corpus', '--date', '2026-01-01T00:00:00Z')
  git('gc', '-q')
  return result
}

function writeSchemas(folder: string, kinds: number): void {
  mkdirSync(join(folder, 'shared'), { recursive: true })
  writeFileSync(join(folder, SHARED), sharedSchema())
  for (let i = 0; i < kinds; i++) writeFileSync(join(folder, `${kindName(i)}.yaml`), schemaText(i))
}

const kindName = (i: number): string => `kind-${String(i).padStart(2, '0')}`

export const serviceName = (i: number): string => `service-${String(i).padStart(4, '0')}`

function environments(): { name: string; text: string }[] {
  const abstract = (name: string, parent?: string) => ({
    name,
    text: `# ${name}: inherited from, never deployed\nabstract: true\n${parent === undefined ? '' : `inherits: ${parent}\n`}`,
  })
  const all = [abstract('base')]
  for (let t = 0; t < TIERS; t++) all.push(abstract(`tier-${t}`, 'base'))
  for (let r = 0; r < REGIONS; r++) all.push(abstract(`region-${r}`, 'base'))
  for (let e = 0; e < ENVIRONMENTS; e++) {
    const text = `inherits: [tier-${e % TIERS}, region-${e % REGIONS}]\nlabels:\n  number: "${e}"\nvariables:\n  DOMAIN: e${e}.example.com\n`
    all.push({ name: `environment-${e}`, text })
  }
  return all
}

function baseText(i: number, firstKind: string, random: () => number): string {
  const shared = i % 20 === 0
  return [
    `# Configuration of ${serviceName(i)}`,
    `name: ${serviceName(i)}`,
    `version: "${1 + (i % 4)}.${i % 10}.0"`,
    'network:',
    `  port: ${8000 + (i % 1000)}`,
    '  protocol: http',
    `  host: ${i % 20 === 1 ? `\${cairn:${firstKind}/service-0000#/name}.internal` : `${serviceName(i)}.internal`}`,
    '  timeouts: {connect: 5, read: 30, write: 30}',
    ...(shared ? ['defaults: &defaults', '  retries: 3', '  backoff: exponential', 'client:', '  <<: *defaults', '  retries: 5'] : []),
    'resources:',
    `  cpu: ${1 + Math.floor(random() * 8)}`,
    `  memory: ${1 + Math.floor(random() * 32)}Gi`,
    '  gpu:',
    `    count: ${Math.floor(random() * 4)}`,
    '    type: nvidia-a100',
    'features:',
    ...Array.from({ length: 8 }, (_, n) => `  feature-${n}: ${random() < 0.5}`),
    'limits:',
    ...Array.from({ length: 10 }, (_, n) => `  limit_${n}: ${Math.floor(random() * 100_000)}   # per ${n + 1} minutes`),
    'endpoints:',
    ...Array.from({ length: 5 }, (_, n) => `  - {path: /v1/endpoint-${n}, method: POST, rate: ${Math.floor(random() * 1000)}}`),
    'description: |',
    `  Serves requests of kind ${i % 7} and hands them on.`,
    '  It is measured, not deployed.',
    'labels:',
    ...Array.from({ length: 6 }, (_, n) => `  label-${n}: "value ${Math.floor(random() * 1000)}"`),
    '',
  ].join('\n')
}

function overlayText(i: number, environment: string, random: () => number): string {
  return [
    `# ${serviceName(i)} in ${environment}`,
    'network:',
    `  timeouts: {read: ${10 + Math.floor(random() * 60)}}`,
    'resources:',
    `  cpu: ${1 + Math.floor(random() * 16)}`,
    `  memory: ${1 + Math.floor(random() * 64)}Gi`,
    '  requests:',
    ...Array.from({ length: 5 }, (_, n) => `    class-${n}: ${Math.floor(random() * 1000)}`),
    'features:',
    ...Array.from({ length: 4 }, (_, n) => `  feature-${Math.floor(random() * 2) + n * 2}: ${random() < 0.5}`),
    'limits:',
    ...Array.from({ length: 6 }, (_, n) => `  limit_${n}: ${Math.floor(random() * 100_000)}   # raised for ${environment}`),
    'endpoints:',
    ...Array.from({ length: 4 }, (_, n) => `  - {path: /v2/endpoint-${n}, method: GET, rate: ${Math.floor(random() * 1000)}}`),
    `${environment}:`,
    '  settings:',
    ...Array.from({ length: 12 }, (_, n) => `    setting-${n}: "${Math.floor(random() * 1e9).toString(36)} ${Math.floor(random() * 1e9).toString(36)}"`),
    '',
  ].join('\n')
}

/** mulberry32, seeded by a text: not for secrets, only to be the same everywhere. */
function randomOf(text: string): () => number {
  let seed = 0
  for (let i = 0; i < text.length; i++) seed = (Math.imul(seed, 31) + text.charCodeAt(i)) | 0
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
