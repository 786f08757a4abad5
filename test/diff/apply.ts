import type { Change } from '../../src/core/change.ts'
import type { Tokens } from '../../src/core/pointer.ts'
import { isList, isMapping, put, type MutableMapping, type Value } from '../../src/core/value.ts'

/** What a document becomes by its changes: the law that makes a list of changes a complete account. */
export function apply(before: Value, changes: readonly Change[]): Value {
  const pending = changes.map((change) => ({ change, from: change.beforeTokens ?? change.tokens, to: change.tokens }))
  return applyAt(before, pending)
}

interface Pending {
  readonly change: Change
  /** What is left of the pointer, before and after. */
  readonly from: Tokens
  readonly to: Tokens
}

function applyAt(before: Value, pending: readonly Pending[]): Value {
  const here = pending.find(({ to }) => to.length === 0)
  if (here !== undefined) return here.change.after?.value as Value
  if (pending.length === 0) return before
  if (isList(before)) return applyToList(before, pending)
  if (!isMapping(before)) throw new Error('a change below a leaf')
  const after: MutableMapping = {}
  for (const key of new Set([...Object.keys(before), ...pending.map(({ to }) => to[0] as string)])) {
    const mine = pending.filter(({ to }) => to[0] === key).map(inside)
    if (mine.some(({ change, to }) => to.length === 0 && change.kind === 'removed')) continue
    put(after, key, applyAt(Object.hasOwn(before, key) ? (before[key] as Value) : null, mine))
  }
  return after
}

/** Items that nothing is said of keep their order and fill the places that nothing else takes. */
function applyToList(before: readonly Value[], pending: readonly Pending[]): Value[] {
  const placed = new Map<number, Value>()
  const used = new Set<number>()
  for (const { change, from, to } of pending) {
    if (from.length > 1 || change.kind === 'changed') {
      const mine = pending.filter((other) => isInside(other, from[0] as string))
      placed.set(Number(to[0]), applyAt(before[Number(from[0])] as Value, mine.map(inside)))
      used.add(Number(from[0]))
    } else if (change.kind === 'added') placed.set(Number(to[0]), change.after?.value as Value)
    else used.add(Number(from[0]))
  }
  const rest = before.filter((_, i) => !used.has(i))
  const after: Value[] = []
  while (rest.length > 0 || placed.has(after.length)) {
    const at = after.length
    after.push(placed.has(at) ? (placed.get(at) as Value) : (rest.shift() as Value))
  }
  return after
}

const isInside = ({ change, from }: Pending, index: string): boolean =>
  from[0] === index && (from.length > 1 || change.kind === 'changed')

const inside = ({ change, from, to }: Pending): Pending => ({ change, from: from.slice(1), to: to.slice(1) })
