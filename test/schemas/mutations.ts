import type { Json } from '../reference/independent.ts'
import type { Mapping } from './schemas.ts'

export type Pointer = readonly (string | number)[]

/** Values of each JSON type but a value's own; for an integer also a number that is none. */
export function otherTypes(value: Json): Json[] {
  const others: Json[] = ['text', 7, true, null, [], {}].filter((other) => typeName(other) !== typeName(value))
  if (typeof value === 'string') others.push(...(/^[0-9.]+$/.test(value) ? [Number.parseFloat(value)] : []))
  if (typeof value === 'number' || typeof value === 'boolean') others.push(String(value))
  return others
}

/** What a hurried hand makes of a key. */
export function misspellings(key: string): string[] {
  const middle = key.length >> 1
  const swapped = key.slice(0, middle - 1) + key.charAt(middle) + key.charAt(middle - 1) + key.slice(middle + 1)
  const wrong = [
    key.slice(0, -1),
    key.slice(1),
    key + key.slice(-1),
    key.slice(0, middle) + key.slice(middle + 1),
    key.slice(0, middle) + key.charAt(middle) + key.slice(middle),
    `${key}s`,
    key.charAt(0).toUpperCase() + key.slice(1),
    key.replaceAll('_', '-'),
    key.replaceAll('_', ''),
    key.length > 1 ? swapped : `${key}${key}`,
  ]
  return [...new Set(wrong)].filter((one) => one !== key)
}

/** A copy with another value at a pointer. */
export function replaced(document: Json, pointer: Pointer, value: Json): Json {
  const [key, ...rest] = pointer
  if (key === undefined) return value
  if (Array.isArray(document)) return document.map((item, i) => (i === key ? replaced(item, rest, value) : item))
  const mapping = document as Mapping
  return { ...mapping, [key]: replaced(mapping[key] as Json, rest, value) }
}

/** A copy without the key at a pointer. */
export function removed(document: Json, pointer: Pointer): Json {
  return edited(document, pointer, (entries, key) => entries.filter(([one]) => one !== key))
}

/** A copy with another key at a pointer, in the same place. */
export function renamed(document: Json, pointer: Pointer, to: string): Json {
  return edited(document, pointer, (entries, key) => entries.map(([one, value]) => [one === key ? to : one, value]))
}

type Entries = [string, Json][]

function edited(document: Json, pointer: Pointer, edit: (entries: Entries, key: string) => Entries): Json {
  const parent = pointer.slice(0, -1)
  const mapping = valueAt(document, parent) as Mapping
  return replaced(document, parent, Object.fromEntries(edit(Object.entries(mapping), String(pointer.at(-1)))))
}

export function valueAt(document: Json, pointer: Pointer): Json {
  let at = document
  for (const key of pointer) at = (at as Record<string | number, Json>)[key] as Json
  return at
}

function typeName(value: Json): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
