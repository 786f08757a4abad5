import { Opaque, Sealed, Secret } from '../../core/opaque.ts'
import { isList, isMapping, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'

/** The types of JSON as bits, numbers with and without a fraction apart: what a value may be. */
export const TYPES = { null: 1, boolean: 2, integer: 4, fraction: 8, string: 16, array: 32, object: 64 } as const
export const NUMBER = TYPES.integer | TYPES.fraction
const ANY = 127

/** The bits of a name in `type`; 0 for one that does not exist. */
export function typeBits(name: unknown): number {
  if (name === 'number') return NUMBER
  return typeof name === 'string' && name !== 'fraction' && Object.hasOwn(TYPES, name) ? TYPES[name as keyof typeof TYPES] : 0
}

/**
 * A stand-in takes the place of an opaque leaf in what ajv sees: a symbol, which is no value of JSON, cannot become
 * text, and says no more than which types the leaf may have.
 */
const standIns = new Map<number, symbol>()
const bitsOfStandIn = new Map<symbol, number>()

function standIn(bits: number): symbol {
  let symbol = standIns.get(bits)
  if (symbol === undefined) {
    symbol = Symbol('unknown')
    standIns.set(bits, symbol)
    bitsOfStandIn.set(symbol, bits)
  }
  return symbol
}

/** What a value may be; of a known value one bit. */
export function bitsOf(data: unknown): number {
  switch (typeof data) {
    case 'symbol':
      return bitsOfStandIn.get(data) ?? ANY
    case 'string':
      return TYPES.string
    case 'boolean':
      return TYPES.boolean
    case 'number':
      return Number.isInteger(data) ? TYPES.integer : TYPES.fraction
    default:
      return data === null ? TYPES.null : Array.isArray(data) ? TYPES.array : TYPES.object
  }
}

function bitsOfOpaque(leaf: Opaque): number {
  if (leaf.opaque === 'exact') return NUMBER
  if (!(leaf instanceof Sealed) && !(leaf instanceof Secret)) return ANY
  switch (leaf.type) {
    case 'str':
    case 'bytes':
    case 'time':
      return TYPES.string
    case 'int':
      return TYPES.integer
    case 'float':
      return NUMBER
    case 'bool':
      return TYPES.boolean
    case 'comment':
      return ANY
  }
}

/** The value with a stand-in for each opaque leaf; subtrees without any are shared. */
export function withStandIns(value: Value): unknown {
  return holdsOpaque(value) ? replaced(value) : value
}

/** Most values hold none, and all are asked: no list of keys is made. */
function holdsOpaque(value: Value): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Opaque) return true
  if (isList(value)) {
    for (const item of value) if (typeof item === 'object' && item !== null && holdsOpaque(item)) return true
    return false
  }
  for (const key in value) {
    const entry = value[key]
    if (typeof entry === 'object' && entry !== null && holdsOpaque(entry)) return true
  }
  return false
}

function replaced(value: Value): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Opaque) return standIn(bitsOfOpaque(value))
  return isMapping(value) ? mappingWithStandIns(value) : listWithStandIns(value)
}

function listWithStandIns(list: readonly Value[]): unknown {
  let copy: unknown[] | undefined
  for (const [i, item] of list.entries()) {
    const seen = replaced(item)
    if (seen !== item) (copy ??= [...list])[i] = seen
  }
  return copy ?? list
}

function mappingWithStandIns(mapping: Mapping): unknown {
  let copy: MutableMapping | undefined
  for (const key of Object.keys(mapping)) {
    const seen = replaced(mapping[key] as Value)
    if (seen === mapping[key]) continue
    copy ??= copyOf(mapping)
    put(copy, key, seen as Value)
  }
  return copy ?? mapping
}

function copyOf(mapping: Mapping): MutableMapping {
  const copy: MutableMapping = {}
  for (const key of Object.keys(mapping)) put(copy, key, mapping[key] as Value)
  return copy
}

/** Whether a value with stand-ins can be, or certainly is, equal to a value of JSON. */
export function equals(data: unknown, wanted: Value, how: 'maybe' | 'certainly'): boolean {
  if (typeof data === 'symbol') return how === 'maybe' && (bitsOf(data) & bitsOf(wanted)) !== 0
  if (data === wanted) return true
  if (typeof data !== 'object' || typeof wanted !== 'object' || data === null || wanted === null) return false
  if (Array.isArray(data) || Array.isArray(wanted)) {
    if (!Array.isArray(data) || !Array.isArray(wanted) || data.length !== wanted.length) return false
    return data.every((item, i) => equals(item, (wanted as readonly Value[])[i] as Value, how))
  }
  if (!isMapping(wanted)) return false
  const keys = Object.keys(data)
  if (keys.length !== Object.keys(wanted).length) return false
  const entries = data as Readonly<Record<string, unknown>>
  return keys.every((key) => Object.hasOwn(wanted, key) && equals(entries[key], wanted[key] as Value, how))
}
