import { Opaque } from '../../core/opaque.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'

/**
 * Which of `items` are neither in `low` nor earlier in `items`. Items that hold anything opaque are always new: whether
 * two of them are equal is not known. Linear in the size of both.
 */
export function unseen(low: readonly Value[], items: readonly Value[]): readonly boolean[] {
  const seen = new Set<string>()
  for (const item of low) seen.add(canonical(item) ?? '')
  return items.map((item) => {
    const text = canonical(item)
    if (text === undefined) return true
    const before = seen.size
    return seen.add(text).size > before
  })
}

/** A text that two values share exactly if they are equal; `undefined` for what holds an opaque leaf. */
function canonical(value: Value): string | undefined {
  if (value instanceof Opaque) return undefined
  if (isList(value)) return enclose('[', value.map(canonical), ']')
  if (!isMapping(value)) return JSON.stringify(value)
  const entries = Object.keys(value).sort().map((key) => {
    const text = canonical(value[key] as Value)
    return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`
  })
  return enclose('{', entries, '}')
}

function enclose(open: string, parts: readonly (string | undefined)[], close: string): string | undefined {
  return parts.includes(undefined) ? undefined : open + parts.join(',') + close
}
