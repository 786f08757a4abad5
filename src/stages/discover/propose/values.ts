/** Plain values of files that a proposal looks into. Anything may stand in them. */
export type PlainMapping = Readonly<Record<string, unknown>>

export function isPlainMapping(value: unknown): value is PlainMapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(Object.getPrototypeOf(value))
}

/** Leaves that a parser keeps as instances of its own are no mappings. */
function isPlain(prototype: unknown): boolean {
  return prototype === Object.prototype || prototype === null
}

export function ownValue(value: unknown, key: string): unknown {
  return isPlainMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

export function valueUnder(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(ownValue, value)
}

export function keysOf(value: unknown): readonly string[] {
  return isPlainMapping(value) ? Object.keys(value) : []
}

/** The share of `some` that is also in `all`: 0 to 1, and 0 where there is nothing to compare. */
export function shareIn(some: readonly string[], all: ReadonlySet<string>): number {
  return some.length === 0 ? 0 : some.filter((key) => all.has(key)).length / some.length
}

/** Whether `at` can name a key: `*` and braces have a meaning there, and no document is called '' or `x/`. */
export function isWritable(key: string): boolean {
  return key !== '' && key !== '*' && !/[{}]|\/$/.test(key)
}

/** Items by what they have in common, in the order of their first. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}

/** A few items from all over a list: first, last, and between. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))] as T)
}
