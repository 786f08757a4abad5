import { stringify } from 'smol-toml'
import { say } from '../../core/message.ts'
import { isList, isMapping, kindOf, put, type MutableMapping, type Value } from '../../core/value.ts'
import type { Tell } from './problem.ts'

/** TOML 1.0. It has no null, whole numbers of 64 bits, and its root is a table. */
export function writeToml(value: Value, tell: Tell): string {
  if (!isMapping(value)) {
    tell({ tokens: [], said: say`TOML starts with a table, and this document is a ${kindOf(value)}` })
    return ''
  }
  return stringify(representable(value, [], tell))
}

/** A copy without what TOML cannot hold, which is told. */
function representable(value: Value, path: readonly string[], tell: Tell): Value {
  if (isList(value)) {
    return value.flatMap((item, i) => {
      const at = [...path, String(i)]
      return isUnspeakable(item, at, tell) ? [] : [representable(item, at, tell)]
    })
  }
  if (!isMapping(value)) return value
  const copy: MutableMapping = {}
  for (const key of Object.keys(value)) {
    const child = value[key] as Value
    const at = [...path, key]
    if (!isUnspeakable(child, at, tell)) put(copy, key, representable(child, at, tell))
  }
  return copy
}

/** The first double above all whole numbers of TOML. */
const TOO_LARGE = 2 ** 63

function isUnspeakable(value: Value, tokens: readonly string[], tell: Tell): boolean {
  // From 1e21 on numbers are written as floats.
  const isTooLarge = typeof value === 'number' && Math.abs(value) >= TOO_LARGE && Math.abs(value) < 1e21
  if (value === null) tell({ tokens, said: say`TOML has no null` })
  else if (isTooLarge) tell({ tokens, said: say`TOML's whole numbers end at 9223372036854775807` })
  return value === null || isTooLarge
}
