import { isList, isMapping, type Value } from '../../core/value.ts'
import { bitsOf, equals } from './stand-ins.ts'
import type { Predicate } from './writing.ts'

/** `enum` and `const`: scalars by a look-up, however many there are. */
export function isOneOf(allowed: readonly Value[]): Predicate {
  const scalars = new Set<unknown>()
  const collections = new Set<string>()
  for (const value of allowed) {
    if (typeof value === 'object' && value !== null) collections.add(canonical(value))
    else scalars.add(value)
  }
  return (data) => {
    if (typeof data !== 'object' || data === null) return scalars.has(data)
    return collections.size > 0 && collections.has(canonical(data))
  }
}

/** `enum` and `const` of a value that may hold stand-ins. */
export function equalsOneOf(allowed: readonly Value[], how: 'maybe' | 'certainly'): Predicate {
  return (data) => allowed.some((value) => equals(data, value, how))
}

/** `type` of a value that may be a stand-in. */
export function isOfType(bits: number, how: 'maybe' | 'certainly'): Predicate {
  return how === 'maybe' ? (data) => (bitsOf(data) & bits) !== 0 : (data) => (bitsOf(data) & ~bits) === 0
}

/** Whether a value is known as far as some types go: not a stand-in for what may be one of them. */
export function isKnown(bits: number): Predicate {
  return (data) => typeof data !== 'symbol' || (bitsOf(data) & bits) === 0
}

export function isUnique(data: unknown): boolean {
  if (!Array.isArray(data)) return true
  const seen = new Set<unknown>()
  for (const item of data as readonly unknown[]) {
    const key = typeof item === 'object' && item !== null ? canonical(item) : typeof item === 'string' ? `"${item}` : item
    if (seen.has(key)) return false
    seen.add(key)
  }
  return true
}

/** `uniqueItems` of a list that may hold stand-ins, no two of which are taken for the same value. */
export function isMaybeUnique(data: unknown): boolean {
  return !Array.isArray(data) || isUnique(data.filter((item: unknown) => !holdsStandIn(item)))
}

export function isCertainlyUnique(data: unknown): boolean {
  return !Array.isArray(data) || data.length < 2 || (!holdsStandIn(data) && isUnique(data))
}

function holdsStandIn(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return typeof data === 'symbol'
  return Object.values(data).some(holdsStandIn)
}

/** One text for all equal values of JSON: keys sorted, numbers as JavaScript writes them. */
function canonical(data: unknown): string {
  if (isList(data as Value)) return `[${(data as readonly unknown[]).map(canonical).join(',')}]`
  if (!isMapping(data as Value)) return JSON.stringify(data)
  const mapping = data as Readonly<Record<string, unknown>>
  const keys = Object.keys(mapping).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(mapping[key])}`).join(',')}}`
}

/** `multipleOf` as people mean it: by the decimal numbers that are written, so that 0.3 is a multiple of 0.1. */
export function isMultipleOf(divisor: number): Predicate {
  return (data) => {
    if (typeof data !== 'number') return true
    const quotient = data / divisor
    if (Number.isInteger(quotient) || !Number.isFinite(quotient)) return Number.isFinite(quotient)
    // A quotient that is no integer though the decimals divide has been rounded: it is next to one.
    if (Math.abs(quotient - Math.round(quotient)) > Math.abs(quotient) * 4 * Number.EPSILON) return false
    return dividesExactly(data, divisor)
  }
}

function dividesExactly(value: number, divisor: number): boolean {
  const [a, b] = [decimal(value), decimal(divisor)]
  const exponent = Math.min(a.exponent, b.exponent)
  if (Math.max(a.exponent, b.exponent) - exponent > 700) return false
  return scaled(a, exponent) % scaled(b, exponent) === 0n
}

interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

/** A double as the shortest decimal that reads as it. */
function decimal(value: number): Decimal {
  const [, whole = '0', fraction = '', power = '0'] = /^-?(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential()) ?? []
  return { digits: BigInt(whole + fraction), exponent: Number(power) - fraction.length }
}

function scaled({ digits, exponent }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(exponent - to)
}
