import { Opaque } from '../../core/opaque.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'

/** Different values, in their order, with a quick answer to whether one is among them. */
export interface Distinct {
  readonly values: readonly Value[]
  readonly has: (value: Value) => boolean
}

export function distinct(values: readonly Value[]): Distinct {
  const scalars = new Set<Value>()
  const texts = new Set<string>()
  const isKnown = (value: Value): boolean => (isScalar(value) ? scalars.has(value) : texts.has(textOf(value)))
  const each: Value[] = []
  for (const value of values) {
    if (isKnown(value)) continue
    if (isScalar(value)) scalars.add(value)
    else texts.add(textOf(value))
    each.push(value)
  }
  return { values: each, has: isKnown }
}

/** What is opaque stands for itself, too. */
function isScalar(value: Value): boolean {
  return value instanceof Opaque || typeof value !== 'object' || value === null
}

/** A text that equal collections share, without the order of keys. */
function textOf(value: Value): string {
  if (isList(value)) return `[${value.map(textOf).join()}]`
  if (!isMapping(value)) return value instanceof Opaque ? 'opaque' : JSON.stringify(value)
  const entries = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${textOf(value[key] as Value)}`)
  return `{${entries.join()}}`
}
