import type { Tokens } from '../../core/pointer.ts'
import { enter, type SchemaNode, type Scope } from '../../core/schema/schemas.ts'
import { MAX_NODES } from '../../core/ports.ts'
import { isList, isMapping, put, type Mapping, type MutableMapping, type Value } from '../../core/value.ts'
import { mayFill, plansOf, startOf, type Completed, type Fill, type Plan } from './default-plans.ts'

/** Told of each value that was filled in, and of the schema whose `default` it is. */
export type Filled = (tokens: Tokens, node: SchemaNode) => void

/** Told of the schema at whose `default` the filling stopped: a document would grow by more than `MAX_NODES`. */
export type TooMany = (node: SchemaNode) => void

/**
 * Fills the defaults of a schema into a value: for keys that a mapping lacks, where the mapping is there; a default
 * that was filled in may bring in further ones. Lists grow no items. Conditions (`if`, `anyOf`, undiscriminated
 * `oneOf`) contribute none; a discriminated branch does once its tag is there, be that by default. Pure: the value is
 * copied only on the way to what is filled in. Filling twice fills nothing more.
 *
 * A default that `checkDefaults` finds invalid is filled in as a hole; one that would never end is not filled in.
 */
export function fillDefaults(value: Value, root: SchemaNode, filled?: Filled, tooMany?: TooMany): Value {
  const run: Filling = { path: [], filled, tooMany, depth: 0, height: 0, left: MAX_NODES, over: false }
  return fill(value, enter(root, value), run)
}

/** Defaults that bring in defaults, one inside another; and how many of them one may bring in. */
const DEEPEST = 32
const MOST_FILLS = 1_000

interface Filling {
  /** Where the walk is; used anew all the time. */
  readonly path: string[]
  readonly filled: Filled | undefined
  readonly tooMany?: TooMany | undefined
  /** How many defaults the walk is inside of. */
  readonly depth: number
  /** How deep the defaults go that were filled in. */
  height: number
  /** How many values may still be filled in. */
  left: number
  /** Nothing more is filled in: there were too many, or a default inside a default is endless, and so is that one. */
  over: boolean
}

/** @param scope the schemas that apply to the value, with what its tags choose. */
function fill(value: Value, scope: Scope, run: Filling): Value {
  if (typeof value !== 'object' || value === null || !mayFill(scope)) return value
  if (isList(value)) return fillItems(value, scope, run)
  return isMapping(value) ? fillMapping(value, scope, run) : value
}

function fillItems(list: readonly Value[], scope: Scope, run: Filling): readonly Value[] {
  let out: Value[] | undefined
  for (let i = 0; i < list.length && !run.over; i++) {
    const item = list[i] as Value
    if (typeof item !== 'object') continue
    run.path.push(String(i))
    const full = fill(item, scope.atItem(i, item), run)
    run.path.pop()
    if (full !== item) (out ??= [...list])[i] = full
  }
  return out ?? list
}

function fillMapping(mapping: Mapping, scope: Scope, run: Filling): Mapping {
  let out = fillKeys(mapping, mapping, scope, run)
  let known = scope
  if (scope.unions.length > 0 && out !== mapping) {
    // A tag that was filled in chooses a branch, which may fill in more.
    for (let next = scope.given(out); next !== known && !run.over; next = next.given(out)) {
      known = next
      out = fillKeys(out, mapping, known, run)
    }
  }
  for (const key of Object.keys(out)) {
    const below = out[key] as Value
    if (typeof below !== 'object' || below === null || run.over) continue
    run.path.push(key)
    const full = fill(below, known.atKey(key, below), run)
    run.path.pop()
    if (full === below) continue
    if (out === mapping) out = { ...mapping }
    put(out, key, full)
  }
  return out
}

/** @param original the mapping as it was given, which must not be changed; `mapping` may be a copy of it already. */
function fillKeys(mapping: Mapping, original: Mapping, scope: Scope, run: Filling): Mapping {
  let out: MutableMapping = mapping
  for (const plan of plansOf(scope)) {
    if (run.over) break
    if (Object.hasOwn(out, plan.key)) continue
    const full = completed(plan, run.depth + 1)
    if (full === 'endless') {
      run.over = run.depth > 0
    } else if (fits(plan, full, run)) {
      if (out === original) out = { ...original }
      put(out, plan.key, full.value)
      tell(plan, full, run)
    }
  }
  return out
}

function fits({ decision }: Plan, { fills, height }: Completed, run: Filling): boolean {
  run.height = Math.max(run.height, height)
  run.left -= 1 + fills.length
  if (run.left >= 0) return true
  run.over = true
  run.tooMany?.(decision.node)
  return false
}

function tell({ key, decision }: Plan, { fills }: Completed, { path, filled }: Filling): void {
  if (filled === undefined) return
  const tokens = [...path, key]
  filled(tokens, decision.node)
  for (const { tokens: below, node } of fills) filled([...tokens, ...below], node)
}

/**
 * A default with the defaults below it. One that brings in more than `DEEPEST` levels of them, or more than
 * `MOST_FILLS`, as one does that brings in itself, is endless.
 */
function completed(plan: Plan, depth: number): Completed | 'endless' {
  if (plan.complete !== undefined) return plan.complete
  if (depth > DEEPEST) return 'endless'
  const fills: Fill[] = []
  const filled: Filled = (tokens, node) => fills.push({ tokens, node })
  const run: Filling = { path: [], filled, depth, height: 0, left: MOST_FILLS, over: false }
  const value = fill(startOf(plan), plan.scope, run)
  const height = 1 + run.height
  if (!run.over && height <= DEEPEST) return (plan.complete = { value, fills, height })
  // Inside another default it may be only that one that goes too deep.
  if (depth === 1) plan.complete = 'endless'
  return 'endless'
}

/** Whether a default never ends. */
export function isEndless(plan: Plan): boolean {
  return completed(plan, 1) === 'endless'
}
