import { createRegExp } from '../../src/adapters/re2.ts'
import { createSchemas, type SchemaNode } from '../../src/core/schema/schemas.ts'
import type { SchemaDocument } from '../../src/core/schema/types.ts'
import { Source } from '../../src/core/source.ts'
import { pointer } from '../../src/core/pointer.ts'
import type { Value } from '../../src/core/value.ts'
import type { RawIssue } from '../../src/core/validation.ts'

export const regexp = createRegExp()

/** A schema document without places: what matters is the value. */
export function documentOf(path: string, value: unknown): SchemaDocument {
  const source = new Source(path, JSON.stringify(value))
  return { path, tree: { source, value: value as Value, keys: [null], spans: new Int32Array(5) } }
}

/** The root of a schema by itself, or among others by path. */
export function schemaOf(value: unknown, others: Readonly<Record<string, unknown>> = {}): SchemaNode {
  const documents = Object.entries({ 'schema.json': value, ...others }).map(([path, schema]) => documentOf(path, schema))
  const root = createSchemas(documents, regexp).root('schema.json')
  if (root === undefined) throw new Error('there is no schema')
  return root
}

/** `keyword at pointer (key) by schema`, as tests compare issues. */
export function told({ keyword, tokens, key, schema }: RawIssue): string {
  return `${keyword} at ${pointer(tokens)}${key === undefined ? '' : ` (${key})`} by ${pointer(schema.tokens)}`
}
