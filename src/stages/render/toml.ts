import { stringify } from 'smol-toml'
import { say } from '../../core/message.ts'
import { isList, isMapping, kindOf, put, type MutableMapping, type Value } from '../../core/value.ts'
import type { Tell } from './problem.ts'

/** TOML 1.0. It has no null, and its root is a table; whole numbers that 64 bits cannot hold are floats. */
export function writeToml(value: Value, tell: Tell): string {
  if (!isMapping(value)) {
    tell({ tokens: [], said: say`TOML starts with a table, and this document is a ${kindOf(value)}` })
    return ''
  }
  return stringify(representable(value, [], tell))
}

/** A copy without what TOML cannot hold, which is told. */
function representable(value: Value, path: readonly string[], tell: Tell): unknown {
  if (typeof value === 'number') return isLong(value) ? BigInt(value) : value
  if (isList(value)) {
    return value.flatMap((item, i) => {
      const at = [...path, String(i)]
      return isUnspeakable(item, at, tell) ? [] : [representable(item, at, tell)]
    })
  }
  if (!isMapping(value)) return value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    const child = value[key] as Value
    const at = [...path, key]
    if (!isUnspeakable(child, at, tell)) put(copy as MutableMapping, key, representable(child, at, tell) as Value)
  }
  return copy
}

/** Whether a number is one that smol-toml would write as a float, though it is a whole number of TOML. */
function isLong(value: number): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && value >= -(2 ** 63) && value < 2 ** 63
}

function isUnspeakable(value: Value, tokens: readonly string[], tell: Tell): boolean {
  if (value === null) tell({ tokens, said: say`TOML has no null` })
  return value === null
}
