import type { ChangeKind } from '../../core/change.ts'
import { Hole } from '../../core/opaque.ts'
import type { Tokens } from '../../core/pointer.ts'
import { isMapping, own, sameValue, type Mapping, type Value } from '../../core/value.ts'

/** An edited leaf of a layer: a scalar, null, list, empty mapping, or a value that became one of another type. */
export interface LeafEdit {
  readonly kind: ChangeKind
  readonly tokens: Tokens
}

/**
 * The leaves that differ between two versions of a layer; `undefined` is a layer that is not there, null an empty file.
 * Lists are not looked into: merging may move items, so that an item's pointer in a layer is not its pointer in the
 * document. Holes are not compared.
 */
export function leafEdits(before: Value | undefined, after: Value | undefined): LeafEdit[] {
  const found: LeafEdit[] = []
  collect(before === null ? {} : before, after === null ? {} : after, [], found)
  return found
}

function collect(before: Value | undefined, after: Value | undefined, path: string[], found: LeafEdit[]): void {
  if (before === after || before instanceof Hole || after instanceof Hole) return
  const left = childrenOf(before, after)
  const right = childrenOf(after, before)
  if (left !== undefined && right !== undefined) return collectKeys(left, right, path, found)
  if (before === undefined) found.push({ kind: 'added', tokens: path.slice() })
  else if (after === undefined) found.push({ kind: 'removed', tokens: path.slice() })
  else if (!sameValue(before, after)) found.push({ kind: 'changed', tokens: path.slice() })
}

/** The entries of one side: none where it is not there and the other one's are looked at one by one. */
function childrenOf(value: Value | undefined, other: Value | undefined): Mapping | undefined {
  if (isMapping(value)) return value
  return value === undefined && isMapping(other) && Object.keys(other).length > 0 ? {} : undefined
}

function collectKeys(before: Mapping, after: Mapping, path: string[], found: LeafEdit[]): void {
  for (const key of Object.keys(after)) collectKey(own(before, key), after[key], key, path, found)
  for (const key of Object.keys(before)) {
    if (!Object.hasOwn(after, key)) collectKey(before[key], undefined, key, path, found)
  }
}

function collectKey(
  before: Value | undefined,
  after: Value | undefined,
  key: string,
  path: string[],
  found: LeafEdit[],
): void {
  path.push(key)
  collect(before, after, path, found)
  path.pop()
}
