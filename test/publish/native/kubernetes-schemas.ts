import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** A part of Kubernetes' JSON schemas; its README says which, and from where. */
export const SCHEMAS = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'fixtures', 'kubernetes')

/** A validator for each kind of resource that the fixtures have a schema of, by `Kind`. Unknown fields are errors. */
export function kubernetesValidators(): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  const files = readdirSync(SCHEMAS).filter((file) => file.endsWith('.json'))
  for (const file of files) ajv.addSchema(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as object, file)
  const validators = new Map<string, ValidateFunction>()
  for (const file of files) {
    const { properties } = JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as { properties?: { kind?: { enum?: string[] } } }
    const kind = properties?.kind?.enum?.[0]
    const validate = kind === undefined ? undefined : ajv.getSchema(file)
    if (kind !== undefined && validate !== undefined) validators.set(kind, validate)
  }
  return validators
}
