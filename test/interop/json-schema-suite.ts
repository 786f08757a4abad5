import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The JSON-Schema-Test-Suite: see json-schema-suite/README.md. */
const SUITE = join(dirname(fileURLToPath(import.meta.url)), 'json-schema-suite')
const require = createRequire(import.meta.url)

export type Draft = 'draft7' | 'draft2020-12'
export const DRAFTS: readonly Draft[] = ['draft7', 'draft2020-12']

export interface Case {
  /** `file: group: test`. */
  readonly title: string
  readonly schema: unknown
  readonly data: unknown
  readonly valid: boolean
}

interface Group {
  readonly description: string
  readonly schema: unknown
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[]
}

/** The mandatory cases of a draft; those of one group share their schema. */
export function casesOf(draft: Draft): readonly Case[] {
  const folder = join(SUITE, 'tests', draft)
  return readdirSync(folder).sort().flatMap((file) =>
    (read(join(folder, file)) as readonly Group[]).flatMap(({ description, schema, tests }) =>
      tests.map((test) => ({ title: `${file}: ${description}: ${test.description}`, schema, data: test.data, valid: test.valid }))))
}

/** The schemas that those of the suite refer to, by URI. */
export function remotesOf(draft: Draft): ReadonlyMap<string, unknown> {
  const folder = join(SUITE, 'remotes')
  const remotes = new Map<string, unknown>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1)
    if (!entry.isFile() || (path.startsWith('draft') && !path.startsWith(`${draft}/`))) continue
    remotes.set(`http://localhost:1234/${path}`, read(join(folder, path)))
  }
  return remotes
}

/** The meta-schemas of a draft, as ajv has them. */
export function metaSchemasOf(draft: Draft): readonly { readonly $id: string }[] {
  if (draft === 'draft7') return [require('ajv/dist/refs/json-schema-draft-07.json') as { $id: string }]
  const folder = dirname(require.resolve('ajv/dist/refs/json-schema-2020-12/schema.json'))
  const vocabularies = readdirSync(join(folder, 'meta')).map((file) => join(folder, 'meta', file))
  return [join(folder, 'schema.json'), ...vocabularies].map((file) => read(file) as { $id: string })
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
