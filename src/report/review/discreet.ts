import type { Change, Side } from '../../core/change.ts'
import { WITHHELD } from '../../core/opaque.ts'
import { tokensOf, type Tokens } from '../../core/pointer.ts'
import { isClear, isNamedLikeSecret, isWithheld } from '../../core/secret-name.ts'
import { isList, isMapping, put, type MutableMapping, type Value } from '../../core/value.ts'

/**
 * A change as it may be mailed, copied and kept by others: texts and numbers in clear that go by the name of a secret
 * are not in it, whatever a schema says or does not say of them.
 */
export function discreet<C extends Change>(change: C): C {
  const { before, after, tokens, beforeTokens = tokens } = change
  return {
    ...change,
    ...(before === undefined ? {} : { before: discreetSide(before, beforeTokens) }),
    ...(after === undefined ? {} : { after: discreetSide(after, tokens) }),
  }
}

function discreetSide(side: Side, tokens: Tokens): Side {
  // What comes from a secret is one, whatever it is called here.
  const isFromSecret = side.targets?.some(isSecretTarget) === true && isClear(side.value)
  const value = isFromSecret ? WITHHELD : discreetValue(side.value, [...tokens])
  return value === side.value ? side : { ...side, value }
}

/** Of `services/db#/password` and `var#DB_PASSWORD`, as a reference is written. */
function isSecretTarget(target: string): boolean {
  const path = target.slice(target.indexOf('#') + 1)
  return isNamedLikeSecret(tokensOf(path) ?? [path])
}

/** The same value where nothing in it is withheld. */
function discreetValue(value: Value, path: string[]): Value {
  if (isList(value)) {
    const items = value.map((item, i) => below(item, String(i), path))
    return items.some((item, i) => item !== value[i]) ? items : value
  }
  if (!isMapping(value)) return isWithheld(value, path) ? WITHHELD : value
  let copy: MutableMapping | undefined
  for (const key of Object.keys(value)) {
    const old = value[key] as Value
    const now = below(old, key, path)
    if (now === old) continue
    if (copy === undefined) {
      copy = {}
      for (const each of Object.keys(value)) put(copy, each, value[each] as Value)
    }
    put(copy, key, now)
  }
  return copy ?? value
}

function below(value: Value, key: string, path: string[]): Value {
  path.push(key)
  const now = discreetValue(value, path)
  path.pop()
  return now
}
