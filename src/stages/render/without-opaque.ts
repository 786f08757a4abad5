import { Opaque } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isList, isMapping, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'

export type Dropped = (tokens: Tokens, leaf: Opaque) => void
/** Is given what is no opaque leaf and goes with the list that it is in: scalars, and what is empty. */
export type DroppedToo = (tokens: Tokens, leaf: Value) => void

/**
 * A copy without opaque leaves; subtrees that hold none are shared. `undefined` for an opaque leaf itself.
 *
 * @param path where the value stands; used while working, and left as it was
 * @param dropped called with each opaque leaf
 */
export function withoutOpaque(
  value: Value,
  path: string[],
  dropped: Dropped,
  droppedToo: DroppedToo = () => {},
): Value | undefined {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Opaque) {
    dropped([...path], value)
    return undefined
  }
  const to = { dropped, droppedToo }
  return isMapping(value) ? mappingWithout(value, path, to) : listWithout(value, path, to)
}

interface Listeners {
  readonly dropped: Dropped
  readonly droppedToo: DroppedToo
}

function mappingWithout(value: Mapping, path: string[], { dropped, droppedToo }: Listeners): Mapping {
  let kept: MutableMapping | undefined
  for (const key of Object.keys(value)) {
    const child = value[key] as Value
    path.push(key)
    const copy = withoutOpaque(child, path, dropped, droppedToo)
    path.pop()
    if (copy === child) continue
    kept ??= { ...value }
    if (copy === undefined) Reflect.deleteProperty(kept, key)
    else put(kept, key, copy)
  }
  return kept ?? value
}

/** A list is left out whole: without one item the others would stand at indices that are not theirs. */
function listWithout(value: readonly Value[], path: string[], { dropped, droppedToo }: Listeners): Value | undefined {
  const kept: (Value | undefined)[] = []
  let [same, whole] = [true, true]
  for (const [i, child] of value.entries()) {
    path.push(String(i))
    const copy = withoutOpaque(child, path, dropped, droppedToo)
    path.pop()
    same &&= copy === child
    whole &&= copy !== undefined
    kept.push(copy)
  }
  if (whole) return same ? value : (kept as Value[])
  for (const [i, copy] of kept.entries()) if (copy !== undefined) tellLeaves(copy, [...path, String(i)], droppedToo)
  return undefined
}

function tellLeaves(value: Value, path: readonly string[], tell: DroppedToo): void {
  const children = isMapping(value) ? Object.entries(value) : isList(value) ? Object.entries(value) : []
  if (children.length === 0) tell(path, value)
  for (const [key, child] of children) tellLeaves(child, [...path, key], tell)
}
