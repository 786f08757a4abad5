import { strategyAtKey, type Strategy } from '../../core/strategy.ts'
import { isList, isMapping, type Value } from '../../core/value.ts'

/** Whether the schema puts a value, or anything in it, under `x-secret`. */
export function holdsSecret(value: Value | undefined, strategy: Strategy | undefined): boolean {
  if (value === undefined || strategy === undefined) return false
  if (strategy.secret === true) return true
  if (isList(value)) return value.some((item) => holdsSecret(item, strategy.items))
  if (!isMapping(value)) return false
  return Object.keys(value).some((key) => holdsSecret(value[key], strategyAtKey(strategy, key)))
}
