import { Opaque, Sealed, Unresolved } from './opaque.ts'

/** What a layer or an effective document holds: JSON, and opaque leaves. Never mutated once a stage has returned it. */
export type Value = null | boolean | number | string | Opaque | readonly Value[] | Mapping
export interface Mapping {
  readonly [key: string]: Value
}
/** A mapping under construction. */
export type MutableMapping = Record<string, Value>

/** True for mappings only: not for lists, null or opaque leaves. */
export function isMapping(value: Value | undefined): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Opaque)
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value)
}

/** Sets a key as an own property, `__proto__` included: no key of a document ever touches a prototype. */
export function put(mapping: MutableMapping, key: string, value: Value): void {
  if (key === '__proto__') {
    Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true })
  } else {
    mapping[key] = value
  }
}

/** The own value of a key, `undefined` where there is none; `__proto__` and `constructor` are keys like any other. */
export function own(mapping: Mapping, key: string): Value | undefined {
  return Object.hasOwn(mapping, key) ? mapping[key] : undefined
}

/** The value at a pointer's tokens, `undefined` where the path leads nowhere. List items are reached by index. */
export function valueAt(value: Value, tokens: readonly string[]): Value | undefined {
  let at: Value | undefined = value
  for (const token of tokens) {
    if (isMapping(at)) at = own(at, token)
    else if (isList(at)) at = LIST_INDEX.test(token) ? at[Number(token)] : undefined
    else return undefined
  }
  return at
}

/** An array index as RFC 6901 §4 writes it: no leading zeros. */
const LIST_INDEX = /^(?:0|[1-9][0-9]*)$/

/** The word a person uses for what a value is. */
export type ValueKind = 'null' | 'boolean' | 'number' | 'string' | 'list' | 'mapping' | Opaque['opaque']

export function kindOf(value: Value): ValueKind {
  if (value === null) return 'null'
  if (isList(value)) return 'list'
  if (value instanceof Opaque) return value.opaque
  const type = typeof value
  return type === 'object' ? 'mapping' : (type as 'boolean' | 'number' | 'string')
}

/**
 * Deep equality of values. Two holes are equal, two sealed leaves by ciphertext, two unresolved ones by their parts,
 * two secrets only if the same one.
 */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Opaque || b instanceof Opaque) return a instanceof Opaque && b instanceof Opaque && sameOpaque(a, b)
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((item, i) => sameValue(item, b[i] as Value))
  }
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key] as Value, b[key] as Value))
}

function sameOpaque(a: Opaque, b: Opaque): boolean {
  if (a instanceof Sealed) return b instanceof Sealed && a.sameCiphertext(b)
  if (a instanceof Unresolved) return b instanceof Unresolved && a.sameParts(b, samePart)
  return a.opaque === 'hole' && b.opaque === 'hole'
}

function samePart(a: unknown, b: unknown): boolean {
  return a === b || (a instanceof Opaque && b instanceof Opaque && sameOpaque(a, b))
}
