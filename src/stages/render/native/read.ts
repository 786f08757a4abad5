import { isList, isMapping, own, type Mapping, type Value } from '../../../core/value.ts'

/** Reads fields of documents that another schema than the built-in one may have judged: a wrong type is no value. */

export function textAt(mapping: Mapping, key: string): string | undefined {
  const value = own(mapping, key)
  return typeof value === 'string' ? value : undefined
}

export function numberAt(mapping: Mapping, key: string): number | undefined {
  const value = own(mapping, key)
  return typeof value === 'number' ? value : undefined
}

/** The mapping under a key; an empty one where there is none. */
export function partAt(mapping: Mapping, key: string): Mapping {
  const value = own(mapping, key)
  return isMapping(value) ? value : {}
}

export function listAt(mapping: Mapping, key: string): readonly Value[] {
  const value = own(mapping, key)
  return isList(value) ? value : []
}

/** The texts in a list; anything else in it is passed over. */
export function textsAt(mapping: Mapping, key: string): readonly string[] {
  return listAt(mapping, key).filter((item) => typeof item === 'string')
}

export function isScalar(value: Value): value is boolean | number | string {
  return value !== null && typeof value !== 'object'
}

/** A mapping of the fields that have a value. */
export function given(fields: Readonly<Record<string, Value | undefined>>): Mapping {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, Value] => field[1] !== undefined))
}
