import type { Json } from '../reference/independent.ts'
import { applying, below, schemaOf, type Place } from './walk.ts'

/**
 * A document with the strings of INI and dotenv layers typed by the schema, written against the specification and
 * nothing of Cairn's. What is typed already stays as it is.
 */
export function typed(kind: string, document: Json): Json {
  return typedAt([schemaOf(kind)], document)
}

function typedAt(from: readonly Place[], value: Json): Json {
  const places = applying(from, value)
  if (typeof value === 'string') return typedScalar(places, value)
  if (Array.isArray(value)) return value.map((item, i) => typedAt(below(places, i), item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, typedAt(below(places, key), item)]))
}

function typedScalar(places: readonly Place[], text: string): Json {
  const told = places.map(typesOf).filter((types) => types !== undefined)
  if (told.length === 0 || told.every((types) => types.includes('string'))) return text
  if (told.some((types) => types.includes('array'))) {
    const separator = places.find(({ schema }) => schema['x-split'] !== undefined)?.schema['x-split']
    return typeof separator === 'string' ? text.split(separator).map((item) => typedAt(below(places, 0), item)) : text
  }
  if (/^(?:true|false)$/.test(text)) return text === 'true'
  return /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(text) ? Number(text) : text
}

function typesOf({ schema }: Place): string[] | undefined {
  const { type, enum: several, const: only } = schema as { type?: string; enum?: Json[]; const?: Json }
  if (type !== undefined) return [type]
  const values = several ?? (only === undefined ? undefined : [only])
  return values?.map((value) => (Array.isArray(value) ? 'array' : typeof value))
}
