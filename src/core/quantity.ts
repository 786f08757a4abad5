/** An amount in billionths of its unit (of a byte, a core, a GPU): exact, and never negative. */
export type Amount = bigint

/** How much a suffix multiplies by, in billionths. */
const SUFFIXES: ReadonlyMap<string, bigint> = new Map([
  ['n', 1n],
  ['u', 10n ** 3n],
  ['m', 10n ** 6n],
  ['', 10n ** 9n],
  ['k', 10n ** 12n],
  ['M', 10n ** 15n],
  ['G', 10n ** 18n],
  ['T', 10n ** 21n],
  ['P', 10n ** 24n],
  ['E', 10n ** 27n],
  ['Ki', 2n ** 10n * 10n ** 9n],
  ['Mi', 2n ** 20n * 10n ** 9n],
  ['Gi', 2n ** 30n * 10n ** 9n],
  ['Ti', 2n ** 40n * 10n ** 9n],
  ['Pi', 2n ** 50n * 10n ** 9n],
  ['Ei', 2n ** 60n * 10n ** 9n],
])

/** More than any quantity needs. It bounds the work that a hostile text can ask for. */
const LONGEST = 64
const LARGEST_EXPONENT = 30

const GRAMMAR = /^\+?(?:([0-9]+)(?:\.([0-9]*))?|\.([0-9]+))(?:[eE]([+-]?[0-9]{1,3})|([a-zA-Z]*))$/

/**
 * Reads a number, or a quantity as Kubernetes writes it (`500m`, `2Gi`, `1e3`), exactly. What is finer than a billionth
 * is rounded up, as Kubernetes does. `undefined` for what is none, is negative or is beyond all sense.
 *
 * Source: k8s.io/apimachinery/pkg/api/resource, the grammar of Quantity.
 *
 * @param scale what a number without a suffix stands for: 1 for bytes and cores, 1,048,576 for a field in MiB
 */
export function parseQuantity(value: string | number, scale = 1n): Amount | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (text.length > LONGEST) return undefined
  const match = GRAMMAR.exec(text)
  if (match === null) return undefined
  const [, whole = '', fraction = match[3] ?? '', , exponent, suffix = ''] = match
  const unit = SUFFIXES.get(suffix)
  if (unit === undefined) return undefined
  const power = exponent === undefined ? 0 : Number(exponent)
  if (Math.abs(power) > LARGEST_EXPONENT) return undefined
  const factor = suffix === '' ? unit * scale : unit
  return shift(BigInt(whole + fraction) * factor, power - fraction.length)
}

/** Times a power of ten; rounded up. */
function shift(amount: bigint, power: number): bigint {
  if (power >= 0) return amount * 10n ** BigInt(power)
  const divisor = 10n ** BigInt(-power)
  return (amount + divisor - 1n) / divisor
}

/** What a bare number stands for under a key: `memory_mb` and `memory_mb_per_node` count in MiB. Otherwise one. */
export function scaleOf(key: string | undefined): bigint {
  const ending = /_([kmgt])i?b(?:_per_[a-z]+)?$/i.exec(key ?? '')?.[1]?.toUpperCase()
  return ending === undefined ? 1n : 2n ** (10n * BigInt('KMGT'.indexOf(ending) + 1))
}
