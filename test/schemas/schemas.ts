import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import type { Json } from '../reference/independent.ts'
import { ROOT } from '../reference/repository-files.ts'

export type Mapping = Readonly<Record<string, Json>>

/** This project's schemas, by file. */
export const SCHEMAS: ReadonlyMap<string, Mapping> = new Map(
  readdirSync(join(ROOT, 'schemas'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, parse(readFileSync(join(ROOT, 'schemas', file), 'utf8')) as Mapping]),
)

/** Cairn's own keywords. */
export const KEYWORDS = ['x-merge', 'x-ref', 'x-split', 'x-secret', 'x-unit', 'x-reload']

/** The kind of each document in `docs/examples`. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  'ai-model': 'models',
  'platform-service': 'services',
  infrastructure: 'infrastructure',
  integration: 'integrations',
  monitoring: 'monitoring',
  'deployment-systemd': 'deployments',
  'deployment-docker': 'deployments',
  'deployment-kubernetes': 'deployments',
}

/** The file of a kind's schema. */
export function fileOf(kind: string): string {
  return `${kind}.yaml`
}

/** ajv itself, nothing of Cairn's between: strict, so that a keyword that no validator would read is an error. */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, discriminator: true })
  ajv.addVocabulary(KEYWORDS)
  addFormats.default(ajv)
  for (const [file, schema] of SCHEMAS) ajv.addSchema(schema, file)
  return ajv
}

const ajv = createAjv()

/** The validator of a file's schema, or of what stands at a pointer of it. */
export function validator(file: string, tokens: readonly string[] = []): ValidateFunction {
  const fragment = tokens.map((token) => `/${encodeURIComponent(token.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
  const found = ajv.getSchema(tokens.length === 0 ? file : `${file}#${fragment.join('')}`)
  if (found === undefined) throw new Error(`no schema at ${file}#${fragment.join('')}`)
  return found
}

/** What is wrong with a value, in ajv's words; empty where it is valid. */
export function problems(validate: ValidateFunction, value: unknown): string[] {
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
}
